"""The gate of votes by group, attacked with everything on a map: sizes, and votes by group, statement and choice."""

import numpy as np
import pytest
from scipy.optimize import linprog

from majlis.engine.disclosure.gate import Answers, Persons, attendance, release

K, WORLDS, PARTS, CHOICES = 5, 1000, 5, 3


def world(rng):
    groups, questions = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    sizes = rng.integers(K, 12, groups)
    members = np.concatenate([np.repeat(np.arange(groups), sizes), np.full(rng.integers(0, 9), -1)])
    seen = rng.random((len(members), questions)) < rng.choice([0.3, 0.6, 0.9, 0.97])
    table = np.where(seen, rng.choice(CHOICES, seen.shape, p=[0.7, 0.2, 0.1]), -1)
    who, what = np.nonzero(table >= 0)
    answers = Answers(who, what, table[who, what], questions, CHOICES)
    return answers, Persons(members, rng.random(len(members)), groups)


def bounds(shown, seen, column, part):
    """The least and the most voters of a part (a group, or last those in none) on a question.

    Unknowns, for each part and choice, the true votes, and for each group and choice how many of them were held back.
    """
    groups = len(shown.cells)
    parts, n = groups + 1, (2 * groups + 1) * CHOICES
    everybody = 200 if seen.persons is None else seen.persons
    outside = everybody if seen.sizes is None else everybody - int(seen.sizes.sum())
    most = [everybody if seen.sizes is None else int(size) + outside for size in [*(seen.sizes if seen.sizes is not None
            else [0] * groups), 0]]  # fmt: skip
    equal, values, less, limits = [], [], [], []
    for choice in range(CHOICES):
        if shown.totals_shown[column]:
            row = np.zeros(n)
            row[choice : parts * CHOICES : CHOICES] = 1
            equal.append(row)
            values.append(shown.totals[column, choice])
        for group in range(groups):
            row = np.zeros(n)
            row[group * CHOICES + choice], row[(parts + group) * CHOICES + choice] = 1, -1
            if shown.cells_shown[column]:
                equal.append(row)
                values.append(shown.cells[group, column, choice])
            less.append(-row)
            limits.append(0)
    goals = []
    for index in range(parts):
        row = np.zeros(n)
        row[index * CHOICES : (index + 1) * CHOICES] = 1
        goals.append(row)
        less.append(row)
        limits.append(most[index])
    less.append(np.sum(goals, axis=0))
    limits.append(everybody)
    found = []
    for sign in (1, -1):
        done = linprog(
            sign * goals[part], np.array(less), limits, np.array(equal) if equal else None, values or None, (0, None)
        )
        assert done.status == 0, done.message
        found.append(sign * done.fun)
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_choices_beside_totals_and_sizes_pin_no_group_under_k(part):
    rng = np.random.default_rng([20, part])
    for _ in range(WORLDS // PARTS):
        answers, people = world(rng)
        shown, seen = release(answers, people, K), attendance(people, K)
        for column in range(answers.n_questions):
            voted = people.groups[answers.persons[answers.questions == column]]
            for index in range(people.n_groups + 1):
                count = int(np.sum(voted == (index if index < people.n_groups else -1)))
                if 0 < count < K:
                    low, high = bounds(shown, seen, column, index)
                    assert low - 1e-6 <= count <= high + 1e-6
                    assert high - low >= K - 1e-6
