"""Making what was deleted or overwritten go from the database's files too, not only from its answers."""

from __future__ import annotations

from django.db import OperationalError, connection, models
from django.db.backends.utils import CursorWrapper

from majlis.workspace.commons.models import SearchEntry
from majlis.workspace.commons.search.stores import store


def erase(*tables: type[models.Model]) -> bool:
    """Rid the files of old versions of rows; call it after the commit of a closing, an expiry or a recall.

    Both databases write their tables anew. SQLite overwrites deleted rows at once (secure_delete), but where it moved
    rows from one page of the file to another, copies stay behind in the free space of the first. False where somebody
    still reads or writes: then the next call does it. Backups made before keep theirs.
    With SearchEntry among the tables the search's index is rid of the words of removed entries.
    """
    if connection.in_atomic_block:
        raise RuntimeError("traces can be erased only after the transaction that deleted")
    if SearchEntry in tables:
        store().tidy()
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
