"""Mixtures of positions known with unequal precision, against plain algebra."""

import numpy as np
import pytest
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

from majlis.engine.opinion.factors import Information
from majlis.engine.opinion.mixture import Evidence, best_mixture, memberships, stack


def observed(people, seed, centres=((-1.5, 0), (1.5, 0)), spread=0.3):
    """Positions from groups, seen with noise that differs between people."""
    rng = np.random.default_rng(seed)
    groups = rng.integers(0, len(centres), people)
    true = np.array(centres)[groups] + spread * rng.standard_normal((people, 2))
    noise = rng.uniform(0.1, 1.0, people)
    seen = true + noise[:, None] * rng.standard_normal((people, 2))
    precision = np.eye(2) / noise[:, None, None] ** 2
    return seen, noise, groups, Information(precision, np.einsum("pij,pj->pi", precision, seen))


def test_likelihood_is_that_of_the_observed_positions():
    seen, noise, _, known = observed(50, 0)
    evidence = Evidence.of(known, np.ones((1, 50)))
    one, two = (best_mixture(evidence, k, 5, 0) for k in (1, 2))
    assert one.likelihood - two.likelihood == pytest.approx(direct(one, seen, noise) - direct(two, seen, noise))


def direct(mixture, seen, noise):
    xx, xy, yy = (float(part[0, 0]) for part in mixture.spread)
    spread = np.array([[xx, xy], [xy, yy]])
    total = 0.0
    for position, sd in zip(seen, noise, strict=True):
        total += logsumexp(
            [
                np.log(share) + multivariate_normal([x, y], spread + sd**2 * np.eye(2)).logpdf(position)
                for x, y, share in zip(mixture.x[0], mixture.y[0], mixture.shares[0], strict=True)
            ]
        )
    return total


def test_planted_centres_spread_and_members_are_recovered():
    _, _, groups, known = observed(800, 1)
    evidence = Evidence.of(known, np.ones((1, 800)))
    found = best_mixture(evidence, 2, 8, 0)
    assert np.sort(found.x[0]) == pytest.approx([-1.5, 1.5], abs=0.1)
    assert found.spread.xx[0, 0] == pytest.approx(0.09, abs=0.04)
    members = memberships(evidence, found)[0][:, np.argmax(found.x[0])]
    assert np.mean((members > 0.5) == (groups == 1)) > 0.95
    # Memberships are probabilities: among those said to be 60 to 95 % in a group, about as many are.
    unsure = (members > 0.6) & (members < 0.95)
    assert np.mean(groups[unsure]) == pytest.approx(members[unsure].mean(), abs=0.15)


def test_weights_are_repetitions():
    _, _, _, known = observed(60, 2)
    counts = np.random.default_rng(0).integers(0, 3, 60)
    repeated = Information(np.repeat(known.j, counts, axis=0), np.repeat(known.h, counts, axis=0))
    weighted = best_mixture(Evidence.of(known, counts[None].astype(float)), 1, 1, 0)
    explicit = best_mixture(Evidence.of(repeated, np.ones((1, counts.sum()))), 1, 1, 0)
    assert weighted.likelihood == pytest.approx(explicit.likelihood, rel=1e-9)


def test_problems_side_by_side_do_not_touch_each_other():
    worlds = [observed(70, seed)[3] for seed in range(3)]
    evidence = [Evidence.of(world, np.ones((1, 70))) for world in worlds]
    together = best_mixture(stack(evidence), 1, 1, 0)
    alone = [best_mixture(part, 1, 1, 0).likelihood[0] for part in evidence]
    assert together.likelihood == pytest.approx(alone, abs=0.05)


def test_identical_people_do_no_harm():
    known = Information(np.tile(np.eye(2), (20, 1, 1)), np.zeros((20, 2)))
    found = best_mixture(Evidence.of(known, np.ones((1, 20))), 3, 4, 0)
    assert np.isfinite(found.likelihood).all()
