"""The arrays of the Polis mathematics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# The signs of Polis's server; its exports and Majlis have agree +1.
AGREE, PASS, DISAGREE = -1, 0, 1


@dataclass(frozen=True)
class Seen:
    """Stage 1: the matrix of votes, as its seen cells; who never voted on what has no cell.

    rows: participants in the order met; columns: statements; values: AGREE, PASS or DISAGREE. All int64[nnz].
    """

    rows: Ints
    columns: Ints
    values: Ints
    n_participants: int
    n_statements: int

    @property
    def given(self) -> Ints:
        """How many votes each participant gave, moderated statements included: [N]."""
        return np.bincount(self.rows, minlength=self.n_participants)
