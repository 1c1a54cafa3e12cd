"""A restoration that is killed, or finds the disk full: nothing recalled comes back, and no database is lost."""

import json
import shutil
import sqlite3
from contextlib import closing, contextmanager

import pytest
from django.db import connection

from majlis.engine.errors import StorageError
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import backup, doctor, ledger, manifest, people, unfinished
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.doctor import Health
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import LedgerEntry, Restriction, Role, Source, Tombstone, User
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.retention import kept, restoring
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db(transaction=True)
sqlite_only = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="this is about SQLite's file")
WHY = Text.write("No longer ours to give", "en")
BIG = Text.write("quincunx " * 400, "en")


class Killed(BaseException):
    """What no code of ours catches: the process is gone."""


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    if connection.vendor != "sqlite" and shutil.which("pg_dump") is None:
        pytest.skip("a PostgreSQL dump needs the server's own client programs")
    tmp_path.chmod(0o700)
    settings.HOME, settings.KEYS, settings.BACKUPS = tmp_path, tmp_path / "keys", tmp_path / "backups"
    return tmp_path


def source(member, text=WHY):
    return Source.objects.create(
        institution=member.institution, author=member, state="published", title=text, handling=Handling(tlp=Tlp.CLEAR)
    )


@pytest.fixture
def recalled(organiser):
    """A backup, and a source that was recalled after it."""
    taken = source(organiser)
    saved = backup.back_up()
    with acting(organiser):
        acts.recall(record=taken, reason=WHY)
    return saved


def kill(*arguments, **options):
    raise Killed


def put_back():
    return "_copy_back_sqlite" if connection.vendor == "sqlite" else "_load_postgresql"


def stands():
    return acts.is_recalled(Source.objects.get()) and not may_see(None, Source.objects.get())


def restorations():
    leaves = [json.loads(entry.leaf) for entry in LedgerEntry.objects.order_by("index")]
    return [leaf["detail"] for leaf in leaves if leaf["action"] == "workspace.restore"]


@pytest.fixture
def killed(recalled, monkeypatch):
    """The same after the backup took the database's place and before the recall was done again."""
    before = ledger.verify()
    with monkeypatch.context() as patched:
        patched.setattr(backup.restoring, "do_again", kill)
        with pytest.raises(Killed):
            backup.restore(recalled)
    assert not Restriction.objects.exists(), "this is the moment in which the recall is lacking"
    return recalled, before


def test_a_killed_restoration_shows_nothing_and_the_next_one_recalls_again(killed):
    saved, before = killed
    with pytest.raises(StorageError, match=rf"broken off.*majlis restore {saved}"):
        unfinished.insist_on_none()
    assert doctor.restoration()[1] is Health.BAD
    assert str(saved) in doctor.restoration().remedy
    done = backup.restore(saved)
    assert stands()
    assert (done.again, done.size_before) == (1, before.size)
    assert [each["before"] for each in restorations()] == [{"size": before.size, "root": before.root}]
    assert ledger.verify().holds
    unfinished.insist_on_none()
    assert doctor.restoration()[1] is Health.GOOD


def test_what_is_kept_aside_is_the_database_from_before_and_makes_it_whole_as_well(killed):
    aside = next((one.path for one in manifest.kept() if "before-restore" in one.file), None)
    done = backup.restore(aside)
    assert stands()
    assert (done.again, done.aside) == (0, aside)
    unfinished.insist_on_none()


