"""The votes as three aligned columns: the only form that the mathematics reads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
