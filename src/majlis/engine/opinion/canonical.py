"""An order of participants and statements that depends only on the pattern of votes.

Colour refinement on the bipartite graph of votes: a statement's colour comes from its counts, a participant's from the
multiset of (colour of the statement, vote), and so on in turn until no class splits. A multiset is hashed as the sum of
mixed 64-bit words, which no order changes. Where equal colours remain among statements whose columns differ, one is
singled out and the refinement goes on; participants who then share a colour have voted alike, so that any order of
them gives the same matrix. Sources: Weisfeiler and Leman (1968); mixing: Steele, Lea and Flood, SplitMix (2014).

Limit: the statement singled out is arbitrary; where statements are interchangeable by a symmetry of all the votes the
canonical matrix is still the same, and only which of them is called which is open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from majlis.engine.opinion.matrix import VoteMatrix

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
    refinement = _Refinement(votes)
    people, statements = refinement.settle()
    participant_order = np.argsort(people, kind="stable")
    statement_order = np.argsort(statements, kind="stable")
    return Canonical(_renumbered(votes, participant_order, statement_order), participant_order, statement_order)


def _renumbered(votes: VoteMatrix, people: NDArray[np.int64], statements: NDArray[np.int64]) -> VoteMatrix:
    rows = _inverse(people)[votes.participants]
    columns = _inverse(statements)[votes.statements]
    order = np.argsort(rows * max(votes.n_statements, 1) + columns, kind="stable")
    return VoteMatrix(
        participants=rows[order].astype(np.int32),
        statements=columns[order].astype(np.int32),
        values=votes.values[order],
        n_participants=votes.n_participants,
        n_statements=votes.n_statements,
    )


def _inverse(order: NDArray[np.int64]) -> NDArray[np.int64]:
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


class _Refinement:
    """Colours of both sides of one set of votes."""

    def __init__(self, votes: VoteMatrix) -> None:
        self._votes = votes
        self._labels = _mix((votes.values.astype(np.int64) + 2).astype(np.uint64))
        self._by_person = _Grouping(votes.participants, votes.n_participants)
        self._by_statement = _Grouping(votes.statements, votes.n_statements)

    def settle(self) -> tuple[Words, Words]:
        """Colours of participants and statements, refined until only twins share one."""
        columns = self._columns()
        statements = self._by_statement.total(self._labels)
        people, statements = self._refine(statements)
        while (member := _first_undecided(statements, columns)) is not None:
            statements[member] = _mix(statements[member] ^ _GOLDEN)
            people, statements = self._refine(statements)
        return people, statements

    def _columns(self) -> Words:
        """A hash of each statement's column as it stands; statements with equal columns are twins."""
        return self._by_statement.total(_mix(self._votes.participants.astype(np.uint64) + self._labels))

    def _refine(self, statements: Words) -> tuple[Words, Words]:
        classes = 0
        while True:
            people = self._by_person.total(_mix(statements[self._votes.statements] ^ self._labels))
            statements = _mix(
                statements + self._by_statement.total(_mix(people[self._votes.participants] ^ self._labels))
            )
            found = len(np.unique(statements)) + len(np.unique(people))
            if found <= classes:
                return people, statements
            classes = found


class _Grouping:
    """Sums of words (modulo 2^64) over the votes of each item."""

    def __init__(self, items: NDArray[np.int32], count: int) -> None:
        self._order = np.argsort(items, kind="stable")
        self._present, self._starts = np.unique(items[self._order], return_index=True)
        self._count = count

    def total(self, words: Words) -> Words:
        totals = np.zeros(self._count, np.uint64)
        if len(words):
            totals[self._present] = np.add.reduceat(words[self._order], self._starts)
        return totals


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
