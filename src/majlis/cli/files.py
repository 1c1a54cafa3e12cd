"""Writing results so that a failure leaves what stood there before."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

from majlis.engine.errors import StorageError

SAID_BY_DATABASES = ("disk is full", "No space left on device")


def lacks_room(error: BaseException | None) -> bool:
    """Whether a full disk lies behind the error: the system, SQLite or PostgreSQL said so."""
    while error is not None:
        full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
        if full or any(words in str(error) for words in SAID_BY_DATABASES):
            return True
        error = error.__cause__ or error.__context__
    return False


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` whole or not at all; `-` is standard output. Raises StorageError."""
    if str(path) == "-":
        sys.stdout.write(text)
        return
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
        else:
            _replace(path, text)
    except OSError as error:
        raise StorageError(
            f"{path}: could not be written ({error.strerror}); what stood there before is kept"
        ) from None


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
