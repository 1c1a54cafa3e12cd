"""Reading releases and restrictions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from majlis.workspace.commons import rules
from majlis.workspace.commons.fields import canonical
from majlis.workspace.commons.filters import SharesName
from majlis.workspace.commons.models import Circle, Institution, Member, Record, Release, Restricted, Restriction, Term
from majlis.workspace.commons.queries import may_see, members_of
from majlis.workspace.commons.why.grounds import model_of

PURPOSES = "processing_purpose"


@dataclass(frozen=True)
class Standing:
    """What an originator answered to a release, or that the answer is still to come."""

    institution: Institution
    agrees: bool | None


def find_record(member: Member | None, kind: str, pk: UUID) -> Record | None:
    """A record that a member may see or, as an originator's organiser, decide about."""
    model = model_of(kind)
    if member is None or model is None or not issubclass(model, Record):
        return None
    record = model._default_manager.filter(pk=pk, kind=kind).select_related("institution").first()
    return record if record is not None and (may_see(member, record) or rules.may_restrict(member, record)) else None


def find_release(member: Member | None, pk: UUID) -> Release | None:
    """A release: its asker's institution and those who answer for an originator see it."""
    found = Release.objects.filter(pk=pk).select_related("institution").prefetch_related("answers").first()
    if found is None or member is None:
        return None
    own = member.institution_id == found.institution_id
    return found if own or rules.may_answer_release(member, found) else None


def releases_of(record: Record, member: Member | None) -> list[Release]:
    """What was asked about the record, as far as the member may see it, the newest first."""
    found = Release.objects.filter(subject_id=record.pk).order_by("-created_at", "-pk")
    return [release for release in found if find_release(member, release.pk)]


def waiting_for(member: Member) -> list[Release]:
    """The releases that wait for the member's answer, the oldest first."""
    own = str(member.institution_id)
    asked = Release.objects.filter(SharesName("before", "originators", canonical([own])), state=Release.ASKED)
    waiting = asked.prefetch_related("answers").order_by("created_at", "pk")
    return [release for release in waiting if own in release.missing() and rules.may_answer_release(member, release)]


def standings(release: Release) -> list[Standing]:
    """Every originator with its answer."""
    answers = {str(answer.institution_id): answer.agrees for answer in release.answers.all()}
    found = Institution.objects.filter(pk__in=release.before.originators).order_by("pk")
    return [Standing(institution, answers.get(str(institution.pk))) for institution in found]


def told(member: Member | None) -> QuerySet[Restriction]:
    """The restrictions of which the member's institution is told, the newest first."""
    own = member.institution_id if member else None
    found = Restriction.objects.filter(records__told=own).distinct().select_related("institution")
    return found.order_by("-created_at", "-pk")


def unnoted(member: Member) -> QuerySet[Restriction]:
    """Those of which the member has not taken note."""
    return told(member).exclude(noted__member=member)


def told_records(restriction: Restriction, member: Member) -> QuerySet[Restricted]:
    """The records of a restriction that the member's institution could see before."""
    return restriction.records.filter(told=member.institution_id)


def can_be_named() -> list[tuple[str, Institution | Circle]]:
    """The institutions and circles that an audience can name, by id."""
    return [(str(each.pk), each) for each in (*Institution.objects.order_by("pk"), *Circle.objects.order_by("pk"))]


def can_be_named_people(member: Member | None) -> list[tuple[str, str]]:
    """The colleagues whom an audience can name, by id: of their own institution alone, and only who can sign in."""
    if member is None:
        return []
    found = members_of(member.institution).filter(user__is_active=True).exclude(pk=member.pk)
    return [(str(each.pk), str(each.user)) for each in found]


def purposes(language: str) -> list[tuple[str, str]]:
    """The purposes for which something can be used, by code."""
    terms = Term.objects.filter(vocabulary=PURPOSES).order_by("pk")
    return [(term.code, term.labels.in_language(language).text) for term in terms]
