"""Where people stand: a logistic factor model of the votes that agree or disagree.

    P(agree | p, s, no pass) = logistic(c_s + b_p + u_p . v_s)
    u_p ~ N(0, 1),  b_p ~ N(0, beta^2),  v_s ~ N(0, tau^2),  c_s ~ N(mean of c, 4)

Only votes that were given count; an unseen statement is nothing and a pass is no opinion in either direction. Fitted by
variational expectation-maximisation: with the bound of Jaakkola and Jordan every vote is a Gaussian observation whose
precision, its slope, follows from what is known of its logit. Given the slopes a person is a ridge regression on the
statements, and a statement one on the people, whose uncertainty is counted. Time and memory grow with the votes.
Sources: Jaakkola and Jordan, Bayesian parameter estimation via variational methods (2000); for the model, Koren, Bell
and Volinsky, Matrix factorization techniques for recommender systems (2009) and Reckase, Multidimensional item response
theory (2009).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

from majlis.engine.opinion.matrix import VoteMatrix, by_participant
from majlis.engine.opinion.planes import Floats

TAU = 1.0
CONSTANT_PRECISION = 0.25
START_SCALE = 0.5
START_BIAS = 0.5
LEAST_BIAS = 0.01
LEAST_SQUARE = 1e-8
MOST_ROUNDS = 40
TOLERANCE = 1e-3
PLACING_ROUNDS = 4


@dataclass(frozen=True)
class Decided:
    """The votes that agree or disagree, by participant.

    signs: +1/2 or -1/2, [P, S] sparse; rows, columns: the participant and the statement of each vote, in its order.
    """

    signs: sparse.csr_array
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]

    @classmethod
    def of(cls, votes: VoteMatrix) -> Decided:
        """Index the votes, whatever their order."""
        kept = votes.values != 0
        decided = replace(
            votes, participants=votes.participants[kept], statements=votes.statements[kept], values=votes.values[kept]
        )
        signs = by_participant(decided, decided.values / 2.0)
        rows = np.repeat(np.arange(votes.n_participants), np.diff(signs.indptr))
        return cls(signs, rows, signs.indices.astype(np.intp))

    def with_agreement(self, agree: NDArray[np.bool_]) -> Decided:
        """The same pairs with other answers."""
        signs = sparse.csr_array(
            (np.where(agree, 0.5, -0.5), self.signs.indices, self.signs.indptr), shape=self.signs.shape
        )
        return replace(self, signs=signs)

    def slopes(self, factors: Factors, placed: Placed) -> Floats:
        """The precision with which each vote tells its logit, given where its voter stands."""
        return _slopes(_expected_squares(self, factors, placed))

    def weighted(self, slopes: Floats) -> sparse.csr_array:
        """The slopes at the places of the votes."""
        return sparse.csr_array((slopes, self.signs.indices, self.signs.indptr), shape=self.signs.shape)


@dataclass(frozen=True)
class Factors:
    """Fitted statements: c_s and v_s, [S, 1 + d]; bias: the variance beta^2 of b."""

    statements: Floats
    bias: float

    @property
    def rank(self) -> int:
        """d, the number of dimensions of opinion."""
        return int(self.statements.shape[1]) - 1


@dataclass(frozen=True)
class Placed:
    """Posterior of (b, u) of each person, means [P, 1 + d] and covariances [P, 1 + d, 1 + d].

    matrices, right: the same as evidence without the prior, exp(r . x - x . M x / 2).
    """

    means: Floats
    covariances: Floats
    matrices: Floats
    right: Floats


@dataclass(frozen=True)
class Information:
    """What each participant's votes say about u, the bias integrated out: exp(h . u - u . J u / 2).

    J [P, d, d], h [P, d]; in this form people whose votes leave a direction open need no special case.
    """

    j: Floats
    h: Floats

    def of(self, people: NDArray[np.integer]) -> Information:
        """What is known of some people."""
        return Information(self.j[people], self.h[people])


def fit_factors(
    table: Decided,
    start: Factors,
    *,
    rounds: int = MOST_ROUNDS,
    tolerance: float = TOLERANCE,
    weights: Floats | None = None,
) -> Factors:
    """Fit from `start`, until the statements move by less than the tolerance (relative).

    weights [P] count participants more than once or not at all (for resampling).
    """
    factors = start
    slopes = _first_slopes(table, factors)
    for _ in range(rounds):
        placed = _posterior(*_evidence(table, factors, slopes), factors.bias)
        before, factors = factors, _statements(table, factors, placed, slopes, weights)
        slopes = _slopes(_expected_squares(table, factors, placed))
        moved = np.linalg.norm(factors.statements - before.statements)
        if moved <= tolerance * np.linalg.norm(factors.statements):
            break
    return factors


def starting(statements: int, rank: int) -> Factors:
    """A fixed start with `rank` dimensions."""
    drawn = np.random.default_rng(0).normal(scale=START_SCALE, size=(statements, rank))
    return Factors(np.concatenate([np.zeros((statements, 1)), drawn], axis=1), START_BIAS)


def place(table: Decided, factors: Factors, rounds: int = PLACING_ROUNDS) -> Placed:
    """Place people, given the statements; each person's place depends on the own votes alone."""
    slopes = _first_slopes(table, factors)
    for turn in range(rounds):
        placed = _posterior(*_evidence(table, factors, slopes), factors.bias)
        if turn + 1 < rounds:
            slopes = _slopes(_expected_squares(table, factors, placed))
    return placed


