"""How the groups answer each statement, when it is not sure who belongs to which group.

A vote helps to place its voter, so that a share counted among the people of a group repeats the vote that put them
there, and people counted with the wrong group blur it. Both are taken out: for every vote the probabilities r of the
groups are computed *without that vote* (but knowing that its voter answered: `answering.py`), and the shares p of a
statement are the regression of agreement on them,

    E[y] = sum_g r_g p_g,   p = (R'R + 1)^-1 (R'y + 1/2),   cov(p) = (R'R + 1)^-1 H (R'R + 1)^-1

with one vote, half of it agreeing, added to each group, and H = R' diag(q (1 - q)) R, where q is taken as the average
share of the two groups. Where groups are sure this is the share that agrees, a pass being a vote that does not.
Only sums over people leave this module; blocks of participants add up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Decided, Factors, Information, Placed, evidence_without
from majlis.engine.opinion.groups import Found
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.planes import Floats

EDGE = 0.01


@dataclass(frozen=True)
class SoftCounts:
    """Sums over votes: pairs R'R, [S, K, K], and agreeing R'y, [S, K]."""

    pairs: Floats
    agreeing: Floats

    @classmethod
    def of_sure(cls, agree: NDArray[np.integer], votes: NDArray[np.integer]) -> SoftCounts:
        """The counts of groups about whose people nothing is uncertain, from [G, S]."""
        groups = len(agree)
        return cls(votes.T[:, :, None] * np.eye(groups), agree.T.astype(np.float64))

    def plus(self, other: SoftCounts) -> SoftCounts:
        """The counts of both."""
        return SoftCounts(self.pairs + other.pairs, self.agreeing + other.agreeing)

    def joined(self, merged: NDArray[np.int64]) -> SoftCounts:
        """The counts where component k is part of group `merged[k]`."""
        into = np.zeros((len(merged), int(merged.max()) + 1))
        into[np.arange(len(merged)), merged] = 1.0
        return SoftCounts(into.T @ self.pairs @ into, self.agreeing @ into)


@dataclass(frozen=True)
class SoftShares:
    """Shares that agree, [S, G], and the covariances of what is not known of them, [S, G, G]."""

    shares: Floats
    covariances: Floats

    def at(self, statements: NDArray[np.integer]) -> SoftShares:
        """The shares of some statements."""
        return SoftShares(self.shares[statements], self.covariances[statements])


def soft_counts(
    votes: VoteMatrix, table: Decided, factors: Factors, placed: Placed, found: Found, counted: NDArray[np.bool_]
) -> SoftCounts:
    """The counts of a block of participants; only those `counted` [P] are."""
    kept = counted[votes.participants]
    statements, agree = votes.statements[kept], votes.values[kept] == 1
    members = found.voters(without_own_vote(votes, table, factors, placed, kept), statements)
    groups = members.shape[1]
    pairs = np.empty((votes.n_statements, groups, groups))
    agreeing = np.empty((votes.n_statements, groups))
    for g in range(groups):
        agreeing[:, g] = np.bincount(statements, members[:, g] * agree, minlength=votes.n_statements)
        for h in range(g + 1):
            sums = np.bincount(statements, members[:, g] * members[:, h], minlength=votes.n_statements)
            pairs[:, g, h] = pairs[:, h, g] = sums
    return SoftCounts(pairs, agreeing)


def without_own_vote(
    votes: VoteMatrix, table: Decided, factors: Factors, placed: Placed, kept: NDArray[np.bool_]
) -> Information:
    """What is known of the voter of each vote `kept` [V] without that vote."""
    weights = np.zeros(len(votes.values))
    weights[votes.values != 0] = table.slopes(factors, placed)
    people, statements = votes.participants[kept], votes.statements[kept]
    return evidence_without(factors, placed, people, statements, votes.values[kept] / 2.0, weights[kept])


def soft_shares(counts: SoftCounts) -> SoftShares:
    """The regression of agreement on the probabilities of the groups."""
    groups = counts.agreeing.shape[1]
    inverse = np.linalg.inv(counts.pairs + np.eye(groups))
    shares = np.clip(np.einsum("sgh,sh->sg", inverse, counts.agreeing + 0.5), EDGE, 1 - EDGE)
    weights = counts.pairs.sum(axis=2)
    average = np.einsum("sgh,sh->sg", counts.pairs, shares) / np.maximum(weights, EDGE)
    both = np.clip((average[:, :, None] + average[:, None, :]) / 2, EDGE, 1 - EDGE)
    noise = counts.pairs * both * (1 - both) + 0.25 * np.eye(groups) * (weights < 1)[:, :, None]
    return SoftShares(shares, inverse @ noise @ inverse)
