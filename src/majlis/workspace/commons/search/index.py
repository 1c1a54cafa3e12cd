"""Keeping the index in step with the records: in the same transaction, whatever saves or deletes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet

from majlis.engine.handling import is_for_nobody
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Record, SearchAudience, SearchEntry
from majlis.workspace.commons.models.records import DRAFT, WITHDRAWN
from majlis.workspace.commons.rooms import Room, Searchable, Searched, rooms
from majlis.workspace.commons.search.stores import store
from majlis.workspace.commons.search.words import terms
from majlis.workspace.commons.texts import Text, primary

# a limit of PostgreSQL's is 1 MB of terms a record; no text that people write comes near
MOST_TERMS = 10_000


def declared() -> dict[str, tuple[Room, Searchable]]:
    """What the rooms declared: for each kind its room and how it is found."""
    return {kind: (room, how) for room in rooms() for kind, how in room.searched.items()}


def read(record: Record) -> Searched | None:
    """Give what the search reads of a record; None where nobody finds it as it stands, as one that was recalled."""
    room_and_way = declared().get(record.kind)
    gone = room_and_way is None or record.state == WITHDRAWN or is_for_nobody(record.handling)
    return None if gone else room_and_way[1].read(record)


def follow(record: Record) -> None:
    """Bring the index to what the record says now."""
    if record.kind in declared():
        found = read(record)
        _put(record, found) if found else forget(record)


def forget(record: Record) -> None:
    """Take the record out of the index; `traces.erase(SearchEntry)` after the commit takes it out of the files too."""
    for entry in SearchEntry.objects.filter(record=record.pk):
        store().remove(entry.pk)
        entry.delete()


@transaction.atomic
def refresh() -> int:
    """Index what lacks an entry and drop entries without a record; gives how many were indexed.

    An upgrade calls this, so that a workspace from before the search, or a kind declared later, can be found.
    """
    _drop(SearchEntry.objects.exclude(kind__in=declared()))
    for kind in declared():
        ours = SearchEntry.objects.filter(kind=kind)
        _drop(ours.exclude(record__in=_records(kind).values("pk")))
    missing = list(_missing())
    for record in missing:
        follow(record)
    used = SearchEntry.objects.values("audience")
    SearchAudience.objects.exclude(pk__in=used).delete()
    return len(missing)


def lacking() -> int:
    """Give how many records could be found but are not in the index."""
    return sum(1 for _ in _missing())


def on_save(instance: Record, raw: bool = False, **_: Any) -> None:
    """Follow a record that was saved."""
    if not raw:
        follow(instance)


def on_delete(instance: Record, **_: Any) -> None:
    """Forget a record that was deleted."""
    forget(instance)


def _missing() -> Iterator[Record]:
    """Give the records that could be found but are not in the index."""
    for kind, (_, how) in declared().items():
        known = SearchEntry.objects.filter(kind=kind).values("record")
        lacking = _records(kind).exclude(pk__in=known).select_related(*how.related)
        yield from (record for record in lacking.iterator(500) if read(record))


def _records(kind: str) -> QuerySet[Any]:
    return apps.get_model(kind)._default_manager.all()


def _put(record: Record, found: Searched) -> None:
    values = {
        "kind": record.kind,
        "audience": _audience(record),
        "languages": f" {' '.join(sorted({primary(tag) for text in found.texts for tag in text.versions}))} ",
        "written_at": record.created_at,
    }
    title = _terms([found.title])
    store().write(_entry(record, values), title, _terms(found.texts[1:]) - title)


def _entry(record: Record, values: dict[str, object]) -> int:
    """Write the record's entry and give its id; without a savepoint, at each of which FTS5 would write to the disk."""
    known = SearchEntry.objects.filter(record=record.pk)
    if known.update(**values):
        return known.values_list("pk", flat=True).get()
    return SearchEntry.objects.create(record=record.pk, **values).pk


def _audience(record: Record) -> SearchAudience:
    # Where a room says itself who may know of its questions, the state alone hides nothing.
    draft = record.state == DRAFT and not any(record.kind in room.shown for room in rooms())
    values = {"owner": record.institution_id, "handling": record.handling, "draft": draft}
    known = SearchAudience.objects.filter(digest=digest(values)).first()
    return known or SearchAudience.objects.get_or_create(digest=digest(values), defaults=values)[0]


def _terms(texts: Iterable[Text]) -> frozenset[str]:
    found = {term for text in texts for version in text.versions.values() for term in terms(version.text)}
    return frozenset(sorted(found)[:MOST_TERMS])


def _drop(entries: QuerySet[SearchEntry]) -> None:
    for entry in entries:
        store().remove(entry.pk)
        entry.delete()
