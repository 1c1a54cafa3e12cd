"""Is there more than one population? A parametric bootstrap of what several groups explain better than one.

The measure is by how much the best mixture's Bayesian information criterion is below that of one population. Simulated
conversations come from one Gaussian population of opinions, with the fitted statements, on the same pairs and with the
same passes; each is fitted as the data were, with two and three groups. A claim needs a measure that none of 39 draws
reaches and that lies three standard deviations above their mean: the simulated population is itself estimated, and the
promise of 5 % must hold all the same. Drawing ends with the first batch that reaches it. Source: McLachlan, On
bootstrapping the likelihood ratio test statistic for the number of components in a normal mixture (1987).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from majlis.engine.opinion.factors import Factors
from majlis.engine.opinion.mixture import Evidence, best_mixture, single, spread_out, stack
from majlis.engine.opinion.number import criterion
from majlis.engine.opinion.parallel import side_by_side
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.sample import Sample

DRAWS = 39
BATCH = 13
LEVEL = 0.025
MARGIN = 3.0
STARTS = 2
MOST_TRIED = 3
CALIBRATIONS = 5
CALIBRATION_DRAWS = 2
MOST_STRETCH = 2.0
LEAST = 1e-6


@dataclass(frozen=True)
class NullTest:
    """gain: by how much several groups lower the criterion; reached: draws at or above it, of so many draws.

    deviations: how many standard deviations of the draws the gain lies above their mean.
    """

    gain: float
    reached: int
    draws: int
    deviations: float

    @property
    def p_value(self) -> float:
        """(1 + reached) / (1 + draws)."""
        return (1 + self.reached) / (1 + self.draws)

    @property
    def rejected(self) -> bool:
        """Whether one population is rejected."""
        return self.p_value <= LEVEL and self.deviations >= MARGIN


def one_population(sample: Sample, gain: float, groups: int, seed: int) -> NullTest:
    """Test that one population is enough, against up to `groups` groups that gained `gain`."""
    rng = np.random.default_rng([seed, 2])
    source = calibrated(sample, seed)
    drawn = np.zeros(0)
    while len(drawn) < DRAWS and not (drawn >= gain).any():
        worlds = [sample.simulated(source, rng) for _ in range(BATCH)]
        drawn = np.concatenate([drawn, _gains(stack(side_by_side(sample.evidence_of, worlds)), groups, rng)])
    deviations = (gain - drawn.mean()) / max(float(drawn.std(ddof=1)), LEAST)
    return NullTest(gain, int((drawn >= gain).sum()), len(drawn), float(deviations))


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
        worlds = [sample.simulated(source, rng) for _ in range(CALIBRATION_DRAWS)]
        shown = np.mean(side_by_side(sample.strengths_of, worlds), axis=0)
        stretch = np.clip(observed / np.maximum(shown, LEAST), 1 / MOST_STRETCH, MOST_STRETCH)
        # Stretched axes may change places: the next stretch must meet them in the order of what is shown.
        statements = _principal(statements * np.append(1.0, stretch))
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
