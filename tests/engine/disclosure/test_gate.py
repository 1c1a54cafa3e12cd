"""The release gate: its rules one by one, then an attacker with linear programming."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from majlis.engine.disclosure.gate import Answers, Hidden, Persons, attendance, hold_back, release

K = 5


def persons(groups, certainty=None, n_groups=None):
    groups = np.asarray(groups, np.int64)
    certain = np.arange(len(groups), dtype=float) if certainty is None else np.asarray(certainty, float)
    return Persons(groups, certain, int(groups.max(initial=-1)) + 1 if n_groups is None else n_groups)


def answers(table, n_choices=3):
    """A table [persons, questions] of choices, -1 where there is none."""
    table = np.asarray(table)
    who, what = np.nonzero(table >= 0)
    return Answers(who, what, table[who, what], table.shape[1], n_choices)


def one_question(voters_by_group, unplaced=0, size=20):
    """A question on which so many of each group (of `size` people) and so many unplaced people chose 0."""
    groups = np.repeat([*range(len(voters_by_group)), -1], [size] * len(voters_by_group) + [unplaced])
    column = np.full(len(groups), -1)
    for group, count in enumerate(voters_by_group):
        column[np.flatnonzero(groups == group)[:count]] = 0
    column[groups == -1] = 0
    return answers(column[:, None]), persons(groups, n_groups=len(voters_by_group))


def test_totals_appear_from_k_voters_on():
    for voters in range(8):
        shown = release(*one_question([voters]), K)
        assert shown.totals_shown[0] == (voters >= K)
        assert shown.totals[0].sum() == (voters if voters >= K else 0)


def test_cells_appear_all_or_none():
    assert release(*one_question([5, 7]), K).cells[:, 0, 0].tolist() == [5, 7]
    hidden = release(*one_question([4, 12]), K)
    assert hidden.cells_hidden == (Hidden.FEW_IN_A_GROUP,)
    assert hidden.totals_hidden == (None,)
    assert not hidden.cells.any()


@pytest.mark.parametrize("differ", range(4))
def test_of_five_who_answered_each_choice_is_shown_be_it_one_as_the_documentation_says(differ):
    column = np.array([1] * differ + [0] * (K - differ) + [0] * 10)[:, None]
    shown = release(answers(column), persons([0] * K + [1] * 10), K)
    assert shown.totals[0].tolist() == [K - differ + 10, differ, 0]
    assert shown.cells[0, 0].tolist() == [K - differ, differ, 0]


def test_a_group_without_any_voter_hides_the_cells_too():
    assert release(*one_question([0, 12]), K).cells_hidden == (Hidden.FEW_IN_A_GROUP,)


@pytest.mark.parametrize("unplaced", range(1, 9))
def test_rest_is_nobody_or_at_least_k(unplaced):
    shown = release(*one_question([12, 15], unplaced), K)
    rest = shown.totals.sum() - shown.cells.sum()
    assert shown.cells_shown[0]
    assert rest == max(unplaced, K)


def test_least_certain_voters_are_held_back_first():
    groups = np.array([0] * 10 + [-1] * 3)
    certain = np.array([0.9, 0.8, 0.2, 0.7, 0.1, 0.6, 0.5, 0.4, 0.3, 0.95, 0, 0, 0])
    held = hold_back(answers(np.zeros((13, 1), int)), persons(groups, certain), K)
    assert np.flatnonzero(held == -1).tolist() == [2, 4, 10, 11, 12]


def test_group_that_falls_under_k_by_holding_back_hides_the_cells():
    question, people = one_question([6, 15], unplaced=3)
    uncertain = Persons(people.groups, np.where(people.groups == 0, 0.0, 1.0), 2)
    assert release(question, uncertain, K).cells_hidden == (Hidden.FEW_IN_A_GROUP,)


def test_sizes_leave_nobody_or_at_least_k_unplaced():
    for unplaced in range(9):
        seen = attendance(persons([0] * 20 + [1] * 30 + [-1] * unplaced), K)
        assert seen.persons == 50 + unplaced
        assert seen.persons - seen.sizes.sum() == (max(unplaced, K) if unplaced else 0)


def test_few_persons_are_not_counted_at_all():
    assert attendance(persons([-1] * 4, n_groups=0), K).persons is None
    assert attendance(persons([], n_groups=0), K).persons == 0
    assert attendance(persons([0] * 5 + [-1]), K).sizes is None


def test_totals_that_pin_a_hidden_cell_by_the_sizes_are_hidden():
    # Nine of ten people voted: the group of five has four or five voters on it.
    table = np.zeros((10, 1), int)
    table[0] = -1
    shown = release(answers(table), persons([0] * 5 + [1] * 5), K)
    assert shown.cells_hidden == (Hidden.FEW_IN_A_GROUP,)
    assert shown.totals_hidden == (Hidden.SUBTRACTION,)


def test_no_answers_release_nothing():
    shown = release(answers(np.zeros((0, 2), int)), persons([], n_groups=0), K)
    assert shown.totals_hidden == (Hidden.FEW_VOTERS,) * 2


@st.composite
def worlds(draw):
    groups = draw(st.integers(0, 3))
    sizes = [draw(st.integers(K, 9)) for _ in range(groups)]
    members = [group for group, size in enumerate(sizes) for _ in range(size)] + [-1] * draw(st.integers(0, 9))
    assume(members)
    questions = draw(st.integers(1, 3))
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    seen = rng.random((len(members), questions)) < draw(st.sampled_from([0.3, 0.6, 0.9, 0.97]))
    table = np.where(seen, rng.integers(0, 3, seen.shape), -1)
    return answers(table), Persons(np.array(members), rng.random(len(members)), groups)


def truth(question, people, column):
    """Voters of each group and of the rest on one question."""
    voted = people.groups[question.persons[question.questions == column]]
    return np.array([*(np.sum(voted == group) for group in range(people.n_groups)), np.sum(voted == -1)])


def attack(shown, seen, column, part):
    """The least and the most that a linear-programming attacker can give a part (a group, or last the rest).

    The unknowns are each group's true voters, those of them held back, and the rest. What is published binds them.
    """
    groups = len(shown.cells)
    everybody = 1000 if seen.persons is None else seen.persons
    # True voters of the groups, then of the rest, then those held back from each group. Whoever is shown as placed is;
    # whoever is not may have been held back.
    n = 2 * groups + 1
    equal, values = [], []
    outside = everybody if seen.sizes is None else everybody - seen.sizes.sum()
    sizes = [everybody] * groups if seen.sizes is None else [size + outside for size in seen.sizes]
    bounds = [(0, size) for size in [*sizes, outside, *sizes]]
    total = np.array([1.0] * (groups + 1) + [0.0] * groups)
    if shown.totals_shown[column]:
        equal.append(total)
        values.append(shown.totals[column].sum())
    if shown.cells_shown[column]:
        for group in range(groups):
            row = np.zeros(n)
            row[group], row[groups + 1 + group] = 1, -1
            equal.append(row)
            values.append(shown.cells[group, column].sum())
    cost = np.zeros(n)
    cost[part] = 1
    upper = total[None]
    found = []
    for sign in (1, -1):
        done = linprog(
            sign * cost,
            A_ub=upper,
            b_ub=[everybody],
            A_eq=np.array(equal) if equal else None,
            b_eq=values or None,
            bounds=bounds,
        )
        assert done.status == 0, done.message
        found.append(sign * done.fun)
    return found


@given(worlds())
def test_linear_programming_never_pins_a_protected_number_within_k(world):
    question, people = world
    shown, seen = release(question, people, K), attendance(people, K)
    for column in range(question.n_questions):
        true = truth(question, people, column)
        for part, count in enumerate(true):
            shown_cell = part < people.n_groups and shown.cells_shown[column]
            if 0 < count < K and not shown_cell:
                low, high = attack(shown, seen, column, part)
                assert low <= count + 1e-6 <= high + 2e-6
                assert high - low >= K - 1e-6


@given(worlds())
def test_naive_subtraction_never_gives_a_number_under_k(world):
    question, people = world
    shown, seen = release(question, people, K), attendance(people, K)
    assert not shown.totals[~shown.totals_shown].any()
    assert not shown.cells[:, ~shown.cells_shown].any()
    for column in np.flatnonzero(shown.cells_shown):
        voters = shown.cells[:, column].sum(axis=1)
        rest = shown.totals[column].sum() - voters.sum()
        assert (voters >= K).all()
        assert rest == 0 or rest >= K
        assert (shown.cells[:, column].sum(axis=0) <= shown.totals[column]).all()
    if seen.sizes is not None:
        assert seen.persons - seen.sizes.sum() in {0, *range(K, 1000)}


@given(worlds())
def test_no_cell_has_more_voters_than_its_group_has_people(world):
    """The fullest cell of a group would tell how many were held back from its size."""
    question, people = world
    shown, seen = release(question, people, K), attendance(people, K)
    if seen.sizes is None:
        assert not shown.cells.any()
    else:
        assert (shown.cells.sum(axis=2) <= seen.sizes[:, None]).all()


@given(worlds())
def test_hidden_parts_are_not_pinned_by_taking_the_sizes_at_their_word(world):
    """A reader who takes a size for the exact number of a group's people bounds each part; the bounds stay k apart."""
    question, people = world
    shown, seen = release(question, people, K), attendance(people, K)
    if seen.sizes is None or not people.n_groups:
        return
    parts = np.append(seen.sizes, seen.persons - seen.sizes.sum())
    for column in np.flatnonzero(shown.totals_shown & ~shown.cells_shown):
        total = shown.totals[column].sum()
        for size in parts[parts > 0]:
            low, high = max(0, total - (seen.persons - size)), min(size, total)
            assert high - low >= K


def test_a_gate_without_the_subtraction_rule_would_fail_the_attack():
    """The attack has teeth: totals beside sizes of ten people pin a hidden group of four voters."""
    table = np.zeros((10, 1), int)
    table[0] = -1
    people = persons([0] * 5 + [1] * 5)
    shown, seen = release(answers(table), people, K), attendance(people, K)
    careless = type(shown)(np.array([[9, 0, 0]]), (None,), shown.cells, shown.cells_hidden)
    low, high = attack(careless, seen, 0, 0)
    assert high - low < K
