"""Opinion groups, or the honest answer that there are none.

Two or more groups are claimed only if (a) one population is rejected (`null.py`) and (b) resampling the
participants brings them back. Their number is the one that the Bayesian information criterion prefers, lowered until
every group's mean Jaccard index over resamples is at least 0.6 (Hennig, Cluster-wise assessment of cluster stability,
2007: below it a group is not to be trusted; at one half the number of groups in a real conversation changed with the
seed).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.answering import of_voters
from majlis.engine.opinion.factors import Information
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.mixture import Evidence, Mixture, memberships
from majlis.engine.opinion.null import NullTest, one_population
from majlis.engine.opinion.number import criterion, mixtures, preferred
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import Sample
from majlis.engine.opinion.stability import Labels, Resampled, Stability, closeness, resample, stability

LEAST_VOTES = 7
MOST_GROUPS = 8
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
class Found:
    """What the sample says: a mixture, or one population (mixture None), and why.

    answering [S, K]: how readily each group answers each statement (None: all alike).
    """

    reason: Reason
    mixture: Mixture | None = None
    null: NullTest | None = None
    resampled: Resampled | None = None
    answering: Floats | None = None

    def members(self, known: Information) -> Floats:
        """Probabilities of the mixture's components, or of one group, for some people, [n, K]."""
        if self.mixture is None:
            return np.ones((len(known.h), 1))
        return np.ascontiguousarray(memberships(Evidence.of(known, np.ones((1, len(known.h)))), self.mixture)[:, 0].T)

    def voters(self, known: Information, statements: NDArray[np.integer]) -> Floats:
        """The same for people of whom it is also known that they answered, each the statement at the same place."""
        members = self.members(known)
        return members if self.answering is None else of_voters(members, self.answering[statements])

    def reordered(self, statements: NDArray[np.integer]) -> Found:
        """The same with statements in another order."""
        return self if self.answering is None else replace(self, answering=self.answering[statements])


@dataclass(frozen=True)
class Grouping:
    """The groups that are shown.

    count: how many. merged: for each component of the mixture found the group that it is part of. numbers: how many
    groups each resample of the participants prefers, None where nothing was resampled.
    """

    count: int
    merged: Labels
    reason: Reason
    null: NullTest | None = None
    numbers: Labels | None = None
    stability: Stability | None = None


def placed_people(votes: VoteMatrix) -> NDArray[np.int64]:
    """People with at least min(7, number of statements) votes, in ascending order."""
    given = np.bincount(votes.participants, minlength=votes.n_participants)
    return np.flatnonzero(given >= max(1, min(LEAST_VOTES, votes.n_statements)))


def find_groups(
    sample: Sample,
    min_group: int,
    seed: int,
    progress: Callable[[str, float], None],
) -> Found:
    """Look for groups among the people of the sample."""
    people = len(sample.people)
    most = min(MOST_GROUPS, people // min_group)
    if most < 2:
        return Found(Reason.TOO_FEW)
    if _alike(sample):
        return Found(Reason.ALIKE)
    fits = mixtures(sample.evidence(), most, seed)
    likely = preferred(fits, people)
    progress("stability", 0.4)
    resampled = resample(sample, fits, seed)
    alone = Found(Reason.ONE_POPULATION, resampled=resampled)
    if likely == 1:
        return alone
    progress("null", 0.6)
    gain = float(criterion(fits[0], people)[0] - criterion(fits[likely - 1], people)[0])
    null = one_population(sample, gain, likely, seed)
    if not null.rejected:
        return replace(alone, null=null)
    chosen = _stable_number(sample.evidence(), fits, resampled, likely)
    if chosen == 1:
        return replace(alone, reason=Reason.UNSTABLE, null=null)
    return replace(alone, reason=Reason.FOUND, mixture=fits[chosen - 1], null=null)


def settle(found: Found, members: Floats, sample: Sample, min_group: int) -> Grouping:
    """The groups that are shown: those found, the small ones joined to the nearest; members [n, K] of all placed."""
    numbers = found.resampled.preferred if found.resampled else None
    if found.mixture is None or found.resampled is None:
        return Grouping(1, np.zeros(1, np.int64), found.reason, found.null, numbers)
    merged = _merging(members, found.mixture, min_group)
    count = int(merged.max()) + 1
    if count == 1:
        return Grouping(1, merged, Reason.SMALL, found.null, numbers)
    labels = np.argmax(joined(found.members(sample.known()), merged), axis=1)
    steady = stability(labels, found.resampled, count, sample)
    return Grouping(count, merged, Reason.FOUND, found.null, numbers, steady)


def _alike(sample: Sample) -> bool:
    signs = sample.table.signs.data
    return len(signs) == 0 or bool(signs.min() == signs.max())


def _stable_number(evidence: Evidence, fits: list[Mixture], resampled: Resampled, likely: int) -> int:
    for groups in range(likely, 1, -1):
        labels = np.argmax(memberships(evidence, fits[groups - 1])[:, 0], axis=0)
        if closeness(labels, resampled, groups).min() >= LEAST_STABILITY:
            return groups
    return 1


def joined(members: Floats, merged: Labels) -> Floats:
    """Probabilities of groups from those of components, where component k is part of group `merged[k]`."""
    out = np.zeros((len(members), int(merged.max()) + 1))
    for component, group in enumerate(merged):
        out[:, group] += members[:, component]
    return out


def _merging(members: Floats, mixture: Mixture, min_group: int) -> Labels:
    """Join groups under `min_group` people to the nearest one until every group is large enough."""
    merged = np.arange(mixture.groups)
    while (count := int(merged.max()) + 1) > 1:
        sizes = np.bincount(np.argmax(joined(members, merged), axis=1), minlength=count)
        small = int(np.argmin(sizes))
        if sizes[small] >= min_group:
            break
        merged[merged == small] = merged[_nearest(mixture, merged, small)]
        merged[merged > small] -= 1
    return merged


def _nearest(mixture: Mixture, merged: Labels, small: int) -> int:
    """The component outside the group `small` whose centre is nearest, in units of the spread within groups."""
    centres = mixture.centres[:, 0].T
    inside = centres[merged == small]
    away = centres[:, None, :] - inside[None]
    spread = np.linalg.inv(mixture.spread[:, :, 0])
    distance = np.einsum("aid,de,aie->ai", away, spread, away).min(axis=1)
    distance[merged == small] = np.inf
    return int(np.argmin(distance))
