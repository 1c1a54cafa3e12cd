"""Stage 11: the statements that represent a group, against the sum of the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from majlis.engine.opinion.polis.arrays import Flags, Floats, Ints
from majlis.engine.opinion.polis.tally import Tally

SIGNIFICANT = 1.2816  # 90 % quantile of the normal distribution, as Polis writes it
MOST = 5


@dataclass(frozen=True)
class Compared:
    """One direction (agree or disagree) of one group on each statement, [S].

    p: probability of success, p_test: its test against one half; ratio: p over that of the others, ratio_test: the test
    of the difference.
    """

    p: Floats
    p_test: Floats
    ratio: Floats
    ratio_test: Floats

    @property
    def metric(self) -> Floats:
        """What statements are ranked by: ratio * ratio_test * p * p_test."""
        return self.ratio * self.ratio_test * self.p * self.p_test

    @property
    def both_tests(self) -> Flags:
        """Where both tests are significant."""
        return np.asarray((self.ratio_test > SIGNIFICANT) & (self.p_test > SIGNIFICANT))


@dataclass(frozen=True)
class Chosen:
    """A statement that stands for a group: its column, its direction, and whether it is the best agreed with."""

    column: int
    agrees: bool
    best_agree: bool = False


def success(count: Ints, seen: Ints) -> Floats:
    """(count + 1) / (seen + 2)."""
    return np.asarray((count + 1) / (seen + 2))


def success_test(count: Ints, seen: Ints) -> Floats:
    """2 sqrt(seen + 1) ((count + 1) / (seen + 1) - 1/2): the one-proportion z against one half."""
    return np.asarray(2 * np.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5))


def two_proportions(count: Ints, seen: Ints, other_count: Ints, other_seen: Ints) -> Floats:
    """The two-proportion z with one added to all four counts; 0 where the pooled proportion is 1."""
    a, n, b, m = (values + 1.0 for values in (count, seen, other_count, other_seen))
    pooled = (a + b) / (n + m)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    return np.asarray(np.divide(a / n - b / m, spread, out=np.zeros_like(spread), where=spread > 0))


def compared(count: Ints, seen: Ints, other_count: Ints, other_seen: Ints) -> Compared:
    """All four statistics of one direction."""
    p = success(count, seen)
    ratio = p / success(other_count, other_seen)
    z = two_proportions(count, seen, other_count, other_seen)
    return Compared(p, success_test(count, seen), ratio, z)


def directions(group: Tally, others: Tally) -> tuple[Compared, Compared]:
    """A group against the others: agreeing, then disagreeing."""
    agreeing = compared(group.agree, group.seen, others.agree, others.seen)
    return agreeing, compared(group.disagree, group.seen, others.disagree, others.seen)


def best_agreed(agree: Compared, candidates: Ints) -> int | None:
    """The statement that the group agrees with best, scanning `candidates` in order; None where none qualifies."""
    best = None
    for column in candidates:
        if _takes_the_place(agree, int(column), best):
            best = int(column)
    return best


def _takes_the_place(agree: Compared, column: int, best: int | None) -> bool:
    p, p_test, ratio = agree.p[column], agree.p_test[column], agree.ratio[column]
    if best is None:
        return bool(p_test > SIGNIFICANT or (ratio > 1 and p > 0.5))
    if agree.ratio[best] > 1:
        return bool(agree.metric[column] > agree.metric[best])
    return bool(p * p_test > agree.p[best] * agree.p_test[best])


def selected(group: Tally, others: Tally, out: Flags) -> tuple[Chosen, ...]:
    """At most five statements for a group: the best agreed with, then by metric; those agreed with stand first.

    out: statements that moderation took out, never chosen. Where none is sufficient, one stands alone: the best agreed
    with or, failing that, the one that sets the group apart most (the larger of the two tests of difference).
    """
    agree, disagree = directions(group, others)
    allowed = np.flatnonzero(~out)
    voted = allowed[(group.agree + group.disagree)[allowed] > 0]
    best = best_agreed(agree, voted)
    first = () if best is None else (Chosen(best, agrees=True, best_agree=True),)
    ranked = tuple(chosen for chosen in _sufficient(agree, disagree, allowed) if chosen.column != best)
    if first or ranked:
        return tuple(sorted((*first, *ranked)[:MOST], key=lambda chosen: not chosen.agrees))
    return _most_apart(agree, disagree, voted)


def _sufficient(agree: Compared, disagree: Compared, allowed: Ints) -> tuple[Chosen, ...]:
    """Statements on which one direction passes both tests, highest metric first."""
    agrees = agree.ratio_test > disagree.ratio_test
    enough = allowed[(agree.both_tests | disagree.both_tests)[allowed]]
    metric = np.where(agrees, agree.metric, disagree.metric)[enough]
    return tuple(Chosen(int(c), bool(agrees[c])) for c in enough[np.argsort(-metric, kind="stable")])


def _most_apart(agree: Compared, disagree: Compared, voted: Ints) -> tuple[Chosen, ...]:
    if not len(voted):
        return ()
    apart = np.maximum(agree.ratio_test, disagree.ratio_test)[voted]
    column = int(voted[np.argmax(apart)])
    return (Chosen(column, bool(agree.ratio_test[column] > disagree.ratio_test[column])),)
