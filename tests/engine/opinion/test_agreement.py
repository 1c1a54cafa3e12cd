"""Shares, consensus and division against scipy and by simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from majlis.engine.opinion.agreement import Shares, agree_shares, consensus, division, ranked

counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


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
def test_consensus_of_one_group_is_its_beta_posterior(pair):
    found = consensus(*arrays(pair))
    expected = beta.ppf([0.5, 0.05, 0.95], pair[0] + 0.5, pair[1] - pair[0] + 0.5)
    assert [found.estimate[0], found.low[0], found.high[0]] == pytest.approx(expected, abs=1e-9)


def test_consensus_is_the_distribution_of_the_least_group():
    pairs = [(40, 50), (35, 48), (90, 120)]
    rng = np.random.default_rng(0)
    least = np.min([rng.beta(a + 0.5, n - a + 0.5, 400_000) for a, n in pairs], axis=0)
    found = consensus(*arrays(*pairs))
    expected = np.quantile(least, [0.5, 0.05, 0.95])
    assert [found.estimate[0], found.low[0], found.high[0]] == pytest.approx(expected, abs=2e-3)


@pytest.mark.parametrize("groups", [1, 2, 3])
def test_consensus_interval_covers_the_truth_nine_times_in_ten(groups):
    """Truths drawn from the Jeffreys prior, for which a right posterior covers exactly as often as it says."""
    rng = np.random.default_rng(groups)
    worlds = 4000
    truth = rng.beta(0.5, 0.5, (groups, worlds))
    votes = rng.integers(5, 60, (groups, worlds))
    found = consensus(rng.binomial(votes, truth), votes, np.ones(worlds, bool))
    covered = (found.low <= truth.min(axis=0)) & (truth.min(axis=0) <= found.high)
    assert covered.mean() == pytest.approx(0.90, abs=0.015)


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8])
def test_consensus_lower_bound_rarely_exceeds_equal_fixed_truths(share):
    rng = np.random.default_rng(3)
    votes = np.full((3, 3000), 40)
    found = consensus(rng.binomial(votes, share), votes, np.ones(3000, bool))
    assert (found.low > share).mean() < 0.05


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
    found, parted = consensus(agree, votes, shown), division(agree, votes, shown)
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
