"""How many dimensions of opinion the votes carry: the fewest that predict votes held out as well as any number does.

A tenth of the votes that agree or disagree is held out, twice; models of rank 0, 1, 2, ... are fitted to the rest and
score the logarithm of the probability that they gave to what was held out. The choice is the smallest rank whose mean
is within one standard error (of the difference, vote by vote) of the best. Source for the rule: Hastie, Tibshirani and
Friedman, The elements of statistical learning (2009), section 7.10.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from majlis.engine.opinion.factors import Decided, expected, fit_factors, place, starting
from majlis.engine.opinion.matrix import VoteMatrix
from majlis.engine.opinion.parallel import side_by_side
from majlis.engine.opinion.planes import Floats

MOST = 5
SPLITS = 2
HELD_OUT = 0.1
ROUNDS = 25
TOLERANCE = 1e-2
FEWEST_HELD_OUT = 20


def choose_rank(votes: VoteMatrix, seed: int) -> int:
    """The rank, 1 to `MOST`: groups along a single dimension are always looked for."""
    splits = [_split(votes, np.random.default_rng([seed, 6, part])) for part in range(SPLITS)]
    if min(len(held.values) for _, held in splits) < FEWEST_HELD_OUT:
        return 1
    scores: list[Floats] = []
    for rank in range(MOST + 1):
        scores.append(np.concatenate(side_by_side(partial(_score, rank), splits)))
        if _settled(scores):
            break
    return max(_smallest(scores), 1)


def _settled(scores: list[Floats]) -> bool:
    """Whether two more dimensions in a row made predictions no better."""
    means = [score.mean() for score in scores]
    return len(means) > 3 and max(means[-2:]) <= max(means[:-2])


def _smallest(scores: list[Floats]) -> int:
    best = scores[int(np.argmax([score.mean() for score in scores]))]
    for rank, score in enumerate(scores):
        lost = best - score
        if lost.mean() <= lost.std() / np.sqrt(len(lost)):
            return rank
    return len(scores) - 1


def _split(votes: VoteMatrix, rng: np.random.Generator) -> tuple[VoteMatrix, VoteMatrix]:
    held = (rng.random(len(votes.values)) < HELD_OUT) & (votes.values != 0)
    return _part(votes, ~held), _part(votes, held)


def _part(votes: VoteMatrix, kept: np.ndarray) -> VoteMatrix:
    return replace(
        votes, participants=votes.participants[kept], statements=votes.statements[kept], values=votes.values[kept]
    )


def _score(rank: int, split: tuple[VoteMatrix, VoteMatrix]) -> Floats:
    kept, held = split
    table = Decided.of(kept)
    factors = fit_factors(table, starting(kept.n_statements, rank), rounds=ROUNDS, tolerance=TOLERANCE)
    agree = expected(factors, place(table, factors), held.participants, held.statements)
    return np.asarray(np.log(np.where(held.values == 1, agree, 1 - agree)))
