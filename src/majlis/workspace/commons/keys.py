"""Consultation keys: one small file each, outside the database and outside every backup.

While a consultation is open its key turns a voter's token into a pseudonym. Closing destroys the key, and with it every
way from a token to a vote. A backup holds pseudonyms but never keys, so restoring one brings no key back.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from majlis.engine.errors import MajlisError
from majlis.workspace.commons.files import sync_folder, write_once

KEY_BYTES = 32
PSEUDONYM_BYTES = 16


class KeyGone(MajlisError):
    """The consultation's key is not there: it was never made, was destroyed at closing, or lies on another machine."""


def path_of(consultation: UUID) -> Path:
    """Say where the key of a consultation lies."""
    return Path(settings.KEYS) / f"{UUID(str(consultation))}.key"


def make(consultation: UUID) -> bytes:
    """Give the consultation's key; the first call makes it (0600, on the disk before this returns)."""
    write_once(path_of(consultation), secrets.token_bytes(KEY_BYTES))
    return load(consultation)


def load(consultation: UUID) -> bytes:
    """Read the consultation's key; KeyGone where there is none or it is damaged."""
    path = path_of(consultation)
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        raise KeyGone(
            f"The key {path} is gone. No vote is lost, but none can be added to its voter's earlier ones."
        ) from None
    if len(key) != KEY_BYTES:
        raise KeyGone(f"The key {path} has {len(key)} bytes instead of {KEY_BYTES}. Put the undamaged file back.")
    return key


def exists(consultation: UUID) -> bool:
    """Say whether the consultation still has its key."""
    return path_of(consultation).exists()


def destroy(consultation: UUID) -> None:
    """Overwrite the key, wait for the disk, unlink it, wait again; a key that is gone already is no error.

    Overwriting reaches the same blocks on ordinary file systems; copy-on-write ones and worn flash cells may keep the
    old ones, so the key folder belongs on an encrypted disk or in memory.
    """
    path = path_of(consultation)
    if not path.exists():
        return
    with path.open("r+b", buffering=0) as file:
        for filling in (secrets.token_bytes, bytes):
            _overwrite(file.fileno(), filling)
    path.unlink()
    sync_folder(path.parent)


def _overwrite(descriptor: int, filling: Callable[[int], bytes]) -> None:
    os.pwrite(descriptor, filling(max(os.fstat(descriptor).st_size, KEY_BYTES)), 0)
    os.fsync(descriptor)


def pseudonym(key: bytes, token: bytes | str) -> bytes:
    """Turn a voter's token into 16 bytes: HMAC-SHA256 under the consultation's key, truncated."""
    return _mac(_subkey(key, b"pseudonym"), _bytes(token))[:PSEUDONYM_BYTES]


def commitment(key: bytes, *parts: bytes | str) -> str:
    """Commit to the parts without showing them, in hex: an HMAC under a salt derived from the key and dying with it.

    Each part is preceded by its length, so that no two lists of parts give the same commitment.
    """
    return derived(key, "commitment", *parts).hex()


def derived(key: bytes, use: str, *parts: bytes | str) -> bytes:
    """Derive 32 bytes from the parts for one use: HMAC-SHA256 under a key of that use, gone with the key itself.

    Each part is preceded by its length, so that no two lists of parts give the same bytes.
    """
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in map(_bytes, parts))
    return _mac(_subkey(key, use.encode()), framed)


def _subkey(key: bytes, use: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return _mac(key, b"majlis:" + use)


def _mac(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, hashlib.sha256).digest()


def _bytes(part: bytes | str) -> bytes:
    return part.encode() if isinstance(part, str) else part
