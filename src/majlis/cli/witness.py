"""Holding the heads of another institution's ledger: verify that the new one continues the kept one, sign, keep."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from majlis.cli import outside
from majlis.cli.files import write_whole
from majlis.engine.errors import InputError
from majlis.engine.ledger import Checkpoint, Growth, Note, NoteError, PublicKey, SigningKey
from majlis.engine.ledger.note import LOG, WITNESS
from majlis.workspace.commons.files import write_once

T = TypeVar("T")


@dataclass(frozen=True)
class Kept:
    """The files of a witness: the head it holds, the key of the log, and its own signing key beside it."""

    path: Path

    @property
    def note(self) -> Note | None:
        """The head that is held; None before the first."""
        return read_note(self.path) if self.path.exists() else None

    @property
    def log_key_file(self) -> Path:
        """Where the log's public key lies."""
        return self.path.with_name(self.path.name + ".log-key")

    @property
    def known_log_key(self) -> PublicKey | None:
        """The log's key as it is kept; None where none is."""
        if not self.log_key_file.exists():
            return None
        return _said(self.log_key_file, PublicKey.parse)

    @property
    def own_key_file(self) -> Path:
        """Where the witness's signing key lies."""
        return self.path.with_name(self.path.name + ".witness-key")

    def own_key(self, name: str) -> SigningKey:
        """Give the witness's key; the first call makes it under that name."""
        if not self.own_key_file.exists():
            if not name:
                raise InputError("Give --name once: under which name you sign, such as court.example/witness.")
            write_once(self.own_key_file, str(SigningKey.make(name, WITNESS)).encode())
        return _said(self.own_key_file, SigningKey.parse)

    def log_key(self, given: str, origin: str, place: str) -> PublicKey:
        """Give the log's key: the one kept, else the one given, else, the first time, the one at the address."""
        if kept := self.known_log_key:
            if given and PublicKey.parse(given) != kept:
                raise InputError(f"{self.log_key_file} holds another key. Nothing was signed. Ask why it changed.")
            return kept
        if not given and not outside.is_address(place):
            raise InputError(f"Give --log-key once: the key of {origin}, as its institution tells you.")
        found = PublicKey.parse(given or outside.get(f"{base(place)}/key"))
        if found.kind != LOG:
            raise InputError("--log-key: expected the key of a log, found a witness's")
        return found


@dataclass(frozen=True)
class Witnessed:
    """What a witness did: the head before and now, and where the log's key was taken on trust, that key."""

    before: int
    note: Note
    head: Checkpoint
    own: PublicKey
    trusted: PublicKey | None


def witness(place: str, kept: Kept, *, name: str = "", log_key: str = "") -> Witnessed:
    """Verify a head against the kept one, sign and keep it; InputError, and nothing signed, where it does not hold."""
    held = kept.note
    earlier = Checkpoint.read(held) if held else None
    growth = _brought(place, earlier.size if earlier else 0)
    head = Checkpoint.read(growth.note)
    key = kept.log_key(log_key, head.origin, place)
    _insist(growth, head, earlier, key)
    own = kept.own_key(name)
    signed = Note(growth.note.text, growth.note.signatures).signed_also(own.sign(growth.note.text, at=int(time.time())))
    first = not kept.log_key_file.exists()
    if first:
        write_once(kept.log_key_file, f"{key}\n".encode())
    write_whole(kept.path, str(signed))
    trusted = key if first and not log_key else None
    return Witnessed(earlier.size if earlier else 0, signed, head, own.public, trusted)


def read_note(path: Path) -> Note:
    """Read a checkpoint from a file; InputError where there is none."""
    return _said(path, lambda text: Growth.parse(text).note)


def base(place: str) -> str:
    """Give the address of the ledger's pages from that of the workspace or of its checkpoint."""
    place = place.rstrip("/").removesuffix("/checkpoint")
    return place if place.endswith("/ledger") else f"{place}/ledger"


def _brought(place: str, since: int) -> Growth:
    if outside.is_address(place):
        try:
            return Growth.parse(outside.get(f"{base(place)}/consistency?from={since}"))
        except NoteError as error:
            raise InputError(f"{place}: {error}") from None
    return _said(Path(place), Growth.parse)


def _insist(growth: Growth, head: Checkpoint, earlier: Checkpoint | None, key: PublicKey) -> None:
    if key.name != head.origin or not key.verifies(growth.note):
        raise InputError(f"The checkpoint is not signed by {key.name}. Nothing was signed; what you hold is kept.")
    if earlier is None or growth.follows(earlier):
        return
    if growth.old != earlier.size and head.size > earlier.size:
        raise InputError(
            f"You hold {earlier.size} entries, the file proves growth from {growth.old}. Nothing was signed. "
            f"Ask for a file from {earlier.size}."
        )
    raise InputError(
        f"This ledger of {head.size} entries does not continue the {earlier.size} that you hold: entries were changed "
        "or cut off. Nothing was signed. Keep both files and tell the auditor."
    )


def _said(path: Path, read: Callable[[str], T]) -> T:
    try:
        return read(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: expected text in UTF-8") from None
    except NoteError as error:
        raise InputError(f"{path}: {error}") from None
