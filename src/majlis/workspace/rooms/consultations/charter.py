"""What the charter asks of consultations, checked on the guards themselves (C02, C12, C13, C17)."""

from __future__ import annotations

import inspect

import polars as pl
from django.db.models import Q, QuerySet

from majlis.engine.opinion.votes import Ballots
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, institution, member, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.actions import import_consultation
from majlis.workspace.rooms.consultations.actions.voting import create_codes
from majlis.workspace.rooms.consultations.forms import ConsultationForm
from majlis.workspace.rooms.consultations.models import Code, Consultation, Door, Sent, Stage, Standing, Statement, Vote

PREFIX = "planted-voter-"


@check("C02", about=("consultations",))
def imports_name_nobody() -> None:
    """Voters whom a file names by address stand nowhere after it was taken in: not in votes, records or ledger."""
    rows = [(f"{PREFIX}{number}@example.invalid", "1", 1) for number in range(8)]
    cast = pl.DataFrame(rows, schema=["participant", "statement", "vote"], orient="row")
    with undone():
        place = institution()
        with acting(member(place, Role.ADMINISTRATOR)):
            taken = import_consultation(institution=place, ballots=Ballots.take(cast, ()), title=NAME)
        entry = LedgerEntry.objects.order_by("index").last()
        kept = [str(taken.content()), str(taken.closing), entry.leaf if entry else ""]
        kept += [str(bytes(raw)) for raw in _votes_of(taken).values_list("pseudonym", flat=True)]
        kept += [str(statement.content()) for statement in taken.statements.all()]
    if len(kept) < len(rows) or any(PREFIX in words for words in kept):
        raise Broken("an import keeps the names of voters")


@check("C13", about=("consultations",))
def codes_ask_nothing() -> None:
    """Codes to vote are made by number alone: nothing can be asked of those who will hold them."""
    known = {"consultation", "count", "expires_at", "once"}
    if wrong := set(inspect.signature(create_codes).parameters) - known:
        raise Broken(f"codes are made by {' '.join(sorted(wrong))}")
    fields = {field.name for field in Code._meta.concrete_fields}
    if wrong := fields - {"id", "consultation", "batch", "serial", "digest", "state", "knock", "expires_at"}:
        raise Broken(f"a code knows of its holder: {' '.join(sorted(wrong))}")


@check("C12", about=("consultations",))
def closed_votes_are_free() -> None:
    """A closed consultation has no key, no times of votes, and nothing that its voters' devices sent."""
    closed = Consultation.objects.filter(state=Stage.CLOSED)
    if any(keys.exists(pk) for pk in closed.values_list("pk", flat=True)):
        raise Broken("a closed consultation still has its key")
    timed = Q(cast_at__isnull=False) | Q(first_at__isnull=False) | Q(first_value__isnull=False)
    if Vote.objects.filter(timed, statement__consultation__state=Stage.CLOSED).exists():
        raise Broken("votes of a closed consultation still have their times")
    if Sent.objects.filter(consultation__state=Stage.CLOSED).exists():
        raise Broken("a closed consultation still knows what devices sent")


@check("C12", about=("consultations",))
def statements_wait() -> None:
    """An offered statement is seen by nobody else before a moderator let it in."""
    with undone():
        place = institution()
        asked = Consultation.objects.create(institution=place, text=NAME, state=Stage.OPEN, door=Door.OPEN)
        held = {"institution": place, "consultation": asked, "text": NAME, "code": "1", "position": 1}
        Statement.objects.create(**held, state=Standing.PENDING)
        if queries.statements_in(asked).exists() or queries.statements_seen(asked).exists():
            raise Broken("a statement that waits for moderation is shown")


@check("C17", about=("consultations",))
def consultations_know_age() -> None:
    """A consultation can say below which age nobody votes, or only with a guardian."""
    asked = {"least_age", "with_guardian"}
    columns = {field.name for field in Consultation._meta.concrete_fields}
    if not asked <= columns or not asked <= set(ConsultationForm.base_fields):
        raise Broken("a consultation cannot set an age")


def _votes_of(consultation: Consultation) -> QuerySet[Vote]:
    return Vote.objects.filter(statement__consultation=consultation)
