"""Does the opinion map find what was planted, and nothing else? Tables of figures over simulated consultations.

An oracle knows the planted chances and the sizes of the groups: what it cannot tell apart nobody can. Run as
`uv run python -m benchmarks.opinion_recovery --worlds 20`; every world follows from its seed.
"""

from __future__ import annotations

import argparse
import itertools
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from scipy.optimize import linear_sum_assignment

from majlis.engine.opinion.agreement import Shares
from majlis.engine.opinion.fit import Fit, fit_map
from majlis.engine.opinion.stability import adjusted_rand, contingency
from tests.engine.opinion.worlds import (
    liked_seen_more,
    oracle,
    parted,
    shuffled,
    spectrum_and_truth,
    with_bridges,
)

SIZES = {
    "one": (1.0,),
    "two equal": (0.5, 0.5),
    "80/20": (0.8, 0.2),
    "95/5": (0.95, 0.05),
    "three equal": (1 / 3,) * 3,
    "60/30/10": (0.6, 0.3, 0.1),
    "four equal": (0.25,) * 4,
    "five, 70 to 5": (0.7, 0.1, 0.1, 0.05, 0.05),
    "six equal": (1 / 6,) * 6,
}
# People, statements, share of the statements that each sees: everybody votes about twelve times or more.
SHAPES = ((1200, 600, 0.02), (600, 150, 0.1), (600, 60, 0.3), (300, 40, 0.6))
POPULATIONS = ((0.0, 1), (0.8, 1), (1.5, 1), (3.0, 1), (1.0, 2), (2.0, 3))
CROWDS = ((100, 40, 0.4), (300, 60, 0.2), (400, 200, 0.05))
PASSES = 0.1
SURE = 0.9
BINS = 10


def fitted(votes, seed: int = 0) -> Fit:
    return fit_map(votes, statement_order=range(votes.n_statements), seed=seed)


def claimed(task) -> tuple:
    """Whether groups are claimed on one population, and coverage of the expected shares."""
    (strength, dimensions), (people, statements, density), seed = task
    votes, truth = spectrum_and_truth(people, statements, density, strength, seed, dimensions)
    found = fitted(votes, seed)
    return f"strength {strength:g}, {dimensions} dim.", found.n_groups > 1, within(found.expected, truth)


def within(shares: Shares, chance: np.ndarray) -> np.ndarray:
    """Whether the share that agrees, passes counted, lies in the interval of each statement that has one."""
    shown, truth = ~np.isnan(shares.low), (1 - PASSES) * chance
    return ((shares.low <= truth) & (truth <= shares.high))[shown]


def recovered(task) -> tuple:
    """Groups found, rand with the truth (map and oracle), certainty and whether right, coverage of the least and of
    the expected shares."""
    name, (people, statements, density), at_random, seed = task
    shares = SIZES[name]
    pull = 0.0 if at_random else 1.0
    votes, groups, chance = parted(people, statements, shares, density, seed, pull=pull)
    found = fitted(votes, seed)
    placed = found.groups > 0
    truth, best = groups[placed], oracle(votes, groups, chance)[placed]
    ours = found.groups[placed] - 1
    right, certainty, inside = np.zeros(0, bool), np.zeros(0), np.zeros(0, bool)
    if len(shares) == found.n_groups > 1:
        table = contingency(ours, truth)
        rows, columns = linear_sum_assignment(-table)
        right, certainty = columns[np.argsort(rows)][ours] == truth, found.memberships[placed].max(axis=1)
        inside = within(found.consensus, chance.min(axis=0))
    rand = adjusted_rand(truth, ours), adjusted_rand(truth, best)
    expected = within(found.expected, chance[groups].mean(axis=0))
    return (name, density, at_random), found.n_groups == len(shares), rand, certainty, right, inside, expected


def unasked(task) -> tuple:
    """Mean error of the expected shares and of raw rates where people answer more of what their group likes."""
    name, seed = task
    votes, truth = liked_seen_more(400, 60, SIZES[name], 0.3, seed)
    seen = np.bincount(votes.statements, minlength=60)
    raw = np.bincount(votes.statements, votes.values == 1, 60) / np.maximum(seen, 1)
    expected = fitted(votes, seed).expected.estimate
    known = ~np.isnan(expected)
    return name, (expected - truth)[known].mean(), (raw - truth)[known].mean()


def bridges(task) -> tuple:
    """Precision at ten of the bridging and of the consensus ranking."""
    name, seed = task
    votes = with_bridges(400, 60, 12, SIZES[name], 0.4, seed)
    found = fitted(votes, seed)
    return name, (found.bridged[:10] < 12).mean(), (found.uniting[:10] < 12).mean()


def orders(task) -> tuple:
    """Rand of the groups before and after a shuffle of rows, people and statements."""
    seed = task
    votes, _, _ = parted(150, 40, (0.6, 0.4), 0.4, 0)
    other, people, statements = shuffled(votes, np.random.default_rng(seed))
    first, second = fitted(votes), fit_map(other, statement_order=statements.tolist())
    return "shuffles", adjusted_rand(first.groups, second.groups[people])


