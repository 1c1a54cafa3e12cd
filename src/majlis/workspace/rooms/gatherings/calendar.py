"""The programme as a calendar file (RFC 5545), the same bytes for the same programme."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from majlis.engine.text import shown
from majlis.workspace.commons import words
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.gatherings.models import Gathering, Session


def programme_file(gathering: Gathering, sessions: Iterable[Session], address: str) -> bytes:
    """Write the sessions as events in the edition's time zone and the reader's language; `address` is the page."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Majlis//{words.language()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _said(gathering.text))
    if gathering.introduction:
        calendar.add("x-wr-caldesc", _said(gathering.introduction))
    for session in sessions:
        calendar.add_component(_event(gathering, session, address))
    calendar.add_missing_timezones(gathering.starts_on, gathering.ends_on + timedelta(1))
    return calendar.to_ical()


def _event(gathering: Gathering, session: Session, address: str) -> Event:
    event = Event()
    event.add("uid", f"{session.pk}@majlis")
    event.add("dtstamp", session.created_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", _moment(gathering, session, session.start))
    event.add("dtend", _moment(gathering, session, session.end))
    event.add("summary", _said(session.text))
    where = [shown(session.venue_room), _said(gathering.place)]
    if any(where):
        event.add("location", " · ".join(part for part in where if part))
    if session.chair_office:
        event.add("description", words.say_plain("session-chaired-by", office=_said(session.chair_office)))
    event.add("url", address)
    return event


def _moment(gathering: Gathering, session: Session, at: time) -> datetime:
    return datetime.combine(session.day, at, gathering.zone)


def _said(text: Text | None) -> str:
    """Give a text with the standing of its translation (charter C22)."""
    if text is None:
        return ""
    seen = text.in_language(words.language())
    said = shown(seen.text)
    return f"{said} · {words.say('translation-unreviewed')}" if seen.state is State.UNREVIEWED else said
