"""Reading what waits for a translation or a review, and who has it in hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from majlis.workspace.commons import persons
from majlis.workspace.commons.models import LedgerEntry, Member
from majlis.workspace.commons.queries import shown_to
from majlis.workspace.commons.texts import Shown, State, Text, Version, primary
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.models import (
    Consultation,
    Standing,
    Statement,
    Translating,
    Translation,
)

FIELDS = ("text", "headline", "introduction", "consent", "help_line")
STATES = {State.REVIEWED: Translating.REVIEWED, State.UNREVIEWED: Translating.PROPOSED}


@dataclass(frozen=True)
class Task:
    """One statement in one more language: how far it is, and who has it in hand."""

    statement: Statement
    into: str
    translation: Translation | None

    @property
    def state(self) -> Translating:
        """Wanted, proposed or reviewed, as the text itself says."""
        version = version_in(self.statement.text, self.into)
        return STATES[version.state] if version else Translating.WANTED

    @property
    def original(self) -> Shown:
        """The author's words."""
        return self.statement.text.in_language(self.statement.text.original)

    @property
    def due(self) -> date | None:
        """By when it is wanted."""
        return self.translation.due if self.translation else None

    @property
    def overdue(self) -> bool:
        """Whether the day has passed and nobody has reviewed it."""
        return self.due is not None and self.due < timezone.localdate() and self.state != Translating.REVIEWED

    @property
    def open(self) -> bool:
        """Whether the next step is nobody's: no translator, or no reviewer of what was proposed."""
        holder = "translator_id" if self.state == Translating.WANTED else "reviewer_id"
        return self.state != Translating.REVIEWED and getattr(self.translation, holder, None) is None

    def is_for(self, member: Member) -> bool:
        """Whether the next step is the member's."""
        holders = {Translating.WANTED: "translator_id", Translating.PROPOSED: "reviewer_id"}
        holder = holders.get(self.state)
        return holder is not None and getattr(self.translation, holder, None) == member.pk


def tasks_of(consultation: Consultation, member: Member | None) -> list[Task]:
    """Every statement before voters that the member may see, in every other language of the workspace in its order."""
    found = shown_to(Statement.objects.filter(consultation=consultation, state=Standing.IN), member)
    rows = Translation.objects.filter(statement__in=found).select_related("translator__user", "reviewer__user")
    known = {(row.statement_id, row.into): row for row in rows}
    return [Task(s, into, known.get((s.pk, into))) for s in found for into in others(s.text)]


def chosen(tasks: list[Task], show: str, member: Member) -> list[Task]:
    """The tasks of a list: mine, overdue, open, or all of them; the most urgent first."""
    tests = {"mine": lambda task: task.is_for(member), "overdue": lambda t: t.overdue, "open": lambda t: t.open}
    found = [task for task in tasks if show not in tests or tests[show](task)]
    return sorted(found, key=lambda task: task.due or date.max)


def find_task(statement: Statement, into: str, member: Member | None) -> Task | None:
    """One task; None where the member sees no such statement before voters, or it was written in that language."""
    if statement.state != Standing.IN or into not in others(statement.text):
        return None
    if not shown_to(Statement.objects.filter(pk=statement.pk), member).exists():
        return None
    rows = statement.translations.select_related("translator__user", "reviewer__user")
    return Task(statement, into, rows.filter(into=into).first())


def others(text: Text) -> list[str]:
    """The languages of the workspace in which the text was not written."""
    return [code for code, _ in settings.LANGUAGES if code != primary(text.original)]


def version_in(text: Text, into: str) -> Version | None:
    """The version in exactly that language."""
    return text.versions.get(into)


def members_of(consultation: Consultation) -> list[Member]:
    """Whom a translation may be given to."""
    found = Member.objects.filter(institution_id=consultation.institution_id, user__is_active=True)
    return list(found.select_related("user").order_by("created_at", "pk"))


def own_texts(consultation: Consultation) -> Iterator[tuple[str, Text]]:
    """The consultation's own texts by the name of their field."""
    for name in FIELDS:
        if text := getattr(consultation, name):
            yield name, text


def wording_id(consultation: Consultation, name: str, into: str) -> str:
    """What the ledger calls one of a consultation's texts in one language."""
    return f"{consultation.pk}:{name}:{into}"


def proposer_of(consultation: Consultation, name: str, into: str) -> str:
    """The id of the member who translated a text of the consultation, as the ledger knows; else its author's."""
    place = wording_id(consultation, name, into)
    acts = LedgerEntry.objects.filter(leaf__contains='"action":"consultation.translate"')
    entries = acts.filter(leaf__contains=f'"{place}"')
    last = entries.order_by("-index").first()
    if last is None:
        return str(consultation.author_id)
    translator = persons.actors_of([last]).get(last.index)
    return str(translator.pk) if translator else ""


def may_review_text(member: Member | None, consultation: Consultation, name: str, into: str) -> bool:
    """Whether the member reviews this text: an organiser who did not translate it."""
    allowed = rules.may_change(member, consultation)
    return allowed and member is not None and proposer_of(consultation, name, into) != str(member.pk)
