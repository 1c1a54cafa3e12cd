"""Reading what all rooms share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from majlis.engine import handling
from majlis.engine.handling import Viewer
from majlis.engine.handling.condition import holds
from majlis.workspace.commons import reads
from majlis.workspace.commons.filters import filter_of
from majlis.workspace.commons.models import (
    Claim,
    Institution,
    Link,
    Member,
    Question,
    Record,
    Restricted,
    Restriction,
    Source,
    Tombstone,
    User,
)
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.rooms import is_shown

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound="Sourced")


class Sourced(Protocol):
    """A record that rests on a source."""

    source: Source
    source_id: UUID


def host() -> Institution | None:
    """Give the institution that set the workspace up; None before the first set-up."""
    return Institution.objects.order_by("created_at", "pk").first()


def members_of(institution: Institution) -> QuerySet[Member]:
    """Give the members of an institution with their accounts and roles, by address."""
    members = institution.members.exclude(user__email__endswith=GONE).select_related("institution", "user")
    return members.prefetch_related("grants").order_by("user__email")


def member_of(user: User) -> Member | None:
    """Give the user's membership, the oldest where there are several; None for a user without one."""
    memberships = user.memberships.select_related("institution", "user").prefetch_related("grants")
    return memberships.order_by("created_at", "pk").first()


def viewer(member: Member | None) -> Viewer:
    """Give the reader behind a membership; None is the public."""
    if member is None:
        return Viewer()
    circles = member.institution.circles.values_list("pk", flat=True)
    return Viewer(
        member=str(member.pk),
        institution=str(member.institution_id),
        circles=frozenset(str(circle) for circle in circles),
    )


def may_see(member: Member | None, record: Record, *, at: datetime | None = None) -> bool:
    """Say whether the member may see the record now (or at the moment given)."""
    return bool(visible([record], member, at=at))


def visible(records: Iterable[R], member: Member | None, *, at: datetime | None = None) -> list[R]:
    """Keep the records that the member may see, in their order; the marked ones are noted as seen by this page view."""
    rule = handling.visible_to(viewer(member), at or timezone.now())
    found = [record for record in records if holds(rule, record.handling, str(record.institution_id))]
    reads.note(found)
    return found


def seen_by(found: QuerySet[R], member: Member | None, *, through: str = "", at: datetime | None = None) -> QuerySet[R]:
    """Keep the rows that the member may see, in the database: the same rule as `visible`, before anything is loaded.

    through: the way to another record that decides as well, such as `source__`.
    """
    return found.filter(filter_of(handling.visible_to(viewer(member), at or timezone.now()), through))


def load(found: QuerySet[R]) -> list[R]:
    """Load rows that `seen_by` kept; the marked ones are noted as seen by this page view."""
    rows = list(found)
    reads.note(rows)
    return rows


def unrecalled(found: QuerySet[R]) -> QuerySet[R]:
    """Leave out what was recalled or expired, on pages that ask no handling because the whole question was asked."""
    recalled = Restricted.objects.filter(restriction__state=Restriction.RECALL)
    expired = Tombstone.objects.values("record_id")
    return found.exclude(pk__in=recalled.values("record_id")).exclude(pk__in=expired)


def shown_to(found: QuerySet[R], member: Member | None) -> QuerySet[R]:
    """Keep what the member may see and nobody took back: for pages about a question whose records are marked apart."""
    return seen_by(unrecalled(found), member)


def links_of(record: Record) -> QuerySet[Link]:
    """Give every link that starts or ends at the record, the oldest first."""
    return Link.objects.filter(Q(from_id=record.pk) | Q(to_id=record.pk)).order_by("created_at", "pk")


def asked_within(questions: Iterable[Question], member: Member | None) -> dict[UUID, list[Record]]:
    """Give what is asked within each question, as far as the member may see it and its room shows it to them."""
    inner = Question.objects.filter(within__in=questions).exclude(state=WITHDRAWN).order_by("created_at", "pk")
    found: dict[UUID, list[Record]] = {}
    for question in load(seen_by(inner.select_related("institution"), member)):
        if is_shown(question, member):
            found.setdefault(question.within_id, []).append(question.special())
    return found


def claims_of(record: Record, member: Member | None) -> list[Claim]:
    """Give what sources say of the record and was not withdrawn, as far as the member may see claim and source."""
    said = Claim.objects.filter(subject_id=record.pk, subject_kind=record.kind).exclude(state=WITHDRAWN)
    return with_visible_source(said.select_related("source", "institution").order_by("created_at", "pk"), member)


def with_visible_source(records: Iterable[S], member: Member | None) -> list[S]:
    """Keep the records that the member may see with their sources."""
    found = visible(records, member)
    sources = {source.pk for source in visible([record.source for record in found], member)}
    return [record for record in found if record.source_id in sources]
