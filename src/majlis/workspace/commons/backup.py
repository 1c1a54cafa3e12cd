"""Copies of the database, made while it is in use, and the way back.

A backup never holds a key: keys lie in files of their own (see `keys`), and no backup reads their folder.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from majlis.engine.errors import InputError, StorageError
from majlis.workspace.commons import ledger, manifest, worker
from majlis.workspace.commons.files import private_folder, sync_folder
from majlis.workspace.commons.models import LedgerHead
from majlis.workspace.commons.retention import carrying_out, restoring


class Restored(NamedTuple):
    """What a restoration did: where the database that was there lies now, and the ledger's size before and after.

    again: how much of what was erased, left or recalled since was done again; None where that could not be read.
    """

    aside: Path
    size_before: int | None
    size_after: int
    again: int | None = None


def back_up(reason: str = "by-hand") -> Path:
    """Copy the database into the backup folder (0600) and give the file; StorageError where that fails."""
    target = _name(reason, "sqlite3" if _is_sqlite() else "dump")
    draft, head = target.with_name(f".{target.name}.draft"), _head()
    draft.touch(mode=0o600)
    try:
        (_copy_sqlite if _is_sqlite() else _dump_postgresql)(draft)
        _settle(draft, target)
        manifest.put_down(target, int(str(head["size"])) if head else None)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(
            f"The backup failed: {error}. The database was not touched; free or mend the disk."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target


def restore(file: Path) -> Restored:
    """Put a backup in place of the present database, which is kept aside first; the ledger says so in one entry.

    Raises InputError where the file is no backup or the workspace runs, StorageError where the tools fail.
    """
    if worker.is_alive():
        raise InputError("The workspace is running. Nothing was changed. Stop `majlis serve`, then restore.")
    _insist_on_backup(file)
    before, remembered = _head(), _remembered()
    aside = _keep_aside()
    connection.close()
    (_copy_back_sqlite if _is_sqlite() else _load_postgresql)(file)
    connection.close()
    call_command("migrate", interactive=False, verbosity=0)
    after = _head()
    ledger.append("workspace.restore", actor=None, file=manifest.fingerprint(file), before=before, restored=after)
    again = remembered and restoring.do_again(remembered)
    carrying_out.carry_out()
    done = again.count if again else 0
    return Restored(aside, before and before["size"], after["size"] if after else 0, done if remembered else None)


def _remembered() -> restoring.Before | None:
    """Read what the present database erased; None where it cannot be read."""
    try:
        return restoring.remember()
    except DatabaseError:
        return None


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _database() -> Path:
    return Path(connection.settings_dict["NAME"])


def _name(reason: str, ending: str) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return private_folder(Path(settings.BACKUPS)) / f"majlis-{moment}-{version('majlis')}-{reason}.{ending}"


def _settle(draft: Path, target: Path) -> None:
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    draft.rename(target)
    sync_folder(target.parent)


def _head() -> dict[str, object] | None:
    """Give size and root of the ledger as it stands; None where the database cannot even say that."""
    try:
        head = LedgerHead.objects.filter(pk=1).first()
    except DatabaseError:
        return None
    return {"size": head.size, "root": head.root} if head else {"size": 0, "root": None}


@contextmanager
def _opened(file: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    uri = f"{file.absolute().as_uri()}?mode={'rwc' if write else 'ro'}"
    with closing(sqlite3.connect(uri, uri=True, timeout=20)) as opened:
        yield opened


def _copy_sqlite(target: Path) -> None:
    with _opened(_database()) as source, _opened(target, write=True) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy_back_sqlite(file: Path) -> None:
    try:
        with _opened(file) as source, _opened(_database(), write=True) as present:
            source.backup(present)
    except sqlite3.Error as error:
        raise StorageError(f"The backup could not be put back: {error}. The present database is kept aside.") from error


def _keep_aside() -> Path:
    """Back up what is there; a SQLite file too damaged for that is moved aside as it is, with its journal."""
    try:
        return back_up("before-restore")
    except StorageError:
        if not _is_sqlite() or not _database().exists():
            raise
    connection.close()
    folder = private_folder(_name("damaged", "d"))
    for suffix in ("", "-wal", "-shm"):
        part = _database().with_name(_database().name + suffix)
        if part.exists():
            shutil.move(part, folder / part.name)
    return folder


def _insist_on_backup(file: Path) -> None:
    if not file.is_file():
        raise InputError(f"{file}: expected a backup file, found none. Nothing was changed.")
    if not (_is_whole_sqlite(file) if _is_sqlite() else _is_dump(file)):
        kind = "a whole SQLite backup" if _is_sqlite() else "a PostgreSQL dump"
        raise InputError(f"{file}: expected {kind} of a Majlis workspace. Nothing was changed.")


def _is_whole_sqlite(file: Path) -> bool:
    try:
        with _opened(file) as opened:
            whole = opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return whole and bool(opened.execute("SELECT count(*) FROM commons_ledgerhead").fetchone())
    except sqlite3.Error:
        return False


def _is_dump(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(5) == b"PGDMP"


def _dump_postgresql(target: Path) -> None:
    _postgresql("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def _load_postgresql(file: Path) -> None:
    _postgresql("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(file))


def _postgresql(tool: str, *arguments: str) -> None:
    if shutil.which(tool) is None:
        raise StorageError(
            f"{tool} is missing, so no backup can be made or put back. Nothing was changed. "
            "Install PostgreSQL's client programs (Debian: apt install postgresql-client) of the server's version."
        )
    known = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    access = {name: str(known[key]) for name, key in names.items() if known.get(key)}
    done = subprocess.run(
        [tool, f"--dbname={known['NAME']}", *arguments],
        env={**os.environ, **access},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr.strip() or f"exit code {done.returncode}").splitlines()[-1]
        raise StorageError(f"{tool} failed: {said}. What was there is kept.")