def test_killed_twice_it_still_recalls_again(killed, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(backup.ledger, "append", kill)
        with pytest.raises(Killed):
            backup.restore(killed[0])
    backup.restore(killed[0])
    assert stands()


def test_killed_before_anything_was_put_back_the_next_one_does_all_of_it(recalled, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(backup, put_back(), kill)
        with pytest.raises(Killed):
            backup.restore(recalled)
    with pytest.raises(StorageError):
        unfinished.insist_on_none()
    backup.restore(recalled)
    assert stands()
    unfinished.insist_on_none()


def test_what_must_not_come_back_is_read_from_its_file_as_it_was_written(recalled, organiser, join):
    left, gone = (join(organiser.institution, Role.READER) for _ in "ab")
    with acting(join(organiser.institution, Role.ADMINISTRATOR)):
        people.suspend_member(member=left)
    User.objects.filter(pk=gone.user_id).update(email=f"{gone.pk}{GONE}")
    Tombstone.objects.create(record_kind="commons.source", record_id=source(organiser).pk, record_digest="0" * 64)
    before = restoring.remember()
    assert all((before.gone, before.left, before.emptied, before.recalls, len(set(before.marked.values())) > 1))
    assert restoring.Before.from_dict(json.loads(json.dumps(before.to_dict()))) == before


def test_the_file_is_private_and_one_that_cannot_be_read_stops_everything(killed, home):
    file = home / unfinished.NAME
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text("{}")
    for ask in (unfinished.insist_on_none, lambda: backup.restore(killed[0])):
        with pytest.raises(StorageError, match=r"cannot be read.*nothing was changed"):
            ask()
    assert {check.name: check.health for check in doctor.examine()}["restoration"] is Health.BAD


def test_a_restoration_that_the_disk_has_no_room_to_begin_changes_nothing(recalled, monkeypatch):
    def fail(path, content):
        raise OSError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(unfinished.files, "replace", fail)
        with pytest.raises(StorageError, match=r"not begun: No space left.*The present database is as it was"):
            backup.restore(recalled)
    assert stands()
    unfinished.insist_on_none()


def test_a_backup_that_cannot_be_put_back_leaves_the_present_database_in_use(recalled, monkeypatch):
    def fail(file):
        raise StorageError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(backup, put_back(), fail)
        with pytest.raises(StorageError, match=r"No space left.*A copy of what was there lies at .*before-restore"):
            backup.restore(recalled)
    assert stands()
    unfinished.insist_on_none()


def fill_disk(patched, only=None):
    """Let SQLite itself say that the disk is full where it writes more than so many pages."""

    @contextmanager
    def opened(file, *, write=False):
        with closing(sqlite3.connect(f"{file.as_uri()}?mode={'rwc' if write else 'ro'}", uri=True)) as made:
            if write and only in (None, file):
                made.execute("PRAGMA max_page_count=50")
            yield made

    patched.setattr(backup, "_opened", opened)


def lying(home):
    """All files of the workspace but the database's own, locks, and the search's."""
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*") if path.suffix != ".lock")


@sqlite_only
def test_full_disk_while_the_present_is_kept_aside_moves_no_database(recalled, home, monkeypatch):
    before, size = lying(home), LedgerEntry.objects.count()
    fill_disk(monkeypatch)
    with pytest.raises(StorageError, match=r"Nothing was restored.*disk is full.*The database was not touched"):
        backup.restore(recalled)
    connection.close()
    assert (LedgerEntry.objects.count(), stands()) == (size, True)
    assert lying(home) == before, "neither a stump nor a journal nor a folder stays behind"


@sqlite_only
def test_full_disk_while_the_backup_is_put_back_leaves_the_present_as_it_was(organiser, monkeypatch):
    large = [source(organiser, BIG) for _ in range(300)]
    saved = backup.back_up()
    Source.objects.filter(pk__in=[each.pk for each in large]).delete()
    taken = source(organiser)
    with acting(organiser):
        acts.recall(record=taken, reason=WHY)
    connection.cursor().execute("VACUUM")
    fill_disk(monkeypatch, backup._database())
    with pytest.raises(StorageError, match=r"could not be put back: .*full.*The present database is as it was"):
        backup.restore(saved)
    connection.close()
    assert stands()
    unfinished.insist_on_none()


def spoil():
    connection.close()
    database = backup._database()
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    database.write_bytes(b"no database" * 1000)
    return database


@sqlite_only
def test_full_disk_leaves_a_damaged_database_where_it_is(recalled, monkeypatch):
    database = spoil()
    with monkeypatch.context() as patched:
        fill_disk(patched)
        with pytest.raises(StorageError, match=r"full.*The present database is as it was"):
            backup.restore(recalled)
    connection.close()
    left = database.read_bytes(), list(database.parent.glob("*.restoring*")), unfinished.found()
    assert backup.restore(recalled).again is None
    assert left == (b"no database" * 1000, [], None)


@sqlite_only
def test_a_database_that_the_disk_does_not_give_is_not_taken_for_damaged(home, monkeypatch):
    monkeypatch.setattr(backup, "_database", lambda: home)
    with pytest.raises(StorageError, match=r"Nothing was restored: .*The database was not touched"):
        backup._keep_aside()
    assert not list(home.glob("backups/*damaged*"))


@sqlite_only
def test_a_damaged_database_whose_restoration_was_killed_is_still_said_to_be_unread(recalled, monkeypatch):
    spoil()
    with monkeypatch.context() as patched:
        patched.setattr(backup.ledger, "append", kill)
        with pytest.raises(Killed):
            backup.restore(recalled)
    done = backup.restore(recalled)
    assert (done.again, done.size_before) == (None, None)
    assert (done.aside / backup._database().name).read_bytes().startswith(b"no database")


def test_a_database_without_a_workspace_is_never_the_last_good_backup(recalled):
    good = backup.back_up()
    stump = backup._name("before-restore", "sqlite3")
    stump.write_bytes(b"")
    manifest.put_down(stump, None)
    assert manifest.last_good().path == good
    assert [one.kept.path for one in kept.backups() if one.is_last_good] == [good]


def test_where_no_backup_says_what_it_holds_the_newest_is_the_last_good_one(recalled):
    newest = backup.back_up()
    (newest.parent / manifest.NAME).unlink()
    assert manifest.last_good().path == newest
