"""Emptying a record whose time is over: its words go, its place and its digest stay as a tombstone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models

from majlis.workspace.commons.fields import HandlingField, MultilingualField
from majlis.workspace.commons.handling.reach import record_models
from majlis.workspace.commons.models import Record, Tombstone
from majlis.workspace.commons.search import index
from majlis.workspace.commons.texts import Text

NOTHING = Text.write("—")
FREE_TEXT = 120
KEPT = frozenset({"kind", "language", "state", "digest", "subject_kind"})


def over(before: datetime) -> Iterator[Record]:
    """Give the records whose handling expired before the moment and that still have their words."""
    done = Tombstone.objects.values("record_id")
    for model in record_models():
        found = model._default_manager.filter(kind=model._meta.label_lower, handling__expires__isnull=False)
        for record in found.exclude(pk__in=done).exclude(handling__expires=None).iterator():
            if record.handling.has_expired(before):
                yield record


def empty(record: Record) -> Tombstone:
    """Take away what the record says, here, in lists of other records and in the search; give its tombstone."""
    model = type(record)
    model._default_manager.filter(pk=record.pk).update(**_blank(record))
    _strike_from_lists(record)
    index.forget(record)
    return Tombstone.objects.create(record_kind=record.kind, record_id=record.pk, record_digest=record.digest)


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
    return named and (field.max_length or 0) >= FREE_TEXT


def _strike_from_lists(record: Record) -> None:
    """Take the record's words out of records that list it with them, such as the texts of a round."""
    for model in record_models():
        if not model.CONTENTS or "CONTENTS" not in model.__dict__:
            continue
        for listing in model._default_manager.all():
            lines = getattr(listing, model.CONTENTS)
            kept = [_bare(line) if line.get("id") == str(record.pk) else line for line in lines]
            if kept != lines:
                model._default_manager.filter(pk=listing.pk).update(**{model.CONTENTS: kept})


def _bare(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name in {"id", "code", "version", "digest"}}
