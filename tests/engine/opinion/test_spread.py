"""The picture tells where a group lies, and nobody's place."""

import numpy as np
import pytest

from majlis.engine.opinion.spread import MOST_DOTS, dots_for, group_spread


def test_dots_are_drawn_from_the_spread_and_are_nobody():
    positions = np.random.default_rng(0).multivariate_normal([1, -2], [[0.5, 0.2], [0.2, 0.3]], 500)
    found = group_spread(positions, 4000, np.random.default_rng(1))
    assert found.dots.mean(axis=0) == pytest.approx(positions.mean(axis=0), abs=0.05)
    assert np.cov(found.dots.T) == pytest.approx(np.cov(positions.T), abs=0.05)
    assert not set(map(tuple, found.dots)) & set(map(tuple, positions))


def test_ring_holds_the_centre_with_ninety_percent_probability():
    rng = np.random.default_rng(2)
    inside = 0
    for _ in range(1000):
        positions = rng.multivariate_normal([0, 0], [[1, 0.4], [0.4, 0.5]], 60)
        found = group_spread(positions, 0, rng)
        shape = np.linalg.inv(found.covariance / 60)
        edge = (found.ring[0] - found.centre) @ shape @ (found.ring[0] - found.centre)
        inside += found.centre @ shape @ found.centre <= edge
    assert inside / 1000 == pytest.approx(0.9, abs=0.03)


def test_flat_groups_are_drawn_flat():
    found = group_spread(np.ones((5, 2)), 5, np.random.default_rng(0))
    assert (found.dots == 1).all()


def test_dots_are_about_one_a_person_and_not_too_many():
    assert dots_for([12, 5]) == [12, 5]
    many = dots_for([60_000, 30_000, 10])
    assert sum(many) <= MOST_DOTS + 2
    assert many[2] == 1
