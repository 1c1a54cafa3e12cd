"""A command that is called wrongly says so in one clear line and ends with 2; a trace is for faults of ours."""

import errno
import sqlite3

import pytest

from majlis import cli
from majlis.cli import run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], "No such command 'nosuch'"),
        (["analyse"], "Missing argument 'name'"),
        (["analyse", "opinion-map"], "Missing argument 'INPUT...'"),
        (["analyse", "opinion-map", "votes.csv", "--seed", "many"], "Invalid value for '--seed'"),
        (["analyse", "opinion-map", "votes.csv", "--nosuch"], "No such option: --nosuch"),
        (["analyse", "nosuch", "votes.csv"], "there is no analysis nosuch"),
        (["analyse", "opinion-map", "no/such/file.csv"], "expected a file that exists"),
        (["import"], "Missing argument 'kind'"),
        (["import", "nosuch", "folder"], "Invalid value for 'kind'"),
        (["import", "polis"], "Missing argument 'path'"),
        (["serve", "--port", "x"], "Invalid value for '--port'"),
        (["serve", "--processes", "0"], "Invalid value for '--processes'"),
        (["demo", "--port", "70000"], "Invalid value for '--port'"),
        (["worker", "extra"], "unexpected extra argument"),
        (["backup", "extra"], "unexpected extra argument"),
        (["restore"], "Missing argument 'FILE'"),
        (["doctor", "extra"], "unexpected extra argument"),
    ],
)
def test_wrong_call_ends_with_two_and_a_clear_line(arguments, said, capsys):
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
        RuntimeError('could not extend file "base/1/2": No space left on device'),
    ],
    ids=["system", "SQLite", "PostgreSQL"],
)
def test_full_disk_behind_any_error_is_said_in_one_line(monkeypatch, capsys, error):
    def fail(*arguments, **options):
        try:
            raise error
        except Exception as cause:
            raise ValueError("could not start") from cause

    monkeypatch.setattr(cli, "app", fail)
    assert run(["serve"]) == 1
    told = capsys.readouterr().err
    assert told == "The disk is full (could not start). What was saved before is kept: make room, then try again.\n"


def test_any_other_fault_shows_its_trace(monkeypatch, capsys):
    def fail(*arguments, **options):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(cli, "app", fail)
    assert run(["serve"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("A fault in Majlis, not in your input: PermissionError")
    assert "Traceback" in told


def test_command_alone_shows_the_help(capsys):
    assert run([]) == 2
    assert "analyse" in capsys.readouterr().out
