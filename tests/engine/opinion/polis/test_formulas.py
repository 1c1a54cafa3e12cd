"""Each formula on cases computed by hand."""

import numpy as np
import pytest

from majlis.engine.opinion.polis.arrays import AGREE, DISAGREE, PASS
from majlis.engine.opinion.polis.consensus import consensus, group_aware_consensus
from majlis.engine.opinion.polis.principal import centred, column_means, principal_components
from majlis.engine.opinion.polis.priority import META_PRIORITY, importance, priorities
from majlis.engine.opinion.polis.projection import (
    counted_votes,
    extremity,
    participant_projections,
    statement_projections,
)
from majlis.engine.opinion.polis.representative import (
    Chosen,
    best_agreed,
    compared,
    directions,
    selected,
    success,
    success_test,
    two_proportions,
)
from majlis.engine.opinion.polis.tally import Tally, all_votes, group_votes
from tests.engine.opinion.polis.conversations import conversation

ROOT = 2**0.5


def counts(*values):
    return np.array(values, np.int64)


def tally(agree, disagree, seen):
    return Tally(np.array(agree), np.array(disagree), np.array(seen))


# Stage 1


def test_participants_stand_in_the_order_of_their_first_vote_and_the_last_vote_counts():
    found = conversation([("late", 3, 1), ("early", 3, -1), ("late", 10, 0), ("late", 3, -1)])
    assert found.participants == ("late", "early")
    assert found.statements == ("3", "10")
    cells = zip(found.seen.rows.tolist(), found.seen.columns.tolist(), found.seen.values.tolist(), strict=True)
    assert set(cells) == {(0, 0, DISAGREE), (1, 0, DISAGREE), (0, 1, PASS)}
    assert found.seen.given.tolist() == [2, 1]


# Stages 2 to 4


def test_centre_is_the_mean_of_seen_votes_and_zero_where_moderation_took_the_statement_out():
    found = conversation([("a", 1, 1), ("b", 1, 1), ("c", 1, 0), ("d", 1, -1), ("a", 2, 1)], moderated=[2])
    assert column_means(found.seen, found.out).tolist() == [-0.25, 0.0]


def cross():
    """Two people who say the opposite of each other on two statements, and one statement moderated out."""
    return conversation([("a", 1, 1), ("a", 2, -1), ("b", 1, -1), ("b", 2, 1), ("a", 3, 1)], moderated=[3])


def test_components_of_two_opposites():
    found = cross()
    matrix = centred(found.seen, found.out, column_means(found.seen, found.out))
    components = principal_components(matrix)
    np.testing.assert_allclose(components, [[1 / ROOT, -1 / ROOT, 0], [0, 0, 0]], atol=1e-12)


def test_component_loadings_sum_to_a_positive_number():
    rows = [(f"p{p}", s, 1 if p % 2 else -1) for p in range(10) for s in range(4)]
    found = conversation(rows)
    components = principal_components(centred(found.seen, found.out, column_means(found.seen, found.out)))
    np.testing.assert_allclose(components[0], 0.5, atol=1e-12)


def test_components_of_votes_without_variance_are_zero():
    found = conversation([("a", 1, 1), ("b", 1, 1)])
    assert not principal_components(centred(found.seen, found.out, column_means(found.seen, found.out))).any()


# Stages 5 and 6


def test_zeroed_columns_count_as_votes_of_everybody():
    found = cross()
    assert counted_votes(found.seen, found.out).tolist() == [3, 3]


def test_projection_is_scaled_up_for_those_who_voted_little():
    """c voted on one of three statements: sqrt(3 / 1) times the one term of the sum."""
    found = conversation([("a", 1, 1), ("b", 1, -1), ("c", 1, 1), ("a", 2, 1), ("b", 3, 1), ("a", 3, 1)])
    matrix = centred(found.seen, found.out, column_means(found.seen, found.out))
    components = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    placed = participant_projections(matrix, components, counted_votes(found.seen, found.out))
    # The first column's mean is (-1 + 1 - 1) / 3 = -1/3.
    np.testing.assert_allclose(placed[:, 0], [-2 / 3, (4 / 3) * 1.5**0.5, (-2 / 3) * 3**0.5], atol=1e-12)
    np.testing.assert_allclose(placed[:, 1], 0, atol=1e-12)


