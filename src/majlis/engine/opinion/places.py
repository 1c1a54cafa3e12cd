"""Blocks of participants, and the axes of the picture.

A block needs only its own votes and the fitted statements, so memory stays bounded whatever the number of people, and
blocks can run side by side, on cores or on machines; their number follows from the votes alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.factors import Factors
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.planes import Floats

BLOCK = 2**18


def picture_axes(factors: Factors, votes_each: Floats) -> Floats:
    """The two axes of the picture, [1 + d, 2], to be applied to (b, u); the picture is in logits.

    They are the two directions in which statements (each weighted by its votes) move opinions most; with one dimension
    the second axis is how readily people agree. On each, agreeing lies to the right or above on balance.
    """
    loadings = factors.statements[:, 1:]
    weights = votes_each / max(votes_each.sum(), 1.0)
    strength, turned = np.linalg.eigh(loadings.T @ (loadings * weights[:, None]))
    order = np.argsort(-strength, kind="stable")[:2]
    axes = turned[:, order] * np.sqrt(np.maximum(strength[order], 0.0))
    axes = axes * np.where(weights @ loadings @ axes < 0, -1.0, 1.0)
    out = np.zeros((1 + factors.rank, 2))
    out[1:, : axes.shape[1]] = axes
    if axes.shape[1] == 1:
        out[0, 1] = 1.0
    return out


@dataclass(frozen=True)
class Block:
    """The votes of the participants from `first` to before `last`, renumbered from 0."""

    first: int
    last: int
    votes: VoteMatrix


def blocks(votes: VoteMatrix) -> list[Block]:
    """Cut votes that stand in order of participants into blocks of about `BLOCK` votes."""
    starts = np.concatenate([[0], np.cumsum(np.bincount(votes.participants, minlength=votes.n_participants))])
    cuts = np.searchsorted(starts, np.arange(BLOCK, len(votes.values), BLOCK))
    edges = np.unique(np.concatenate([[0], cuts, [votes.n_participants]]))
    return [_block(votes, starts, int(first), int(last)) for first, last in pairwise(edges)]


def _block(votes: VoteMatrix, starts: NDArray[np.int64], first: int, last: int) -> Block:
    kept = slice(int(starts[first]), int(starts[last]))
    people = votes.participants[kept] - np.int32(first)
    part = VoteMatrix(people, votes.statements[kept], votes.values[kept], last - first, votes.n_statements)
    return Block(first, last, part)
