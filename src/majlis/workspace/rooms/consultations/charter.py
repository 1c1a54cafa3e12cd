"""What the charter asks of consultations, checked on the guards themselves (C02, C12, C13, C17)."""

from __future__ import annotations

import inspect
from contextlib import suppress

import polars as pl
from django.db.models import Q, QuerySet
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.engine.opinion.votes import Ballots
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, afterwards, institution, member, refusal, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.models import CountRelease, Institution, LedgerEntry, Role, Run
from majlis.workspace.commons.texts import State
from majlis.workspace.rooms.consultations import queries, rules
from majlis.workspace.rooms.consultations.actions import (
    cast_vote,
    close_consultation,
    edit_consultation,
    import_consultation,
)
from majlis.workspace.rooms.consultations.actions.moderating import answer_appeal, moderate_statement
from majlis.workspace.rooms.consultations.actions.revising import agree_to_mending, propose_mending
from majlis.workspace.rooms.consultations.actions.translating import (
    assign_translation,
    propose_translation,
    review_translation,
)
from majlis.workspace.rooms.consultations.actions.voting import create_codes
from majlis.workspace.rooms.consultations.analyses import carry_out_map
from majlis.workspace.rooms.consultations.forms import ConsultationForm
from majlis.workspace.rooms.consultations.models import Code, Consultation, Door, Sent, Stage, Standing, Statement, Vote
from majlis.workspace.rooms.consultations.rules import MODERATORS, REASONS
from majlis.workspace.rooms.consultations.tasks import request_map

VOTERS, RELEASED = ("first", "second", "third"), ("live", "closing")
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


@check("C04", about=("consultations",))
def maps_come_after() -> None:
    """There is no map while votes come in, and none that shows raw counts of small groups, or a person."""
    with undone():
        asked = _asked(institution(), Stage.OPEN)
        if refusal(request_map, member(asked.institution, *MODERATORS), consultation=asked) != "map-after-closing":
            raise Broken("a map is drawn while votes come in")
        if refusal(carry_out_map, None, run=Run(parameters={"projections": True}), progress=None) != "C04":
            raise Broken("a map shows where single people stand")


@check("C07", about=("consultations",), thorough=True)
def consultations_bind_statements() -> None:
    """A draft is listed at home alone, and statements go where their consultation goes, no further."""
    with undone():
        place = institution()
        home, stranger = member(place, Role.ORGANISER), member(institution(), Role.ORGANISER)
        asked = _asked(place, Stage.DRAFT)
        statement = _statement(asked, Standing.IN)
        if [asked in queries.listed(reader) for reader in (home, stranger, None)] != [True, False, False]:
            raise Broken("a draft is listed to others, or not at home")
        with acting(home):
            edit_consultation(consultation=asked, changes={"handling": Handling(tlp=Tlp.AMBER)})
        if Statement.objects.get(pk=statement.pk).handling.tlp != Tlp.AMBER:
            raise Broken("a statement is milder than its consultation")
        Consultation.objects.filter(pk=asked.pk).update(state=Stage.OPEN)
        if queries.find_listed(stranger, asked.pk) or not queries.find_listed(home, asked.pk):
            raise Broken("a consultation is listed to those for whom it is not")


@check("C13", about=("consultations",))
def codes_ask_nothing() -> None:
    """Codes to vote are made by number alone: nothing can be asked of those who will hold them."""
    known = {"consultation", "count", "expires_at", "once"}
    if wrong := set(inspect.signature(create_codes).parameters) - known:
        raise Broken(f"codes are made by {' '.join(sorted(wrong))}")
    fields = {field.name for field in Code._meta.concrete_fields}
    if wrong := fields - {"id", "consultation", "batch", "serial", "digest", "state", "knock", "expires_at"}:
        raise Broken(f"a code knows of its holder: {' '.join(sorted(wrong))}")


@check("C12", about=("consultations",), thorough=True)
def closing_frees_votes() -> None:
    """Closing leaves no pseudonym, time or device of a voter, nor the key; what screens showed is kept."""
    with undone():
        place = institution()
        asked = _asked(place, Stage.OPEN)
        statement = _statement(asked, Standing.IN)
        keys.make(asked.pk)
        try:
            for token in VOTERS:
                cast_vote(statement=statement, token=token, value=1)
            before = _pseudonyms(asked)
            with acting(member(place, Role.ORGANISER)), afterwards() as later:
                close_consultation(consultation=asked)
            _insist_on_closing(asked, before)
            with suppress(RuntimeError):  # the files are rid of the votes after a commit, and there is none
                for act in later:
                    act()
            if keys.exists(asked.pk):
                raise Broken("a consultation that was closed still has its key")
        finally:
            keys.destroy(asked.pk)


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
        asked = _asked(place, Stage.OPEN)
        _statement(asked, Standing.PENDING)
        if queries.statements_in(asked).exists() or queries.statements_seen(asked).exists():
            raise Broken("a statement that waits for moderation is shown")
        if rules.may_read_moderated(member(institution(), *MODERATORS), asked):
            raise Broken("what moderation took out is read in another institution")


