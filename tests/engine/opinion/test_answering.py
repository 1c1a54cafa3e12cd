"""How readily groups answer: the maximum of a likelihood, planted rates, and nothing where nobody differs."""

import numpy as np
import pytest
from scipy.optimize import minimize

from majlis.engine.opinion.answering import answering_rates, of_voters


def doubtful(people, rates, seed, sharpness=1.0):
    """Votes of people of two groups about whom something is known: statements, groups given that, sizes, and groups."""
    rng = np.random.default_rng(seed)
    groups = (rng.random(people) < 0.3).astype(int)
    evidence = rng.normal(np.where(groups == 1, sharpness, -sharpness), 1.0)
    odds = 0.3 / 0.7 * np.exp(2 * sharpness * evidence)
    members = np.column_stack([1 / (1 + odds), odds / (1 + odds)])
    voters, statements = np.nonzero(rng.random((people, len(rates))) < 0.3 * rates[:, groups].T)
    return statements, members[voters], members.sum(axis=0), groups[voters]


def test_rates_are_the_maximum_of_the_likelihood():
    statements, members, sizes, _ = doubtful(400, np.array([[1.3, 0.3], [0.8, 1.5]]), 0)
    found = answering_rates(statements, members, sizes, 2)
    for statement in range(2):
        mine = members[statements == statement]
        expected = len(mine) * sizes / sizes.sum()

        def loss(logs, mine=mine, expected=expected):
            rates = np.exp(logs)
            return (expected + 1) @ rates - logs.sum() - np.log(mine @ rates).sum()

        best = np.exp(minimize(loss, np.zeros(2), method="BFGS").x)
        assert found[statement] == pytest.approx(best, abs=0.05)


def test_voters_are_counted_with_the_groups_that_answer():
    rates = np.array([[0.6, 1.9], [1.4, 0.2]] * 10)
    statements, members, sizes, groups = doubtful(3000, rates, 1)
    found = answering_rates(statements, members, sizes, 20)
    theirs = of_voters(members, found[statements])
    for kind in (0, 1):
        mine = statements % 2 == kind
        truth = np.mean(groups[mine] == 1)
        assert theirs[mine, 1].mean() == pytest.approx(truth, abs=0.03)
        assert abs(members[mine, 1].mean() - truth) > 0.06


def test_sure_groups_give_their_rates_and_one_vote_at_the_rate_of_all():
    members = np.eye(2)[[0, 0, 0, 1]]
    found = answering_rates(np.zeros(4, int), members, np.array([20.0, 20.0]), 2)
    assert found == pytest.approx(np.array([[4 / 3, 2 / 3], [1.0, 1.0]]))


def test_groups_about_which_nothing_is_known_answer_alike():
    members = np.tile([0.7, 0.3], (50, 1))
    found = answering_rates(np.arange(50) % 5, members, np.array([70.0, 30.0]), 5)
    assert found == pytest.approx(np.ones((5, 2)))
    assert of_voters(members, found[np.arange(50) % 5]) == pytest.approx(members)
