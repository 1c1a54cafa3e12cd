"""Where people stand: a ridge factor model of the seen votes only.

    vote(p, s) = mu + b_p + c_s + u_p . v_s + noise,   agree +1, pass 0, disagree -1, u and v of rank 2

fitted by alternating ridge regressions: given the statements every participant is a regression on [1, v_s] over the
votes given, and the other way round. The normal matrices are sums over seen votes, so that each is one product of the
sparse mask with flattened outer products: time and memory grow with the votes, never with participants x statements.
Source: Koren, Bell and Volinsky, Matrix factorization techniques for recommender systems (2009).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from majlis.engine.opinion.matrix import VoteMatrix

Floats = NDArray[np.float64]

RANK = 2
WIDTH = RANK + 1
RIDGE_PARTICIPANT = np.array([4.0, 6.0, 6.0])
RIDGE_STATEMENT = np.array([1.0, 6.0, 6.0])
TOLERANCE = 1e-4
MOST_ROUNDS = 100
START_SCALE = 0.1
LEAST_NOISE = 1e-4


@dataclass(frozen=True)
class Sparse:
    """Seen votes as sparse matrices in both directions; explicit zeros (passes) are kept.

    seen, values: [participants, statements]; seen_t, values_t: the transposes.
    """

    seen: sparse.csr_array
    values: sparse.csr_array
    seen_t: sparse.csr_array
    values_t: sparse.csr_array

    @classmethod
    def of(cls, votes: VoteMatrix) -> Sparse:
        """Index the votes by participant and by statement."""
        shape = (votes.n_participants, votes.n_statements)
        return cls(
            *_csr(votes.participants, votes.statements, votes.values, shape),
            *_csr(votes.statements, votes.participants, votes.values, shape[::-1]),
        )


def _csr(
    rows: NDArray[np.int32], columns: NDArray[np.int32], values: NDArray[np.int8], shape: tuple[int, int]
) -> tuple[sparse.csr_array, sparse.csr_array]:
    order = np.lexsort((columns, rows))
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=shape[0]))]).astype(np.int32)
    indices = columns[order].astype(np.int32)
    seen = sparse.csr_array((np.ones(len(order)), indices, starts), shape=shape)
    return seen, sparse.csr_array((values[order].astype(np.float64), indices, starts), shape=shape)


@dataclass(frozen=True)
class Factors:
    """A fitted model.

    mean: mu. people [P, 3] and statements [S, 3]: the bias, then the two factors.
    noise: residual variance sigma^2, in squared votes.
    """

    mean: float
    people: Floats
    statements: Floats
    noise: float

    @property
    def positions(self) -> Floats:
        """u, [P, 2]."""
        return self.people[:, 1:]

    def expected(self, people: NDArray[np.integer], statements: NDArray[np.integer]) -> Floats:
        """The expected vote of each pair (participant, statement)."""
        ours, theirs = self.people[people], self.statements[statements]
        return np.asarray(self.mean + ours[:, 0] + theirs[:, 0] + (ours[:, 1:] * theirs[:, 1:]).sum(axis=1))


@dataclass(frozen=True)
class Information:
    """What each participant's votes say about the position u, the participant's bias integrated out.

    The likelihood of u is proportional to exp(h . u - u . J u / 2). J [P, 2, 2], h [P, 2]; in this form people whose
    votes leave a direction open need no special case.
    """

    j: Floats
    h: Floats


def fit_factors(table: Sparse, votes: VoteMatrix) -> Factors:
    """Fit from a fixed start until the statements' factors move by less than the tolerance (relative)."""
    mean = float(votes.values.mean()) if len(votes.values) else 0.0
    factors = refit(table, _start(mean, votes), rounds=MOST_ROUNDS, tolerance=TOLERANCE)
    factors = replace(factors, noise=residual_variance(table, votes, factors))
    return _turned(factors, table)


def _start(mean: float, votes: VoteMatrix) -> Factors:
    statements = np.random.default_rng(0).normal(scale=START_SCALE, size=(votes.n_statements, WIDTH))
    statements[:, 0] = 0.0
    return Factors(mean, np.zeros((votes.n_participants, WIDTH)), statements, 1.0)


