"""Everybody who voted: where they stand, with which group they are counted, and how the groups answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Decided, information, place
from majlis.engine.opinion.groups import Grouping, Reason, joined, settle
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.model import Model
from majlis.engine.opinion.parallel import side_by_side
from majlis.engine.opinion.places import Block, blocks, picture_axes
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.soft import SoftCounts, SoftShares, soft_counts, soft_shares

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class People:
    """What the fit knows of the voters, in canonical order; groups from 0, -1 is not placed.

    soft: how the groups answer the statements; sizes: how many people belong to each, as a sum of probabilities.
    """

    positions: Floats
    groups: Indices
    certainty: Floats
    grouping: Grouping
    soft: SoftShares
    sizes: Floats


def people_of(votes: VoteMatrix, placed: Indices, order: Indices, model: Model, min_group: int) -> People:
    """Place everybody and count them with the groups of the model.

    votes, model: in canonical order; `order`: the places of the statements in their natural one.
    """
    everybody = _everybody(votes, placed, model)
    if len(placed) < min_group:
        return nobody_placed(votes, everybody.positions, Reason.TOO_FEW)
    grouping = settle(model.found, everybody.members, model.sample, min_group)
    labels = np.argmax(joined(everybody.members, grouping.merged), axis=1)
    ranks = _ranks(grouping, labels, votes, placed, order)
    steady = grouping.stability and replace(grouping.stability, jaccard=grouping.stability.jaccard[ranks])
    grouping = replace(grouping, merged=np.argsort(ranks)[grouping.merged], stability=steady)
    members = joined(everybody.members, grouping.merged)
    groups, certainty = np.full(votes.n_participants, -1), np.zeros(votes.n_participants)
    groups[placed], certainty[placed] = np.argmax(members, axis=1), members.max(axis=1)
    soft = soft_shares(everybody.soft.joined(grouping.merged))
    return People(everybody.positions, groups, certainty, grouping, soft, members.sum(axis=0))


def nobody_placed(votes: VoteMatrix, positions: Floats, reason: Reason) -> People:
    """Voters of whom nothing is said."""
    people, statements = len(positions), votes.n_statements
    soft = SoftShares(np.zeros((statements, 0)), np.zeros((statements, 0, 0)))
    nobody = Grouping(0, np.zeros(0, np.int64), reason)
    return People(positions, np.full(people, -1), np.zeros(people), nobody, soft, np.zeros(0))


@dataclass(frozen=True)
class _Everybody:
    """positions [P, 2] in the picture; members [placed, K]: probabilities of the groups found; soft: their counts."""

    positions: Floats
    members: Floats
    soft: SoftCounts


def _everybody(votes: VoteMatrix, placed: Indices, model: Model) -> _Everybody:
    factors, found = model.factors, model.found
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
