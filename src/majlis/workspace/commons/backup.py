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
from majlis.workspace.commons import files, ledger, manifest, unfinished, worker
from majlis.workspace.commons.files import private_folder, sync_folder
from majlis.workspace.commons.models import LedgerHead
from majlis.workspace.commons.retention import carrying_out, restoring

JOURNALS = ("-wal", "-shm", "-journal")
RUNS = "The workspace is running. Nothing was changed. Stop `majlis serve`, then restore."
UNTOUCHED = "The present database is as it was. Free or mend the disk, then restore again."


class Restored(NamedTuple):
    """What a restoration did: where the database that was there lies now, and the ledger's size before and after.

    aside: None where there was none.
    again: how much of what was erased, left or recalled since was done again; None where that could not be read.
    """

    aside: Path | None
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
        _clear(draft)
    return target


def restore(file: Path) -> Restored:
    """Put a backup in place of the present database, which is kept aside first; the ledger says so in one entry.

    What must not come back lies in a file beside the database meanwhile (see `unfinished`): a restoration that was
    killed is made whole by the next one, whose file may be another.

    Raises InputError where the file is no backup or the workspace runs, StorageError where the tools fail.
    """
    with files.locked(worker.server_lock_file(), RUNS), files.locked(worker.lock_file(), RUNS):
        _insist_on_backup(file)
        left = unfinished.found()
        begun = left or _begin(file)
        try:
            _put_back(file)
        except StorageError as error:
            if not left and _head() == begun.head:
                unfinished.end()
            copy = f" A copy of what was there lies at {begun.aside}" if begun.aside else ""
            raise StorageError(f"{error}{copy}") from error
        return _finish(file, begun)


def _begin(file: Path) -> unfinished.Unfinished:
    """Keep what is there and write down what must not come back, before anything is changed."""
    head, before, aside = _head(), _remembered(), _keep_aside()
    begun = unfinished.Unfinished(
        file=f"{file.absolute()}", aside=f"{aside}" if aside else None, head=head, before=before and before.to_dict()
    )
    try:
        return unfinished.begin(begun)
    except OSError as error:
        raise StorageError(f"The restoration was not begun: {error}. {UNTOUCHED}") from error


def _put_back(file: Path) -> None:
    connection.close()
    (_copy_back_sqlite if _is_sqlite() else _load_postgresql)(file)
    connection.close()


def _finish(file: Path, begun: unfinished.Unfinished) -> Restored:
    """Bring what was put back to this version, say so on the ledger, and do again what was done since."""
    call_command("migrate", interactive=False, verbosity=0)
    after = _head()
    ledger.append("workspace.restore", actor=None, file=manifest.fingerprint(file), before=begun.head, restored=after)
    again = restoring.do_again(restoring.Before.from_dict(begun.before)) if begun.before else None
    carrying_out.carry_out()
    unfinished.end()
    return Restored(
        aside=Path(begun.aside) if begun.aside else None,
        size_before=begun.head and begun.head["size"],
        size_after=int(str(after["size"])) if after else 0,
        again=None if begun.before is None else again.count if again else 0,
    )


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
    _copy(_database(), target)


def _copy(file: Path, target: Path) -> None:
    with _opened(file) as source, _opened(target, write=True) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy_back_sqlite(file: Path) -> None:
    """Copy it back in one transaction of the present database; where that is damaged, beside it, then in its place."""
    try:
        if _is_damaged():
            _copy_in_place(file)
            return
        with _opened(file) as source, _opened(_database(), write=True) as present:
            source.backup(present)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"The backup could not be put back: {error}. {UNTOUCHED}") from error


def _copy_in_place(file: Path) -> None:
    draft = _beside(_database(), ".restoring")
    draft.unlink(missing_ok=True)
    try:
        _copy(file, draft)
        for suffix in JOURNALS:  # SQLite would play a journal that is left into the new file
            _beside(_database(), suffix).unlink(missing_ok=True)
        _settle(draft, _database())
    finally:
        _clear(draft)


def _keep_aside() -> Path | None:
    """Back up what is there; a SQLite file too damaged for that is copied as it is, with its journal."""
    if _is_empty():
        return None
    try:
        return back_up("before-restore")
    except StorageError as error:
        if not (_is_sqlite() and _is_damaged()):
            raise StorageError(f"Nothing was restored: what is there could not be kept aside. {error}") from error
    connection.close()
    return _copy_damaged()


def _copy_damaged() -> Path:
    folder = private_folder(_name("damaged", "d"))
    try:
        for part in (_database(), *(_beside(_database(), suffix) for suffix in JOURNALS)):
            if part.exists():
                shutil.copy2(part, folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise StorageError(f"The damaged database could not be kept aside: {error}. {UNTOUCHED}") from error
    return folder


def _is_empty() -> bool:
    try:
        return not connection.introspection.table_names()
    except DatabaseError:
        return False


def _is_damaged() -> bool:
    """Whether the present file itself is broken: a full disk or a lock is no damage."""
    try:
        with _opened(_database()) as opened:
            return opened.execute("PRAGMA quick_check").fetchone() != ("ok",)
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)


def _clear(draft: Path) -> None:
    for suffix in ("", *JOURNALS):
        _beside(draft, suffix).unlink(missing_ok=True)


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
