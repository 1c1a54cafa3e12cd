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
    from majlis.workspace.commons.documents import Block
    from majlis.workspace.commons.models import Member, Record


@dataclass(frozen=True)
class Line:
    """One line of a list: what it is about, where it leads, and a short note beside it.

    due: the day by which the reader has to act; asks: whether it waits for the reader on any day. Either makes it part
    of the daily digest. handling: of what the text quotes; a mail carries no text whose handling it does not know.
    inside: the name by which the reader's own institution knows it, for pages and never for mails.
    """

    text: Text | str
    url: str
    note: str = ""
    due: date | None = None
    asks: bool = False
    handling: Handling | None = None
    inside: str = ""

    def reminds(self, today: date) -> bool:
        """Say whether the reader is to be reminded of it: it waits for them, or is due within a week, or was."""
        return self.asks or (self.due is not None and self.due <= today + SOON)


@dataclass(frozen=True)
class Searched:
    """What the search reads of a record: its title and what else it says, in all their languages.

    rests_on: the other records that a reader must be allowed to see before they may find this one, such as the
    consultation of a statement.
    """

    title: Text
    bodies: tuple[Text | None, ...] = ()
    rests_on: tuple[Record, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts, the title first."""
        return (self.title, *(body for body in self.bodies if body))


@dataclass(frozen=True)
class Searchable:
    """How records of one kind are found.

    read: what the search reads of a record; None for one that nobody finds as it stands, whoever they are.
    related: the relations that `read` and the record's line follow, for `select_related`.
    """

    read: Callable[[Any], Searched | None]
    related: tuple[str, ...] = ()


def nothing(_: object = None) -> Iterable[Any]:
    """Have nothing to list."""
    return ()


@dataclass(frozen=True)
class Account:
    """What a document says of a record, and every record that stands in it: the document is bound by all of them."""

    blocks: tuple[Block, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Room:
    """A room as the rest of the workspace sees it.

    key: the path of its pages and the `app_name` of its addresses; order: its place in the navigation.
    urls: the module of its addresses; url_name: its first page; short_urls: the module of its addresses that are
    printed and typed, which name no language. listed: whether it stands in the navigation, and on a desk on which it
    has nothing to say.
    unrecorded: names of pages whose readers are put down nowhere, because they vote or write there.
    title, question: keys of the catalogue, the room's name and the question that it answers.
    awaiting: what a member has to do there; what of it is due or asks is in the daily digest. published: what everybody
    may see.
    lines: for each kind of record that has a page in the room, the line that leads there from another room.
    accounts: for each kind of record, what a document says of it, as far as a reader may see it, its headings
    beginning at a level.
    became: for each kind of record that is followed up, the line on what became of it, None where nothing was decided.
    shown: for kinds of questions whose state alone does not say who may know of them, whether the member may.
    cited: what a member may rest a recommendation on besides findings and sources, the newest first.
    searched: for each kind of record that the search finds, how; it needs a line too.
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
    became: Mapping[str, Callable[[Any, Member | None], Line | None]] = field(default_factory=dict)
    shown: Mapping[str, Callable[[Any, Member | None], bool]] = field(default_factory=dict)
    cited: Callable[[Member | None], Iterable[Record]] = nothing
    short_urls: str = ""
    listed: bool = True
    accounts: Mapping[str, Callable[[Any, Member | None, int], Account | None]] = field(default_factory=dict)
    searched: Mapping[str, Searchable] = field(default_factory=dict)
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


def account_of(record: Record, member: Member | None, level: int) -> Account | None:
    """Give what a document says of the record in the language of the page; None where there is nothing to say."""
    told = next((room.accounts[record.kind] for room in rooms() if record.kind in room.accounts), None)
    return told(record, member, level) if told else None


def became_of(records: Iterable[Record], member: Member | None) -> list[Line]:
    """Give the lines on what became of the records, as far as a room follows them up and the member may see it."""
    asked = [(record, room.became[record.kind]) for record in records for room in rooms() if record.kind in room.became]
    return [line for record, tell in asked if (line := tell(record, member)) is not None]


def is_shown(question: Record, member: Member | None) -> bool:
    """Say whether the member may know of a question that its handling lets them see: drafts only at home.

    A room whose questions have other states says so itself (`Room.shown`).
    """
    decide = next((room.shown[question.kind] for room in rooms() if question.kind in room.shown), None)
    if decide is not None:
        return decide(question.special(), member)
    return question.state != "draft" or (member is not None and member.institution_id == question.institution_id)
