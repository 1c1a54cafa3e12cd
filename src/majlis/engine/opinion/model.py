"""What one look at all the votes teaches: the statements, the groups, and what goes with them.

People are placed, counted and grouped by it in a single pass over their votes, so that a map can follow a session with
a model learnt some time before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.agreement import NORMAL_95, Shares
from majlis.engine.opinion.answering import answering_rates
from majlis.engine.opinion.bridging import bridging
from majlis.engine.opinion.dimension import choose_rank
from majlis.engine.opinion.everyone import expected_shares
from majlis.engine.opinion.factors import Decided, Factors, fit_factors, information, place, starting
from majlis.engine.opinion.groups import Found, Reason, find_groups
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.parallel import both
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import MOST_TRIED, Sample, fitting_people, votes_of
from majlis.engine.opinion.soft import without_own_vote

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Model:
    """factors: the statements. sample: people on whom groups were tested; found: the groups.

    expected: the share that would agree had everybody voted, [S]; bridging: the bridging scores, [S].
    """

    factors: Factors
    sample: Sample
    found: Found
    expected: Shares
    bridging: Shares

    def reordered(self, statements: Indices) -> Model:
        """The same with statements in another order (the sample keeps its own)."""
        return replace(
            self,
            factors=replace(self.factors, statements=self.factors.statements[statements]),
            found=self.found.reordered(statements),
            expected=self.expected.at(statements),
            bridging=self.bridging.at(statements),
        )


def learn(
    votes: VoteMatrix, placed: Indices, min_group: int, seed: int, progress: Callable[[str, float], None]
) -> Model:
    """Fit the model to the people placed, or to a part of them that is drawn with the seed, and look for groups."""
    progress("factors", 0.1)
    part = votes_of(votes, fitting_people(votes, placed, seed))
    rank = choose_rank(votes_of(votes, fitting_people(votes, placed, seed, MOST_TRIED)), seed)
    start = starting(votes.n_statements, rank)
    factors, scores = both(lambda: fit_factors(Decided.of(part), start), lambda: _bridging(part))
    sample = Sample.draw(votes, factors, placed, seed)
    found = find_groups(sample, min_group, seed, progress) if len(placed) >= min_group else Found(Reason.TOO_FEW)
    expected = expected_shares(sample.table, factors, sample.placed, *_passes(votes))
    return Model(factors, sample, _answering(part, factors, found), expected, scores)


def _answering(votes: VoteMatrix, factors: Factors, found: Found) -> Found:
    """The groups, with how readily they answer each statement."""
    if found.mixture is None:
        return found
    table = Decided.of(votes)
    placed = place(table, factors)
    members = found.members(without_own_vote(votes, table, factors, placed, np.ones(len(votes.values), bool)))
    sizes = found.members(information(placed, factors)).sum(axis=0)
    return replace(found, answering=answering_rates(votes.statements, members, sizes, votes.n_statements))


def _bridging(votes: VoteMatrix) -> Shares:
    found = bridging(votes)
    wide = NORMAL_95 * found.deviation
    return Shares(found.scores, found.scores - wide, found.scores + wide)


def _passes(votes: VoteMatrix) -> tuple[Floats, Floats]:
    """How many votes each statement has, and how many of them passed."""
    given = np.bincount(votes.statements, minlength=votes.n_statements)
    passed = np.bincount(votes.statements, votes.values == 0, minlength=votes.n_statements)
    return given.astype(np.float64), passed.astype(np.float64)
