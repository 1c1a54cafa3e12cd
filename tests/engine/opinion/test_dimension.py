"""The number of dimensions of opinion: planted ranks are found."""

import numpy as np
import pytest
from scipy.special import expit

from majlis.engine.opinion import dimension
from majlis.engine.opinion.dimension import choose_rank
from tests.engine.opinion.worlds import dense, drawn


def ranked(people, statements, rank, density, seed, strength=1.5):
    """Opinions with `rank` independent dimensions and a readiness to agree."""
    rng = np.random.default_rng(seed)
    loadings = strength * rng.normal(size=(rank, statements))
    logits = rng.normal(0, 1, statements) + rng.normal(0, 0.5, (people, 1)) + rng.normal(size=(people, rank)) @ loadings
    return drawn(expit(logits), density, rng)


@pytest.mark.parametrize("rank", range(5))
def test_planted_rank_is_found(rank):
    """Groups are looked for along one dimension at least, so that the smallest answer is 1."""
    chosen = [choose_rank(ranked(500, 80, rank, 0.5, seed), 0) for seed in range(2)]
    assert chosen == [max(rank, 1)] * 2


def test_no_dimension_is_told_from_one_before_the_least_is_taken(monkeypatch):
    monkeypatch.setattr(dimension, "max", lambda rank, least: rank, raising=False)
    # `max` over a list of means is used as well.
    monkeypatch.setattr(dimension, "_settled", lambda scores: len(scores) > 3)
    assert choose_rank(ranked(400, 60, 0, 0.5, 0), 0) == 0
    assert choose_rank(ranked(400, 60, 1, 0.5, 0), 0) == 1


def test_few_votes_bear_one_dimension():
    assert choose_rank(dense(np.where(np.eye(12) > 0, 1, -1)), 0) == 1
    assert choose_rank(dense(np.zeros((60, 30), int)), 0) == 1
