"""Gaussian mixtures of positions that are known with unequal precision.

    u_p ~ sum_k share_k N(centre_k, T),   votes of p tell L(u) ~ exp(h_p . u - u . J_p u / 2)

T, the spread within groups, is shared. Fitted by expectation-maximisation on the latent positions; several problems
(starts, resamples) are fitted side by side, B of them. Entries of vectors and matrices are the first axes of every
array (see `planes.py`). Source: Bovy, Hogg and Roweis, Extreme deconvolution (2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Information
from majlis.engine.opinion.parallel import side_by_side
from majlis.engine.opinion.planes import Floats, inverse_root, log_determinant, lower_times, squared, upper_times

SHORT_ROUNDS = 5
LONG_ROUNDS = 30
TOLERANCE = 1e-4
FLOOR = 1e-3
FEWEST = 1e-9
PARTS = 4
CANDIDATES = 4


class Evidence(NamedTuple):
    """What the votes tell of n positions in B problems: J [d, d, b, n] and h [d, b, n], b = B or 1; weights [B, n]."""

    j: Floats
    h: Floats
    weights: Floats

    @classmethod
    def of(cls, known: Information, weights: Floats) -> Evidence:
        """The evidence of one set of votes, with weights [B, n] that count people several times or not at all."""
        j = np.ascontiguousarray(known.j.transpose(1, 2, 0))[:, :, None]
        return cls(j, np.ascontiguousarray(known.h.T)[:, None], weights)

    @property
    def rank(self) -> int:
        """D."""
        return int(self.h.shape[0])

    def pick(self, index: NDArray[np.integer]) -> Evidence:
        """The problems at `index`."""
        if self.h.shape[1] == 1:
            return self._replace(weights=self.weights[index])
        return Evidence(self.j[:, :, index], self.h[:, index], self.weights[index])


def stack(evidence: Sequence[Evidence]) -> Evidence:
    """Put problems about the same number of people side by side."""
    return Evidence(
        np.concatenate([item.j for item in evidence], axis=2),
        np.concatenate([item.h for item in evidence], axis=1),
        np.concatenate([item.weights for item in evidence]),
    )


@dataclass(frozen=True)
class Mixture:
    """B fitted mixtures: centres [d, B, K], shares [B, K], spread T [d, d, B], log-likelihood [B]."""

    centres: Floats
    shares: Floats
    spread: Floats
    likelihood: Floats

    @property
    def groups(self) -> int:
        """K."""
        return int(self.shares.shape[1])

    def pick(self, index: NDArray[np.integer]) -> Mixture:
        """The mixtures at `index`."""
        return Mixture(self.centres[:, index], self.shares[index], self.spread[:, :, index], self.likelihood[index])


def together(mixtures: Sequence[Mixture]) -> Mixture:
    """Mixtures of one size side by side."""
    return Mixture(
        np.concatenate([m.centres for m in mixtures], axis=1),
        np.concatenate([m.shares for m in mixtures]),
        np.concatenate([m.spread for m in mixtures], axis=2),
        np.concatenate([m.likelihood for m in mixtures]),
    )


def single(evidence: Evidence) -> Mixture:
    """One population, fitted."""
    rank, problems = evidence.rank, len(evidence.weights)
    spread = np.repeat(np.eye(rank)[:, :, None], problems, axis=2)
    start = Mixture(np.zeros((rank, problems, 1)), np.ones((problems, 1)), spread, np.zeros(problems))
    return continued(evidence, start)


def best_mixture(evidence: Evidence, starts: Sequence[Mixture]) -> Mixture:
    """Climb a few rounds from every start, then from each problem's best one to its end."""
    short = together(side_by_side(lambda start: continued(evidence, start, SHORT_ROUNDS), starts))
    problems = len(evidence.weights)
    best = np.argmax(short.likelihood.reshape(len(starts), problems), axis=0)
    chosen = short.pick(best * problems + np.arange(problems))
    parts = [part for part in np.array_split(np.arange(problems), PARTS) if len(part)]
    return together(side_by_side(lambda part: continued(evidence.pick(part), chosen.pick(part)), parts))


def memberships(evidence: Evidence, mixture: Mixture) -> Floats:
    """Posterior probability of each group, [K, B, n]."""
    return _expect(evidence, mixture).members


def spread_out(evidence: Evidence, groups: int, rng: np.random.Generator) -> Mixture:
    """A start whose centres are drawn one by one, far ones likelier (k-means++; Arthur and Vassilvitskii 2007)."""
    problems, people = evidence.weights.shape
    positions = np.broadcast_to(shrunk_positions(evidence), (evidence.rank, problems, people))
    centres = np.empty((evidence.rank, problems, groups))
    distance = np.full((problems, people), np.inf)
    for group in range(groups):
        chances = evidence.weights * (distance if group else 1.0)
        centres[:, :, group], distance = _drawn(positions, chances, distance, rng)
    return _start(evidence, centres, distance)


