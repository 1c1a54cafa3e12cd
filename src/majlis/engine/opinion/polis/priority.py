"""Stage 14: which statement should be shown next."""

from __future__ import annotations

import numpy as np

from majlis.engine.opinion.polis.arrays import Flags, Floats
from majlis.engine.opinion.polis.tally import Tally

META_PRIORITY = 49.0


def importance(votes: Tally, extremity: Floats) -> Floats:
    """(1 - (P + 1) / (S + 2)) * (E + 1) * (A + 1) / (S + 2), with P passes and extremity E."""
    passed = votes.seen - votes.agree - votes.disagree
    return np.asarray((1 - (passed + 1) / (votes.seen + 2)) * (extremity + 1) * (votes.agree + 1) / (votes.seen + 2))


def priorities(votes: Tally, extremity: Floats, meta: Flags) -> Floats:
    """(importance * (1 + 8 * 2^(-S/5)))^2, so that new statements are seen; 49 for meta statements.

    votes: the sum over groups, [S]. Polis draws among the unseen statements with probability proportional to this.
    """
    novelty = 1 + 8 * np.exp2(-votes.seen / 5)
    return np.where(meta, META_PRIORITY, (importance(votes, extremity) * novelty) ** 2)
