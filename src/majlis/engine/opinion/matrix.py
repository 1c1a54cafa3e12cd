"""The votes as three aligned columns: the only form that the mathematics reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse


@dataclass(frozen=True)
class VoteMatrix:
    """Seen votes, one row per (participant, statement).

    participants, statements: indices from 0, int32[nnz]; values: int8[nnz], agree +1, pass 0, disagree -1.
    A pass is a vote that was seen; a pair without a row was not seen.
    """

    participants: NDArray[np.int32]
    statements: NDArray[np.int32]
    values: NDArray[np.int8]
    n_participants: int
    n_statements: int


def by_participant(votes: VoteMatrix, data: NDArray[Any]) -> sparse.csr_array:
    """The matrix [P, S] with `data`, one for each vote, at the places of the votes; explicit zeros are kept."""
    shape = (votes.n_participants, votes.n_statements)
    rows = votes.participants
    if not len(rows) or (rows[1:] >= rows[:-1]).all():
        starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=shape[0]))]).astype(np.int32)
        return sparse.csr_array((data, votes.statements, starts), shape=shape)
    return sparse.coo_array((data, (rows, votes.statements)), shape=shape).tocsr()
