"""An order of participants and statements that depends only on the pattern of votes.

Colour refinement on the bipartite graph of votes: a statement's colour comes from its counts, a participant's from the
multiset of (colour of the statement, vote), and so on in turn until no class splits. A multiset is hashed as a sum of
mixed 64-bit words, which no order changes and which is one product with the sparse matrix of votes. Where equal colours
remain among statements whose columns differ, one is singled out and the refinement goes on; participants who then share
a colour have voted alike, so that any order of them gives the same matrix. Sources: Weisfeiler and Leman (1968);
mixing: Steele, Lea and Flood, SplitMix (2014).

Limit: the statement singled out is arbitrary; where statements are interchangeable by a symmetry of all the votes the
canonical matrix is still the same, and only which of them is called which is open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.matrix import VoteMatrix, by_participant

Words = NDArray[np.uint64]
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True)
class Canonical:
    """The votes in canonical order.

    votes: the renumbered votes, sorted by participant and statement.
    participants, statements: the caller's index of each canonical place, int64[n].
    """

    votes: VoteMatrix
    participants: NDArray[np.int64]
    statements: NDArray[np.int64]


def canonical_order(votes: VoteMatrix) -> Canonical:
    """Renumber participants and statements by the pattern of votes alone."""
    people, statements = _Refinement(votes).settle()
    participant_order = np.argsort(people, kind="stable")
    statement_order = np.argsort(statements, kind="stable")
    return Canonical(_renumbered(votes, participant_order, statement_order), participant_order, statement_order)


def _renumbered(votes: VoteMatrix, people: NDArray[np.int64], statements: NDArray[np.int64]) -> VoteMatrix:
    table = by_participant(votes, votes.values)[people]
    table.indices = _inverse(statements)[table.indices].astype(np.int32)
    table.has_sorted_indices = False
    table.sort_indices()
    rows = np.repeat(np.arange(votes.n_participants, dtype=np.int32), np.diff(table.indptr))
    return VoteMatrix(rows, table.indices, table.data, votes.n_participants, votes.n_statements)


def _inverse(order: NDArray[np.int64]) -> NDArray[np.int64]:
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


class _Refinement:
    """Colours of both sides of one set of votes; a vote multiplies the colour of the other side by its label."""

    def __init__(self, votes: VoteMatrix) -> None:
        labels = _mix(np.arange(1, 4, dtype=np.uint64)) | np.uint64(1)
        self._labels = by_participant(votes, labels[votes.values + 1])
        self._given = np.bincount(votes.statements, minlength=votes.n_statements).astype(np.uint64)

    def settle(self) -> tuple[Words, Words]:
        """Colours of participants and statements, refined until only twins share one."""
        columns = self._labels.T @ _mix(np.arange(self._labels.shape[0], dtype=np.uint64))
        people, statements = self._refine(_mix(self._given))
        while (member := _first_undecided(statements, columns)) is not None:
            statements[member] = _mix(statements[member] ^ _GOLDEN)
            people, statements = self._refine(statements)
        return people, statements

    def _refine(self, statements: Words) -> tuple[Words, Words]:
        classes = 0
        while True:
            people = _mix(self._labels @ statements)
            statements = _mix(statements + _mix(self._labels.T @ people))
            found = len(np.unique(statements)) + len(np.unique(people))
            if found <= classes:
                return people, statements
            classes = found


def _first_undecided(colours: Words, columns: Words) -> int | None:
    """A member of the first class (by colour) whose columns are not all the same, or None."""
    order = np.lexsort((columns, colours))
    same = (colours[order][1:] == colours[order][:-1]) & (columns[order][1:] != columns[order][:-1])
    return int(order[np.argmax(same)]) if same.any() else None


def _mix(words: Words) -> Words:
    """SplitMix64's finaliser: a fixed bijection of 64-bit words whose sums behave as random ones."""
    with np.errstate(over="ignore"):
        mixed = words + _GOLDEN
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
        mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
        return mixed ^ (mixed >> np.uint64(31))
