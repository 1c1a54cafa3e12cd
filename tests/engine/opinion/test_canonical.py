"""The canonical order depends on the votes alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from majlis.engine.opinion.canonical import canonical_order
from tests.engine.opinion.worlds import dense, matrix, planted, shuffled

tables = arrays(np.int64, st.tuples(st.integers(1, 7), st.integers(1, 6)), elements=st.sampled_from([-9, -1, 0, 1]))


def content(votes):
    return votes.participants.tobytes(), votes.statements.tobytes(), votes.values.tobytes()


@given(tables, st.integers(0, 2**32 - 1))
def test_canonical_votes_do_not_depend_on_any_order(table, seed):
    votes = dense(table)
    other, _, _ = shuffled(votes, np.random.default_rng(seed))
    assert content(canonical_order(votes).votes) == content(canonical_order(other).votes)


@given(tables)
def test_canonical_votes_are_the_same_votes(table):
    votes = dense(table)
    order = canonical_order(votes)
    back = {
        (order.participants[p], order.statements[s], v)
        for p, s, v in zip(order.votes.participants, order.votes.statements, order.votes.values, strict=True)
    }
    assert back == set(zip(votes.participants, votes.statements, votes.values, strict=True))


@pytest.mark.parametrize(
    "table",
    [np.where(np.eye(6) > 0, 1, -9), np.where(np.eye(6) + np.roll(np.eye(6), 1, 0) > 0, 1, -9), np.ones((5, 4))],
    ids=["each their own", "ring", "all the same"],
)
def test_symmetric_votes_still_get_one_form(table):
    votes = dense(table.astype(int))
    forms = {content(canonical_order(shuffled(votes, np.random.default_rng(s))[0]).votes) for s in range(20)}
    assert len(forms) == 1


def test_people_are_mapped_back_where_no_two_votes_are_alike():
    votes, _ = planted(60, 20, (0.5, 0.5), 0.6, 0)
    other, people, statements = shuffled(votes, np.random.default_rng(1))
    here, there = canonical_order(votes), canonical_order(other)
    assert np.array_equal(people[here.participants], there.participants)
    assert np.array_equal(statements[here.statements], there.statements)


def test_passes_are_kept_apart_from_unseen():
    assert len(canonical_order(dense([[0, -9], [0, 1]])).votes.values) == 3


def test_two_million_votes_are_ordered():
    rng = np.random.default_rng(0)
    keys = np.unique(rng.integers(0, 50_000_000, 2_000_000))
    votes = matrix(keys // 500, keys % 500, rng.integers(-1, 2, len(keys)), 100_000, 500)
    ordered = canonical_order(votes)
    assert np.array_equal(np.sort(ordered.participants), np.arange(100_000))
    assert np.array_equal(np.sort(ordered.statements), np.arange(500))
