"""Planted worlds: votes whose truth is known."""

import numpy as np
from scipy.special import expit

from majlis.engine.opinion.matrix import VoteMatrix


def drawn(probability, density, rng, passes=0.1):
    """Votes on pairs seen with probability `density`, agreeing with the given probabilities [P, S]."""
    people, statements = probability.shape
    seen = rng.random(probability.shape) < density
    values = np.where(rng.random(probability.shape) < probability, 1, -1)
    values[rng.random(probability.shape) < passes] = 0
    rows, columns = np.nonzero(seen)
    return matrix(rows, columns, values[rows, columns], people, statements)


def matrix(rows, columns, values, people, statements):
    return VoteMatrix(
        np.asarray(rows, np.int32), np.asarray(columns, np.int32), np.asarray(values, np.int8), people, statements
    )


def planted(people, statements, shares, density, seed, apart=2.0):
    """Groups with these shares whose logits differ by independent normals; gives votes and true groups."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(len(shares)), np.round(np.array(shares) * people).astype(int))
    logits = rng.normal(0, 1, statements) + rng.normal(0, apart, (len(shares), statements))
    return drawn(expit(logits[groups]), density, rng), groups


def square(people, statements, density, seed):
    """Four groups on the corners of a square: two questions of principle, each with half the statements."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(4), people // 4)
    first, second = np.where(groups % 2, 2.5, -2.5), np.where(groups // 2, 2.5, -2.5)
    half = np.arange(statements) < statements // 2
    way = rng.choice([-1, 1], statements)
    return drawn(expit(way * np.where(half, first[:, None], second[:, None])), density, rng), groups


def row(people, statements, density, seed):
    """Three groups in a row, the middle one halfway: two groups would not describe them."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(3), people // 3)
    way = rng.choice([-1, 1], statements) * rng.uniform(2, 3, statements)
    return drawn(expit(way * (groups - 1)[:, None]), density, rng), groups


def spectrum(people, statements, density, strength, seed, dimensions=1):
    """One Gaussian spectrum of opinion; strength 0 is a population that shares all probabilities."""
    rng = np.random.default_rng(seed)
    loadings = rng.normal(0, 1, (dimensions, statements)) * strength
    logits = rng.normal(0, 1, statements) + rng.standard_normal((people, dimensions)) @ loadings
    return drawn(expit(logits), density, rng)


def shuffled(votes, rng):
    """The same votes with rows, people and statements in another order; also the new places of both."""
    people, statements = rng.permutation(votes.n_participants), rng.permutation(votes.n_statements)
    rows = rng.permutation(len(votes.values))
    other = matrix(
        people[votes.participants][rows],
        statements[votes.statements][rows],
        votes.values[rows],
        votes.n_participants,
        votes.n_statements,
    )
    return other, people, statements


def dense(table):
    """Votes from a table with -9 where there is none."""
    table = np.asarray(table)
    rows, columns = np.nonzero(table != -9)
    return matrix(rows, columns, table[rows, columns], *table.shape)
