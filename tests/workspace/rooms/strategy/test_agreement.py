"""Statistics of ratings, against numpy, scipy and a published worked example."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats.mstats import mquantiles

from majlis.workspace.rooms.strategy import agreement
from majlis.workspace.rooms.strategy.agreement import Zone

RATINGS = st.lists(st.integers(1, 9), min_size=1, max_size=60)


@given(RATINGS, st.sampled_from([0.25, 0.3, 0.5, 0.7, 0.75]))
def test_percentiles_are_those_of_numpy_and_scipy(ratings, share):
    found = agreement.percentile(ratings, share)
    assert found == pytest.approx(np.percentile(ratings, 100 * share), abs=1e-9)
    assert found == pytest.approx(mquantiles(ratings, share, alphap=1, betap=1)[0], abs=1e-9)


@given(RATINGS)
def test_shares_and_order_hold_together(ratings):
    found = agreement.spread(ratings)
    assert found.agree + found.reject <= 1
    assert min(ratings) <= found.low <= found.median <= found.high <= max(ratings)
    assert found == agreement.spread(ratings[::-1])


def test_the_published_example_comes_out():
    # 15 panellists, BMJ Open 2012;2:e001431, table 1: median 7, percentiles 7 and 8, IPRAS 6.1, no disagreement.
    ratings = [4, 5, 6, *[7] * 5, *[8] * 5, 9, 9]
    assert agreement.spread(ratings).median == 7
    assert (agreement.percentile(ratings, 0.3), agreement.percentile(ratings, 0.7)) == (7, 8)
    assert agreement.adjusted_range(7, 8) == pytest.approx(6.1)
    assert agreement.disagrees(ratings) is False


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ([1] * 3 + [9] * 4, None),
        ([1, 2, 3, 5, 5, 7, 8, 9], True),
        ([1, 2, 4, 5, 5, 7, 8, 9], False),
        ([1, 2, 3, 5, 5, 5, 5, 7, 8, 9], True),
        ([1] * 10 + [9] * 10, True),
        ([9] * 20, False),
    ],
    ids=["seven", "eight apart", "eight", "ten apart", "twenty apart", "twenty agreed"],
)
def test_disagreement_is_that_of_the_manual(ratings, expected):
    assert agreement.disagrees(ratings) is expected


@pytest.mark.parametrize(
    ("ratings", "zone"),
    [([6, 7], Zone.ACCEPTED), ([6], Zone.UNCERTAIN), ([3, 4], Zone.UNCERTAIN), ([3], Zone.REJECTED)],
    ids=["six and a half", "six", "three and a half", "three"],
)
def test_a_median_between_two_zones_counts_with_the_higher(ratings, zone):
    assert agreement.spread(ratings).zone is zone


@pytest.mark.parametrize("ratings", [[], [0], [10, 5]], ids=["none", "zero", "ten"])
def test_other_numbers_are_refused(ratings):
    with pytest.raises(ValueError, match="1 to 9"):
        agreement.spread(ratings)
