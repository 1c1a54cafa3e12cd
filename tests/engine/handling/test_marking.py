"""The lattice of markings: its laws, its JSON, what it refuses."""

import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from pydantic import ValidationError

from majlis.engine.handling import Handling, Pap, Tlp, strictest
from tests.engine.handling.strategies import markings


@given(markings())
def test_join_is_idempotent_and_has_the_unmarked_at_the_bottom(a):
    assert a.join(a) == a
    assert a.join(Handling()) == a
    assert Handling() <= a


@given(markings(), markings(), markings())
def test_join_is_commutative_and_associative(a, b, c):
    assert a.join(b) == b.join(a)
    assert a.join(b).join(c) == a.join(b.join(c)) == strictest([c, a, b])


@given(markings(), markings(), markings())
def test_join_is_the_least_marking_above_both(a, b, c):
    joined = a.join(b)
    assert a <= joined
    assert b <= joined
    if a <= c and b <= c:
        assert joined <= c


@given(markings(), markings())
def test_order_is_antisymmetric_and_reads_part_by_part(a, b):
    assert (a <= b <= a) == (a == b)
    by_part = (
        list(Tlp).index(a.tlp) <= list(Tlp).index(b.tlp)
        and list(Pap).index(a.pap) <= list(Pap).index(b.pap)
        and a.codes <= b.codes
        and (a.purposes is None or (b.purposes is not None and b.purposes <= a.purposes))
        and (a.audience is None or (b.audience is not None and b.audience <= a.audience))
        and a.legal_basis <= b.legal_basis
        and a.originators <= b.originators
        and (a.expires is None or (b.expires is not None and b.expires <= a.expires))
    )
    assert (a <= b) == by_part == (b >= a)


@given(markings())
def test_json_round_trip_gives_the_same_marking_and_the_same_bytes(a):
    text = json.dumps(a.to_dict())
    again = Handling.from_dict(json.loads(text))
    assert again == a
    assert json.dumps(again.to_dict()) == text


def test_levels_are_ordered_from_mild_to_strict():
    assert [str(tlp) for tlp in sorted(Tlp, reverse=True)] == ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]
    assert Tlp.GREEN < "RED" and Tlp.RED >= Tlp.AMBER_STRICT > Tlp.AMBER and not Tlp.GREEN > "GREEN"  # noqa: PT018


def test_audience_is_closed_from_amber_up():
    assert Handling(tlp="GREEN").audience is None
    assert Handling(tlp="AMBER").audience == frozenset()
    assert Handling(tlp="AMBER").join(Handling(audience=frozenset({"b"}))).audience == frozenset()


def test_expiry_is_kept_in_utc():
    noon_in_rabat = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    assert Handling(expires=noon_in_rabat).to_dict()["expires"] == "2026-07-01T11:00:00Z"


@pytest.mark.parametrize(
    "values",
    [
        {"tlp": "WHITE"},
        {"tlp": None},
        {"pap": "WHITE"},
        {"codes": ["H4"]},
        {"purposes": "prevention"},
        {"purposes": [" "]},
        {"audience": [1]},
        {"tlp": "AMBER+STRICT", "audience": ["a"]},
        {"expires": "2026-07-01T12:00:00"},
        {"level": "RED"},
        "RED",
    ],
)
def test_what_is_no_marking_is_refused(values):
    with pytest.raises(ValidationError):
        Handling.from_dict(values)
