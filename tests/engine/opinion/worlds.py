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
    votes, groups, _ = parted(people, statements, shares, density, seed, apart)
    return votes, groups


def parted(people, statements, shares, density, seed, apart=2.0, passes=0.1, pull=0.0):
    """The same with the planted chances [G, S] of agreeing where one does not pass.

    pull: how much more people see or answer of what their group likes; at 0 votes are missing at random.
    """
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(len(shares)), np.round(np.array(shares) * people).astype(int))
    chance = expit(rng.normal(0, 1, statements) + rng.normal(0, apart, (len(shares), statements)))
    seen = density * np.exp(pull * chance) / np.exp(pull * chance).mean()
    return drawn(chance[groups], np.minimum(seen, 0.95)[groups] if pull else density, rng, passes), groups, chance


def oracle(votes, groups, chance):
    """The likeliest group of each person for somebody who knows the planted chances and the sizes of the groups."""
    decided = votes.values != 0
    theirs = chance[:, votes.statements[decided]]
    logs = np.log(np.where(votes.values[decided] == 1, theirs, 1 - theirs))
    total = np.log(np.bincount(groups) / len(groups))[:, None] + np.array(
        [np.bincount(votes.participants[decided], row, votes.n_participants) for row in logs]
    )
    return total.argmax(axis=0)


def liked_seen_more(people, statements, shares, density, seed, pull=2.0):
    """People see or answer more of what their group likes; gives votes and the true share that agrees, [S]."""
    votes, groups, chance = parted(people, statements, shares, density, seed, passes=0.0, pull=pull)
    return votes, chance[groups].mean(axis=0)


def with_bridges(people, statements, bridges, shares, density, seed):
    """Groups that part on most statements; the first `bridges` statements are liked by all of them.

    Of the others, half are liked by the larger groups alone: by all voters together they do about as well.
    """
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(len(shares)), np.round(np.array(shares) * people).astype(int))
    chance = expit(rng.normal(0, 2, (len(shares), statements)))
    popular = np.arange(statements) % 2 == 0
    chance[0, popular] = 0.95
    chance[-1, popular] = rng.uniform(0.05, 0.3, popular.sum())
    chance[:, :bridges] = rng.uniform(0.8, 0.9, (len(shares), bridges))
    chance[:, bridges:] = np.where(chance[:, bridges:].min(axis=0) > 0.6, 1 - chance[:, bridges:], chance[:, bridges:])
    return drawn(chance[groups], density, rng)


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
    return spectrum_and_truth(people, statements, density, strength, seed, dimensions)[0]


def spectrum_and_truth(people, statements, density, strength, seed, dimensions=1):
    """The same with the mean chance of agreeing where one does not pass, [S]."""
    rng = np.random.default_rng(seed)
    loadings = rng.normal(0, 1, (dimensions, statements)) * strength
    logits = rng.normal(0, 1, statements) + rng.standard_normal((people, dimensions)) @ loadings
    return drawn(expit(logits), density, rng), expit(logits).mean(axis=0)


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
