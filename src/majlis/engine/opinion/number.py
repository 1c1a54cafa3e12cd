"""Mixtures with one to several groups on the same evidence, and which number of them is preferred."""

from __future__ import annotations

import numpy as np

from majlis.engine.opinion.mixture import Evidence, Mixture, best_mixture, grown, single, spread_out
from majlis.engine.opinion.planes import Floats

STARTS = 6
GROWN = 3
LOOK_AHEAD = 2


def criterion(mixture: Mixture, people: int) -> Floats:
    """Bayesian information criterion of B mixtures, smaller is better. Parameters: shares, centres, one spread.

    Source: Schwarz, Estimating the dimension of a model (1978).
    """
    groups, rank = mixture.groups, len(mixture.centres)
    parameters = groups - 1 + rank * groups + rank * (rank + 1) / 2
    return np.asarray(parameters * np.log(people) - 2 * mixture.likelihood)


def mixtures(evidence: Evidence, most: int, seed: int) -> list[Mixture]:
    """The best mixtures found with 1, 2, ... groups, until two more in a row explain no better than fewer."""
    rng = np.random.default_rng([seed, 0])
    people = evidence.weights.shape[1]
    fits = [single(evidence)]
    while len(fits) < most and preferred(fits, people) > len(fits) - LOOK_AHEAD:
        starts = [spread_out(evidence, len(fits) + 1, rng) for _ in range(STARTS)]
        starts += [grown(evidence, fits[-1], rng) for _ in range(GROWN)]
        fits.append(best_mixture(evidence, starts))
    return fits


def preferred(fits: list[Mixture], people: int) -> int:
    """The number of groups with the smallest criterion."""
    return int(np.argmin([float(criterion(fit, people)[0]) for fit in fits])) + 1
