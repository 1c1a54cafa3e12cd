"""The share that would agree had everybody voted: who answers a statement is not a fair draw of all.

    expected_s = (1 - pass_s) * mean over placed people of logistic(c_s + b_p + u_p . v_s)

pass_s is the share of passes among the votes. People who skip a statement count with what their other votes say of
them; what is corrected is that those who answer stand elsewhere than those who do not. That somebody skips *because*
of the very answer, beyond what other votes tell, no votes can show. The interval is for the population that the people
come from. It counts what is not known of the statement, the gradient of the mean against the covariance of (c_s, v_s),
and that the people are a draw.

Where groups are found their shares (`soft.py`), weighted by how many people belong to each, take the place of the
model's, which draws rare groups and rare answers to the middle (post-stratification). Sources: Holt and Smith, Post
stratification (1979); Little and Rubin, Statistical analysis with missing data (2019), on ignorable missingness given
what is observed.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from majlis.engine.opinion.agreement import NORMAL_95, Shares
from majlis.engine.opinion.factors import Decided, Factors, Placed, statement_covariances
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.soft import SoftShares

BLOCK = 256


def expected_shares(table: Decided, factors: Factors, placed: Placed, passes: Floats) -> Shares:
    """Expected share of each statement, [S], from the people of `table`; passes: share of passes, [S]."""
    covariances = statement_covariances(table, factors, placed)
    means = np.empty(len(factors.statements))
    deviations = np.empty(len(factors.statements))
    for first in range(0, len(means), BLOCK):
        part = slice(first, first + BLOCK)
        agree, gradient = _means(factors.statements[part], placed)
        means[part] = agree
        drawn = agree * (1 - agree) / len(placed.means)
        deviations[part] = np.sqrt(np.einsum("si,sij,sj->s", gradient, covariances[part], gradient) + drawn)
    wide = NORMAL_95 * deviations
    opinion = 1 - passes
    low, high = np.clip(means - wide, 0.0, 1.0), np.clip(means + wide, 0.0, 1.0)
    return Shares(opinion * means, opinion * low, opinion * high)


def grouped_shares(soft: SoftShares, sizes: Floats) -> Shares:
    """Expected share of each statement, [S], from the shares of the groups and how many people belong to each, [G]."""
    weights = sizes / sizes.sum()
    means = soft.shares @ weights
    wide = NORMAL_95 * np.sqrt(np.einsum("g,sgh,h->s", weights, soft.covariances, weights))
    return Shares(means, np.clip(means - wide, 0.0, 1.0), np.clip(means + wide, 0.0, 1.0))


def _means(statements: Floats, placed: Placed) -> tuple[Floats, Floats]:
    """Mean probability of agreeing, [s], and its gradient in (c, v), [s, 1 + d]."""
    design = np.concatenate([np.ones((len(placed.means), 1)), placed.means[:, 1:]], axis=1)
    loadings = np.concatenate([np.ones((len(statements), 1)), statements[:, 1:]], axis=1)
    mean = statements[:, :1] + loadings @ placed.means.T
    variance = np.einsum("si,pij,sj->sp", loadings, placed.covariances, loadings, optimize=True)
    scale = 1 / np.sqrt(1 + np.pi * variance / 8)
    agree = expit(mean * scale)
    return agree.mean(axis=1), (agree * (1 - agree) * scale) @ design / len(design)
