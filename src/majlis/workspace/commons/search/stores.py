"""The full text indexes of the two databases, which hold terms that `words` has made and split nothing themselves.

Terms are letters, digits and slashes, so that none can be read as a part of the languages in which queries are put.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.db import connection, models
from django.db.models.expressions import RawSQL

from majlis.workspace.commons.search.asking import Asked, Query


class Tier(NamedTuple):
    """How good a hit is: whether every word stands in the title, and whether each stands there as it was typed."""

    title: bool
    exact: bool


TIERS = (Tier(title=True, exact=True), Tier(title=True, exact=False), Tier(False, exact=True), Tier(False, exact=False))


class Store(Protocol):
    """A database's full text index; its rows have the ids of the search's entries."""

    def write(self, entry: int, title: Iterable[str], body: Iterable[str]) -> None:
        """Put the terms of an entry in place of those it had."""

    def remove(self, entry: int) -> None:
        """Take the terms of an entry out, before the entry itself goes."""

    def condition(self, query: Query, tier: Tier) -> RawSQL:
        """Give the condition that an entry must meet."""

    def tidy(self) -> None:
        """Rid the index of what it keeps of removed terms."""


class Sqlite:
    """FTS5; `ascii` keeps every character beyond ASCII inside its word, whichever version of Unicode SQLite knows."""

    TABLE = "commons_searchwords"

    def write(self, entry: int, title: Iterable[str], body: Iterable[str]) -> None:
        """Put them in the table's row."""
        self.remove(entry)
        row = [entry, " ".join(sorted(title)), " ".join(sorted(body))]
        _run(f"INSERT INTO {self.TABLE} (rowid, title, body) VALUES (%s, %s, %s)", row)

    def remove(self, entry: int) -> None:
        """Delete the table's row."""
        _run(f"DELETE FROM {self.TABLE} WHERE rowid = %s", [entry])

    def condition(self, query: Query, tier: Tier) -> RawSQL:
        """Match the row, or its title alone."""
        asked = " AND ".join(f"({' OR '.join(self._either(word, tier))})" for word in query.asked)
        wanted = f"title : ({asked})" if tier.title else asked
        sql = f"commons_searchentry.id IN (SELECT rowid FROM {self.TABLE} WHERE {self.TABLE} MATCH %s)"
        return RawSQL(sql, [wanted], output_field=models.BooleanField())

    def tidy(self) -> None:
        """Merge all segments into one: a removed term stays in an old segment until it is merged with its removal."""
        _run(f"DELETE FROM {self.TABLE} WHERE rowid NOT IN (SELECT id FROM commons_searchentry)")
        _run(f"INSERT INTO {self.TABLE} ({self.TABLE}) VALUES ('optimize')")

    @staticmethod
    def _either(word: Asked, tier: Tier) -> list[str]:
        if tier.exact:
            return [f'"{form}"' for form in sorted(word.exact)]
        return [f'"{form}"' for form in sorted(word.loose)] + [f'"{form}" *' for form in sorted(word.beginnings)]


class Postgresql:
    """Two columns of sets of terms beside each entry."""

    def write(self, entry: int, title: Iterable[str], body: Iterable[str]) -> None:
        """Put them in the entry's columns."""
        first = sorted(title)
        columns = "title = array_to_tsvector(%s::text[]), words = array_to_tsvector(%s::text[])"
        _run(f"UPDATE commons_searchentry SET {columns} WHERE id = %s", [first, sorted({*first, *body}), entry])

    def remove(self, entry: int) -> None:
        """Nothing: the terms stand in the entry."""

    def condition(self, query: Query, tier: Tier) -> RawSQL:
        """Match the column of the title, or that of all words."""
        asked = " & ".join(f"({' | '.join(self._either(word, tier))})" for word in query.asked)
        column = "title" if tier.title else "words"
        return RawSQL(f"commons_searchentry.{column} @@ %s::tsquery", [asked], output_field=models.BooleanField())

    def tidy(self) -> None:
        """Nothing: rewriting the table of entries does it (see `traces`)."""

    @staticmethod
    def _either(word: Asked, tier: Tier) -> list[str]:
        if tier.exact:
            return [f"'{form}'" for form in sorted(word.exact)]
        return [f"'{form}'" for form in sorted(word.loose)] + [f"'{form}':*" for form in sorted(word.beginnings)]


def store() -> Store:
    """Give the full text index of this workspace's database."""
    return Sqlite() if connection.vendor == "sqlite" else Postgresql()


def _run(sql: str, values: Iterable[object] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