def test_projection_of_a_statement_is_that_of_somebody_who_agrees_with_it_alone():
    placed = statement_projections(np.array([-0.5, 0.0]), np.array([[0.6, 0.8], [0.8, -0.6]]))
    np.testing.assert_allclose(placed, ROOT * np.array([[-0.3, -0.8], [-0.4, 0.6]]), atol=1e-12)
    np.testing.assert_allclose(extremity(placed), [ROOT * 0.5, ROOT], atol=1e-12)


# Stage 10


def test_group_votes_count_passes_as_seen_and_moderated_statements_too():
    rows = [("a", 1, 1), ("b", 1, 0), ("c", 1, -1), ("d", 1, 1), ("a", 2, 1)]
    found = conversation(rows, moderated=[2])
    votes = group_votes(found.seen, counts(0, 0, 1, -1), 2)
    assert votes.agree.tolist() == [[1, 1], [0, 0]]
    assert votes.disagree.tolist() == [[0, 0], [1, 0]]
    assert votes.seen.tolist() == [[2, 1], [1, 0]]
    assert all_votes(found.seen).agree.tolist() == [2, 1]
    assert votes.rest(0).seen.tolist() == [1, 0]
    assert votes.together().seen.tolist() == [3, 1]


# Stage 11


def test_success_and_its_test():
    assert success(counts(3), counts(4))[0] == pytest.approx(4 / 6)
    assert success_test(counts(3), counts(4))[0] == pytest.approx(2 * 5**0.5 * 0.3)
    assert success_test(counts(0), counts(0))[0] == pytest.approx(1.0)


def test_two_proportions():
    """4 of 5 against 2 of 7: pooled 1/2, so z = (4/5 - 2/7) / sqrt((1/5 + 1/7) / 4) = 1.756620."""
    assert two_proportions(counts(3), counts(4), counts(1), counts(6))[0] == pytest.approx(1.7566201, abs=1e-7)


def test_two_proportions_is_zero_where_everybody_succeeds():
    assert two_proportions(counts(3), counts(3), counts(9), counts(9)).tolist() == [0.0]


def test_ratio_and_metric():
    one = compared(counts(3), counts(4), counts(1), counts(6))
    assert one.ratio[0] == pytest.approx((4 / 6) / (2 / 8))
    assert one.metric[0] == pytest.approx((4 / 6) / (2 / 8) * 1.7566201 * (4 / 6) * 2 * 5**0.5 * 0.3, abs=1e-6)


def test_best_agreed_scans_in_order_by_the_three_rules():
    group = tally([0, 6, 9, 8], [3, 4, 1, 0], [10, 10, 10, 8])
    others = tally([0, 5, 9, 1], [3, 5, 1, 9], [10, 10, 10, 10])
    agree, _ = directions(group, others)
    # 0: nobody agrees. 1: more than others and than half. 2: its ratio is 1, so its metric is 0. 3: far above others.
    assert best_agreed(agree, counts(0)) is None
    assert best_agreed(agree, counts(0, 1)) == 1
    assert best_agreed(agree, counts(0, 1, 2)) == 1
    assert best_agreed(agree, counts(0, 1, 2, 3)) == 3
    # With a best whose ratio is at most 1, p * p_test decides: 9 of 10 beats 6 of 10.
    assert best_agreed(agree, counts(2, 1)) == 2
    assert best_agreed(agree, counts(2, 3)) == 3


