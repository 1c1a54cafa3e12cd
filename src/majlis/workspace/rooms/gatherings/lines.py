"""What the room tells the front page, the desk and other rooms."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from majlis.engine.text import shown
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import queries
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series, Session
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


def of_series(series: Series) -> Line:
    """The line that leads to a series in the list of all."""
    return Line(series.title, f"{reverse('gatherings:index')}#series-{series.pk}", handling=series.handling)


def of_office_statement(statement: OfficeStatement) -> Line:
    """The line that leads to what an office-holder said, on the page of the edition or the session."""
    page = "gatherings:session" if statement.question.kind == "gatherings.session" else "gatherings:detail"
    address = f"{reverse(page, args=[statement.question_id])}#said-{statement.pk}"
    said, office = statement.text or statement.office, in_language(statement.office)
    return Line(said, address, office, handling=statement.handling)


def in_language(text: Text) -> str:
    """Give a text in the reader's language, for the note of a line."""
    return shown(text.in_language(words.language()).text)
