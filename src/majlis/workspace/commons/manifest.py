"""The manifest of backups: what lies in the folder, whether it is whole, what it still holds, and until when.

It is a file of its own beside the backups (`manifest.json`, 0600), so that it is there when the database is not.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from majlis.workspace.commons.files import replace

NAME, PREFIX = "manifest.json", "majlis-"


@dataclass(frozen=True)
class Kept:
    """One backup: its file's name, length and SHA-256, when it was made, and the ledger's size in it, where known."""

    file: str
    made_at: datetime
    length: int
    sha256: str
    entries: int | None = None

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(settings.BACKUPS) / self.file

    def is_whole(self) -> bool:
        """Whether the file is, byte for byte, what was written down of it."""
        return self.path.is_file() and fingerprint(self.path) == self.sha256


def kept() -> list[Kept]:
    """The backups that lie in the folder, the newest first; those that nobody put down are read anew."""
    known = {one.file: one for one in _read()}
    found = []
    for path in Path(settings.BACKUPS).glob(f"{PREFIX}*"):
        one = known.get(path.name)
        if one is None or one.length != path.stat().st_size:
            one = _described(path)
        if one:
            found.append(one)
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def put_down(path: Path, entries: int | None) -> None:
    """Add a backup that was just made."""
    one = _described(path, entries)
    others = [other for other in kept() if other.file != path.name]
    _write([one, *others] if one else others)


def refresh() -> None:
    """Bring the manifest to what lies in the folder."""
    if Path(settings.BACKUPS).is_dir():
        _write(kept())


def last_good() -> Kept | None:
    """The newest backup that is whole: the one that must stay, however old it is."""
    return best([one for one in kept() if one.is_whole()])


def best(whole: list[Kept]) -> Kept | None:
    """Of whole backups, the newest first, the newest that surely holds a workspace; else the newest."""
    return next((one for one in whole if one.entries), whole[0] if whole else None)


def made_at(path: Path) -> datetime | None:
    """When a backup was made, as its name says; None for what is none."""
    try:
        return datetime.strptime(path.name.split("-")[1], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC)
    except (IndexError, ValueError):
        return None


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _described(path: Path, entries: int | None = None) -> Kept | None:
    made = made_at(path)
    if made is None or not path.is_file():  # a damaged database that was put aside is a folder, and no backup
        return None
    return Kept(path.name, made, path.stat().st_size, fingerprint(path), entries)


def _read() -> list[Kept]:
    """What was put down; a manifest that cannot be read is made anew from the folder."""
    try:
        rows: list[dict[str, Any]] = json.loads((Path(settings.BACKUPS) / NAME).read_text(encoding="utf-8"))
        return [Kept(**{**row, "made_at": datetime.fromisoformat(row["made_at"])}) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _write(rows: list[Kept]) -> None:
    text = json.dumps([asdict(row) for row in rows], default=datetime.isoformat, indent=1)
    replace(Path(settings.BACKUPS) / NAME, f"{text}\n".encode())
