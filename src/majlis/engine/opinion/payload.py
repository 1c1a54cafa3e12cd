"""The parts of an opinion map's JSON; every number in them has passed the release gate."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from majlis.engine.finding import Frozen

HiddenReason = Literal["few_voters", "few_in_a_group", "subtraction"]
Point = tuple[float, float]


class Share(Frozen):
    """A share between 0 and 1 with its 90 % interval."""

    estimate: float
    low: float
    high: float


class Counted(Frozen):
    """Votes on a statement and how they fell; all null where `hidden` says why."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, populate_by_name=True)

    votes: int | None
    agree: int | None
    disagree: int | None
    passed: int | None = Field(alias="pass")
    hidden: HiddenReason | None


class GroupCell(Counted):
    """The votes of one group on a statement."""

    id: int
    share: Share | None


class Divided(Frozen):
    """The pair of groups that differ most; `first` agrees more. The interval counts that the pair was chosen."""

    estimate: float
    low: float
    high: float
    first: int
    second: int


class Score(Frozen):
    """A bridging score, about -1 to 1, with its 90 % interval."""

    estimate: float
    low: float
    high: float


class StatementRow(Counted):
    """A statement: all its voters, each group, consensus and division, and what all would answer.

    expected: the share that would agree had everybody voted (`everyone.py`); bridging: approval with the sides of
    opinion set aside (`bridging.py`). Null where totals or cells are hidden.
    """

    id: str
    text: str
    per_group: tuple[GroupCell, ...]
    consensus: Share | None
    division: Divided | None
    expected: Share | None = None
    bridging: Score | None = None


class Participants(Frozen):
    """How many voted, and how many are placed in a group; null where held back."""

    voted: int | None
    placed: int | None


class PersonRow(Frozen):
    """Where a participant stands, for an analyst's own file: position in the picture, likeliest group, probabilities.

    group and memberships are null for who is not placed.
    """

    position: Point
    group: int | None
    memberships: tuple[float, ...] | None


class Place(Frozen):
    """Where a group lies in the picture, from the people whom its size counts."""

    centre: Point
    covariance: tuple[float, float, float]
    ring: tuple[Point, ...]
    dots: tuple[Point, ...]


class GroupRow(Frozen):
    """A group: its size, how well it came back in resamples (Jaccard), and its place in the picture.

    Where the size is held back, so is the place, which tells how many people there are.
    """

    id: int
    size: int | None
    jaccard: float | None
    place: Place | None


class Number(Frozen):
    """How many groups there are, with what 90 % of the resamples of the participants say."""

    estimate: int
    low: int
    high: int


class StabilityRow(Frozen):
    """How the groups came back in resamples; see `engine/opinion/stability.py`.

    people: how many people each resample drew from; null where that is held back.
    """

    resamples: int
    people: int | None
    all_placed: bool
    same_number: float
    came_back: float
    rand: Share


class NullRow(Frozen):
    """The test of one population: draws that reached the observed gain, of how many; p-value.

    deviations: how many standard deviations of the draws the gain lies above their mean.
    """

    reached: int
    draws: int
    p_value: float
    deviations: float | None = None
