"""Opinion groups, or the honest answer that there are none.

Two or more groups are claimed only if (a) one population is rejected (`null.py`) and (b) resampling the
participants brings them back. Their number is the one that the Bayesian information criterion prefers, lowered until
every group's mean Jaccard index over resamples is at least 0.6 (Hennig, Cluster-wise assessment of cluster stability,
2007: below it a group is not to be trusted; at one half the number of groups in a real conversation changed with the
seed).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Floats, Information
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.mixture import Evidence, Mixture, best_mixture, continued, memberships, regroup
from majlis.engine.opinion.null import NullTest, one_population
from majlis.engine.opinion.sample import Sample
from majlis.engine.opinion.stability import (
    Labels,
    Resampled,
    Stability,
    closeness,
    information_criterion,
    resample,
    stability,
)

LEAST_VOTES = 7
MOST_GROUPS = 6
STARTS = 12
LEAST_STABILITY = 0.6


class Reason(StrEnum):
    """Why the map shows one group, or none; `FOUND` where it shows several."""

    FOUND = "found"
    NOBODY = "nobody"
    TOO_FEW = "too_few"
    ALIKE = "alike"
    ONE_POPULATION = "one_population"
    UNSTABLE = "unstable"
    SMALL = "small"


@dataclass(frozen=True)
class Grouping:
    """Groups of the placed people, numbered from 0 in no particular order.

    labels: int64[n_placed]. members: posterior probability of the own group, [n_placed].
    """

    labels: Labels
    members: Floats
    count: int
    reason: Reason
    null: NullTest | None = None
    stability: Stability | None = None


def placed_people(votes: VoteMatrix) -> NDArray[np.int64]:
    """People with at least min(7, number of statements) votes, in ascending order."""
    given = np.bincount(votes.participants, minlength=votes.n_participants)
    return np.flatnonzero(given >= max(1, min(LEAST_VOTES, votes.n_statements)))


def find_groups(
    sample: Sample,
    known: Information,
    placed: NDArray[np.int64],
    min_group: int,
    seed: int,
    progress: Callable[[str, float], None],
) -> Grouping:
    """Group the placed people; `known` holds the information on everybody, `sample` those on whom it is tested."""
    most = min(MOST_GROUPS, len(sample.people) // min_group)
    if most < 2:
        return _together(placed, Reason.TOO_FEW)
    if sample.votes.values.min() == sample.votes.values.max():
        return _together(placed, Reason.ALIKE)
    progress("null", 0.3)
    null = one_population(sample, seed)
    if not null.rejected:
        return _together(placed, Reason.ONE_POPULATION, null)
    progress("stability", 0.6)
    evidence = sample.evidence()
    fits = {k: best_mixture(evidence, k, STARTS, seed) for k in range(2, most + 1)}
    preferred = min(range(2, most + 1), key=lambda k: float(information_criterion(fits[k], k, len(sample.people))[0]))
    resampled = resample(sample, preferred, seed)
    chosen = _stable_number(evidence, fits, resampled, preferred)
    if chosen == 1:
        return _together(placed, Reason.UNSTABLE, null)
    return _extended(evidence, fits[chosen], sample, known, placed, min_group, null, resampled)


def _together(placed: NDArray[np.int64], reason: Reason, null: NullTest | None = None) -> Grouping:
    return Grouping(np.zeros(len(placed), np.int64), np.ones(len(placed)), 1, reason, null)


def _stable_number(evidence: Evidence, fits: dict[int, Mixture], resampled: Resampled, preferred: int) -> int:
    for groups in range(preferred, 1, -1):
        labels = np.argmax(memberships(evidence, fits[groups])[0], axis=1)
        if closeness(labels, resampled, groups).min() >= LEAST_STABILITY:
            return groups
    return 1


def _extended(
    evidence: Evidence,
    fit: Mixture,
    sample: Sample,
    known: Information,
    placed: NDArray[np.int64],
    min_group: int,
    null: NullTest,
    resampled: Resampled,
) -> Grouping:
    """Carry the sample's groups over to everybody placed, and merge the small ones."""
    everyone = Evidence.of(Information(known.j[placed], known.h[placed]), np.ones((1, len(placed))))
    theirs = Evidence.of(Information(known.j[sample.people], known.h[sample.people]), evidence.weights)
    full = continued(everyone, regroup(theirs, memberships(evidence, fit), fit))
    members = memberships(everyone, full)[0]
    merged = _merged(members.copy(), full, min_group)
    count = merged.shape[1]
    if count == 1:
        return _together(placed, Reason.SMALL, null)
    labels = np.argmax(merged, axis=1)
    inside = np.searchsorted(placed, sample.people)
    steady = stability(labels[inside], resampled, members.shape[1], count, sample)
    return Grouping(labels, merged.max(axis=1), count, Reason.FOUND, null, steady)


def _merged(members: Floats, mixture: Mixture, min_group: int) -> Floats:
    """Join groups under `min_group` people to the nearest one: memberships [n, G], every group large enough."""
    centres = np.stack([mixture.x[0], mixture.y[0]], axis=1)
    while members.shape[1] > 1:
        sizes = np.bincount(np.argmax(members, axis=1), minlength=members.shape[1])
        small = int(np.argmin(sizes))
        if sizes[small] >= min_group:
            break
        nearest = _nearest(centres, small, mixture)
        members[:, nearest] += members[:, small]
        members, centres = np.delete(members, small, axis=1), np.delete(centres, small, axis=0)
    return members


def _nearest(centres: Floats, group: int, mixture: Mixture) -> int:
    """The group whose centre is nearest, in units of the spread within groups."""
    x, y = (centres - centres[group]).T
    pull_x, pull_y = mixture.spread.inverse().times(x[None], y[None])
    distance = (x * pull_x + y * pull_y)[0]
    distance[group] = np.inf
    return int(np.argmin(distance))
