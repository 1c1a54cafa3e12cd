"""The fields that every opinion map has, over the groups that Polis makes.

The counts pass the same release gate, and agreement has the same intervals. What Polis does not know stays empty: no
test of one population, no stability, no certainty of a membership.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from majlis.engine.disclosure.gate import Answers, Attendance, Persons, attendance, release, settled
from majlis.engine.opinion.agreement import Shares, agree_shares, consensus, division, ranked
from majlis.engine.opinion.fit import AGREE, DISAGREE, PASS, Fit
from majlis.engine.opinion.groups import Grouping, Reason
from majlis.engine.opinion.polis.arrays import Floats, Ints
from majlis.engine.opinion.polis.stages import PolisMap
from majlis.engine.opinion.soft import SoftCounts, soft_shares
from majlis.engine.opinion.spread import Spread, dots_for, group_spread

CHOICES = np.array([AGREE, PASS, DISAGREE])  # by a vote in the signs of Polis's server, plus one


def usual_fit(found: PolisMap, kept: Sequence[str], seed: int, min_group: int) -> Fit:
    """The fit whose groups 1, 2 ... are Polis's in the order of their ids; `kept`: ids of the statements shown."""
    persons = _persons(found, min_group)
    present = attendance(persons, min_group)
    counted = release(_answers(found, kept), persons, min_group)
    agree, seen = counted.cells[:, :, AGREE], counted.cells.sum(axis=2)
    soft = soft_shares(SoftCounts.of_sure(agree, seen))
    united = consensus(soft, agree, seen, counted.cells_shown, seed)
    divided = division(agree, seen, counted.cells_shown)
    none = Shares.none(len(kept))
    order = np.arange(len(kept))
    return Fit(
        positions=found.placed.participants,
        groups=np.asarray(persons.groups + 1, np.int64),
        memberships=np.eye(persons.n_groups + 1)[persons.groups][:, :-1],
        model=None,
        grouping=_grouping(persons, len(found.memberships.base_names)),
        attendance=present,
        released=counted,
        shares=agree_shares(agree, seen),
        consensus=united,
        division=divided,
        uniting=ranked(united, order),
        dividing=ranked(divided.difference, order),
        expected=none,
        bridging=none,
        bridged=ranked(none, order),
        spreads=_spreads(found.placed.participants, persons, present, seed, min_group),
    )


def _persons(found: PolisMap, min_group: int) -> Persons:
    """Who stands where; those who voted least are held back first. Nobody stands anywhere where too few do."""
    groups, given = found.memberships.of_participants, found.conversation.seen.given
    rank = np.empty(len(given))
    rank[np.argsort(given, kind="stable")] = np.arange(len(given))
    if (groups >= 0).sum() < min_group:
        return Persons(np.full(len(given), -1), rank, 0)
    return Persons(groups, rank, len(found.memberships.group_names))


def _grouping(persons: Persons, bases: int) -> Grouping:
    return Grouping(persons.n_groups, np.arange(persons.n_groups), _reason(persons.n_groups, bases))


def _reason(groups: int, bases: int) -> Reason:
    """Polis makes one group only of a single base cluster, all on one spot; a file may give one of several."""
    if groups == 0:
        return Reason.TOO_FEW
    if groups == 1:
        return Reason.ALIKE if bases == 1 else Reason.ONE_POPULATION
    return Reason.FOUND


def _answers(found: PolisMap, kept: Sequence[str]) -> Answers:
    """The votes on the statements that are shown, which meta statements are and moderated ones are not."""
    seen = found.conversation.seen
    questions = _places(found.conversation.statements, kept)[seen.columns]
    inside = questions >= 0
    choices = CHOICES[seen.values[inside] + 1]
    return Answers(seen.rows[inside], questions[inside], choices, len(kept), len(CHOICES))


def _places(statements: Sequence[str], kept: Sequence[str]) -> Ints:
    places = {statement: place for place, statement in enumerate(kept)}
    return np.array([places.get(statement, -1) for statement in statements], np.int64)


def _spreads(
    positions: Floats, persons: Persons, present: Attendance, seed: int, min_group: int
) -> tuple[Spread | None, ...]:
    """Each group's spread, from exactly the people whom its size counts."""
    if present.sizes is None:
        return (None,) * persons.n_groups
    counted, rng = settled(persons, min_group).groups, np.random.default_rng([seed, 4])
    dots = dots_for([int(size) for size in present.sizes])
    return tuple(group_spread(positions[counted == group], count, rng) for group, count in enumerate(dots))
