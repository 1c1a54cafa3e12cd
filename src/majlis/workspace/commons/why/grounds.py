"""On what a record rests: the foreign keys that its kind declares, and links that pin what they lead to.

An `Id` is a record's id as the database writes it: reading many as UUIDs would take longer than finding them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import BooleanField, F, ForeignKey, Func, Min, QuerySet, TextField
from django.db.models.functions import Cast

from majlis.workspace.commons.models import Link, Record, Relation

Id = str
Kinds = Mapping[Id, str]


class Held(NamedTuple):
    """A foreign key by which records of a model rest on another record."""

    model: type[Record]
    field: ForeignKey


class Pin(NamedTuple):
    """A ground with its kind and the digest that a link pins; without one the ground is held by structure."""

    kind: str
    id: Id
    digest: str | None = None


class Among(Func):
    """Whether a column of ids holds one of these: one parameter, however many there are."""

    output_field = BooleanField()

    def __init__(self, column: str, ids: Iterable[Id]) -> None:
        super().__init__(F(column) if isinstance(column, str) else column)
        self.ids = ",".join(ids)

    def as_sqlite(self, compiler: Any, *_: Any) -> tuple[str, tuple[object, ...]]:
        """Write it for SQLite."""
        column, values = compiler.compile(self.source_expressions[0])
        listed = '["' + self.ids.replace(",", '","') + '"]' if self.ids else "[]"
        return f"{column} IN (SELECT value FROM json_each(%s))", (*values, listed)

    def as_postgresql(self, compiler: Any, *_: Any) -> tuple[str, tuple[object, ...]]:
        """Write it for PostgreSQL."""
        column, values = compiler.compile(self.source_expressions[0])
        return f"{column} = ANY(%s::uuid[])", (*values, "{" + self.ids + "}")


def id_of(pk: UUID) -> Id:
    """Give an id as the database writes it."""
    return str(pk) if connection.features.has_native_uuid_field else pk.hex


def text(column: str) -> Cast:
    """Read a column as the database writes it."""
    return Cast(column, TextField())


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


def linked_down(ids: Collection[Id]) -> Iterator[Pin]:
    """What any of the records rests on by a link, each version that is pinned once."""
    for links, _, ground in _links_beneath(ids):
        for pin in links.values_list(f"{ground}_kind", text(f"{ground}_id"), f"{ground}_digest").distinct():
            yield Pin(*pin)


def link_pairs(ids: Collection[Id]) -> Iterator[tuple[Id, Pin]]:
    """What each of the records rests on by a link."""
    for links, child, ground in _links_beneath(ids):
        columns = (text(f"{child}_id"), f"{ground}_kind", text(f"{ground}_id"), f"{ground}_digest")
        for pk, *pin in links.values_list(*columns):
            yield pk, Pin(*pin)


def held_pairs(kinds: Kinds) -> Iterator[tuple[Id, Pin]]:
    """What each of the records, given with their kinds, rests on by its structure."""
    for model, field in held():
        fits = {kind for kind in set(kinds.values()) if (known := model_of(kind)) and issubclass(known, model)}
        if ids := [pk for pk, kind in kinds.items() if kind in fits]:
            rows = model._default_manager.filter(Among("pk", ids)).exclude(**{field.name: None}).order_by()
            for child, ground in rows.values_list(text("pk"), text(field.attname)):
                yield child, Pin(field.related_model._meta.label_lower, ground)


def linked_up(ids: Collection[Id], digests: Collection[str] | None = None) -> dict[Id, str]:
    """The records that rest on any of these by a link, with their kinds; digests: only where one of these is pinned.

    A digest covers the record's id, so that it names one version of one record.
    """
    found: dict[Id, str] = {}
    if not ids:
        return found
    for relation, child, ground in ((Relation.DERIVES, "from", "to"), (Relation.SUPPORTS, "to", "from")):
        links = Link.objects.filter(Among(f"{ground}_id", ids), relation=relation).order_by()
        if digests is not None:
            links = links.filter(**{f"{ground}_digest__in": digests})
        found |= dict(links.values_list(text(f"{child}_id")).annotate(Min(f"{child}_kind")))
    return found


def held_up(kinds: Kinds) -> dict[Id, str]:
    """The records that rest on any of these by their structure, with their kinds."""
    found: dict[Id, str] = {}
    for model, field in held():
        table = table_of(field.related_model)
        fits = {kind for kind in set(kinds.values()) if (known := model_of(kind)) and table_of(known) is table}
        if ids := [pk for pk, kind in kinds.items() if kind in fits]:
            rows = model._default_manager.filter(Among(field.attname, ids)).order_by()
            found |= dict(rows.values_list(text("pk"), "kind"))
    return found


def _links_beneath(ids: Collection[Id]) -> Iterator[tuple[QuerySet[Link], str, str]]:
    """The links by which the records rest on something, with the ends that are the record and its ground."""
    if ids:
        yield Link.objects.filter(Among("from_id", ids), relation=Relation.DERIVES).order_by(), "from", "to"
        yield Link.objects.filter(Among("to_id", ids), relation=Relation.SUPPORTS).order_by(), "to", "from"
