"""Whether the groups come back when the participants are drawn again, and how many groups there then are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.mixture import Evidence, Mixture, best_mixture, memberships, spread_out, stack
from majlis.engine.opinion.number import criterion
from majlis.engine.opinion.parallel import side_by_side
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import Sample

Labels = NDArray[np.int64]

RESAMPLES = 50
STARTS = 1
CAME_BACK = 0.5


@dataclass(frozen=True)
class Resampled:
    """Groupings of R resamples, for every number of groups k that was tried.

    drawn: whether each person is in each resample, [R, n]. labels: [K, R, n], of k = 1, 2, ... groups. scores: the
    Bayesian information criterion, [K, R]; the smallest is preferred.
    """

    drawn: NDArray[np.bool_]
    labels: Labels
    scores: Floats

    @property
    def preferred(self) -> Labels:
        """The number of groups that each resample prefers."""
        return np.asarray(np.argmin(self.scores, axis=0) + 1)


@dataclass(frozen=True)
class Stability:
    """How well a grouping came back in resamples of the participants.

    rand: adjusted Rand index with the map in each resample, [R].
    came_back: share of resamples in which every group came back (Jaccard of at least one half).
    jaccard: mean Jaccard index of each group with its best match, [G].
    people: how many people each resample drew from; whole: whether these are all the placed people.
    """

    rand: Floats
    came_back: float
    jaccard: Floats
    people: int
    whole: bool


def adjusted_rand(first: Labels, second: Labels) -> float:
    """Agreement of two groupings of the same items: 1 the same, about 0 chance. Source: Hubert and Arabie (1985)."""
    table = contingency(first, second)
    pairs = _pairs(table).sum()
    rows, columns, every = _pairs(table.sum(1)).sum(), _pairs(table.sum(0)).sum(), _pairs(np.array(len(first)))
    if every == 0:
        return 1.0
    expected = rows * columns / every
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((pairs - expected) / (most - expected))


def contingency(first: Labels, second: Labels) -> NDArray[np.int64]:
    """How many items carry each pair of labels (labels from 0)."""
    height, width = int(first.max(initial=0)) + 1, int(second.max(initial=0)) + 1
    return np.asarray(np.bincount(first * width + second, minlength=height * width).reshape(height, width))


def _pairs(counts: NDArray[np.int64]) -> Floats:
    return np.asarray(counts * (counts - 1) / 2.0)


def resample(sample: Sample, fits: list[Mixture], seed: int) -> Resampled:
    """Draw the participants anew, refit the model and group them with as many groups as each of `fits` has.

    Each mixture starts from that of the map and from spread-out centres, and the likelier one is kept.
    """
    rng = np.random.default_rng([seed, 3])
    people = len(sample.people)
    counts = rng.multinomial(people, np.full(people, 1.0 / people), size=RESAMPLES).astype(np.float64)
    evidence = _evidence(sample, counts)
    found = [_fitted(evidence, fit, rng) for fit in fits]
    labels = np.stack([np.argmax(memberships(evidence, fit), axis=0) for fit in found])
    return Resampled(counts > 0, labels, np.stack([criterion(fit, people) for fit in found]))


def _evidence(sample: Sample, counts: Floats) -> Evidence:
    if not sample.whole:
        return sample.evidence()._replace(weights=counts)
    return stack(side_by_side(sample.resampled, list(counts)))


def _fitted(evidence: Evidence, fit: Mixture, rng: np.random.Generator) -> Mixture:
    starts = [fit.pick(np.zeros(RESAMPLES, np.int64))]
    if fit.groups > 1:
        starts += [spread_out(evidence, fit.groups, rng) for _ in range(STARTS)]
    return best_mixture(evidence, starts)


def closeness(labels: Labels, resampled: Resampled, groups: int) -> Floats:
    """Mean Jaccard index of each group with its best match among as many groups of each resample, [groups]."""
    pairs = zip(resampled.drawn, resampled.labels[groups - 1], strict=True)
    return np.asarray(np.mean([_jaccard(labels[drawn], found[drawn], groups) for drawn, found in pairs], axis=0))


def stability(labels: Labels, resampled: Resampled, groups: int, sample: Sample) -> Stability:
    """Sum up how the grouping of the sample that is shown, `labels` with so many groups, came back."""
    rand, jaccards = [], []
    preferred = resampled.preferred
    for index, drawn in enumerate(resampled.drawn):
        found = resampled.labels[preferred[index] - 1, index]
        rand.append(adjusted_rand(labels[drawn], found[drawn]))
        jaccards.append(_jaccard(labels[drawn], found[drawn], groups))
    matches = np.array(jaccards)
    return Stability(
        rand=np.array(rand),
        came_back=float((matches >= CAME_BACK).all(axis=1).mean()),
        jaccard=matches.mean(axis=0),
        people=len(sample.people),
        whole=sample.whole,
    )


def _jaccard(labels: Labels, found: Labels, groups: int) -> Floats:
    table = contingency(labels, found)
    table = np.concatenate([table, np.zeros((groups - len(table), table.shape[1]), np.int64)])
    union = table.sum(axis=1, keepdims=True) + table.sum(axis=0) - table
    return np.asarray((table / np.maximum(union, 1)).max(axis=1))
