"""What the room tells the front page and the desk."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from majlis.engine.text import shown
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Statement
from majlis.workspace.rooms.consultations.queries.moderating import moderation_of
from majlis.workspace.rooms.consultations.queries.translating import chosen, tasks_of

STATES = {
    Stage.DRAFT: "consultation-state-draft",
    Stage.OPEN: "consultation-state-open",
    Stage.CLOSED: "consultation-state-closed",
}


def published() -> Iterable[Line]:
    """Consultations that everybody may see."""
    return [line_of(consultation) for consultation in queries.listed(None)]


def awaiting(member: Member) -> Iterable[Line]:
    """Consultations of the member's own institution that are not closed yet, each with the member's work in it."""
    own = (c for c in queries.listed(member) if c.institution_id == member.institution_id and not c.is_closed)
    return [line for consultation in own for line in (line_of(consultation), *_work(member, consultation))]


def state_of(consultation: Consultation) -> str:
    """How far the consultation is, and whether its audience is simulated, in words."""
    state = words.say(STATES[Stage(consultation.state)])
    return f"{state} · {words.say('consultation-simulated')}" if consultation.simulated else state


def line_of(consultation: Consultation) -> Line:
    """The line that leads to a consultation from the front page, the desk or the question within which it is asked."""
    return Line(consultation.text, reverse("consultations:detail", args=[consultation.pk]), state_of(consultation))


def of_statement(statement: Statement) -> Line:
    """The line that leads to a statement on the page of its consultation."""
    address = f"{reverse('consultations:detail', args=[statement.consultation_id])}#statement-{statement.pk}"
    return Line(statement.text, address, shown(statement.consultation.text.in_language(words.language()).text))


def _work(member: Member, consultation: Consultation) -> Iterable[Line]:
    """What waits for the member's decision, translation or review."""
    moderation = moderation_of(member, consultation)
    if moderation.waiting or moderation.appeals:
        note = words.say("moderation-desk", waiting=moderation.waiting + moderation.appeals)
        yield Line(consultation.text, reverse("consultations:moderation", args=[consultation.pk]), note)
    if tasks := chosen(tasks_of(consultation), "mine", member):
        address = reverse("consultations:translations", args=[consultation.pk])
        note = words.say("translations-desk", count=len(tasks))
        yield Line(consultation.text, f"{address}?show=mine", note)
