"""The ledger of acts: an RFC 9162 Merkle tree in the database, appended to in the transaction of the act itself.

A leaf is canonical JSON and carries its own index, the root of the tree before it, and hashes of what it is about, but
never the content. Because every leaf names the root before it, a rewritten entry is found by the entry after it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Max
from django.utils import timezone

from majlis.engine.errors import MajlisError
from majlis.engine.ledger import (
    EMPTY_ROOT,
    Fault,
    Frontier,
    Head,
    Node,
    Row,
    Verification,
    consistency_path,
    examine,
    frontier_at,
    gather,
    inclusion_path,
    leaf_hash,
)
from majlis.workspace.commons import persons
from majlis.workspace.commons.fields import canonical
from majlis.workspace.commons.models import (
    LedgerCheckpoint,
    LedgerCosignature,
    LedgerEntry,
    LedgerHead,
    LedgerWitness,
    Member,
)

PINNED: dict[str, type[models.Model]] = {
    table._meta.label_lower: table for table in (LedgerCheckpoint, LedgerWitness, LedgerCosignature)
}
HEAD = LedgerHead._meta.db_table
TRIES = 3
CHUNK = 2000
Report = Callable[[int, int], object]
Statement = tuple[str, list[Any]]


class Damaged(MajlisError):
    """The ledger lacks what a proof needs."""


def append(
    action: str, *, actor: Member | None, subjects: Sequence[Mapping[str, object]] = (), **detail: object
) -> LedgerEntry:
    """Append one entry; call it last in the transaction, because it holds the head until the commit.

    subjects: kind, id and digest of each thing that the act is about; members become commitments (see `persons`).
    detail: more hashes, sizes or keys, no content.
    """
    with transaction.atomic(savepoint=False):  # without its entry no act stands, so there is nothing to go back to
        head = locked_head()
        frontier, now = _frontier(head), timezone.now()
        hidden = persons.Hidden(frontier.size)
        leaf = canonical(
            {
                "index": frontier.size,
                "before": head.root,
                "at": now,
                "action": action,
                "actor": hidden.actor(actor),
                "subjects": hidden.subjects(subjects),
                "detail": detail,
            }
        )
        hashed = leaf_hash(leaf.encode())
        grown, completed = frontier.grow(hashed)
        entry = LedgerEntry(index=frontier.size, at=now, leaf=leaf, leaf_hash=hashed.hex(), nodes=_hex(completed))
        _write(_insertion([entry]), *([_insertion(hidden.rows)] if hidden.rows else ()), _moving(grown))
    return entry


def locked_head() -> LedgerHead:
    """Lock the head, inside a transaction: a row lock on PostgreSQL; on SQLite the transaction holds the database.

    Every act comes through here, and plain SQL takes a third of the time.
    """
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT size, root, edge FROM {HEAD} WHERE id = 1{lock}")
        found = cursor.fetchone()
    if found is None:
        return LedgerHead.objects.select_for_update().get_or_create(pk=1, defaults={"root": EMPTY_ROOT.hex()})[0]
    size, root, edge = found
    return LedgerHead(pk=1, size=size, root=root, edge=json.loads(edge))


def present_head() -> LedgerHead:
    """Give the head as it stands."""
    return LedgerHead.objects.filter(pk=1).first() or LedgerHead(pk=1, root=EMPTY_ROOT.hex())


def root_at(size: int) -> str:
    """Give the root, in hex, that the tree had when it held `size` entries."""
    return frontier_at(size, nodes).root.hex()


def inclusion_proof(index: int, size: int) -> list[bytes]:
    """Prove that entry `index` stands in the tree of the first `size` entries; IndexError where it does not."""
    return gather(inclusion_path(index, size), nodes)


def consistency_proof(earlier: int, later: int) -> list[bytes]:
    """Prove that the tree of `earlier` entries is a beginning of the one of `later`; ValueError out of range."""
    return gather(consistency_path(earlier, later), nodes)


def nodes(wanted: Collection[Node]) -> dict[Node, bytes]:
    """Read nodes of the tree with one query; Damaged where one is missing."""
    entries = LedgerEntry.objects.filter(index__in={node.last_leaf for node in wanted})
    rows = {index: hashes + above for index, hashes, above in entries.values_list("index", "leaf_hash", "nodes")}
    found = {node: rows.get(node.last_leaf, "")[64 * node.level : 64 * node.level + 64] for node in wanted}
    if any(len(text) != 64 for text in found.values()):
        raise Damaged("The ledger's tree has a hole: let `majlis doctor` say where, and tell the auditor.")
    return {node: bytes.fromhex(text) for node, text in found.items()}


def rows(size: int) -> Iterator[Row]:
    """Give the first `size` entries in their order."""
    entries = LedgerEntry.objects.filter(index__lt=size).order_by("index")
    for row in entries.values_list("index", "at", "leaf", "leaf_hash", "nodes").iterator(CHUNK):
        yield Row(*row)


def verify(heads: Sequence[Head] = (), report: Report | None = None, own: Sequence[Head] = ()) -> Verification:
    """Recompute the tree from the entries and compare it with head, nodes, salts, notes and heads held elsewhere.

    own: heads kept beside the ledger itself. report: called now and then with the number of entries done and of all.
    """
    for _ in range(TRIES):
        size = present_head().size
        found = _verified(heads, own, report)
        # What stands beside the entries is read while others write: only a quiet ledger tells a fault from a new entry.
        if found.fault not in {Fault.PERSONS, Fault.NOTES} or present_head().size == size:
            break
    return found


def _verified(heads: Sequence[Head], own: Sequence[Head], report: Report | None) -> Verification:
    beside = _beside()
    head = present_head()
    people, pins = persons.Check(head.size), dict[tuple[str, str], str]()

    def heed(row: Row, said: dict[str, Any]) -> None:
        people.heed(row, said)
        _pin(pins, said)
        if report and row.index % CHUNK == 0:
            report(row.index, head.size)

    found = examine(rows(head.size), size=head.size, root=head.root, heads=heads, own=own, heed=heed)
    if not found.holds:
        return found
    return _beside_the_entries(found, head, people, beside == pins)


def _beside_the_entries(found: Verification, head: LedgerHead, people: persons.Check, pinned: bool) -> Verification:
    if _beyond(head):
        return Verification(found.size, found.root, Fault.ADDED, found.size)
    if _edge(head) != (head.size, head.root):
        return Verification(found.size, found.root, Fault.HEAD)
    if not people.agrees():
        return Verification(found.size, found.root, Fault.PERSONS, people.fault)
    return found if pinned else Verification(found.size, found.root, Fault.NOTES)


def _beside() -> dict[tuple[str, str], str]:
    """Give the digests of the rows that entries pin."""
    references = [row.ledger_reference() for table in PINNED.values() for row in table.objects.iterator()]
    return {(said["kind"], said["id"]): said["digest"] for said in references}


def _pin(pins: dict[tuple[str, str], str], said: Mapping[str, Any]) -> None:
    for subject in said.get("subjects") or ():
        if isinstance(subject, dict) and subject.get("kind") in PINNED:
            pins[subject["kind"], str(subject.get("id"))] = str(subject.get("digest"))


def _beyond(head: LedgerHead) -> bool:
    """Say whether entries stand beyond the head that were not appended since it was read."""
    last = LedgerEntry.objects.aggregate(last=Max("index"))["last"]
    return last is not None and last >= max(head.size, present_head().size)


def _edge(head: LedgerHead) -> tuple[int, str] | None:
    try:
        frontier = _frontier(head)
    except (TypeError, ValueError):
        return None
    return frontier.size, frontier.root.hex()


def _frontier(head: LedgerHead) -> Frontier:
    return Frontier(head.size, tuple(bytes.fromhex(node) for node in head.edge))


def _hex(hashes: Sequence[bytes]) -> str:
    return b"".join(hashes).hex()


def _write(*statements: Statement) -> None:
    """Write what an append changes: PostgreSQL takes it in one statement, which spares the ways there and back."""
    *first, last = statements
    if connection.vendor == "postgresql":
        parts = ", ".join(f"part{place} AS ({sql})" for place, (sql, _) in enumerate(first))
        statements = ((f"WITH {parts} {last[0]}", [value for _, values in statements for value in values]),)
    with connection.cursor() as cursor:
        for sql, values in statements:
            cursor.execute(sql, values)


def _insertion(rows: Sequence[models.Model]) -> Statement:
    """Give the statement that inserts rows of one table; saving them as models takes several times as long."""
    fields = [field for field in rows[0]._meta.concrete_fields if field.column]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    holes = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows for field in fields]
    return f"INSERT INTO {rows[0]._meta.db_table} ({columns}) VALUES {holes}", values


def _moving(frontier: Frontier) -> Statement:
    edge = json.dumps([node.hex() for node in frontier.edge])
    moved = [frontier.size, frontier.root.hex(), edge]
    return f"UPDATE {HEAD} SET size = %s, root = %s, edge = %s WHERE id = 1", moved
