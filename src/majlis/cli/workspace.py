"""The commands of a workspace: serve, worker, passwords, test mail, backup, restore, doctor."""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from majlis.engine.errors import InputError

if TYPE_CHECKING:
    from majlis.workspace.commons.models import Member

app = typer.Typer(help="Run and keep a workspace.")

Home = Annotated[
    Path | None,
    typer.Option(
        "--home", envvar="MAJLIS_HOME", help="Folder of the workspace.", show_default="the user's data folder"
    ),
]


@app.command()
def serve(
    home: Home = None,
    host: Annotated[str, typer.Option(help="Address to listen on; loopback unless you say otherwise.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    processes: Annotated[int, typer.Option(min=1, help="Web processes.")] = 2,
    institution: Annotated[str, typer.Option(help="First run: name of the institution.")] = "",
    admin_email: Annotated[str, typer.Option(help="First run: address of the first administrator.")] = "",
    locale: Annotated[str, typer.Option(help="First run: the institution's locale, such as ar-MA or fr.")] = "en",
) -> None:
    """Run the workspace: upgrade it if need be, then serve its pages and work in the background until stopped."""
    open_workspace(home)
    from majlis.cli import server

    server.insist_on_free_port(host, port)
    with server.alone():
        prepare(institution, admin_email, locale)
        check_charter()
        announce(host, port)
        server.run(host, port, processes)


def prepare(institution: str, admin_email: str, locale: str) -> None:
    """Bring the workspace to the state that this version needs, the first run included."""
    from majlis.workspace.commons import setup
    from majlis.workspace.rooms.consultations.actions import destroy_left_keys
    from majlis.workspace.rooms.strategy.actions import destroy_left_round_keys

    if saved := setup.upgrade():
        typer.echo(f"The database was upgraded. A backup from before is at {saved}")
    destroy_left_keys()
    destroy_left_round_keys()
    if not setup.is_set_up():
        first_run(institution, admin_email, locale)


def check_charter() -> None:
    """Try the guards of the charter before anybody comes in, and say which do not hold; pages say so as well."""
    from majlis.workspace.commons.charter import keeping

    report, _ = keeping.look(thorough=False)
    for outcome in report.outcomes:
        if outcome.state == "broken":
            typer.echo(f"Charter {outcome.rule} does not hold ({outcome.name}): {outcome.said}", err=True)


def announce(host: str, port: int) -> None:
    """Say where the workspace is, who still needs a password, and what is unwise."""
    address = address_of(host, port)
    for line in [*password_links(address), *warnings_about(host)]:
        typer.echo(line)
    typer.echo(f"Majlis is at {address}/ (stop with Ctrl+C)")
    sys.stdout.flush()


@app.command()
def worker(home: Home = None) -> None:
    """Work in the background without a web server; `serve` does both. Begins with a quick look at the charter."""
    open_workspace(home)
    insist_on_workspace()
    from majlis.workspace.commons import worker as background

    check_charter()
    background.work()


@app.command()
def password(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The address with which somebody signs in.")],
    address: Annotated[str, typer.Option(help="Where the workspace is.")] = "http://127.0.0.1:8000",
    home: Home = None,
) -> None:
    """Print a link on which somebody sets a new password, once, within a day."""
    open_workspace(home)
    from django.utils.translation import override

    from majlis.workspace.commons import people
    from majlis.workspace.commons.queries import host

    member = known_member(email)
    with override(page_language(host().locale)):
        typer.echo(f"{address.rstrip('/')}{people.make_operators_link(member=member)}")


@app.command("test-mail")
def try_mail(
    to: Annotated[str, typer.Argument(metavar="ADDRESS", help="Where the mail goes.")], home: Home = None
) -> None:
    """Send a test mail and say what the mail server answered."""
    open_workspace(home)
    from django.conf import settings
    from django.utils.translation import override

    from majlis.workspace.commons import words
    from majlis.workspace.commons.mail.letters import trial_letter
    from majlis.workspace.commons.mail.post import NotSent, Post

    if settings.MAIL is None:
        raise InputError("This workspace sends no mail: set MAJLIS_MAIL, MAJLIS_MAIL_FROM and MAJLIS_ADDRESS first.")
    server = f"{settings.MAIL.host} port {settings.MAIL.port} ({settings.MAIL.tls})"
    try:
        with Post(settings.MAIL) as post:
            post.send(trial_letter(to.strip()))
    except NotSent as fault:
        with override("en"):
            raise InputError(f"{server}: {words.say_plain(f'{fault.reason}')}") from None
    typer.echo(f"{server} took the mail. If it does not arrive, look at that server's log.")


@app.command()
def backup(
    list_: Annotated[bool, typer.Option("--list", help="List the backups that there are, and until when.")] = False,
    home: Home = None,
) -> None:
    """Copy the database while it is in use. Keys of consultations are never in a backup."""
    open_workspace(home)
    from majlis.workspace.commons.backup import back_up

    if list_:
        list_backups()
    else:
        typer.echo(back_up())


def list_backups() -> None:
    """Say of each backup until when it stays, whether it is whole, and how much of it has expired since."""
    from majlis.workspace.commons.retention.kept import backups

    for one in backups():
        until = "the last good one, stays" if one.is_last_good else f"until {one.until:%Y-%m-%d}"
        health = "whole" if one.is_whole else "DAMAGED"
        entries = "?" if one.kept.entries is None else str(one.kept.entries)
        typer.echo(f"{one.kept.path}  {health}  {until}  {entries} entries, {one.erased_since} erased since")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `majlis backup` made.")], home: Home = None
) -> None:
    """Put a backup in place of the database, which is kept aside; the ledger records the gap."""
    open_workspace(home, whole=False)
    from majlis.workspace.commons import backup as backups

    done = backups.restore(file)
    before = "a ledger that could not be read" if done.size_before is None else f"{done.size_before} ledger entries"
    typer.echo(f"Restored: {before} before, {done.size_after} in the backup; an entry says so.")
    if done.aside:
        typer.echo(f"What was there is kept at {done.aside}")
    if done.again is None:
        typer.echo("What had been erased or recalled since could not be read: do it again by hand.", err=True)
    elif done.again:
        typer.echo(f"Erased, suspended or recalled again, as before: {done.again}")
    typer.echo("Where witnesses hold heads of the ledger, `majlis ledger new-key` now starts under a new name.")


@app.command()
def doctor(home: Home = None) -> None:
    """Check database, migrations, ledger, worker, mail, files and disk; exit code 1 where something is bad."""
    open_workspace(home, whole=False)
    from majlis.workspace.commons.doctor import Health, examine

    checks = examine()
    for check in checks:
        typer.echo(f"{check.health:8} {check.name:11} {check.found}")
        if check.remedy:
            typer.echo(f"{'':20} {check.remedy}")
    if any(check.health is Health.BAD for check in checks):
        raise typer.Exit(1)


def open_workspace(home: Path | None = None, *, whole: bool = True) -> None:
    """Make this process one of the workspace in `home`: new files private, settings read, models loaded.

    whole: raise StorageError where a restoration was broken off, because what was recalled may be back.
    """
    os.umask(0o077)
    if home is not None:
        os.environ["MAJLIS_HOME"] = str(home.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majlis.workspace.settings")
    import django

    django.setup()
    if whole:
        from majlis.workspace.commons import unfinished

        unfinished.insist_on_none()


def insist_on_workspace() -> None:
    """Raise InputError where no workspace was set up yet."""
    from majlis.workspace.commons import setup

    if not setup.has_tables() or not setup.is_set_up():
        raise InputError("There is no workspace here yet: run `majlis serve` first, or name its folder with --home.")


def known_member(email: str) -> Member:
    """Find a member by the address; InputError where there is no such member, or no workspace."""
    from majlis.workspace.commons.models import Member

    insist_on_workspace()
    members = Member.objects.select_related("institution", "user").filter(user__email=email.strip().lower())
    found = members.order_by("created_at").first()
    if found is None:
        raise InputError(f"Nobody here has the address {email}")
    return found


def first_run(institution: str, email: str, locale: str) -> None:
    """Ask for what is not given and set the workspace up; InputError where nobody can be asked."""
    if not (institution and email) and not sys.stdin.isatty():
        raise InputError(
            "This workspace has no institution yet, and there is no terminal to ask on. "
            "Give --institution NAME and --admin-email ADDRESS."
        )
    institution = institution or typer.prompt("Name of the institution")
    email = email or typer.prompt("Address of the first administrator")
    _insist_on_address(email)
    from majlis.workspace.commons.people import set_up
    from majlis.workspace.commons.texts import Text, primary

    try:
        name = Text.write(institution.strip(), primary(locale))
    except ValueError as error:
        raise InputError(f"--locale: {error}") from None
    set_up(name=name, locale=locale, email=email)


def password_links(address: str) -> list[str]:
    """Give, for every administrator without a password, the lines that lead to one."""
    from django.utils.translation import override

    from majlis.workspace.commons import setup, signin
    from majlis.workspace.commons.queries import host

    lines = []
    with override(page_language(host().locale)):
        for user in setup.waiting_administrators():
            lines.append(f"{user.email} sets a password here, once, within a day:")
            lines.append(f"  {address}{signin.password_path(user)}")
    return lines


def page_language(locale: str) -> str:
    """Give the language of the pages for a locale; English where it is none of ours."""
    from django.conf import settings

    from majlis.workspace.commons.texts import primary

    return primary(locale) if primary(locale) in dict(settings.LANGUAGES) else "en"


def address_of(host: str, port: int) -> str:
    """Give the address under which people reach the workspace."""
    from django.conf import settings

    if settings.ADDRESS:
        return str(settings.ADDRESS)
    if host in {"0.0.0.0", "::"}:
        host = settings.ALLOWED_HOSTS[0]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def warnings_about(host: str) -> list[str]:
    """Say what is unwise about listening on this address."""
    if _is_loopback(host):
        return []
    lines = []
    if not os.environ.get("MAJLIS_HOSTS"):
        lines.append("Set MAJLIS_HOSTS to the names by which others reach this machine; until then they are refused.")
    if not os.environ.get("MAJLIS_HTTPS"):
        lines.append("Others on the network can read what passes: put an HTTPS proxy in front and set MAJLIS_HTTPS=1.")
    return lines


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _insist_on_address(email: str) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email.strip())
    except ValidationError:
        raise InputError(f"--admin-email: expected an e-mail address, found {email!r}") from None
