"""Small secret files: written whole or not at all, readable by their owner alone."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


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
