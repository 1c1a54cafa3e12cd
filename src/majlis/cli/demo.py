"""`majlis demo`: a whole workspace in a scratch folder, with a simulated audience."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from majlis.cli import workspace

if TYPE_CHECKING:
    from majlis.workspace.commons.models import Member


def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    home: Annotated[
        Path | None,
        typer.Option(help="Folder to keep the demonstration in.", show_default="a scratch folder that goes away"),
    ] = None,
) -> None:
    """Show Majlis at work: a consultation of a simulated audience, its map, and a sign-in link for each role."""
    from majlis.cli import server

    server.insist_on_free_port("127.0.0.1", port)
    if home is not None:
        _show(home, port)
        return
    with tempfile.TemporaryDirectory(prefix="majlis-demo-", ignore_cleanup_errors=True) as scratch:
        _show(Path(scratch), port)


def _show(home: Path, port: int) -> None:
    from majlis.cli import server

    os.environ["MAJLIS_DEMO"] = "1"
    os.environ.pop("DATABASE_URL", None)
    workspace.open_workspace(home)
    with server.alone():
        _announce(port)
        server.run("127.0.0.1", port, 1)


def _announce(port: int) -> None:
    from majlis.workspace import demonstration
    from majlis.workspace.commons import setup

    with Console(stderr=True).status("Preparing the demonstration: a simulated audience votes"):
        setup.upgrade()
        members = demonstration.furnish()
    workspace.check_charter()
    address = workspace.address_of("127.0.0.1", port)
    typer.echo(f"Majlis is at {address}/ (stop with Ctrl+C)")
    typer.echo("Every vote here is simulated and stands for nobody. Sign in, once for each link, as:")
    for role, member in members.items():
        typer.echo(f"  {role:14} {address}{_entry(member)}")
    typer.echo("(partner: an organiser of the second institution, which pledges and reports)")
    sys.stdout.flush()


def _entry(member: Member) -> str:
    from django.utils.translation import override

    from majlis.workspace.commons import signin

    with override("en"):
        return signin.entry_path(member.user)
