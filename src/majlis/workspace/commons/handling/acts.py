"""The originators' acts: releasing a record below the strictest, narrowing and recalling what they gave."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp, Viewer, may_see
from majlis.workspace.commons import queries, rules
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.handling import tasks
from majlis.workspace.commons.handling.reach import derived_from
from majlis.workspace.commons.models import (
    Institution,
    Member,
    Noted,
    Record,
    Release,
    ReleaseAnswer,
    Restricted,
    Restriction,
)
from majlis.workspace.commons.models.records import DRAFT
from majlis.workspace.commons.texts import Text

# States in which a record is nobody's but its institution's.
AT_HOME = frozenset({DRAFT, "pending"})
NOBODY = Handling(tlp=Tlp.RED)


@action("handling.ask", rule=rules.may_ask_release)
def ask_release(*, record: Record, tlp: Tlp, named: Iterable[str] = (), reason: Text) -> Release:
    """Ask the originators to let the record, as it stands, be seen under a milder level.

    named: ids of institutions and circles, for AMBER. An institution that asks and is an originator agrees by asking.
    Refused where the record is not the actor's to see, where that is no release, or where one waits already.
    """
    record = _locked(record)
    if not queries.may_see(current_actor(), record):
        raise Refused("release-not-seen")
    wanted = _under(record.handling, tlp, frozenset(named))
    if record.handling <= wanted:
        raise Refused("release-not-milder")
    if Release.objects.filter(subject_id=record.pk, state=Release.ASKED).exists():
        raise Refused("release-waits")
    release = Release.objects.create(
        institution=record.institution,
        author=current_actor(),
        handling=record.handling,
        language=reason.original,
        state=Release.ASKED,
        subject_kind=record.kind,
        subject_id=record.pk,
        subject_digest=record.digest,
        before=record.handling,
        wanted=wanted,
        reason=reason,
    )
    if rules.may_answer_release(current_actor(), release):
        release_record(release=release, reason=reason)
    return Release.objects.get(pk=release.pk)


@action("handling.release", rule=rules.may_answer_release)
def release_record(*, release: Release, reason: Text) -> Release:
    """Agree, for the actor's institution; once every originator has, the record is seen as was asked.

    Refused where the institution answered before, or where the record is no longer what was asked about.
    """
    release = _open(release)
    _answer(release, reason, agrees=True)
    if not release.missing():
        subject = release.subject
        release.state, release.decided_at = Release.GRANTED, timezone.now()
        release.save()
        subject.handling = release.wanted
        subject.save()
    return release


@action("handling.decline", rule=rules.may_answer_release)
def decline_release(*, release: Release, reason: Text) -> Release:
    """Say no, for the actor's institution: one no is enough, and the record stays as it is."""
    release = _open(release)
    _answer(release, reason, agrees=False)
    release.state, release.decided_at = Release.DECLINED, timezone.now()
    release.save()
    return release


@action("handling.narrow", rule=rules.may_restrict)
def narrow(*, record: Record, tlp: Tlp, named: Iterable[str] = (), reason: Text) -> Restriction:
    """Let the record, and everything into which it went, be seen by fewer from now on.

    Releases of any of them end, and nothing brings them below this level again. Refused where it is not narrower.
    """
    record = _locked(record)
    named = frozenset(named)
    floor = Handling(tlp=tlp, audience=None if tlp == Tlp.AMBER_STRICT else named or None)
    if floor <= record.handling:
        raise Refused("narrow-not-stricter")
    return _restrict(record, Restriction.NARROW, floor, reason)


@action("handling.recall", rule=rules.may_restrict)
def recall(*, record: Record, reason: Text) -> Restriction:
    """Take the record back: from now on nobody sees or finds it, nor anything into which it went.

    What remains of each is its tombstone: kind, digest and notice. Drawings that were kept go at once, and what the
    search's index held goes from the files in the background. Refused where it was recalled before.
    """
    record = _locked(record)
    if is_recalled(record):
        raise Refused("recalled-before")
    tasks.rid_files.enqueue()
    transaction.on_commit(cache.clear)
    return _restrict(record, Restriction.RECALL, NOBODY, reason)


@action("handling.note", rule=rules.may_note)
def note(*, restriction: Restriction) -> Restriction:
    """Take note of a restriction, which then leaves the desk."""
    Noted.objects.get_or_create(restriction=restriction, member=current_actor())
    return restriction


