"""Beta distributions by mean and variance: what is not known of a share, also near none and all."""

from __future__ import annotations

import numpy as np
from scipy.special import betaincinv

from majlis.engine.opinion.planes import Floats

FEWEST_VOTES = 0.5
TINY = 1e-9


def beta_quantiles(means: Floats, variances: Floats, levels: Floats) -> Floats:
    """Quantiles of the Betas with these means and variances, [..., levels]; a + b is at least one half."""
    inside = np.clip(means, TINY, 1 - TINY)
    votes = np.maximum(inside * (1 - inside) / np.maximum(variances, TINY**2) - 1, FEWEST_VOTES)
    return np.asarray(betaincinv((inside * votes)[..., None], ((1 - inside) * votes)[..., None], levels))
