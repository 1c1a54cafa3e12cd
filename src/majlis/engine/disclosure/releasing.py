"""The one way by which a table of counts of people is released.

A count is *protected* where it is under k, nobody at all included: that nobody of a group did a thing says of each of
them that they did not. Protected counts are hidden; further cells are hidden until someone who reads all the rest, and
every earlier release, bounds no protected count within less than k (`suppression.py`, `history.py`). The number of all
people is shown from k on; a table of fewer people is hidden as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from majlis.engine.disclosure.history import (
    Knowledge,
    Shared,
    insist_on_change,
    insist_on_pattern,
    insist_on_same,
    kept_hidden,
    known_of,
)
from majlis.engine.disclosure.margins import Counts, Flags, joined, sums, with_totals
from majlis.engine.disclosure.suppression import Puzzle, suppress
from majlis.engine.disclosure.tables import CountTable, Released
from majlis.engine.disclosure.thresholds import PEOPLE, threshold


def release(
    table: CountTable, *, state: str, k: int = PEOPLE, minors: bool = False, history: Sequence[Released] = ()
) -> Released:
    """Release a table with all its totals.

    state: the digest of the rows that were counted. k: the fewest people under a count, at least 5; doubled for a
    cohort with minors. history: everything released of the same population, in any order.
    Raises Withheld where fewer than k people changed since an earlier release, or where earlier releases leave nothing
    to protect the counts with; CharterRefusal for a k under 5; InputError for a state that other counts had.
    """
    least, counts = threshold(k, minors=minors), with_totals(table.counts)
    joined([table.dimensions, *[earlier.dimensions for earlier in history]])
    shared = [(earlier, Shared.between(table.dimensions, counts, earlier)) for earlier in history]
    same = [earlier for earlier, _ in shared if earlier.state == state]
    changed = [cells for earlier, cells in shared if earlier.state != state]
    for earlier, cells in shared:
        insist_on_same(cells) if earlier.state == state else insist_on_change(cells, least)
    if (again := _again(table, same, least)) is not None:
        return again
    protected = np.any([counts < least, *[kept_hidden(cells, least) for cells in changed]], axis=0)
    hidden = _hidden(table, counts, protected, known_of(table.dimensions, same, least), least)
    for cells in changed:
        insist_on_pattern(cells, hidden)
    return Released(table.dimensions, np.where(hidden, 0, counts), ~hidden, least, state)


def _again(table: CountTable, same: Sequence[Released], k: int) -> Released | None:
    """The release of the same table of the same people, where there is one that was as careful."""
    found = (earlier for earlier in same if earlier.dimensions == table.dimensions and earlier.k >= k)
    return next(found, None)


def _hidden(table: CountTable, counts: Counts, protected: Flags, known: Knowledge, k: int) -> Flags:
    if protected.flat[-1]:
        return np.ones(counts.shape, bool)
    cells = sums(table.dimensions, known.frame)
    everybody = sparse.csr_array(np.ones((1, cells.shape[1])))
    rows = sparse.vstack([known.rows, everybody], format="csr")
    values = np.append(known.values, float(counts.flat[-1]))
    return suppress(Puzzle(cells, counts.ravel(), rows, values, known.watched), protected.ravel(), k).reshape(
        counts.shape
    )
