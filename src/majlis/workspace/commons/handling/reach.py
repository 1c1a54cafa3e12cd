"""Everything into which a record went: what a narrowing or a recall has to reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db.models import ForeignKey

from majlis.workspace.commons.models import BOUND, Claim, Contribution, Link, Record, Run
from majlis.workspace.commons.models.records import find
from majlis.workspace.commons.why.grounds import Among, Id, id_of, model_of, table_of, text

Kinds = Mapping[Id, str]
# Records about records: they carry nothing on.
ABOUT = frozenset({"commons.release", "commons.releaseanswer", "commons.restriction"})


def derived_from(record: Record) -> list[Record]:
    """Give every record into which the record went, however far: links that say so, structure, and what lists it.

    A record within another goes with it, as the statements of a consultation; so do claims about it, and the runs on a
    question, because they count its contributions. What merely answers, supports or contests it does not.
    """
    own = id_of(record.pk)
    found: dict[Id, str] = {own: record.kind}
    fresh: Kinds = found
    while fresh:
        fresh = {pk: kind for pk, kind in _next(fresh) if pk not in found}
        found |= fresh
    return [find(kind, UUID(pk)) for pk, kind in found.items() if pk != own]


def _next(kinds: Kinds) -> Iterator[tuple[Id, str]]:
    links = Link.objects.filter(Among("to_id", kinds), relation__in=BOUND)
    yield from links.values_list(text("from_id"), "from_kind")
    for end in ("from_id", "to_id"):
        yield from Link.objects.filter(Among(end, kinds)).values_list(text("pk"), "kind")
    yield from Claim.objects.filter(Among("subject_id", kinds)).values_list(text("pk"), "kind")
    yield from _counting(kinds)
    yield from _within(kinds)
    yield from _listing(kinds)


def _within(kinds: Kinds) -> Iterator[tuple[Id, str]]:
    """The records with a foreign key to any of these, save those keys that carry nothing."""
    known = {kind: table_of(model) for kind in set(kinds.values()) if (model := model_of(kind))}
    for model, key in carrying_keys():
        table = table_of(key.related_model)
        if ids := [pk for pk, kind in kinds.items() if known.get(kind) is table]:
            rows = model._default_manager.filter(Among(key.attname, ids)).order_by()
            yield from rows.values_list(text("pk"), "kind")


def _counting(kinds: Kinds) -> Iterator[tuple[Id, str]]:
    questions = Contribution.objects.filter(Among("pk", kinds)).order_by().values("question_id")
    yield from Run.objects.filter(question_id__in=questions).order_by().values_list(text("pk"), "kind")


def _listing(kinds: Kinds) -> Iterator[tuple[Id, str]]:
    wanted = {str(UUID(pk)) for pk in kinds}
    for model in record_models():
        if not model.CONTENTS or "CONTENTS" not in model.__dict__:
            continue
        for pk, kind, lines in model._default_manager.order_by().values_list(text("pk"), "kind", model.CONTENTS):
            if any(line.get("id") in wanted for line in lines):
                yield pk, kind


@cache
def record_models() -> tuple[type[Record], ...]:
    """Every kind of record of the workspace that carries content."""
    models = (model for model in apps.get_models() if issubclass(model, Record))
    return tuple(model for model in models if model._meta.label_lower not in ABOUT)


@cache
def carrying_keys() -> tuple[tuple[type[Record], ForeignKey], ...]:
    """Every foreign key between records by which the one goes with the other."""
    return tuple(
        (model, field)
        for model in record_models()
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey)
        and field.name not in model.UNBOUND
        and not field.remote_field.parent_link
        and issubclass(field.related_model, Record)
    )
