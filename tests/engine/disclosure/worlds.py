"""Random small tables of people, the same for the same seed."""

import numpy as np

from majlis.engine.disclosure.margins import Dimension
from majlis.engine.disclosure.tables import CountTable

SHAPES = [(2, 2), (2, 3), (3, 3), (3, 4), (4, 4), (2, 6), (5,), (2, 2, 2), (2, 3, 2), (3, 3, 2), (2, 2, 2, 2)]


def dimensions(shape):
    return tuple(Dimension(f"d{axis}", tuple("abcdefgh"[:n])) for axis, n in enumerate(shape))


def random_table(rng):
    """From almost empty to well filled, with cells of none, few and many people."""
    shape = SHAPES[rng.integers(len(SHAPES))]
    mean = rng.choice([3, 8, 20, 60])
    counts = rng.negative_binomial(rng.choice([0.5, 1, 3]), 1 / (1 + mean / 2), shape)
    return CountTable(dimensions(shape), counts)


def one_person(rng, table):
    """The same table after one person came, left or moved, with what the attacker may know of it."""
    counts = table.counts.copy()
    kind = str(rng.choice(["came", "left", "moved"])) if counts.any() else "came"
    if kind != "came":
        filled = np.flatnonzero(counts)
        counts.flat[filled[rng.integers(len(filled))]] -= 1
    if kind != "left":
        counts.flat[rng.integers(counts.size)] += 1
    return CountTable(table.dimensions, counts), kind
