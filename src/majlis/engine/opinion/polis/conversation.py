"""Stage 1: a conversation from the files of a Polis export, participants in the order in which they came."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
import polars as pl

from majlis.engine.errors import InputError
from majlis.engine.opinion.polis.arrays import Flags, Ints, Seen
from majlis.engine.opinion.polis.marks import Marks
from majlis.engine.opinion.votes import VOTE_COLUMNS, natural
from majlis.engine.tables import InputDigest, read_csv


@dataclass(frozen=True)
class Conversation:
    """What the mathematics reads: who, what, and every last vote.

    participants: in the order of their first vote. statements: those that somebody voted on, in natural order; a
    statement without votes has no place in Polis's matrix. out: moderated out, which Polis also does with meta
    statements. seen: the votes, in Polis's signs. also_read: files that were read beyond votes and statements.
    """

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    out: Flags
    meta: Flags
    seen: Seen = field(repr=False)
    also_read: tuple[InputDigest, ...] = ()

    @classmethod
    def read(cls, files: Sequence[Path]) -> Self:
        """Read a folder with `votes.csv` and `comments.csv`, or a file of votes and, where given, one of statements.

        Takes what `Votes.load` takes. Meta statements are those that a column `meta` marks or, since Polis's export has
        none, those that the server's own output in the folder names. Raises TableError.
        """
        if not files:
            raise InputError("method=polis reads votes from an analyst’s own files; these votes came from no file")
        if not all(path.is_file() or path.is_dir() for path in files):
            raise InputError(
                "method=polis reads its files twice, which a pipe does not allow: save the votes to a file"
            )
        folder = files[0] if files[0].is_dir() else None
        paths = [folder / "votes.csv", folder / "comments.csv"] if folder else list(files)
        cast = read_csv(paths[0], VOTE_COLUMNS)[0].with_columns(pl.col("participant", "statement").cast(pl.String))
        return cls.of(cast, *Marks.read(paths[1:], folder))

    @classmethod
    def of(
        cls, cast: pl.DataFrame, moderated: Set[str], meta: Set[str], also_read: tuple[InputDigest, ...] = ()
    ) -> Self:
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
            also_read=also_read,
        )


def _flags(statements: pl.Series, marked: Set[str]) -> Flags:
    return np.array([statement in marked for statement in statements], bool)


def _places(values: pl.Series, among: pl.Series) -> Ints:
    table = pl.DataFrame({"value": among}).with_row_index("place")
    found = pl.DataFrame({"value": values}).join(table, on="value", how="left", maintain_order="left")
    return found["place"].to_numpy().astype(np.int64)
