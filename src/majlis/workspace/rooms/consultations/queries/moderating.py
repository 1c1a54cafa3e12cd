"""Reading what waits for moderation, what was decided, and what became of an author's statement."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Max, QuerySet

from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import shown_to
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.models import (
    WAITING,
    Consultation,
    Decision,
    Mended,
    Mending,
    Standing,
    Statement,
    Vote,
)
from majlis.workspace.rooms.consultations.rules import ANSWERS, REASONS, UNDO
from majlis.workspace.rooms.consultations.typos import same_words


@dataclass(frozen=True)
class Moderation:
    """What the page of a consultation says of its moderation.

    refused: how many statements were taken out, by reason; waiting, appeals: how many, for those who moderate;
    mendings: how many mended typos wait for the reader's agreement.
    """

    refused: list[tuple[str, int]] = field(default_factory=list)
    moderates: bool = False
    translates: bool = False
    waiting: int = 0
    appeals: int = 0
    mendings: int = 0


def moderation_of(member: Member | None, consultation: Consultation) -> Moderation:
    """What the reader may know of the moderation: counts of statements by reason, and their own work in it."""
    moderates = rules.may_read_moderated(member, consultation)
    decides = moderates and not consultation.is_closed
    return Moderation(
        refused=refused_by_reason(consultation),
        moderates=moderates,
        translates=rules.may_see_translations(member, consultation),
        waiting=waiting(consultation, member).count() if decides else 0,
        appeals=len(appeals(consultation, member)) if decides else 0,
        mendings=sum(rules.may_agree(member, m) for m in mendings_waiting(consultation, member)) if decides else 0,
    )


def waiting(consultation: Consultation, member: Member | None) -> QuerySet[Statement]:
    """The statements that nobody has decided about, the oldest first."""
    return shown_to(_decided_about(consultation), member).filter(state=Standing.PENDING)


def appeals(consultation: Consultation, member: Member | None) -> list[Statement]:
    """The statements whose authors wait for a second look."""
    asked = shown_to(_decided_about(consultation), member).filter(appealed_at__isnull=False)
    return [statement for statement in asked if appeal_is_open(statement)]


def moderated(consultation: Consultation, member: Member | None) -> list[Statement]:
    """The other statements, in their order."""
    rest = shown_to(_decided_about(consultation), member).exclude(state=Standing.PENDING)
    return [statement for statement in rest if not appeal_is_open(statement)]


def history(statement: Statement) -> list[Decision]:
    """Every decision about the statement, the oldest first."""
    return list(statement.decisions.all())


def effective(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that no undo has taken back, the oldest first; each undo takes back the newest that stands."""
    standing: list[Decision] = []
    for decision in decisions:
        if decision.reason == UNDO:
            standing.pop()
        else:
            standing.append(decision)
    return standing


def standing_decision(statement: Statement) -> Decision | None:
    """The decision that stands; None where nobody has decided or all was undone."""
    return next(iter(reversed(effective(history(statement)))), None)


def appeal_is_open(statement: Statement) -> bool:
    """Whether the author asked for a second look and nobody has answered."""
    answered = any(decision.reason in ANSWERS for decision in effective(history(statement)))
    return statement.appealed_at is not None and statement.state == Standing.OUT and not answered


def may_answer(statement: Statement) -> bool:
    """Whether the institution has a member who may give the second look."""
    return _moderators(statement).exclude(pk__in=rules.takers_out(statement)).exists()


def refused_by_reason(consultation: Consultation) -> list[tuple[str, int]]:
    """How many statements are out, by the reason that stands, in the order of the vocabulary: counts of statements."""
    out = _decided_about(consultation).filter(state=Standing.OUT)
    counts = Counter(refusal(statement) for statement in out)
    return [(reason, counts[reason]) for reason in REASONS if counts[reason]]


def next_number(consultation: Consultation) -> int:
    """The number of the next statement that others see: what waits takes none of theirs."""
    return _last(Statement.objects.filter(consultation=consultation, position__lt=WAITING)) + 1


def next_waiting(consultation: Consultation) -> int:
    """Where the next statement waits."""
    return max(WAITING, _last(Statement.objects.filter(consultation=consultation)) + 1)


def find_by_receipt(consultation: Consultation, receipt: str) -> Statement | None:
    """The statement for which the receipt was given."""
    return _decided_about(consultation).filter(receipt=receipt_digest(receipt)).first()


def receipt_digest(receipt: str) -> bytes:
    """What is kept of a receipt."""
    return hashlib.sha256(receipt.encode()).digest()


def repeated(consultation: Consultation, text: str, member: Member | None) -> Statement | None:
    """The statement before voters that says the same words; those that wait or were taken out are not told of."""
    wanted = same_words(text)
    shown = shown_to(Statement.objects.filter(consultation=consultation, state=Standing.IN), member)
    return next((statement for statement in shown if wanted in _wordings(statement)), None)


def mendings_waiting(consultation: Consultation, member: Member | None) -> list[Mending]:
    """The typos that wait for a second member's agreement, the oldest first."""
    if consultation.is_closed:
        return []
    waiting = Mending.objects.filter(statement__consultation=consultation, state=Mended.PROPOSED)
    statements = shown_to(Statement.objects.filter(consultation=consultation), member)
    waiting = shown_to(waiting, member).filter(statement__in=statements.values("pk"))
    return list(
        waiting.filter(statement__replaced_by=None).select_related(
            "author__user", "statement__consultation__institution"
        )
    )


def mending_of(statement: Statement) -> Mending | None:
    """The typo of the statement that waits for a second member's agreement."""
    if hasattr(statement, "replaced_by") or statement.consultation.is_closed:
        return None
    return statement.mendings.filter(state=Mended.PROPOSED).select_related("author__user").first()


def who_may_agree(mending: Mending) -> list[Member]:
    """The members who may agree to a mended typo."""
    return [member for member in _moderators(mending.statement) if rules.may_agree(member, mending)]


def has_votes(statement: Statement) -> bool:
    """Whether anybody has voted on it."""
    return Vote.objects.filter(statement=statement).exists()


def first_wording(statement: Statement) -> str:
    """The author's words before anything was mended."""
    first = next(iter(statement.mended), None)
    return str(first.text_before if first else statement.text)


def refusal(statement: Statement) -> str:
    """The reason for which the statement is out, whatever the answers to its appeal added."""
    taken = [d.reason for d in effective(history(statement)) if d.after == Standing.OUT and d.reason not in ANSWERS]
    return taken[-1] if taken else ""


def _last(statements: QuerySet[Statement]) -> int:
    return statements.aggregate(last=Max("position"))["last"] or 0


def _moderators(statement: Statement) -> QuerySet[Member]:
    members = Member.objects.filter(institution_id=statement.consultation.institution_id, user__is_active=True)
    return members.filter(grants__role__in=rules.MODERATORS).distinct().select_related("user")


def _wordings(statement: Statement) -> set[str]:
    return {same_words(version.text) for version in statement.text.versions.values()}


def _decided_about(consultation: Consultation) -> QuerySet[Statement]:
    found = Statement.objects.filter(consultation=consultation).select_related("consultation__institution")
    return found.prefetch_related("decisions")
