"""Gaussian mixtures of positions that are known with unequal precision.

    u_p ~ sum_k share_k N(centre_k, T),   votes of p tell L(u) ~ exp(h_p . u - u . J_p u / 2)

T, the spread within groups, is shared. Fitted by expectation-maximisation on the latent positions; several problems
(starts, resamples) are fitted side by side along the first axis of every array, B. Two-by-two algebra is written out:
a symmetric matrix is (xx, xy, yy). Source: Bovy, Hogg and Roweis, Extreme deconvolution (2011).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Floats, Information

SHORT_ROUNDS = 6
LONG_ROUNDS = 25
TOLERANCE = 1e-4
FLOOR = 1e-3


class Symmetric(NamedTuple):
    """Symmetric 2 x 2 matrices, element by element."""

    xx: Floats
    xy: Floats
    yy: Floats

    @property
    def determinant(self) -> Floats:
        """Determinants."""
        return np.asarray(self.xx * self.yy - self.xy * self.xy)

    def inverse(self) -> Symmetric:
        """Inverses."""
        scale = 1.0 / self.determinant
        return Symmetric(self.yy * scale, -self.xy * scale, self.xx * scale)

    def plus(self, other: Symmetric) -> Symmetric:
        """Sums."""
        return Symmetric(self.xx + other.xx, self.xy + other.xy, self.yy + other.yy)

    def times(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Products with the vectors (x, y)."""
        return self.xx * x + self.xy * y, self.xy * x + self.yy * y

    def at(self, index: NDArray[np.integer]) -> Symmetric:
        """The matrices at `index` of the first axis."""
        return Symmetric(self.xx[index], self.xy[index], self.yy[index])


class Evidence(NamedTuple):
    """What the votes tell of n positions in B problems: J and h, each [B, n] or [1, n]; weights [B, n]."""

    j: Symmetric
    x: Floats
    y: Floats
    weights: Floats

    @classmethod
    def of(cls, known: Information, weights: Floats) -> Evidence:
        """One problem's evidence, with weights [B, n] that count people several times or not at all."""
        j = Symmetric(known.j[None, :, 0, 0], known.j[None, :, 0, 1], known.j[None, :, 1, 1])
        return cls(j, known.h[None, :, 0], known.h[None, :, 1], weights)

    def repeat(self, times: int) -> Evidence:
        """Every problem `times` times in a row; what all problems share stays shared."""
        weights = np.repeat(self.weights, times, axis=0)
        if len(self.x) == 1:
            return self._replace(weights=weights)
        j = Symmetric(*(np.repeat(part, times, axis=0) for part in self.j))
        return Evidence(j, np.repeat(self.x, times, axis=0), np.repeat(self.y, times, axis=0), weights)


@dataclass(frozen=True)
class Mixture:
    """B fitted mixtures: centres x, y and shares [B, K]; spread T, elements [B, 1]; log-likelihood [B]."""

    x: Floats
    y: Floats
    shares: Floats
    spread: Symmetric
    likelihood: Floats

    def pick(self, index: NDArray[np.integer]) -> Mixture:
        """The mixtures at `index`."""
        return Mixture(self.x[index], self.y[index], self.shares[index], self.spread.at(index), self.likelihood[index])


def stack(evidence: list[Evidence]) -> Evidence:
    """Put problems about the same number of people side by side."""
    j = Symmetric(*(np.concatenate([item.j[part] for item in evidence]) for part in range(3)))
    x, y, weights = (np.concatenate([getattr(item, name) for item in evidence]) for name in ("x", "y", "weights"))
    return Evidence(j, x, y, weights)


def best_mixture(evidence: Evidence, groups: int, starts: int, seed: int) -> Mixture:
    """Fit with `groups` components from spread-out starts: a few rounds each, then the best one to its end."""
    if groups == 1:
        return _climb(evidence, _single(evidence), LONG_ROUNDS)
    many = evidence.repeat(starts)
    short = _climb(many, _spread_out(many, groups, np.random.default_rng(seed)), SHORT_ROUNDS)
    problems = len(evidence.weights)
    best = np.argmax(short.likelihood.reshape(problems, starts), axis=1) + np.arange(problems) * starts
    return _climb(evidence, short.pick(best), LONG_ROUNDS)


def continued(evidence: Evidence, start: Mixture, rounds: int = LONG_ROUNDS) -> Mixture:
    """Fit on from a given mixture."""
    return _climb(evidence, start, rounds)


def memberships(evidence: Evidence, mixture: Mixture) -> Floats:
    """Posterior probability of each group, [B, n, K]."""
    return _expect(evidence, mixture).members


def regroup(evidence: Evidence, members: Floats, start: Mixture) -> Mixture:
    """The mixture that given memberships [B, n, K] make of (other) evidence on the same people."""
    scale = _scale(evidence)
    wide = Symmetric(scale, np.zeros_like(scale), scale)
    found = _expect(evidence, Mixture(0 * start.x, 0 * start.y, start.shares, wide, start.likelihood))
    return _maximise(evidence, found._replace(members=members), FLOOR * scale)


class _Expectation(NamedTuple):
    members: Floats
    x: Floats
    y: Floats
    cov: Symmetric
    likelihood: Floats


