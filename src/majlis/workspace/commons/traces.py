"""Making what was deleted or overwritten go from the database's files too, not only from its answers."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import OperationalError, connection, models
from django.db.backends.utils import CursorWrapper

from majlis.workspace.commons import files
from majlis.workspace.commons.models import SearchEntry
from majlis.workspace.commons.search.stores import store


def owe(*tables: type[models.Model]) -> None:
    """Note that the files must be rid of old rows; call it before the commit, so that no killed process forgets it.

    The note goes when `erase` has done it, and the hourly look at what is over does what is still owed.
    """
    for table in tables:
        files.replace(_notes() / table._meta.label_lower, b"")


def take_back(*tables: type[models.Model]) -> None:
    """Take back what was noted, because nothing was deleted after all."""
    for table in tables:
        (_notes() / table._meta.label_lower).unlink(missing_ok=True)


def owed() -> list[type[models.Model]]:
    """Give the tables whose files must still be rid of old rows."""
    return [apps.get_model(note.name) for note in sorted(_notes().glob("*.*")) if not note.name.startswith(".")]


def erase(*tables: type[models.Model]) -> bool:
    """Rid the files of old versions of rows; call it after the commit of a closing, an expiry or a recall.

    Both databases write their tables anew. SQLite overwrites deleted rows at once (secure_delete), but where it moved
    rows from one page of the file to another, copies stay behind in the free space of the first. False where somebody
    still reads or writes: then the next call does it. Backups made before keep theirs.
    With SearchEntry among the tables the search's index is rid of the words of removed entries.
    """
    if connection.in_atomic_block:
        raise RuntimeError("traces can be erased only after the transaction that deleted")
    notes = {note: note.stat().st_mtime_ns for table in tables if (note := _notes() / table._meta.label_lower).exists()}
    if SearchEntry in tables:
        store().tidy()
    if not _written_anew(tables):
        return False
    for note, seen in notes.items():
        if note.stat().st_mtime_ns == seen:  # nothing came to be owed meanwhile
            note.unlink()
    return True


def _notes() -> Path:
    return Path(settings.HOME) / "owed-to-files"


def _written_anew(tables: tuple[type[models.Model], ...]) -> bool:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return _rewritten(cursor)
        for table in tables:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table._meta.db_table)}")
    return True


def _rewritten(cursor: CursorWrapper) -> bool:
    """Write SQLite's file anew and empty its journal, which holds the old pages until then."""
    try:
        cursor.execute("VACUUM")
    except OperationalError:
        return False
    busy: int = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return busy == 0
