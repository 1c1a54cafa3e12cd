"""The share of the least agreeing group: its interval covers the truth in planted worlds, and other halves."""

import numpy as np
import pytest
from scipy.special import expit

from majlis.engine.opinion.dimension import choose_rank
from majlis.engine.opinion.factors import Decided, fit_factors, place, starting
from majlis.engine.opinion.groups import Found, Reason, placed_people
from majlis.engine.opinion.least import _alike, _Logits, least_shares
from majlis.engine.opinion.number import mixtures, preferred
from majlis.engine.opinion.sample import Sample, votes_of
from majlis.engine.opinion.soft import SoftShares, soft_counts, soft_shares
from majlis.engine.opinion.votes import Votes
from tests.engine.opinion.worlds import drawn

PASSES = 0.1
SIZES = [(200, 40, (0.5, 0.5), 0.5), (400, 60, (0.4, 0.3, 0.3), 0.5), (600, 60, (0.6, 0.3, 0.1), 0.4)]


def world(people, statements, shares, density, seed, kind):
    """Votes, and the true share that agrees in each group, [G, S]."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(len(shares)), np.round(np.array(shares) * people).astype(int))
    chance = rng.uniform(0.05, 0.95, (len(shares), statements))
    if kind == "normal":
        chance = expit(rng.normal(0, 1, statements) + rng.normal(0, 1.5, (len(shares), statements)))
    if kind == "half alike":
        chance[:, : statements // 2] = rng.uniform(0.2, 0.95, statements // 2)
    return drawn(chance[groups], density, rng, PASSES), chance * (1 - PASSES)


def modelled(votes, rank=None):
    """Statements, and the mixture that the criterion prefers."""
    table = Decided.of(votes)
    factors = fit_factors(table, starting(votes.n_statements, rank or choose_rank(votes, 0)))
    placed = placed_people(votes)
    sample = Sample.draw(votes, factors, placed, 0)
    fits = mixtures(sample.evidence(), 5, 0)
    return factors, Found(Reason.FOUND, fits[preferred(fits, len(placed)) - 1])


def answered(votes, factors, found):
    """Soft shares of the groups, and which statements have five votes in each."""
    table = Decided.of(votes)
    counted = np.isin(np.arange(votes.n_participants), placed_people(votes))
    counts = soft_counts(votes, table, factors, place(table, factors), found, counted)
    return soft_shares(counts), np.einsum("sgg->sg", counts.pairs).min(axis=1) >= 5


def coverage(kind, size, seed):
    votes, truth = world(*size, seed, kind)
    factors, found = modelled(votes, rank=len(size[2]) - 1)
    if found.mixture.groups != len(size[2]):
        return np.zeros(0, bool)
    soft, shown = answered(votes, factors, found)
    _, low, high = least_shares(SoftShares(soft.shares[shown], soft.covariances[shown]), 0)
    least = truth.min(axis=0)[shown]
    return (low <= least) & (least <= high)


def test_interval_covers_the_least_share_in_planted_worlds():
    inside = [
        coverage(kind, size, seed)
        for kind in ("uniform", "normal", "half alike")
        for size in SIZES
        for seed in range(2)
    ]
    assert sum(len(part) for part in inside) > 700
    assert 0.87 <= np.concatenate(inside).mean() <= 0.93, np.concatenate(inside).mean()


TOO_WIDE = pytest.mark.xfail(reason="94.5 % of the other half's least shares lie within: the intervals are too wide")


@pytest.mark.parametrize("name", ["biodiversity", pytest.param("austria-climate", marks=TOO_WIDE)])
def test_interval_foretells_the_other_half_of_a_real_conversation(reference_data, name):
    """People are halved by chance; groups and statements are those of the whole, so that both halves mean the same."""
    votes = Votes.load([reference_data / "polis" / name]).matrix
    factors, found = modelled(votes)
    inside = []
    for seed in range(4):
        half = np.random.default_rng(seed).random(votes.n_participants) < 0.5
        both = [answered(votes_of(votes, np.flatnonzero(part)), factors, found) for part in (half, ~half)]
        shown = both[0][1] & both[1][1]
        parts = [SoftShares(soft.shares[shown], soft.covariances[shown]) for soft, _ in both]
        inside += [foretold(*parts), foretold(*parts[::-1])]
    covered = np.concatenate(inside).mean()
    assert 0.87 <= covered <= 0.93, covered


def foretold(half, other):
    """Whether the least of the other half's shares as measured lies in the 90 % interval that this half foretells.

    What is foretold is a measurement: to every draw of the groups' shares (from which the interval of the least share
    is taken) the other half's own error is added, on logits, before the least is taken.
    """
    here, there = _Logits.of(half), _Logits.of(other)
    rng = np.random.default_rng(0)
    inside = []
    for s, alike in enumerate(_alike(here)):
        own = rng.multivariate_normal(here.values[s], here.covariances[s], 2000)
        one = rng.normal(here.pooled[s], here.variances[s] ** 0.5, (2000, 1))
        truth = np.where(rng.random((2000, 1)) < alike, one, own)
        seen = truth + rng.multivariate_normal(np.zeros(truth.shape[1]), there.covariances[s], 2000)
        low, high = np.quantile(seen.min(axis=1), [0.05, 0.95])
        inside.append(low <= there.values[s].min() <= high)
    return np.array(inside)


def shares_of(values, deviation):
    values = np.atleast_2d(values)
    return SoftShares(values, np.tile(deviation**2 * np.eye(values.shape[1]), (len(values), 1, 1)))


def test_interval_holds_its_median_and_lies_between_no_and_all():
    rng = np.random.default_rng(0)
    middle, low, high = least_shares(shares_of(rng.uniform(0.05, 0.95, (40, 3)), 0.08), 0)
    assert ((low > 0) & (low < middle) & (middle < high) & (high < 1)).all()


def test_one_statement_alone_is_the_least_of_its_groups():
    """Too few statements to learn how often groups agree alike: the plain distribution of the least."""
    values, deviation = np.array([0.5, 0.6, 0.9]), 0.05
    middle, low, high = least_shares(shares_of(values, deviation), 0)[:, 0]
    logits = np.log(values / (1 - values))
    drawn_logits = logits + deviation / (values * (1 - values)) * np.random.default_rng(1).normal(size=(200_000, 3))
    expected = expit(np.quantile(drawn_logits.min(axis=1), [0.5, 0.05, 0.95]))
    assert [middle, low, high] == pytest.approx(expected, abs=0.015)


def test_groups_that_agree_alike_are_pooled_and_those_that_part_are_not():
    rng = np.random.default_rng(0)
    alike = np.clip(rng.uniform(0.3, 0.7, (30, 1)) + 0.05 * rng.normal(size=(30, 3)), 0.05, 0.95)
    apart = rng.uniform(0.05, 0.95, (30, 3))
    middle, low, high = least_shares(shares_of(np.concatenate([alike, apart]), 0.05), 0)
    assert np.mean(middle[:30] - alike.mean(axis=1)) == pytest.approx(0, abs=0.02)
    assert np.mean(middle[:30] - alike.min(axis=1)) > 0.02
    assert middle[30:] == pytest.approx(apart.min(axis=1), abs=0.06)
    assert np.mean((high - low)[:30]) < np.mean((high - low)[30:])
