"""Backups and the way back."""

import json
import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest
from django.db import connection

from majlis.engine.errors import InputError, StorageError
from majlis.workspace.commons import backup, keys, ledger, setup, worker
from majlis.workspace.commons.models import Institution, LedgerEntry
from majlis.workspace.commons.people import set_up
from majlis.workspace.commons.texts import Text

sqlite_only = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="this is about SQLite's file")


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME, settings.BACKUPS, settings.KEYS = tmp_path, tmp_path / "backups", tmp_path / "keys"
    return tmp_path


@pytest.fixture
def workspace(transactional_db):
    return set_up(name=Text.write("One", "en"), locale="en", email="a@example.org").institution


@sqlite_only
def test_backup_is_one_private_whole_file_without_keys(workspace):
    key = keys.make(uuid4())
    file = backup.back_up()
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in file.parent.iterdir()) == sorted([file.name, "manifest.json"])
    assert (file.parent / "manifest.json").stat().st_mode & 0o777 == 0o600
    assert key not in file.read_bytes()
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM commons_institution").fetchone() == (1,)


def test_restore_brings_the_backup_back_keeps_the_present_aside_and_records_the_gap(workspace):
    file = backup.back_up()
    ledger.append("act.after", actor=None)
    before = ledger.verify()
    Institution.objects.update(locale="fr")
    done = backup.restore(file)
    assert Institution.objects.get().locale == "en"
    assert (done.size_before, done.size_after) == (2, 1)
    assert ledger.verify().holds
    leaf = json.loads(LedgerEntry.objects.get(index=1).leaf)
    assert leaf["action"] == "workspace.restore"
    assert leaf["detail"]["before"] == {"size": 2, "root": before.root}
    assert leaf["detail"]["restored"]["size"] == 1
    backup.restore(done.aside)
    assert Institution.objects.get().locale == "fr"
    assert LedgerEntry.objects.count() == 3


@sqlite_only
def test_restore_gets_over_a_damaged_database(workspace):
    file = backup.back_up()
    connection.close()
    database = backup._database()
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    database.write_bytes(b"no database" * 1000)
    done = backup.restore(file)
    assert Institution.objects.count() == 1
    assert done.size_before is None
    assert (done.aside / database.name).read_bytes().startswith(b"no database")
    assert ledger.verify().holds


def test_restore_refuses_what_is_no_backup_and_changes_nothing(workspace, tmp_path):
    wrong = tmp_path / "letter.txt"
    wrong.write_text("Dear colleague")
    for file in (wrong, tmp_path / "absent"):
        with pytest.raises(InputError, match=r"Nothing was changed\."):
            backup.restore(file)
    assert not (tmp_path / "backups").exists()


def test_restore_refuses_while_the_workspace_runs(workspace):
    file = backup.back_up()
    with worker.locked(), pytest.raises(InputError, match="is running"):
        backup.restore(file)


@pytest.mark.django_db
def test_backup_that_fails_leaves_no_half_file(home, monkeypatch):
    def fail(target):
        target.write_bytes(b"half")
        raise OSError("No space left on device")

    for name in ("_copy_sqlite", "_dump_postgresql"):
        monkeypatch.setattr(backup, name, fail)
    with pytest.raises(StorageError, match="No space left on device"):
        backup.back_up()
    assert list((home / "backups").iterdir()) == []


@pytest.mark.django_db
def test_missing_tool_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setattr(backup.shutil, "which", lambda tool: None)
    with pytest.raises(StorageError, match=r"pg_dump is missing.*Nothing was changed.*postgresql-client"):
        backup._postgresql("pg_dump")


def test_upgrade_makes_a_backup_before_it_migrates(workspace, monkeypatch, home):
    pending = iter([["commons.9999_next"]])
    monkeypatch.setattr(setup, "pending_migrations", lambda: next(pending, []))
    saved = setup.upgrade()
    assert "before-upgrade" in saved.name
    assert setup.upgrade() is None


def test_upgrade_that_cannot_make_its_backup_migrates_nothing(workspace, monkeypatch):
    def fail(reason):
        raise StorageError("pg_dump is missing")

    monkeypatch.setattr(setup, "pending_migrations", lambda: ["commons.9999_next"])
    monkeypatch.setattr(setup.backup, "back_up", fail)
    monkeypatch.setattr(setup, "call_command", lambda *_, **__: pytest.fail("migrated"))
    with pytest.raises(StorageError, match="pg_dump is missing"):
        setup.upgrade()


@pytest.mark.django_db
def test_upgrade_refuses_a_database_of_a_newer_version():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('commons', '9999_later', '2030-01-01 00:00:00')"
        )
    with pytest.raises(StorageError, match=r"newer Majlis.*commons\.9999_later"):
        setup.upgrade()


@pytest.mark.django_db
def test_nothing_is_pending_after_migrating():
    assert setup.has_tables()
    assert setup.pending_migrations() == []
