"""Stages 7 to 9: who is in the conversation, base clusters, and groups of them, from a cold start.

A cold start begins with the first distinct rows, so the order of the participants matters, as it does in Polis.
"""

from __future__ import annotations

import numpy as np

from majlis.engine.opinion.polis.arrays import Floats, Ints

LEAST_VOTES, LEAST_PEOPLE = 7, 15
BASES, BASE_ROUNDS, GROUP_ROUNDS = 100, 100, 20
MOST_GROUPS, BASES_A_GROUP = 5, 12
SETTLED = 0.01
BLOCK = 500  # rows whose distances to a hundred centres stay in the cache


def in_conversation(given: Ints, n_statements: int) -> Ints:
    """Stage 7: participants with at least min(7, n_statements) votes; the most active fill up to fifteen.

    given: votes of each participant, in the order met, which also parts those who gave equally many.
    """
    enough = np.flatnonzero(given >= min(LEAST_VOTES, n_statements))
    if len(enough) >= LEAST_PEOPLE:
        return enough
    return np.sort(np.argsort(-given, kind="stable")[:LEAST_PEOPLE])


def base_clusters(points: Floats) -> Ints:
    """Stage 8: labels [n] from 0, by k-means with k = 100 on the projections [n, 2] of those in the conversation."""
    return k_means(points, np.ones(len(points)), BASES, BASE_ROUNDS)


def group_clusters(centres: Floats, sizes: Ints) -> Ints:
    """Stage 9: labels [B] of the base clusters: k-means weighted by their sizes, k with the best silhouette."""
    most = min(MOST_GROUPS, 2 + len(centres) // BASES_A_GROUP)
    if len(centres) < 2:
        return np.zeros(len(centres), np.int64)
    tried = [k_means(centres, sizes.astype(np.float64), k, GROUP_ROUNDS) for k in range(2, most + 1)]
    return tried[int(np.argmax([silhouette(centres, labels) for labels in tried]))]


def k_means(points: Floats, weights: Floats, k: int, rounds: int) -> Ints:
    """Labels [n] from 0: at most `rounds` rounds, until every sorted centre moved less than 0.01.

    A cluster that nobody is nearest to is dropped.
    """
    centres = first_distinct(points, k)
    labels = np.zeros(len(points), np.int64)
    for _ in range(rounds if len(points) else 0):
        labels = nearest(points, centres)
        before, centres = centres, cluster_centres(points, weights, labels)
        if _settled(before, centres):
            break
    return labels


def first_distinct(points: Floats, k: int) -> Floats:
    """The first k rows that differ from all before them."""
    first = np.unique(points, axis=0, return_index=True)[1]
    return points[np.sort(first)[:k]]


def nearest(points: Floats, centres: Floats) -> Ints:
    """The nearest centre of each point [n], the first where two are as near; numbered without gaps."""
    blocks = [_nearest(points[start : start + BLOCK], centres) for start in range(0, len(points), BLOCK)]
    return np.unique(np.concatenate(blocks), return_inverse=True)[1]


def _nearest(points: Floats, centres: Floats) -> Ints:
    across = points[:, 0, None] - centres[:, 0]
    along = points[:, 1, None] - centres[:, 1]
    return np.asarray(np.argmin(across * across + along * along, axis=1))


def cluster_centres(points: Floats, weights: Floats, labels: Ints) -> Floats:
    """The weighted mean of each cluster's points [k, 2]."""
    totals = np.bincount(labels, weights)
    return np.stack([np.bincount(labels, weights * points[:, axis]) / totals for axis in (0, 1)], axis=1)


def _settled(before: Floats, after: Floats) -> bool:
    if len(before) != len(after):
        return False
    moved = before[np.lexsort(before.T[::-1])] - after[np.lexsort(after.T[::-1])]
    return bool((np.sqrt((moved**2).sum(axis=1)) < SETTLED).all())


def silhouette(points: Floats, labels: Ints) -> float:
    """Unweighted mean over the points of (b - a) / max(a, b), Euclidean; a point alone in its cluster counts 0.

    a: mean distance to the others of its cluster; b: mean distance to the nearest other cluster. At most a hundred
    points come here, so the table of distances stays small.
    """
    clusters = np.arange(labels.max() + 1) == labels[:, None]
    if clusters.shape[1] < 2:
        return 0.0
    away = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2)) @ clusters
    sizes = clusters.sum(axis=0)
    own = (away * clusters).sum(axis=1) / np.maximum(sizes[labels] - 1, 1)
    other = np.where(clusters, np.inf, away / sizes).min(axis=1)
    widest = np.maximum(own, other)
    alone = (sizes[labels] == 1) | (widest == 0)
    return float(np.where(alone, 0.0, (other - own) / np.where(widest > 0, widest, 1.0)).mean())
