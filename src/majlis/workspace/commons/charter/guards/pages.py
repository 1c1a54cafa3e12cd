"""What every page goes through: looks on the record (C10), refusals counted (C20), a broken rule said (C24)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import middleware, queries
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter import keeping
from majlis.workspace.commons.charter.guards.planted import NAME, institution, member, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import CharterCheck, LedgerEntry, Member, RefusalCount, Source

LATER_THAN_ALL = datetime(9999, 1, 1, tzinfo=UTC)
Page = Callable[[HttpRequest], HttpResponse]


@check("C10", about=("ledger",))
def looks_are_recorded() -> None:
    """A member's page with a marked record leaves one entry with its digest, however the page read it."""
    with undone():
        reader = member(institution())
        source = _source(reader, Tlp.AMBER)
        found = Source.objects.filter(pk=source.pk)
        for read in (queries.visible, lambda rows, who: queries.load(queries.seen_by(rows, who))):
            before = LedgerEntry.objects.count()
            _shown(middleware.recorded_reads, lambda _, read=read: HttpResponse(read(found, reader)), reader)
            left = [json.loads(entry.leaf) for entry in LedgerEntry.objects.order_by("index")[before:]]
            if [entry["action"] for entry in left] != ["record.read"] or source.digest not in json.dumps(left):
                raise Broken("a page with a marked record was seen, and the ledger does not know it")
        _insist_on_middleware(middleware.recorded_reads)


@check("C20")
def refusals_are_counted() -> None:
    """An act that is refused under the charter adds one to its count, and the count holds nothing else."""
    columns = {field.name for field in RefusalCount._meta.concrete_fields}
    if columns != {"id", "rule", "month", "count"}:
        raise Broken(f"a count of refusals also holds {' '.join(sorted(columns))}")
    with undone():
        reader = member(institution())
        source = _source(reader, Tlp.AMBER)
        RefusalCount.objects.filter(rule="C07").delete()
        _shown(middleware.counted_refusals, lambda _: _refused(source, reader), reader)
        if list(RefusalCount.objects.filter(rule="C07").values_list("count", flat=True)) != [1]:
            raise Broken("a refusal was not counted")
    _insist_on_middleware(middleware.counted_refusals)
    _insist_on_middleware(middleware.Refusals)


@check("C24")
def broken_rules_are_said() -> None:
    """A workspace in which a rule is broken says so on every answer."""
    try:
        with undone():
            CharterCheck.objects.create(at=LATER_THAN_ALL, version="", thorough=False, broken=["C04"], note="")
            keeping.forget()
            answer = _shown(middleware.charter_standing, lambda _: HttpResponse(), None)
            if "C04" not in keeping.standing().broken or answer.get("X-Majlis-Charter") != "degraded":
                raise Broken("a rule was found broken, and no page says so")
    finally:
        keeping.forget()
    _insist_on_middleware(middleware.charter_standing)


def _source(reader: Member, tlp: Tlp) -> Source:
    return Source.objects.create(institution=reader.institution, title=NAME, handling=Handling(tlp=tlp))


def _refused(source: Source, reader: Member) -> HttpResponse:
    try:
        with acting(reader):
            acts.recall(record=source, reason=NAME)
    except Refused:
        return HttpResponse()
    raise Broken("a reader took back what an institution gave")


def _shown(around: Callable[[Page], Page], page: Page, reader: Member | None) -> HttpResponse:
    """Ask for a page as a browser does."""
    request = HttpRequest()
    request.method, request.member = "GET", reader
    return around(page)(request)


def _insist_on_middleware(part: Callable[[Page], Page]) -> None:
    name = f"{middleware.__name__}.{part.__name__}"
    if name not in settings.MIDDLEWARE:
        raise Broken(f"no page goes through {name}")
