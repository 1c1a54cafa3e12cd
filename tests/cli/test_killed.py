"""A served workspace that is killed in the middle of votes: every answered vote is there, none twice."""

import http.cookiejar
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest

PREPARE = """
from majlis.cli import workspace
workspace.open_workspace()
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import setup
setup.upgrade()
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.people import set_up
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
member = set_up(name=Text.write("Institution one", "en"), locale="en", email="administrator@example.org")
with acting(member):
    made = actions.create_consultation(
        institution=member.institution, title=Text.write("Hall", "en"), handling=Handling(tlp=Tlp.CLEAR)
    )
    for number in range(40):
        actions.add_statement(consultation=made, text=Text.write(f"Statement {number}", "en"))
    actions.open_consultation(consultation=made)
print(made.pk)
"""
COUNT = """
from majlis.cli import workspace
workspace.open_workspace()
from majlis.workspace.commons import ledger
from majlis.workspace.rooms.consultations.models import Sent, Vote
assert ledger.verify().holds
for code, pseudonym, value in Vote.objects.values_list("statement__code", "pseudonym", "value"):
    print(code, bytes(pseudonym).hex(), value)
print("sent", Sent.objects.count())
"""
VOTERS = 6


@pytest.fixture
def home(upgraded):
    return {**upgraded, "DJANGO_SETTINGS_MODULE": "majlis.workspace.settings"}


def run(script, home):
    done = subprocess.run([sys.executable, "-c", script], env=home, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Serving:
    """`majlis serve` on loopback, in a process group of its own that can be killed whole."""

    def __init__(self, home, port):
        self.home, self.port = home, port
        self.start()

    def start(self):
        command = [sys.executable, "-m", "majlis.cli", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.home, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Voter:
    """A browser that sends an answer again, under the same identifier, until it is told that it counts."""

    def __init__(self, base, consultation):
        self.page = f"{base}/en/consultations/{consultation}/vote/"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.kept = {}

    def ask(self, address, form=None):
        data = urllib.parse.urlencode(form).encode() if form else None
        with self.opener.open(address, data, timeout=10) as response:
            return response.read().decode()

    def insist(self, address, form=None):
        deadline = time.monotonic() + 90
        while True:
            try:
                return self.ask(address, form)
            except (OSError, urllib.error.URLError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def vote(self, started):
        csrf = re.search(r'csrfmiddlewaretoken" value="(\w+)', self.insist(self.page))[1]
        self.insist(f"{self.page}enter/", {"csrfmiddlewaretoken": csrf})
        for code in range(1, 41):
            answer = ["agree", "disagree", "pass"][secrets.randbelow(3)]
            form = {"csrfmiddlewaretoken": csrf, "statement": code, "answer": answer, "id": secrets.token_hex(16)}
            self.insist(f"{self.page}answers/", form)
            self.kept[str(code)] = {"agree": "1", "disagree": "-1", "pass": "0"}[answer]
            if code == 10:
                started.release()


def test_kill_in_the_middle_of_votes_loses_none_and_doubles_none(home):
    consultation, port = run(PREPARE, home)[0], free_port()
    serving, started = Serving(home, port), threading.Semaphore(0)
    try:
        voters = [Voter(f"http://127.0.0.1:{port}", consultation) for _ in range(VOTERS)]
        threads = [threading.Thread(target=voter.vote, args=(started,)) for voter in voters]
        for thread in threads:
            thread.start()
        for _ in voters:
            assert started.acquire(timeout=120)
        serving.kill()
        serving.start()
        for thread in threads:
            thread.join(120)
    finally:
        serving.kill()
    *rows, sent, _ = run(COUNT, home)
    found = {}
    for code, pseudonym, value in (row.split() for row in rows):
        assert found.setdefault(pseudonym, {}).setdefault(code, value) == value
    assert sorted(map(sorted, (cast.items() for cast in found.values()))) == sorted(
        map(sorted, (voter.kept.items() for voter in voters))
    )
    assert len(rows) == 40 * VOTERS
    assert sent == f"sent {40 * VOTERS}"
