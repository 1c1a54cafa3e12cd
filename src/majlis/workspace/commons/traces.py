"""Making what was deleted or overwritten go from the database's files too, not only from its answers."""

from __future__ import annotations

from django.db import connection, models

from majlis.workspace.commons.models import SearchEntry
from majlis.workspace.commons.search.stores import store


def erase(*tables: type[models.Model]) -> bool:
    """Rid the files of old versions of rows; call it after the commit of a closing, an expiry or a recall.

    SQLite overwrites deleted rows at once (secure_delete), so only its journal is emptied; False where somebody still
    reads an older state, then the next call does it. PostgreSQL rewrites the tables. Backups made before keep theirs.
    With SearchEntry among the tables the search's index is rid of the words of removed entries.
    """
    if connection.in_atomic_block:
        raise RuntimeError("traces can be erased only after the transaction that deleted")
    if SearchEntry in tables:
        store().tidy()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        for table in tables:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table._meta.db_table)}")
    return True
