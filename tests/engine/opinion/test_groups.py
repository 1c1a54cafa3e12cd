"""Planted groups are found, and where there are none none are claimed."""

import numpy as np
import pytest

from majlis.engine.opinion.factors import Sparse, fit_factors
from majlis.engine.opinion.fit import fit_map
from majlis.engine.opinion.groups import Reason, placed_people
from majlis.engine.opinion.null import calibrated
from majlis.engine.opinion.sample import Sample, strengths
from majlis.engine.opinion.spectrum import fit_spectrum
from majlis.engine.opinion.stability import adjusted_rand
from tests.engine.opinion.worlds import dense, planted, row, spectrum, square


def fitted(votes, seed=0):
    return fit_map(votes, statement_order=range(votes.n_statements), seed=seed)


def recovery(found, truth):
    placed = found.groups > 0
    return adjusted_rand(truth[placed], found.groups[placed] - 1)


@pytest.mark.parametrize(
    ("people", "statements", "shares", "density", "least"),
    [
        (200, 60, (0.5, 0.5), 0.4, 0.8),
        (300, 150, (0.5, 0.5), 0.12, 0.7),
        (300, 60, (0.9, 0.1), 0.4, 0.8),
        (300, 60, (0.4, 0.35, 0.25), 0.4, 0.7),
    ],
)
def test_planted_groups_are_found(people, statements, shares, density, least):
    votes, truth = planted(people, statements, shares, density, 0)
    found = fitted(votes)
    assert found.grouping.reason is Reason.FOUND
    assert found.n_groups == len(shares)
    assert recovery(found, truth) > least
    assert found.grouping.null.p_value <= 0.025
    assert found.grouping.stability.came_back > 0.5


def test_four_groups_in_a_plane_are_found():
    votes, truth = square(240, 40, 0.5, 0)
    found = fitted(votes)
    assert found.n_groups == 4
    assert recovery(found, truth) > 0.85


@pytest.mark.xfail(reason="two groups against one miss three in a row: one group is shown, where three are planted")
def test_three_groups_in_a_row_are_no_single_population():
    votes, truth = row(240, 40, 0.7, 0)
    found = fitted(votes)
    assert found.n_groups >= 3
    assert recovery(found, truth) > 0.6


def test_one_population_is_rarely_called_groups():
    """About 5 % at most; 24 small worlds bear at most 3 false claims with 97 % probability. Full figures: report."""
    claims = 0
    for seed in range(8):
        claims += fitted(spectrum(80, 30, 0.4, 0.0, seed), seed).n_groups > 1
        claims += fitted(spectrum(80, 30, 0.4, 0.8, seed), seed).n_groups > 1
        claims += fitted(spectrum(80, 30, 0.4, 1.5, seed), seed).n_groups > 1
    assert claims <= 3


def test_simulated_spectra_are_as_strong_as_the_data():
    votes = spectrum(200, 40, 0.4, 1.5, 1)
    factors = fit_factors(Sparse.of(votes), votes)
    sample = Sample.draw(votes, factors, placed_people(votes), 0)
    null = calibrated(fit_spectrum(sample.votes, sample.factors), sample, 0)
    rng = np.random.default_rng(0)
    again = np.mean([sample.strengths_from(null.simulate(sample.votes, rng).values) for _ in range(10)], axis=0)
    assert again == pytest.approx(strengths(sample.factors), rel=0.1)


def test_simulated_votes_keep_pairs_and_passes():
    votes = spectrum(60, 20, 0.5, 1.0, 2)
    factors = fit_factors(Sparse.of(votes), votes)
    again = fit_spectrum(votes, factors).simulate(votes, np.random.default_rng(0))
    assert np.array_equal(again.participants, votes.participants)
    assert np.array_equal(again.values == 0, votes.values == 0)


def test_few_people_are_one_group():
    votes, _ = planted(9, 20, (0.5, 0.5), 1.0, 0, apart=5)
    assert fitted(votes).grouping.reason is Reason.TOO_FEW


def test_placed_people_have_seven_votes_or_all_there_are():
    table = np.full((3, 10), -9)
    table[0, :7], table[1, :6], table[2] = 0, 1, 1
    assert placed_people(dense(table)).tolist() == [0, 2]
    assert placed_people(dense([[1, 0], [1, -9]])).tolist() == [0]


def test_groups_under_the_least_size_are_never_shown():
    votes, _ = planted(150, 40, (0.8, 0.2), 0.6, 3)
    for least in (15, 40):
        found = fit_map(votes, statement_order=range(40), min_group=least)
        assert all(size is None or size >= least for size in found.attendance.sizes)
        assert np.bincount(found.groups)[1:].min() >= least


def test_a_small_conversation_claims_no_groups(reference_data):
    from majlis.engine.opinion.votes import Votes

    votes = Votes.load([reference_data / "polis" / "london-youth-policing"]).matrix
    assert votes.n_participants == 26
    assert fitted(votes).n_groups == 1
