"""What a document says of an edition or a session: the agenda, and what offices said."""

from __future__ import annotations

from collections.abc import Iterable

from majlis.engine.messages import format_date
from majlis.workspace.commons import words
from majlis.workspace.commons.documents import Block, Column, Heading, Paragraph, Quote, Run, Table, runs, translated
from majlis.workspace.commons.models import Member, Question, Record, Source
from majlis.workspace.commons.rooms import Account
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import queries
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Session
from majlis.workspace.rooms.gatherings.pages import Day, EditionPage, Slotted, hours_of


def of_gathering(gathering: Gathering, member: Member | None, level: int) -> Account:
    """Tell an edition: when and where, its agenda day by day, and what offices said in it and in its sessions."""
    page = EditionPage(gathering, member)
    place = (Run(" · "), here(gathering.place)) if gathering.place else ()
    said = _said((gathering, *page.sessions), member)
    blocks = [Paragraph.of(here(gathering.text), Run(" · "), page.days, *place)]
    if page.sessions:
        days = [_day(day) for day in page.programme if day.sessions]
        blocks += [Heading.of(level, words.say("account-agenda"), anchor="agenda"), *days]
    return Account((*blocks, *_spoken(said, level)), (gathering, *page.sessions, *_with_sources(said)))


def of_session(session: Session, member: Member | None, level: int) -> Account:
    """Tell a session: when it took place, and what offices said in it."""
    said = _said((session,), member)
    when = Paragraph.of(here(session.text), Run(" · "), hours_of(session))
    return Account((when, *_spoken(said, level)), (session, *_with_sources(said)))


def here(text: Text) -> Run:
    """Give a text in the language of the page."""
    return translated(text, words.language())


def _day(day: Day) -> Table:
    """A day's agenda; the column of rooms and chairs stands only where one is named."""
    columns = (
        Column.of(words.say("account-hours"), heads=True),
        Column.of(words.say("account-session")),
        Column.of(words.say("account-room-and-chair")),
    )
    rows = [_row(slotted) for slotted in day.sessions]
    kept = len(columns) if any(row[-1] for row in rows) else len(columns) - 1
    return Table(columns[:kept], tuple(row[:kept] for row in rows), runs(day.title))


def _row(slotted: Slotted) -> tuple[tuple[Run, ...], ...]:
    session = slotted.session
    parts = [Run(session.venue_room, direction="auto")] if session.venue_room else []
    parts += [here(session.chair_office)] if session.chair_office else []
    beside = [run for place, part in enumerate(parts) for run in ((Run(" · "), part) if place else (part,))]
    return runs(slotted.hours), (here(session.text),), tuple(beside)


def _said(questions: Iterable[Question], member: Member | None) -> list[OfficeStatement]:
    return [said for question in questions for said in queries.statements_in(question, member)]


def _with_sources(said: Iterable[OfficeStatement]) -> list[Record]:
    return [record for statement in said for record in (statement, statement.source)]


def _spoken(said: list[OfficeStatement], level: int) -> list[Block]:
    if not said:
        return []
    return [Heading.of(level, words.say("statements-of-offices"), anchor="offices"), *map(_quote, said)]


def _quote(said: OfficeStatement) -> Quote:
    office = (here(said.office), Run(" · "), here(said.body))
    return Quote(text=said.text, office=office, date=said.said_on, source=_source(said.source))


def _source(source: Source) -> tuple[Run, ...]:
    seen = source.title.in_language(words.language())
    day = (Run(f" · {format_date(source.published_on, words.locale_tag())}"),) if source.published_on else ()
    return (Run(seen.text, seen.language, "auto", seen.state, link=source.address), *day)
