"""What earlier releases of a population bind a new one to.

A *population* is one set of people whom tables are made of, such as a programme's cohort; its *state* is the digest of
the rows that were counted. Every table ever released of it is in its history.

1. **Same state.** Another breakdown of the same people: what was shown stays known, over the crossing of all dimensions
   together, and what was hidden stays protected. The same table again is the same release.
2. **Changed state.** A table appears anew only when every count that it shares with an earlier release and that was
   shown then has changed by at least k. Otherwise the earlier release stands: a count that moves by less tells who
   came, left or changed.
3. What was hidden stays hidden after a change, and what was shown must be shown, or the earlier release stands: two
   patterns that differ would complete each other. The pattern is dropped when every hidden count has since outgrown,
   by k, the most that it can have been. After a table of fewer than k people the next needs 2k - 1.

Why one pattern suffices, even for a reader who knows that people only came (or only left) and how many: let d be who
came. Whatever table y fits the earlier release, y + d fits the later one, which therefore narrows nothing. Read
backwards, the same holds for who left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from majlis.engine.disclosure.margins import Counts, Dimension, Flags, joined, sums
from majlis.engine.disclosure.suppression import TOLERANCE, Puzzle, Reals
from majlis.engine.disclosure.tables import Released
from majlis.engine.errors import InputError, Withheld


@dataclass(frozen=True)
class Knowledge:
    """What is known of people before a release: sums [K, N] over the frame with their values; and what to protect."""

    frame: tuple[Dimension, ...]
    rows: sparse.csr_array
    values: Reals
    watched: sparse.csr_array


@dataclass(frozen=True)
class Shared:
    """The cells that a table with totals shares with an earlier release.

    now, before: their counts; shown: which of them were; most: the most that each can have been.
    places: which of the table's own cells they are.
    """

    now: Counts
    before: Counts
    shown: Flags
    most: Counts
    places: Flags

    @classmethod
    def between(cls, dimensions: Sequence[Dimension], counts: Counts, earlier: Released) -> Shared:
        """Compare a table over `dimensions` with an earlier release."""
        here, there = _places(dimensions, earlier.dimensions), _places(earlier.dimensions, dimensions)
        theirs = [d.name for d in earlier.dimensions if d in dimensions]
        order = [theirs.index(d.name) for d in dimensions if d.name in theirs]

        def put(part: Counts) -> Counts:
            """The shared cells of the earlier table in the order of the new one."""
            return part[np.ix_(*there)].squeeze(_alone(there)).transpose(order).ravel()

        shown = put(earlier.shown.astype(np.int64)) > 0
        flags = np.zeros(counts.shape, bool)
        flags[np.ix_(*here)] = True
        return cls(counts[flags], put(earlier.counts), shown, put(_most(earlier)), flags)


def known_of(dimensions: Sequence[Dimension], same: Sequence[Released], k: int) -> Knowledge:
    """What earlier tables of the same people tell about a table over `dimensions`, and what of theirs is protected."""
    frame = joined([dimensions, *[earlier.dimensions for earlier in same]])
    nothing = sparse.csr_array((0, sums(frame, frame).shape[1]))
    places = [sums(earlier.dimensions, frame) for earlier in same]
    shown = [earlier.shown.ravel() for earlier in same]
    rows = sparse.vstack([nothing, *[p[s] for p, s in zip(places, shown, strict=True)]], format="csr")
    values = np.concatenate([np.zeros(0), *[e.counts.ravel()[s] for e, s in zip(same, shown, strict=True)]])
    hidden = sparse.vstack([nothing, *[p[~s] for p, s in zip(places, shown, strict=True)]], format="csr")
    wide = Puzzle(nothing, np.zeros(0, np.int64), rows, values, nothing).widths(np.zeros(0, bool), hidden)
    return Knowledge(frame, rows, values, hidden[wide >= k - TOLERANCE])


def insist_on_same(shared: Shared) -> None:
    """Raise InputError where a table that is said to count the same people counts others."""
    if (shared.now != shared.before)[shared.shown].any():
        raise InputError("the counts are not those of the release of the same state")


def insist_on_change(shared: Shared, k: int) -> None:
    """Raise Withheld where a count that was shown has changed by fewer than k people."""
    if (np.abs(shared.now - shared.before)[shared.shown] < k).any():
        raise Withheld(f"fewer than {k} people changed since the earlier release, which stands")


def insist_on_pattern(shared: Shared, hidden: Flags) -> None:
    """Raise Withheld where a count that was shown would be hidden."""
    if (shared.shown & hidden[shared.places]).any():
        raise Withheld("counts that were shown have become too small; the earlier release stands")


def kept_hidden(shared: Shared, k: int) -> Flags:
    """Which cells stay hidden because they were; none where all of them have outgrown what they can have been by k."""
    flags = np.zeros(shared.places.shape, bool)
    if not shared.shown.any():
        return np.full(flags.shape, shared.now[-1] < 2 * k - 1)
    if not (shared.now >= shared.most + k)[~shared.shown].all():
        flags[shared.places] = ~shared.shown
    return flags


def _most(earlier: Released) -> Counts:
    """The most that each cell can have been, by the shown ones."""
    cells, counts = sums(earlier.dimensions, earlier.dimensions), earlier.counts.ravel()
    nothing = sparse.csr_array((0, cells.shape[1]))
    puzzle = Puzzle(cells, counts, nothing, np.zeros(0), nothing)
    _, high = puzzle.ranges(~earlier.shown.ravel(), cells)
    return np.ceil(high - TOLERANCE).astype(np.int64).reshape(earlier.shown.shape)


def _places(own: Sequence[Dimension], other: Sequence[Dimension]) -> list[list[int]]:
    """Where shared cells lie along each of the own dimensions: everywhere in a shared one, in the total of another."""
    names = {dimension.name for dimension in other}
    ends = [(len(d.categories), d.name in names) for d in own]
    return [list(range(end + 1)) if both else [end] for end, both in ends]


def _alone(places: list[list[int]]) -> tuple[int, ...]:
    """The axes of which only the total is shared."""
    return tuple(axis for axis, place in enumerate(places) if len(place) == 1)
