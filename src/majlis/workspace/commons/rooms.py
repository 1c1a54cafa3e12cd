"""The rooms of this workspace: each tells the navigation and the front page what it has to say there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from majlis.engine.handling import Handling
from majlis.workspace.commons.texts import Text

SOON = timedelta(days=7)

if TYPE_CHECKING:
    from majlis.workspace.commons.models import Member, Record


@dataclass(frozen=True)
class Line:
    """One line of a list: what it is about, where it leads, and a short note beside it.

    due: the day by which the reader has to act; asks: whether it waits for the reader on any day. Either makes it part
    of the daily digest. handling: of what the text quotes; a mail carries no text whose handling it does not know.
    """

    text: Text | str
    url: str
    note: str = ""
    due: date | None = None
    asks: bool = False
    handling: Handling | None = None

    def reminds(self, today: date) -> bool:
        """Say whether the reader is to be reminded of it: it waits for them, or is due within a week, or was."""
        return self.asks or (self.due is not None and self.due <= today + SOON)


def nothing(_: object = None) -> Iterable[Line]:
    """Have nothing to list."""
    return ()


@dataclass(frozen=True)
class Room:
    """A room as the rest of the workspace sees it.

    key: the path of its pages and the `app_name` of its addresses; order: its place in the navigation.
    urls: the module of its addresses; url_name: its first page; short_urls: the module of its addresses that are
    printed and typed, which name no language.
    unrecorded: names of pages whose readers are put down nowhere, because they vote or write there.
    title, question: keys of the catalogue, the room's name and the question that it answers.
    awaiting: what a member has to do there; what of it is due or asks is in the daily digest. published: what everybody
    may see.
    lines: for each kind of record that has a page in the room, the line that leads there from another room.
    """

    key: str
    order: int
    urls: str
    url_name: str
    title: str
    question: str
    awaiting: Callable[[Member], Iterable[Line]] = nothing
    published: Callable[[], Iterable[Line]] = nothing
    lines: Mapping[str, Callable[[Any], Line]] = field(default_factory=dict)
    short_urls: str = ""
    unrecorded: frozenset[str] = frozenset()


_rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Open a room; its AppConfig calls this from `ready`. Raises ValueError where the key is taken."""
    if _rooms.get(room.key, room) != room:
        raise ValueError(f"room {room.key} is registered twice")
    _rooms[room.key] = room


def rooms() -> tuple[Room, ...]:
    """All rooms in the order of the navigation."""
    return tuple(sorted(_rooms.values(), key=lambda room: room.order))


def is_unrecorded(page: str) -> bool:
    """Say whether a page, by the name of its address, is one whose readers are put down nowhere."""
    return any(page in room.unrecorded for room in _rooms.values())


def line_of(record: Record) -> Line | None:
    """Give the line that leads to the record's page; None where no room has a page for its kind."""
    made = next((room.lines[record.kind] for room in rooms() if record.kind in room.lines), None)
    return made(record) if made else None
