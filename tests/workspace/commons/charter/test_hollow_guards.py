"""The table of guards: each is made hollow once, and its check says that the rule is broken."""

import pytest
from django.db import connection

from majlis.workspace.commons.charter import refusals, register
from majlis.workspace.commons.charter.register import Broken
from tests.workspace.commons.charter.hollow import HOLLOW, OF_SQLITE, emptied

pytestmark = pytest.mark.django_db
CASES = [(name, guard, does) for name, guards in HOLLOW.items() for guard, does in guards]
IDS = [f"{name}-{guard.__qualname__}" for name, guard, _ in CASES]


@pytest.mark.parametrize(("name", "guard", "does"), CASES, ids=IDS)
def test_hollow_guard_is_noticed(name, guard, does, monkeypatch):
    if guard in OF_SQLITE and connection.vendor != "sqlite":
        pytest.skip("a guard of SQLite")
    emptied(monkeypatch, guard, does)
    with refusals.noting(), pytest.raises(Broken):
        register.checks()[name].look()
