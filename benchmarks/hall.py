"""A hall votes: 200 voters, 40 votes each in one minute, open loop from a schedule; then the highest rate that holds.

Each vote has a moment at which it is due, whatever became of the votes before it; its time counts from that moment, so
that a server that falls behind is seen to. The clients run on the same machine; their own use of its processors is
printed, since it is taken from the server. DATABASE_URL names a PostgreSQL database to measure on instead of SQLite: an
empty one, which is filled.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

STATEMENTS, VOTERS, SECONDS = 40, 200, 60
MOST_95TH = 0.300
RATES = (150, 200, 250, 300, 400, 500, 600)
RATE_SECONDS = 15
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PREPARE = """
import django; django.setup()
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import setup
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.people import set_up
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
setup.upgrade()
member = set_up(name=Text.write("Hall", "en"), locale="en", email="administrator@example.org")
with acting(member):
    asked = actions.create_consultation(
        institution=member.institution, title=Text.write("Hall", "en"), handling=Handling(tlp=Tlp.CLEAR)
    )
    for number in range({statements}):
        actions.add_statement(consultation=asked, text=Text.write(f"Statement {{number + 1}}", "en"))
    actions.open_consultation(consultation=asked)
print(asked.pk)
"""
COUNT = """
import django; django.setup()
import json
from majlis.workspace.commons import ledger
from majlis.workspace.rooms.consultations.models import Vote
votes = list(Vote.objects.values_list("statement__code", "pseudonym"))
print(json.dumps([len(votes), len({(code, bytes(who)) for code, who in votes}), ledger.verify().holds]))
"""


class Voter:
    """One phone: a connection kept open, a cookie, and the answers that it has sent."""

    def __init__(self, port: int, consultation: str) -> None:
        self._port, self._path = port, f"/en/consultations/{consultation}/vote/"
        self._connection: http.client.HTTPConnection | None = None
        self._cookies: dict[str, str] = {}
        self.token = ""

    def come_in(self) -> None:
        """Read the page, consent, and keep the token."""
        page = self._ask("GET", self._path)[1]
        self.token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        status, _ = self._ask("POST", f"{self._path}enter/", {"csrfmiddlewaretoken": self.token})
        assert status == 302, status

    def vote(self, number: int) -> int:
        """Send an answer; gives the status, 0 for a connection that broke."""
        fields = {
            "statement": str(number % STATEMENTS + 1),
            "answer": secrets.choice(("agree", "disagree", "pass")),
            "id": secrets.token_hex(16),
            "csrfmiddlewaretoken": self.token,
        }
        try:
            status, body = self._ask("POST", f"{self._path}answers/", fields)
        except OSError:
            self._connection = None
            return 0
        return status if status != 200 or json.loads(body)["kept"] else 1

    def _ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        self._connection.request(method, path, urlencode(fields) if fields else None, {**FORM, **cookies})
        answer = self._connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self._cookies.update([value.split(";")[0].split("=", 1)])
        return answer.status, answer.read().decode()


def run(voters: list[Voter], rate: float, seconds: float) -> tuple[list[float], list[int], float]:
    """Send at a rate for some seconds, spread evenly over the voters; gives times, statuses and the clients' CPU."""
    votes = int(rate * seconds)
    start, used = time.perf_counter() + 0.5, time.process_time()
    times, statuses = [0.0] * votes, [-1] * votes

    def send(first: int) -> None:
        for number in range(first, votes, len(voters)):
            due = start + number / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            statuses[number] = voters[first].vote(number // len(voters))
            times[number] = time.perf_counter() - due

    threads = [threading.Thread(target=send, args=(first,)) for first in range(len(voters))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, statuses, time.process_time() - used


def report(name: str, times: list[float], statuses: list[int], used: float, seconds: float) -> bool:
    """Print one line; gives whether the rate held."""
    ordered = sorted(times)
    fifty, ninety_five, worst = (ordered[min(len(ordered) - 1, int(len(ordered) * q))] for q in (0.5, 0.95, 1))
    wrong = sum(status != 200 for status in statuses)
    print(
        f"{name:28} median {1000 * fifty:6.0f} ms   95 % {1000 * ninety_five:6.0f} ms   worst {1000 * worst:6.0f} ms"
        f"   not taken {wrong:4}   clients' CPU {100 * used / seconds:4.0f} %"
    )
    return not wrong and ninety_five < MOST_95TH


def python(script: str, environment: dict[str, str]) -> str:
    """Run a script in a process of its own and give what it printed last."""
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def served(environment: dict[str, str], processes: int) -> tuple[subprocess.Popen[bytes], int]:
    """Start `majlis serve` and wait until it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "majlis.cli", "serve", "--port", str(port), "--processes", str(processes)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process, port
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not start")


def main() -> None:
    """Measure the minute, then rising rates until one no longer holds, then count what is in the database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2, help="web processes of the server")
    parser.add_argument("--minute-only", action="store_true", help="leave the rising rates out")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="majlis-hall-") as home:
        environment = {**os.environ, "MAJLIS_HOME": home, "DJANGO_SETTINGS_MODULE": "majlis.workspace.settings"}
        consultation = python(PREPARE.format(statements=STATEMENTS), environment)
        process, port = served(environment, chosen.processes)
        try:
            voters = [Voter(port, consultation) for _ in range(VOTERS)]
            for voter in voters:
                voter.come_in()
            print(f"{'PostgreSQL' if os.environ.get('DATABASE_URL') else 'SQLite'}, {chosen.processes} web processes")
            minute = run(voters, VOTERS * STATEMENTS / SECONDS, SECONDS)
            report(f"{VOTERS} voters, {STATEMENTS} votes, {SECONDS} s", *minute, SECONDS)
            votes, pairs, holds = json.loads(python(COUNT, environment))
            print(f"in the database: {votes} votes of {pairs} pairs of voter and statement; ledger holds: {holds}")
            for rate in () if chosen.minute_only else RATES:
                name = f"{rate} votes a second, {RATE_SECONDS} s"
                if not report(name, *run(voters, rate, RATE_SECONDS), RATE_SECONDS):
                    break
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    main()
