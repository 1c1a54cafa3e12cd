"""Signed notes: a text and, under it, one line for each signature.

Log keys sign with Ed25519 (type 1), witnesses with timestamped Ed25519 (type 4). Sources: c2sp.org/signed-note and
c2sp.org/tlog-cosignature.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from majlis.engine.errors import InputError

LOG, WITNESS = 1, 4
MOST_SIGNATURES = 64
MOST_BYTES = 200_000
NAME = re.compile(r"[^\s+\x00-\x1f\x7f]+")
LINE = re.compile(r"— (\S+) ([A-Za-z0-9+/]+=*)")


class NoteError(InputError):
    """What should be a signed note, or a key for one, is not."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: the key's name and id, and what the key made."""

    name: str
    key_id: bytes
    made: bytes

    def __str__(self) -> str:
        return f"— {self.name} {encode64(self.key_id + self.made)}"

    @classmethod
    def parse(cls, line: str) -> Self:
        """Read a signature line without its line end."""
        found = LINE.fullmatch(line)
        blob = decode64(found[2]) if found else b""
        if not found or len(blob) < 5 or not NAME.fullmatch(found[1]):
            raise NoteError(f"expected a signature line “— name base64”, found {line[:80]!r}")
        return cls(found[1], blob[:4], blob[4:])


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a line end, with its signatures; `str` gives the note as it is published."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return self.text + "\n" + "".join(f"{signature}\n" for signature in self.signatures)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a note; NoteError where it is none or has no signature."""
        text, gap, lines = written.rpartition("\n\n")
        if not gap or not lines.endswith("\n") or len(written) > MOST_BYTES:
            raise NoteError("expected a signed note: a text, an empty line, signature lines")
        if re.search(r"[\x00-\x09\x0b-\x1f]", written):
            raise NoteError("a signed note holds no control characters but line ends")
        found = lines[:-1].split("\n")
        if len(found) > MOST_SIGNATURES:
            raise NoteError(f"a signed note holds at most {MOST_SIGNATURES} signatures, this one {len(found)}")
        return cls(text + "\n", tuple(Signature.parse(line) for line in found))

    def signed_also(self, *signatures: Signature) -> Note:
        """Give the note with more signatures, each kept once."""
        return Note(self.text, tuple(dict.fromkeys((*self.signatures, *signatures))))


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Who signs: a name, the type of the signatures, 32 bytes; `str` gives it as a verifier key (vkey)."""

    name: str
    kind: int
    raw: bytes

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name) or self.kind not in {LOG, WITNESS} or len(self.raw) != 32:
            raise NoteError("a key has a name without spaces or plus signs, the type 1 or 4, and 32 bytes")

    @property
    def key_id(self) -> bytes:
        """The four bytes by which signature lines name the key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.raw).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encode64(bytes([self.kind]) + self.raw)}"

    @classmethod
    def parse(cls, vkey: str) -> Self:
        """Read a verifier key."""
        name, _, rest = vkey.strip().partition("+")
        key_id, _, encoded = rest.partition("+")
        blob = decode64(encoded)
        found = cls(name, blob[0] if blob else 0, blob[1:])
        if found.key_id.hex() != key_id:
            raise NoteError(f"the key of {name} is damaged: its id should be {found.key_id.hex()}, not {key_id[:8]}")
        return found

    def matches(self, signature: Signature) -> bool:
        """Say whether the line claims to be this key's."""
        return (signature.name, signature.key_id) == (self.name, self.key_id)

    def verifies(self, note: Note) -> bool:
        """Say whether this key signed the note: at least one line is this key's, and each that is holds."""
        own = [signature for signature in note.signatures if self.matches(signature)]
        return bool(own) and all(self.holds(signature, note.text) for signature in own)

    def holds(self, signature: Signature, text: str) -> bool:
        """Say whether a line is this key's signature under the text."""
        stamp, made = (signature.made[:8], signature.made[8:]) if self.kind == WITNESS else (b"", signature.made)
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(made, _signed(text, stamp))
        except (InvalidSignature, ValueError):
            return False
        return self.matches(signature)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that signs; `str` gives it as it is kept in its file, and belongs nowhere else."""

    name: str
    kind: int
    seed: bytes

    @classmethod
    def make(cls, name: str, kind: int) -> Self:
        """Make a new key."""
        return cls(name, kind, Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> PublicKey:
        """What others verify with."""
        return PublicKey(self.name, self.kind, self._private.public_key().public_bytes_raw())

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def __str__(self) -> str:
        encoded = encode64(bytes([self.kind]) + self.seed)
        return f"PRIVATE+KEY+{self.name}+{self.public.key_id.hex()}+{encoded}"

    def __repr__(self) -> str:
        return f"SigningKey({self.name})"

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a key as `str` gives it."""
        parts = written.strip().split("+", 4)
        blob = decode64(parts[4]) if len(parts) == 5 else b""
        if parts[:2] != ["PRIVATE", "KEY"] or len(blob) != 33:
            raise NoteError("this is no signing key")
        found = cls(parts[2], blob[0], blob[1:])
        if found.public.key_id.hex() != parts[3]:
            raise NoteError(f"the signing key of {parts[2]} is damaged")
        return found

    def sign(self, text: str, *, at: int | None = None) -> Signature:
        """Sign a text; a witness says when it did (`at`, seconds since 1970)."""
        if (at is None) == (self.kind == WITNESS):
            raise ValueError("a witness's signature has a time, a log's has none")
        stamp = b"" if at is None else at.to_bytes(8, "big")
        return Signature(self.name, self.public.key_id, stamp + self._private.sign(_signed(text, stamp)))


def time_of(signature: Signature) -> int:
    """Give the time of a witness's signature, in seconds since 1970."""
    return int.from_bytes(signature.made[:8], "big")


def _signed(text: str, stamp: bytes) -> bytes:
    head = f"cosignature/v1\ntime {int.from_bytes(stamp, 'big')}\n" if stamp else ""
    return (head + text).encode()


def encode64(blob: bytes) -> str:
    """Write bytes in standard base64."""
    return b64encode(blob).decode("ascii")


def decode64(text: str) -> bytes:
    """Read standard base64; NoteError where it is none."""
    try:
        return b64decode(text, validate=True)
    except (Base64Error, ValueError):
        raise NoteError(f"expected base64, found {text[:40]!r}") from None
