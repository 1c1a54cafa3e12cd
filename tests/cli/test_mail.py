"""Mail from processes of its own: a worker killed at the worst moment, two at once, and the command that tries mail."""

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.processes import RUN, wait_for
from tests.workspace.commons.mail.mailbox import Mailbox, Server

PREPARE = """
from majlis.cli import workspace
workspace.open_workspace()
from majlis.workspace.commons import setup
setup.upgrade()
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.people import add_member, set_up
from majlis.workspace.commons.texts import Text
member = set_up(name=Text.write("Institution one", "en"), locale="en", email="m0@example.org")
with acting(member):
    for number in range(1, {people}):
        add_member(institution=member.institution, email=f"m{{number}}@example.org", roles=[])
"""
SEND = """
from datetime import UTC, datetime
from majlis.cli import workspace
workspace.open_workspace()
from dataclasses import replace
from majlis.engine.handling import Handling
from majlis.workspace.commons import rooms
from majlis.workspace.commons.mail import digests
line = rooms.Line("A thing", "/en/thing/", asks=True, handling=Handling())
for key, room in rooms._rooms.items():
    rooms._rooms[key] = replace(room, awaiting=lambda member, key=key: [line] if key == "consultations" else [])
print("ready", flush=True)
input()
digests.send_due(datetime(2027, 3, 3, 12, tzinfo=UTC))
"""
STATES = """
from majlis.cli import workspace
workspace.open_workspace()
from majlis.workspace.commons import ledger
from majlis.workspace.commons.models import Digest
assert ledger.verify().holds
print(*sorted(Digest.objects.values_list("state", flat=True)))
"""


@pytest.fixture
def mailbox():
    return Mailbox()


@pytest.fixture
def server(mailbox):
    with Server(mailbox) as running:
        yield running


@pytest.fixture
def home(upgraded, server):
    mail = {
        "MAJLIS_MAIL": f"smtp://127.0.0.1:{server.port}/?tls=none",
        "MAJLIS_MAIL_FROM": "majlis@example.org",
        "MAJLIS_ADDRESS": "http://localhost:8000",
        "DJANGO_SETTINGS_MODULE": "majlis.workspace.settings",
    }
    return {**upgraded, **mail}


def run(script, home):
    return subprocess.run(
        [sys.executable, "-c", script], env=home, capture_output=True, text=True, check=True
    ).stdout.strip()


def start(home):
    command = [sys.executable, "-c", SEND]
    return subprocess.Popen(command, env=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def release(*workers):
    for worker in workers:
        assert worker.stdout.readline() == b"ready\n"
    for worker in workers:
        worker.stdin.write(b"\n")
        worker.stdin.flush()


def finish(*workers):
    for worker in workers:
        _, errors = worker.communicate(timeout=60)
        assert worker.returncode == 0, errors


def test_worker_killed_when_the_server_has_the_text_sends_no_second_mail(home, mailbox):
    run(PREPARE.format(people=1), home)
    mailbox.on_data = mailbox.hang
    worker = start(home)
    release(worker)
    wait_for(lambda: mailbox.raw)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    mailbox.on_data = None
    again = start(home)
    release(again)
    finish(again)
    assert mailbox.receivers == ["m0@example.org"]
    assert run(STATES, home) == "sending"


def test_worker_killed_before_the_claim_loses_nothing(home, mailbox):
    run(PREPARE.format(people=1), home)
    greeted = []

    async def hang(server, session, envelope, address, options):
        greeted.append(address)
        await mailbox.hang()

    mailbox.handle_MAIL = hang
    worker = start(home)
    release(worker)
    wait_for(lambda: greeted)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    del mailbox.handle_MAIL
    again = start(home)
    release(again)
    finish(again)
    assert mailbox.receivers == ["m0@example.org"]
    assert run(STATES, home) == "sent"


def test_two_processes_at_once_send_each_digest_once(home, mailbox):
    run(PREPARE.format(people=16), home)
    workers = [start(home), start(home)]
    release(*workers)
    finish(*workers)
    assert mailbox.receivers == sorted(f"m{number}@example.org" for number in range(16))
    assert run(STATES, home) == " ".join(["sent"] * 16)


def try_mail(home, to="m0@example.org"):
    return subprocess.run([*RUN, "test-mail", to], env=home, capture_output=True, text=True, check=False)


def test_test_mail_arrives_and_says_so(home, mailbox, server):
    done = try_mail(home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"127.0.0.1 port {server.port} (none) took the mail.")
    assert mailbox.receivers == ["m0@example.org"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"MAJLIS_MAIL": ""}, "set MAJLIS_MAIL, MAJLIS_MAIL_FROM and MAJLIS_ADDRESS first"),
        ({"MAJLIS_MAIL": "smtp://127.0.0.1:1/?tls=none"}, "The mail server cannot be reached"),
        ({"MAJLIS_MAIL_FROM": ""}, "MAJLIS_MAIL_FROM: expected an e-mail address"),
        ({"MAJLIS_ADDRESS": ""}, "MAJLIS_ADDRESS: say where the links of mails lead"),
    ],
    ids=["none", "unreachable", "no-sender", "no-address"],
)
def test_test_mail_says_what_is_wrong(home, change, said):
    done = try_mail({**home, **change})
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_worker_process_plans_the_looks_itself(home):
    run(PREPARE.format(people=1), home)
    count = """
from majlis.cli import workspace
workspace.open_workspace()
from django_tasks_db.models import DBTaskResult
print(DBTaskResult.objects.filter(status="READY", task_path__contains=".mail.").count())
"""
    worker = subprocess.Popen([*RUN, "worker"], env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: run(count, home) == "1")
    finally:
        worker.send_signal(signal.SIGTERM)
        worker.wait(30)
