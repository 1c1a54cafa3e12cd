"""Looks at marked content: a member's page view leaves one entry with the digests of what the page was given to show.

Marked is what not everybody who signs in may see: above TLP:GREEN, for a named audience, or under a Europol code.
Whatever passes `queries.visible` while a page is made counts as seen. That errs on the side of the record: a page may
have shown less than it was given, never more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from majlis.engine.handling import Handling, Tlp
from majlis.engine.ledger import leaf_hash, root
from majlis.workspace.commons import ledger
from majlis.workspace.commons.fields import canonical
from majlis.workspace.commons.models import Member, Record

MOST_LISTED = 300
Seen = dict[str, Mapping[str, str]]
_seen: ContextVar[Seen | None] = ContextVar("seen", default=None)


def is_marked(handling: Handling) -> bool:
    """Say whether looking at it is put on the record."""
    return handling.tlp > Tlp.GREEN or handling.audience is not None or bool(handling.codes)


def note(records: Iterable[Record]) -> None:
    """Note the marked ones among records that a page is given; outside a page view nothing is noted."""
    note_references((record.handling, record.ledger_reference()) for record in records)


def note_references(given: Iterable[tuple[Handling, Mapping[str, str]]]) -> None:
    """Note what a page is given without its records: handling, and kind, id and digest of each."""
    if (seen := _seen.get()) is not None:
        seen |= {said["id"]: said for handling, said in given if is_marked(handling)}


@contextmanager
def noting() -> Iterator[Seen]:
    """Collect what is noted in the block."""
    token = _seen.set(seen := {})
    try:
        yield seen
    finally:
        _seen.reset(token)


def put_down(seen: Seen, *, member: Member, page: str) -> None:
    """Append the entry of one page view, where anything marked was on it; page: the name of its address."""
    if seen:
        ledger.append("record.read", actor=member, subjects=_listed([seen[pk] for pk in sorted(seen)]), page=page)


def _listed(references: list[Mapping[str, str]]) -> list[Mapping[str, object]]:
    """List what was seen; beyond the first hundreds a root stands for the rest, so that no page makes a huge leaf."""
    rest = references[MOST_LISTED:]
    if not rest:
        return list(references)
    top = root(leaf_hash(canonical(said).encode()) for said in rest)
    return [*references[:MOST_LISTED], {"kind": "record", "count": len(rest), "digest": top.hex()}]
