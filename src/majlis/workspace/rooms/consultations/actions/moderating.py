"""Statements that voters offer, what moderation decides about them, and the second look that their authors may ask for.

While voting is open the database must not lead from an offered statement to votes: its id and its time say no more than
the day, what counts the offers of a token has a pseudonym of its own, and the ledger holds a salted commitment.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.models import WAITING, Consultation, Decision, Sent, Standing, Statement
from majlis.workspace.rooms.consultations.queries import moderating as queries
from majlis.workspace.rooms.consultations.rules import ACCEPTED, APPEAL_GRANTED, APPEAL_REJECTED, REASONS, UNDO

MOST_OFFERS = 3
LONGEST_OFFER, LONGEST_APPEAL = 500, 1000


@dataclass(frozen=True)
class Offer:
    """An offered statement as the ledger knows it: by a commitment whose salt goes with the consultation's key."""

    statement: Statement
    commitment: str

    def ledger_reference(self) -> dict[str, str]:
        """Say that a statement was offered, not which: the ledger knows the moment, and votes are cast beside it."""
        return {"kind": "consultations.statement", "commitment": self.commitment}


@action("statement.offer", anonymous=True)
def offer_statement(*, consultation: Consultation, token: str, receipt: str, text: Text) -> Offer:
    """Take a voter's own statement; it waits for moderation, and until then nobody else sees it.

    receipt: a secret of the author, of which only the SHA-256 is kept; the same receipt again gives the same statement.
    Raises Refused where the consultation takes no statements or the token has offered its three.
    """
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if not (locked.is_open and locked.takes_statements):
        raise Refused("consultation-takes-no-statements")
    if len(str(text)) > LONGEST_OFFER:
        raise ValueError(f"an offered statement has {LONGEST_OFFER} characters at most")
    known = queries.find_by_receipt(locked, receipt)
    return _committed(known or _take(locked, token, receipt, text))


@action("statement.moderate", rule=rules.may_decide)
def moderate_statement(
    *, statement: Statement, out: bool, reason: str = "", note: Text | None = None, seen: int | None = None
) -> Decision:
    """Take a statement out for a reason of the vocabulary, or let it in; the reason goes on the ledger as a hash.

    note: what the author reads beside the reason. seen: how many decisions the moderator had before their eyes; Refused
    where there are others by now, where an appeal waits for its answer, and where nothing would change.
    """
    if out and reason not in REASONS:
        raise ValueError(f"{reason!r} is no reason for taking a statement out")
    current = current_as_seen(statement, seen)
    after = Standing.OUT if out else Standing.IN
    if queries.appeal_is_open(current):
        raise Refused("statement-appeal-first")
    if current.state == after:
        raise Refused("statement-decided-already")
    return _decide(statement, current, after, reason if out else ACCEPTED, note)


@action("statement.undo", rule=rules.may_decide)
def undo_decision(*, statement: Statement, seen: int | None = None) -> Decision:
    """Take the decision that stands back, by a decision of its own; Refused where there is none."""
    current = current_as_seen(statement, seen)
    standing = queries.standing_decision(current)
    if standing is None:
        raise Refused("statement-nothing-to-undo")
    if queries.appeal_is_open(current):
        raise Refused("statement-appeal-first")
    return _decide(statement, current, Standing(standing.before), UNDO, None)


@action("statement.appeal", anonymous=True)
def appeal_statement(*, consultation: Consultation, receipt: str, text: Text) -> Offer:
    """Ask for a second look at a refused statement, once; Refused where it is not out or was appealed before."""
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    statement = queries.find_by_receipt(locked, receipt)
    if not may_appeal(statement):
        raise Refused("appeal-not-possible")
    statement.appeal, statement.appealed_at = text, today()
    statement.save()
    return _committed(statement)


@action("statement.answer-appeal", rule=rules.may_decide)
def answer_appeal(
    *, statement: Statement, granted: bool, note: Text | None = None, seen: int | None = None
) -> Decision:
    """Give the second look: let the statement in, or leave it out with a note; never by who took it out before."""
    current = current_as_seen(statement, seen)
    if not queries.appeal_is_open(current):
        raise Refused("statement-decided-already")
    if not granted and note is None:
        raise ValueError("who leaves a statement out on appeal says why")
    after, reason = (Standing.IN, APPEAL_GRANTED) if granted else (Standing.OUT, APPEAL_REJECTED)
    return _decide(statement, current, after, reason, note)


