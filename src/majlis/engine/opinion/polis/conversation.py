"""Stage 1: a conversation from the files of a Polis export, participants in the order in which they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
import polars as pl

from majlis.engine.errors import InputError
from majlis.engine.opinion.polis.arrays import Flags, Ints, Seen
from majlis.engine.opinion.votes import STATEMENT, STATEMENT_COLUMNS, VOTE_COLUMNS, natural
from majlis.engine.tables import FIRST_DATA_ROW, Column, Problem, TableError, read_csv

META = Column("meta", ("is-meta", "is_meta"), required=False)
YES, NO = ("1", "true", "t", "yes"), ("0", "false", "f", "no", "")


@dataclass(frozen=True)
class Conversation:
    """What the mathematics reads: who, what, and every last vote.

    participants: in the order of their first vote. statements: those that somebody voted on, in natural order; a
    statement without votes has no place in Polis's matrix. out: moderated out, which Polis also does with meta
    statements. seen: the votes, in Polis's signs.
    """

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    out: Flags
    meta: Flags
    seen: Seen = field(repr=False)

    @classmethod
    def read(cls, files: Sequence[Path]) -> Self:
        """Read a folder with `votes.csv` and `comments.csv`, or a file of votes and, where given, one of statements.

        Takes what `Votes.load` takes, and a column `meta` of the statements. Raises TableError.
        """
        if not files:
            raise InputError("method=polis reads votes from an analyst’s own files; these votes came from no file")
        paths = [files[0] / "votes.csv", files[0] / "comments.csv"] if files[0].is_dir() else list(files)
        cast = read_csv(paths[0], VOTE_COLUMNS)[0]
        moderated, meta = _marked(paths[1]) if len(paths) > 1 else (set[str](), set[str]())
        return cls.of(cast, moderated, meta)

    @classmethod
    def of(cls, cast: pl.DataFrame, moderated: set[str], meta: set[str]) -> Self:
        """Take rows of participant, statement, vote (agree 1) and, where known, timestamp; the last vote counts."""
        if "timestamp" in cast.columns:
            cast = cast.sort("timestamp", maintain_order=True)
        people = cast["participant"].unique(maintain_order=True)
        statements = pl.Series("statement", sorted(cast["statement"].unique(), key=natural), dtype=pl.String)
        last = cast.unique(["participant", "statement"], keep="last", maintain_order=True)
        return cls(
            participants=tuple(people),
            statements=tuple(statements),
            out=_flags(statements, moderated | meta),
            meta=_flags(statements, meta),
            seen=Seen(
                rows=_places(last["participant"], people),
                columns=_places(last["statement"], statements),
                values=-last["vote"].to_numpy().astype(np.int64),
                n_participants=len(people),
                n_statements=len(statements),
            ),
        )


def _flags(statements: pl.Series, marked: set[str]) -> Flags:
    return np.array([statement in marked for statement in statements], bool)


def _places(values: pl.Series, among: pl.Series) -> Ints:
    table = pl.DataFrame({"value": among}).with_row_index("place")
    found = pl.DataFrame({"value": values}).join(table, on="value", how="left", maintain_order="left")
    return found["place"].to_numpy().astype(np.int64)


def _marked(path: Path) -> tuple[set[str], set[str]]:
    """The statements that moderation took out, and the meta statements."""
    wanted = [STATEMENT, next(column for column in STATEMENT_COLUMNS if column.name == "moderated"), META]
    listed = read_csv(path, wanted)[0]
    out, meta = set[str](), set[str]()
    if "moderated" in listed.columns:
        out = set(listed.filter(pl.col("moderated") == -1)["statement"])
    if "meta" in listed.columns:
        meta = set(listed.filter(_yes(listed["meta"], path.name))["statement"])
    return out, meta


def _yes(values: pl.Series, name: str) -> pl.Series:
    told = values.fill_null("").str.to_lowercase()
    wrong = (~told.is_in([*YES, *NO])).arg_true()
    if len(wrong):
        expected = "1 or 0, true or false, or nothing"
        places = [(int(row) + FIRST_DATA_ROW, values[int(row)]) for row in wrong]
        raise TableError([Problem(name, expected, row=row, column="meta", found=found) for row, found in places])
    return told.is_in(YES)
