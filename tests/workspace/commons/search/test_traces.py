"""Forgotten words are gone from the database's own files."""

from pathlib import Path

import pytest
from django.db import connection

from majlis.workspace.commons.models import SearchEntry
from majlis.workspace.commons.search import index
from majlis.workspace.commons.traces import erase

PLANTED = b"plantedwordsthatmustgo"


def held():
    database = Path(connection.settings_dict["NAME"])
    return [path.name for path in database.parent.glob(f"{database.name}*") if PLANTED in path.read_bytes()]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="this reads SQLite's files")
def test_forgotten_words_leave_every_file_of_the_database(ask):
    for n in range(30):
        ask(f"Kept number {n}")
    gone = ask(f"{PLANTED.decode()} among others")
    for n in range(30):
        ask(f"Kept number {n + 30}")
    index.forget(gone)
    # the record itself goes as well: only the index could hold the words now
    gone.delete()
    assert held(), "nothing was there to leak"
    assert erase(SearchEntry)
    assert held() == []


@pytest.mark.django_db(transaction=True)
def test_erasing_keeps_what_is_left_to_be_found(ask, titles):
    ask("Kept")
    index.forget(ask("Gone"))
    assert erase(SearchEntry)
    assert (titles("kept"), titles("gone")) == (["Kept"], [])
