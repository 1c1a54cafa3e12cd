"""The short way to an empty database's tables, and the long way that older databases go, lead to the same tables."""

import re
import sqlite3
import subprocess
import sys

import pytest

from tests.cli.conftest import UPGRADE, environment_of

LONG_WAY = """
import sys
from django.db.migrations.loader import MigrationLoader
from majlis.cli import workspace
workspace.open_workspace()
load = MigrationLoader.load_disk
def load_without_short_cuts(loader):
    load(loader)
    loader.disk_migrations = {key: each for key, each in loader.disk_migrations.items() if not each.replaces}
MigrationLoader.load_disk = load_without_short_cuts
from django.core.management import call_command
call_command("migrate", *sys.argv[1:], verbosity=0)
"""
SQUASHED = "SELECT app, name FROM django_migrations WHERE name LIKE '%squashed%' ORDER BY app"


@pytest.fixture
def run(tmp_path):
    def in_home(name, code, *told):
        subprocess.run([sys.executable, "-c", code, *told], env=environment_of(tmp_path / name), check=True)
        return sqlite3.connect(tmp_path / name / "majlis.sqlite3")

    return in_home


def schema(database):
    """Each table, index and trigger by its name, its columns and conditions without their order."""
    rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sorted(re.split(r", (?=\"|CONSTRAINT)", re.sub(r"^[^(]*\(|\)$", "", sql))) for name, sql in rows}


def test_a_new_database_has_the_tables_of_an_old_one(run):
    new, old = run("new", UPGRADE), run("old", LONG_WAY)
    assert new.execute(SQUASHED).fetchall()
    assert not old.execute(SQUASHED).fetchall()
    assert schema(new) == schema(old)
    assert len(schema(new)) > 100


def test_an_old_database_is_taken_up_where_it_stands(run):
    new = run("new", UPGRADE)
    for app, name in [("consultations", "0002_the_hall"), ("commons", "0007_handling")]:
        run("old", LONG_WAY, app, name)
    old = run("old", UPGRADE)
    assert schema(new) == schema(old)
    again = run("old", UPGRADE)
    assert again.execute(SQUASHED).fetchall() == new.execute(SQUASHED).fetchall()
