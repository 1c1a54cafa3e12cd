"""Clusters on points whose answer is plain, beside scikit-learn's."""

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from majlis.engine.opinion.polis.clusters import (
    base_clusters,
    cluster_centres,
    first_distinct,
    group_clusters,
    in_conversation,
    k_means,
    nearest,
    silhouette,
)
from majlis.engine.opinion.polis.memberships import cold_start


def blobs(count, each, seed, spread=0.2):
    rng = np.random.default_rng(seed)
    centres = 10 * np.array([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, count, endpoint=False)])
    truth = rng.permutation(np.repeat(np.arange(count), each))
    return centres[truth] + rng.normal(0, spread, (count * each, 2)), truth


def same_partition(one, other):
    pairs = set(zip(one.tolist(), other.tolist(), strict=True))
    return len(pairs) == len(set(one.tolist())) == len(set(other.tolist()))


# Stage 7


def test_seven_votes_or_all_of_fewer_statements_are_enough():
    many = np.full(20, 9)
    many[3], many[5] = 6, 7
    assert in_conversation(many, 40).tolist() == [p for p in range(20) if p != 3]
    assert in_conversation(np.full(20, 4), 4).tolist() == list(range(20))


def test_the_most_active_fill_up_to_fifteen_in_the_order_met():
    given = np.array([1] * 12 + [3, 9] + [2] * 6)
    assert in_conversation(given, 40).tolist() == [*range(7), 12, 13, *range(14, 20)]


def test_fewer_than_fifteen_people_are_all_in():
    assert in_conversation(np.array([1, 0, 2]), 40).tolist() == [0, 1, 2]


# k-means


def test_start_is_the_first_distinct_rows():
    points = np.array([[1.0, 1], [1, 1], [0, 0], [1, 1], [5, 5]])
    assert first_distinct(points, 2).tolist() == [[1, 1], [0, 0]]
    assert first_distinct(points, 9).tolist() == [[1, 1], [0, 0], [5, 5]]


def test_ties_go_to_the_first_centre():
    assert nearest(np.array([[0.0, 0], [9, 0]]), np.array([[-1.0, 0], [1, 0]])).tolist() == [0, 1]


def test_weights_pull_the_centre():
    centres = cluster_centres(np.array([[0.0, 0], [4, 0], [9, 9]]), np.array([3.0, 1, 5]), np.array([0, 0, 1]))
    assert centres.tolist() == [[1, 0], [9, 9]]


def test_two_pairs_are_parted_though_both_starts_lie_in_one():
    points = np.array([[0.0, 0], [0.1, 0], [10, 0], [10.2, 0]])
    assert k_means(points, np.ones(4), 2, 20).tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize("seed", range(6))
def test_k_means_ends_where_scikit_learn_does_from_the_same_start(seed):
    points, _ = blobs(4, 30, seed, spread=1.5)
    start = first_distinct(points, 4)
    theirs = KMeans(4, init=start, n_init=1, max_iter=300, tol=0, algorithm="lloyd").fit(points).labels_
    assert same_partition(k_means(points, np.ones(len(points)), 4, 300), theirs)


def test_a_base_cluster_for_each_distinct_point_up_to_a_hundred():
    points = np.arange(60.0)[:, None] * np.array([3.0, 1.0])
    assert len(set(base_clusters(np.repeat(points, 2, axis=0)).tolist())) == 60
    many = np.random.default_rng(0).normal(size=(2_000, 2))
    assert 90 <= len(set(base_clusters(many).tolist())) <= 100


# Stage 9


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_planted_groups_of_base_clusters_are_found(count):
    points, truth = blobs(count, 12, 1)
    # The first rows must lie in different groups: from a cold start k-means does not leave every bad start.
    first = [int(np.flatnonzero(truth == group)[0]) for group in range(count)]
    order = [*first, *(place for place in range(len(points)) if place not in first)]
    labels = group_clusters(points[order], np.ones(len(points), np.int64))
    assert same_partition(labels, truth[order])


def test_number_of_groups_is_bounded_by_the_number_of_base_clusters():
    points, _ = blobs(5, 2, 0)
    assert len(set(group_clusters(points, np.ones(10, np.int64)).tolist())) == 2


def test_one_base_cluster_is_one_group_and_none_is_none():
    assert group_clusters(np.zeros((1, 2)), np.ones(1, np.int64)).tolist() == [0]
    assert group_clusters(np.zeros((0, 2)), np.ones(0, np.int64)).tolist() == []


@pytest.mark.parametrize("seed", range(4))
def test_silhouette_is_that_of_scikit_learn(seed):
    rng = np.random.default_rng(seed)
    points, labels = rng.normal(size=(40, 2)), rng.integers(0, 4, 40)
    labels[0] = 4  # alone in its cluster
    assert silhouette(points, labels) == pytest.approx(silhouette_score(points, labels), abs=1e-12)


def test_silhouette_of_one_cluster_and_of_points_on_one_spot_is_zero():
    assert silhouette(np.arange(8.0).reshape(4, 2), np.zeros(4, np.int64)) == 0
    assert silhouette(np.zeros((4, 2)), np.array([0, 0, 1, 1])) == 0


def test_cold_start_leaves_out_who_is_not_in_the_conversation():
    points, truth = blobs(2, 20, 3)
    people = np.flatnonzero(np.arange(40) % 5 != 0)
    found = cold_start(points, people)
    assert (np.flatnonzero(found.of_participants >= 0) == people).all()
    assert same_partition(found.of_participants[people], truth[people])
    assert found.sizes.sum() == len(people)
    assert found.base_names == tuple(map(str, range(len(found.groups))))
