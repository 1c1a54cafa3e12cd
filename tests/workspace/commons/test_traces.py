"""What was deleted is gone from the files."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from django.db import connection, transaction

from majlis.workspace.commons import traces
from majlis.workspace.commons.models import Institution, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.traces import erase, owe, owed, take_back

PLANTED = b"planted-words-that-must-go"


@pytest.fixture(autouse=True)
def nothing_owed(settings, tmp_path):
    settings.HOME = tmp_path


def held():
    database = Path(connection.settings_dict["NAME"])
    return [path.name for path in database.parent.glob(f"{database.name}*") if PLANTED in path.read_bytes()]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="this reads SQLite's files")
def test_deleted_and_overwritten_words_leave_every_file_of_the_database():
    user = User.objects.create_user("a@example.org", name=PLANTED.decode())
    gone = Institution.objects.create(name=Text.write(PLANTED.decode() * 200, "en"))
    user.name = "other"
    user.save()
    gone.delete()
    assert held(), "nothing was there to leak"
    assert erase(User, Institution)
    assert held() == []


@pytest.mark.django_db(transaction=True)
def test_traces_are_erased_after_the_commit_only():
    assert erase(User)
    with transaction.atomic(), pytest.raises(RuntimeError, match="after the transaction"):
        erase(User)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="on PostgreSQL a reader holds nothing up")
def test_what_could_not_be_erased_is_owed_until_it_is():
    """A killed process leaves the note too: it is there before the commit."""
    with transaction.atomic():
        owe(User, Institution)
        name = PLANTED.decode()
        User.objects.create_user("a@example.org", name=name)
    User.objects.update(name="other")
    with contextlib.closing(sqlite3.connect(connection.settings_dict["NAME"])) as reader:
        reader.execute("BEGIN").execute("SELECT count(*) FROM commons_user").fetchone()
        assert not erase(User, Institution)
    assert set(owed()) == {User, Institution}
    assert erase(*owed())
    assert (owed(), held()) == ([], [])


@pytest.mark.django_db(transaction=True)
def test_what_comes_to_be_owed_while_the_files_are_written_stays_owed(monkeypatch):
    owe(User, Institution)
    monkeypatch.setattr(traces, "_written_anew", lambda tables: owe(User) or True)
    assert erase(User, Institution)
    assert owed() == [User]
    take_back(User)
    assert owed() == []
