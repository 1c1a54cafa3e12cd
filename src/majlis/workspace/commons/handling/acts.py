"""The originators' acts: releasing a record below the strictest, narrowing and recalling what they gave."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import queries, rules
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.handling import restricting, tasks
from majlis.workspace.commons.handling.reach import derived_from
from majlis.workspace.commons.models import Noted, Record, Release, ReleaseAnswer, Restricted, Restriction
from majlis.workspace.commons.texts import Text

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

    Releases of any of them end, and nothing brings them below this level again. Refused where it is not narrower, and
    where nobody would see the record itself any longer, which is a recall.
    """
    record = _locked(record)
    named = frozenset(named)
    floor = Handling(tlp=tlp, audience=None if tlp == Tlp.AMBER_STRICT else named or None)
    if floor <= record.handling:
        raise Refused("narrow-not-stricter")
    restricting.insist_on_readers([record], floor)
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
    told = restricting.who_could_see(reached)
    restriction = Restriction.objects.create(
        institution=actor.institution,
        author=actor,
        handling=restricting.notice_for(told, actor.institution_id),
        language=reason.original,
        state=act,
        reason=reason,
    )
    restricting.bring_under(restriction, floor, reached, told, first=record)
    Noted.objects.create(restriction=restriction, member=actor)
    return restriction


def _under(handling: Handling, tlp: Tlp, named: frozenset[str]) -> Handling:
    """Give the handling with another level and audience; everything else binds as before."""
    audience = None if tlp == Tlp.AMBER_STRICT else named or (handling.audience if tlp == Tlp.RED else None)
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
