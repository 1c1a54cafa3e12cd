"""The people on whom groups are tested: those placed, or a drawn part of them where they are many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from majlis.engine.opinion.factors import (
    Decided,
    Factors,
    Information,
    Placed,
    fit_factors,
    information,
    logits,
    place,
)
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.mixture import Evidence
from majlis.engine.opinion.planes import Floats

MOST_PEOPLE = 1500
MOST_FITTED = 5000
MOST_TRIED = 2000
MOST_VOTES = 300_000
REFIT_ROUNDS = 6
RESAMPLE_ROUNDS = 3


@dataclass(frozen=True)
class Sample:
    """Some placed people, their votes, and the model that places them.

    people: their places in canonical order. whole: whether the model was fitted to these people alone; if so, it is
    fitted again for every draw. Where they are a part of many, the statements are known so well that they stay fixed.
    """

    people: NDArray[np.int64]
    whole: bool
    table: Decided
    factors: Factors
    placed: Placed

    @classmethod
    def draw(cls, votes: VoteMatrix, factors: Factors, candidates: NDArray[np.int64], seed: int) -> Sample:
        """All candidates, or `MOST_PEOPLE` of them drawn with the seed."""
        whole = len(candidates) <= MOST_PEOPLE
        people = candidates
        if not whole:
            people = np.sort(np.random.default_rng([seed, 1]).choice(candidates, MOST_PEOPLE, replace=False))
        table = Decided.of(votes_of(votes, people))
        return cls(people, whole, table, factors, place(table, factors))

    def known(self) -> Information:
        """What the votes tell of the positions."""
        return information(self.placed, self.factors)

    def evidence(self) -> Evidence:
        """The positions as one mixture problem."""
        return Evidence.of(self.known(), np.ones((1, len(self.people))))

    def simulated(self, source: Factors, rng: np.random.Generator) -> Decided:
        """Votes of one population: new people on the same pairs, with the same passes, answering as `source` says.

        Their opinions come from one Gaussian with the covariance that the placed people have.
        """
        root = np.linalg.cholesky(_around(self.placed))
        people = rng.standard_normal((len(self.people), len(root))) @ root.T
        chance = expit(logits(source, people, self.table.rows, self.table.columns))
        return self.table.with_agreement(rng.random(len(chance)) < chance)

    def evidence_of(self, table: Decided) -> Evidence:
        """The positions that other answers on the same pairs show."""
        return self._placed(table, self._fitted(table, REFIT_ROUNDS), np.ones(len(self.people)))

    def strengths_of(self, table: Decided) -> Floats:
        """How far each axis moves opinions, [d], largest first, in a model fitted to these answers from ours."""
        factors = fit_factors(table, self.factors, rounds=REFIT_ROUNDS, tolerance=0.0)
        placed = place(table, factors)
        return strengths(factors.statements[:, 1:], _around(placed)[1:, 1:])

    def resampled(self, counts: Floats) -> Evidence:
        """The positions where person p counts `counts[p]` times."""
        if not self.whole:
            return Evidence.of(self.known(), counts[None])
        return self._placed(self.table, self._fitted(self.table, RESAMPLE_ROUNDS, counts), counts)

    def _fitted(self, table: Decided, rounds: int, counts: Floats | None = None) -> Factors:
        if not self.whole:
            return self.factors
        return fit_factors(table, self.factors, rounds=rounds, tolerance=0.0, weights=counts)

    @staticmethod
    def _placed(table: Decided, factors: Factors, counts: Floats) -> Evidence:
        return Evidence.of(information(place(table, factors), factors), counts[None])


def _around(placed: Placed) -> Floats:
    """Covariance of (b, u) over people, what is not known of each included."""
    away = placed.means - placed.means.mean(axis=0)
    return np.asarray(away.T @ away / len(away) + placed.covariances.mean(axis=0))


def strengths(loadings: Floats, covariance: Floats) -> Floats:
    """Singular values of the opinions u v' of people with this covariance, by the square root of their number, [d]."""
    root = np.linalg.cholesky(covariance)
    return np.asarray(np.sqrt(np.maximum(np.linalg.eigvalsh(root.T @ loadings.T @ loadings @ root), 0.0))[::-1])


def fitting_people(
    votes: VoteMatrix, placed: NDArray[np.int64], seed: int, most_people: int = MOST_FITTED
) -> NDArray[np.int64]:
    """The people to whom the model is fitted: all who are placed, or a part drawn with the seed.

    At most `most_people`, and about as many as gave `MOST_VOTES` votes, but never fewer than `MOST_PEOPLE`.
    """
    each = len(votes.values) / votes.n_participants
    most = max(MOST_PEOPLE, min(most_people, int(MOST_VOTES / each)))
    if len(placed) <= most:
        return placed
    return np.sort(np.random.default_rng([seed, 7]).choice(placed, most, replace=False))


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