def by(rows: list[tuple]) -> Iterator[tuple[object, list[tuple]]]:
    """Rows by their first entry."""
    for key in dict.fromkeys(row[0] for row in rows):
        yield key, [row[1:] for row in rows if row[0] == key]


def calibration_error(certainty: np.ndarray, right: np.ndarray) -> float:
    """Mean gap between what is said and what is so, in ten bins weighted by people."""
    bins = np.minimum((certainty * BINS).astype(int), BINS - 1)
    return float(np.abs(np.bincount(bins, certainty - right, BINS)).sum() / max(len(right), 1))


def show_claims(rows: list[tuple]) -> None:
    """Print how often groups were claimed on one population."""
    print("\nOne population: groups claimed (at most 5 %)")
    for key, part in by(rows):
        print(f"  {key:28} {sum(claim for claim, _ in part):4} of {len(part)}")
    print(f"  {'all':28} {np.mean([row[1] for row in rows]):.1%} of {len(rows)}")
    covered("expected shares", [row[2] for row in rows])


def covered(label: str, inside: list[np.ndarray]) -> None:
    """Print how often an interval of 90 % holds the truth."""
    every = np.concatenate(inside)
    print(f"  coverage of {label}: {every.mean():.1%} of {len(every)} (87 to 93 %)")


def show_recovery(rows: list[tuple]) -> None:
    """Print how planted groups were found, by world and in all."""
    print("\nPlanted groups: number found, ARI with the truth (map and oracle)")
    print(f"  {'groups':16} {'density':>7} {'missing':12} {'found':>8} {'ARI':>6} {'oracle':>6}")
    for (name, density, at_random), part in by(rows):
        rand = np.mean([row[1] for row in part], axis=0)
        found = f"{sum(row[0] for row in part)}/{len(part)}"
        missing = "at random" if at_random else "not at random"
        print(f"  {name:16} {density:7.0%} {missing:12} {found:>8} {rand[0]:6.3f} {rand[1]:6.3f}")
    sure = [row for row in rows if row[2][1] >= SURE and row[0][0] != "one"]
    pairs = [row for row in sure if len(SIZES[row[0][0]]) == 2]
    for label, part in (("two groups", pairs), ("two to six groups", sure)):
        rand = np.mean([row[2] for row in part], axis=0)
        print(f"  {label}, oracle's ARI >= {SURE}: number found in {np.mean([row[1] for row in part]):.1%}", end=" ")
        print(f"of {len(part)} (at least 90 %), ARI {rand[0]:.3f}, oracle {rand[1]:.3f}")
    error = calibration_error(np.concatenate([row[3] for row in rows]), np.concatenate([row[4] for row in rows]))
    print(f"  membership calibration error {error:.3f} (at most .05)")
    for label, kept in (("at random", True), ("not at random", False)):
        part = [row for row in rows if row[0][2] is kept]
        covered(f"the least share, votes missing {label}", [row[5] for row in part])
        covered(f"expected shares, one group, {label}", [row[6] for row in part if row[0][0] == "one"])
        covered(f"expected shares, several groups found, {label}", [row[6] for row in part if len(row[5])])


def show_bias(rows: list[tuple]) -> None:
    """Print the bias where votes are missing not at random."""
    print("\nVotes missing not at random: mean error of expected shares and raw rates (ratio at most .5)")
    for key, part in by(rows):
        ours, raw = np.mean(part, axis=0)
        print(f"  {key:16} {ours:+.3f} {raw:+.3f}  ratio {ours / raw:.2f}")


def show_bridges(rows: list[tuple]) -> None:
    """Print the precision at ten of planted bridging statements."""
    print("\nPlanted bridging statements: precision at ten of bridging and consensus (at least .9)")
    for key, part in by(rows):
        print("  {:16} {:.2f} {:.2f}".format(key, *np.mean(part, axis=0)))


def main() -> None:
    """Run every kind of world."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=20, help="worlds of each kind")
    parser.add_argument("--shuffles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    told = parser.parse_args()
    seeds = range(told.seed, told.seed + told.worlds)
    several = [name for name in SIZES if name != "one"]
    with ProcessPoolExecutor(told.processes) as pool:
        rand = [row[1] for row in pool.map(orders, range(told.seed, told.seed + told.shuffles))]
        print(f"{len(rand)} shuffles of rows, people and statements: smallest ARI {min(rand, default=1.0):.3f}")
        show_bias(list(pool.map(unasked, itertools.product(several, seeds))))
        show_bridges(list(pool.map(bridges, itertools.product(["two equal", "80/20", "60/30/10"], seeds))))
        show_claims(list(pool.map(claimed, itertools.product(POPULATIONS, CROWDS, seeds))))
        show_recovery(list(pool.map(recovered, itertools.product(SIZES, SHAPES, (True, False), seeds))))


if __name__ == "__main__":
    main()
