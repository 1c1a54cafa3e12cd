"""What all would answer, where those who answered are not a fair draw."""

import numpy as np
import pytest

from majlis.engine.opinion.dimension import choose_rank
from majlis.engine.opinion.everyone import expected_shares
from majlis.engine.opinion.factors import Decided, fit_factors, place, starting
from majlis.engine.opinion.fit import AGREE, fit_map
from tests.engine.opinion.worlds import dense, drawn, liked_seen_more, parted, spectrum, spectrum_and_truth


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
    [
        ((0.5, 0.5), 0.3, 2.0),
        ((0.8, 0.2), 0.3, 2.0),
        ((0.95, 0.05), 0.3, 2.0),
        ((0.4, 0.3, 0.3), 0.4, 1.5),
        ((0.25,) * 4, 0.3, 2.0),
    ],
    ids=["halves", "four-to-one", "few-beside-many", "three-groups", "four-groups"],
)
def test_votes_missing_not_at_random_bias_it_at_most_half_as_much_as_raw_rates(shares, density, pull):
    """Mean error over statements (who answers likes more, so that raw rates err upwards), averaged over worlds."""
    biases = []
    for seed in range(5):
        votes, truth = liked_seen_more(400, 60, shares, density, seed, pull)
        expected = fit_map(votes, statement_order=range(60)).expected.estimate
        known = ~np.isnan(expected)
        biases.append([(expected - truth)[known].mean(), (both(votes)[1] - truth)[known].mean()])
    ours, plain = np.mean(biases, axis=0)
    assert plain > (0.03 if min(shares) > 0.1 else 0.02)  # a twentieth that differs moves the rates of all by less
    assert abs(ours) <= plain / 2, (ours, plain)


def covered(expected, truth):
    """Whether each interval holds the truth, of the statements that have one."""
    shown = ~np.isnan(expected.low)
    return ((expected.low <= truth) & (truth <= expected.high))[shown]


PASSES = 0.1
KINDS = {
    "one group": (1.0,),
    "two groups": (0.6, 0.4),
    "three groups": (0.5, 0.3, 0.2),
}


@pytest.mark.parametrize("pull", [0.0, 1.0], ids=["at-random", "not-at-random"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_interval_covers_what_all_would_answer(kind, pull):
    """With passes, whose share is not known either; votes missing at random, and where people answer what they like."""
    inside = []
    for seed in range(8):
        votes, groups, chance = parted(400, 60, KINDS[kind], 0.35, seed, passes=PASSES, pull=pull)
        expected = fit_map(votes, statement_order=range(60)).expected
        inside.append(covered(expected, (1 - PASSES) * chance[groups].mean(axis=0)))
    # 480 statements: two standard errors are 3 points.
    assert 0.86 <= np.concatenate(inside).mean() <= 0.94, np.concatenate(inside).mean()


@pytest.mark.parametrize("strength", [0.0, 1.5])
def test_the_interval_of_the_model_covers_a_spectrum(strength):
    inside = []
    for seed in range(8):
        votes, truth = spectrum_and_truth(400, 60, 0.3, strength, seed)
        inside.append(covered(both(votes)[0], (1 - PASSES) * truth))
    assert 0.86 <= np.concatenate(inside).mean() <= 0.94, np.concatenate(inside).mean()


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


def test_where_everybody_passes_nobody_agrees_and_the_interval_says_how_sure_that_is():
    votes = dense(
        np.column_stack([np.zeros((20, 1)), np.where(np.arange(20)[:, None] < np.arange(1, 9), 1, -1)]).astype(int)
    )
    expected = fit_map(votes, statement_order=range(9)).expected
    assert expected.estimate[0] == expected.low[0] == 0
    assert 0.01 < expected.high[0] < 0.15
