"""How readily each group answers each statement: the voters of a statement are not a fair draw of the groups.

Where people of group g answer statement s at a_sg times the rate of all, somebody who answered it belongs to g with
probability proportional to r_g a_sg, r being what the other votes tell. Else people whose group is in doubt are counted
with the wrong one wherever a group answers more of what it likes, and votes that are missing bias the shares. The rates
are those of maximum likelihood given r, by expectation-maximisation, with one vote at the rate of all added to each.
Source: Little and Rubin, Statistical analysis with missing data (2019), chapter 15, on models of who answers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.planes import Floats

ROUNDS = 20
TOLERANCE = 1e-2


def answering_rates(statements: NDArray[np.integer], members: Floats, sizes: Floats, count: int) -> Floats:
    """Rates a of `count` statements, [S, K], relative to that of all.

    statements [V], members [V, K]: of each vote its statement and its voter's groups without that vote; sizes [K]: how
    many people belong to each group.
    """
    votes = np.bincount(statements, minlength=count)[:, None] * (sizes / sizes.sum())
    rates = np.ones((count, len(sizes)))
    for _ in range(ROUNDS):
        theirs = of_voters(members, rates[statements])
        given = np.stack([np.bincount(statements, part, count) for part in theirs.T], axis=1)
        before, rates = rates, (given + 1) / (votes + 1)
        if np.abs(rates - before).max(initial=0.0) <= TOLERANCE:
            break
    return rates


def of_voters(members: Floats, rates: Floats) -> Floats:
    """Groups of people given that they answered, [V, K]: r_g a_g, scaled to one."""
    theirs = members * rates
    return np.asarray(theirs / theirs.sum(axis=1, keepdims=True))
