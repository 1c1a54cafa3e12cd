"""Tables of counts with all their totals, and the sums that bind the cells.

A table over dimensions of n1, n2, ... categories is kept with one more place along each, the last, for the total: a
cell of the (n1 + 1) x (n2 + 1) x ... array is the sum of the cells of the *frame* (no totals) that it covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from majlis.engine.errors import InputError, Withheld

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
MOST_CELLS = 20_000


@dataclass(frozen=True)
class Dimension:
    """What people are counted by: its name, and the categories, of which each person has one."""

    name: str
    categories: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.categories or len(set(self.categories)) != len(self.categories):
            raise InputError(f"the dimension {self.name!r} needs categories, each once")

    def place(self, category: str | None) -> int:
        """Where a category stands, None being the total; KeyError for an unknown one."""
        if category is None:
            return len(self.categories)
        if category not in self.categories:
            raise KeyError(f"{self.name} has no category {category!r}")
        return self.categories.index(category)


def insist_on_names(dimensions: Sequence[Dimension]) -> None:
    """Raise InputError unless each dimension has its own name."""
    if len({dimension.name for dimension in dimensions}) != len(dimensions):
        raise InputError("two dimensions of a table have one name")


def shape_of(dimensions: Sequence[Dimension]) -> tuple[int, ...]:
    """The shape without totals."""
    return tuple(len(dimension.categories) for dimension in dimensions)


def with_totals(counts: Counts) -> Counts:
    """Add the totals along every dimension."""
    for axis in range(counts.ndim):
        counts = np.concatenate([counts, counts.sum(axis=axis, keepdims=True)], axis=axis)
    return counts


def sums(dimensions: Sequence[Dimension], frame: Sequence[Dimension]) -> sparse.csr_array:
    """Which cells of the frame each cell of a table with totals covers: [cells, frame cells] of zeros and ones.

    The table's dimensions are among the frame's, in any order. Raises Withheld where the frame is too large to check.
    """
    cells = int(np.prod([n + 1 for n in shape_of(frame)], dtype=float))
    if cells > MOST_CELLS:
        raise Withheld(f"a table of {cells} cells is too large to be checked; leave a dimension out")
    own = {dimension.name for dimension in dimensions}
    parts = [_part(len(dimension.categories), split=dimension.name in own) for dimension in frame]
    rows = reduce(lambda one, other: sparse.kron(one, other, format="csr"), parts, sparse.csr_array(np.ones((1, 1))))
    return sparse.csr_array(rows)[_order(dimensions, [d for d in frame if d.name in own])]


def _part(categories: int, *, split: bool) -> sparse.csr_array:
    total = np.ones((1, categories))
    return sparse.csr_array(np.vstack([np.eye(categories), total]) if split else total)


def _order(dimensions: Sequence[Dimension], framed: Sequence[Dimension]) -> NDArray[np.int64]:
    """The frame's order of cells, put into the table's own."""
    places = np.arange(int(np.prod([n + 1 for n in shape_of(framed)], dtype=np.int64)))
    names = [dimension.name for dimension in framed]
    grid = places.reshape([n + 1 for n in shape_of(framed)])
    return np.asarray(grid.transpose([names.index(dimension.name) for dimension in dimensions]).ravel(), np.int64)


def joined(tables: Sequence[Sequence[Dimension]]) -> tuple[Dimension, ...]:
    """The frame of several tables: every dimension once, in order of appearance.

    Raises InputError where a dimension has other categories in another table: groups that overlap in part tell apart
    those who lie between them.
    """
    found: dict[str, Dimension] = {}
    for dimension in (dimension for table in tables for dimension in table):
        if found.setdefault(dimension.name, dimension) != dimension:
            raise InputError(f"{dimension.name!r} was released with other categories; they stay the same")
    return tuple(found.values())
