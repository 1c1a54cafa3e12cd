"""What the room tells the front page and the desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.urls import reverse

from majlis.engine.text import shown
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.consultations import queries, rules
from majlis.workspace.rooms.consultations.models import Consultation, Door, Stage, Statement
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
    return [replace(line, inside=c.working_title) for c in own for line in (_to_close(member, c), *_work(member, c))]


def state_of(consultation: Consultation) -> str:
    """How far the consultation is, and whether its audience is simulated, in words."""
    state = words.say(STATES[Stage(consultation.state)])
    return f"{state} · {words.say('consultation-simulated')}" if consultation.simulated else state


def line_of(consultation: Consultation) -> Line:
    """The line that leads to a consultation from the front page, the desk or the question within which it is asked."""
    return Line(
        consultation.text,
        reverse("consultations:detail", args=[consultation.pk]),
        state_of(consultation),
        handling=consultation.handling,
    )


def _to_close(member: Member, consultation: Consultation) -> Line:
    """The line that leads to a consultation, with its last day for those who organise it or vote as members."""
    concerned = rules.may_change(member, consultation) or (consultation.door == Door.MEMBERS and consultation.is_open)
    if not concerned or consultation.closes_at is None:
        return line_of(consultation)
    zone = words.zone_of(consultation.institution.locale)
    return replace(line_of(consultation), due=consultation.closes_at.astimezone(zone).date())


def of_statement(statement: Statement) -> Line:
    """The line that leads to a statement on the page of its consultation."""
    address = f"{reverse('consultations:detail', args=[statement.consultation_id])}#statement-{statement.pk}"
    asked = shown(statement.consultation.text.in_language(words.language()).text)
    return Line(statement.text, address, asked, handling=statement.handling)


def _work(member: Member, consultation: Consultation) -> Iterable[Line]:
    """What waits for the member's decision, translation or review."""
    asked = {"asks": True, "handling": consultation.handling}
    moderation = moderation_of(member, consultation)
    if waiting := moderation.waiting + moderation.appeals + moderation.mendings:
        note = words.say("moderation-desk", waiting=waiting)
        yield Line(consultation.text, reverse("consultations:moderation", args=[consultation.pk]), note, **asked)
    if tasks := chosen(tasks_of(consultation, member), "mine", member):
        address = reverse("consultations:translations", args=[consultation.pk])
        note = words.say("translations-desk", count=len(tasks))
        due = min((task.due for task in tasks if task.due), default=None)
        yield Line(consultation.text, f"{address}?show=mine", note, due=due, **asked)
