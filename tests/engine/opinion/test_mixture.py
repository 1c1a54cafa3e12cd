"""Mixtures of positions known with unequal precision, against plain algebra and scikit-learn."""

import numpy as np
import pytest
from scipy.special import logsumexp
from scipy.stats import multivariate_normal
from sklearn.mixture import GaussianMixture

from majlis.engine.opinion import mixture
from majlis.engine.opinion.factors import Information
from majlis.engine.opinion.mixture import (
    FLOOR,
    Evidence,
    best_mixture,
    continued,
    memberships,
    shrunk_positions,
    single,
    spread_out,
    stack,
)
from majlis.engine.opinion.number import criterion

LEFT, RIGHT = (-1.5, 0.0, 0.5), (1.5, 0.0, 0.5)


def observed(people, seed, centres=(LEFT, RIGHT), spread=0.3, noise=(0.1, 1.0)):
    """Positions in three dimensions from groups, seen with noise that differs between people and directions."""
    rng = np.random.default_rng(seed)
    groups = rng.integers(0, len(centres), people)
    true = np.array(centres)[groups] + spread * rng.standard_normal((people, 3))
    turned = np.linalg.qr(rng.normal(size=(people, 3, 3)))[0]
    widths = rng.uniform(*noise, (people, 3))
    covariance = np.einsum("pij,pj,pkj->pik", turned, widths**2, turned)
    seen = true + np.einsum("pij,pj->pi", np.linalg.cholesky(covariance), rng.standard_normal((people, 3)))
    precision = np.linalg.inv(covariance)
    return seen, covariance, groups, Information(precision, np.einsum("pij,pj->pi", precision, seen))


def evidence_of(known):
    return Evidence.of(known, np.ones((1, len(known.h))))


def best(evidence, groups, starts=6, seed=0):
    rng = np.random.default_rng(seed)
    return best_mixture(evidence, [spread_out(evidence, groups, rng) for _ in range(starts)])


def densities(found, seen, covariances):
    """Logarithm of share times density of what was seen, [n, K], by scipy."""
    centres, spread = found.centres[:, 0].T, found.spread[:, :, 0]
    return np.array(
        [
            [
                np.log(share) + multivariate_normal(centre, spread + noise).logpdf(position)
                for centre, share in zip(centres, found.shares[0], strict=True)
            ]
            for position, noise in zip(seen, covariances, strict=True)
        ]
    )


def test_likelihood_and_memberships_are_those_of_the_observed_positions():
    seen, covariances, _, known = observed(50, 0)
    evidence = evidence_of(known)
    one, two = single(evidence), best(evidence, 2)
    direct = [logsumexp(densities(fitted, seen, covariances), axis=1).sum() for fitted in (one, two)]
    assert one.likelihood[0] - two.likelihood[0] == pytest.approx(direct[0] - direct[1], abs=1e-6)
    logs = densities(two, seen, covariances)
    posterior = np.exp(logs - logsumexp(logs, axis=1, keepdims=True))
    assert pytest.approx(posterior, abs=1e-8) == memberships(evidence, two)[:, 0].T


def test_very_precise_positions_give_the_mixture_of_scikit_learn():
    centres = ((-2, 0, 1), (2, 0, 0), (0, 2, -1))
    seen, _, _, known = observed(300, 1, centres, spread=0.6, noise=(1e-4, 2e-4))
    evidence = evidence_of(known)
    ours = continued(evidence, best(evidence, 3), rounds=3000)
    theirs = GaussianMixture(3, covariance_type="tied", n_init=10, tol=1e-10, max_iter=2000, random_state=0).fit(seen)
    order, other = np.argsort(ours.centres[0, 0]), np.argsort(theirs.means_[:, 0])
    assert ours.centres[:, 0].T[order] == pytest.approx(theirs.means_[other], abs=0.01)
    assert ours.shares[0][order] == pytest.approx(theirs.weights_[other], abs=0.005)
    assert ours.spread[:, :, 0] - FLOOR * np.eye(3) == pytest.approx(theirs.covariances_, abs=0.01)
    members = memberships(evidence, ours)[order, 0].T
    assert members == pytest.approx(theirs.predict_proba(seen)[:, other], abs=0.03)


