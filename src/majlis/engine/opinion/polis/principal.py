"""Stages 2 to 4: moderated columns, imputation, principal components.

A column that moderation took out is 0 for everybody (2); an unseen vote is the mean of its column (3). Both are 0 once
the mean is taken off, so the matrix is never filled: its seen cells less their column's mean are all that the
components (4) need.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from majlis.engine.opinion.polis.arrays import Flags, Floats, Seen

COMPONENTS = 2
# Variance under this share of the largest is rounding, not a direction.
NO_VARIANCE = 1e-12


def column_means(seen: Seen, out: Flags) -> Floats:
    """The centre [S]: mean of each column's seen votes, 0 for those moderated out."""
    totals = np.bincount(seen.columns, seen.values, minlength=seen.n_statements)
    counts = np.bincount(seen.columns, minlength=seen.n_statements)
    return np.where(out, 0.0, totals / np.maximum(counts, 1))


def centred(seen: Seen, out: Flags, centre: Floats) -> csr_array:
    """The imputed matrix less its column means [N, S]: x - c where a vote was seen, 0 elsewhere."""
    inside = ~out[seen.columns]
    rows, columns = seen.rows[inside], seen.columns[inside]
    cells = seen.values[inside] - centre[columns]
    return csr_array((cells, (rows, columns)), shape=(seen.n_participants, seen.n_statements))


def principal_components(matrix: csr_array) -> Floats:
    """The two directions of most variance, rows of unit length [2, S]; a row of zeros where no variance is left.

    A component's sign is arbitrary: here its loadings sum to a positive number, as in the server outputs at hand.
    """
    people, statements = matrix.shape
    found = np.zeros((COMPONENTS, statements))
    if not matrix.nnz:
        return found
    wide = statements > people
    values, vectors = _leading((matrix @ matrix.T if wide else matrix.T @ matrix).toarray())
    for place in range(len(values)):
        if values[place] > NO_VARIANCE * values[0]:
            vector = matrix.T @ vectors[:, place] if wide else vectors[:, place]
            found[place] = _signed(vector / np.linalg.norm(vector))
    return found


def _leading(products: Floats) -> tuple[Floats, Floats]:
    """The largest eigenvalues, largest first, with their vectors as columns."""
    from scipy.linalg import eigh  # only Polis's mode needs it, and it takes a moment to load

    size = len(products)
    values, vectors = eigh(products, subset_by_index=[max(size - COMPONENTS, 0), size - 1])
    return values[::-1], vectors[:, ::-1]


def _signed(vector: Floats) -> Floats:
    total = vector.sum()
    if abs(total) < 1e-9:
        total = vector[np.argmax(np.abs(vector) > 1e-9)]
    return vector if total > 0 else -vector
