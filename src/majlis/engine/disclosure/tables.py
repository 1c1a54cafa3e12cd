"""Tables of counts of people before and after the release gate; `releasing.release` leads from one to the other.

A released table keeps every total that could be kept. A hidden cell is null; one note says why for all of them, because
a reason of its own would tell which counts are small and which only stand guard.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from majlis.engine.charts import DataTable
from majlis.engine.disclosure.margins import Counts, Dimension, Flags, insist_on_names, shape_of, with_totals
from majlis.engine.errors import InputError

Place = tuple[str | None, ...]


@dataclass(frozen=True)
class CountTable:
    """How many people have each combination of categories: never to be shown.

    counts: int64[n1, n2, ...], without totals.
    """

    dimensions: tuple[Dimension, ...]
    counts: Counts

    def __post_init__(self) -> None:
        insist_on_names(self.dimensions)
        counts = np.asarray(self.counts)
        if counts.shape != shape_of(self.dimensions) or counts.dtype.kind not in "iu" or (counts < 0).any():
            raise InputError("a table of counts needs a whole number, not below 0, for every combination of categories")
        object.__setattr__(self, "counts", counts.astype(np.int64))

    @classmethod
    def of(cls, dimensions: Sequence[Dimension], people: Iterable[Sequence[str]]) -> Self:
        """Count people by their categories, given in the order of the dimensions. KeyError for an unknown category."""
        counts = np.zeros(shape_of(dimensions), np.int64)
        for person in people:
            counts[tuple(d.place(category) for d, category in zip(dimensions, person, strict=True))] += 1
        return cls(tuple(dimensions), counts)


@dataclass(frozen=True)
class Released:
    """A table that may be shown, totals in the last place of every dimension; what is hidden is 0 and not `shown`.

    k: the threshold that it was released under. state: the digest of the people it was counted from.
    """

    dimensions: tuple[Dimension, ...]
    counts: Counts
    shown: Flags
    k: int
    state: str

    def at(self, **categories: str) -> int | None:
        """The count of a combination; a dimension that is left out is its total. None where it is hidden."""
        if unknown := categories.keys() - {dimension.name for dimension in self.dimensions}:
            raise KeyError(f"the table has no dimension {sorted(unknown)[0]!r}")
        place = tuple(dimension.place(categories.get(dimension.name)) for dimension in self.dimensions)
        return int(self.counts[place]) if self.shown[place] else None

    def cells(self) -> Iterator[tuple[Place, int | None]]:
        """Every combination, None being a total, with its count, None where it is hidden."""
        for place in product(*[(*dimension.categories, None) for dimension in self.dimensions]):
            yield place, self.at(**_named(self.dimensions, place))

    def share(self, within: str, **categories: str) -> float | None:
        """The share of a combination in the same without `within`, such as completed among all of a site.

        None unless part, whole and everybody else in the whole are at least k, or the share would count who is hidden.
        """
        part, whole = self.at(**categories), self.at(**{n: c for n, c in categories.items() if n != within})
        if part is None or whole is None or whole - part < self.k:
            return None
        return part / whole

    def means(self, sums: NDArray[np.float64]) -> list[tuple[Place, float | None]]:
        """Means of a quantity whose sums [n1, n2, ...] are given: only where the count is shown."""
        totals = with_totals(np.asarray(sums))
        flat = zip(self.cells(), totals.ravel(), strict=True)
        return [(place, None if count is None else float(total) / count) for (place, count), total in flat]

    def to_dict(self) -> dict[str, Any]:
        """As JSON: dimensions, and counts in nested lists whose last place is the total; null is hidden."""
        values = self.counts.astype(object)
        values[~self.shown] = None
        dimensions = [{"name": d.name, "categories": list(d.categories)} for d in self.dimensions]
        return {"dimensions": dimensions, "counts": values.tolist(), "k": self.k, "state": self.state}

    @classmethod
    def restore(cls, kept: Mapping[str, Any]) -> Self:
        """Give `to_dict` back as a value."""
        dimensions = tuple(Dimension(d["name"], tuple(d["categories"])) for d in kept["dimensions"])
        values = np.array(kept["counts"], dtype=object).reshape([n + 1 for n in shape_of(dimensions)])
        shown = np.array([value is not None for value in values.flat], bool).reshape(values.shape)
        return cls(dimensions, np.where(shown, values, 0).astype(np.int64), shown, kept["k"], kept["state"])

    @property
    def digest(self) -> str:
        """SHA-256 of what is shown."""
        return hashlib.sha256(json.dumps(self.to_dict(), sort_keys=True).encode()).hexdigest()

    def data_table(self, key: str, title: str, headings: Sequence[str], total: str, hidden_note: str) -> DataTable:
        """The table to show, a row a combination; the last heading is for counts, `total` the word for totals."""
        rows = tuple((*[total if name is None else name for name in place], count) for place, count in self.cells())
        return DataTable(key, title, tuple(headings), rows, "" if self.shown.all() else hidden_note)


def _named(dimensions: Sequence[Dimension], place: Place) -> dict[str, str]:
    return {d.name: category for d, category in zip(dimensions, place, strict=True) if category is not None}
