"""A verdict follows the interval, never the point alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from majlis.engine.finding import Estimate, Finding, Interval, Verdict

numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, numbers)
def test_verdict_is_shown_only_if_the_whole_interval_lies_above(a, b, threshold):
    interval = Interval(low=min(a, b), high=max(a, b), level=0.9)
    verdict = interval.side_of(threshold)
    assert (verdict is Verdict.SHOWN) == (min(a, b) > threshold)
    assert (verdict is Verdict.NOT_SHOWN) == (max(a, b) < threshold)


def test_interval_from_high_to_low_is_refused():
    with pytest.raises(ValidationError):
        Interval(low=1, high=0, level=0.9)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_estimate_that_is_no_number_is_refused(value):
    with pytest.raises(ValidationError):
        Estimate(value=value)


def test_finding_cannot_be_changed():
    finding = Finding(key="k")
    with pytest.raises(ValidationError):
        finding.key = "other"


def test_finding_writes_the_published_fields():
    estimate = Estimate(value=0.5, interval=Interval(low=0.4, high=0.6, level=0.9))
    written = Finding(key="k", values={"a": 1}, estimate=estimate, n=7, verdict=Verdict.SHOWN).to_dict()
    assert written == {
        "key": "k",
        "values": {"a": 1},
        "estimate": 0.5,
        "interval": [0.4, 0.6],
        "level": 0.9,
        "n": 7,
        "verdict": "shown",
    }
