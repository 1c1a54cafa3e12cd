"""The opinion map of one set of votes, from matrix to released counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from majlis.engine.disclosure.gate import Answers, Attendance, Persons, Release, attendance, release, settled
from majlis.engine.opinion.agreement import MAJORITY, Division, Shares, agree_shares, consensus, division, ranked
from majlis.engine.opinion.canonical import Canonical, canonical_order
from majlis.engine.opinion.everyone import grouped_shares
from majlis.engine.opinion.groups import Grouping, Reason, placed_people
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.model import Model, learn
from majlis.engine.opinion.people import People, nobody_placed, people_of
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import votes_of
from majlis.engine.opinion.spread import Spread, dots_for, group_spread

AGREE, DISAGREE, PASS = 0, 1, 2

Indices = NDArray[np.int64]
Number = TypeVar("Number", np.float64, np.int64)


@dataclass(frozen=True)
class Fit:
    """A fitted map; people and statements stand in the caller's order.

    Never to be shown (they are about persons): positions [P, 2] (NaN without votes), groups [P] (1 to G; 0 is not
    placed), memberships [P, G] (posterior probabilities), model (None without votes).
    May be shown: all the rest, which has passed the release gate. attendance: people who voted, sizes [G] of groups;
    released: totals [S, 3] and cells [G, S, 3] by (agree, disagree, pass); shares [G, S]; consensus, division,
    expected, bridging [S]; uniting, dividing, bridged: statements ranked by lower bound, bridged those alone
    that most of every group supports, as far as the votes tell; spreads [G], None where sizes
    are held back; grouping: reason, null test and stability.
    """

    positions: Floats
    groups: Indices
    memberships: Floats
    model: Model | None
    grouping: Grouping
    attendance: Attendance
    released: Release
    shares: Shares
    consensus: Shares
    division: Division
    uniting: Indices
    dividing: Indices
    expected: Shares
    bridging: Shares
    bridged: Indices
    spreads: tuple[Spread | None, ...]

    @property
    def n_groups(self) -> int:
        """How many groups are shown (0 where too few people are placed to show anything about them)."""
        return len(self.spreads)


@dataclass(frozen=True)
class _Shown:
    """What the release gate lets out; groups: with which group each person is counted, -1 for those held back."""

    counted: Release
    attendance: Attendance
    groups: NDArray[np.integer]


@dataclass(frozen=True)
class _Seen:
    """All that a fit is put together from; people in canonical order, statements and model in the caller's.

    callers: the caller's index of each voter; united: consensus; grouped: expected shares where there are groups.
    """

    callers: Indices
    people: People
    united: Shares
    grouped: Shares | None
    shown: _Shown
    model: Model | None


def fit_map(
    votes: VoteMatrix,
    *,
    statement_order: Sequence[int],
    seed: int = 0,
    min_group: int = 5,
    model: Model | None = None,
    progress: Callable[[str, float], None] | None = None,
) -> Fit:
    """Fit the opinion map.

    statement_order: the statements' indices, first to last; breaks ties of rank and of group size. model: that of an
    earlier fit to the same statements, by which people are placed and counted without learning anew (for a session in
    which votes still come in). The result does not depend on the order of rows, nor of participants or statements (up
    to exchanging people whose votes are images of each other under a symmetry of all the votes).
    """
    report = progress or _silent
    report("order", 0.0)
    voters = np.unique(votes.participants).astype(np.int64)
    canonical = canonical_order(votes_of(votes, voters))
    placed = placed_people(canonical.votes)
    back = _inverse(canonical.statements)
    if not len(placed):
        model = None
        people = nobody_placed(canonical.votes, np.zeros((len(voters), 2)), Reason.NOBODY)
    else:
        known = model and model.reordered(canonical.statements)
        known = known or learn(canonical.votes, placed, min_group, seed, report)
        report("places", 0.8)
        order = back[np.asarray(statement_order, np.int64)]
        people = people_of(canonical.votes, placed, order, known, min_group)
        model = known.reordered(back)
    report("agreement", 0.9)
    persons = _persons(canonical.votes, people)
    counted = release(_answers(canonical.votes), persons, min_group)
    united = _united(people, counted, seed).at(back)
    grouped = grouped_shares(people.soft, people.members.sum(axis=0)).at(back) if people.grouping.count > 1 else None
    groups = settled(persons, min_group).groups
    shown = _Shown(_returned(counted, canonical), attendance(persons, min_group), groups)
    seen = _Seen(voters[canonical.participants], people, united, grouped, shown, model)
    return _fit(votes, seen, np.asarray(statement_order, np.int64), seed)


def _silent(stage: str, share: float) -> None:
    """Report progress to nobody."""


def _inverse(order: Indices) -> Indices:
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def _persons(votes: VoteMatrix, people: People) -> Persons:
    # Among equally certain people those with fewer votes go first; then canonical order decides.
    given = np.bincount(votes.participants, minlength=votes.n_participants)
    rank = np.empty(votes.n_participants)
    rank[np.lexsort((given, people.members.max(axis=1, initial=0.0)))] = np.arange(votes.n_participants)
    return Persons(people.groups, rank, people.grouping.count)


def _answers(votes: VoteMatrix) -> Answers:
    choices = np.array([DISAGREE, PASS, AGREE], np.int8)[votes.values + 1]
    return Answers(votes.participants, votes.statements, choices, votes.n_statements, 3)


def _returned(counted: Release, canonical: Canonical) -> Release:
    """The release with statements in the caller's order."""
    back = _inverse(canonical.statements)
    return Release(
        totals=counted.totals[back],
        totals_hidden=tuple(counted.totals_hidden[place] for place in back),
        cells=counted.cells[:, back],
        cells_hidden=tuple(counted.cells_hidden[place] for place in back),
    )


