"""The records beneath others and what became of them: amber is computed from what stands there now, never stored."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from uuid import UUID

from django.utils import timezone

from majlis.engine.handling import Handling
from majlis.workspace.commons.models import Record
from majlis.workspace.commons.models.records import SUPERSEDED, WITHDRAWN
from majlis.workspace.commons.why.grounds import (
    Among,
    Id,
    Pin,
    held_pairs,
    held_up,
    id_of,
    link_pairs,
    linked_down,
    linked_up,
    model_of,
    table_of,
    text,
)


class Break(StrEnum):
    """Why what rests on a record is amber."""

    GONE = "gone"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    CHANGED = "changed"


FALLEN = {WITHDRAWN: Break.WITHDRAWN, SUPERSEDED: Break.SUPERSEDED}


@dataclass(frozen=True, slots=True)
class Node:
    """A record as the graph knows it; marking: its handling as JSON."""

    id: Id
    kind: str
    institution: Id
    state: str
    digest: str
    marking: str

    @property
    def pk(self) -> UUID:
        """Its id."""
        return UUID(self.id)

    @property
    def handling(self) -> Handling:
        """Who may see it."""
        return handling_of(self.marking)


@dataclass(frozen=True)
class Basis:
    """Everything beneath some records, the tops.

    direct: the grounds to which the tops are linked, taken together, with the digests that are pinned. edges: what each
    other record rests on, and what the tops rest on by their structure. at: the moment for which expiry is judged.
    """

    tops: frozenset[Id]
    at: datetime
    nodes: dict[Id, Node] = field(default_factory=dict)
    direct: dict[Id, set[Pin]] = field(default_factory=lambda: defaultdict(set))
    edges: dict[Id, set[Pin]] = field(default_factory=lambda: defaultdict(set))

    @cached_property
    def grounds(self) -> frozenset[Id]:
        """Every record on which something here rests."""
        return frozenset({*self.direct, *(pin.id for pins in self.edges.values() for pin in pins)})

    def fallen(self, pk: Id) -> Break | None:
        """Why the record no longer stands: gone, withdrawn, expired, or replaced by a newer version."""
        node = self.nodes.get(pk)
        if node is None:
            return Break.GONE
        expired = Break.EXPIRED if node.handling.has_expired(self.at) else None
        return FALLEN.get(node.state) or expired

    def broken(self, pin: Pin) -> Break | None:
        """Why what rests on the pin is amber, if for no reason further down."""
        if fallen := self.fallen(pin.id):
            return fallen
        return Break.CHANGED if pin.digest not in {None, self.nodes[pin.id].digest} else None

    @cached_property
    def breaks(self) -> dict[Id, Break]:
        """Every ground that fell or is no longer what somebody pinned, with the reason."""
        pins = {pin for pins in (*self.direct.values(), *self.edges.values()) for pin in pins}
        found = {pin.id: why for pin in pins if (why := self.broken(pin)) is Break.CHANGED}
        return found | {pk: why for pk in self.grounds if (why := self.fallen(pk))}

    @cached_property
    def ambers(self) -> frozenset[Id]:
        """Every record here, tops included, beneath which something changed or fell."""
        above: dict[Id, set[Id]] = defaultdict(set)
        amber: set[Id] = set()
        for child, pins in self.edges.items():
            for pin in pins:
                above[pin.id].add(child)
                if self.broken(pin):
                    amber.add(child)
        amber |= self._tops_on_broken()
        _spread(amber, above)
        while more := self._tops_on(amber) - amber:
            amber |= more
            _spread(amber, above)
        return frozenset(amber)

    def _tops_on_broken(self) -> set[Id]:
        pins = [pin for pins in self.direct.values() for pin in pins if self.broken(pin)]
        fallen = {pin.id for pin in pins if self.fallen(pin.id)}
        changed = [pin for pin in pins if pin.id not in fallen]
        found = linked_up(fallen).keys() | linked_up({pin.id for pin in changed}, {p.digest for p in changed}).keys()
        return found & self.tops

    def _tops_on(self, amber: set[Id]) -> set[Id]:
        return linked_up(amber & self.direct.keys()).keys() & self.tops


def beneath(records: Iterable[Record], at: datetime | None = None) -> Basis:
    """Walk down from the records through links and structure; every record is visited once, so cycles end.

    It takes a few queries a level, however many records stand there.
    """
    return walk({id_of(record.pk): record.kind for record in records}, at)


def walk(kinds: Mapping[Id, str], at: datetime | None = None) -> Basis:
    """Walk down from the records with these ids and kinds."""
    basis = Basis(frozenset(kinds), at or timezone.now())
    while kinds:
        found = nodes_of(kinds)
        basis.nodes.update(found)
        kinds = _descend(basis, found)
    return basis


def ambers(records: Iterable[Record]) -> frozenset[UUID]:
    """Which of the records are amber, by id."""
    basis = beneath(records)
    return frozenset(UUID(pk) for pk in basis.ambers & basis.tops)


def above(record: Record) -> dict[Id, Node]:
    """Everything that rests on the record, however far up."""
    found: dict[Id, Node] = {}
    own = id_of(record.pk)
    kinds: Mapping[Id, str] = {own: record.kind}
    while kinds:
        up = linked_up(kinds) | held_up(kinds)
        kinds = {pk: kind for pk, kind in up.items() if pk not in found and pk != own}
        found |= nodes_of(kinds)
        kinds = {pk: found[pk].kind for pk in kinds if pk in found}
    return found


def nodes_of(kinds: Mapping[Id, str]) -> dict[Id, Node]:
    """Load records of several kinds, one query a table; what is not there is left out."""
    tables: dict[type[Record], list[Id]] = defaultdict(list)
    for pk, kind in kinds.items():
        if model := model_of(kind):
            tables[table_of(model)].append(pk)
    columns = (text("pk"), "kind", text("institution_id"), "state", "digest", text("handling"))
    rows = (
        row
        for table, ids in tables.items()
        for row in table._default_manager.filter(Among("pk", ids)).order_by().values_list(*columns)
    )
    return {row[0]: Node(*row) for row in rows}


def _descend(basis: Basis, found: Mapping[Id, Node]) -> dict[Id, str]:
    reached: dict[Id, str] = {}
    for pin in linked_down(found.keys() & basis.tops):
        basis.direct[pin.id].add(pin)
        reached[pin.id] = pin.kind
    pairs = [*link_pairs(found.keys() - basis.tops), *held_pairs({pk: node.kind for pk, node in found.items()})]
    for child, pin in pairs:
        basis.edges[child].add(pin)
        reached[pin.id] = pin.kind
    return {pk: kind for pk, kind in reached.items() if pk not in basis.nodes}


def _spread(amber: set[Id], above: Mapping[Id, set[Id]]) -> None:
    rest = list(amber)
    while rest:
        fresh = above.get(rest.pop(), set()) - amber
        amber |= fresh
        rest.extend(fresh)


@lru_cache(4096)
def handling_of(marking: str) -> Handling:
    """Read a handling from its JSON, each once."""
    return Handling.from_dict(json.loads(marking))
