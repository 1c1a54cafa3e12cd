"""Shares, consensus and division against scipy and by simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from majlis.engine.opinion.agreement import Shares, agree_shares, consensus, division, ranked
from majlis.engine.opinion.soft import SoftShares

counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# With one group the shares come from the counts.
NOBODY = SoftShares(np.full((1, 1), np.nan), np.full((1, 1, 1), np.nan))


def arrays(*pairs):
    """Counts [G, 1] of agreeing and of all votes."""
    agree, votes = np.array(pairs).T
    return agree[:, None], votes[:, None], np.array([True])


@given(counts)
def test_share_interval_is_jeffreys(pair):
    agree, votes = pair
    found = agree_shares(np.array([agree]), np.array([votes]))
    low, high = beta.ppf([0.05, 0.95], agree + 0.5, votes - agree + 0.5)
    assert found.estimate[0] == agree / votes
    assert found.low[0] == pytest.approx(0 if agree == 0 else low, abs=1e-9)
    assert found.high[0] == pytest.approx(1 if agree == votes else high, abs=1e-9)


@given(counts)
def test_consensus_of_one_group_is_its_jeffreys_interval(pair):
    agree, votes, shown = arrays(pair)
    found, alone = consensus(NOBODY, agree, votes, shown, 0), agree_shares(agree[0], votes[0])
    assert (found.estimate[0], found.low[0], found.high[0]) == (alone.estimate[0], alone.low[0], alone.high[0])


def test_division_is_the_widest_pair_with_who_agrees_more():
    agree, votes = np.array([[5], [40], [20]]), np.array([[50], [50], [50]])
    found = division(agree, votes, np.array([True]))
    assert (found.first[0], found.second[0]) == (1, 0)
    assert found.difference.estimate[0] == pytest.approx(0.7)
    assert found.difference.low[0] < 0.7 < found.difference.high[0]


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_division_lower_bound_allows_for_the_choice_of_the_pair(groups):
    """Groups that do not differ: the widest pair's lower bound passes zero in at most one case in twenty a side."""
    rng = np.random.default_rng(groups)
    votes = np.full((groups, 3000), 50)
    found = division(rng.binomial(votes, 0.5), votes, np.ones(3000, bool))
    assert (found.difference.low > 0).mean() <= 0.115


@pytest.mark.parametrize("groups", [2, 3])
def test_division_interval_covers_the_true_difference_of_its_pair(groups):
    rng = np.random.default_rng(groups)
    truth = rng.uniform(0, 1, (groups, 3000))
    votes = np.full((groups, 3000), 40)
    found = division(rng.binomial(votes, truth), votes, np.ones(3000, bool))
    column = np.arange(3000)
    gap = truth[found.first, column] - truth[found.second, column]
    covered = (found.difference.low <= gap) & (gap <= found.difference.high)
    assert covered.mean() > 0.885


def test_hidden_statements_have_no_consensus_and_no_division():
    agree, votes = np.array([[5, 5], [3, 3]]), np.array([[10, 10], [10, 10]])
    shown = np.array([True, False])
    soft = SoftShares(agree.T / 10, np.tile(0.02 * np.eye(2), (2, 1, 1)))
    found, parted = consensus(soft, agree, votes, shown, 0), division(agree, votes, shown)
    assert np.isnan(found.low).tolist() == [False, True]
    assert np.isnan(parted.difference.low).tolist() == [False, True]
    assert parted.first[1] == -1


def test_one_group_divides_nothing():
    assert np.isnan(division(np.array([[5]]), np.array([[10]]), np.array([True])).difference.low).all()


def test_ranking_is_by_lower_bound_then_estimate_then_place():
    low = np.array([0.2, 0.5, 0.5, np.nan, 0.5])
    estimate = np.array([0.9, 0.6, 0.7, np.nan, 0.6])
    shares = Shares(estimate, low, np.ones(5))
    assert ranked(shares, np.array([4, 3, 2, 1, 0])).tolist() == [2, 4, 1, 0]
    assert ranked(shares, np.arange(5)).tolist() == [2, 1, 4, 0]
