"""The people on whom groups are tested: those placed, or a drawn part of them where they are many."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import (
    RANK,
    Factors,
    Floats,
    Information,
    Sparse,
    information,
    refit,
    residual_variance,
)
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.mixture import Evidence

MOST_PEOPLE = 2000
FIRST_ROUNDS = 20
WARM_ROUNDS = 8
LEAST = 1e-9


@dataclass(frozen=True)
class Sample:
    """Some placed people, their votes and a model fitted to them alone.

    people: their places in canonical order. whole: whether they are all the placed people.
    """

    people: NDArray[np.int64]
    whole: bool
    votes: VoteMatrix
    table: Sparse
    factors: Factors

    @classmethod
    def draw(cls, votes: VoteMatrix, factors: Factors, placed: NDArray[np.int64], seed: int) -> Sample:
        """Draw at most `MOST_PEOPLE` of the placed people and fit the model to them, starting from `factors`."""
        people = placed
        if len(placed) > MOST_PEOPLE:
            people = np.sort(np.random.default_rng([seed, 1]).choice(placed, MOST_PEOPLE, replace=False))
        own = votes_of(votes, people)
        table = Sparse.of(own)
        start = replace(factors, people=factors.people[people])
        return cls(people, len(people) == len(placed), own, table, refit(table, start, rounds=FIRST_ROUNDS))

    def known(self) -> Information:
        """What the votes tell of the positions."""
        return self._information(self.votes, self.table, self.factors)

    def known_from(self, values: NDArray[np.int8]) -> Information:
        """The same for other values on the same pairs, fitted from the same start."""
        votes, table, factors = self._refitted(values)
        return self._information(votes, table, factors)

    def strengths_from(self, values: NDArray[np.int8]) -> Floats:
        """Singular values [2] of the fitted opinions u v' for other values on the same pairs."""
        return strengths(self._refitted(values)[2])

    def known_resampled(self, counts: Floats) -> Information:
        """The same where person p counts `counts[p]` times."""
        return information(self.table, refit(self.table, self.factors, rounds=WARM_ROUNDS, weights=counts))

    def evidence(self) -> Evidence:
        """The positions as one mixture problem."""
        return Evidence.of(self.known(), np.ones((1, len(self.people))))

    def _refitted(self, values: NDArray[np.int8]) -> tuple[VoteMatrix, Sparse, Factors]:
        votes = replace(self.votes, values=values)
        table = Sparse.of(votes)
        return votes, table, refit(table, self.factors, rounds=WARM_ROUNDS)

    def _information(self, votes: VoteMatrix, table: Sparse, factors: Factors) -> Information:
        return information(table, replace(factors, noise=residual_variance(table, votes, factors)))


def strengths(factors: Factors) -> Floats:
    """Singular values of the matrix of fitted opinions u v', largest first, [2]."""
    ours, theirs = (side[:, 1:].T @ side[:, 1:] for side in (factors.people, factors.statements))
    root = np.linalg.cholesky(ours + LEAST * np.eye(RANK))
    return np.asarray(np.sqrt(np.maximum(np.linalg.eigvalsh(root.T @ theirs @ root), 0.0))[::-1])


def votes_of(votes: VoteMatrix, people: NDArray[np.int64]) -> VoteMatrix:
    """The votes of some people, renumbered in their order; statements keep their numbers."""
    places = np.full(votes.n_participants, -1, np.int32)
    places[people] = np.arange(len(people), dtype=np.int32)
    kept = places[votes.participants] >= 0
    return VoteMatrix(
        places[votes.participants[kept]],
        votes.statements[kept],
        votes.values[kept],
        len(people),
        votes.n_statements,
    )
