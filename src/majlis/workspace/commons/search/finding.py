"""Answering a query: the index proposes, and each record is looked at anew before it is shown or counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from majlis.engine import handling
from majlis.workspace.commons.models import Member, Record, SearchAudience, SearchEntry
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import viewer, visible
from majlis.workspace.commons.rooms import Room, Searched, is_shown
from majlis.workspace.commons.search import index
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.stores import TIERS, Tier, store

MOST_HITS = 200
BATCH = MOST_HITS + 1


@dataclass(frozen=True)
class Hit:
    """A record that was found, the room that it belongs to, and what the search read of it."""

    record: Record
    room: Room
    searched: Searched


@dataclass(frozen=True)
class Found:
    """The hits that the reader may see, the best first. more: there are more than are counted."""

    hits: list[Hit]
    more: bool = False


def find(query: Query, member: Member | None, *, room: str = "", language: str = "") -> Found:
    """Find records that have all words of the query.

    First those that have all of them in the title, among these first those that have them as they were typed, then the
    newest. room: only records of that room; language: only those that are written in it. Hidden records count nowhere.
    """
    entries = _readable(member).filter(kind__in=_kinds(room))
    if language:
        entries = entries.filter(languages__contains=f" {language} ")
    hits: dict[UUID, Hit] = {}
    for batch in _proposed(query, entries) if query else ():
        hits |= {hit.record.pk: hit for hit in _seen([e for e in batch if e.record not in hits], member)}
        if len(hits) > MOST_HITS:
            return Found(list(hits.values())[:MOST_HITS], more=True)
    return Found(list(hits.values()))


def _kinds(room: str) -> list[str]:
    return [kind for kind, (there, _) in index.declared().items() if room in {"", there.key}]


def _readable(member: Member | None) -> QuerySet[SearchEntry]:
    """Leave out what the index knows to be hidden, so that hidden records cost nothing; it only ever proposes."""
    reader, now = viewer(member), timezone.now()
    audiences = [
        audience.pk
        for audience in SearchAudience.objects.all()
        if handling.may_see(audience.handling, reader, owner=str(audience.owner), at=now)
        and (not audience.draft or str(audience.owner) == reader.institution)
    ]
    return SearchEntry.objects.filter(audience__in=audiences)


def _proposed(query: Query, entries: QuerySet[SearchEntry]) -> Iterator[list[SearchEntry]]:
    for tier in TIERS:
        yield from _batches(query, tier, entries.order_by("-written_at", "-record"))


def _batches(query: Query, tier: Tier, entries: QuerySet[SearchEntry]) -> Iterator[list[SearchEntry]]:
    entries = entries.filter(store().condition(query, tier))
    batch = list(entries[:BATCH])
    while batch:
        yield batch
        last = batch[-1]
        older = Q(written_at__lt=last.written_at) | Q(written_at=last.written_at, record__lt=last.record)
        batch = list(entries.filter(older)[:BATCH]) if len(batch) == BATCH else []


def _seen(entries: Sequence[SearchEntry], member: Member | None) -> list[Hit]:
    """Keep what the reader may see now, with all that it rests on."""
    records = _records(entries)
    found = [(records[entry.record], index.read(records[entry.record])) for entry in entries if entry.record in records]
    read = [(record, searched) for record, searched in found if searched]
    open_to_all = _open([r for record, searched in read for r in (record, *searched.rests_on)], member)
    declared = index.declared()
    return [
        Hit(record, declared[record.kind][0], searched)
        for record, searched in read
        if {record.pk, *(above.pk for above in searched.rests_on)} <= open_to_all
    ]


def _open(records: Iterable[Record], member: Member | None) -> set[UUID]:
    """Give the ids of those that the reader may see and know of; nothing withdrawn."""
    seen = visible((record for record in records if record.state != WITHDRAWN), member)
    return {record.pk for record in seen if is_shown(record, member)}


def _records(entries: Iterable[SearchEntry]) -> dict[UUID, Record]:
    wanted: dict[str, list[UUID]] = {}
    for entry in entries:
        wanted.setdefault(entry.kind, []).append(entry.record)
    found: dict[UUID, Record] = {}
    for kind, ids in wanted.items():
        related = index.declared()[kind][1].related
        found |= apps.get_model(kind)._default_manager.select_related("institution", *related).in_bulk(ids)
    return found
