"""The share of the least agreeing group: its interval covers the truth in planted worlds, and other halves."""

import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import beta

from majlis.engine.opinion.canonical import canonical_order
from majlis.engine.opinion.dimension import choose_rank
from majlis.engine.opinion.factors import Decided, fit_factors, place, starting
from majlis.engine.opinion.groups import Found, Reason, placed_people
from majlis.engine.opinion.least import _alike, _drawn, _Logits, least_shares
from majlis.engine.opinion.model import learn
from majlis.engine.opinion.number import mixtures, preferred
from majlis.engine.opinion.sample import Sample, votes_of
from majlis.engine.opinion.soft import EDGE, SoftShares, soft_counts, soft_shares
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


@pytest.mark.parametrize("name", ["biodiversity", "austria-climate"])
def test_interval_foretells_the_other_half_of_a_real_conversation(reference_data, name):
    """People are halved by chance; groups and statements are those of the whole, so that both halves mean the same."""
    votes = canonical_order(Votes.load([reference_data / "polis" / name]).matrix).votes
    model = learn(votes, placed_people(votes), 5, 0, lambda stage, share: None)
    inside = []
    for seed in range(8):
        half = np.random.default_rng(seed).random(votes.n_participants) < 0.5
        both = [answered(votes_of(votes, np.flatnonzero(part)), model.factors, model.found) for part in (half, ~half)]
        shown = both[0][1] & both[1][1]
        parts = [soft.at(np.flatnonzero(shown)) for soft, _ in both]
        inside += [foretold(*parts), foretold(*parts[::-1])]
    covered = np.concatenate(inside)
    assert len(covered) > 800
    assert 0.87 <= covered.mean() <= 0.93, covered.mean()


def foretold(half, other):
    """Whether the least of the other half's shares as measured lies in the 90 % interval that this half foretells.

    What is foretold is a measurement: to every draw of the groups' shares (from which the interval of the least share
    is taken) the other half's own error is added before the least is taken.
    """
    here, rng = _Logits.of(half), np.random.default_rng(0)
    inside = []
    for s, drawn_logits in enumerate(_drawn(half, here, _alike(here), rng)):
        truth = expit(drawn_logits).T
        seen = truth + rng.multivariate_normal(np.zeros(truth.shape[1]), other.covariances[s], len(truth))
        low, high = np.quantile(np.clip(seen, EDGE, 1 - EDGE).min(axis=1), [0.05, 0.95])
        inside.append(low <= other.shares[s].min() <= high)
    return np.array(inside)


def test_an_interval_of_one_answered_alike_is_that_of_its_counts():
    """Two groups, the second far above: the interval of the least is that of a Beta with the first's mean and error."""
    agree, votes = np.array([0, 1, 3, 8]), np.array([9, 20, 12, 30])
    shares = np.column_stack([(agree + 0.5) / (votes + 1), np.full(4, 0.99)])
    errors = np.stack([shares[:, 0] * (1 - shares[:, 0]) / (votes + 2), np.full(4, 1e-6)], axis=1)
    _, low, high = least_shares(SoftShares(shares, errors[:, :, None] * np.eye(2)), 0)
    expected = beta.ppf([[0.05], [0.95]], agree + 0.5, votes - agree + 0.5)
    assert np.array([low, high]) == pytest.approx(expected, abs=0.02)


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
    votes = values * (1 - values) / deviation**2 - 1
    drawn_shares = np.random.default_rng(1).beta(values * votes, (1 - values) * votes, size=(200_000, 3))
    expected = np.quantile(drawn_shares.min(axis=1), [0.5, 0.05, 0.95])
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
