"""The share that would agree had everybody voted: who answers a statement is not a fair draw of all.

    expected_s = (1 - pass_s) * mean over placed people of logistic(c_s + b_p + u_p . v_s)

pass_s is the share of passes among the votes. People who skip a statement count with what their other votes say of
them; what is corrected is that those who answer stand elsewhere than those who do not. That somebody skips *because*
of the very answer, beyond what other votes tell, no votes can show. The interval is for the population that the people
come from. It counts what is not known of the statement, the gradient of the mean against the covariance of (c_s, v_s),
that the people are a draw, and what is not known of pass_s; it is that of the Beta with this mean and variance.

Where groups are found their shares (`soft.py`), weighted by how many people belong to each, take the place of the
model's, which draws rare groups and rare answers to the middle (post-stratification). Sources: Holt and Smith, Post
stratification (1979); Little and Rubin, Statistical analysis with missing data (2019), on ignorable missingness given
what is observed.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from majlis.engine.opinion.agreement import TAIL, Shares
from majlis.engine.opinion.betas import beta_quantiles
from majlis.engine.opinion.factors import Decided, Factors, Placed, statement_covariances
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.soft import SoftShares

BLOCK = 256


def expected_shares(table: Decided, factors: Factors, placed: Placed, votes: Floats, passes: Floats) -> Shares:
    """Expected share of each statement, [S], from the people of `table`; votes, passes: how many were given, [S]."""
    covariances = statement_covariances(table, factors, placed)
    means = np.empty(len(factors.statements))
    variances = np.empty(len(factors.statements))
    for first in range(0, len(means), BLOCK):
        part = slice(first, first + BLOCK)
        means[part], gradient, spread = _means(factors.statements[part], placed)
        unsure = np.einsum("si,sij,sj->s", gradient, covariances[part], gradient)
        variances[part] = unsure + spread / len(placed.means)
    return _unless_passed(means, variances, votes, passes)


def _unless_passed(means: Floats, variances: Floats, votes: Floats, passes: Floats) -> Shares:
    """Shares that agree from those of the people who do not pass; what is not known of passes is Jeffreys'."""
    opinion = (votes - passes + 0.5) / (votes + 1)
    unsure = opinion * (1 - opinion) / (votes + 2)
    estimate = means * (1 - passes / np.maximum(votes, 1.0))
    return _around(estimate, opinion * means, opinion**2 * variances + means**2 * unsure)


def grouped_shares(soft: SoftShares, sizes: Floats) -> Shares:
    """Expected share of each statement, [S], from the shares of the groups and how many people belong to each, [G]."""
    weights = sizes / sizes.sum()
    means = soft.shares @ weights
    return _around(means, means, np.einsum("g,sgh,h->s", weights, soft.covariances, weights))


def _around(estimate: Floats, means: Floats, variances: Floats) -> Shares:
    low, high = np.moveaxis(beta_quantiles(means, variances, np.array([TAIL, 1 - TAIL])), -1, 0)
    return Shares(estimate, np.minimum(low, estimate), np.maximum(high, estimate))


def _means(statements: Floats, placed: Placed) -> tuple[Floats, Floats, Floats]:
    """Of people's probabilities of agreeing the mean [s], its gradient in (c, v) [s, 1 + d], and the variance [s].

    The variance is that of what is expected of people and, to first order, of what is not known of each.
    """
    design = np.concatenate([np.ones((len(placed.means), 1)), placed.means[:, 1:]], axis=1)
    loadings = np.concatenate([np.ones((len(statements), 1)), statements[:, 1:]], axis=1)
    mean = statements[:, :1] + loadings @ placed.means.T
    variance = np.einsum("si,pij,sj->sp", loadings, placed.covariances, loadings, optimize=True)
    scale = 1 / np.sqrt(1 + np.pi * variance / 8)
    agree = expit(mean * scale)
    slope = agree * (1 - agree) * scale
    spread = agree.var(axis=1) + (slope * slope * variance).mean(axis=1)
    return agree.mean(axis=1), slope @ design / len(design), spread
