"""Somebody who reads what was released, and nothing else, and bounds what was not, by linear programming.

Written apart from the release gate: dense rows from `itertools`, SciPy's `linprog`, a published JSON document as input.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from scipy.optimize import linprog

MANY = 10_000  # more people than any table here has


def read(document):
    """The dimensions, and every cell of a published table as (categories by dimension, count or None)."""
    dimensions = {d["name"]: d["categories"] for d in document["dimensions"]}
    cells = []
    for place in product(*[range(len(names) + 1) for names in dimensions.values()]):
        value = document["counts"]
        for index in place:
            value = value[index]
        named = zip(dimensions.items(), place, strict=True)
        cells.append(({name: c[i] for (name, c), i in named if i < len(c)}, value))
    return dimensions, cells


class Attacker:
    """Collects published tables of one or several states of a population.

    Unknowns: the full crossing of all dimensions, once for each state. `grew`: between one state and the next people
    only came; `shrank`: they only left; `by`: how many at most; all of which the attacker happens to know.
    """

    def __init__(self, states, grew=False, shrank=False, by=None):
        self.dimensions = {}
        for documents in states:
            for document in documents:
                self.dimensions |= read(document)[0]
        self.size, self.states = int(np.prod([len(names) for names in self.dimensions.values()])), len(states)
        self.equal, self.values, self.less, self.most = [], [], [], []
        for state, documents in enumerate(states):
            for document in documents:
                self._learn(document, state)
        for state in range(self.states - 1):
            self._couple(state, grew, shrank, by)

    def _learn(self, document, state):
        for where, count in read(document)[1]:
            if count is not None:
                self.equal.append(self.row(where, state))
                self.values.append(count)

    def _couple(self, state, grew, shrank, by):
        one = np.eye(self.size)
        change = np.zeros((self.size, self.size * self.states))
        change[:, state * self.size : (state + 1) * self.size] = -one
        change[:, (state + 1) * self.size : (state + 2) * self.size] = one
        sign = 1 if grew else -1
        if grew or shrank:
            self.less.extend(-sign * change)
            self.most.extend([0] * self.size)
        if by is not None:
            self.less.append(sign * change.sum(axis=0))
            self.most.append(by)

    def row(self, where, state=0):
        inside = np.ones([len(names) for names in self.dimensions.values()], bool)
        for axis, (name, names) in enumerate(self.dimensions.items()):
            if name in where:
                here = np.arange(len(names)) == list(names).index(where[name])
                inside &= here.reshape([-1 if other == axis else 1 for other in range(inside.ndim)])
        row = np.zeros(self.size * self.states)
        row[state * self.size : (state + 1) * self.size] = inside.ravel()
        return row

    def bounds(self, where, state=0):
        """The least and the most that a count can be."""
        goal, found = self.row(where, state), []
        for sign in (1, -1):
            done = linprog(
                sign * goal,
                A_ub=np.array(self.less) if self.less else None,
                b_ub=self.most or None,
                A_eq=np.array(self.equal) if self.equal else None,
                b_eq=self.values or None,
                bounds=(0, MANY),
            )
            assert done.status == 0, done.message
            found.append(sign * done.fun)
        return tuple(found)

    def width(self, where, state=0):
        low, high = self.bounds(where, state)
        return high - low


def true_cells(table):
    """Every combination of a table with its true count, by brute force over the people in it."""
    dimensions = {d.name: d.categories for d in table.dimensions}
    for place in product(*[(*categories, None) for categories in dimensions.values()]):
        where = {n: c for n, c in zip(dimensions, place, strict=True) if c is not None}
        index = tuple(
            slice(None) if c is None else names.index(c) for c, names in zip(place, dimensions.values(), strict=True)
        )
        yield where, int(table.counts[index].sum())


def found_out(attacker, table, k, state=0):
    """Which counts under k the attacker bounds within less than k."""
    small = [where for where, count in true_cells(table) if count < k]
    return [where for where in small if attacker.width(where, state) < k - 1e-6]