def may_appeal(statement: Statement | None) -> bool:
    """Whether the author may still ask for a second look."""
    if statement is None or statement.state != Standing.OUT or statement.appealed_at is not None:
        return False
    return statement.consultation.is_open and not hasattr(statement, "replaced_by")


def today() -> datetime:
    """The day alone: the moment at which an author wrote would stand beside the moments of votes."""
    return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)


def new_statement(consultation: Consultation, text: Text, **fields: Any) -> Statement:
    """Add a statement at the end of those that others see, inside an act that has locked the consultation."""
    return _add(consultation, text, queries.next_number(consultation), **fields)


def current_statement(statement: Statement) -> Statement:
    """Read the statement again, inside an act, under a lock of its consultation; Refused once that is closed."""
    consultation = Consultation.objects.select_for_update().get(pk=statement.consultation_id)
    if consultation.is_closed:
        raise Refused("may-change-statement")
    return Statement.objects.select_related("consultation__institution").get(pk=statement.pk)


def current_as_seen(statement: Statement, decisions: int | None) -> Statement:
    """Insist that as many decisions stand as the moderator saw, and that they may still decide about the statement."""
    current = current_statement(statement)
    if hasattr(current, "replaced_by"):
        raise Refused("statement-replaced")
    if decisions is not None and decisions != current.decisions.count():
        raise Refused("statement-decided-already")
    if not rules.may_decide(current_actor(), current):
        raise Refused("may-decide")
    return current


def write_decision(statement: Statement, after: Standing, reason: str, note: Text | None = None) -> Decision:
    """Write a decision down and let it stand, inside an act; the first one gives the statement its number.

    It keeps that number whatever is undone: a paper ballot may carry it.
    """
    decision = Decision.objects.create(
        institution_id=statement.institution_id,
        author=current_actor(),
        handling=statement.handling,
        language=note.original if note else "und",
        statement=statement,
        before=statement.state,
        after=after,
        reason=reason,
        note=note,
    )
    if statement.position >= WAITING:
        statement.position = queries.next_number(statement.consultation)
        statement.code = str(statement.position)
    statement.state = after
    statement.save()
    return decision


def _take(consultation: Consultation, token: str, receipt: str, text: Text) -> Statement:
    pseudonym = keys.derived(keys.load(consultation.pk), "offers", token)[: keys.PSEUDONYM_BYTES]
    sent = Sent.objects.filter(consultation=consultation, pseudonym=pseudonym, statement=True)
    if sent.count() >= MOST_OFFERS:
        raise Refused("offers-used-up")
    Sent.objects.create(
        consultation=consultation,
        pseudonym=pseudonym,
        identifier=secrets.token_bytes(16),
        statement=True,
        at=consultation.opened_at,
    )
    kept = queries.receipt_digest(receipt)
    # a UUIDv7 would tell the millisecond
    number = queries.next_waiting(consultation)
    return _add(
        consultation, text, number, id=uuid4(), created_at=today(), author=None, state=Standing.PENDING, receipt=kept
    )


def _add(consultation: Consultation, text: Text, number: int, **fields: Any) -> Statement:
    return Statement.objects.create(
        institution_id=consultation.institution_id,
        handling=consultation.handling,
        language=text.original,
        text=text,
        consultation=consultation,
        code=str(number),
        position=number,
        **fields,
    )


def _committed(statement: Statement) -> Offer:
    key = keys.load(statement.consultation_id)
    return Offer(statement, keys.commitment(key, str(statement.pk), secrets.token_bytes(16)))


def _decide(given: Statement, current: Statement, after: Standing, reason: str, note: Text | None) -> Decision:
    decision = write_decision(current, after, reason, note)
    for name in ("state", "code", "position", "digest"):
        setattr(given, name, getattr(current, name))
    return decision
