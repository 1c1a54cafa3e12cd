from types import SimpleNamespace

import pytest

from majlis.workspace.commons import rooms
from majlis.workspace.commons.rooms import Line, Room


@pytest.fixture(autouse=True)
def no_rooms(monkeypatch):
    monkeypatch.setattr(rooms, "_rooms", {})


def room(key, order):
    return Room(key, order, "urls", f"{key}:first", key, key)


def test_rooms_stand_in_the_order_of_the_navigation():
    rooms.register(room("b", 2))
    rooms.register(room("a", 1))
    assert [room.key for room in rooms.rooms()] == ["a", "b"]


def test_register_accepts_the_same_room_twice_and_refuses_another():
    rooms.register(room("a", 1))
    rooms.register(room("a", 1))
    with pytest.raises(ValueError, match="registered twice"):
        rooms.register(room("a", 2))


def test_a_room_has_nothing_to_list_unless_it_says_so():
    assert (room("a", 1).awaiting(None), room("a", 1).published()) == ((), ())


def test_a_record_has_the_page_that_a_room_gives_its_kind():
    panel, other = SimpleNamespace(kind="b.panel"), SimpleNamespace(kind="b.other")
    rooms.register(room("a", 1))
    rooms.register(
        Room("b", 2, "urls", "b:first", "b", "b", lines={"b.panel": lambda record: Line("A panel", "/panel")})
    )
    assert rooms.line_of(panel) == Line("A panel", "/panel")
    assert rooms.line_of(other) is None
