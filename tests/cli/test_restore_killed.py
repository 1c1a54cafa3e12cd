"""`majlis restore` is killed in its worst moment: nothing shows what was recalled until it is whole."""

import signal
import subprocess
import sys

import pytest

from tests.cli.processes import RUN

OPEN = """
from majlis.cli import workspace
workspace.open_workspace()
from majlis.workspace.commons import backup
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import Restriction, Source
"""
PREPARE = f"""{OPEN}
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import setup
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.people import set_up
from majlis.workspace.commons.texts import Text
setup.upgrade()
member = set_up(name=Text.write("Institution one", "en"), locale="en", email="administrator@example.org")
words = Text.write("quincunxword", "en")
taken = Source.objects.create(
    institution=member.institution, author=member, state="published", title=words, handling=Handling(tlp=Tlp.CLEAR)
)
print(backup.back_up())
with acting(member):
    acts.recall(record=taken, reason=words)
"""
KILLED = """
import os, signal, sys
from majlis.cli import workspace
workspace.open_workspace()
from pathlib import Path
from majlis.workspace.commons import backup
backup.restoring.do_again = lambda before: os.kill(os.getpid(), signal.SIGKILL)
backup.restore(Path(sys.argv[1]))
"""
ASK = f"""{OPEN}
print(acts.is_recalled(Source.objects.get()))
"""
DOOR = "import majlis.workspace.wsgi"


@pytest.fixture
def home(upgraded):
    return {**upgraded, "DJANGO_SETTINGS_MODULE": "majlis.workspace.settings"}


@pytest.fixture
def python(home):
    def run(script, *arguments):
        command = [sys.executable, "-c", script, *arguments]
        return subprocess.run(command, env=home, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def majlis(home):
    def run(*arguments):
        command = [*RUN, *arguments]
        return subprocess.run(command, env=home, capture_output=True, text=True, timeout=60, check=False)

    return run


def test_killed_before_the_recall_is_done_again(python, majlis, port):
    saved = python(PREPARE).stdout.strip()
    assert python(KILLED, saved).returncode == -signal.SIGKILL
    refusing = [["serve", "--port", str(port)], ["worker"], ["backup"], ["ledger", "verify"], ["charter", "check"]]
    for command in refusing:
        done = majlis(*command)
        assert (done.returncode, f"Restore again, `majlis restore {saved}`" in done.stderr) == (1, True), done
    assert "A restoration was broken off" in python(DOOR).stderr
    ill = majlis("doctor")
    assert (ill.returncode, "broken off; what was recalled since may be back" in ill.stdout) == (1, True)
    done = majlis("restore", saved)
    assert (done.returncode, "recalled again, as before: 1" in done.stdout) == (0, True), done
    assert python(ASK).stdout.strip() == "True"
    assert python(DOOR).returncode == 0
    assert "restore     none was broken off" in majlis("doctor").stdout


def test_restoring_where_there_was_nothing_keeps_nothing_aside(python, majlis, tmp_path):
    saved = python(PREPARE).stdout.strip()
    done = majlis("restore", saved, "--home", str(tmp_path / "new"))
    assert (done.returncode, "What was there is kept" in done.stdout) == (0, False), done
    assert not (tmp_path / "new" / "backups").exists()
    assert not list((tmp_path / "new").glob("restoring*"))