@check("C09", about=("consultations",), thorough=True)
def second_looks_are_anothers() -> None:
    """Who took a statement out does not answer its author's appeal; somebody else does."""
    with undone():
        place = institution()
        first, second = (member(place, Role.MODERATOR) for _ in range(2))
        statement = _statement(_asked(place, Stage.OPEN), Standing.PENDING)
        with acting(first):
            moderate_statement(statement=statement, out=True, reason=REASONS[0])
        Statement.objects.filter(pk=statement.pk).update(appealed_at=timezone.now(), appeal=NAME)
        statement.refresh_from_db()
        if refusal(answer_appeal, first, statement=statement, granted=True) != "may-decide":
            raise Broken("who took a statement out answers the appeal")
        if refusal(answer_appeal, second, statement=statement, granted=True):
            raise Broken("nobody answers an appeal")


@check("C22", about=("consultations",), thorough=True)
def words_take_two() -> None:
    """A translation is unreviewed until somebody else reads it, and words change by a typo that somebody else sees."""
    with undone():
        place = institution()
        first = member(place, Role.ORGANISER)
        statement = _statement(_asked(place, Stage.OPEN), Standing.IN)
        with acting(first):
            propose_translation(statement=statement, into="fr", text="contrôle")
        statement.refresh_from_db()
        if statement.text.in_language("fr").state is not State.UNREVIEWED:
            raise Broken("a translation that nobody read counts as read")
        named = {"statement": statement, "into": "ar", "translator": first, "reviewer": first, "due": None}
        given = {"statement": statement, "seen": str(statement.text)}
        refused = (
            refusal(review_translation, first, statement=statement, into="fr", seen="contrôle"),
            refusal(assign_translation, first, **named),
            refusal(propose_mending, first, **given, text="another statement"),
        )
        if refused != ("may-review", "translation-two-people", "statement-more-than-a-typo"):
            raise Broken("one person alone vouches for a translation, or puts other words into a statement")
        with acting(first):
            mending = propose_mending(**given, text=str(NAME).replace("check", "chcek"))
        if refusal(agree_to_mending, first, mending=mending) != "may-agree":
            raise Broken("one person alone changes what a statement says")


@check("C17", about=("consultations",))
def consultations_know_age() -> None:
    """A consultation can say below which age nobody votes, or only with a guardian."""
    asked = {"least_age", "with_guardian"}
    columns = {field.name for field in Consultation._meta.concrete_fields}
    if not asked <= columns or not asked <= set(ConsultationForm.base_fields):
        raise Broken("a consultation cannot set an age")


def _insist_on_closing(asked: Consultation, before: set[bytes]) -> None:
    timed = Q(cast_at__isnull=False) | Q(first_at__isnull=False) | Q(first_value__isnull=False)
    if len(after := _pseudonyms(asked)) != len(VOTERS) or after & before:
        raise Broken("votes of a closed consultation lead back to whoever cast them")
    if _votes_of(asked).filter(timed).exists() or Sent.objects.filter(consultation=asked).exists():
        raise Broken("closing leaves the times of votes, or what devices sent")
    if CountRelease.objects.filter(population__key=f"question:{asked.pk}").count() < len(RELEASED):
        raise Broken("what was shown of the votes is not kept, and nothing later is compared with it")


def _asked(place: Institution, stage: Stage) -> Consultation:
    said = {"text": NAME, "handling": Handling(tlp=Tlp.CLEAR), "door": Door.OPEN}
    return Consultation.objects.create(institution=place, state=stage, **said)


def _statement(asked: Consultation, standing: Standing) -> Statement:
    held = {"institution": asked.institution, "consultation": asked, "text": NAME, "code": "1", "position": 1}
    return Statement.objects.create(**held, language="en", handling=asked.handling, state=standing)


def _pseudonyms(asked: Consultation) -> set[bytes]:
    return {bytes(pseudonym) for pseudonym in _votes_of(asked).values_list("pseudonym", flat=True)}


def _votes_of(consultation: Consultation) -> QuerySet[Vote]:
    return Vote.objects.filter(statement__consultation=consultation)
