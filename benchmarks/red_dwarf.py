"""`majlis analyse opinion-map` beside red-dwarf, the open reimplementation of Polis, on the same votes in one run.

Planted consultations are written once, with a seed; each side reads them and maps them in a process of its own, which
says how long that took, how much of it was reading, and its peak memory. red-dwarf comes from PyPI into a temporary
environment: it is MPL-2.0, and no dependency of Majlis. `--large` adds sizes beyond its reach, for Majlis alone.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

PEER = "red-dwarf==0.4.0"
PEER_LIMIT = 240
SIDE_BY_SIDE = ((2_000, 200, 10), (10_000, 500, 25), (30_000, 500, 25))
LARGE = ((100_000, 500, 24), (1_000_000, 1_000, 50))
MOST_FOR_POLIS = 100_000
BLOCK = 10_000

OURS = """
import sys, time, resource
from pathlib import Path
start = time.perf_counter()
from majlis.engine.analysis import find_analysis
from majlis.engine.opinion.polis.conversation import Conversation
analysis, method = find_analysis("opinion-map"), sys.argv[2]
begin = time.perf_counter()
votes = analysis.reads.load([Path(sys.argv[1])])
reading = time.perf_counter() - begin
read = Conversation.read
def timed(files):
    global reading
    begin = time.perf_counter()
    found = read(files)
    reading += time.perf_counter() - begin
    return found
Conversation.read = timed
result = analysis.run(votes, method=method)
result.to_json()
groups = [group.size for group in result.groups]
"""
THEIRS = """
import sys, time, resource, warnings
warnings.filterwarnings("ignore")
start = time.perf_counter()
import pandas
from reddwarf.implementations.base import run_pipeline
begin = time.perf_counter()
names = {"participant": "participant_id", "statement": "statement_id"}
votes = pandas.read_csv(sys.argv[1]).rename(columns=names).to_dict("records")
reading = time.perf_counter() - begin
result = run_pipeline(votes=votes, random_state=0)
groups = result.participants_df["cluster_id"].dropna().value_counts().sort_index().tolist()
"""
MEASURED = """
total, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
print(total, used.ru_utime + used.ru_stime, reading, used.ru_maxrss / 2**20, *groups, file=sys.__stdout__)
"""


class Measured(NamedTuple):
    """Seconds in all, CPU seconds of all threads, seconds of reading, peak memory in GB, sizes of the groups found."""

    seconds: float
    cpu: float
    reading: float
    peak: float
    groups: str


def plant(path: Path, people: int, statements: int, votes_each: int, seed: int = 1) -> None:
    """Two camps (60 % and 40 %) that part over two thirds of the statements; everybody answers `votes_each`."""
    rng = np.random.default_rng(seed)
    with path.open("wb") as file:
        for first in range(0, people, BLOCK):
            person = np.arange(first, min(first + BLOCK, people))[:, None]
            seen = np.argpartition(rng.random((len(person), statements)), votes_each, axis=1)[:, :votes_each]
            camp = person < 0.6 * people
            agree = np.where(seen % 3 == 0, 0.85, np.where((seen % 2 == 0) == camp, 0.8, 0.25))
            luck = rng.random(seen.shape)
            vote = np.where(luck < 0.9 * agree, 1, np.where(luck < 0.9 * agree + 0.1, 0, -1))
            columns = {"participant": np.broadcast_to(person, seen.shape), "statement": seen, "vote": vote}
            block = pl.DataFrame({name: values.ravel() for name, values in columns.items()})
            block.write_csv(file, include_header=first == 0)


def environment(folder: Path) -> str:
    """A Python that has red-dwarf."""
    python = folder / "peer" / "bin" / "python"
    subprocess.run(["uv", "venv", "--quiet", folder / "peer"], check=True)
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", python, PEER], check=True)
    return str(python)


def measure(python: str, code: str, *arguments: str, limit: int | None = None) -> Measured | str:
    """What a process measured, or why it did not."""
    command = [python, "-c", code + MEASURED, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"not finished in {limit} s"
    if done.returncode:
        return f"failed: {(done.stderr.strip().splitlines() or [f'exit code {done.returncode}'])[-1][:80]}"
    total, cpu, reading, peak, *groups = done.stdout.split()
    return Measured(float(total), float(cpu), float(reading), float(peak), " ".join(groups))


def row(name: str, found: Measured | str, peer: Measured | str | None = None) -> None:
    if isinstance(found, str):
        print(f"  {name:16} {found}", flush=True)
        return
    read = found.reading / found.seconds
    told = f"  {name:16} {found.seconds:7.1f} s, CPU {found.cpu:6.1f} s, {read:4.0%} reading, {found.peak:5.2f} GB"
    if isinstance(peer, Measured):
        told += f"; {peer.seconds / found.seconds:.1f} times as fast, CPU {peer.cpu / found.cpu:.1f} times"
        told += f", memory {peer.peak / found.peak:.1f} times less"
    print(f"{told}; groups {found.groups}", flush=True)


def compare(folder: Path, size: tuple[int, int, int], peer: str | None) -> None:
    people, statements, votes_each = size
    path = folder / "votes.csv"
    plant(path, people, statements, votes_each)
    load = os.getloadavg()[0]
    print(f"{people:,} x {statements:,}, {people * votes_each:,} votes (load average {load:.1f})", flush=True)
    theirs = measure(peer, THEIRS, str(path), limit=PEER_LIMIT) if peer else None
    if theirs is not None:
        row("red-dwarf", theirs)
    for method in ("polis", "majlis") if people <= MOST_FOR_POLIS else ("majlis",):
        row(f"method={method}", measure(sys.executable, OURS, str(path), method), theirs)


def main() -> None:
    """Side by side, smallest first; then, with --large, Majlis alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10**9, help="leave out sizes with more people than this")
    parser.add_argument("--large", action="store_true", help="then Majlis alone, on 100,000 and a million people")
    parser.add_argument("--python", help="a Python that has red-dwarf (without it one is made)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peer = chosen.python or environment(folder)
        for size in SIDE_BY_SIDE:
            if size[0] <= chosen.most:
                compare(folder, size, peer)
        for size in LARGE if chosen.large else ():
            if size[0] <= chosen.most:
                compare(folder, size, None)


if __name__ == "__main__":
    main()
