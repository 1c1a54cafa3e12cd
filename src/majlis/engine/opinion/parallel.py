"""Work on several cores at once; results come in the order of the items, so that no result depends on the cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def side_by_side(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """`work` on every item, on as many threads as there are cores; numpy gives way to other threads."""
    if len(items) == 1:
        return [work(items[0])]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, items))


def both(first: Callable[[], Item], second: Callable[[], Result]) -> tuple[Item, Result]:
    """Two pieces of work that do not wait for each other."""
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(second)
        return first(), other.result()
