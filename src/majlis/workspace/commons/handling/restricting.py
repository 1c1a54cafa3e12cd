"""What a narrowing or a recall does to the records that it reaches, at first and when a backup brought them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp, Viewer, is_for_nobody, may_see
from majlis.workspace.commons.handling.reach import derived_from
from majlis.workspace.commons.models import Institution, Member, Record, Release, Restricted, Restriction
from majlis.workspace.commons.models.records import DRAFT

# States in which a record is nobody's but its institution's.
AT_HOME = frozenset({DRAFT, "pending"})
Told = Mapping[object, Sequence[object]]


def bring_under(
    restriction: Restriction, floor: Handling, reached: Sequence[Record], told: Told, *, first: Record | None = None
) -> None:
    """Leave a tombstone for each record, end its releases, and let it be no milder than the floor and before these."""
    ended = end_releases(reached)
    for each in reached:
        row = Restricted.objects.create(
            restriction=restriction,
            record_kind=each.kind,
            record_id=each.pk,
            record_digest=each.digest,
            first=first is not None and each.pk == first.pk,
            floor=floor,
        )
        row.told.set(told[each.pk])
    make_stricter(reached, floor, ended)


def end_releases(records: Iterable[Record]) -> list[Release]:
    """End what was released of the records, or waits to be; give every release of them that has ended."""
    found = Release.objects.filter(subject_id__in=[each.pk for each in records])
    found.filter(state__in=[Release.ASKED, Release.GRANTED]).update(state=Release.ENDED)
    return list(found.filter(state=Release.ENDED))


def make_stricter(records: Iterable[Record], floor: Handling, ended: Iterable[Release] = ()) -> None:
    """Join the floor, and what held before releases that have ended, into the handling of each record."""
    ended = list(ended)
    for each in records:
        for marking in (floor, *(release.before for release in ended if release.subject_id == each.pk)):
            each.handling = each.handling.join(marking)
        each.save()


def mark(record: Record, wanted: Handling) -> None:
    """Give a record another marking, before it is saved.

    Refused where an originator narrowed it to less, or where nobody would see any longer what rests on it.
    """
    floors = Restricted.objects.filter(record_id=record.pk)
    if wanted != record.handling and not all(row.floor <= wanted for row in floors):
        raise Refused("marking-narrowed")
    if not wanted <= record.handling:
        insist_on_readers(derived_from(record), wanted)
    record.handling = wanted


def hand_up(record: Record, before: Handling) -> None:
    """Where a record's marking became stricter, let everything into which it went be at least as strict.

    Releases of what was milder end, as a narrowing ends them. Unlike a narrowing this leaves no floor: the institution
    may open again what it alone had marked.
    """
    if record.handling <= before:
        return
    milder = [each for each in derived_from(record) if not record.handling <= each.handling]
    make_stricter(milder, record.handling, end_releases(milder))


def insist_on_readers(records: Iterable[Record], floor: Handling) -> None:
    """Refuse a marking by an act that would leave nobody to see a record: RED keeps those alone whom all have named."""
    if any(leaves_nobody(record.handling, floor) for record in records):
        raise Refused("handling-for-nobody")


def leaves_nobody(handling: Handling, floor: Handling) -> bool:
    """Whether nobody sees a record any longer once the floor is joined into its handling."""
    return is_for_nobody(handling.join(floor)) and not is_for_nobody(handling)


def notice_for(told: Told, own: object) -> Handling:
    """Give the handling of a restriction itself: for the institution that restricts and all that are told."""
    return Handling(tlp=Tlp.AMBER, audience=frozenset(str(pk) for seen in told.values() for pk in seen) | {str(own)})


def who_could_see(records: Sequence[Record]) -> dict[object, list[object]]:
    """For each record, by id, the institutions of which somebody could see it."""
    readers, known = _readers(), dict[tuple[object, ...], list[object]]()
    for record in records:
        if (key := _key(record)) not in known:
            known[key] = _could_see(record, readers)
    return {record.pk: known[_key(record)] for record in records}


def _key(record: Record) -> tuple[object, ...]:
    return record.handling, record.institution_id, record.state in AT_HOME


def _readers() -> list[tuple[Institution, list[Viewer]]]:
    """For each institution those who may look in its name, each with the circles of the institution."""
    found = []
    for institution in Institution.objects.prefetch_related("circles"):
        circles = frozenset(str(circle.pk) for circle in institution.circles.all())
        members = Member.objects.filter(institution=institution).values_list("pk", flat=True)
        own = str(institution.pk)
        found.append((institution, [Viewer(member=str(pk), institution=own, circles=circles) for pk in members]))
    return found


def _could_see(record: Record, readers: list[tuple[Institution, list[Viewer]]]) -> list[object]:
    """The institutions of which somebody could see the record; of what was not yet out, only its own."""
    owner, now = str(record.institution_id), timezone.now()
    shared = [reader for reader in readers if record.state not in AT_HOME or str(reader[0].pk) == owner]
    return [
        institution.pk
        for institution, viewers in shared
        if any(may_see(record.handling, viewer, owner=owner, at=now) for viewer in viewers)
    ]
