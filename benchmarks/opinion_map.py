"""Time, peak memory and share of reading of `majlis analyse opinion-map` on planted consultations.

Two groups (60 % and 40 %) that part over two thirds of the statements. The map runs in a process of its own, so that
the peak is that of the whole command.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from majlis.engine.opinion.fit import fit_map
from majlis.engine.opinion.votes import Votes

SIZES = ((340, 35, 28), (2_000, 300, 60), (10_000, 500, 25), (40_000, 500, 50), (100_000, 500, 24))
LIVE = (30_000, 500, 25)


def plant(path: Path, people: int, statements: int, votes_each: int, seed: int = 1) -> None:
    """Write the votes: everybody answers `votes_each` statements drawn by chance."""
    rng = np.random.default_rng(seed)
    first = np.arange(people) < 0.6 * people
    with path.open("w", encoding="utf-8") as file:
        file.write("participant,statement,vote\n")
        for person in range(people):
            seen = rng.choice(statements, votes_each, replace=False)
            agree = np.where(seen % 3 == 0, 0.85, np.where((seen % 2 == 0) == first[person], 0.8, 0.25))
            luck = rng.random(votes_each)
            votes = np.where(luck < 0.9 * agree, 1, np.where(luck < 0.9 * agree + 0.1, 0, -1))
            file.writelines(f"p{person},{s},{v}\n" for s, v in zip(seen, votes, strict=True))


def measure(path: Path, out: Path) -> tuple[float, float, float]:
    """Seconds in all, seconds of reading alone, peak memory in GB."""
    code = (
        "import sys, time, resource; from pathlib import Path; start = time.perf_counter()\n"
        "from majlis.engine.analysis import find_analysis; a = find_analysis('opinion-map')\n"
        "begin = time.perf_counter(); votes = a.reads.load([Path(sys.argv[1])]); read = time.perf_counter()\n"
        "Path(sys.argv[2]).write_text(a.run(votes).to_json()); end = time.perf_counter()\n"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20\n"
        "print(end - start, read - begin, peak)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path), str(out)], capture_output=True, text=True, check=True)
    total, reading, peak = map(float, done.stdout.split())
    return total, reading, peak


def follow(path: Path) -> float:
    """Seconds to place and count everybody anew after a thousand changed votes, with a model learnt before."""
    votes = Votes.load([path]).matrix
    order = range(votes.n_statements)
    model = fit_map(votes, statement_order=order).model
    rng = np.random.default_rng(2)
    values = votes.values.copy()
    values[rng.choice(len(values), 1_000, replace=False)] = rng.integers(-1, 2, 1_000)
    start = time.perf_counter()
    fit_map(replace(votes, values=values), statement_order=order, model=model)
    return time.perf_counter() - start


def main() -> None:
    """Measure every size, smallest first, and then a session that goes on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10**9, help="leave out sizes with more votes than this")
    most = parser.parse_args().most
    print(f"{'people':>8} {'stmts':>6} {'votes':>10} {'seconds':>8} {'reading':>8} {'peak GB':>8}  groups found")
    with tempfile.TemporaryDirectory() as folder:
        for people, statements, votes_each in SIZES:
            if people * votes_each > most:
                continue
            path, out = Path(folder) / "votes.csv", Path(folder) / "out.json"
            plant(path, people, statements, votes_each)
            total, reading, peak = measure(path, out)
            sizes = [group["size"] for group in json.loads(out.read_text())["result"]["groups"]]
            print(
                f"{people:8} {statements:6} {people * votes_each:10} {total:8.1f} {reading / total:8.0%} {peak:8.2f}  "
                f"{sizes} (planted {round(0.6 * people)}, {people - round(0.6 * people)})",
                flush=True,
            )
        path = Path(folder) / "votes.csv"
        plant(path, *LIVE)
        print(f"1,000 new votes at {LIVE[0]:,} x {LIVE[1]}, with a model learnt before: {follow(path):.2f} s")
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"CPU of all runs: {children.ru_utime + children.ru_stime:.0f} s")


if __name__ == "__main__":
    main()
