"""Betas by mean and variance, against scipy."""

import numpy as np
import pytest
from scipy.stats import beta

from majlis.engine.opinion.betas import beta_quantiles

LEVELS = np.array([0.05, 0.5, 0.95])


@pytest.mark.parametrize(("a", "b"), [(0.5, 8.5), (40.0, 3.0), (0.3, 0.4), (500.0, 900.0)])
def test_quantiles_are_those_of_the_beta_with_this_mean_and_variance(a, b):
    found = beta_quantiles(np.array([beta.mean(a, b)]), np.array([beta.var(a, b)]), LEVELS)
    assert found[0] == pytest.approx(beta.ppf(LEVELS, a, b), abs=1e-9)


@pytest.mark.parametrize(("mean", "variance"), [(0.0, 0.01), (1.0, 0.0), (0.02, 0.9), (0.5, 0.0)])
def test_what_no_beta_has_is_finite_and_within_none_and_all(mean, variance):
    low, middle, high = beta_quantiles(np.array([mean]), np.array([variance]), LEVELS)[0]
    assert 0 <= low <= middle <= high <= 1


def test_jeffreys_posterior_is_what_counts_of_a_sure_group_give():
    agree, votes = 0, 8
    mean = (agree + 0.5) / (votes + 1)
    found = beta_quantiles(np.array([mean]), np.array([mean * (1 - mean) / (votes + 2)]), LEVELS)
    assert found[0] == pytest.approx(beta.ppf(LEVELS, 0.5, 8.5), abs=1e-9)
