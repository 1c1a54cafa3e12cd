"""Which statements moderation took out, and which are meta statements (asked for context, not for opinion)."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from pathlib import Path
from typing import NamedTuple

import polars as pl

from majlis.engine.opinion.votes import STATEMENT, STATEMENT_COLUMNS
from majlis.engine.tables import (
    FIRST_DATA_ROW,
    Column,
    InputDigest,
    Problem,
    TableError,
    decode,
    digest_bytes,
    read_bytes,
    read_csv,
)

META = Column("meta", ("is-meta", "is_meta"), required=False)
MODERATED = next(column for column in STATEMENT_COLUMNS if column.name == "moderated")
YES, NO = ("1", "true", "t", "yes"), ("0", "false", "f", "no", "")
SERVER_OUTPUT, SERVER_META = "polis-math-pca2.json", "meta-tids"


class Marks(NamedTuple):
    """Ids of statements moderated out, ids of meta statements, and what was read beyond the statements for it."""

    moderated: Set[str]
    meta: Set[str]
    also_read: tuple[InputDigest, ...] = ()

    @classmethod
    def read(cls, statements: Sequence[Path], folder: Path | None) -> Marks:
        """Read the file of statements, if any, and for want of a column `meta` the server's output in `folder`."""
        if not statements:
            return cls(frozenset(), frozenset())
        listed = read_csv(statements[0], (STATEMENT, MODERATED, META))[0]
        out = frozenset[str]()
        if "moderated" in listed.columns:
            out = frozenset(listed.filter(pl.col("moderated") == -1)["statement"])
        if "meta" in listed.columns:
            return cls(out, frozenset(listed.filter(_yes(listed["meta"], statements[0].name))["statement"]))
        if folder and (folder / SERVER_OUTPUT).is_file():
            return cls(out, *_server_meta(folder / SERVER_OUTPUT))
        return cls(out, frozenset())


def _server_meta(path: Path) -> tuple[Set[str], tuple[InputDigest, ...]]:
    content = read_bytes(path)
    try:
        named = json.loads(decode(content, path.name))[SERVER_META]
        meta = frozenset(_numbers(named))
    except (ValueError, TypeError, KeyError, RecursionError):
        expected = f"JSON as Polis’s server writes it, with a list {SERVER_META} of numbers (or no such file)"
        raise TableError([Problem(path.name, expected)]) from None
    return meta, (digest_bytes(path.name, content),)


def _numbers(named: object) -> list[str]:
    if not isinstance(named, list) or any(type(statement) not in (int, str) for statement in named):
        raise TypeError
    return [str(int(statement)) for statement in named]


def _yes(values: pl.Series, name: str) -> pl.Series:
    told = values.fill_null("").str.to_lowercase()
    wrong = (~told.is_in([*YES, *NO])).arg_true()
    if len(wrong):
        expected = "1 or 0, true or false, or nothing"
        places = [(int(row) + FIRST_DATA_ROW, values[int(row)]) for row in wrong]
        raise TableError([Problem(name, expected, row=row, column="meta", found=found) for row, found in places])
    return told.is_in(YES)
