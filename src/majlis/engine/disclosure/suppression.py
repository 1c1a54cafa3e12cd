"""Which cells to hide so that nobody finds a protected count within less than k, by linear programming.

Someone who reads the shown cells knows that the true table y lies in

    { y >= 0 :  sum of y over what cell c covers = count(c), for every shown cell c }

The width of a hidden cell is the most less the least that it is in this set (two linear programmes). Cells are hidden
until every protected cell has width >= k (*sliding protection level k*, Fischetti and Salazar 2001). For the protected
cell that is tightest, one programme finds the two tables u, v >= 0 that differ by k in this cell and from the true
counts as cheaply as possible, where a person moved in a shown cell costs log(1 + count); cells that move are hidden
(the linear relaxation of Fischetti and Salazar's model, as in Kelly, Golden and Assad 1992). At last, every cell that
was hidden in addition is shown again where the widths allow it, those with the highest counts first.
Nothing is random, and no cell tells whether it was hidden for itself or for another: that would bound it below k.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its solvers are loaded when first asked for: they take a quarter of a second
from numpy.typing import NDArray
from scipy import sparse

from majlis.engine.disclosure.margins import Counts, Flags
from majlis.engine.errors import Withheld

Reals = NDArray[np.float64]
TOLERANCE = 1e-6
FAR = 1e5


@dataclass(frozen=True)
class Puzzle:
    """What a reader faces: cells [C] as sums over a frame [C, N] with their counts, and what was known before.

    known [K, N] with known_values: sums that are known whatever is hidden now. watched [W, N]: further sums to protect.
    """

    cells: sparse.csr_array
    counts: Counts
    known: sparse.csr_array
    known_values: Reals
    watched: sparse.csr_array

    def widths(self, hidden: Flags, cells: sparse.csr_array) -> Reals:
        """How far apart the least and the most of each of `cells` are; without a bound, at least FAR."""
        low, high = self.ranges(hidden, cells)
        return high - low

    def ranges(self, hidden: Flags, cells: sparse.csr_array) -> tuple[Reals, Reals]:
        """The least and the most of each of `cells` for someone who reads the others."""
        rows = sparse.vstack([self.known, self.cells[~hidden]], format="csr")
        values = np.concatenate([self.known_values, self.counts[~hidden]])
        both = sparse.vstack([cells, -cells], format="csr")
        found = _most(rows, values, both)
        return -found[cells.shape[0] :], found[: cells.shape[0]]


def suppress(puzzle: Puzzle, protected: Flags, k: int) -> Flags:
    """Which cells to hide, the protected ones among them, so that no protected or watched width is below `k`."""
    hidden = protected.copy()
    targets = sparse.vstack([puzzle.cells[protected], puzzle.watched], format="csr")
    while len(tight := _tight(puzzle, hidden, targets, k)):
        hidden |= _opened(puzzle, hidden, targets[tight[:1]], k)
    return _shown_again(puzzle, hidden, protected, targets, k)


def _tight(puzzle: Puzzle, hidden: Flags, targets: sparse.csr_array, k: int) -> NDArray[np.int64]:
    """The targets that are narrower than k, the narrowest first."""
    if not targets.shape[0]:
        return np.zeros(0, np.int64)
    widths = puzzle.widths(hidden, targets)
    order = np.argsort(np.round(widths, 6), kind="stable")
    return np.asarray(order[widths[order] < k - TOLERANCE], np.int64)


def _shown_again(puzzle: Puzzle, hidden: Flags, protected: Flags, targets: sparse.csr_array, k: int) -> Flags:
    extra = np.flatnonzero(hidden & ~protected)
    for cell in extra[np.argsort(-puzzle.counts[extra], kind="stable")]:
        trial = hidden.copy()
        trial[cell] = False
        if not len(_tight(puzzle, trial, targets, k)):
            hidden = trial
    return hidden


def _opened(puzzle: Puzzle, hidden: Flags, target: sparse.csr_array, k: int) -> Flags:
    """Which shown cells move at the least cost when the target is to differ by k between two possible tables.

    Unknowns: the tables u and v, and for each shown cell by how much u, and v, stand above and below its count.
    """
    shown = np.flatnonzero(~hidden)
    size, n = puzzle.cells.shape[1], len(shown)
    cells, eye = puzzle.cells[shown], sparse.eye_array(n)
    one = sparse.hstack([cells, sparse.csr_array((n, size)), -eye, eye, sparse.csr_array((n, 2 * n))])
    two = sparse.hstack([sparse.csr_array((n, size)), cells, sparse.csr_array((n, 2 * n)), -eye, eye])
    gap = sparse.hstack([target, -target, sparse.csr_array((1, 4 * n))])
    fixed = [sparse.hstack([k1, k2, sparse.csr_array((k1.shape[0], 4 * n))]) for k1, k2 in _each(puzzle.known)]
    rows = sparse.vstack([one, two, *fixed, gap], format="csc")
    values = np.concatenate([np.tile(puzzle.counts[shown], 2), np.tile(puzzle.known_values, 2)])
    limits = scipy.optimize.LinearConstraint(rows, np.append(values, k), np.append(values, np.inf))
    price = np.log1p(puzzle.counts[shown])
    found = _solved(np.concatenate([np.zeros(2 * size), np.tile(price, 4)]), limits)
    moved = found[2 * size :].reshape(4, n).max(axis=0) > TOLERANCE
    opened = np.zeros_like(hidden)
    opened[shown[moved]] = True
    return opened


def _each(known: sparse.csr_array) -> list[tuple[sparse.csr_array, sparse.csr_array]]:
    nothing = sparse.csr_array(known.shape)
    return [(known, nothing), (nothing, known)]


def _most(rows: sparse.csr_array, values: Reals, goals: sparse.csr_array) -> Reals:
    """The most of each goal over { y >= 0 : rows y = values }, no y more than FAR above all values: one programme."""
    copies, size = goals.shape
    if not copies:
        return np.zeros(0)
    blocks = sparse.kron(sparse.eye_array(copies), rows, format="csc")
    tiled = np.tile(values, copies)
    limits = scipy.optimize.LinearConstraint(blocks, tiled, tiled)
    found = _solved(-goals.toarray().ravel(), limits, FAR + values.max(initial=0))
    return np.asarray((goals.toarray() * found.reshape(copies, size)).sum(axis=1))


def _solved(cost: Reals, limits: scipy.optimize.LinearConstraint, most: float = np.inf) -> Reals:
    found = scipy.optimize.milp(cost, constraints=limits, bounds=scipy.optimize.Bounds(0, most))
    if not found.success:
        raise Withheld("what was released before leaves no way to protect these counts")
    return np.asarray(found.x)
