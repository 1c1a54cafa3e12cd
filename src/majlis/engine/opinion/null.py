"""Is there more than one population? A parametric bootstrap of what several groups explain better than one.

The measure is by how much the best mixture's Bayesian information criterion is below that of one population. Simulated
conversations come from one Gaussian population of opinions, with the fitted statements, on the same pairs and with the
same passes; each is fitted as the data were, with two and three groups. A claim needs a measure that none of 39 draws
reaches: nominally 2.5 %, since the simulated population is itself estimated and the promise is 5 %. Drawing ends with
the first batch that reaches it. Source: McLachlan, On bootstrapping the likelihood ratio test statistic for the number
of components in a normal mixture (1987).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from majlis.engine.opinion.factors import Factors
from majlis.engine.opinion.mixture import Evidence, best_mixture, single, spread_out, stack
from majlis.engine.opinion.number import criterion
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import Sample

DRAWS = 39
BATCH = 13
LEVEL = 0.025
STARTS = 2
MOST_TRIED = 3
CALIBRATIONS = 5
CALIBRATION_DRAWS = 2
MOST_STRETCH = 2.0
LEAST = 1e-6


@dataclass(frozen=True)
class NullTest:
    """gain: by how much several groups lower the criterion; reached: draws at or above it, of so many draws."""

    gain: float
    reached: int
    draws: int

    @property
    def p_value(self) -> float:
        """(1 + reached) / (1 + draws)."""
        return (1 + self.reached) / (1 + self.draws)

    @property
    def rejected(self) -> bool:
        """Whether one population is rejected."""
        return self.p_value <= LEVEL


def one_population(sample: Sample, gain: float, groups: int, seed: int) -> NullTest:
    """Test that one population is enough, against up to `groups` groups that gained `gain`."""
    rng = np.random.default_rng([seed, 2])
    source = calibrated(sample, seed)
    reached = made = 0
    while made < DRAWS and not reached:
        gains = _gains(stack([sample.evidence_of(sample.simulated(source, rng)) for _ in range(BATCH)]), groups, rng)
        reached += int((gains >= gain).sum())
        made += BATCH
    return NullTest(gain, reached, made)


def calibrated(sample: Sample, seed: int) -> Factors:
    """The fitted statements, stretched until simulated answers show the strengths that the data show.

    The fit shrinks strong axes and lends noise to weak ones; matching a statistic of simulated and observed data takes
    out both. Source: Gourieroux, Monfort and Renault, Indirect inference (1993).
    """
    observed = sample.strengths_of(sample.table)
    statements = _principal(sample.factors.statements)
    for _ in range(CALIBRATIONS):
        source = replace(sample.factors, statements=statements)
        rng = np.random.default_rng([seed, 5])
        shown = np.mean([sample.strengths_of(sample.simulated(source, rng)) for _ in range(CALIBRATION_DRAWS)], axis=0)
        stretch = np.clip(observed / np.maximum(shown, LEAST), 1 / MOST_STRETCH, MOST_STRETCH)
        statements = statements * np.append(1.0, stretch)
    return replace(sample.factors, statements=statements)


def _principal(statements: Floats) -> Floats:
    """The same statements on axes of decreasing strength."""
    _, axes = np.linalg.eigh(statements[:, 1:].T @ statements[:, 1:])
    return np.concatenate([statements[:, :1], statements[:, 1:] @ axes[:, ::-1]], axis=1)


def _gains(evidence: Evidence, most: int, rng: np.random.Generator) -> Floats:
    people = evidence.weights.shape[1]
    alone = criterion(single(evidence), people)
    several = [
        best_mixture(evidence, [spread_out(evidence, groups, rng) for _ in range(STARTS)])
        for groups in range(2, min(most, MOST_TRIED) + 1)
    ]
    return np.asarray(alone - np.min([criterion(mixture, people) for mixture in several], axis=0))
