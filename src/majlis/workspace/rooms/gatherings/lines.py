"""What the room tells the front page, the desk and other rooms."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.gatherings import queries
from majlis.workspace.rooms.gatherings.models import Gathering, Session
from majlis.workspace.rooms.gatherings.pages import days_of, hours_of


def published() -> Iterable[Line]:
    """Editions that everybody may see."""
    return [of_gathering(gathering) for gathering in queries.listed(None)]


def awaiting(member: Member) -> Iterable[Line]:
    """Editions of the member's own institution that are not over."""
    today = timezone.now()
    own = (g for g in queries.listed(member) if g.institution_id == member.institution_id)
    return [
        of_gathering(gathering) for gathering in own if gathering.ends_on >= today.astimezone(gathering.zone).date()
    ]


def of_gathering(gathering: Gathering) -> Line:
    """The line that leads to an edition."""
    return Line(
        gathering.text,
        reverse("gatherings:detail", args=[gathering.pk]),
        days_of(gathering),
        handling=gathering.handling,
    )


def of_session(session: Session) -> Line:
    """The line that leads to a session."""
    return Line(
        session.text, reverse("gatherings:session", args=[session.pk]), hours_of(session), handling=session.handling
    )
