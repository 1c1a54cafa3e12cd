"""On what a record rests: the foreign keys that its kind declares, and links that pin what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import ForeignKey, Min, QuerySet

from majlis.workspace.commons.models import Link, Record, Relation

Kinds = Mapping[UUID, str]
# As many values as every database takes in one query.
AT_ONCE = 10_000


class Held(NamedTuple):
    """A foreign key by which records of a model rest on another record."""

    model: type[Record]
    field: ForeignKey


class Pin(NamedTuple):
    """A ground with its kind and the digest that a link pins; without one the ground is held by structure."""

    kind: str
    id: UUID
    digest: str | None = None


@cache
def held() -> tuple[Held, ...]:
    """Every foreign key that a kind of record declares in its GROUNDS."""
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    named = [(model, name) for model in models for name in model.__dict__.get("GROUNDS", ())]
    return tuple(Held(model, model._meta.get_field(name)) for model, name in named)


@cache
def model_of(kind: str) -> type[Record] | None:
    """The model of a kind; None where no room of this workspace knows it."""
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


@cache
def table_of(model: type[Record]) -> type[Record]:
    """The model whose table holds what every record has: a consultation's is that of the questions."""
    return next((parent for parent in reversed(model._meta.get_parent_list())), model)


def linked_down(ids: Iterable[UUID]) -> Iterator[Pin]:
    """What any of the records rests on by a link, each version that is pinned once."""
    for some in _chunks(ids):
        yield from _pins(Link.objects.filter(relation=Relation.DERIVES, from_id__in=some), "to")
        yield from _pins(Link.objects.filter(relation=Relation.SUPPORTS, to_id__in=some), "from")


def link_pairs(ids: Iterable[UUID]) -> Iterator[tuple[UUID, Pin]]:
    """What each of the records rests on by a link."""
    for some in _chunks(ids):
        derived = Link.objects.filter(relation=Relation.DERIVES, from_id__in=some)
        for child, *pin in derived.values_list("from_id", "to_kind", "to_id", "to_digest"):
            yield child, Pin(*pin)
        supported = Link.objects.filter(relation=Relation.SUPPORTS, to_id__in=some)
        for child, *pin in supported.values_list("to_id", "from_kind", "from_id", "from_digest"):
            yield child, Pin(*pin)


def held_pairs(kinds: Kinds) -> Iterator[tuple[UUID, Pin]]:
    """What each of the records, given with their kinds, rests on by its structure."""
    for model, field in held():
        fits = {kind for kind in set(kinds.values()) if (known := model_of(kind)) and issubclass(known, model)}
        for some in _chunks(pk for pk, kind in kinds.items() if kind in fits):
            rows = model._default_manager.filter(pk__in=some).exclude(**{field.name: None}).order_by()
            for child, ground in rows.values_list("pk", field.attname):
                yield child, Pin(field.related_model._meta.label_lower, ground)


def linked_up(ids: Iterable[UUID], digests: Iterable[str] | None = None) -> dict[UUID, str]:
    """The records that rest on any of these by a link, with their kinds; digests: only where one of these is pinned.

    A digest covers the record's id, so that it names one version of one record.
    """
    found: dict[UUID, str] = {}
    pinned = None if digests is None else list(digests)
    for some in _chunks(ids):
        derived = Link.objects.filter(relation=Relation.DERIVES, to_id__in=some)
        supported = Link.objects.filter(relation=Relation.SUPPORTS, from_id__in=some)
        if pinned is not None:
            derived, supported = derived.filter(to_digest__in=pinned), supported.filter(from_digest__in=pinned)
        found |= dict(derived.values_list("from_id").annotate(Min("from_kind")).order_by())
        found |= dict(supported.values_list("to_id").annotate(Min("to_kind")).order_by())
    return found


def held_up(kinds: Kinds) -> dict[UUID, str]:
    """The records that rest on any of these by their structure, with their kinds."""
    found: dict[UUID, str] = {}
    for model, field in held():
        table = table_of(field.related_model)
        fits = {kind for kind in set(kinds.values()) if (known := model_of(kind)) and table_of(known) is table}
        for some in _chunks(pk for pk, kind in kinds.items() if kind in fits):
            rows = model._default_manager.filter(**{f"{field.name}__in": some}).order_by()
            found |= dict(rows.values_list("pk", "kind"))
    return found


def _pins(links: QuerySet[Link], end: str) -> Iterator[Pin]:
    versions = links.order_by().values_list(f"{end}_id", f"{end}_digest").annotate(kind=Min(f"{end}_kind"))
    for pk, digest, kind in versions:
        yield Pin(kind, pk, digest)


def _chunks(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    rest = iter(ids)
    while some := list(islice(rest, AT_ONCE)):
        yield some
