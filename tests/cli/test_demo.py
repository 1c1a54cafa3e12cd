"""`majlis demo`, used over HTTP as somebody would who just installed it."""

import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

from tests.cli.processes import RUN, answers, wait_for


class Browser:
    """Follows links and sends forms, with cookies and without scripts."""

    def __init__(self, port):
        self.root = f"http://127.0.0.1:{port}"
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        with self._opener.open(urllib.parse.urljoin(self.root, path), data, timeout=20) as answer:
            self.path = urllib.parse.urlsplit(answer.url).path
            return answer.read().decode()

    def send(self, page, fields, path=None):
        """Send the fields from the page that is there, with its CSRF token."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(page))[1]
        return self.get(path or page, {**fields, "csrfmiddlewaretoken": token})


@pytest.fixture
def demo(environment, port):
    """The demonstration, and its one-time links by role."""
    command = [*RUN, "demo", "--port", str(port)]
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, start_new_session=True, **piped) as process:
        try:
            links = {}
            while len(links) < 9:
                line = process.stdout.readline()
                assert line, links
                if found := re.match(r"  (\w+) +(http\S+)", line):
                    links[found[1]] = found[2]
            wait_for(lambda: answers(port))
            yield process, links
        finally:
            if process.poll() is None:
                process.kill()


def test_link_lets_in_once_and_a_consultation_goes_from_draft_to_map_in_a_fresh_demo(demo, port):
    """A serving process that inherits what the drawing of the audience left behind waits for ever when it closes."""
    process, links = demo
    organiser, voter = Browser(port), Browser(port)
    organiser.get(links["organiser"])
    with pytest.raises(urllib.error.HTTPError, match="404"):
        voter.get(links["organiser"])
    draft = {"title": "After release", "language": "en", "seen_by": "CLEAR", "door": "open"}
    organiser.send("/en/consultations/new/", draft)
    page = organiser.path
    organiser.send(page, {"statements": "One\nTwo\nThree", "language": "en"}, f"{page}statements/")
    organiser.send(page, {}, f"{page}open/")
    voter.send(f"{page}vote/", {}, f"{page}vote/enter/")
    for statement in ("1", "2", "3"):
        voter.send(f"{page}vote/", {"statement": statement, "answer": "agree"})
    organiser.send(f"{page}close/", {})
    assert organiser.path == f"{page}map/"
    end = time.monotonic() + 120
    while "map.json" not in organiser.get(f"{page}map/"):
        assert time.monotonic() < end, "no map came"
        time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal sends Ctrl+C: to every process in it
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Killing" not in said
