"""Reading what a hall needs: live counts, the entrance, paper entries, how a closing went."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone

from majlis.engine.disclosure.live import Tally, counted, tally
from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import may_see
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.models import Consultation, Door, PaperEntry, Standing, Statement, Vote

ENTRANCE_LETTERS = "CDFHJKMNPRTWXY34679"  # none that is taken for another, and no vowels: chance spells no word
ENTRANCE_LENGTH = 6
SECONDS_COUNTED = 2


@dataclass(frozen=True)
class LiveCounts:
    """What the live screen may show now: a tally by statement code, and how many people voted."""

    tallies: Mapping[str, Tally]
    voters: int


@dataclass(frozen=True)
class Ballot:
    """A paper ballot that waits, with the entries that there are of it."""

    number: str
    entries: list[PaperEntry]

    @property
    def differs(self) -> bool:
        """Whether two entries say different things."""
        return len(self.entries) > 1


def lock_open(consultation: Consultation) -> Consultation:
    """Read the consultation again under a lock; Refused where it takes no votes."""
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if not locked.is_open:
        raise Refused("consultation-takes-no-votes")
    return locked


def live_counts(consultation: Consultation) -> LiveCounts:
    """Count first answers by the live rule; kept for two seconds, so that many screens ask the database once."""
    address = f"live:{consultation.pk}"
    kept = cache.get(address)
    if kept is None:
        kept = count_live(consultation)
        cache.set(address, kept, SECONDS_COUNTED)
    return kept


def count_live(consultation: Consultation) -> LiveCounts:
    """Read first answers in the order in which they came.

    That is the order of the rows: each is written at the first answer, under the consultation's lock, and keeps its
    number. A clock that is set back in the middle of a session would put a new answer before one that was shown.
    """
    votes = Vote.objects.filter(statement__consultation=consultation)
    answers: dict[str, list[int]] = defaultdict(list)
    put = votes.filter(statement__state=Standing.IN).order_by("pk")
    for code, value in put.values_list("statement__code", "first_value"):
        answers[code].append(value)
    tallies = {code: found for code, values in answers.items() if (found := tally(values))}
    # Everybody who ever answered counts, so that taking a statement out moves no voter in this order.
    return LiveCounts(tallies, counted(votes.values("pseudonym").distinct().count()))


def read_entrance(typed: str) -> str:
    """Read a short code as people type it: any case, any digits, any spaces and hyphens."""
    plain = (unicodedata.digit(sign, None) for sign in typed)
    signs = (sign if digit is None else str(digit) for sign, digit in zip(typed, plain, strict=True))
    return "".join(signs).upper().translate(dict.fromkeys(map(ord, " -_.\u00a0\u2009\u202f\u200e\u200f")))


def by_entrance(typed: str) -> Consultation | None:
    """Find the consultation behind a short code; None where there is none."""
    code = read_entrance(typed)
    return Consultation.objects.filter(entrance=code).first() if len(code) == ENTRANCE_LENGTH else None


def out_of_sight(consultation: Consultation) -> bool:
    """Whether people come in without an account, but only who is signed in may see the consultation."""
    return consultation.door in (Door.OPEN, Door.CODES) and not may_see(None, consultation)


def answers_differ(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether two entries of a ballot say different things."""
    return dict(one) != dict(other)


def waiting_ballots(consultation: Consultation) -> list[Ballot]:
    """The ballots that are not counted yet, those whose entries differ first."""
    found: dict[str, list[PaperEntry]] = defaultdict(list)
    for entry in PaperEntry.objects.filter(consultation=consultation).select_related("clerk__user"):
        found[entry.ballot].append(entry)
    ballots = [Ballot(number, entries) for number, entries in found.items()]
    return sorted(ballots, key=lambda ballot: (not ballot.differs, ballot.number.zfill(20)))


def ballot_to_settle(consultation: Consultation, number: str) -> Ballot | None:
    """One ballot whose entries differ."""
    entries = PaperEntry.objects.filter(consultation=consultation, ballot=number)
    ballot = Ballot(number, list(entries.select_related("clerk__user")))
    return ballot if ballot.differs else None


def typed_by(ballot: Ballot, member: Member) -> bool:
    """Whether one of the entries is the member's own."""
    return any(entry.clerk_id == member.pk for entry in ballot.entries)


def taken_out(consultation: Consultation) -> Counter[str]:
    """How many statements were taken out, by the reason of the newest decision; '' where none is written down."""
    out = Statement.objects.filter(consultation=consultation, state=Standing.OUT).prefetch_related("decisions")
    return Counter(decisions[-1].reason if (decisions := list(s.decisions.all())) else "" for s in out)


def reason_in_words(reason: str) -> str:
    """Say a reason of moderation as the moderators' pages do."""
    return words.say(f"moderation-reason-{reason}") if reason else words.say("report-no-reason")


def put_to_voters(consultation: Consultation) -> int:
    """How many statements voters were asked about at any time, those among them that were taken out later."""
    put = Q(state=Standing.IN) | Q(decisions__before=Standing.IN) | Q(decisions__after=Standing.IN)
    asked = Statement.objects.filter(put | Q(votes__isnull=False), consultation=consultation)
    return asked.values("pk").distinct().count()


def typed_otherwise(consultation: Consultation, member: Member, ballots: Mapping[str, Mapping[str, int]]) -> list[str]:
    """The ballots that the member typed before in another way."""
    own = PaperEntry.objects.filter(consultation=consultation, clerk=member, ballot__in=ballots)
    return [entry.ballot for entry in own if answers_differ(entry.answers, ballots[entry.ballot])]


def in_the_hall(member: Member | None, consultation: Consultation) -> dict[str, object]:
    """What the page of a consultation says of the hall."""
    at = consultation.closes_at if consultation.is_open else None
    return {
        "out_of_sight": not consultation.is_closed and out_of_sight(consultation),
        "may_open_screen": rules.may_open_screen(member, consultation),
        "may_enter_paper": rules.may_enter_paper(member, consultation),
        "overdue": at is not None and at < timezone.now() - timedelta(minutes=2),
    }
