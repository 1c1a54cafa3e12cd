"""Whether the groups come back when the participants are drawn again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Floats
from majlis.engine.opinion.mixture import Evidence, Mixture, best_mixture, memberships, stack
from majlis.engine.opinion.sample import Sample

Labels = NDArray[np.int64]

RESAMPLES = 50
STARTS = 4
CAME_BACK = 0.5


@dataclass(frozen=True)
class Resampled:
    """Groupings of R resamples, for every number of groups k that was tried.

    drawn: whether each person is in each resample, [R, n]. labels[k]: [R, n]. scores: the Bayesian information
    criterion of k = 1, 2, ... groups in each resample, [K, R]; the smallest is preferred.
    """

    drawn: NDArray[np.bool_]
    labels: dict[int, Labels]
    scores: Floats

    def preferred(self, most: int) -> Labels:
        """The number of groups that each resample prefers among 1 to `most`."""
        return np.asarray(np.argmin(self.scores[:most], axis=0) + 1)


@dataclass(frozen=True)
class Stability:
    """How well a grouping came back in resamples of the participants.

    rand: adjusted Rand index with the map in each resample, [R].
    same_number: share of resamples that prefer the same number of groups.
    came_back: share of resamples in which every group came back (Jaccard of at least one half).
    jaccard: mean Jaccard index of each group with its best match, [G].
    people: how many people each resample drew from; whole: whether these are all the placed people.
    """

    rand: Floats
    same_number: float
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


def resample(sample: Sample, most_groups: int, seed: int) -> Resampled:
    """Draw the participants anew, refit the model and group them, with 1 to `most_groups` groups."""
    rng = np.random.default_rng([seed, 3])
    people = len(sample.people)
    counts = rng.multinomial(people, np.full(people, 1.0 / people), size=RESAMPLES).astype(np.float64)
    evidence = stack([Evidence.of(sample.known_resampled(count), count[None]) for count in counts])
    fits = {k: best_mixture(evidence, k, STARTS, seed) for k in range(1, most_groups + 1)}
    labels = {k: np.argmax(memberships(evidence, fit), axis=2) for k, fit in fits.items()}
    scores = np.stack([information_criterion(fit, k, people) for k, fit in fits.items()])
    return Resampled(counts > 0, labels, scores)


def information_criterion(fit: Mixture, groups: int, people: int) -> Floats:
    """Bayesian information criterion of B mixtures; smaller is better. Parameters: shares, centres, one spread."""
    return np.asarray((groups - 1 + 2 * groups + 3) * np.log(people) - 2 * fit.likelihood)


def closeness(labels: Labels, resampled: Resampled, groups: int) -> Floats:
    """Mean Jaccard index of each group with its best match among as many groups of each resample, [groups]."""
    pairs = zip(resampled.drawn, resampled.labels[groups], strict=True)
    return np.asarray(np.mean([_jaccard(labels[drawn], found[drawn], groups) for drawn, found in pairs], axis=0))


def stability(labels: Labels, resampled: Resampled, tried: int, groups: int, sample: Sample) -> Stability:
    """Sum up how the shown grouping `labels` of the sample came back.

    tried: the number of groups before small ones were merged; resamples choose among 1 to `tried` groups, since more
    were found unstable before. groups: the number shown.
    """
    preferred = resampled.preferred(tried)
    rand, jaccards = [], []
    for index, drawn in enumerate(resampled.drawn):
        found = resampled.labels[int(preferred[index])][index]
        rand.append(adjusted_rand(labels[drawn], found[drawn]))
        jaccards.append(_jaccard(labels[drawn], found[drawn], groups))
    matches = np.array(jaccards)
    return Stability(
        rand=np.array(rand),
        same_number=float((preferred == tried).mean()),
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
