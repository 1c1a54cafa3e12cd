"""Coming in and voting: codes, and answers that count once."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from majlis.engine.errors import MajlisError, Refused
from majlis.engine.opinion.votes import AGREE, DISAGREE, PASS
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import action
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.models import (
    Code,
    CodeState,
    Consultation,
    Door,
    Sent,
    Stage,
    Standing,
    Statement,
    Vote,
)
from majlis.workspace.rooms.consultations.queries import voting as queries
from majlis.workspace.rooms.consultations.queries.voting import Printed

MOST_CODES = 2000
GONE = frozenset({CodeState.REVOKED, CodeState.REPLACED})


class AlreadySent(MajlisError):
    """The device has sent this before: it counted then, and nothing is written now."""


class TooMuch(MajlisError):
    """One token sent more than a person would. wait: after how many seconds it may go on; None for never."""

    def __init__(self, wait: int | None) -> None:
        super().__init__("too many answers from one token")
        self.wait = wait


class NotLetIn(MajlisError):
    """The code does not let its holder in. spent: it did once; nothing else is told."""

    def __init__(self, *, spent: bool = False) -> None:
        super().__init__("the code does not let in")
        self.spent = spent


@action("vote.cast", anonymous=True)
def cast_vote(*, statement: Statement, token: str, value: int, identifier: bytes = b"") -> Vote:
    """Write down a voter's answer; a later one on the same statement replaces it.

    The token never reaches the database: only its pseudonym under the consultation's key does. identifier: 16 bytes
    that the voter's device gave the answer. Raises AlreadySent for an identifier that came before, TooMuch beyond the
    limits, Refused where the consultation takes no votes or the statement was taken out, and ValueError for anything
    but -1, 0 and 1.
    """
    if value not in (AGREE, PASS, DISAGREE):
        raise ValueError(f"a vote is 1, 0 or -1, not {value}")
    consultation = _open(statement.consultation)
    key = keys.load(consultation.pk)
    pseudonym = keys.pseudonym(key, token)
    note_sent(consultation=consultation, pseudonym=pseudonym, identifier=identifier)
    if not statement.is_in:
        raise Refused("statement-taken-out")
    vote = _write(statement, pseudonym, value)
    vote.commitment = keys.commitment(key, str(statement.pk), pseudonym, str(value), vote.cast_at.isoformat())
    return vote


def note_sent(*, consultation: Consultation, pseudonym: bytes, identifier: bytes, statement: bool = False) -> None:
    """Take down, inside an act, that a device sent something; AlreadySent or TooMuch where it may not count."""
    identifier = identifier or secrets.token_bytes(queries.IDENTIFIER_BYTES)
    insist_on_measure(consultation, pseudonym, identifier)
    Sent.objects.create(consultation=consultation, pseudonym=pseudonym, identifier=identifier, statement=statement)


def insist_on_measure(consultation: Consultation, pseudonym: bytes, identifier: bytes = b"") -> None:
    """Raise AlreadySent for what came before, and TooMuch where a device sends more than a person would."""
    sent = queries.sending(consultation, pseudonym, identifier)
    if sent.repeated:
        raise AlreadySent("sent before")
    if sent.total >= queries.MOST_A_STATEMENT and sent.total >= queries.MOST_A_STATEMENT * _count(consultation):
        raise TooMuch(None)
    if sent.lately >= queries.MOST_A_MINUTE:
        raise TooMuch(int(queries.MINUTE / timedelta(seconds=1)))


@action("codes.create", rule=rules.may_change)
def create_codes(
    *, consultation: Consultation, count: int, expires_at: datetime | None = None, once: str = ""
) -> list[Printed]:
    """Make a batch of single-use codes; they are in what this returns and nowhere else.

    once: a secret of the form that asks; AlreadySent where it asked for the same batch before, which
    `queries.codes_again` then gives once more.
    """
    locked = _locked(consultation)
    _insist_on_codes(locked)
    if not 0 < count <= MOST_CODES:
        raise ValueError(f"a batch has 1 to {MOST_CODES} codes, not {count}")
    key = keys.make(locked.pk)
    last = Code.objects.filter(consultation=locked).aggregate(batch=Max("batch"), serial=Max("serial"))
    first, batch = (last["serial"] or 0) + 1, (last["batch"] or 0) + 1
    drawn = queries.codes_of(key, once or secrets.token_urlsafe(24), count, expires_at)
    if queries.was_made(locked, key, drawn):
        raise AlreadySent("made before")
    printed = [Printed(serial, code) for serial, code in enumerate(drawn, start=first)]
    Code.objects.bulk_create(_kept(locked, batch, key, one, expires_at) for one in printed)
    return printed


@action("code.exchange", anonymous=True)
def exchange_code(*, consultation: Consultation, code: str, knock: str = "") -> str:
    """Spend a code and give the token that it stands for; NotLetIn for every other code, and no reason why.

    knock: a secret of the device. Where the reply was lost, the same device gets the same token again, until it votes.
    """
    locked = _open(consultation)
    key = keys.load(locked.pk)
    digest = queries.code_digest(key, code)
    found = Code.objects.select_for_update().filter(consultation=locked, digest=digest).first()
    if found is None or found.state in GONE:
        raise NotLetIn
    if not queries.may_have_again(key, found, knock):
        _spend(found, queries.knock_digest(key, knock) if knock else None)
    return queries.code_token(key, digest)


@action("code.revoke", rule=rules.may_change)
def revoke_code(*, consultation: Consultation, named: str) -> int:
    """Let a code, and the token that it was exchanged for, in no more; gives its serial. Its votes stay."""
    found = _found(_locked(consultation), named, gone=GONE)
    found.state = CodeState.REVOKED
    found.save(update_fields=["state"])
    return found.serial


@action("code.reissue", rule=rules.may_change)
def reissue_code(*, consultation: Consultation, named: str, expires_at: datetime | None = None) -> Printed:
    """Make a new code for the holder of one that is revoked now or was before; the votes that came by it follow.

    Once: a second new code would be a second vote.
    """
    locked = _locked(consultation)
    old = _found(locked, named, gone={CodeState.REPLACED})
    key = keys.load(locked.pk)
    old.state = CodeState.REPLACED
    old.save(update_fields=["state"])
    new = create_codes(consultation=locked, count=1, expires_at=expires_at)[0]
    before, after = (
        keys.pseudonym(key, queries.code_token(key, digest))
        for digest in (bytes(old.digest), queries.code_digest(key, new.code))
    )
    Vote.objects.filter(statement__consultation=locked, pseudonym=before).update(pseudonym=after)
    Sent.objects.filter(consultation=locked, pseudonym=before).update(pseudonym=after)
    return new


def _spend(code: Code, knock: bytes | None) -> None:
    if _expired(code):
        raise NotLetIn
    if code.state == CodeState.SPENT:
        raise NotLetIn(spent=True)
    code.state, code.knock = CodeState.SPENT, knock
    code.save(update_fields=["state", "knock"])


def _write(statement: Statement, pseudonym: bytes, value: int) -> Vote:
    """Insert the answer, or replace the last one; the first answer and its time stay."""
    now = timezone.now()
    vote = Vote(statement=statement, pseudonym=pseudonym, value=value, cast_at=now, first_value=value, first_at=now)
    Vote.objects.bulk_create(
        [vote], update_conflicts=True, unique_fields=["statement", "pseudonym"], update_fields=["value", "cast_at"]
    )
    return vote


def _kept(consultation: Consultation, batch: int, key: bytes, printed: Printed, expires_at: datetime | None) -> Code:
    digest = queries.code_digest(key, printed.code)
    return Code(consultation=consultation, batch=batch, serial=printed.serial, digest=digest, expires_at=expires_at)


def _locked(consultation: Consultation) -> Consultation:
    """Read the consultation again under a lock, so that no vote slips past a closing."""
    return Consultation.objects.select_for_update().get(pk=consultation.pk)


def _count(consultation: Consultation) -> int:
    """Count the statements that others see: what waits must not show in how much a voter may send."""
    return Statement.objects.filter(consultation=consultation).exclude(state=Standing.PENDING).count()


def _open(consultation: Consultation) -> Consultation:
    """Lock an open consultation, reading no more of it than that it is open: every vote waits for this."""
    locked = Consultation.objects.select_for_update().only("state").get(pk=consultation.pk)
    if not locked.is_open:
        raise Refused("consultation-takes-no-votes")
    return locked


def _insist_on_codes(consultation: Consultation) -> None:
    if consultation.door != Door.CODES or consultation.state == Stage.CLOSED:
        raise Refused("consultation-takes-no-codes")


def _found(consultation: Consultation, named: str, *, gone: Collection[str]) -> Code:
    """Find a code whose state is none of these; Refused where there is none."""
    _insist_on_codes(consultation)
    found = queries.find_code(consultation, named)
    if found is None or found.state in gone:
        raise Refused("code-unknown")
    return found


def _expired(code: Code) -> bool:
    return code.expires_at is not None and code.expires_at <= timezone.now()
