"""`majlis import`: finished conversations into a workspace, all or nothing."""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from majlis.cli.workspace import Home, insist_on_workspace, known_member, open_workspace
from majlis.engine.errors import InputError, Refused, StorageError
from majlis.engine.opinion.votes import Ballots
from majlis.engine.tables import TableError

if TYPE_CHECKING:
    from majlis.workspace.commons.models import Member
    from majlis.workspace.rooms.consultations.models import Consultation

LONGEST_ADDRESS = 500


class Kind(StrEnum):
    """What can be imported."""

    POLIS = "polis"


def import_(
    kind: Annotated[Kind, typer.Argument(help="What the folder holds: a Polis export.")],
    path: Annotated[Path, typer.Argument(help="The folder, with votes.csv and comments.csv.")],
    title: Annotated[str, typer.Option(help="Title of the consultation.", show_default="the export's topic")] = "",
    language: Annotated[str, typer.Option(help="Language of the statements, such as ar, fr, en or de.")] = "und",
    public: Annotated[bool, typer.Option("--public", help="Let everybody see it; otherwise your institution.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Also where the same votes were imported before.")] = False,
    as_: Annotated[
        str, typer.Option("--as", metavar="EMAIL", help="Who imports.", show_default="the administrator")
    ] = "",
    home: Home = None,
) -> None:
    """Take a finished conversation into the workspace: statements, votes and moderation, as one act."""
    ballots = read(path)
    open_workspace(home)
    from majlis.engine.handling import Handling, Tlp
    from majlis.workspace.commons.texts import Text

    member = importer(as_)
    summary = read_summary(path)
    written = written_in(language)
    if not again:
        insist_on_new(member, ballots)
    with Console(stderr=True).status("Importing"):
        consultation = take_in(
            member,
            ballots=ballots,
            title=Text.write(title.strip() or summary.get("topic") or path.resolve().name or kind, written),
            language=written,
            handling=Handling(tlp=Tlp.CLEAR) if public else None,
            origin=summary.get("url", ""),
        )
    report = consultation.closing
    typer.echo(
        f"Imported {report['statements']} statements and {report['votes']} votes of {report['voters']} voters. "
        f"The map is being computed: {map_of(consultation)}"
    )


def insist_on_new(member: Member, ballots: Ballots) -> None:
    """Raise InputError where the institution has imported these very votes before; it leads to that consultation."""
    from majlis.workspace.rooms.consultations import queries

    before = queries.imported_before(member, ballots)
    if before is not None:
        raise InputError(
            f"The same votes were imported before, on {before.closed_at:%Y-%m-%d}: {map_of(before)}\n"
            "Nothing was imported. Add --again to take them in once more."
        )


def map_of(consultation: Consultation) -> str:
    """The addresses of the map's page."""
    return f"/{{ar,fr,en}}/consultations/{consultation.pk}/map/"


def take_in(member: Member, **content: object) -> Consultation:
    """Import and ask for the map in one transaction. Raises InputError where the member may not, StorageError."""
    from django.db import DatabaseError, transaction

    from majlis.workspace.commons import words
    from majlis.workspace.commons.actions import acting
    from majlis.workspace.rooms.consultations import actions, tasks

    try:
        with acting(member), transaction.atomic():
            consultation = actions.import_consultation(institution=member.institution, **content)
            tasks.request_map(consultation=consultation)
    except Refused as refused:
        raise InputError(f"--as: {words.say_plain(refused.rule)} Nothing was imported.") from None
    except DatabaseError as error:
        raise StorageError(
            f"The database could not take it ({error}). Nothing was imported; see `majlis doctor`, then try again."
        ) from error
    return consultation


def read(path: Path) -> Ballots:
    """Read a Polis export; the error lists every problem by line, at most fifty."""
    if not path.is_dir():
        raise InputError(f"{path}: expected the folder of a Polis export, with votes.csv and comments.csv")
    try:
        return Ballots.read_polis(path)
    except TableError as error:
        lines = "\n".join(str(problem) for problem in error.problems)
        more = f"\n... {error.total} problems in all" if error.total > len(error.problems) else ""
        raise InputError(f"{lines}{more}\nNothing was imported.") from None


def read_summary(folder: Path) -> dict[str, str]:
    """Read topic and address from `summary.csv`, whose lines are pairs; an export without it is fine."""
    try:
        with (folder / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
            pairs = {row[0]: row[1].strip() for row in csv.reader(file) if len(row) == 2}
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}
    address = pairs.get("url", "")
    usable = address.startswith("https://") and len(address) <= LONGEST_ADDRESS
    return {"topic": pairs.get("topic", "")[:200], "url": address if usable else ""}


def written_in(language: str) -> str:
    """The language tag in its canonical form. Raises InputError for one that no page could name."""
    from babel import Locale

    from majlis.workspace.commons.texts import primary, tag

    try:
        written = tag(language)
    except ValueError as error:
        raise InputError(f"--language: {error}") from None
    if primary(written) not in Locale("en").languages:
        raise InputError(f"--language: {language!r} is no language that Majlis knows; und says that nobody knows it")
    return written


def importer(email: str) -> Member:
    """The member who imports: the one named, or the workspace's only administrator. Raises InputError."""
    from majlis.workspace.commons.models import Member, Role

    if email:
        return known_member(email)
    insist_on_workspace()
    members = Member.objects.select_related("institution", "user")
    administrators = list(members.filter(grants__role=Role.ADMINISTRATOR).order_by("created_at")[:2])
    if len(administrators) != 1:
        found = "are several administrators" if administrators else "is no administrator"
        raise InputError(f"There {found}: say who imports with --as EMAIL.")
    return administrators[0]
