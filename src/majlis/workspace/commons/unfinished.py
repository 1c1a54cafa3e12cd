"""A restoration under way, in a file of its own beside the database, so that one that is killed can be made whole.

`restoring.json` (0600) is there before a backup takes the database's place, and goes once what was erased or recalled
since is done again. Whoever finds it left behind shows nothing: what was recalled may be back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from majlis.engine.errors import StorageError
from majlis.workspace.commons import files

NAME = "restoring.json"


@dataclass(frozen=True)
class Unfinished:
    """A restoration that was begun.

    file: the backup. aside: where the database from before lies, None where there was none. head: size and root of its
    ledger, None where they could not be read. before: what it knew (`Before.to_dict`), None where it could not be read.
    """

    file: str
    aside: str | None
    head: dict[str, Any] | None
    before: dict[str, Any] | None

    @property
    def remedy(self) -> str:
        """What makes it whole."""
        other = f", or of {self.aside}, the database from before" if self.aside else ""
        return f"Restore again, `majlis restore {self.file}`{other}: what was erased or recalled since stays so."


def begin(restoration: Unfinished) -> Unfinished:
    """Write it down so that it survives a power cut; OSError where that fails."""
    files.replace(_file(), json.dumps(asdict(restoration)).encode())
    return restoration


def found() -> Unfinished | None:
    """The restoration that was left behind; StorageError where its file cannot be read."""
    try:
        return Unfinished(**json.loads(_file().read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise StorageError(
            f"{_file()} cannot be read ({error}). It tells what a restored backup must not bring back; nothing was "
            "changed. Use the version of Majlis that wrote it, or put it back from a copy."
        ) from error


def end() -> None:
    """Forget the restoration: it is whole, or never happened."""
    _file().unlink(missing_ok=True)
    files.sync_folder(_file().parent)


def insist_on_none() -> None:
    """Raise StorageError where a restoration was left unfinished."""
    if left := found():
        raise StorageError(
            "A restoration was broken off, and what was erased or recalled since that backup may be back. "
            f"Nothing is shown until it is whole. {left.remedy}"
        )


def _file() -> Path:
    return Path(settings.HOME) / NAME
