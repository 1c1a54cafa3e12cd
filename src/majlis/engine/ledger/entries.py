"""Checking the entries of a ledger one after the other, from a database or from an export; the first bad one is named.

A leaf is canonical JSON that carries its own index and the root of the tree before it, so that a rewritten entry is
found by the entry after it. Heads that somebody else holds show what the ledger cannot show of itself: that its end
was cut off, or that all of it was written anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from majlis.engine.ledger.tree import EMPTY_ROOT, Frontier, leaf_hash

Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it stands in a database or an export.

    at: None where only the leaf says when. nodes: the inner nodes that the entry completes, in hex; None where the rows
    do not carry them.
    """

    index: int
    at: datetime | None
    leaf: str
    leaf_hash: str
    nodes: str | None = None


class Head(NamedTuple):
    """The size and root (in hex) that somebody saw."""

    size: int
    root: str


class Fault(StrEnum):
    """What is wrong with an entry, or with what stands beside the entries."""

    MISSING = "missing"
    ALTERED = "altered"
    REWRITTEN = "rewritten"
    CUT = "cut"
    ADDED = "added"
    HEAD = "head"
    NODES = "nodes"
    REBUILT = "rebuilt"
    PERSONS = "persons"
    NOTES = "notes"


@dataclass(frozen=True)
class Verification:
    """What a check of the ledger found.

    size, root: the tree of the entries that are good. fault: what is wrong with the first bad entry, None where all is
    well; index: that entry's number, None where no entry is bad but something beside them. A REBUILT ledger is bad
    somewhere from `index` on: only what the last agreeing head covers is known to be good.
    """

    size: int
    root: str
    fault: Fault | None = None
    index: int | None = None

    @property
    def holds(self) -> bool:
        """Whether everything is as it was written."""
        return self.fault is None


def examine(
    rows: Iterable[Row],
    *,
    size: int,
    root: str,
    heads: Sequence[Head] = (),
    own: Sequence[Head] = (),
    heed: Callable[[Row, Said], object] | None = None,
) -> Verification:
    """Check entries in their order against the size and root that they should have, and against heads held elsewhere.

    own: heads that the ledger keeps of itself: they too must agree, but where others hold heads they vouch for nothing.
    heed: called with every good entry and what its leaf says.
    """
    askew: list[Verification] = []
    vouching = {head.size for head in heads or own}
    found = _examine(rows, size, root, _by_size([*heads, *own]), vouching, heed, askew)
    # Nodes that do not fit are named only where nothing explains them: a rewritten entry has other nodes, too.
    first = askew[0] if askew else found
    return first if found.holds or (found.index or 0) > (first.index or 0) else found


def _examine(
    rows: Iterable[Row],
    size: int,
    root: str,
    expected: dict[int, set[str]],
    vouching: set[int],
    heed: Callable[[Row, Said], object] | None,
    askew: list[Verification],
) -> Verification:
    frontier, agreed = Frontier(), 0
    if expected.get(0, set()) - {EMPTY_ROOT.hex()}:
        return _bad(frontier, Fault.REBUILT, 0)
    for row in rows:
        if frontier.size == size:
            return _bad(frontier, Fault.ADDED, size)
        said = read_leaf(row.leaf)
        if fault := _fault(row, said, frontier):
            return _bad(frontier, *fault)
        frontier, completed = frontier.grow(bytes.fromhex(row.leaf_hash))
        if row.nodes is not None and row.nodes != b"".join(completed).hex():
            askew.append(_bad(frontier, Fault.NODES, row.index))
        if held := expected.get(frontier.size):
            if held != {frontier.root.hex()}:
                return _bad(frontier, Fault.REBUILT, agreed)
            agreed = frontier.size if frontier.size in vouching else agreed
        if heed:
            heed(row, said)
    return _ending(frontier, size, root, max(expected, default=0))


def _ending(frontier: Frontier, size: int, root: str, seen: int) -> Verification:
    if frontier.size < max(size, seen):
        return _bad(frontier, Fault.CUT, frontier.size)
    if frontier.root.hex() != root:
        return _bad(frontier, Fault.REWRITTEN, size - 1) if size else _bad(frontier, Fault.HEAD, None)
    return Verification(frontier.size, root)


def read_leaf(leaf: str) -> Said:
    """Read what a leaf says; nothing where it is no JSON object."""
    try:
        said = json.loads(leaf)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _by_size(heads: Sequence[Head]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for head in heads:
        found[head.size].add(head.root)
    return found


def _fault(row: Row, said: Said, frontier: Frontier) -> tuple[Fault, int] | None:
    if row.index != frontier.size:
        return Fault.MISSING, frontier.size
    if leaf_hash(row.leaf.encode()).hex() != row.leaf_hash:
        return Fault.ALTERED, row.index
    at = said.get("at") if row.at is None else row.at.astimezone(UTC).isoformat(timespec="microseconds")
    if (said.get("index"), said.get("at")) != (row.index, at):
        return Fault.ALTERED, row.index
    if said.get("before") != frontier.root.hex():
        return Fault.REWRITTEN, max(row.index - 1, 0)
    return None


def _bad(frontier: Frontier, fault: Fault, index: int | None) -> Verification:
    return Verification(frontier.size, frontier.root.hex(), fault, index)