def is_recalled(record: Record) -> bool:
    """Say whether the record was taken back."""
    return Restricted.objects.filter(record_id=record.pk, restriction__state=Restriction.RECALL).exists()


def _restrict(record: Record, act: str, floor: Handling, reason: Text) -> Restriction:
    actor = current_actor()
    reached = [record, *derived_from(record)]
    told = _who_could_see(reached)
    everybody = frozenset(str(pk) for seen in told.values() for pk in seen) | {str(actor.institution_id)}
    restriction = Restriction.objects.create(
        institution=actor.institution,
        author=actor,
        handling=Handling(tlp=Tlp.AMBER, audience=everybody),
        language=reason.original,
        state=act,
        reason=reason,
    )
    Release.objects.filter(
        subject_id__in=[each.pk for each in reached], state__in=[Release.ASKED, Release.GRANTED]
    ).update(state=Release.ENDED)
    for each in reached:
        _bring_under(each, restriction, floor, told[each.pk], first=each is record)
    Noted.objects.create(restriction=restriction, member=actor)
    return restriction


def _bring_under(each: Record, restriction: Restriction, floor: Handling, told: list[object], *, first: bool) -> None:
    released = [release.before for release in Release.objects.filter(subject_id=each.pk, state=Release.ENDED)]
    row = Restricted.objects.create(
        restriction=restriction,
        record_kind=each.kind,
        record_id=each.pk,
        record_digest=each.digest,
        first=first,
        floor=floor,
    )
    row.told.set(told)
    for marking in (floor, *released):
        each.handling = each.handling.join(marking)
    each.save()


def _readers() -> list[tuple[Institution, list[Viewer]]]:
    """For each institution those who may look in its name, each with the circles of the institution."""
    found = []
    for institution in Institution.objects.prefetch_related("circles"):
        circles = frozenset(str(circle.pk) for circle in institution.circles.all())
        members = Member.objects.filter(institution=institution).values_list("pk", flat=True)
        own = str(institution.pk)
        found.append((institution, [Viewer(member=str(pk), institution=own, circles=circles) for pk in members]))
    return found


def _who_could_see(records: list[Record]) -> dict[object, list[object]]:
    """For each record, by id, the institutions of which somebody could see it."""
    readers, known = _readers(), {}
    for record in records:
        key = (record.handling, record.institution_id, record.state in AT_HOME)
        known.setdefault(key, None)
        known[key] = known[key] if known[key] is not None else _could_see(record, readers)
    return {r.pk: known[r.handling, r.institution_id, r.state in AT_HOME] for r in records}


def _could_see(record: Record, readers: list[tuple[Institution, list[Viewer]]]) -> list[object]:
    """The institutions of which somebody could see the record; of what was not yet out, only its own."""
    owner, now = str(record.institution_id), timezone.now()
    shared = [reader for reader in readers if record.state not in AT_HOME or str(reader[0].pk) == owner]
    return [
        institution.pk
        for institution, viewers in shared
        if any(may_see(record.handling, viewer, owner=owner, at=now) for viewer in viewers)
    ]


def _under(handling: Handling, tlp: Tlp, named: frozenset[str]) -> Handling:
    """Give the handling with another level and audience; everything else binds as before."""
    audience = named or None if tlp in {Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER} else handling.audience
    return Handling.from_dict({**handling.to_dict(), "tlp": tlp, "audience": audience and sorted(audience)})


def _open(release: Release) -> Release:
    """Read the release again under a lock; Refused where it is decided, or no longer about what stands there."""
    release = Release.objects.select_for_update().get(pk=release.pk)
    if release.state != Release.ASKED:
        raise Refused("release-decided")
    subject = release.subject
    if (subject.digest, subject.handling) != (release.subject_digest, release.before):
        raise Refused("release-outdated")
    return release


def _answer(release: Release, reason: Text, *, agrees: bool) -> None:
    actor = current_actor()
    if release.answers.filter(institution=actor.institution).exists():
        raise Refused("release-answered")
    ReleaseAnswer.objects.create(
        institution=actor.institution,
        author=actor,
        handling=release.handling,
        language=reason.original,
        release=release,
        agrees=agrees,
        reason=reason,
    )


def _locked(record: Record) -> Record:
    special = record.special()
    return type(special)._default_manager.select_for_update().get(pk=record.pk)
