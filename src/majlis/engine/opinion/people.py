"""Everybody who voted: where they stand, with which group they are counted, and how the groups answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.agreement import Shares
from majlis.engine.opinion.bridging import NORMAL_95, bridging
from majlis.engine.opinion.dimension import choose_rank
from majlis.engine.opinion.everyone import expected_shares
from majlis.engine.opinion.factors import Decided, Factors, fit_factors, information, place, starting
from majlis.engine.opinion.groups import Found, Grouping, Reason, find_groups, joined, placed_people, settle
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.parallel import side_by_side
from majlis.engine.opinion.places import Block, blocks, picture_axes
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import Sample, fitting_people, votes_of
from majlis.engine.opinion.soft import SoftCounts, SoftShares, soft_counts, soft_shares

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class People:
    """What the fit knows of the voters, in canonical order; groups from 0, -1 is not placed.

    soft: how the groups answer the statements; expected: the share that would agree had everybody voted; bridging: the
    bridging scores.
    """

    positions: Floats
    groups: Indices
    certainty: Floats
    grouping: Grouping
    soft: SoftShares
    expected: Shares
    bridging: Shares

    def reordered(self, statements: Indices) -> People:
        """The same with statements in another order."""
        return replace(
            self,
            soft=SoftShares(self.soft.shares[statements], self.soft.covariances[statements]),
            expected=self.expected.at(statements),
            bridging=self.bridging.at(statements),
        )


def people_of(
    votes: VoteMatrix, order: Indices, min_group: int, seed: int, progress: Callable[[str, float], None]
) -> People:
    """Place everybody and find the groups; votes in canonical order, `order` the places of the statements in theirs."""
    placed = placed_people(votes)
    if not len(placed):
        return _unplaced(votes, np.zeros((votes.n_participants, 2)), Reason.NOBODY)
    progress("factors", 0.1)
    factors = _factors(votes, placed, seed)
    if len(placed) < min_group:
        return _unplaced(votes, _everybody(votes, placed, factors, Found(Reason.TOO_FEW)).positions, Reason.TOO_FEW)
    sample = Sample.draw(votes, factors, placed, seed)
    found = find_groups(sample, min_group, seed, progress)
    progress("places", 0.8)
    everybody = _everybody(votes, placed, factors, found)
    grouping = settle(found, everybody.members, sample, np.searchsorted(placed, sample.people), min_group)
    labels = np.argmax(joined(everybody.members, grouping.merged), axis=1)
    ranks = _ranks(grouping, labels, votes, placed, order)
    steady = grouping.stability and replace(grouping.stability, jaccard=grouping.stability.jaccard[ranks])
    grouping = replace(grouping, merged=np.argsort(ranks)[grouping.merged], stability=steady)
    members = joined(everybody.members, grouping.merged)
    groups, certainty = np.full(votes.n_participants, -1), np.zeros(votes.n_participants)
    groups[placed], certainty[placed] = np.argmax(members, axis=1), members.max(axis=1)
    soft = soft_shares(everybody.soft.joined(grouping.merged))
    expected = expected_shares(sample.table, factors, sample.placed, _passes(votes))
    return People(everybody.positions, groups, certainty, grouping, soft, expected, _bridging(votes, placed, seed))


def _bridging(votes: VoteMatrix, placed: Indices, seed: int) -> Shares:
    """Scores with their intervals, from those to whom the model is fitted."""
    found = bridging(votes_of(votes, fitting_people(votes, placed, seed)))
    wide = NORMAL_95 * found.deviation
    return Shares(found.scores, found.scores - wide, found.scores + wide)


def _factors(votes: VoteMatrix, placed: Indices, seed: int) -> Factors:
    """The model, fitted to the people placed or to a part of them that is drawn with the seed."""
    part = votes_of(votes, fitting_people(votes, placed, seed))
    return fit_factors(Decided.of(part), starting(votes.n_statements, choose_rank(part, seed)))


@dataclass(frozen=True)
class _Everybody:
    """positions [P, 2] in the picture; members [placed, K]: probabilities of the groups found; soft: their counts."""

    positions: Floats
    members: Floats
    soft: SoftCounts


def _everybody(votes: VoteMatrix, placed: Indices, factors: Factors, found: Found) -> _Everybody:
    counted = np.zeros(votes.n_participants, bool)
    counted[placed] = True
    decided = votes.values != 0
    each = np.bincount(votes.statements[decided], minlength=votes.n_statements).astype(np.float64)
    axes = picture_axes(factors, each)

    def one(block: Block) -> _Everybody:
        table = Decided.of(block.votes)
        people = place(table, factors)
        inside = counted[block.first : block.last]
        members = found.members(information(people, factors).of(np.flatnonzero(inside)))
        return _Everybody(people.means @ axes, members, soft_counts(block.votes, table, factors, people, found, inside))

    parts = side_by_side(one, blocks(votes))
    return _Everybody(
        np.concatenate([part.positions for part in parts]),
        np.concatenate([part.members for part in parts]),
        reduce(SoftCounts.plus, [part.soft for part in parts]),
    )


def _passes(votes: VoteMatrix) -> Floats:
    given = np.bincount(votes.statements, minlength=votes.n_statements)
    passed = np.bincount(votes.statements, votes.values == 0, minlength=votes.n_statements)
    return np.asarray(passed / np.maximum(given, 1))


def _unplaced(votes: VoteMatrix, positions: Floats, reason: Reason) -> People:
    people, statements = len(positions), votes.n_statements
    none = np.full(statements, np.nan)
    return People(
        positions,
        np.full(people, -1),
        np.zeros(people),
        Grouping(0, np.zeros(0, np.int64), reason),
        SoftShares(np.zeros((statements, 0)), np.zeros((statements, 0, 0))),
        Shares(none, none, none),
        Shares(none, none, none),
    )


def _ranks(grouping: Grouping, labels: Indices, votes: VoteMatrix, placed: Indices, order: Indices) -> Indices:
    """Groups by size, then by the first statement on which their agree shares differ (higher first)."""
    groups = np.full(votes.n_participants, -1)
    groups[placed] = labels
    shares = _raw_shares(votes, groups, grouping.count)[:, order]
    sizes = np.bincount(labels, minlength=grouping.count)
    return np.array(sorted(range(grouping.count), key=lambda group: (-sizes[group], *(-shares[group]))))


def _raw_shares(votes: VoteMatrix, groups: Indices, count: int) -> Floats:
    inside = groups[votes.participants] >= 0
    place = groups[votes.participants[inside]] * votes.n_statements + votes.statements[inside]
    seen = np.bincount(place, minlength=count * votes.n_statements)
    agree = np.bincount(place, votes.values[inside] == 1, minlength=count * votes.n_statements)
    return np.asarray((agree / np.maximum(seen, 1)).reshape(count, votes.n_statements))
