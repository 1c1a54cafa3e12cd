"""Who may see what."""

from datetime import UTC, datetime

import pytest
from hypothesis import assume, given

from majlis.engine.handling import Handling, Viewer, is_for_nobody, may_see
from tests.engine.handling.strategies import markings

NOW = datetime(2026, 1, 5, tzinfo=UTC)
PUBLIC = Viewer()
OWN = Viewer(member="m1", institution="own")
ORIGIN = Viewer(member="m2", institution="origin")
NAMED = Viewer(member="m3", institution="named")
CIRCLE = Viewer(member="m4", institution="fourth", circles=frozenset({"named"}))
OTHER = Viewer(member="m5", institution="other")
EVERYONE = [PUBLIC, OWN, ORIGIN, NAMED, CIRCLE, OTHER]


def seen_by(**marking):
    handling = Handling(originators=frozenset({"origin"}), **marking)
    return [viewer for viewer in EVERYONE if may_see(handling, viewer, owner="own", at=NOW)]


@pytest.mark.parametrize(
    ("tlp", "audience", "expected"),
    [
        ("CLEAR", None, EVERYONE),
        ("CLEAR", {"named"}, [OWN, ORIGIN, NAMED, CIRCLE]),
        ("GREEN", None, [OWN, ORIGIN, NAMED, CIRCLE, OTHER]),
        ("GREEN", {"named"}, [OWN, ORIGIN, NAMED, CIRCLE]),
        ("AMBER", None, [OWN, ORIGIN]),
        ("AMBER", {"named"}, [OWN, ORIGIN, NAMED, CIRCLE]),
        ("AMBER", {"m5"}, [OWN, ORIGIN, OTHER]),
        ("AMBER+STRICT", None, [OWN, ORIGIN]),
        ("RED", {"m1", "m3"}, [OWN, NAMED]),
        ("RED", None, []),
    ],
)
def test_level_and_audience_decide_who_sees(tlp, audience, expected):
    assert seen_by(tlp=tlp, audience=audience) == expected


def test_expired_is_seen_by_nobody_from_that_moment_on():
    assert seen_by(expires=NOW) == []
    assert seen_by(expires=datetime(2026, 1, 5, 0, 0, 1, tzinfo=UTC)) == EVERYONE


def test_what_two_gave_is_not_shown_to_one_of_them_alone():
    both = Handling(tlp="AMBER", originators=frozenset({"origin", "other"}))
    assert not may_see(both, ORIGIN, owner="own", at=NOW)
    assert may_see(both, OWN, owner="own", at=NOW)


@given(markings(), markings())
def test_stricter_marking_is_never_seen_by_more(a, b):
    assume(a.originators)
    joined = a.join(b)
    viewers = [Viewer(), *(Viewer(member=f"m{name}", institution=name) for name in "abcd")]
    for viewer in viewers:
        assert may_see(a, viewer, owner="d", at=NOW) or not may_see(joined, viewer, owner="d", at=NOW)


@given(markings())
def test_what_is_for_nobody_is_seen_by_nobody(marking):
    viewers = [Viewer(), *(Viewer(member=name, institution=f"i{name}", circles=frozenset({"b"})) for name in "abc")]
    seen = any(may_see(marking, viewer, owner="ia", at=datetime(2020, 1, 1, tzinfo=UTC)) for viewer in viewers)
    assert seen == (not is_for_nobody(marking))