def grown(evidence: Evidence, smaller: Mixture, rng: np.random.Generator) -> Mixture:
    """A start with one more group than `smaller`: a centre drawn among people far from every group."""
    positions = np.broadcast_to(shrunk_positions(evidence), (evidence.rank, *evidence.weights.shape))
    away = ((positions[..., None] - smaller.centres[:, :, None, :]) ** 2).sum(axis=0).min(axis=2)
    centre, distance = _drawn(positions, evidence.weights * away, away, rng)
    centres = np.concatenate([smaller.centres, centre[:, :, None]], axis=2)
    return _start(evidence, centres, distance)


def _drawn(positions: Floats, chances: Floats, distance: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """In each problem the best of a few drawn people: position, and everybody's squared distance from the nearest.

    The best one leaves the least distance over (greedy k-means++), so that a small dense group is not passed over.
    """
    sums = np.cumsum(chances, axis=1)
    rows = np.arange(len(sums))
    kept = None
    for _ in range(CANDIDATES):
        place = (sums < rng.random((len(sums), 1)) * sums[:, -1:]).sum(axis=1)
        chosen = positions[:, rows, np.minimum(place, sums.shape[1] - 1)]
        left = np.minimum(distance, ((positions - chosen[:, :, None]) ** 2).sum(axis=0))
        if kept is None:
            kept = chosen, left
        else:
            better = left.sum(axis=1) < kept[1].sum(axis=1)
            kept = np.where(better, chosen, kept[0]), np.where(better[:, None], left, kept[1])
    assert kept is not None
    return kept


def _start(evidence: Evidence, centres: Floats, distance: Floats) -> Mixture:
    rank, problems, groups = centres.shape
    within = (evidence.weights * distance).sum(axis=1) / evidence.weights.sum(axis=1)
    spread = np.eye(rank)[:, :, None] * np.maximum(within / rank, 10 * FLOOR)
    return Mixture(centres, np.full((problems, groups), 1.0 / groups), spread, np.zeros(problems))


def shrunk_positions(evidence: Evidence) -> Floats:
    """Posterior mean positions under a standard Gaussian, [d, b, n]."""
    root = inverse_root(evidence.j + np.eye(evidence.rank)[:, :, None, None])
    return upper_times(root, lower_times(root, evidence.h))


def continued(evidence: Evidence, start: Mixture, rounds: int = LONG_ROUNDS) -> Mixture:
    """Climb from a given mixture until the log-likelihood grows by less than the tolerance a person."""
    mixture, before = start, np.full(len(evidence.weights), -np.inf)
    least = TOLERANCE * np.maximum(evidence.weights.sum(axis=1), 1.0)
    for _ in range(rounds):
        found = _expect(evidence, mixture)
        if np.all(found.likelihood - before < least):
            break
        mixture, before = _maximise(evidence, found), found.likelihood
    else:
        found = _expect(evidence, mixture)
    return Mixture(mixture.centres, mixture.shares, mixture.spread, found.likelihood)


class _Expectation(NamedTuple):
    """members [K, B, n]; means [K, d, B, n]; covariances [d, d, B, n]; likelihood [B]."""

    members: Floats
    means: Floats
    covariances: Floats
    likelihood: Floats


def _expect(evidence: Evidence, mixture: Mixture) -> _Expectation:
    prior = inverse_root(mixture.spread)
    precision = squared(prior)
    root = inverse_root(evidence.j + precision[..., None])
    pull = np.einsum("ijb,jbk->kib", precision, mixture.centres)
    rest = np.log(mixture.shares) - 0.5 * np.einsum("ibk,kib->bk", mixture.centres, pull)
    logs = np.empty((mixture.groups, *evidence.weights.shape))
    means = np.empty((mixture.groups, evidence.rank, *evidence.weights.shape))
    for group in range(mixture.groups):
        half = lower_times(root, evidence.h + pull[group][:, :, None])
        logs[group] = rest[:, group, None] + 0.5 * (half * half).sum(axis=0)
        means[group] = upper_times(root, half)
    top = logs.max(axis=0)
    members = np.exp(logs - top)
    total = members.sum(axis=0)
    members /= total
    alone = np.log(total) + top + 0.5 * (log_determinant(root) + log_determinant(prior)[:, None])
    return _Expectation(members, means, squared(root), (evidence.weights * alone).sum(axis=1))


def _maximise(evidence: Evidence, found: _Expectation) -> Mixture:
    rank = evidence.rank
    weighted = found.members * evidence.weights
    mass = np.maximum(weighted.sum(axis=2), FEWEST)
    centres = np.einsum("kbn,kibn->ibk", weighted, found.means) / mass.T
    total = np.maximum(evidence.weights.sum(axis=1), FEWEST)
    away = found.means - centres.transpose(2, 0, 1)[..., None]
    spread = np.empty((rank, rank, len(total)))
    for i in range(rank):
        turned = weighted * away[:, i]
        for j in range(i + 1):
            own = (evidence.weights * found.covariances[i, j]).sum(axis=1)
            spread[i, j] = spread[j, i] = (np.einsum("kbn,kbn->b", turned, away[:, j]) + own) / total
        spread[i, i] += FLOOR
    return Mixture(centres, (mass / mass.sum(axis=0)).T, spread, found.likelihood)
