"""Where rooms say how a queued run is carried out: rows in, the engine's result out."""

from __future__ import annotations

from collections.abc import Callable

from majlis.engine.analysis import Progress, Result
from majlis.workspace.commons.models import Run

Runner = Callable[[Run, Progress], Result]

_runners: dict[str, Runner] = {}


def carries_out(analysis: str) -> Callable[[Runner], Runner]:
    """Declare in a room's `analyses.py` the function that carries out runs of `analysis`; ValueError for a second one.

    It takes the run and a `progress(stage, share)` to call, loads the room's own rows and returns the engine's result.
    """

    def declare(runner: Runner) -> Runner:
        if _runners.get(analysis, runner) is not runner:
            raise ValueError(f"runs of {analysis} are carried out twice")
        _runners[analysis] = runner
        return runner

    return declare


def runner_of(analysis: str) -> Runner:
    """Give what carries out runs of `analysis`; LookupError where no room declared it."""
    if analysis not in _runners:
        raise LookupError(f"no room carries out {analysis}")
    return _runners[analysis]
