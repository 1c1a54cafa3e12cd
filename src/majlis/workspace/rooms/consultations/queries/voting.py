"""Reading what stands between a voter and a vote: tokens, codes, and how much a token sent."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from majlis.workspace.commons import keys
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import may_see, shown_to
from majlis.workspace.rooms.consultations import codes
from majlis.workspace.rooms.consultations.models import (
    Code,
    CodeState,
    Consultation,
    Door,
    Sent,
    Standing,
    Statement,
    Vote,
)

IDENTIFIER_BYTES = 16
MOST_A_MINUTE, MOST_A_STATEMENT = 120, 20
MINUTE = timedelta(minutes=1)


def sealed(key: bytes, door: str, body: str) -> str:
    """Make the token of a voter who came in by the door; nobody can make one without the key."""
    return f"{body}.{keys.derived(key, 'token', door, body)[:IDENTIFIER_BYTES].hex()}"


def member_token(key: bytes, member: Member) -> str:
    """Give the one token that a member has in a consultation."""
    return sealed(key, Door.MEMBERS, keys.derived(key, "member", str(member.pk))[:IDENTIFIER_BYTES].hex())


def code_token(key: bytes, digest: bytes) -> str:
    """Give the token that a code is exchanged for."""
    return sealed(key, Door.CODES, digest.hex())


def code_digest(key: bytes, typed: str) -> bytes:
    """Give what the database keeps of a code."""
    return keys.derived(key, "code", codes.read(typed))[:IDENTIFIER_BYTES]


def knock_digest(key: bytes, knock: str) -> bytes:
    """Give what the database keeps of a device's secret."""
    return keys.derived(key, "knock", knock)[:IDENTIFIER_BYTES]


def may_have_again(key: bytes, code: Code, knock: str) -> bool:
    """Say whether this device spent the code and may have its token again: until a vote shows that it has arrived."""
    if not knock or not code.knock or not hmac.compare_digest(bytes(code.knock), knock_digest(key, knock)):
        return False
    pseudonym = keys.pseudonym(key, code_token(key, bytes(code.digest)))
    return not Vote.objects.filter(statement__consultation=code.consultation_id, pseudonym=pseudonym).exists()


def lets_in(consultation: Consultation, token: str, member: Member | None) -> bool:
    """Say whether the token was given by this open consultation's door, and still counts."""
    key, body = keys.load(consultation.pk), token.partition(".")[0]
    if not hmac.compare_digest(token.encode(), sealed(key, consultation.door, body).encode()):
        return False
    if consultation.door == Door.CODES:
        spent = Code.objects.filter(consultation=consultation, state=CodeState.SPENT)
        return spent.filter(digest=bytes.fromhex(body)).exists()
    return consultation.door == Door.OPEN or (member is not None and token == member_token(key, member))


def find_votable(member: Member | None, pk: UUID, code: str) -> Statement | None:
    """Give a statement by its code with its consultation; None where the reader may not see one of them."""
    rows = Statement.objects.select_related("consultation__institution").filter(consultation=pk, code=code[:200])
    rows = shown_to(rows.exclude(state=Standing.PENDING), member)
    found = rows.exclude(consultation__door=Door.IMPORTED).exclude(consultation__opened_at=None).first()
    return found if found is not None and may_see(member, found.consultation) else None


class Sending(NamedTuple):
    """What a voter's device sent: this very thing before, how much within the last minute, and how much in all."""

    repeated: bool
    lately: int
    total: int


def sending(consultation: Consultation, pseudonym: bytes, identifier: bytes) -> Sending:
    """Count what the voter's device sent, in one query."""
    own = Sent.objects.filter(consultation=consultation, pseudonym=pseudonym)
    found: dict[str, int] = own.aggregate(
        repeated=Count("pk", filter=Q(identifier=identifier)),
        lately=Count("pk", filter=Q(at__gt=timezone.now() - MINUTE)),
        total=Count("pk"),
    )
    return Sending(bool(found["repeated"]), found["lately"], found["total"])


def own_votes(consultation: Consultation, token: str) -> dict[str, int]:
    """Give the answers of the token's holder by the statement's code; the consultation must be open."""
    pseudonym = keys.pseudonym(keys.load(consultation.pk), token)
    own = Vote.objects.filter(statement__consultation=consultation, pseudonym=pseudonym)
    return dict(own.values_list("statement__code", "value"))


def batches_of(consultation: Consultation) -> list[dict[str, Any]]:
    """Give the batches of codes: how many, from which serial to which, and until when they let in."""
    rows = Code.objects.filter(consultation=consultation).order_by("batch").values("batch")
    return list(rows.annotate(count=Count("pk"), first=Min("serial"), last=Max("serial"), until=Max("expires_at")))


class Printed(NamedTuple):
    """A code with its serial, as its sheet shows it."""

    serial: int
    code: str


def codes_of(key: bytes, once: str, count: int, expires_at: datetime | None) -> list[str]:
    """Draw the codes of a batch from the secret of the form that asked for it; nobody can without the key."""
    until = expires_at.isoformat() if expires_at else ""
    seeds = (keys.derived(key, "draw", once, str(count), until, str(number)) for number in range(count))
    return [codes.drawn_from(seed) for seed in seeds]


def was_made(consultation: Consultation, key: bytes, drawn: list[str]) -> bool:
    """Say whether the batch was made before."""
    return Code.objects.filter(consultation=consultation, digest=code_digest(key, drawn[0])).exists()


def codes_again(consultation: Consultation, *, count: int, expires_at: datetime | None, once: str) -> list[Printed]:
    """Give the codes of a batch that was made before to the form that asked for it."""
    key = keys.load(consultation.pk)
    drawn = {code_digest(key, code): code for code in codes_of(key, once, count, expires_at)}
    made = Code.objects.filter(consultation=consultation, digest__in=drawn)
    return [Printed(one.serial, drawn[bytes(one.digest)]) for one in made]


def find_code(consultation: Consultation, named: str) -> Code | None:
    """Find a code by its printed serial or by the code itself."""
    plain = codes.read(named)
    if plain.isdecimal() and len(plain) < min(codes.LENGTH, 9):
        return Code.objects.filter(consultation=consultation, serial=int(plain)).first()
    digest = code_digest(keys.load(consultation.pk), named)
    return Code.objects.filter(consultation=consultation, digest=digest).first()
