"""How far groups agree with statements: shares, consensus and division, each with its 90 % interval.

Agree share = agree / votes; a pass is a vote. What is not known about a share p is Beta(agree + 1/2, votes - agree +
1/2) (Jeffreys). All is computed from counts that have passed the release gate, so that no interval tells more.
Sources: Brown, Cai and DasGupta, Interval estimation for a binomial proportion (2001); Newcombe, Interval estimation
for the difference between independent proportions (1998).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincinv

from majlis.engine.opinion.factors import Floats

Counts = NDArray[np.int64]

LEVEL = 0.90
TAIL = (1 - LEVEL) / 2
HALVINGS = 50


@dataclass(frozen=True)
class Shares:
    """Estimates with intervals, arrays of one shape; NaN where there is none."""

    estimate: Floats
    low: Floats
    high: Floats


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


def consensus(agree: Counts, votes: Counts, shown: NDArray[np.bool_]) -> Shares:
    """Share agreeing in the least agreeing group, [S], from counts [G, S]; NaN where not `shown`.

    The minimum of independent Beta variables has the distribution 1 - prod_g (1 - F_g); its median is the estimate,
    its 5 % and 95 % quantiles the interval.
    """
    quantiles = np.full((3, len(shown)), np.nan)
    if len(agree) and shown.any():
        agreed, seen = agree[:, shown].astype(np.float64), votes[:, shown].astype(np.float64)
        quantiles[:, shown] = [_quantile_of_least(agreed + 0.5, seen - agreed + 0.5, q) for q in (0.5, TAIL, 1 - TAIL)]
    return Shares(*quantiles)


def _quantile_of_least(a: Floats, b: Floats, level: float) -> Floats:
    low, high = np.zeros(a.shape[1]), np.ones(a.shape[1])
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below = 1 - np.prod(1 - betainc(a, b, middle), axis=0) < level
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


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
    return Division(_where(shown, difference), np.where(shown, first, -1), np.where(shown, second, -1))


def _where(shown: NDArray[np.bool_], shares: Shares) -> Shares:
    return Shares(*(np.where(shown, values, np.nan) for values in (shares.estimate, shares.low, shares.high)))


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
