"""The votes of a consultation: who (as a pseudonym) answered which statement with what."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
import polars as pl
from numpy.typing import NDArray

from majlis.engine.errors import InputError
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.tables import Column, InputDigest, Problem, TableError, digest_bytes, read_csv

AGREE, PASS, DISAGREE = 1, 0, -1

PARTICIPANT = Column("participant", ("voter-id", "voter_id", "participant-id", "participant_id"), repeats=True)
STATEMENT = Column("statement", ("comment-id", "comment_id", "statement-id", "statement_id"))
VOTED_STATEMENT = replace(STATEMENT, repeats=True)
VOTE = Column("vote", ("value",), whole_number=frozenset({DISAGREE, PASS, AGREE}))
TIME = Column("timestamp", whole_number=range(2**53), required=False)
VOTE_COLUMNS = (PARTICIPANT, VOTED_STATEMENT, VOTE, TIME)

STATEMENT_COLUMNS = (
    STATEMENT,
    Column("text", ("comment-body", "comment_body", "body"), required=False),
    Column("moderated", whole_number=frozenset({-1, 0, 1}), required=False),
)


@dataclass(frozen=True)
class Statement:
    """A statement: its id, its text (empty where only votes are known), and whether moderation took it out."""

    id: str
    text: str = ""
    moderated_out: bool = False


@dataclass(frozen=True)
class Votes:
    """All votes on all statements, one row per participant and statement: the last vote counts.

    statements: in their natural order (numbers by value, then texts).
    participants: how many people voted at all, also on statements that moderation took out.
    matrix: the votes on the statements that moderation left in; its columns follow `kept`.
    names: the participants of the matrix, in its order. files: what `load` read, where there are files.
    """

    statements: tuple[Statement, ...]
    participants: int
    matrix: VoteMatrix = field(repr=False)
    inputs: tuple[InputDigest, ...]
    names: Sequence[str] = field(default=(), repr=False)
    files: tuple[Path, ...] = ()

    @cached_property
    def kept(self) -> tuple[Statement, ...]:
        """The statements that are analysed, in their natural order."""
        return tuple(statement for statement in self.statements if not statement.moderated_out)

    @classmethod
    def load(cls, paths: list[Path]) -> Self:
        """Read a Polis export folder, a file of votes, or a file of votes and one of statements."""
        if len(paths) == 1 and paths[0].is_dir():
            return replace(cls.from_polis(paths[0]), files=tuple(paths))
        if len(paths) in (1, 2):
            return replace(cls.from_csv(*paths), files=tuple(paths))
        raise InputError(f"expected a folder, or a file of votes and a file of statements; found {len(paths)} inputs")

    @classmethod
    def from_csv(cls, votes: Path, statements: Path | None = None) -> Self:
        """Read `participant,statement,vote[,timestamp]`, and `statement,text[,moderated]` where given.

        Votes: agree 1, pass 0, disagree -1. Where a participant voted more than once on a statement the latest
        timestamp counts, or without timestamps the last row. Raises TableError.
        """
        return cls.from_ballots(Ballots.read(votes, statements))

    @classmethod
    def from_polis(cls, folder: Path) -> Self:
        """Read the folder of a Polis export: `votes.csv` and `comments.csv` (moderated -1 is out)."""
        return cls.from_ballots(Ballots.read_polis(folder))

    @classmethod
    def from_triplets(
        cls, triplets: Iterable[tuple[str, str, int]], statements: Sequence[Statement] = (), name: str = "votes"
    ) -> Self:
        """Take `(participant, statement, vote)` from memory; a later triplet replaces an earlier one.

        The digest of the votes does not know the participants' names: see `votes_digest`.
        """
        schema = {"participant": pl.String, "statement": pl.String, "vote": pl.Int64}
        rows = pl.DataFrame(list(triplets), schema=schema, orient="row")
        wrong = rows.filter(~pl.col("vote").is_in([DISAGREE, PASS, AGREE]))
        if wrong.height:
            raise TableError([Problem(name, VOTE.expected, column="vote", found=str(wrong["vote"][0]))], wrong.height)
        return cls.from_ballots(Ballots.take(_last_votes(rows), statements, name))

    @classmethod
    def from_ballots(cls, ballots: Ballots) -> Self:
        """Build the matrix of the statements that moderation left in."""
        known = {statement.id: statement for statement in ballots.statements}
        for voted in ballots.cast["statement"].unique():
            known.setdefault(voted, Statement(voted))
        statements = tuple(sorted(known.values(), key=lambda statement: natural(statement.id)))
        kept = [statement.id for statement in statements if not statement.moderated_out]
        matrix, names = _matrix(ballots.cast, kept)
        return cls(statements, ballots.cast["participant"].n_unique(), matrix, ballots.inputs, names)


@dataclass(frozen=True)
class Ballots:
    """Votes as they were cast, the last one of each participant on each statement, moderated statements included.

    cast: columns participant, statement (texts, or categories where they come from a file) and vote (-1, 0, 1).
    """

    cast: pl.DataFrame = field(repr=False)
    statements: tuple[Statement, ...]
    inputs: tuple[InputDigest, ...]

    @classmethod
    def read(cls, votes: Path, statements: Path | None = None) -> Self:
        """Read a file of votes and, where given, one of statements, which may wait for its first vote."""
        cast, digest = (read_csv if statements else _rows)(votes, VOTE_COLUMNS)
        listed, digests = _read_statements(statements) if statements else ((), ())
        return cls(_last_votes(cast), listed, (digest, *digests))

    @classmethod
    def read_polis(cls, folder: Path) -> Self:
        """Read `votes.csv` and `comments.csv` of a Polis export; see `Votes.from_polis`."""
        missing = [name for name in ("votes.csv", "comments.csv") if not (folder / name).is_file()]
        if missing:
            raise TableError([Problem(f"{folder.name}/{name}", "a file of a Polis export") for name in missing])
        return cls.read(folder / "votes.csv", folder / "comments.csv")

    @classmethod
    def take(cls, cast: pl.DataFrame, statements: Sequence[Statement], name: str = "votes", salt: bytes = b"") -> Self:
        """Take last votes from memory, with their digests; for salt see `votes_digest`."""
        votes = votes_digest(cast, name, salt)
        return cls(cast, tuple(statements), (votes, statements_digest(statements)) if statements else (votes,))


def votes_digest(cast: pl.DataFrame, name: str = "votes", salt: bytes = b"") -> InputDigest:
    """SHA-256 over a salt and the sorted ballots, one line a participant, without the participants' names.

    It does not change when rows are shuffled or pseudonyms replaced, so the digest that closing puts on the ledger is
    the one that a map computed later carries. With 32 secret bytes of salt it is a commitment; without, whoever sees it
    can try out what a few people may have voted.
    """
    lines = (
        cast.sort("participant", "statement")
        .select("participant", line=pl.concat_str("statement", pl.lit("="), pl.col("vote").cast(pl.String)))
        .group_by("participant")
        .agg(pl.col("line").str.join("\t"))["line"]
        .sort()
    )
    content = hashlib.sha256(salt)
    for line in lines:
        content.update(f"{line}\n".encode())
    return InputDigest(name=name, sha256=content.hexdigest())


def statements_digest(statements: Sequence[Statement]) -> InputDigest:
    """SHA-256 over ids, texts and moderation in natural order."""
    ordered = sorted(statements, key=lambda statement: natural(statement.id))
    rows = [[statement.id, statement.text, statement.moderated_out] for statement in ordered]
    return digest_bytes("statements", json.dumps(rows, ensure_ascii=False).encode())


def natural(identifier: str) -> tuple[bool, int, str]:
    """Sort key: whole numbers by value, before everything else."""
    number = identifier.isascii() and identifier.isdigit()
    return (not number, int(identifier) if number else 0, identifier)


def _rows(path: Path, columns: Sequence[Column]) -> tuple[pl.DataFrame, InputDigest]:
    frame, digest = read_csv(path, columns)
    if frame.is_empty():
        raise TableError([Problem(path.name, "at least one row below the header")])
    return frame, digest


def _read_statements(path: Path) -> tuple[tuple[Statement, ...], tuple[InputDigest, ...]]:
    frame, digest = _rows(path, STATEMENT_COLUMNS)
    twice = frame["statement"].is_duplicated()
    if twice.any():
        row = int(twice.arg_true()[1])
        found = frame["statement"][row]
        raise TableError([Problem(path.name, "each statement once", row=row + 2, column="statement", found=found)])
    absent = [None] * frame.height
    texts = frame["text"] if "text" in frame.columns else absent
    moderated = frame["moderated"] if "moderated" in frame.columns else absent
    listed = tuple(
        Statement(identifier, text or "", state == -1)
        for identifier, text, state in zip(frame["statement"], texts, moderated, strict=True)
    )
    return listed, (digest,)


def _last_votes(cast: pl.DataFrame) -> pl.DataFrame:
    if not _voted_again(cast):
        return cast.select("participant", "statement", "vote")
    if "timestamp" in cast.columns:
        cast = cast.sort("timestamp", maintain_order=True, nulls_last=False)
    last = cast.unique(["participant", "statement"], keep="last", maintain_order=True)
    return last.select("participant", "statement", "vote")


def _voted_again(cast: pl.DataFrame) -> bool:
    """Whether anybody voted more than once on a statement."""
    people, statements = _codes(cast["participant"]), _codes(cast["statement"])
    pairs = np.sort(people.astype(np.uint64) << np.uint64(32) | statements)
    return bool((pairs[1:] == pairs[:-1]).any())


def _codes(texts: pl.Series) -> NDArray[np.uint32]:
    """One number for each text, the same for the same text."""
    return texts.cast(pl.Categorical).to_physical().to_numpy()


def _matrix(last: pl.DataFrame, kept: Sequence[str]) -> tuple[VoteMatrix, list[str]]:
    """The votes on the statements kept, and the names of their participants."""
    columns = _places(last["statement"], kept)
    inside = columns >= 0
    voters = last["participant"].filter(pl.Series(inside))
    names = voters.unique().cast(pl.String).sort().to_list()
    matrix = VoteMatrix(
        participants=_places(voters, names),
        statements=columns[inside],
        values=last["vote"].cast(pl.Int8).to_numpy()[inside],
        n_participants=len(names),
        n_statements=len(kept),
    )
    return matrix, names


def _places(texts: pl.Series, among: Sequence[str]) -> NDArray[np.int32]:
    """The place of each text in `among`, -1 where it is not there; a text is looked up once, however often it comes."""
    coded = texts.cast(pl.Categorical)
    known = coded.unique()
    codes = known.to_physical().to_numpy()
    place = {text: index for index, text in enumerate(among)}
    places = np.full(int(codes.max(initial=0)) + 1, -1, np.int32)
    places[codes] = [place.get(text, -1) for text in known.cast(pl.String)]
    return np.asarray(places[coded.to_physical().to_numpy()])
