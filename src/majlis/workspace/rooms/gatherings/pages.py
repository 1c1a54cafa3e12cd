"""What the pages of an edition show, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from hijridate import Gregorian

from majlis.engine.messages import format_date, format_days
from majlis.workspace.commons import words
from majlis.workspace.commons.claims import Position, positions
from majlis.workspace.commons.models import Claim, Member, Question, Term
from majlis.workspace.commons.queries import asked_within, claims_of
from majlis.workspace.commons.rooms import Line, became_of, line_of
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.gatherings import queries
from majlis.workspace.rooms.gatherings.agenda import Row
from majlis.workspace.rooms.gatherings.forms import ASPECTS, FORMS
from majlis.workspace.rooms.gatherings.models import Aspect, Form, Gathering, OfficeStatement, Session
from majlis.workspace.rooms.gatherings.schedule import clock

# Under these a source gives the whole answer, so that two answers are a disagreement; speakers only add up.
ONE_ANSWER = frozenset({Aspect.ORGANISERS, Aspect.PARTNERS, Aspect.DATES, Aspect.PLACE, Aspect.FIGURES})
HIJRI_MONTHS = tuple(f"hijri-{number}" for number in range(1, 13))


def days_of(gathering: Gathering) -> str:
    """Write the edition's days as the reader's locale does."""
    return format_days(gathering.starts_on, gathering.ends_on, words.locale_tag())


def hijri_of(day: date) -> str:
    """Write the day of the Umm al-Qura calendar; empty outside the years that it covers."""
    try:
        year, month, number = Gregorian.fromdate(day).to_hijri().datetuple()
    except OverflowError:
        return ""
    return words.say("hijri-date", day=number, month=words.say(HIJRI_MONTHS[month - 1]), year=str(year))


def hours_of(session: Session) -> str:
    """Write the session's day and hours."""
    day = format_date(session.day, words.locale_tag())
    return words.say("session-when", day=day, start=clock(session.start), end=clock(session.end))


@dataclass(frozen=True)
class Said:
    """What sources say under one aspect; `disputed` where they give different answers."""

    label: str
    positions: list[Position]
    disputed: bool

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims under the aspect."""
        return (claim for position in self.positions for claim in position.claims)


def said_of(claims: Iterable[Claim]) -> list[Said]:
    """Put claims under their aspects, in the order in which a reader asks."""
    under: dict[str, list[Claim]] = {}
    for claim in claims:
        under.setdefault(claim.aspect, []).append(claim)
    found = []
    for aspect, key in ASPECTS.items():
        if aspect in under:
            given = positions(under[aspect])
            found.append(Said(words.say(key), given, aspect in ONE_ANSWER and len(given) > 1))
    return found


@dataclass(frozen=True)
class Slotted:
    """A session in the programme: its hours, its themes, what runs beside it and what other rooms ask in it."""

    session: Session
    hours: str
    themes: list[Term]
    parallel: bool
    asked: list[Line] = field(default_factory=list)

    @property
    def standing(self) -> str:
        """What has to be said of the title's translation."""
        return standing_of(self.session.text)


@dataclass(frozen=True)
class Day:
    """A day of the programme."""

    date: date
    title: str
    hijri: str
    sessions: list[Slotted]


