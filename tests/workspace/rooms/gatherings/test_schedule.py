"""Sessions fit into their edition, one at a time in a room."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.workspace.rooms.gatherings.schedule import Slot, misfits

FIRST, LAST, ZONE = date(2022, 6, 8), date(2022, 6, 10), ZoneInfo("Africa/Casablanca")


def slot(code, start, end, room="Hall", day=FIRST):
    return Slot(code, day, time.fromisoformat(start), time.fromisoformat(end), room)


def keys(*slots, first=FIRST, last=LAST, zone=ZONE):
    return [(misfit.code, misfit.key) for misfit in misfits(slots, first, last, zone)]


def test_sessions_side_by_side_in_two_rooms_and_one_after_the_other_fit():
    assert keys(slot("a", "09:00", "10:00"), slot("b", "10:00", "11:00"), slot("c", "09:00", "11:00", "Other")) == []
    assert keys(slot("a", "09:00", "10:00", ""), slot("b", "09:00", "10:00", "")) == []
    assert keys(slot("a", "09:00", "10:00"), slot("b", "09:00", "10:00", day=LAST)) == []


def test_one_room_is_the_same_however_it_is_typed():
    assert keys(slot("a", "09:00", "10:00", "Main  hall"), slot("b", "09:30", "10:30", " main HALL")) == [
        ("b", "session-overlaps")
    ]


@pytest.mark.parametrize("day", [date(2022, 6, 7), date(2022, 6, 11)])
def test_sessions_outside_the_edition_are_refused(day):
    assert keys(slot("a", "09:00", "10:00", day=day)) == [("a", "session-outside")]


@pytest.mark.parametrize("end", ["09:00", "08:00"])
def test_sessions_end_after_they_begin(end):
    assert keys(slot("a", "09:00", end)) == [("a", "session-ends-before")]


def test_an_hour_that_the_clocks_jump_over_is_refused():
    # Paris, 27 March 2022: from 02:00 straight to 03:00
    day = date(2022, 3, 27)
    found = keys(slot("a", "02:30", "04:00", day=day), first=day, last=day, zone=ZoneInfo("Europe/Paris"))
    assert found == [("a", "session-no-such-time")]


MINUTES = st.integers(0, 300)


@given(st.lists(st.tuples(MINUTES, st.integers(1, 90), st.sampled_from("AB")), max_size=12))
def test_overlaps_are_found_exactly_where_two_sessions_share_a_minute(drawn):
    midnight = datetime(2022, 6, 8)
    slots = [
        Slot(
            f"s{n}",
            FIRST,
            (midnight + timedelta(minutes=start)).time(),
            (midnight + timedelta(minutes=start + length)).time(),
            room,
        )
        for n, (start, length, room) in enumerate(drawn)
    ]
    taken = [(room, minute) for start, length, room in drawn for minute in range(start, start + length)]
    assert bool(keys(*slots)) == (len(taken) != len(set(taken)))
