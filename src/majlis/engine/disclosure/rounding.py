"""Controlled rounding, instead of hiding: every count becomes a multiple of a base, and all totals still add up.

    each r(c) is one of the two multiples of b next to count(c) (the count itself where it is one), sums hold, and the
    total distance from the counts is least (Cox 1987; a mixed-integer programme)

The base is b = 2k: whoever supposes that each count was rounded to the nearest multiple still has k people's room
around every one, and around 0, from 0 to k. Unlike hiding, rounding also shows where few people are.
"""

from __future__ import annotations

import numpy as np
import scipy  # its solvers are loaded when first asked for: they take a quarter of a second
from numpy.typing import NDArray
from scipy import sparse

from majlis.engine.disclosure.margins import Counts, sums, with_totals
from majlis.engine.disclosure.tables import CountTable
from majlis.engine.disclosure.thresholds import PEOPLE, threshold
from majlis.engine.errors import Withheld


def rounded(table: CountTable, *, k: int = PEOPLE, minors: bool = False) -> Counts:
    """Counts with totals, as multiples of 2k that add up. Raises Withheld where none exists (three ways and more)."""
    base = 2 * threshold(k, minors=minors)
    counts = with_totals(table.counts).ravel()
    low, rest = np.divmod(counts, base)
    choices = _choices(sums(table.dimensions, table.dimensions), low, rest, base)
    return ((low + choices) * base).reshape([n + 1 for n in table.counts.shape])


def _choices(cells: sparse.csr_array, low: Counts, rest: Counts, base: int) -> NDArray[np.int64]:
    """For each cell 1 where it is rounded up. Unknowns: the frame in units of the base, and the choice of each cell."""
    n, size = cells.shape
    rows = sparse.hstack([cells, -sparse.eye_array(n)], format="csc")
    price = np.where(rest > 0, base - 2 * rest, 0)
    up = np.where(rest > 0, 1, 0)
    bounds = scipy.optimize.Bounds(0, np.append(np.full(size, np.inf), up))
    found = scipy.optimize.milp(
        np.append(np.zeros(size), price),
        constraints=scipy.optimize.LinearConstraint(rows, low, low),
        bounds=bounds,
        integrality=np.ones(size + n, np.int64),
    )
    if not found.success:
        raise Withheld("these counts cannot be rounded so that all totals add up")
    return np.round(found.x[size:]).astype(np.int64)
