"""The ledger as a file of JSON lines, whole without a workspace or a database: a head line, then one line an entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from majlis.engine.errors import InputError
from majlis.engine.ledger.checkpoint import Checkpoint
from majlis.engine.ledger.entries import Fault, Head, Row, Verification, examine
from majlis.engine.ledger.note import Note, NoteError, PublicKey

FORMAT = "majlis-ledger/1"
TITLE, ENTRY = {"format", "key", "checkpoint"}, {"index", "leaf", "hash"}


@dataclass(frozen=True)
class Title:
    """What an export says before its entries: the key that signs, and the checkpoint that ends it."""

    key: PublicKey
    note: Note

    @property
    def head(self) -> Checkpoint:
        """The checkpoint, read."""
        return Checkpoint.read(self.note)


def write(title: Title, rows: Iterable[Row]) -> Iterator[str]:
    """Write an export, line by line."""
    yield _line({"format": FORMAT, "key": str(title.key), "checkpoint": str(title.note)})
    for row in rows:
        yield _line({"index": row.index, "leaf": row.leaf, "hash": row.leaf_hash})


def read(lines: Iterable[str], name: str) -> tuple[Title, Iterator[Row]]:
    """Read an export; InputError with the line where it is none. Rows are read as they are asked for."""
    numbered = enumerate(lines, 1)
    first = next(numbered, (1, ""))[1]
    said = _object(first, name, 1)
    if said.get("format") != FORMAT or set(said) != TITLE:
        raise InputError(f"{name}: expected a ledger export ({FORMAT}), found something else in line 1")
    try:
        title = Title(PublicKey.parse(str(said.get("key"))), Note.parse(str(said.get("checkpoint"))))
        title.head  # noqa: B018  a note that is no checkpoint is said here, not halfway
    except NoteError as error:
        raise InputError(f"{name}, line 1: {error}") from None
    return title, (_row(line, name, number) for number, line in numbered)


def check(title: Title, rows: Iterable[Row], witnesses: Sequence[Note] = ()) -> Verification:
    """Check an export against its own checkpoint and against those that witnesses kept."""
    head, kept = title.head, [Checkpoint.read(note) for note in witnesses]
    heads = [Head(one.size, one.root.hex()) for one in kept]
    found = examine(rows, size=head.size, root=head.root.hex(), heads=heads)
    if found.holds and not (title.key.name == head.origin and title.key.verifies(title.note)):
        return Verification(found.size, found.root, Fault.NOTES)
    return found


def _row(line: str, name: str, number: int) -> Row:
    said = _object(line, name, number)
    index, leaf, hashed = said.get("index"), said.get("leaf"), said.get("hash")
    if set(said) != ENTRY or type(index) is not int or not isinstance(leaf, str) or not isinstance(hashed, str):
        raise InputError(f"{name}, line {number}: expected an entry with index, leaf and hash, and nothing else")
    if any("\ud800" <= sign <= "\udfff" for sign in leaf):  # half a character has no bytes to hash
        raise InputError(f"{name}, line {number}: expected a leaf of whole characters")
    return Row(index, None, leaf, hashed)


def _object(line: str, name: str, number: int) -> dict[str, object]:
    try:
        said = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise InputError(f"{name}, line {number}: expected a JSON object, found {line.strip()[:40]!r}")
    return said


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Build an object whose names stand once each: a second one would be a field that nobody checks."""
    said = dict(pairs)
    if len(said) != len(pairs):
        raise ValueError("a name stands twice")
    return said


def _line(said: dict[str, object]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"