class EditionPage:
    """An edition as its page and its printed programme show it."""

    def __init__(self, gathering: Gathering, member: Member | None) -> None:
        self.gathering, self._member = gathering, member

    @property
    def days(self) -> str:
        """When it takes place."""
        return days_of(self.gathering)

    @property
    def hijri(self) -> str:
        """When it begins, by the Hijri calendar."""
        return hijri_of(self.gathering.starts_on)

    @property
    def form(self) -> str:
        """How people take part; empty where nobody said."""
        return words.say(FORMS[Form(self.gathering.form)]) if self.gathering.form else ""

    @cached_property
    def subjects(self) -> list[Term]:
        """The subjects of its series."""
        return queries.named(queries.subjects(), self.gathering.series.subjects)

    @cached_property
    def said(self) -> list[Said]:
        """What sources say of it."""
        return said_of(claims_of(self.gathering, self._member))

    @property
    def disputed(self) -> int:
        """On how many points sources disagree."""
        return sum(said.disputed for said in self.said)

    @cached_property
    def sessions(self) -> list[Session]:
        """The sessions that the reader may see."""
        return queries.sessions_of(self.gathering, self._member)

    @cached_property
    def programme(self) -> list[Day]:
        """The programme, day by day; days without sessions are there too."""
        tag = words.locale_tag()
        return [
            Day(day, format_date(day, tag, "full"), hijri_of(day), [s for s in self._slotted if s.session.day == day])
            for day in self.gathering.days()
        ]

    @cached_property
    def asked(self) -> list[Line]:
        """What other rooms ask in the edition as a whole."""
        own = {session.pk for session in queries.programme(self.gathering)}
        return lines_of(
            q for q in asked_within([self.gathering], self._member).get(self.gathering.pk, ()) if q.pk not in own
        )

    @cached_property
    def became(self) -> list[Line]:
        """What became of what the earlier editions of the series adopted, the latest edition first."""
        earlier = queries.earlier_editions(self.gathering, self._member)
        asked = asked_within(queries.with_sessions(earlier), self._member)
        return became_of((question for found in asked.values() for question in found), self._member)

    @cached_property
    def statements(self) -> list[OfficeStatement]:
        """What office-holders said in the edition as a whole."""
        return queries.statements_in(self.gathering, self._member)

    @cached_property
    def _slotted(self) -> list[Slotted]:
        asked, themes = asked_within(self.sessions, self._member), queries.themes()
        return [
            Slotted(
                session,
                words.say("session-hours", start=clock(session.start), end=clock(session.end)),
                queries.named(themes, session.themes),
                any(_beside(session, other) for other in self.sessions),
                lines_of(asked.get(session.pk, ())),
            )
            for session in self.sessions
        ]


def lines_of(questions: Iterable[Question]) -> list[Line]:
    """The lines that lead to what other rooms ask; what has no page is left out."""
    return [line for question in questions if (line := line_of(question)) is not None]


@dataclass(frozen=True)
class Change:
    """What an agenda does to one session: `new`, `changed` with the names of what changes, or `same`."""

    row: Row
    kind: str
    fields: tuple[str, ...] = ()

    @property
    def hours(self) -> str:
        """When the session will be."""
        day = format_date(self.row.slot.day, words.locale_tag())
        return words.say("session-when", day=day, start=clock(self.row.slot.start), end=clock(self.row.slot.end))


def changes(rows: Sequence[Row], sessions: Iterable[Session]) -> list[Change]:
    """Compare an agenda with the programme."""
    known = {session.code: session for session in sessions}
    return [_change(row, known.get(row.code)) for row in rows]


def row_of(session: Session) -> Row:
    """Give a session as a row of an agenda."""
    return Row(0, session.slot, session.text, tuple(session.themes), session.chair_office)


def _change(row: Row, session: Session | None) -> Change:
    if session is None:
        return Change(row, "new")
    held = row_of(session)
    compared = {
        "session-title": (row.title, held.title),
        "session-day": (row.slot.day, held.slot.day),
        "session-start": (row.slot.start, held.slot.start),
        "session-end": (row.slot.end, held.slot.end),
        "session-room": (row.slot.room, held.slot.room),
        "session-themes": (row.themes, held.themes),
        "session-chair": (row.chair_office, held.chair_office),
    }
    differ = tuple(words.say(key) for key, (new, old) in compared.items() if new != old)
    return Change(row, "changed" if differ else "same", differ)


def _beside(session: Session, other: Session) -> bool:
    same_day = other.pk != session.pk and other.day == session.day
    return same_day and other.start < session.end and session.start < other.end


def standing_of(text: Text) -> str:
    """Say of a translation that nobody reviewed that it is one, where a page has no room for more (charter C22)."""
    seen = text.in_language(words.language())
    return words.say("translation-unreviewed") if seen.state is State.UNREVIEWED else ""
