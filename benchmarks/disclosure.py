"""The release gate on random small tables: how many cells it hides beside simpler rules, and what an attacker gets.

    uv run --group test python benchmarks/disclosure.py [--tables 10000] [--pairs 10000]

Peers, written here, for no Python package does this: *primary* hides counts under k only; *greedy* then hides, in every
row, column and pile with a single hidden cell, the smallest other one, until none is left (the rule of thumb that most
spreadsheets follow, and of a HITAS-like pass over one line at a time).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from majlis.engine.disclosure.margins import with_totals
from majlis.engine.disclosure.releasing import release
from majlis.engine.disclosure.tables import Released
from majlis.engine.errors import Withheld
from tests.engine.disclosure.attacker import Attacker, found_out
from tests.engine.disclosure.worlds import one_person, random_table

K = 10
PEERS = 1000  # tables on which the simpler rules are measured, too


def gate(table):
    return release(table, state="one", k=K)


def primary(table):
    return _shown(table, with_totals(table.counts) >= K)


def greedy(table):
    counts = with_totals(table.counts)
    shown = counts >= K
    changed = True
    while changed:
        changed = False
        for axis in range(counts.ndim):
            for line in np.ndindex(*np.delete(counts.shape, axis)):
                place = (*line[:axis], slice(None), *line[axis:])
                if (~shown[place]).sum() == 1:
                    candidates = np.where(shown[place], counts[place], np.iinfo(np.int64).max)
                    line_shown = shown[place].copy()
                    line_shown[int(candidates.argmin())] = False
                    shown[place] = line_shown
                    changed = True
    return _shown(table, shown)


def _shown(table, shown):
    return Released(table.dimensions, np.where(shown, with_totals(table.counts), 0), shown, K, "one")


def alone(number):
    found = {rule: [0, 0, 0, 0.0] for rule in (primary, greedy, gate)}
    cells = small = 0
    for seed in range(number):
        table = random_table(np.random.default_rng([10, seed]))
        counts = with_totals(table.counts)
        cells, small = cells + counts.size, small + int((counts < K).sum())
        for rule in found if seed < PEERS else [gate]:
            _measure(rule, table, found[rule])
        if (seed + 1) % 500 == 0 or seed + 1 == number:
            print(f"{seed + 1} tables, {cells} cells with totals, {small} of them under {K}")
            for rule in found if seed < PEERS else [gate]:
                hidden, lost, tables, seconds = found[rule]
                print(
                    f"  {rule.__name__:8} hides {hidden} ({hidden / cells:.1%}); attacker bounds {lost} protected "
                    f"counts within less than {K}, in {tables} tables; {1000 * seconds / (seed + 1):.1f} ms a table"
                )


def _measure(rule, table, figures):
    start = perf_counter()
    shown = rule(table)
    figures[3] += perf_counter() - start
    lost = len(found_out(Attacker([[shown.to_dict()]]), table, K))
    figures[0] += int((~shown.shown).sum())
    figures[1] += lost
    figures[2] += lost > 0


def pairs(number):
    lost = again = naive = 0
    for seed in range(number):
        rng = np.random.default_rng([11, seed])
        first = random_table(rng)
        second, kind = one_person(rng, first)
        knows = {"came": {"grew": True, "by": 1}, "left": {"shrank": True, "by": 1}, "moved": {}}[kind]
        before = gate(first)
        try:
            after = [release(second, state="two", k=K, history=[before]).to_dict()]
        except Withheld:
            after = []
        again += bool(after)
        attacker = Attacker([[before.to_dict()], after], **knows)
        lost += bool(found_out(attacker, first, K, 0) or (after and found_out(attacker, second, K, 1)))
        if seed < PEERS:
            careless = Attacker([[before.to_dict()], [gate(second).to_dict()]], **knows)
            naive += bool(found_out(careless, first, K, 0))
        if (seed + 1) % 500 == 0 or seed + 1 == number:
            print(f"{seed + 1} pairs one person apart: {again} released anew, attacker wins in {lost}")
            print(f"  without a history, of the first {min(seed + 1, PEERS)}: attacker wins in {naive}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=10_000)
    chosen = parser.parse_args()
    alone(chosen.tables)
    pairs(chosen.pairs)
