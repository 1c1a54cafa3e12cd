"""Small secret files: written whole or not at all, readable by their owner alone; and locks that are files."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from majlis.engine.errors import InputError

SECONDS_BETWEEN_TRIES = 0.5


def private_folder(path: Path) -> Path:
    """Make the folder if it is missing, open to its owner alone."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def write_once(path: Path, content: bytes) -> bool:
    """Write a new file (0600) so that it survives a power cut; say whether it was this call that made it.

    The content becomes visible by one link: of two processes that start together one wins, the other sees it whole.
    """
    descriptor, draft = tempfile.mkstemp(dir=private_folder(path.parent), prefix=".draft-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
            return True
        return False
    finally:
        os.unlink(draft)
        sync_folder(path.parent)


def replace(path: Path, content: bytes) -> None:
    """Write a file (0600) whole or not at all, in place of what stood there, so that it survives a power cut."""
    descriptor, draft = tempfile.mkstemp(dir=private_folder(path.parent), prefix=".draft-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError:
        os.unlink(draft)
        raise
    sync_folder(path.parent)


@contextlib.contextmanager
def locked(path: Path, refusal: str, tries: int = 1) -> Iterator[None]:
    """Hold a lock that dies with the process; InputError with the refusal where another process holds it."""
    private_folder(path.parent)
    with path.open("a") as file:
        while not _taken(file):
            tries -= 1
            if tries <= 0:
                raise InputError(refusal)
            time.sleep(SECONDS_BETWEEN_TRIES)
        yield


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def sync_folder(path: Path) -> None:
    """Make the folder's own entries survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def secret(path: Path) -> str:
    """Read the secret kept at `path`; the first call makes one of 50 random bytes."""
    if not path.exists():
        write_once(path, secrets.token_urlsafe(50).encode())
    return path.read_text(encoding="ascii")