def information(placed: Placed, factors: Factors) -> Information:
    """What the votes say about each position, the bias integrated out."""
    return _without_bias(placed.matrices, placed.right, factors.bias)


def _without_bias(matrices: Floats, right: Floats, variance: float) -> Information:
    bias = matrices[:, 0, 0] + 1 / variance
    cross = matrices[:, 1:, 0]
    j = matrices[:, 1:, 1:] - cross[:, :, None] * cross[:, None, :] / bias[:, None, None]
    return Information(j, right[:, 1:] - cross * (right[:, 0] / bias)[:, None])


def evidence_without(
    factors: Factors,
    placed: Placed,
    people: NDArray[np.integer],
    statements: NDArray[np.integer],
    signs: Floats,
    slopes: Floats,
) -> Information:
    """What is known of the voter of each vote without that vote: signs +1/2, -1/2 or 0, slopes 0 for a pass."""
    design = _design(factors.statements)[statements]
    own = slopes[:, None, None] * design[:, :, None] * design[:, None, :]
    right = (signs - slopes * factors.statements[statements, 0])[:, None] * design
    return _without_bias(placed.matrices[people] - own, placed.right[people] - right, factors.bias)


def expected(factors: Factors, placed: Placed, people: NDArray[np.integer], statements: NDArray[np.integer]) -> Floats:
    """Probability that each pair (participant, statement) agrees, given that it does not pass.

    The mean of logistic(x) over x ~ N(m, v) is about logistic(m / sqrt(1 + pi v / 8)) (MacKay 1992).
    """
    mean, variance = _logits(factors, placed.means, placed.covariances, people, statements)
    return np.asarray(expit(mean / np.sqrt(1 + np.pi * variance / 8)))


def logits(factors: Factors, people: Floats, rows: NDArray[np.integer], columns: NDArray[np.integer]) -> Floats:
    """c_s + b_p + u_p . v_s of people known exactly, [P, 1 + d]."""
    theirs = factors.statements[columns]
    return np.asarray(theirs[:, 0] + people[rows, 0] + np.einsum("ij,ij->i", people[rows, 1:], theirs[:, 1:]))


def _design(side: Floats) -> Floats:
    return np.concatenate([np.ones((len(side), 1)), side[:, 1:]], axis=1)


