"""Stage 10: votes of each group on each statement, from the raw matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from majlis.engine.opinion.polis.arrays import AGREE, DISAGREE, Flags, Ints, Seen


@dataclass(frozen=True)
class Tally:
    """Agrees, disagrees and votes seen (passes included), arrays of one shape."""

    agree: Ints
    disagree: Ints
    seen: Ints

    def of(self, group: int) -> Tally:
        """One group's counts."""
        return Tally(self.agree[group], self.disagree[group], self.seen[group])

    def rest(self, group: int) -> Tally:
        """The sum of the other groups."""
        return Tally(*(counts.sum(axis=0) - counts[group] for counts in (self.agree, self.disagree, self.seen)))

    def together(self) -> Tally:
        """The sum of all groups."""
        return Tally(*(counts.sum(axis=0) for counts in (self.agree, self.disagree, self.seen)))


def group_votes(votes: Seen, groups: Ints, n_groups: int) -> Tally:
    """Counts [G, S]; groups: the group of each participant [N], -1 for those in none."""
    theirs = groups[votes.rows]
    cell = theirs * votes.n_statements + votes.columns

    def counted(which: Flags) -> Ints:
        counts = np.bincount(cell[which & (theirs >= 0)], minlength=n_groups * votes.n_statements)
        return counts.reshape(n_groups, votes.n_statements)

    everything = np.ones(len(cell), bool)
    return Tally(counted(votes.values == AGREE), counted(votes.values == DISAGREE), counted(everything))


def all_votes(votes: Seen) -> Tally:
    """Counts [S] over all participants, in a group or not."""
    return group_votes(votes, np.zeros(votes.n_participants, np.int64), 1).of(0)
