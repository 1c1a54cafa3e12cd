"""What was deleted is gone from the files."""

from pathlib import Path

import pytest
from django.db import connection, transaction

from majlis.workspace.commons.models import Institution, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.traces import erase

PLANTED = b"planted-words-that-must-go"


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
