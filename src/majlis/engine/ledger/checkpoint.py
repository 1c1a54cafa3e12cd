"""What a log says of itself, and proofs that anybody can check without it.

Sources: c2sp.org/tlog-checkpoint, c2sp.org/tlog-witness (the body of `add-checkpoint`), c2sp.org/tlog-proof.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from majlis.engine.ledger.note import Note, NoteError, PublicKey, decode64, encode64
from majlis.engine.ledger.tree import leaf_hash, verify_consistency, verify_inclusion

NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
MOST_PROOF_LINES = 63
PROOF = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A head of a log: whose, how many entries, and the root over them; `str` gives the text that is signed."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.origin}\n{self.size}\n{encode64(self.root)}\n"

    @classmethod
    def read(cls, note: Note) -> Self:
        """Read the text of a note; NoteError where it is no checkpoint."""
        lines = note.text.split("\n")
        if len(lines) < 4 or not all(lines[:-1]) or not NUMBER.fullmatch(lines[1]):
            raise NoteError("expected a checkpoint: origin, size, root")
        root = decode64(lines[2])
        if len(root) != 32:
            raise NoteError("the root of a checkpoint has 32 bytes")
        return cls(lines[0], int(lines[1]), root)


class Growth(NamedTuple):
    """What a witness is handed: a checkpoint, and the proof that the tree of `old` entries is its beginning."""

    old: int
    proof: tuple[bytes, ...]
    note: Note

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in (f"old {self.old}", *map(encode64, self.proof), "")) + str(self.note)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a hand-over, or a bare checkpoint, which proves nothing about an earlier tree."""
        if not written.startswith("old "):
            return cls(0, (), Note.parse(written))
        head, _, note = written.partition("\n\n")
        first, *lines = head.split("\n")
        size = first.removeprefix("old ")
        if not NUMBER.fullmatch(size) or len(lines) > MOST_PROOF_LINES:
            raise NoteError(f"expected “old SIZE” and at most {MOST_PROOF_LINES} lines of proof")
        return cls(int(size), tuple(map(decode64, lines)), Note.parse(note))

    def follows(self, earlier: Checkpoint) -> bool:
        """Say whether the checkpoint is proven to be the kept one, grown."""
        now = Checkpoint.read(self.note)
        if now.origin != earlier.origin:
            return False
        if now.size == earlier.size:
            return now.root == earlier.root
        if earlier.size == 0:
            return True
        proven = self.old == earlier.size
        return proven and verify_consistency(earlier.size, now.size, earlier.root, now.root, self.proof)


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """That an entry stands at its place in the tree of a checkpoint; `leaf` is its text, where the file carries it."""

    index: int
    path: Sequence[bytes]
    note: Note
    leaf: bytes | None = None

    def __str__(self) -> str:
        extra = [] if self.leaf is None else [f"extra {encode64(self.leaf)}"]
        lines = [PROOF, *extra, f"index {self.index}", *map(encode64, self.path), ""]
        return "".join(f"{line}\n" for line in lines) + str(self.note)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a proof file; NoteError where it is none."""
        head, _, note = written.partition("\n\n")
        title, *lines = head.split("\n")
        extra = lines.pop(0).removeprefix("extra ") if lines and lines[0].startswith("extra ") else None
        index = lines.pop(0).removeprefix("index ") if lines else ""
        if title != PROOF or not NUMBER.fullmatch(index) or len(lines) > MOST_PROOF_LINES:
            raise NoteError(f"expected a proof file that starts with {PROOF}")
        leaf = None if extra is None else decode64(extra)
        return cls(int(index), tuple(map(decode64, lines)), Note.parse(note), leaf)

    def shows(self, leaf: bytes, key: PublicKey) -> bool:
        """Say whether the leaf (its text) stands at its place under a checkpoint that `key` signed."""
        head = Checkpoint.read(self.note)
        there = verify_inclusion(leaf_hash(leaf), self.index, head.size, self.path, head.root)
        return there and key.verifies(self.note)