def _united(people: People, counted: Release, seed: int) -> Shares:
    # In canonical order: all statements teach the intervals of each, and each has its own draws.
    return consensus(people.soft, counted.cells[:, :, AGREE], counted.cells.sum(axis=2), counted.cells_shown, seed)


def _fit(votes: VoteMatrix, seen: _Seen, order: Indices, seed: int) -> Fit:
    counted, people, callers = seen.shown.counted, seen.people, seen.callers
    agree, given = counted.cells[:, :, AGREE], counted.cells.sum(axis=2)
    divided = division(agree, given, counted.cells_shown)
    expected, bridging = _of_all(seen, counted)
    return Fit(
        positions=_scattered(people.positions, callers, votes.n_participants, np.nan),
        groups=_scattered(people.groups + 1, callers, votes.n_participants, 0),
        memberships=_scattered(people.members, callers, votes.n_participants, 0.0),
        model=seen.model,
        grouping=people.grouping,
        attendance=seen.shown.attendance,
        released=counted,
        shares=agree_shares(agree, given),
        consensus=seen.united,
        division=divided,
        uniting=ranked(seen.united, order),
        dividing=ranked(divided.difference, order),
        expected=expected,
        bridging=bridging,
        bridged=_bridged(bridging, seen.united, order),
        spreads=_spreads(people, seen.shown, seed),
    )


def _bridged(bridging: Shares, united: Shares, order: Indices) -> Indices:
    """Statements by bridging, without those that, as far as the votes tell, most of some group does not support.

    The score sets one axis of opinion aside; a small group off that axis hardly lowers it.
    """
    return ranked(bridging.where(united.estimate > MAJORITY), order)


def _of_all(seen: _Seen, counted: Release) -> tuple[Shares, Shares]:
    """Expected shares and bridging scores, where totals and cells are shown: each vote of a hidden cell moves them."""
    shown, model = counted.totals_shown & counted.cells_shown, seen.model
    if model is None:
        return Shares.none(len(shown)), Shares.none(len(shown))
    return (seen.grouped or model.expected).where(shown), model.bridging.where(shown)


def _scattered(values: NDArray[Number], places: Indices, count: int, empty: float) -> NDArray[Number]:
    out = np.full((count, *values.shape[1:]), empty, values.dtype)
    out[places] = values
    return out


def _spreads(people: People, shown: _Shown, seed: int) -> tuple[Spread | None, ...]:
    """Each group's spread, from exactly the people whom its size counts: dots and ring tell how many they are."""
    sizes = shown.attendance.sizes
    if sizes is None:
        return (None,) * people.grouping.count
    rng = np.random.default_rng([seed, 4])
    return tuple(
        group_spread(people.positions[shown.groups == group], dots, rng)
        for group, dots in enumerate(dots_for([int(size) for size in sizes]))
    )