def refit(
    table: Sparse, start: Factors, *, rounds: int, tolerance: float = 0.0, weights: Floats | None = None
) -> Factors:
    """Alternate from `start`; `weights` [P] counts participants more than once or not at all (for resampling)."""
    people, statements = start.people, start.statements
    for _ in range(rounds):
        people = _solve(table.seen, table.values, statements, start.mean, RIDGE_PARTICIPANT)
        before = statements
        statements = _solve(table.seen_t, table.values_t, people, start.mean, RIDGE_STATEMENT, weights)
        if np.linalg.norm(statements - before) <= tolerance * np.linalg.norm(before):
            break
    people = _solve(table.seen, table.values, statements, start.mean, RIDGE_PARTICIPANT)
    return replace(start, people=people, statements=statements)


def normal_equations(
    seen: sparse.csr_array, values: sparse.csr_array, others: Floats, mean: float, weights: Floats | None = None
) -> tuple[Floats, Floats]:
    """Matrices [n, 3, 3] and right sides [n, 3] of the regressions of one side on the other, without ridge."""
    design = np.concatenate([np.ones((len(others), 1)), others[:, 1:]], axis=1)
    weighted = design if weights is None else design * weights[:, None]
    first, second = np.triu_indices(WIDTH)
    flat = np.concatenate([weighted[:, first] * design[:, second], weighted * (mean + others[:, :1])], axis=1)
    sums = seen @ flat
    matrices = np.empty((seen.shape[0], WIDTH, WIDTH))
    matrices[:, first, second] = sums[:, : len(first)]
    matrices[:, second, first] = sums[:, : len(first)]
    return matrices, values @ weighted - sums[:, len(first) :]


def _solve(
    seen: sparse.csr_array,
    values: sparse.csr_array,
    others: Floats,
    mean: float,
    ridge: Floats,
    weights: Floats | None = None,
) -> Floats:
    matrices, right = normal_equations(seen, values, others, mean, weights)
    return np.asarray(np.linalg.solve(matrices + np.diag(ridge), right[:, :, None])[:, :, 0])


def information(table: Sparse, factors: Factors) -> Information:
    """What the votes say about each position, given the statements: J and h, the bias integrated out."""
    matrices, right = normal_equations(table.seen, table.values, factors.statements, factors.mean)
    bias = matrices[:, 0, 0] + RIDGE_PARTICIPANT[0]
    cross = matrices[:, 1:, 0]
    j = matrices[:, 1:, 1:] - cross[:, :, None] * cross[:, None, :] / bias[:, None, None]
    h = right[:, 1:] - cross * (right[:, 0] / bias)[:, None]
    return Information(j / factors.noise, h / factors.noise)


def position_covariance(known: Information, noise: float) -> Floats:
    """Posterior covariance of each position, sigma^2 times the inverse of the ridge normal matrix: [P, 2, 2]."""
    return np.asarray(np.linalg.inv(known.j + np.diag(RIDGE_PARTICIPANT[1:]) / noise))


def residual_variance(table: Sparse, votes: VoteMatrix, factors: Factors) -> float:
    """Residual variance: squared residuals over votes less the effective number of parameters."""
    if not len(votes.values):
        return 1.0
    residual = votes.values - factors.expected(votes.participants, votes.statements)
    matrices, _ = normal_equations(table.seen, table.values, factors.statements, factors.mean)
    used = np.trace(np.linalg.solve(matrices + np.diag(RIDGE_PARTICIPANT), matrices), axis1=1, axis2=2).sum()
    free = max(len(residual) - used - WIDTH * votes.n_statements, len(residual) / 4)
    return max(float(residual @ residual) / float(free), LEAST_NOISE)


def _turned(factors: Factors, table: Sparse) -> Factors:
    """Turn the axes: the widest spread of people first; on each axis, agreeing lies to the right on balance."""
    spread, axes = np.linalg.eigh(np.cov(factors.positions.T) if len(factors.people) > 1 else np.eye(RANK))
    axes = axes[:, np.argsort(-spread, kind="stable")]
    balance = np.diff(table.seen_t.indptr) @ (factors.statements[:, 1:] @ axes)
    axes = axes * np.where(balance < 0, -1.0, 1.0)
    return replace(factors, people=_rotate(factors.people, axes), statements=_rotate(factors.statements, axes))


def _rotate(side: Floats, axes: Floats) -> Floats:
    return np.concatenate([side[:, :1], side[:, 1:] @ axes], axis=1)
