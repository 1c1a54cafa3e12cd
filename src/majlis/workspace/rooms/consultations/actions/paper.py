"""Paper ballots: two clerks type each one, equal entries become votes, and nothing of the typing is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.rooms.consultations import queries, rules
from majlis.workspace.rooms.consultations.models import Consultation, PaperEntry, Vote
from majlis.workspace.rooms.consultations.queries.hall import answers_differ

Answers = Mapping[str, int]


class Outcome(StrEnum):
    """What became of an entry."""

    WAITS = "waits"
    COUNTED = "counted"
    DIFFERS = "differs"
    KNOWN = "known"


@dataclass(frozen=True)
class Entered:
    """What became of the entries, ballot by ballot; the ledger sees a commitment that dies with the key."""

    outcomes: Mapping[str, Outcome]
    commitment: str

    def ledger_reference(self) -> dict[str, str]:
        """Commit to what was typed without showing it, or how much of it there was."""
        return {"kind": "consultations.paper", "commitment": self.commitment}

    def number(self, outcome: Outcome) -> int:
        """How many ballots had this outcome."""
        return sum(found is outcome for found in self.outcomes.values())


@action("paper.enter", rule=rules.may_enter_paper)
def enter_paper(*, consultation: Consultation, ballots: Mapping[str, Answers]) -> Entered:
    """Take what a clerk typed of some ballots, all or none; a ballot that two clerks typed alike becomes votes.

    A ballot that this clerk typed before in the same way, or that is counted already, is passed over, so that the same
    file counts once. Raises Refused for a closed consultation, a blank ballot, an unknown statement, and a ballot that
    this clerk typed before in another way.
    """
    locked = queries.lock_open(consultation)
    known = set(queries.statements_seen(locked).values_list("code", flat=True))
    for answers in ballots.values():
        _insist(answers, known)
    key = keys.load(locked.pk)
    outcomes = {ballot: _enter(locked, key, ballot, answers) for ballot, answers in ballots.items()}
    return Entered(outcomes, _commitment(key, ballots))


@action("paper.settle", rule=rules.may_enter_paper)
def settle_paper(*, consultation: Consultation, ballot: str, answers: Answers) -> Entered:
    """Count a ballot as a third person reads it, whom neither of the two differing entries is by.

    Raises Refused where no two entries of the ballot differ, or to the clerks who typed them.
    """
    locked = queries.lock_open(consultation)
    entries = list(PaperEntry.objects.filter(consultation=locked, ballot=ballot))
    if len(entries) < 2:
        raise Refused("paper-nothing-to-settle")
    if current_actor() in [entry.clerk for entry in entries]:
        raise Refused("paper-third-look")
    _insist(answers, set(queries.statements_seen(locked).values_list("code", flat=True)))
    key = keys.load(locked.pk)
    _count(locked, key, ballot, answers)
    return Entered({ballot: Outcome.COUNTED}, _commitment(key, {ballot: answers}))


def drop_paper(consultation: Consultation) -> int:
    """Delete the entries that found no equal second one; gives the number of their ballots. Part of the closing act."""
    left = PaperEntry.objects.filter(consultation=consultation)
    number = left.values("ballot").distinct().count()
    left.delete()
    return number


def _insist(answers: Answers, known: set[str]) -> None:
    if not answers:
        raise Refused("paper-blank")
    if not answers.keys() <= known:
        raise Refused("paper-unknown-statement")


def _enter(consultation: Consultation, key: bytes, ballot: str, answers: Answers) -> Outcome:
    others = list(PaperEntry.objects.filter(consultation=consultation, ballot=ballot))
    if _is_counted(consultation, _pseudonym(key, ballot)):
        return Outcome.KNOWN
    for own in (entry for entry in others if entry.clerk == current_actor()):
        if answers_differ(own.answers, answers):
            raise Refused("paper-entered-before")
        return Outcome.KNOWN
    if any(not answers_differ(entry.answers, answers) for entry in others):
        _count(consultation, key, ballot, answers)
        return Outcome.COUNTED
    PaperEntry.objects.create(
        consultation=consultation, ballot=ballot, clerk=current_actor(), answers=dict(sorted(answers.items()))
    )
    return Outcome.DIFFERS if others else Outcome.WAITS


def _count(consultation: Consultation, key: bytes, ballot: str, answers: Answers) -> None:
    """Make votes of a ballot, as of any voter: answers to statements that were taken out meanwhile do not count."""
    pseudonym, now = _pseudonym(key, ballot), timezone.now()
    put = queries.statements_in(consultation).filter(code__in=answers)
    Vote.objects.bulk_create(
        Vote(
            statement=statement,
            pseudonym=pseudonym,
            value=answers[statement.code],
            cast_at=now,
            first_value=answers[statement.code],
            first_at=now,
        )
        for statement in put
    )
    PaperEntry.objects.filter(consultation=consultation, ballot=ballot).delete()


def _pseudonym(key: bytes, ballot: str) -> bytes:
    """A ballot's pseudonym, by way of a secret: nobody can vote with a token that meets it."""
    return keys.pseudonym(key, keys.derived(key, "paper", ballot))


def _is_counted(consultation: Consultation, pseudonym: bytes) -> bool:
    return Vote.objects.filter(statement__consultation=consultation, pseudonym=pseudonym).exists()


def _commitment(key: bytes, ballots: Mapping[str, Answers]) -> str:
    return keys.commitment(key, *_parts(ballots))


def _parts(ballots: Mapping[str, Answers]) -> Iterable[str]:
    for ballot, answers in sorted(ballots.items()):
        yield from (ballot, *(f"{code}={value}" for code, value in sorted(answers.items())))