def test_selected_puts_the_best_agreed_first_then_by_metric_and_agreement_before_disagreement():
    group = tally([20, 0, 18, 2, 19, 17], [0, 20, 1, 18, 0, 1], [20] * 6)
    others = tally([2, 19, 8, 17, 3, 9], [18, 0, 9, 2, 17, 8], [20] * 6)
    chosen = selected(group, others, np.zeros(6, bool))
    agree, disagree = directions(group, others)
    metric = {0: agree, 1: disagree, 2: agree, 3: disagree, 4: agree}
    assert chosen[0] == Chosen(0, agrees=True, best_agree=True)
    assert [one.column for one in chosen] == [0, 4, 2, 1, 3]
    assert [one.agrees for one in chosen] == [True, True, True, False, False]
    assert metric[1].metric[1] > metric[3].metric[3]
    assert agree.metric[4] > agree.metric[2] > agree.metric[5]


def test_selected_are_five_at_most_and_never_moderated():
    group, others = tally([20] * 8, [0] * 8, [20] * 8), tally([1] * 8, [19] * 8, [20] * 8)
    out = np.array([True, *[False] * 7])
    chosen = selected(group, others, out)
    assert [one.column for one in chosen] == [1, 2, 3, 4, 5]
    assert [one.best_agree for one in chosen] == [True, False, False, False, False]


def test_selected_is_the_best_agreed_alone_where_none_is_sufficient():
    group, others = tally([9, 9], [1, 0], [10, 10]), tally([9, 9], [1, 0], [10, 10])
    assert selected(group, others, np.zeros(2, bool)) == (Chosen(0, agrees=True, best_agree=True),)


def test_selected_is_the_statement_most_apart_where_nothing_else_is_left():
    group, others = tally([1, 1], [4, 5], [10, 10]), tally([2, 1], [4, 1], [10, 10])
    assert selected(group, others, np.zeros(2, bool)) == (Chosen(1, agrees=False),)


def test_selected_is_empty_where_nobody_agreed_or_disagreed():
    nothing = tally([0, 0], [0, 0], [4, 0])
    assert selected(nothing, nothing, np.zeros(2, bool)) == ()


# Stages 12 and 13


def test_consensus_is_ranked_by_probability_times_test_without_moderated_statements():
    agree, seen = counts(9, 20, 3, 18, 0, 30), counts(10, 21, 4, 20, 0, 30)
    out = np.array([False] * 5 + [True])
    found = consensus(agree, seen, out)
    assert found.tolist() == [1, 3, 0, 2]  # 3 of 4: test 1.34; 0 of 0: p is 1/2, not above
    assert success_test(counts(3), counts(4))[0] > 1.2816


def test_consensus_lists_five():
    assert consensus(counts(*[9] * 8), counts(*[10] * 8), np.zeros(8, bool)).tolist() == [0, 1, 2, 3, 4]


def test_group_aware_consensus_is_the_product_over_groups():
    votes = tally([[3], [0]], [[0], [1]], [[4], [2]])
    assert group_aware_consensus(votes)[0] == pytest.approx(4 / 6 * 1 / 4)


# Stage 14


def test_priority():
    """3 agree, 1 disagrees, 1 passes, extremity 2: importance 5/7 * 3 * 4/7, and 1 + 8/2 for five votes."""
    votes = tally([3], [1], [5])
    assert importance(votes, np.array([2.0]))[0] == pytest.approx(5 / 7 * 3 * 4 / 7)
    found = priorities(votes, np.array([2.0]), np.array([False]))[0]
    assert found == pytest.approx((5 / 7 * 3 * 4 / 7 * 5) ** 2)


def test_priority_of_a_statement_that_nobody_saw_and_of_a_meta_statement():
    found = priorities(tally([0, 5], [0, 0], [0, 5]), np.zeros(2), np.array([False, True]))
    assert found.tolist() == [pytest.approx((0.25 * 9) ** 2), META_PRIORITY]


def test_signs_are_those_of_the_server():
    assert (AGREE, PASS, DISAGREE) == (-1, 0, 1)
