"""The ledger of acts: an RFC 9162 Merkle tree in the database, appended to in the transaction of the act itself.

A leaf is canonical JSON and carries its own index, the root of the tree before it, and hashes of what it is about, but
never the content. Because every leaf names the root before it, a rewritten entry is found by the entry after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from majlis.engine.ledger import EMPTY_ROOT, Frontier, leaf_hash
from majlis.workspace.commons.fields import canonical
from majlis.workspace.commons.models import LedgerEntry, LedgerHead, Member


def append(
    action: str, *, actor: Member | None, subjects: Sequence[Mapping[str, object]] = (), **detail: object
) -> LedgerEntry:
    """Append one entry; call it last in the transaction, because it holds the head until the commit.

    subjects: kind, id and digest of each thing that the act is about. detail: more hashes, sizes or keys, no content.
    """
    with transaction.atomic():
        head = _locked_head()
        frontier, now = _frontier(head), timezone.now()
        leaf = canonical(
            {
                "index": frontier.size,
                "before": head.root,
                "at": now,
                "action": action,
                "actor": actor and str(actor.pk),
                "subjects": list(subjects),
                "detail": detail,
            }
        )
        hashed = leaf_hash(leaf.encode())
        entry = LedgerEntry.objects.create(index=frontier.size, at=now, leaf=leaf, leaf_hash=hashed.hex())
        _save(head, frontier.append(hashed))
    return entry


class Row(NamedTuple):
    """An entry as it stands in the database or in an export."""

    index: int
    at: datetime
    leaf: str
    leaf_hash: str


class Fault(StrEnum):
    """What is wrong with an entry."""

    MISSING = "missing"
    ALTERED = "altered"
    REWRITTEN = "rewritten"
    CUT = "cut"
    ADDED = "added"
    HEAD = "head"


@dataclass(frozen=True)
class Verification:
    """What a check of the ledger found.

    size, root: the tree of the entries that are good. fault: what is wrong with the first bad entry, None where all is
    well; index: that entry's number, None where the head alone is damaged.
    """

    size: int
    root: str
    fault: Fault | None = None
    index: int | None = None

    @property
    def holds(self) -> bool:
        """Whether every entry is as it was written."""
        return self.fault is None


def verify() -> Verification:
    """Recompute the tree from the entries of the database and compare it with the head."""
    head = LedgerHead.objects.filter(pk=1).first() or _new_head()
    entries = LedgerEntry.objects.filter(index__lt=head.size).order_by("index")
    rows = entries.values_list("index", "at", "leaf", "leaf_hash").iterator(2000)
    found = examine((Row(*row) for row in rows), size=head.size, root=head.root)
    if found.holds and _beyond_head():
        return Verification(found.size, found.root, Fault.ADDED, found.size)
    if found.holds and _edge(head) != (head.size, head.root):
        return Verification(found.size, found.root, Fault.HEAD, None)
    return found


def examine(rows: Iterable[Row], *, size: int, root: str) -> Verification:
    """Check entries in their order against the size and root that they should have; it needs no database."""
    frontier = Frontier()
    for row in rows:
        if frontier.size == size:
            return _bad(frontier, Fault.ADDED, size)
        if fault := _fault(row, frontier):
            return _bad(frontier, *fault)
        frontier = frontier.append(bytes.fromhex(row.leaf_hash))
    if frontier.size < size:
        return _bad(frontier, Fault.CUT, frontier.size)
    if frontier.root.hex() != root:
        return _bad(frontier, Fault.REWRITTEN, size - 1) if size else _bad(frontier, Fault.HEAD, None)
    return Verification(frontier.size, root)


def _fault(row: Row, frontier: Frontier) -> tuple[Fault, int] | None:
    if row.index != frontier.size:
        return Fault.MISSING, frontier.size
    if leaf_hash(row.leaf.encode()).hex() != row.leaf_hash:
        return Fault.ALTERED, row.index
    said = _read(row.leaf)
    at = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    if (said.get("index"), said.get("at")) != (row.index, at):
        return Fault.ALTERED, row.index
    if said.get("before") != frontier.root.hex():
        return Fault.REWRITTEN, max(row.index - 1, 0)
    return None


def _read(leaf: str) -> dict[str, Any]:
    try:
        said = json.loads(leaf)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _bad(frontier: Frontier, fault: Fault, index: int | None) -> Verification:
    return Verification(frontier.size, frontier.root.hex(), fault, index)


def _beyond_head() -> bool:
    last = LedgerEntry.objects.aggregate(last=Max("index"))["last"]
    head = LedgerHead.objects.filter(pk=1).first() or _new_head()
    return last is not None and last >= head.size


def _edge(head: LedgerHead) -> tuple[int, str] | None:
    try:
        frontier = _frontier(head)
    except (TypeError, ValueError):
        return None
    return frontier.size, frontier.root.hex()


def _new_head() -> LedgerHead:
    return LedgerHead(pk=1, root=EMPTY_ROOT.hex())


def _locked_head() -> LedgerHead:
    """Lock the head: a row lock on PostgreSQL; on SQLite the transaction already holds the database."""
    blank = {"root": EMPTY_ROOT.hex()}
    return LedgerHead.objects.select_for_update().get_or_create(pk=1, defaults=blank)[0]


def _frontier(head: LedgerHead) -> Frontier:
    return Frontier(head.size, tuple(bytes.fromhex(node) for node in head.edge))


def _save(head: LedgerHead, frontier: Frontier) -> None:
    head.size, head.root = frontier.size, frontier.root.hex()
    head.edge = [node.hex() for node in frontier.edge]
    head.save()
