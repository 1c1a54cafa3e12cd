"""The null of one population: votes that a single Gaussian spectrum of opinion would have given.

    P(agree | p, s, no pass) = logistic(c_s + b_p + u_p . v_s),   (b_p, u_p) from one Gaussian

Fitted to the votes that agree or disagree by variational expectation-maximisation, which counts how uncertain each
position is. The logistic link matters: where opinions are strong, votes saturate and a single spectrum looks like two
heaps in the linear factor model. Simulated votes keep the mask and every pass where they are.
Source of the bound: Jaakkola and Jordan, Bayesian parameter estimation via variational methods (2000).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

from majlis.engine.opinion.factors import RANK, WIDTH, Factors, Floats
from majlis.engine.opinion.matrix import VoteMatrix

ROUNDS = 20
RIDGE = np.array([0.1, 0.1, 0.1])
LEAST = 1e-6


@dataclass(frozen=True)
class Spectrum:
    """A fitted spectrum: statements [S, 3] are c_s and v_s; covariance [3, 3] is that of (b_p, u_p), diagonal."""

    statements: Floats
    covariance: Floats

    def stronger(self, factors: Floats) -> Spectrum:
        """The spectrum with each axis [2] stretched."""
        return Spectrum(self.statements * np.append(1.0, factors), self.covariance)

    def simulate(self, votes: VoteMatrix, rng: np.random.Generator) -> VoteMatrix:
        """Votes of as many new people, on the same pairs and with the same passes."""
        root = np.linalg.cholesky(self.covariance + LEAST * np.eye(WIDTH))
        people = rng.standard_normal((votes.n_participants, WIDTH)) @ root.T
        logit = _logit(people, self.statements, votes.participants, votes.statements)
        agree = rng.random(len(logit)) < expit(logit)
        values = np.where(votes.values == 0, 0, np.where(agree, 1, -1)).astype(np.int8)
        return VoteMatrix(votes.participants, votes.statements, values, votes.n_participants, votes.n_statements)


def _logit(people: Floats, statements: Floats, rows: NDArray[np.integer], columns: NDArray[np.integer]) -> Floats:
    ours, theirs = people[rows], statements[columns]
    return np.asarray(theirs[:, 0] + ours[:, 0] + (ours[:, 1:] * theirs[:, 1:]).sum(axis=1))


def fit_spectrum(votes: VoteMatrix, start: Factors) -> Spectrum:
    """Fit from the linear factors; only votes that agree or disagree count."""
    decided = votes.values != 0
    rows, columns = votes.participants[decided], votes.statements[decided]
    sign = votes.values[decided] / 2.0
    scale = max(float(start.positions.std()), LEAST)
    statements = start.statements * np.array([2.0, 2 * scale, 2 * scale])
    covariance = np.diag([max(4 * float(start.people[:, 0].var()), LEAST), 1.0, 1.0])
    bound = np.ones(len(sign))
    by_person = _Index(rows, columns, votes.n_participants, votes.n_statements)
    by_statement = _Index(columns, rows, votes.n_statements, votes.n_participants)
    for _ in range(ROUNDS):
        slope = np.tanh(bound / 2) / (2 * bound)
        means, spreads = _people(by_person, sign, slope, statements, covariance)
        statements = _statements(by_statement, sign, slope, means, spreads)
        bound = _bound(rows, columns, means, spreads, statements)
        statements, covariance[0, 0] = _standardised(statements, means, spreads)
    return Spectrum(_principal(statements), covariance)


def _principal(statements: Floats) -> Floats:
    """The same spectrum on axes of decreasing strength; positions are round, so that turning them changes nothing."""
    _, axes = np.linalg.eigh(statements[:, 1:].T @ statements[:, 1:])
    return np.concatenate([statements[:, :1], statements[:, 1:] @ axes[:, ::-1]], axis=1)


class _Index:
    """Sums over the votes of each item of quantities of the other side."""

    def __init__(self, rows: NDArray[np.int32], columns: NDArray[np.int32], height: int, width: int) -> None:
        self._order = np.argsort(rows, kind="stable")
        self._starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=height))]).astype(np.int32)
        self._columns = columns[self._order].astype(np.int32)
        self._shape = (height, width)

    def sums(self, weights: Floats, others: Floats) -> Floats:
        matrix = sparse.csr_array((weights[self._order], self._columns, self._starts), shape=self._shape)
        return np.asarray(matrix @ others)


def _people(
    index: _Index, sign: Floats, slope: Floats, statements: Floats, covariance: Floats
) -> tuple[Floats, Floats]:
    design = np.concatenate([np.ones((len(statements), 1)), statements[:, 1:]], axis=1)
    outer = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    sums = index.sums(slope, np.concatenate([outer, design * statements[:, :1]], axis=1))
    matrices = sums[:, : WIDTH * WIDTH].reshape(-1, WIDTH, WIDTH) + np.linalg.inv(covariance + LEAST * np.eye(WIDTH))
    right = index.sums(sign, design) - sums[:, WIDTH * WIDTH :]
    spreads = np.linalg.inv(matrices)
    return np.einsum("pij,pj->pi", spreads, right), spreads


def _statements(index: _Index, sign: Floats, slope: Floats, means: Floats, spreads: Floats) -> Floats:
    design = np.concatenate([np.ones((len(means), 1)), means[:, 1:]], axis=1)
    outer = design[:, :, None] * design[:, None, :]
    outer[:, 1:, 1:] += spreads[:, 1:, 1:]
    # The bias is an offset that moves with the position: E[b (1, u)] holds their covariance.
    offset = design * means[:, :1]
    offset[:, 1:] += spreads[:, 0, 1:]
    sums = index.sums(slope, np.concatenate([outer.reshape(len(means), -1), offset], axis=1))
    matrices = sums[:, : WIDTH * WIDTH].reshape(-1, WIDTH, WIDTH) + np.diag(RIDGE)
    right = index.sums(sign, design) - sums[:, WIDTH * WIDTH :]
    return np.asarray(np.linalg.solve(matrices, right[:, :, None])[:, :, 0])


def _standardised(statements: Floats, means: Floats, spreads: Floats) -> tuple[Floats, float]:
    """Move what the covariance of (b, u) departs from diag(var b, 1, 1) into the statements, which speeds convergence.

    Parameter expansion: Liu, Rubin and Wu (1998). The part of b that follows u acts like a shift of every v_s.
    """
    covariance = (means[:, :, None] * means[:, None, :] + spreads).mean(axis=0)
    follows = np.linalg.solve(covariance[1:, 1:] + LEAST * np.eye(RANK), covariance[1:, 0])
    root = np.linalg.cholesky(covariance[1:, 1:] + LEAST * np.eye(RANK))
    loadings = (statements[:, 1:] + follows) @ root
    left = max(float(covariance[0, 0] - follows @ covariance[1:, 0]), LEAST)
    return np.concatenate([statements[:, :1], loadings], axis=1), left


def _bound(
    rows: NDArray[np.int32], columns: NDArray[np.int32], means: Floats, spreads: Floats, statements: Floats
) -> Floats:
    logit = _logit(means, statements, rows, columns)
    design = np.concatenate([np.ones((len(statements), 1)), statements[:, 1:]], axis=1)
    outer = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    variance = (spreads.reshape(len(means), -1)[rows] * outer[columns]).sum(axis=1)
    return np.asarray(np.sqrt(np.maximum(logit**2 + variance, LEAST)))
