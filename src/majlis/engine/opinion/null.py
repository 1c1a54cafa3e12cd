"""Is there more than one population? A parametric bootstrap of the likelihood ratio of two groups against one.

Simulated conversations come from the single spectrum that fits the data best, on the same pairs and with the same
passes; each is refitted as the data were. A claim needs a ratio that none of 39 draws reaches: nominally 2.5 %, since
the simulated population is itself estimated and the promise is 5 %. Drawing ends with the first batch that reaches it.
Source: McLachlan, On bootstrapping the likelihood ratio test statistic for the number of components in a normal mixture
(1987).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from majlis.engine.opinion.factors import Floats
from majlis.engine.opinion.mixture import Evidence, best_mixture, stack
from majlis.engine.opinion.sample import Sample, strengths
from majlis.engine.opinion.spectrum import Spectrum, fit_spectrum

DRAWS = 39
BATCH = 13
LEVEL = 0.025
STARTS = 6
CALIBRATIONS = 4
CALIBRATION_DRAWS = 4
MOST_STRETCH = 2.0
LEAST = 1e-6


@dataclass(frozen=True)
class NullTest:
    """ratio: observed likelihood ratio; reached: draws at or above it; draws: how many were made."""

    ratio: float
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


def one_population(sample: Sample, seed: int) -> NullTest:
    """Test that one population of opinions is enough."""
    observed = float(_ratio(sample.evidence(), seed)[0])
    spectrum = calibrated(fit_spectrum(sample.votes, sample.factors), sample, seed)
    rng = np.random.default_rng([seed, 2])
    reached = made = 0
    while made < DRAWS and not reached:
        worlds = [sample.known_from(spectrum.simulate(sample.votes, rng).values) for _ in range(BATCH)]
        ones = np.ones((1, len(sample.people)))
        ratios = _ratio(stack([Evidence.of(world, ones) for world in worlds]), seed)
        reached += int((ratios >= observed).sum())
        made += BATCH
    return NullTest(observed, reached, made)


def calibrated(spectrum: Spectrum, sample: Sample, seed: int) -> Spectrum:
    """Stretch the spectrum's axes until simulated votes show the strengths that the data show.

    The fit shrinks strong axes and lends noise to weak ones; matching a statistic of simulated and observed data takes
    out both. Source: Gourieroux, Monfort and Renault, Indirect inference (1993).
    """
    observed = strengths(sample.factors)
    for _ in range(CALIBRATIONS):
        rng = np.random.default_rng([seed, 5])
        worlds = [sample.strengths_from(spectrum.simulate(sample.votes, rng).values) for _ in range(CALIBRATION_DRAWS)]
        shown = np.maximum(np.mean(worlds, axis=0), LEAST)
        spectrum = spectrum.stronger(np.clip(observed / shown, 1 / MOST_STRETCH, MOST_STRETCH))
    return spectrum


def _ratio(evidence: Evidence, seed: int) -> Floats:
    two, one = best_mixture(evidence, 2, STARTS, seed), best_mixture(evidence, 1, 1, seed)
    return np.asarray(2 * (two.likelihood - one.likelihood))
