"""What the live screen shows; every count has passed the live rule."""

from __future__ import annotations

import time
from functools import cached_property

import numpy as np
from django.conf import settings
from django.utils import timezone

from majlis.engine.charts import DataTable
from majlis.engine.disclosure.live import Tally
from majlis.engine.finding import Estimate, Interval
from majlis.engine.opinion.agreement import LEVEL, agree_shares
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import visible
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.consultations.pages import cell_text
from majlis.workspace.rooms.consultations.queries.hall import live_counts

MOST_SHOWN = 3
HALF = 0.5
SECONDS_A_LANGUAGE = 20
ALL_LANGUAGES = "all"
Row = tuple[Text, Estimate, int]


def language_now(chosen: str) -> str:
    """The language of the screen: the chosen one, each in its turn, or the page's own."""
    codes = [code for code, _ in settings.LANGUAGES]
    if chosen == ALL_LANGUAGES:
        return codes[int(time.time()) // SECONDS_A_LANGUAGE % len(codes)]
    return chosen if chosen in codes else words.language()


class ScreenPage:
    """The figures of the screen as they stand now, in the language that is active."""

    def __init__(self, consultation: Consultation, member: Member | None) -> None:
        self.at = timezone.now()
        self._zone = words.zone_of(consultation.institution.locale)
        self._statements = visible(queries.statements_in(consultation), member)
        self._counts = live_counts(consultation)

    @property
    def voters(self) -> int:
        """How many people voted, by the live rule."""
        return self._counts.voters

    @property
    def clock(self) -> str:
        """When the figures were counted, in the institution's time."""
        _, offset = words.offset_of(self.at, self._zone).split(", ")
        return f"{words.clock_time(self.at, self._zone, seconds=True)} ({offset})"

    @cached_property
    def agreed(self) -> list[Row]:
        """Statements with which most agree, the surest first."""
        return self._surest("agree")

    @cached_property
    def disagreed(self) -> list[Row]:
        """Statements with which most disagree, the surest first."""
        return self._surest("disagree")

    @cached_property
    def table(self) -> DataTable:
        """All counts; a statement with too few answers has none yet."""
        keys = ("screen-statement", "screen-agree", "screen-disagree", "screen-pass", "screen-votes", "screen-share")
        rows = tuple((cell_text(statement.text), *self._cells(statement.code)) for statement in self._statements)
        headings = tuple(words.say(key) for key in keys)
        return DataTable("screen", words.say("screen-table"), headings, rows, words.say("screen-hidden"))

    def _cells(self, code: str) -> tuple[int | str | None, ...]:
        found = self._counts.tallies.get(code)
        if found is None:
            return (None,) * 5
        share = _share(found.agree, found.votes)
        low, high = (round(100 * end) for end in (share.interval.low, share.interval.high))
        return found.agree, found.disagree, found.passed, found.votes, f"{round(100 * share.value)} % ({low}–{high})"

    def _surest(self, side: str) -> list[Row]:
        found = [(statement.text, self._counts.tallies.get(statement.code)) for statement in self._statements]
        rows = [(text, _share(getattr(tally, side), tally.votes), tally.votes) for text, tally in _counted(found)]
        most = [row for row in rows if row[1].value > HALF]
        return sorted(most, key=lambda row: -row[1].interval.low)[:MOST_SHOWN]


def _counted(found: list[tuple[Text, Tally | None]]) -> list[tuple[Text, Tally]]:
    return [(text, tally) for text, tally in found if tally is not None]


def _share(part: int, votes: int) -> Estimate:
    shares = agree_shares(np.array([part]), np.array([votes]))
    low, high = float(shares.low[0]), float(shares.high[0])
    return Estimate(value=float(shares.estimate[0]), interval=Interval(low=low, high=high, level=LEVEL))
