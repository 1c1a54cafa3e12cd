"""Bridging scores against an independent fit, and on planted statements that bridge."""

import numpy as np
import pytest
from scipy.optimize import minimize

from majlis.engine.opinion.bridging import bridging
from majlis.engine.opinion.fit import fit_map
from tests.engine.opinion.worlds import dense, planted, shuffled, with_bridges


def loss(flat, votes):
    """The published objective with its gradient, the penalties counted once a vote."""
    people, statements = votes.n_participants, votes.n_statements
    mean, iu, fu, rest = flat[0], flat[1 : 1 + people], flat[1 + people : 1 + 2 * people], flat[1 + 2 * people :]
    i_n, fn = rest[:statements], rest[statements:]
    u, n = votes.participants, votes.statements
    away = mean + iu[u] + i_n[n] + fu[u] * fn[n] - (votes.values + 1) / 2
    value = (away**2 + 0.15 * (iu[u] ** 2 + i_n[n] ** 2 + mean**2) + 0.03 * (fu[u] ** 2 + fn[n] ** 2)).sum()
    gradient = np.concatenate(
        [
            [2 * (away + 0.15 * mean).sum()],
            np.bincount(u, 2 * (away + 0.15 * iu[u]), people),
            np.bincount(u, 2 * (away * fn[n] + 0.03 * fu[u]), people),
            np.bincount(n, 2 * (away + 0.15 * i_n[n]), statements),
            np.bincount(n, 2 * (away * fu[u] + 0.03 * fn[n]), statements),
        ]
    )
    return value, gradient


def independent(votes, starts=6):
    """The best of several fits by L-BFGS: value and statement intercepts."""
    found = []
    for seed in range(starts):
        start = np.random.default_rng(seed).normal(0, 0.3, 1 + 2 * votes.n_participants + 2 * votes.n_statements)
        options = {"maxiter": 50_000, "maxfun": 100_000, "ftol": 0.0, "gtol": 1e-9, "maxcor": 30}
        found.append(minimize(loss, start, (votes,), "L-BFGS-B", jac=True, options=options))
    best = min(found, key=lambda fit: fit.fun)
    first = 1 + 2 * votes.n_participants
    return best.fun, best.x[first : first + votes.n_statements]


@pytest.mark.parametrize("seed", range(3))
def test_scores_are_those_of_an_independent_fit(seed):
    votes, _ = planted(60, 25, (0.6, 0.4), 0.6, seed)
    value, scores = independent(votes)
    found = bridging(votes, tolerance=1e-10, most_rounds=20_000)
    ours = np.concatenate([[found.mean], *found.people.T, *found.statements.T])
    assert loss(ours, votes)[0] == pytest.approx(value, rel=1e-9)
    assert found.scores == pytest.approx(scores, abs=1e-6)


def test_scores_at_the_usual_tolerance_are_near_the_end():
    votes, _ = planted(200, 40, (0.6, 0.4), 0.4, 1)
    assert bridging(votes).scores == pytest.approx(bridging(votes, 1e-10, 20_000).scores, abs=1e-3)


def test_deviation_is_that_of_the_residuals_and_the_normal_matrix():
    votes, _ = planted(60, 25, (0.6, 0.4), 0.6, 4)
    found = bridging(votes, 1e-10, 20_000)
    u, n = votes.participants, votes.statements
    fitted = found.mean + found.people[u, 0] + found.statements[n, 0] + found.people[u, 1] * found.statements[n, 1]
    variance = (((votes.values + 1) / 2 - fitted) ** 2).mean()
    for statement in (0, 24):
        mine = u[n == statement]
        design = np.column_stack([np.ones(len(mine)), found.people[mine, 1]])
        normal = design.T @ design + len(mine) * np.diag([0.15, 0.03])
        assert found.deviation[statement] == pytest.approx(np.sqrt(variance * np.linalg.inv(normal)[0, 0]))


def test_order_does_not_matter():
    votes, _ = planted(40, 20, (0.5, 0.5), 0.7, 2)
    other, _, statements = shuffled(votes, np.random.default_rng(0))
    first, second = (bridging(item, 1e-11, 20_000) for item in (votes, other))
    assert second.scores[statements] == pytest.approx(first.scores, abs=1e-7)


@pytest.mark.parametrize("table", [[[1, 1], [1, 1]], [[0, -9]], [[-9, -9]], [[1, -1], [-9, -9]]])
def test_edges_are_finite(table):
    found = bridging(dense(table))
    assert np.isfinite(found.scores).all()
    assert np.isfinite(found.deviation).all()


@pytest.mark.parametrize(
    ("shares", "density"),
    [((0.5, 0.5), 0.4), ((0.7, 0.3), 0.4), ((0.5, 0.3, 0.2), 0.5), ((0.6, 0.3, 0.1), 0.4)],
    ids=["halves", "seven-to-three", "three-groups", "a-tenth"],
)
def test_planted_bridges_lead_both_rankings(shares, density):
    """Precision at ten, over three worlds each."""
    hits = np.zeros(2)
    for seed in range(3):
        votes = with_bridges(400, 60, 12, shares, density, seed)
        found = fit_map(votes, statement_order=range(60))
        assert found.n_groups == len(shares)
        hits += [(found.bridged[:10] < 12).mean(), (found.uniting[:10] < 12).mean()]
    assert (hits / 3 >= 0.9).all(), hits / 3


def test_a_statement_that_most_of_a_small_group_rejects_is_not_listed():
    """The score alone, on one axis, puts statements that all but a tenth like among the first ten."""
    votes = with_bridges(400, 60, 12, (0.6, 0.3, 0.1), 0.4, 0)
    found = fit_map(votes, statement_order=range(60))
    by_score = np.argsort(-found.bridging.low)
    assert (by_score[:10] >= 12).any()
    assert (found.consensus.estimate[found.bridged] > 0.5).all()
    left_out = np.setdiff1d(by_score[:10], found.bridged)
    assert len(left_out)
    assert (found.consensus.estimate[left_out] <= 0.5).all()
    assert found.bridging.low[found.bridged].tolist() == sorted(found.bridging.low[found.bridged], reverse=True)