@cache
def _triangle(size: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Places of the upper triangle of a square matrix."""
    return np.triu_indices(size)


def _products(design: Floats) -> Floats:
    first, second = _triangle(design.shape[1])
    return np.asarray(design[:, first] * design[:, second])


def _symmetric(flat: Floats, size: int) -> Floats:
    first, second = _triangle(size)
    out = np.empty((len(flat), size, size))
    out[:, first, second] = out[:, second, first] = flat
    return out


def _logits(
    factors: Factors,
    means: Floats,
    covariances: Floats,
    rows: NDArray[np.integer],
    columns: NDArray[np.integer],
) -> tuple[Floats, Floats]:
    """Mean and variance of the logits of pairs, given the uncertain people."""
    design = _design(factors.statements)
    first, second = _triangle(design.shape[1])
    products = _products(design) * np.where(first == second, 1.0, 2.0)
    mean = factors.statements[columns, 0] + np.einsum("ij,ij->i", means[rows], design[columns])
    variance = np.einsum("ij,ij->i", covariances[:, first, second][rows], products[columns])
    return mean, variance


def _slopes(squares: Floats) -> Floats:
    root = np.sqrt(np.maximum(squares, LEAST_SQUARE))
    return np.asarray(np.tanh(root / 2) / (2 * root))


def _first_slopes(table: Decided, factors: Factors) -> Floats:
    squares = factors.statements[:, 0] ** 2 + factors.bias + (factors.statements[:, 1:] ** 2).sum(axis=1)
    return np.asarray(_slopes(squares)[table.columns])


def _expected_squares(table: Decided, factors: Factors, placed: Placed) -> Floats:
    """E (c + w . x)^2 of each vote, x ~ N(m, V) the place of its voter: c^2 + 2 c (w . m) + w w' : (m m' + V)."""
    design, constant = _design(factors.statements), factors.statements[:, :1]
    first, second = _triangle(design.shape[1])
    squares = placed.covariances[:, first, second] + _products(placed.means)
    people = np.concatenate([placed.means, squares], axis=1).take(table.rows, axis=0)
    doubled = _products(design) * np.where(first == second, 1.0, 2.0)
    statements = np.concatenate([2 * constant * design, doubled], axis=1).take(table.columns, axis=0)
    return np.asarray(np.einsum("ij,ij->i", people, statements) + (constant[:, 0] ** 2).take(table.columns))


def _evidence(table: Decided, factors: Factors, slopes: Floats) -> tuple[Floats, Floats]:
    """Matrices and right sides of the regressions of people on statements, without the prior."""
    design = _design(factors.statements)
    products = _products(design)
    sums = table.weighted(slopes) @ np.concatenate([products, design * factors.statements[:, :1]], axis=1)
    width = products.shape[1]
    return _symmetric(sums[:, :width], design.shape[1]), table.signs @ design - sums[:, width:]


def _posterior(matrices: Floats, right: Floats, bias: float) -> Placed:
    prior = np.ones(matrices.shape[1])
    prior[0] = 1 / bias
    covariances = np.asarray(np.linalg.inv(matrices + np.diag(prior)), np.float64)
    return Placed(np.einsum("pij,pj->pi", covariances, right), covariances, matrices, right)


def _statements(table: Decided, factors: Factors, placed: Placed, slopes: Floats, weights: Floats | None) -> Factors:
    counted = np.ones(len(placed.means)) if weights is None else weights
    matrices, right = _statement_equations(table, placed, slopes, counted)
    right[:, 0] += CONSTANT_PRECISION * factors.statements[:, 0].mean()
    penalised = matrices + np.diag(_statement_precision(factors.rank))
    statements = np.asarray(np.linalg.solve(penalised, right[:, :, None])[:, :, 0], np.float64)
    spread = placed.means[:, 0] ** 2 + placed.covariances[:, 0, 0]
    return Factors(statements, max(float(np.average(spread, weights=counted)), LEAST_BIAS))


def statement_covariances(table: Decided, factors: Factors, placed: Placed) -> Floats:
    """What is not known of each statement's c and v, given where people stand, [S, 1 + d, 1 + d].

    Each vote tells q (1 - q), q its probability of agreeing. The slopes of the fit, which bound the likelihood from
    below, would promise too much where nearly everybody agrees or nobody does.
    """
    agree = expected(factors, placed, table.rows, table.columns)
    matrices, _ = _statement_equations(table, placed, agree * (1 - agree), np.ones(len(placed.means)))
    return np.asarray(np.linalg.inv(matrices + np.diag(_statement_precision(factors.rank))))


def _statement_precision(rank: int) -> Floats:
    precision = np.full(1 + rank, 1 / TAU**2)
    precision[0] = CONSTANT_PRECISION
    return precision


def _statement_equations(table: Decided, placed: Placed, slopes: Floats, counted: Floats) -> tuple[Floats, Floats]:
    """Matrices and right sides of the regressions of statements on people, whose uncertainty is counted."""
    design = _design(placed.means)
    first, second = _triangle(design.shape[1])
    products = _products(design) + np.where(first == 0, 0.0, placed.covariances[:, first, second])
    # The bias is an offset that moves with the position: E[b (1, u)] holds their covariance.
    offset = design * placed.means[:, :1]
    offset[:, 1:] += placed.covariances[:, 0, 1:]
    both = np.concatenate([products, offset], axis=1) * counted[:, None]
    sums = table.weighted(slopes).T @ both
    width = products.shape[1]
    right = table.signs.T @ (design * counted[:, None]) - sums[:, width:]
    return _symmetric(sums[:, :width], design.shape[1]), right
