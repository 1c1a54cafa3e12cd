"""Bridging: what a statement is liked for when the sides of opinion are set aside.

    r(u, n) = mu + i_u + i_n + f_u f_n,   agree 1, pass 1/2, disagree 0
    minimise the sum over votes of (r - r(u, n))^2 + 0.15 (i_u^2 + i_n^2 + mu^2) + 0.03 (f_u^2 + f_n^2)

i_n is the bridging score: approval that is not explained by one axis on which people and statements lie. The penalty
counts once a vote, so that it does not fade as votes come in. Its interval holds the people fixed: the residual
variance times the inverse of the statement's normal matrix. Source: Wojcik et al., Birdwatch: crowd wisdom and
bridging algorithms can inform understanding and reduce the spread of misinformation (2022), as published for Community
Notes, where notes from 0.40 on are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from majlis.engine.opinion.matrix import VoteMatrix, by_participant
from majlis.engine.opinion.planes import Floats

INTERCEPT_PENALTY = 0.15
FACTOR_PENALTY = 0.03
START_SCALE = 0.5
TOLERANCE = 1e-5
MOST_ROUNDS = 300


@dataclass(frozen=True)
class Bridging:
    """mean: mu. people [P, 2], statements [S, 2]: intercepts and factors. deviation: of the statements' intercepts."""

    mean: float
    people: Floats
    statements: Floats
    deviation: Floats

    @property
    def scores(self) -> Floats:
        """i_n, [S]."""
        return self.statements[:, 0]


def bridging(votes: VoteMatrix, tolerance: float = TOLERANCE, most_rounds: int = MOST_ROUNDS) -> Bridging:
    """Fit by alternating least squares until no intercept or factor of a statement moves by more than the tolerance."""
    ratings = (votes.values + 1) / 2.0
    by_person, by_statement = _Side.of(votes, ratings), _Side.of(_turned(votes), ratings)
    mean = float(ratings.mean()) if len(ratings) else 0.0
    people = np.zeros((votes.n_participants, 2))
    statements = np.zeros((votes.n_statements, 2))
    statements[:, 1] = np.random.default_rng(0).normal(scale=START_SCALE, size=votes.n_statements)
    for _ in range(most_rounds):
        people = by_person.solved(statements, mean)
        before, statements = statements, by_statement.solved(people, mean)
        mean = by_statement.mean(statements, people)
        if np.abs(statements - before).max(initial=0.0) <= tolerance:
            break
    residual = ratings - mean - _fitted(votes, people, statements)
    variance = float((residual**2).mean()) if len(ratings) else 0.0
    return Bridging(mean, people, statements, by_statement.deviations(people, variance))


def _turned(votes: VoteMatrix) -> VoteMatrix:
    return VoteMatrix(votes.statements, votes.participants, votes.values, votes.n_statements, votes.n_participants)


def _fitted(votes: VoteMatrix, people: Floats, statements: Floats) -> Floats:
    ours, theirs = people[votes.participants], statements[votes.statements]
    return np.asarray(ours[:, 0] + theirs[:, 0] + ours[:, 1] * theirs[:, 1])


@dataclass(frozen=True)
class _Side:
    """One side's regressions on the other, as sums over its votes; rated: the sum of its ratings."""

    seen: sparse.csr_array
    ratings: sparse.csr_array
    rated: Floats

    @classmethod
    def of(cls, votes: VoteMatrix, ratings: Floats) -> _Side:
        rated = by_participant(votes, ratings)
        return cls(by_participant(votes, np.ones(len(ratings))), rated, np.asarray(rated.sum(axis=1)))

    def solved(self, others: Floats, mean: float) -> Floats:
        """Intercepts and factors, given the other side's."""
        matrices, offset = self._normal(others)
        right = np.stack([self.rated, self.ratings @ others[:, 1]], axis=1)
        right = right - offset - mean * matrices[:, 0]
        return np.asarray(np.linalg.solve(self._penalised(matrices), right[:, :, None])[:, :, 0])

    def mean(self, ours: Floats, others: Floats) -> float:
        """The mean rating mu, given the intercepts and factors of both sides."""
        matrices, offset = self._normal(others)
        left = self.rated - matrices[:, 0, 0] * ours[:, 0] - matrices[:, 0, 1] * ours[:, 1] - offset[:, 0]
        return float(left.sum() / max(matrices[:, 0, 0].sum(), 1.0)) / (1 + INTERCEPT_PENALTY)

    def deviations(self, others: Floats, variance: float) -> Floats:
        """Standard deviation of each intercept."""
        matrices, _ = self._normal(others)
        return np.asarray(np.sqrt(variance * np.linalg.inv(self._penalised(matrices))[:, 0, 0]))

    def _normal(self, others: Floats) -> tuple[Floats, Floats]:
        intercept, factor = others.T
        sums = self.seen @ np.stack(
            [np.ones(len(others)), factor, factor * factor, intercept, factor * intercept], axis=1
        )
        matrices = np.stack([sums[:, :2], sums[:, 1:3]], axis=1)
        return matrices, sums[:, 3:]

    @staticmethod
    def _penalised(matrices: Floats) -> Floats:
        votes = np.maximum(matrices[:, 0, 0], 1.0)
        return np.asarray(matrices + votes[:, None, None] * np.diag([INTERCEPT_PENALTY, FACTOR_PENALTY]))
