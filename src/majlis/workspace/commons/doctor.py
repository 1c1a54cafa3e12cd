"""What a healthy workspace looks like, checked one thing at a time."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import override

from majlis.engine.errors import StorageError
from majlis.workspace.commons import checkpoints, setup, unfinished, words, worker
from majlis.workspace.commons.mail.digests import troubles
from majlis.workspace.commons.mail.post import NotSent, Post
from majlis.workspace.commons.search import index

FREE_BYTES = 1_000_000_000
PATIENCE = timedelta(minutes=5)
_UNTOUCHED = "Keep this database as it is and tell the auditor; after a restored backup: `majlis ledger new-key`."


class Health(StrEnum):
    """How one thing is."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class Check(NamedTuple):
    """One thing that was looked at: its name, how it is, what was found, what to do."""

    name: str
    health: Health
    found: str
    remedy: str = ""


def examine() -> list[Check]:
    """Look at everything; what cannot be looked at without the database is left out where there is none."""
    first = database()
    rest = [migrations, entries, searching, background, mail] if first.health is Health.GOOD else []
    return [first, *(_guarded(check) for check in [restoration, *rest, files, disk])]


def database() -> Check:
    """Check that the database answers and, where it is a file, that the file is whole."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check" if connection.vendor == "sqlite" else "SELECT 'ok'")
            found = cursor.fetchone()[0]
    except DatabaseError as error:
        return Check("database", Health.BAD, str(error).strip(), "Start the database or mend DATABASE_URL.")
    if found != "ok":
        return Check("database", Health.BAD, found, "The file is damaged: `majlis restore` the latest backup.")
    return Check("database", Health.GOOD, f"{connection.display_name} answers")


def restoration() -> Check:
    """Check that no restoration was broken off."""
    if left := unfinished.found():
        return Check("restore", Health.BAD, "broken off; what was recalled since may be back", left.remedy)
    return Check("restore", Health.GOOD, "none was broken off")


def migrations() -> Check:
    """Check that the tables are those of this version."""
    if pending := len(setup.pending_migrations()):
        return Check("migrations", Health.BAD, f"{pending} pending", "`majlis serve` applies them, after a backup.")
    return Check("migrations", Health.GOOD, "none pending")


def entries() -> Check:
    """Check that no entry of the ledger was touched."""
    found = checkpoints.verify()
    if found.holds:
        return Check("ledger", Health.GOOD, f"{found.size} entries verify, root {found.root[:16]}")
    where = "what stands beside the entries" if found.index is None else f"entry {found.index}"
    return Check("ledger", Health.BAD, f"{where} is {found.fault}", _UNTOUCHED)


def searching() -> Check:
    """Check that the search knows every record that can be found."""
    if lacking := index.lacking():
        return Check(
            "search", Health.WARNING, f"{lacking} records not indexed", "`majlis serve` indexes them at start."
        )
    return Check("search", Health.GOOD, "every record is indexed")


def background() -> Check:
    """Check that a worker lives and that no task waits long."""
    waiting = worker.oldest_waiting()
    if waiting and waiting > PATIENCE:
        return Check("worker", Health.BAD, f"a task has waited {waiting}", "Start `majlis worker` and read its output.")
    if not worker.is_alive():
        return Check("worker", Health.WARNING, "no worker on this machine", "`majlis serve` starts one beside the web.")
    return Check("worker", Health.GOOD, "alive, nothing waits long")


def mail() -> Check:
    """Check that the mail server lets us in, and that the digests of these days arrived."""
    if settings.MAIL is None:
        return Check("mail", Health.GOOD, "none is sent: MAJLIS_MAIL is not set")
    server = f"{settings.MAIL.host}:{settings.MAIL.port}"
    try:
        with Post(settings.MAIL) as post:
            post.connected()
    except NotSent as fault:
        return Check("mail", Health.BAD, f"{server}: {_said(fault.reason)}", "`majlis test-mail` tries again.")
    if troubled := Counter(troubles().values()):
        counts = " ".join(f"{count} digest(s) did not arrive. {_said(key)}" for key, count in troubled.items())
        return Check("mail", Health.WARNING, counts, "The page Members names whose; what may arrive is tried again.")
    return Check("mail", Health.GOOD, f"{server} lets us in")


def files() -> Check:
    """Check that keys, secret, database and backups are readable by their owner alone, and keys outside backups."""
    if Path(settings.KEYS).resolve().is_relative_to(Path(settings.BACKUPS).resolve()):
        return Check("files", Health.BAD, "keys lie among the backups", "Set MAJLIS_KEYS to a folder of its own.")
    if open_ones := [path for path in _private() if path.stat().st_mode & 0o077]:
        names = " ".join(str(path) for path in open_ones)
        return Check("files", Health.BAD, f"others may read {names}", f"chmod go= {names}")
    return Check("files", Health.GOOD, "keys and database are private")


def disk() -> Check:
    """Check that there is room for a backup."""
    free = shutil.disk_usage(settings.HOME).free
    if free < FREE_BYTES:
        return Check("disk", Health.BAD, f"{free / 1e6:.0f} MB free", "Make room: an upgrade needs a backup first.")
    return Check("disk", Health.GOOD, f"{free / 1e9:.1f} GB free")


def _private() -> Iterator[Path]:
    keys, home = Path(settings.KEYS), Path(settings.HOME)
    own = (*keys.glob("*.key"), keys / "ledger", *keys.glob("ledger/*"))
    for path in (keys, *own, home, home / "secret.key", home / "majlis.sqlite3", Path(settings.BACKUPS)):
        if path.exists():
            yield path


def _said(key: str) -> str:
    with override("en"):
        return words.say_plain(key)


def _guarded(check: Callable[[], Check]) -> Check:
    try:
        return check()
    except (OSError, StorageError, DatabaseError) as error:
        return Check(check.__name__, Health.BAD, str(error).strip(), "Mend this first, then ask the doctor again.")
