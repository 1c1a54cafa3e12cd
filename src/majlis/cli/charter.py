"""`majlis charter`: whether the rules hold in this workspace, and whether a signed answer to that is genuine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from majlis.cli.workspace import Home, insist_on_workspace, open_workspace
from majlis.engine.ledger import PublicKey

if TYPE_CHECKING:
    from majlis.workspace.commons.charter.results import Report

app = typer.Typer(help="Check the rules of the charter on the running code.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Write the result as JSON.")]


@app.command()
def check(
    quick: Annotated[bool, typer.Option(help="Leave out what takes long: reading the whole ledger.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Also write the signed result to a file.")
    ] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Try every guard that a program can try; exit code 1 where one does not hold. The result is signed and kept."""
    open_workspace(home)
    insist_on_workspace()
    from majlis.cli.files import write_whole
    from majlis.workspace.commons.charter import keeping

    report, kept = keeping.look(thorough=not quick)
    if output is not None:
        write_whole(output, kept.note)
    _show(report, as_json)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A signed result of `majlis charter check`.")],
    key: Annotated[str, typer.Option(metavar="KEY", help="The ledger's key, as its institution told you.")],
    as_json: AsJson = False,
) -> None:
    """Say whether a result is signed by that key and what it found; no workspace needed. Exit code 1 where not."""
    from majlis.cli.witness import read_note

    note, public = read_note(file), PublicKey.parse(key)
    if not public.verifies(note):
        typer.echo(f"{file} is not signed by {public.name}, or was changed since.")
        raise typer.Exit(1)
    from majlis.workspace.commons.charter.results import read

    _show(read(note), as_json)


def _show(report: Report, as_json: bool) -> None:
    typer.echo(json.dumps(report.to_json(), indent=2) if as_json else _table(report))
    if report.broken:
        raise typer.Exit(1)


def _table(report: Report) -> str:
    from majlis.workspace.commons.charter import book
    from majlis.workspace.commons.charter.register import BY_PEOPLE

    lines = [f"Charter {report.charter}, looked at {report.at:%Y-%m-%d %H:%M} UTC by Majlis {report.majlis}", ""]
    for rule in book.rules():
        people = " (and people)" if rule.id in BY_PEOPLE else ""
        lines.append(f"{rule.id}  {report.state_of(rule.id).value:8} {rule.title['en']}{people}")
        lines += [f"{'':14}{o.name}: {o.said}" for o in report.of(rule.id) if o.said]
    said = f"Broken: {' '.join(report.broken)}" if report.broken else "Nothing that was looked at is broken."
    return "\n".join([*lines, "", said])
