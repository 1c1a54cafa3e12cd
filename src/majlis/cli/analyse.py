"""`majlis analyse`: any declared analysis on files, no workspace needed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from majlis.cli.files import write_whole
from majlis.engine.analysis import Analysis, Result, find_analysis
from majlis.engine.errors import ParameterError
from majlis.engine.messages import say
from majlis.engine.report import document
from majlis.engine.terminal import show


def analyse(
    name: Annotated[str, typer.Argument(help="The analysis, for example opinion-map.")],
    inputs: Annotated[list[Path], typer.Argument(help="Its files, or a folder.", metavar="INPUT...")],
    json: Annotated[Path | None, typer.Option(help="Write the result as JSON; - is standard output.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write a report in three languages, FILE.html.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of everything random.")] = 0,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="Set a parameter.", metavar="PARAMETER=VALUE")
    ] = None,
) -> None:
    """Run an analysis on files and show, or write, what it found."""
    analysis = find_analysis(name)
    parameters = _parameters(settings or [])
    result = _run(analysis, inputs, seed, parameters)
    if json is not None:
        write_whole(json, result.to_json())
    if report is not None:
        write_whole(report, document(result))
    if json is None and report is None:
        show(result, Console())


def _parameters(settings: list[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or name == "seed":
            raise ParameterError(f"--set expects parameter=value, found {setting} (the seed has --seed)")
        chosen[name.replace("-", "_")] = value
    return chosen


def _run(analysis: Analysis, inputs: list[Path], seed: int, parameters: dict[str, str]) -> Result:
    analysis.check(seed=seed, **parameters)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(say("stage-read", "en"), total=1.0)
        table = analysis.reads.load(inputs)

        def progress(stage: str, share: float) -> None:
            bar.update(task, description=say(f"stage-{stage}", "en"), completed=share)

        return analysis.run(table, progress=progress, seed=seed, **parameters)
