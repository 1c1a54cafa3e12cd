"""Stages 5 and 6: where participants and statements lie on the two components."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from majlis.engine.opinion.polis.arrays import AGREE, Flags, Floats, Ints, Seen


def counted_votes(seen: Seen, out: Flags) -> Ints:
    """How many votes count for each participant [N]: those seen, and every zeroed column."""
    kept = np.bincount(seen.rows[~out[seen.columns]], minlength=seen.n_participants)
    return np.asarray(kept + int(out.sum()))


def participant_projections(matrix: csr_array, components: Floats, votes: Ints) -> Floats:
    """Stage 5, [N, 2]: p = sqrt(n_statements / max(n_votes, 1)) * sum over voted j of (x_j - c_j) * pc_j."""
    scale = np.sqrt(matrix.shape[1] / np.maximum(votes, 1))
    return np.asarray(scale[:, None] * (matrix @ components.T))


def statement_projections(centre: Floats, components: Floats) -> Floats:
    """Stage 6, [2, S]: a virtual participant whose one vote is an agreement, sqrt(n_statements) * (-1 - c_j) * pc_j."""
    return np.asarray(np.sqrt(len(centre)) * (AGREE - centre) * components)


def extremity(projections: Floats) -> Floats:
    """How far a statement's projection lies from the middle [S]: its Euclidean norm."""
    return np.asarray(np.sqrt((projections**2).sum(axis=0)))
