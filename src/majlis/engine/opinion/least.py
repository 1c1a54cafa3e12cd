"""The share that agrees in the least agreeing group, with its 90 % interval.

What is not known of a statement's share in one group is a Beta distribution with the mean and the variance of
`soft.py`; the groups' depend on each other as normals with the same correlations would (a Gaussian copula). The least
of several uncertain shares lies low by luck alone where groups agree alike, so that two things are kept apart, and how
often each is true is learnt from all the statements (empirical Bayes, normal on the scale of logits): with probability
w all groups agree alike, and the statement has one share, pooled over the groups; else each group has its own. The
distribution of the least share mixes both; its median is the estimate, its 5 % and 95 % quantiles the interval.
Sources: Efron, Large-scale inference (2010), chapter 2, for the two groups of cases; Morris, Parametric empirical Bayes
inference (1983).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit, ndtr

from majlis.engine.opinion.betas import TINY, beta_quantiles
from majlis.engine.opinion.planes import Floats
from majlis.engine.opinion.soft import SoftShares

DRAWS = 2000
ROUNDS = 50
FEWEST = 2
JITTER = 1e-9
APART = 0.3
LIMIT = 50.0
# Quantiles of the Betas are worked out at these normal scores and read off between them.
SCORES = np.linspace(-4.0, 4.0, 41)


@dataclass(frozen=True)
class _Logits:
    """Logits [S, G], their covariances V [S, G, G], and the pooled logits [S] with their variances."""

    values: Floats
    covariances: Floats
    pooled: Floats
    variances: Floats

    @classmethod
    def of(cls, shares: SoftShares) -> _Logits:
        values = logit(shares.shares)
        slope = 1 / (shares.shares * (1 - shares.shares))
        covariances = shares.covariances * slope[:, :, None] * slope[:, None, :]
        covariances = covariances + JITTER * np.eye(values.shape[1])
        precision = np.linalg.inv(covariances)
        total = precision.sum(axis=(1, 2))
        return cls(values, covariances, np.einsum("sgh,sh->s", precision, values) / total, 1 / total)


def least_shares(shares: SoftShares, seed: int) -> Floats:
    """Median, 5 % and 95 % quantile of the least share, [3, S]."""
    logits = _Logits.of(shares)
    alike = _alike(logits) if len(logits.values) >= FEWEST else np.zeros(len(logits.values))
    rng = np.random.default_rng([seed, 8])
    drawn = _drawn(shares, logits, alike, rng)
    quantiles = [np.quantile(draws.min(axis=0), [0.5, 0.05, 0.95]) for draws in drawn]
    return np.asarray(expit(np.array(quantiles).reshape(-1, 3).T))


def _drawn(shares: SoftShares, logits: _Logits, alike: Floats, rng: np.random.Generator) -> Iterator[Floats]:
    """Of each statement what its groups' shares may be, logits [G, DRAWS], one for all of them or each its own."""
    own = _beta_logits(shares.shares, np.einsum("sgg->sg", shares.covariances))
    pooled = expit(logits.pooled)
    one = _beta_logits(pooled, logits.variances * (pooled * (1 - pooled)) ** 2)
    roots = np.linalg.cholesky(_correlations(logits.covariances))
    for statement, root in enumerate(roots):
        scores = rng.standard_normal((len(root), DRAWS))
        same = round(float(alike[statement]) * DRAWS)
        draws = np.empty_like(scores)
        draws[:, :same] = np.interp(scores[0, :same], SCORES, one[statement])
        for group, part in enumerate(root @ scores[:, same:]):
            draws[group, same:] = np.interp(part, SCORES, own[statement, group])
        yield draws


def _beta_logits(means: Floats, variances: Floats) -> Floats:
    """Logits of the quantiles at `SCORES`, [..., 41]."""
    return np.asarray(logit(np.clip(beta_quantiles(means, variances, ndtr(SCORES)), TINY, 1 - TINY)))


def _correlations(covariances: Floats) -> Floats:
    scale = np.sqrt(np.einsum("sgg->sg", covariances))
    return np.asarray(covariances / (scale[:, :, None] * scale[:, None, :]))


@dataclass(frozen=True)
class _Kinds:
    """The two kinds of statements: share w of those on which groups agree alike, N(m, s^2); the others N(mu, Sigma)."""

    w: float
    m: float
    s: float
    mu: Floats
    sigma: Floats


def _alike(logits: _Logits) -> Floats:
    """Probability that all groups agree alike, [S], by expectation-maximisation over the statements."""
    values = logits.values
    groups = values.shape[1]
    sigma = np.cov(values.T).reshape(groups, groups) + APART * np.eye(groups)
    kinds = _Kinds(0.5, float(values.mean()), float(values.var()), values.mean(axis=0), sigma)
    for _ in range(ROUNDS):
        alike = _chances(logits, kinds)
        kinds = _learnt(logits, alike, kinds)
    return _chances(logits, kinds)


def _chances(logits: _Logits, kinds: _Kinds) -> Floats:
    groups = logits.values.shape[1]
    one = _log_density(logits.values - kinds.m, kinds.s * np.ones((groups, groups)) + logits.covariances)
    own = _log_density(logits.values - kinds.mu, kinds.sigma + logits.covariances)
    return np.asarray(expit(np.clip(one - own, -LIMIT, LIMIT) + logit(kinds.w)))


def _log_density(away: Floats, covariances: Floats) -> Floats:
    root = np.linalg.cholesky(covariances)
    half = np.linalg.solve(root, away[:, :, None])[:, :, 0]
    return np.asarray(-0.5 * (half**2).sum(axis=1) - np.log(np.einsum("sgg->sg", root)).sum(axis=1))


def _learnt(logits: _Logits, alike: Floats, kinds: _Kinds) -> _Kinds:
    """One step of the maximisation; a statement's worth of prior keeps every kind possible."""
    groups = logits.values.shape[1]
    own = 1 - alike
    gain = kinds.sigma @ np.linalg.inv(kinds.sigma + logits.covariances)
    mean = kinds.mu + np.einsum("sgh,sh->sg", gain, logits.values - kinds.mu)
    left = kinds.sigma - gain @ kinds.sigma
    mu = (own @ mean + logits.values.mean(axis=0)) / (own.sum() + 1)
    away = mean - mu
    squares = np.einsum("s,sg,sh->gh", own, away, away) + np.einsum("s,sgh->gh", own, left)
    sigma = (squares + APART * np.eye(groups)) / (own.sum() + 1)
    part = kinds.s / (kinds.s + logits.variances)
    pooled = kinds.m + part * (logits.pooled - kinds.m)
    m = float((alike @ pooled + logits.values.mean()) / (alike.sum() + 1))
    spread = alike @ ((pooled - m) ** 2 + part * logits.variances)
    s = float((spread + 0.5) / (alike.sum() + 0.5))
    return _Kinds(float((alike.sum() + 0.5) / (len(alike) + 1)), m, s, mu, sigma)
