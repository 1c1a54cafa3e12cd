"""Stages 12 and 13: what everybody together, and what every group, says."""

from __future__ import annotations

import numpy as np

from majlis.engine.opinion.polis.arrays import Flags, Floats, Ints
from majlis.engine.opinion.polis.representative import MOST, SIGNIFICANT, success, success_test
from majlis.engine.opinion.polis.tally import Tally


def consensus(count: Ints, seen: Ints, out: Flags) -> Ints:
    """Stage 12: at most five columns with p > 1/2 and a significant test, by p * p_test, highest first.

    count: agrees (or disagrees), seen: votes, both over all participants; moderated statements are left out.
    """
    p, test = success(count, seen), success_test(count, seen)
    columns = np.flatnonzero((p > 0.5) & (test > SIGNIFICANT) & ~out)
    return columns[np.argsort(-(p * test)[columns], kind="stable")[:MOST]]


def group_aware_consensus(votes: Tally) -> Floats:
    """Stage 13, [S]: the product over groups of (A_g + 1) / (S_g + 2)."""
    return np.asarray(np.prod(success(votes.agree, votes.seen), axis=0))
