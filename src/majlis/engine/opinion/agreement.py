"""How far groups agree with statements: shares, consensus and division, each with its 90 % interval.

Agree share = agree / votes; a pass is a vote. What is not known about a share p is Beta(agree + 1/2, votes - agree +
1/2) (Jeffreys). Shares and division come from counts that have passed the release gate; consensus is shown only where
they are.
Sources: Brown, Cai and DasGupta, Interval estimation for a binomial proportion (2001); Newcombe, Interval estimation
for the difference between independent proportions (1998).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from majlis.engine.opinion.least import least_shares
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.soft import SoftShares

Counts = NDArray[np.int64]

LEVEL = 0.90
MAJORITY = 0.5
TAIL = (1 - LEVEL) / 2
NORMAL_95 = 1.6448536269514722


@dataclass(frozen=True)
class Shares:
    """Estimates with intervals, arrays of one shape; NaN where there is none."""

    estimate: Floats
    low: Floats
    high: Floats

    @classmethod
    def none(cls, count: int) -> Shares:
        """No estimate for any of `count`."""
        nothing = np.full(count, np.nan)
        return cls(nothing, nothing, nothing)

    def at(self, index: NDArray[np.integer]) -> Shares:
        """The shares at `index` of the first axis."""
        return Shares(self.estimate[index], self.low[index], self.high[index])

    def where(self, shown: NDArray[np.bool_]) -> Shares:
        """The same, with NaN where not `shown`."""
        return Shares(*(np.where(shown, values, np.nan) for values in (self.estimate, self.low, self.high)))


@dataclass(frozen=True)
class Division:
    """The largest difference of agree shares between two groups, [S]; first agrees more than second (-1 is none)."""

    difference: Shares
    first: NDArray[np.int64]
    second: NDArray[np.int64]


def agree_shares(agree: Counts, votes: Counts, level: float = LEVEL) -> Shares:
    """Agree share with its Jeffreys interval; at 0 and at `votes` the interval reaches the end."""
    tail = (1 - level) / 2
    a, b = agree + 0.5, votes - agree + 0.5
    low = np.where(agree == 0, 0.0, betaincinv(a, b, tail))
    high = np.where(agree == votes, 1.0, betaincinv(a, b, 1 - tail))
    seen = votes > 0
    estimate = np.divide(agree, votes, out=np.full(votes.shape, np.nan), where=seen)
    return Shares(estimate, np.where(seen, low, np.nan), np.where(seen, high, np.nan))


def consensus(soft: SoftShares, agree: Counts, votes: Counts, shown: NDArray[np.bool_], seed: int) -> Shares:
    """Share agreeing in the least agreeing group, [S]; NaN where not `shown`.

    With one group, its share and Jeffreys interval from the counts [1, S]; with more see `least.py`.
    """
    quantiles = np.full((3, len(shown)), np.nan)
    if len(agree) == 1:
        alone = agree_shares(agree[0], votes[0])
        quantiles[:, shown] = np.stack([alone.estimate, alone.low, alone.high])[:, shown]
    elif len(agree) and shown.any():
        quantiles[:, shown] = least_shares(soft.at(np.flatnonzero(shown)), seed)
    return Shares(*quantiles)


def division(agree: Counts, votes: Counts, shown: NDArray[np.bool_]) -> Division:
    """The pair of groups that differ most on each statement, with an interval for its difference.

    Newcombe's hybrid of two Jeffreys intervals, at the level 1 - 0.10 / pairs (Bonferroni), since the pair was chosen
    among all pairs for being the largest: its lower bound then holds at 90 % whatever pair is chosen.
    """
    groups, statements = agree.shape
    pairs = list(combinations(range(groups), 2))
    none = np.full(statements, np.nan)
    if not pairs or not shown.any():
        nobody = np.full(statements, -1)
        return Division(Shares(none, none.copy(), none.copy()), nobody, nobody.copy())
    part = agree_shares(agree, votes, 1 - (1 - LEVEL) / len(pairs))
    one, other = np.array(pairs).T
    gap = np.nan_to_num(part.estimate[one] - part.estimate[other])
    chosen = np.argmax(np.abs(gap), axis=0)
    column = np.arange(statements)
    more = gap[chosen, column] >= 0
    first, second = np.where(more, one[chosen], other[chosen]), np.where(more, other[chosen], one[chosen])
    difference = _newcombe(part, first, second)
    return Division(difference.where(shown), np.where(shown, first, -1), np.where(shown, second, -1))


def _newcombe(part: Shares, first: NDArray[np.int64], second: NDArray[np.int64]) -> Shares:
    column = np.arange(len(first))
    p, p_low, p_high = (values[first, column] for values in (part.estimate, part.low, part.high))
    q, q_low, q_high = (values[second, column] for values in (part.estimate, part.low, part.high))
    gap = p - q
    return Shares(gap, gap - np.hypot(p - p_low, q_high - q), gap + np.hypot(p_high - p, q - q_low))


def ranked(shares: Shares, order: NDArray[np.int64]) -> NDArray[np.int64]:
    """Statements by lower bound, highest first; ties by estimate, then by their place in `order`. NaN is left out."""
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    by_rank = np.lexsort((places, -shares.estimate, -shares.low))
    return np.asarray(by_rank[~np.isnan(shares.low[by_rank])])