def _expect(evidence: Evidence, mixture: Mixture) -> _Expectation:
    precision = mixture.spread.inverse()
    posterior = evidence.j.plus(precision)
    cov = posterior.inverse()
    pull_x, pull_y = precision.times(mixture.x, mixture.y)
    g_x = evidence.x[:, :, None] + pull_x[:, None, :]
    g_y = evidence.y[:, :, None] + pull_y[:, None, :]
    wide = Symmetric(*(part[:, :, None] for part in cov))
    x, y = wide.times(g_x, g_y)
    const = np.log(mixture.shares) - 0.5 * (mixture.x * pull_x + mixture.y * pull_y)
    logs = 0.5 * (g_x * x + g_y * y) + const[:, None, :]
    top = logs.max(axis=2, keepdims=True)
    members = np.exp(logs - top)
    total = members.sum(axis=2, keepdims=True)
    members /= total
    alone = np.log(total[:, :, 0]) + top[:, :, 0] + 0.5 * np.log(precision.determinant / posterior.determinant)
    return _Expectation(members, x, y, cov, (evidence.weights * alone).sum(axis=1))


def _maximise(evidence: Evidence, found: _Expectation, floor: Floats) -> Mixture:
    weighted = found.members * evidence.weights[:, :, None]
    mass = weighted.sum(axis=1)
    total = np.maximum(evidence.weights.sum(axis=1, keepdims=True), 1e-12)
    safe = np.maximum(mass, 1e-9)
    x, y = (weighted * found.x).sum(axis=1) / safe, (weighted * found.y).sum(axis=1) / safe
    off_x, off_y = found.x - x[:, None, :], found.y - y[:, None, :]
    own = Symmetric(*((evidence.weights * part).sum(axis=1, keepdims=True) for part in found.cov))
    xx = ((weighted * off_x * off_x).sum(axis=(1, 2))[:, None] + own.xx) / total + floor
    xy = ((weighted * off_x * off_y).sum(axis=(1, 2))[:, None] + own.xy) / total
    yy = ((weighted * off_y * off_y).sum(axis=(1, 2))[:, None] + own.yy) / total + floor
    shares = np.maximum(mass, 1e-9) / np.maximum(mass, 1e-9).sum(axis=1, keepdims=True)
    return Mixture(x, y, shares, Symmetric(xx, xy, yy), found.likelihood)


def _climb(evidence: Evidence, start: Mixture, rounds: int) -> Mixture:
    floor = FLOOR * _scale(evidence)
    mixture, before = start, np.full(len(evidence.weights), -np.inf)
    for _ in range(rounds):
        found = _expect(evidence, mixture)
        if np.all(found.likelihood - before < TOLERANCE * np.maximum(evidence.weights.sum(axis=1), 1.0)):
            return Mixture(mixture.x, mixture.y, mixture.shares, mixture.spread, found.likelihood)
        mixture, before = _maximise(evidence, found, floor), found.likelihood
    return Mixture(mixture.x, mixture.y, mixture.shares, mixture.spread, _expect(evidence, mixture).likelihood)


def shrunk_positions(evidence: Evidence) -> tuple[Floats, Floats]:
    """Posterior mean positions under a standard Gaussian whose scale suits the evidence, each [B or 1, n]."""
    unit = 1.0 / _scale(evidence)
    return evidence.j.plus(Symmetric(unit, np.zeros_like(unit), unit)).inverse().times(evidence.x, evidence.y)


def _scale(evidence: Evidence) -> Floats:
    """A rough variance of positions, [B, 1]: mean of h'h / mean of trace J^2, less what noise alone would give."""
    weight = evidence.weights
    signal = (weight * (evidence.x**2 + evidence.y**2)).sum(axis=1, keepdims=True)
    noise = (weight * (evidence.j.xx + evidence.j.yy)).sum(axis=1, keepdims=True)
    square = (weight * (evidence.j.xx**2 + 2 * evidence.j.xy**2 + evidence.j.yy**2)).sum(axis=1, keepdims=True)
    return np.asarray(np.maximum((signal - noise) / np.maximum(square, 1e-12), 1e-3))


def _single(evidence: Evidence) -> Mixture:
    problems = len(evidence.weights)
    zero, scale = np.zeros((problems, 1)), _scale(evidence)
    return Mixture(zero, zero, np.ones((problems, 1)), Symmetric(scale, zero, scale), np.zeros(problems))


def _spread_out(evidence: Evidence, groups: int, rng: np.random.Generator) -> Mixture:
    """Centres drawn one by one, far ones likelier (k-means++; Arthur and Vassilvitskii 2007)."""
    problems, people = evidence.weights.shape
    x, y = (np.broadcast_to(part, (problems, people)) for part in shrunk_positions(evidence))
    rows = np.arange(problems)
    distance = np.ones((problems, people))
    centres = np.empty((2, problems, groups))
    for group in range(groups):
        sums = np.cumsum(evidence.weights * distance, axis=1)
        chosen = np.minimum((sums < rng.random((problems, 1)) * sums[:, -1:]).sum(axis=1), people - 1)
        centres[0, :, group], centres[1, :, group] = x[rows, chosen], y[rows, chosen]
        away = (x - centres[0, :, group, None]) ** 2 + (y - centres[1, :, group, None]) ** 2
        distance = away if group == 0 else np.minimum(distance, away)
    within = (evidence.weights * distance).sum(axis=1, keepdims=True) / evidence.weights.sum(axis=1, keepdims=True)
    spread = np.maximum(within / 2, FLOOR * _scale(evidence))
    shares = np.full((problems, groups), 1.0 / groups)
    return Mixture(centres[0], centres[1], shares, Symmetric(spread, np.zeros_like(spread), spread), np.zeros(problems))
