"""What all would answer, where those who answered are not a fair draw."""

import numpy as np
import pytest

from majlis.engine.opinion.dimension import choose_rank
from majlis.engine.opinion.everyone import expected_shares
from majlis.engine.opinion.factors import Decided, fit_factors, place, starting
from majlis.engine.opinion.fit import AGREE, fit_map
from tests.engine.opinion.worlds import drawn, liked_seen_more, parted, spectrum


def both(votes):
    """Expected shares by the model alone, and raw agree shares of one set of votes."""
    table = Decided.of(votes)
    factors = fit_factors(table, starting(votes.n_statements, choose_rank(votes, 0)))
    seen = np.bincount(votes.statements, minlength=votes.n_statements)
    passed = np.bincount(votes.statements, votes.values == 0, minlength=votes.n_statements)
    agreed = np.bincount(votes.statements, votes.values == 1, minlength=votes.n_statements)
    return expected_shares(table, factors, place(table, factors), seen, passed), agreed / seen


@pytest.mark.parametrize(
    ("shares", "density", "pull"),
    [((0.5, 0.5), 0.3, 2.0), ((0.8, 0.2), 0.3, 2.0), ((0.4, 0.3, 0.3), 0.4, 1.5), ((0.25,) * 4, 0.3, 2.0)],
    ids=["halves", "four-to-one", "three-groups", "four-groups"],
)
def test_votes_missing_not_at_random_bias_it_at_most_half_as_much_as_raw_rates(shares, density, pull):
    """Mean error over statements (who answers likes more, so that raw rates err upwards), averaged over worlds."""
    biases = []
    for seed in range(3):
        votes, truth = liked_seen_more(400, 60, shares, density, seed, pull)
        expected = fit_map(votes, statement_order=range(60)).expected.estimate
        known = ~np.isnan(expected)
        biases.append([(expected - truth)[known].mean(), (both(votes)[1] - truth)[known].mean()])
    ours, plain = np.mean(biases, axis=0)
    assert plain > 0.03
    assert abs(ours) <= plain / 2, (ours, plain)


@pytest.mark.parametrize("grouped", [False, True])
def test_votes_missing_at_random_leave_the_truth_within_the_interval(grouped):
    """Coverage of the share that the people of the world would give, by the model alone and with the groups found."""
    inside = []
    for seed in range(3):
        votes, groups, chance = parted(400, 60, (0.6, 0.4), 0.3, seed, passes=0.0)
        expected = fit_map(votes, statement_order=range(60)).expected if grouped else both(votes)[0]
        truth = chance[groups].mean(axis=0)
        inside.append((expected.low <= truth) & (truth <= expected.high))
    assert 0.84 <= np.mean(inside) <= 0.96, np.mean(inside)


def test_passes_count_as_votes_that_do_not_agree():
    votes, groups, chance = parted(400, 40, (0.6, 0.4), 0.9, 1, passes=0.4)
    expected, raw = both(votes)
    assert expected.estimate == pytest.approx(0.6 * chance[groups].mean(axis=0), abs=0.08)
    assert expected.estimate == pytest.approx(raw, abs=0.05)


def test_a_hidden_statement_has_no_expected_share():
    votes = spectrum(60, 20, 0.5, 1.0, 0)
    kept = (votes.statements != 3) | (votes.participants < 4)
    thinned = type(votes)(votes.participants[kept], votes.statements[kept], votes.values[kept], 60, 20)
    found = fit_map(thinned, statement_order=range(20))
    assert np.isnan([found.expected.low[3], found.expected.estimate[3], found.bridging.low[3]]).all()
    assert 3 not in found.bridged
    shown = found.released.totals_shown
    assert np.isfinite(found.expected.estimate[shown]).all()
    assert found.released.totals[3, AGREE] == 0


def test_everybody_answering_everything_is_the_share_of_the_votes():
    rng = np.random.default_rng(0)
    votes = drawn(np.tile(rng.uniform(0.2, 0.8, 20), (300, 1)), 1.0, rng, passes=0.0)
    expected, raw = both(votes)
    assert expected.estimate == pytest.approx(raw, abs=0.01)
