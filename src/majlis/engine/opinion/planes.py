"""Linear algebra of many small symmetric matrices, written out over whole planes.

A family of d x d matrices is one array [d, d, ...]: the entries come first, so that each entry is a contiguous plane
and a factorisation is a few dozen operations on planes, whatever their number.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST = 1e-300


def lower_root(matrices: Floats) -> Floats:
    """Lower triangular L with L L' = A, of positive definite A [d, d, ...] (Cholesky)."""
    size = len(matrices)
    root = np.zeros_like(matrices)
    for i in range(size):
        for j in range(i + 1):
            left = matrices[i, j] - (root[i, :j] * root[j, :j]).sum(axis=0)
            root[i, j] = np.sqrt(np.maximum(left, LEAST)) if i == j else left / root[j, j]
    return root


def inverse_root(matrices: Floats) -> Floats:
    """Lower triangular R with R' R = A^-1: the inverse of the Cholesky factor."""
    root = lower_root(matrices)
    inverse = np.zeros_like(root)
    for i in range(len(root)):
        inverse[i, i] = 1.0 / root[i, i]
        for j in range(i):
            inverse[i, j] = -(root[i, j:i] * inverse[j:i, j]).sum(axis=0) * inverse[i, i]
    return inverse


def squared(roots: Floats) -> Floats:
    """R' R of lower triangular R."""
    size = len(roots)
    out = np.empty_like(roots)
    for i in range(size):
        for j in range(i + 1):
            out[i, j] = out[j, i] = (roots[i:, i] * roots[i:, j]).sum(axis=0)
    return out


def log_determinant(roots: Floats) -> Floats:
    """Logarithm of the determinant of R' R."""
    return np.asarray(2 * sum(np.log(roots[i, i]) for i in range(len(roots))))


def lower_times(roots: Floats, vectors: Floats) -> Floats:
    """R x of lower triangular R and vectors x [d, ...]."""
    return np.stack([(roots[i, : i + 1] * vectors[: i + 1]).sum(axis=0) for i in range(len(roots))])


def upper_times(roots: Floats, vectors: Floats) -> Floats:
    """R' x of lower triangular R."""
    return np.stack([(roots[i:, i] * vectors[i:]).sum(axis=0) for i in range(len(roots))])
