"""The release gate: what may be said about counts of people, and nothing else.

Persons answer questions; some persons stand in groups. What is protected is every cell (group, question) with
0 < n < k voters, and the rest (voters of no group) where 0 < rest < k. Rules:

1. Totals of a question appear from k voters on.
2. The group cells of a question appear all or none: only if every group has k voters on it.
3. Totals less cells leave nobody or at least k: where 0 < rest < k, the least certainly placed voters of the question
   count with the rest, as many as it lacks. If a group then falls under k, rule 2 hides the cells.
4. Where cells are hidden, the published totals and group sizes still bound them: a cell lies between
   max(0, total - everybody else) and min(total, size). If that range is narrower than k for any cell or for the rest,
   the totals are hidden as well.
5. Group sizes and the number of persons are themselves a question that every person answered, under the same rules: so
   "voted less placed" is 0 or at least k. Whoever is held back there stands in no group on any other question, so that
   no cell has more voters than its group has people.

Sums of several questions may be given over shown totals only. What remains open: a reader who knows the rules learns
from a hidden row that some group has fewer than k voters on it, not which (unless totals and sizes leave one choice,
and then only that it lies from 0 to k - 1); and releases of one consultation at two times must be k voters apart
(charter C04), which the caller sees to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from majlis.engine.disclosure.thresholds import at_least

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
Indices = NDArray[np.integer]


class Hidden(StrEnum):
    """Why a number is held back."""

    FEW_VOTERS = "few_voters"
    FEW_IN_A_GROUP = "few_in_a_group"
    SUBTRACTION = "subtraction"


@dataclass(frozen=True)
class Persons:
    """Who stands where: group of each person (-1 is none), and certainty, by which the least certain go first."""

    groups: Indices
    certainty: NDArray[np.float64]
    n_groups: int


@dataclass(frozen=True)
class Answers:
    """One row per (person, question): persons and questions from 0, choices from 0 to `n_choices` - 1."""

    persons: Indices
    questions: Indices
    choices: Indices
    n_questions: int
    n_choices: int


@dataclass(frozen=True)
class Release:
    """What may be shown; hidden counts are 0 here and their flags are false.

    totals [Q, C] with totals_shown [Q]; cells [G, Q, C] with cells_shown [Q].
    totals_hidden, cells_hidden: the reason for each question, or None.
    """

    totals: Counts
    totals_hidden: tuple[Hidden | None, ...]
    cells: Counts
    cells_hidden: tuple[Hidden | None, ...]

    @property
    def totals_shown(self) -> Flags:
        """Which questions show their totals."""
        return np.array([reason is None for reason in self.totals_hidden], bool)

    @property
    def cells_shown(self) -> Flags:
        """Which questions show their group cells."""
        return np.array([reason is None for reason in self.cells_hidden], bool)


@dataclass(frozen=True)
class Attendance:
    """How many persons there are, and in each group [G]; None where that is held back."""

    persons: int | None
    sizes: Counts | None


def attendance(persons: Persons, k: int) -> Attendance:
    """How many persons, and how many in each group: the question that everybody answered."""
    at_least(k)
    count = len(persons.groups)
    release = _suppressed(_everybody(persons), settled(persons, k), None, k)
    shown, cells_shown = release.totals_shown[0] or not count, release.cells_shown[0]
    return Attendance(count if shown else None, release.cells[:, 0, 0] if cells_shown else None)


def settled(persons: Persons, k: int) -> Persons:
    """The persons as the sizes count them: where one to k - 1 stand in no group, others join them until there are k."""
    return replace(persons, groups=hold_back(_everybody(persons), persons, k))


def _everybody(persons: Persons) -> Answers:
    """The question that every person answered in one way."""
    count = len(persons.groups)
    return Answers(np.arange(count), np.zeros(count, np.int64), np.zeros(count, np.int64), 1, 1)


def release(answers: Answers, persons: Persons, k: int) -> Release:
    """Pass the answers through the gate; see the rules above. CharterRefusal for a `k` under 5."""
    return _suppressed(answers, settled(persons, k), attendance(persons, k).sizes, k)


def _suppressed(answers: Answers, persons: Persons, sizes: Counts | None, k: int) -> Release:
    groups = hold_back(answers, persons, k)
    cells = _cells(answers, groups, persons.n_groups)
    totals = _cells(answers, np.zeros_like(groups), 1)[0]
    voters, members = totals.sum(axis=1), cells.sum(axis=2)
    complete = (members >= k).all(axis=0) & (voters >= k) & (persons.n_groups > 0)
    narrow = ~complete & (_narrowest(voters, sizes, len(persons.groups)) < k)
    totals_hidden = _reasons([(voters < k, Hidden.FEW_VOTERS), (narrow, Hidden.SUBTRACTION)])
    cells_hidden = _reasons([(voters < k, Hidden.FEW_VOTERS), (~complete, Hidden.FEW_IN_A_GROUP)])
    shown = np.array([reason is None for reason in totals_hidden], bool)
    return Release(
        np.where(shown[:, None], totals, 0), totals_hidden, np.where(complete[None, :, None], cells, 0), cells_hidden
    )


def _reasons(rules: list[tuple[Flags, Hidden]]) -> tuple[Hidden | None, ...]:
    """The first rule that holds for each question."""
    return tuple(
        next((reason for flags, reason in rules if flags[question]), None) for question in range(len(rules[0][0]))
    )


def _narrowest(voters: Counts, sizes: Counts | None, everybody: int) -> Counts:
    """Width of the narrowest range that totals and sizes leave for a part (a group, or the rest if there is one)."""
    if sizes is None or not len(sizes):
        return voters
    parts = np.append(sizes, everybody - sizes.sum())
    parts = parts[parts > 0][:, None]
    low = np.maximum(0, voters[None] - (everybody - parts))
    return np.asarray((np.minimum(voters[None], parts) - low).min(axis=0))


def _cells(answers: Answers, groups: Indices, n_groups: int) -> Counts:
    inside = groups >= 0
    place = (groups[inside] * answers.n_questions + answers.questions[inside]) * answers.n_choices
    flat = np.bincount(place + answers.choices[inside], minlength=n_groups * answers.n_questions * answers.n_choices)
    return flat.reshape(n_groups, answers.n_questions, answers.n_choices)


def hold_back(answers: Answers, persons: Persons, k: int) -> Indices:
    """The group with which each answer is counted, int64[n]; -1 is the rest, filled up to k where 0 < rest < k."""
    groups = persons.groups[answers.persons].astype(np.int64)
    rest = np.bincount(answers.questions[groups < 0], minlength=answers.n_questions)
    lacking = np.where((rest > 0) & (rest < k), k - rest, 0)
    candidates = np.flatnonzero((groups >= 0) & (lacking[answers.questions] > 0))
    order = np.lexsort(
        (answers.persons[candidates], persons.certainty[answers.persons[candidates]], answers.questions[candidates])
    )
    candidates = candidates[order]
    questions = answers.questions[candidates]
    place = np.arange(len(questions)) - np.searchsorted(questions, questions, side="left")
    groups[candidates[place < lacking[questions]]] = -1
    return groups
