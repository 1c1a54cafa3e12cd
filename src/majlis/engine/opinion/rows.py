"""From a fit to the rows of the JSON: ids and texts added, floats rounded so that bytes are stable."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from majlis.engine.disclosure.gate import Hidden
from majlis.engine.opinion.agreement import LEVEL, TAIL, Shares
from majlis.engine.opinion.fit import Fit
from majlis.engine.opinion.payload import (
    Divided,
    GroupCell,
    GroupRow,
    NullRow,
    Number,
    Participants,
    PersonRow,
    Place,
    Point,
    Score,
    Share,
    StabilityRow,
    StatementRow,
)
from majlis.engine.opinion.spread import Spread
from majlis.engine.opinion.votes import Statement

DECIMALS = 6

__all__ = [
    "LEVEL",
    "group_rows",
    "null_row",
    "number_row",
    "participants_row",
    "person_rows",
    "stability_row",
    "statement_rows",
]


def _round(value: float) -> float:
    # Adding zero turns -0.0 into 0.0, whose bytes differ.
    return round(float(value), DECIMALS) + 0.0


def _between(shares: Shares, index: int | tuple[int, int]) -> tuple[float, float, float] | None:
    estimate, low, high = (float(values[index]) for values in (shares.estimate, shares.low, shares.high))
    return None if np.isnan(low) else (_round(estimate), _round(low), _round(high))


def _share(shares: Shares, index: int | tuple[int, int]) -> Share | None:
    found = _between(shares, index)
    return found and Share(estimate=found[0], low=found[1], high=found[2])


def participants_row(fit: Fit, voted: int, least: int) -> Participants:
    """How many voted, moderated statements included, and how many are placed; null under `least` people.

    Where the two would differ by one to `least` - 1 (people who voted on moderated statements only) the number that
    passed the gate stands for those who voted.
    """
    placed = _placed(fit)
    if placed is None:
        return Participants(voted=voted if voted >= least else None, placed=None)
    apart = voted == placed or voted - placed >= least
    return Participants(voted=voted if apart else fit.attendance.persons, placed=placed)


def group_rows(fit: Fit) -> tuple[GroupRow, ...]:
    """The groups in the order of their ids."""
    sizes, stability = fit.attendance.sizes, fit.grouping.stability
    return tuple(
        GroupRow(
            id=index + 1,
            size=None if sizes is None else int(sizes[index]),
            jaccard=None if stability is None else _round(stability.jaccard[index]),
            place=None if spread is None else _place(spread),
        )
        for index, spread in enumerate(fit.spreads)
    )


def _place(spread: Spread) -> Place:
    xx, xy, yy = spread.covariance[0, 0], spread.covariance[0, 1], spread.covariance[1, 1]
    return Place(
        centre=_point(spread.centre),
        covariance=(_round(xx), _round(xy), _round(yy)),
        ring=tuple(_point(point) for point in spread.ring),
        dots=tuple(_point(point) for point in spread.dots),
    )


def _point(point: Sequence[float] | np.ndarray) -> Point:
    return _round(point[0]), _round(point[1])


def statement_rows(fit: Fit, statements: Sequence[Statement]) -> tuple[StatementRow, ...]:
    """One row for each statement that moderation left in."""
    return tuple(_statement(fit, index, statement) for index, statement in enumerate(statements))


def _statement(fit: Fit, index: int, statement: Statement) -> StatementRow:
    return StatementRow(
        id=statement.id,
        text=statement.text,
        per_group=tuple(_cell(fit, group, index) for group in range(fit.n_groups)),
        consensus=_share(fit.consensus, index),
        division=_divided(fit, index),
        expected=_share(fit.expected, index),
        bridging=_score(fit.bridging, index),
        **_counts(fit.released.totals[index], fit.released.totals_hidden[index]),
    )


def _cell(fit: Fit, group: int, index: int) -> GroupCell:
    hidden = fit.released.cells_hidden[index]
    return GroupCell(
        id=group + 1,
        share=None if hidden else _share(fit.shares, (group, index)),
        **_counts(fit.released.cells[group, index], hidden),
    )


def _counts(counts: np.ndarray, hidden: Hidden | None) -> dict[str, int | str | None]:
    if hidden:
        return {"votes": None, "agree": None, "disagree": None, "pass": None, "hidden": hidden.value}
    agree, disagree, passed = (int(count) for count in counts)
    return {
        "votes": agree + disagree + passed,
        "agree": agree,
        "disagree": disagree,
        "pass": passed,
        "hidden": None,
    }


def _divided(fit: Fit, index: int) -> Divided | None:
    share = _share(fit.division.difference, index)
    if share is None:
        return None
    first, second = int(fit.division.first[index]) + 1, int(fit.division.second[index]) + 1
    return Divided(**share.model_dump(), first=first, second=second)


def _score(shares: Shares, index: int) -> Score | None:
    share = _between(shares, index)
    return share and Score(estimate=share[0], low=share[1], high=share[2])


def number_row(fit: Fit) -> Number | None:
    """The number of groups, or None where nothing was resampled."""
    numbers = fit.grouping.numbers
    if numbers is None or not fit.n_groups:
        return None
    low, high = np.quantile(numbers, [TAIL, 1 - TAIL], method="nearest")
    return Number(estimate=fit.n_groups, low=min(int(low), fit.n_groups), high=max(int(high), fit.n_groups))


def person_rows(fit: Fit, names: Sequence[str]) -> dict[str, PersonRow]:
    """Every participant who voted on a statement that is shown, by name."""
    return {name: _person(fit, index) for index, name in enumerate(names)}


def _person(fit: Fit, index: int) -> PersonRow:
    group = int(fit.groups[index])
    memberships = tuple(_round(chance) for chance in fit.memberships[index]) if group else None
    return PersonRow(position=_point(fit.positions[index]), group=group or None, memberships=memberships)


def _placed(fit: Fit) -> int | None:
    return None if fit.attendance.sizes is None else int(fit.attendance.sizes.sum())


def stability_row(fit: Fit) -> StabilityRow | None:
    """How the groups came back, or None where there is one group or none."""
    steady, numbers = fit.grouping.stability, fit.grouping.numbers
    if steady is None or numbers is None:
        return None
    low, middle, high = (_round(value) for value in np.quantile(steady.rand, [TAIL, 0.5, 1 - TAIL]))
    return StabilityRow(
        resamples=len(steady.rand),
        people=_placed(fit) if steady.whole else steady.people,
        all_placed=steady.whole,
        same_number=_round((numbers == fit.n_groups).mean()),
        came_back=_round(steady.came_back),
        rand=Share(estimate=middle, low=low, high=high),
    )


def null_row(fit: Fit) -> NullRow | None:
    """The test of one population, where it was made."""
    null = fit.grouping.null
    if null is None:
        return None
    return NullRow(
        reached=null.reached, draws=null.draws, p_value=_round(null.p_value), deviations=_round(null.deviations)
    )
