"""When sessions can take place: inside their edition, one at a time in a room. It knows no table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from majlis.workspace.commons import edits, words


@dataclass(frozen=True)
class Slot:
    """When and where a session takes place, by the clocks on the spot; an empty room is no room yet."""

    code: str
    day: date
    start: time
    end: time
    room: str = ""


@dataclass(frozen=True)
class Misfit:
    """Why a session cannot take place then: its code, and a key of the catalogue with its values."""

    code: str
    key: str
    values: dict[str, object] = field(default_factory=dict)


class Unfit(edits.Unfit):
    """Sessions do not fit into their edition; `misfits` says which and why."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        super().__init__("programme-unfit")
        self.misfits = tuple(misfits)

    def sentences(self) -> list[str]:
        """Say why each session does not fit, naming it."""
        return [sentence(misfit) for misfit in self.misfits]


def sentence(misfit: Misfit) -> str:
    """Say why a session does not fit, naming it."""
    return words.say("misfit", code=misfit.code, problem=words.say(misfit.key, **misfit.values))


def misfits(slots: Sequence[Slot], first: date, last: date, zone: ZoneInfo) -> list[Misfit]:
    """Say everything that is wrong with the sessions' times, session by session in the order given."""
    overlaps = _overlaps(slots)
    return [misfit for slot in slots for misfit in (*_alone(slot, first, last, zone), *overlaps.get(slot.code, ()))]


def clock(moment: time) -> str:
    """Write a time of day as every file and message does."""
    return moment.strftime("%H:%M")


def _alone(slot: Slot, first: date, last: date, zone: ZoneInfo) -> Iterable[Misfit]:
    if not first <= slot.day <= last:
        yield Misfit(slot.code, "session-outside", {"day": slot.day, "first": first, "last": last})
    if slot.end <= slot.start:
        yield Misfit(slot.code, "session-ends-before", {"start": clock(slot.start), "end": clock(slot.end)})
    for moment in (slot.start, slot.end):
        if not _exists(datetime.combine(slot.day, moment, zone)):
            yield Misfit(slot.code, "session-no-such-time", {"time": clock(moment), "day": slot.day})


def _exists(moment: datetime) -> bool:
    """Whether the clocks ever show that time: in spring they jump over an hour."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)


def _overlaps(slots: Sequence[Slot]) -> dict[str, list[Misfit]]:
    """Name, for each session that begins before its room is free, the session that is still there."""
    rooms: dict[tuple[str, date], list[Slot]] = {}
    for slot in slots:
        if slot.room:
            rooms.setdefault((_same_room(slot.room), slot.day), []).append(slot)
    found: dict[str, list[Misfit]] = {}
    for together in rooms.values():
        together.sort(key=lambda slot: (slot.start, slot.end, slot.code))
        for longest, slot in _with_longest_before(together):
            if slot.start < longest.end:
                values = {"room": slot.room, "other": longest.code}
                values |= {"start": clock(longest.start), "end": clock(longest.end)}
                found.setdefault(slot.code, []).append(Misfit(slot.code, "session-overlaps", values))
    return found


def _with_longest_before(slots: Sequence[Slot]) -> Iterable[tuple[Slot, Slot]]:
    """Pair each slot with the one before it that lasts longest."""
    longest = slots[0]
    for before, slot in pairwise(slots):
        longest = max(longest, before, key=lambda earlier: earlier.end)
        yield longest, slot


def _same_room(room: str) -> str:
    return " ".join(room.casefold().split())
