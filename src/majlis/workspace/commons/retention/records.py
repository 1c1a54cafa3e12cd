"""Emptying a record whose time is over: its words go, its place and its digest stay as a tombstone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import models, transaction
from django.db.models.functions import Cast

from majlis.engine.handling import Handling
from majlis.workspace.commons.fields import HandlingField, MultilingualField
from majlis.workspace.commons.handling import restricting
from majlis.workspace.commons.models import Record, Release, ReleaseAnswer, Restriction, Tombstone
from majlis.workspace.commons.search import index
from majlis.workspace.commons.texts import Text

NOTHING = Text.write("—")
FREE_TEXT = 120
KEPT = frozenset({"kind", "language", "state", "digest", "subject_kind"})
BARE = frozenset({"id", "kind", "code", "version", "digest"})


def over(before: datetime) -> Iterator[Record]:
    """Give the records whose handling expired before the moment and that still have their words."""
    done = Tombstone.objects.values("record_id")
    for model in _models():
        found = model._default_manager.filter(kind=model._meta.label_lower, handling__expires__isnull=False)
        for record in found.exclude(pk__in=done).exclude(handling__expires=None).iterator():
            if record.handling.has_expired(before):
                yield record


def end_with(record: Record) -> None:
    """Let everything into which the record went, and what was written about its handling, end no later than it does."""
    restricting.hand_up(record, Handling())
    restricting.end_releases([record])
    restricting.make_stricter(_about(record), record.handling)


def empty(record: Record) -> Tombstone:
    """Take away what the record says, here, beneath it, in other records, the search and caches; give its tombstone."""
    model = type(record)
    model._default_manager.filter(pk=record.pk).update(**_blank(record))
    _blank_beneath(record)
    _strike_elsewhere(record)
    index.forget(record)
    transaction.on_commit(cache.clear)
    return Tombstone.objects.create(record_kind=record.kind, record_id=record.pk, record_digest=record.digest)


def tables() -> set[type[models.Model]]:
    """Every table in which words of a record can stand."""
    beneath = {model for record in _models() for model, _ in _rows_beneath(record)}
    parents = {parent for model in _models() for parent in model._meta.get_parent_list()}
    return {*_models(), *parents, *beneath}


def _models() -> list[type[Record]]:
    """Every kind of record, those about the handling of others included."""
    return [model for model in apps.get_models() if issubclass(model, Record)]


def _about(record: Record) -> list[Record]:
    """What was asked, answered and given as a reason about the handling of a record."""
    releases = Release.objects.filter(subject_id=record.pk)
    answers = ReleaseAnswer.objects.filter(release__in=releases)
    return [*releases, *answers, *Restriction.objects.filter(records__record_id=record.pk, records__first=True)]


def _blank_beneath(record: Record) -> None:
    """Blank the words of rows that are no records and hang on this one, as the reasons of ratings do."""
    for model, key in _rows_beneath(type(record)):
        blank = {field.name: None if field.null else _nothing(field) for field in _words(model)}
        model._default_manager.filter(**{key: record.pk}).update(**blank)


def _rows_beneath(kind: type[Record]) -> Iterator[tuple[type[models.Model], str]]:
    """The tables without handling of their own that point to records of the kind and hold words; each with the key."""
    for model in apps.get_models():
        if issubclass(model, Record) or not _words(model):
            continue
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey) and issubclass(kind, field.related_model):
                yield model, field.attname


def _words(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    fields = model._meta.local_fields
    return [field for field in fields if isinstance(field, MultilingualField) or _is_free_text(field)]


def _nothing(field: models.Field[Any, Any]) -> object:
    return NOTHING if isinstance(field, MultilingualField) else ""


def _blank(record: Record) -> dict[str, Any]:
    """Give for every column with words what takes their place; a column that has to hold something holds a dash."""
    unique = {name for c in record._meta.total_unique_constraints for name in c.fields}
    blank: dict[str, Any] = {}
    for field in record._meta.concrete_fields:
        if getattr(record, field.attname) is None or field.name in KEPT | unique or isinstance(field, HandlingField):
            continue
        if isinstance(field, MultilingualField):
            blank[field.name] = NOTHING
        elif isinstance(field, models.JSONField):
            blank[field.name] = field.get_default() if field.has_default() else {}
        elif _is_free_text(field):
            blank[field.name] = ""
    return blank


def _is_free_text(field: models.Field[Any, Any]) -> bool:
    if isinstance(field, models.TextField):
        return True
    named = isinstance(field, models.CharField) and not field.choices and not field.unique
    return named and (field.blank or (field.max_length or 0) >= FREE_TEXT)


def _strike_elsewhere(record: Record) -> None:
    """Take the record's words out of records that carry it with them: texts and answers of a round, a frozen basis."""
    named = str(record.pk)
    for model in _models():
        for field in (one for one in model._meta.local_fields if isinstance(one, models.JSONField)):
            found = model._default_manager.annotate(said=Cast(field.name, models.TextField()))
            for other in found.filter(said__contains=named).exclude(pk=record.pk):
                kept = _struck(getattr(other, field.name), named)
                model._default_manager.filter(pk=other.pk).update(**{field.name: kept})


def _struck(value: Any, named: str) -> Any:
    if isinstance(value, list):
        return [_struck(item, named) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("id") == named:
        return {name: one for name, one in value.items() if name in BARE}
    return {name: _struck(one, named) for name, one in value.items()}