def test_planted_centres_spread_and_members_are_recovered():
    _, _, groups, known = observed(800, 1)
    evidence = evidence_of(known)
    found = best(evidence, 2)
    assert np.sort(found.centres[0, 0]) == pytest.approx([-1.5, 1.5], abs=0.1)
    assert np.diag(found.spread[:, :, 0]) == pytest.approx(np.full(3, 0.09), abs=0.04)
    members = memberships(evidence, found)[np.argmax(found.centres[0, 0]), 0]
    assert np.mean((members > 0.5) == (groups == 1)) > 0.95
    # Memberships are probabilities: among those said to be 60 to 95 % in a group, about as many are.
    unsure = (members > 0.6) & (members < 0.95)
    assert np.mean(groups[unsure]) == pytest.approx(members[unsure].mean(), abs=0.15)


def test_likelihood_never_falls_from_round_to_round(monkeypatch):
    monkeypatch.setattr(mixture, "FLOOR", 0.0)
    evidence = evidence_of(observed(120, 3)[3])
    found, before = spread_out(evidence, 3, np.random.default_rng(0)), -np.inf
    for _ in range(25):
        found = continued(evidence, found, rounds=1)
        assert found.likelihood[0] >= before - 1e-9
        before = found.likelihood[0]


def test_weights_are_repetitions():
    known = observed(60, 2)[3]
    counts = np.random.default_rng(0).integers(0, 3, 60)
    repeated = Information(np.repeat(known.j, counts, axis=0), np.repeat(known.h, counts, axis=0))
    weighted = Evidence.of(known, counts[None].astype(float))
    start = spread_out(weighted, 2, np.random.default_rng(0))
    first, second = (continued(evidence, start, 10) for evidence in (weighted, evidence_of(repeated)))
    assert first.likelihood == pytest.approx(second.likelihood, rel=1e-9)
    assert first.centres == pytest.approx(second.centres, abs=1e-9)


def test_problems_side_by_side_are_the_same_as_each_alone(monkeypatch):
    # All problems climb until the last one has arrived: with a fixed number of rounds nothing else differs.
    monkeypatch.setattr(mixture, "TOLERANCE", -np.inf)
    worlds = [evidence_of(observed(70, seed)[3]) for seed in range(3)]
    together = stack(worlds)
    start = spread_out(together, 3, np.random.default_rng(0))
    whole = continued(together, start, rounds=12)
    members = memberships(together, whole)
    for index, world in enumerate(worlds):
        alone = continued(world, start.pick(np.array([index])), rounds=12)
        assert whole.likelihood[index] == pytest.approx(alone.likelihood[0], rel=1e-10)
        assert whole.centres[:, index] == pytest.approx(alone.centres[:, 0], abs=1e-9)
        assert members[:, index] == pytest.approx(memberships(world, alone)[:, 0], abs=1e-9)


def test_positions_are_shrunk_by_a_standard_gaussian():
    known = observed(20, 4)[3]
    expected = np.linalg.solve(known.j + np.eye(3), known.h[:, :, None])[:, :, 0]
    assert pytest.approx(expected, abs=1e-10) == shrunk_positions(evidence_of(known))[:, 0].T


def test_criterion_counts_shares_centres_and_one_spread():
    evidence = evidence_of(observed(40, 5)[3])
    found = best(evidence, 2)
    free = 1 + 2 * 3 + 6
    assert criterion(found, 40)[0] == pytest.approx(free * np.log(40) - 2 * found.likelihood[0])


def test_a_small_dense_group_is_not_passed_over():
    rng = np.random.default_rng(0)
    known = observed(400, 6, centres=(LEFT,), noise=(0.2, 0.4))[3]
    few = observed(12, 7, centres=((4.0, 4.0, 4.0),), noise=(0.2, 0.4))[3]
    evidence = evidence_of(Information(np.concatenate([known.j, few.j]), np.concatenate([known.h, few.h])))
    found = best_mixture(evidence, [spread_out(evidence, 2, rng)])
    assert found.shares[0].min() == pytest.approx(12 / 412, abs=0.01)


def test_identical_people_and_people_without_evidence_do_no_harm():
    for j in (np.eye(2), np.zeros((2, 2))):
        known = Information(np.tile(j, (20, 1, 1)), np.zeros((20, 2)))
        found = best(evidence_of(known), 3)
        assert np.isfinite(found.likelihood).all()
        assert np.isfinite(memberships(evidence_of(known), found)).all()
