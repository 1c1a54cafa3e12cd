"""`result.polis` of the JSON: every stage, with statements, base clusters and groups by their ids.

Raw counts that have not passed the release gate: an analyst's own file, which the workspace never makes.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from majlis.engine.finding import Frozen
from majlis.engine.opinion.polis.arrays import Floats, Ints
from majlis.engine.opinion.polis.representative import Chosen, directions, success, success_test
from majlis.engine.opinion.polis.stages import PolisMap
from majlis.engine.opinion.polis.tally import Tally
from majlis.engine.tables import InputDigest

Point = tuple[float, float]
T = TypeVar("T")


class Votes(Frozen):
    """Agrees, disagrees and votes seen, passes included."""

    A: int
    D: int
    S: int


class GroupVotes(Frozen):
    """A group: how many members it has, and its votes by statement."""

    n_members: int
    votes: dict[str, Votes]


class Success(Frozen):
    """A statement with n_success agrees (or disagrees) among n_trials votes.

    p_success = (n_success + 1) / (n_trials + 2); p_test: its test against one half.
    """

    statement: str
    n_success: int
    n_trials: int
    p_success: float
    p_test: float


class Representative(Success):
    """A statement that represents a group: p_success over that of the others, the test of the difference, direction."""

    repness: float
    repness_test: float
    repful_for: str
    best_agree: bool


class Consensus(Frozen):
    """Statements that everybody together agrees, and disagrees, with."""

    agree: tuple[Success, ...]
    disagree: tuple[Success, ...]


class ParticipantRow(Frozen):
    """A participant: votes given, base cluster and group; null for those who are not in the conversation."""

    votes: int
    base: str | None
    group: str | None


class PolisRow(Frozen):
    """Every stage of the Polis mathematics (docs/analyses/polis.md), in the signs of its server: agree -1, disagree +1.

    statements: ids of the columns; out: those moderated out, meta statements among them. center, extremity,
    group_aware_consensus, priorities: by statement. components: two, by statement. base_centers, base_groups,
    base_sizes: by base cluster. group_votes, representativeness: by group. also_read: files beyond those of votes and
    statements: the memberships, the server's output for its list of meta statements. projections, participants: by
    participant; null unless asked for.
    """

    statements: tuple[str, ...]
    out: tuple[str, ...]
    meta: tuple[str, ...]
    center: dict[str, float]
    components: tuple[dict[str, float], dict[str, float]]
    extremity: dict[str, float]
    base_centers: dict[str, Point]
    base_groups: dict[str, str]
    base_sizes: dict[str, int]
    group_votes: dict[str, GroupVotes]
    representativeness: dict[str, tuple[Representative, ...]]
    consensus: Consensus
    group_aware_consensus: dict[str, float]
    priorities: dict[str, float]
    also_read: tuple[InputDigest, ...]
    projections: dict[str, Point] | None
    participants: dict[str, ParticipantRow] | None


def polis_row(found: PolisMap, *, projections: bool) -> PolisRow:
    """Write a map down; with `projections`, also where each participant lies."""
    ids, joined = found.conversation.statements, found.memberships
    first, second = (_by(ids, component) for component in found.placed.components)
    return PolisRow(
        statements=ids,
        out=tuple(np.array(ids, object)[found.conversation.out]),
        meta=tuple(np.array(ids, object)[found.conversation.meta]),
        center=_by(ids, found.placed.centre),
        components=(first, second),
        extremity=_by(ids, found.placed.extremity),
        base_centers=_points(joined.base_names, joined.centres(found.placed.participants)),
        base_groups=_named(joined.base_names, [joined.group_names[group] for group in joined.groups]),
        base_sizes=_named(joined.base_names, joined.sizes.tolist()),
        group_votes=_named(joined.group_names, _groups(found)),
        representativeness=_named(joined.group_names, _representatives(found)),
        consensus=_consensus(found),
        group_aware_consensus=_by(ids, found.group_aware),
        priorities=_by(ids, found.priorities),
        also_read=(*found.conversation.also_read, *((joined.digest,) if joined.digest else ())),
        projections=_points(found.conversation.participants, found.placed.participants) if projections else None,
        participants=_participants(found) if projections else None,
    )


def _named(names: tuple[str, ...], values: list[T]) -> dict[str, T]:
    return dict(zip(names, values, strict=True))


def _by(names: tuple[str, ...], values: Floats) -> dict[str, float]:
    # Adding zero turns -0.0 into 0.0, whose bytes differ.
    return _named(names, (values + 0.0).tolist())


def _points(names: tuple[str, ...], values: Floats) -> dict[str, Point]:
    return _named(names, [(x, y) for x, y in (values + 0.0).tolist()])


def _groups(found: PolisMap) -> list[GroupVotes]:
    groups = found.memberships.of_participants
    members = np.bincount(groups[groups >= 0], minlength=len(found.votes.seen))
    return [
        GroupVotes(n_members=int(members[group]), votes=_counts(found.conversation.statements, found.votes.of(group)))
        for group in range(len(members))
    ]


def _counts(ids: tuple[str, ...], votes: Tally) -> dict[str, Votes]:
    rows = zip(ids, votes.agree.tolist(), votes.disagree.tolist(), votes.seen.tolist(), strict=True)
    return {statement: Votes(A=agree, D=disagree, S=seen) for statement, agree, disagree, seen in rows}


def _representatives(found: PolisMap) -> list[tuple[Representative, ...]]:
    return [
        tuple(_representative(found, group, chosen) for chosen in chosen_ones)
        for group, chosen_ones in enumerate(found.chosen)
    ]


def _representative(found: PolisMap, group: int, chosen: Chosen) -> Representative:
    votes, column = found.votes.of(group), chosen.column
    agree, disagree = directions(votes, found.votes.rest(group))
    shown, count = (agree, votes.agree) if chosen.agrees else (disagree, votes.disagree)
    return Representative(
        statement=found.conversation.statements[column],
        n_success=int(count[column]),
        n_trials=int(votes.seen[column]),
        p_success=float(shown.p[column]),
        p_test=float(shown.p_test[column]),
        repness=float(shown.ratio[column]),
        repness_test=float(shown.ratio_test[column]),
        repful_for="agree" if chosen.agrees else "disagree",
        best_agree=chosen.best_agree,
    )


def _consensus(found: PolisMap) -> Consensus:
    votes = found.everybody
    return Consensus(
        agree=tuple(_success(found, int(column), votes.agree) for column in found.agreed),
        disagree=tuple(_success(found, int(column), votes.disagree) for column in found.disagreed),
    )


def _success(found: PolisMap, column: int, count: Ints) -> Success:
    count, seen = count[[column]], found.everybody.seen[[column]]
    return Success(
        statement=found.conversation.statements[column],
        n_success=int(count[0]),
        n_trials=int(seen[0]),
        p_success=float(success(count, seen)[0]),
        p_test=float(success_test(count, seen)[0]),
    )


def _participants(found: PolisMap) -> dict[str, ParticipantRow]:
    joined, groups = found.memberships, found.memberships.of_participants
    rows = zip(found.conversation.seen.given.tolist(), joined.bases.tolist(), groups.tolist(), strict=True)
    listed = [
        ParticipantRow(
            votes=votes,
            base=joined.base_names[base] if base >= 0 else None,
            group=joined.group_names[group] if group >= 0 else None,
        )
        for votes, base, group in rows
    ]
    return _named(found.conversation.participants, listed)
