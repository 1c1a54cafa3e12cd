"""Signed heads of the ledger, and those who hold them.

The signing key lies in the key folder, outside the database and its backups, together with the last head that it
signed: a log must never sign a head that does not continue an earlier one. Who lost the key, or put a backup back,
starts under a new name; what witnesses hold of the old one stays true of the entries that it covers.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from majlis.engine.errors import InputError, Refused
from majlis.engine.ledger import (
    Checkpoint,
    Fault,
    Growth,
    Head,
    InclusionProof,
    Note,
    NoteError,
    PublicKey,
    Signature,
    SigningKey,
    Verification,
)
from majlis.engine.ledger.note import LOG, WITNESS, time_of
from majlis.workspace.commons import ledger
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.files import replace, write_once
from majlis.workspace.commons.models import (
    Institution,
    LedgerCheckpoint,
    LedgerCosignature,
    LedgerEntry,
    LedgerWitness,
    Member,
    Role,
)


class NotOurs(InputError):
    """A checkpoint that this ledger never was: its holder's copy, or this ledger, is not what it should be."""


class NothingToSign(InputError):
    """There is no entry yet."""


def may_audit(actor: Member | None) -> bool:
    """Auditors read the ledger's metadata and look after its witnesses."""
    return actor is not None and actor.holds(Role.AUDITOR)


def may_checkpoint(actor: Member | None) -> bool:
    """Auditors have a checkpoint made, and so does the worker by itself."""
    return actor is None or may_audit(actor)


def may_name_witness(actor: Member | None) -> bool:
    """Auditors and administrators say whose signatures the ledger takes."""
    return actor is not None and actor.holds(Role.AUDITOR, Role.ADMINISTRATOR)


def signing_key() -> SigningKey:
    """Give the key that signs; the first call makes it (0600)."""
    path = _folder() / "signing.key"
    if not path.exists():
        write_once(path, str(SigningKey.make(_new_name(), LOG)).encode())
    return SigningKey.parse(path.read_text(encoding="utf-8"))


def public_keys() -> list[PublicKey]:
    """Give the keys that have signed here, the present one first; none where none was ever made."""
    folder = _folder()
    retired = [PublicKey.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("retired-*.vkey"))]
    return [signing_key().public, *retired] if (folder / "signing.key").exists() else retired


def key_of(note: Note) -> PublicKey:
    """Give the key of ours that signed a note; InputError where it was lost."""
    for key in public_keys():
        if key.verifies(note):
            return key
    raise InputError("The key that signed the latest checkpoint is lost: make a new checkpoint.")


def own_head() -> Checkpoint | None:
    """Give the last head that the present key signed, as the key folder remembers it."""
    path = _folder() / "last"
    return Checkpoint.read(Note.parse(path.read_text(encoding="utf-8"))) if path.exists() else None


@action("ledger.checkpoint", rule=may_checkpoint)
def make_checkpoint() -> LedgerCheckpoint:
    """Sign the head; NotOurs where it does not continue the last one that this key signed."""
    head, key = ledger.locked_head(), signing_key()
    if not head.size:
        raise NothingToSign("The ledger has no entry yet.")
    _insist_on_growth(head.size)
    made = Checkpoint(key.name, head.size, bytes.fromhex(head.root))
    note = Note(str(made)).signed_also(key.sign(str(made)))
    replace(_folder() / "last", str(note).encode())
    return LedgerCheckpoint.objects.create(size=head.size, note=str(note))


@action("ledger.new-key")
def change_key() -> PublicKeyReference:
    """Start under a new name and key, after the old key was lost or a backup was put back."""
    folder = _folder()
    for old in public_keys()[:1]:
        replace(folder / f"retired-{old.key_id.hex()}.vkey", str(old).encode())
    replace(folder / "signing.key", str(SigningKey.make(_new_name(), LOG)).encode())
    (folder / "last").unlink(missing_ok=True)
    return PublicKeyReference(signing_key().public)


class PublicKeyReference:
    """A key, as the ledger speaks of it."""

    def __init__(self, key: PublicKey) -> None:
        self.key = key

    def ledger_reference(self) -> dict[str, str]:
        """Give the key: it is public."""
        return {"kind": "ledger.key", "id": self.key.name, "key": str(self.key)}


def latest() -> LedgerCheckpoint | None:
    """Give the last checkpoint."""
    return LedgerCheckpoint.objects.order_by("-size").first()


def published(checkpoint: LedgerCheckpoint) -> Note:
    """Give a checkpoint with every signature that witnesses gave it."""
    lines = checkpoint.cosignatures.values_list("line", flat=True)
    return Note.parse(checkpoint.note).signed_also(*map(Signature.parse, lines))


def growth(since: int) -> Growth:
    """Give the latest checkpoint with the proof that it continues the tree of `since` entries."""
    checkpoint = _insist_on_latest()
    if not 0 <= since <= checkpoint.size:
        raise InputError(f"The latest checkpoint has {checkpoint.size} entries: none can be proven from {since}.")
    proof = ledger.consistency_proof(since, checkpoint.size) if since else []
    return Growth(since, tuple(proof), published(checkpoint))


def proof_of(index: int, *, leaf: bool = False) -> InclusionProof:
    """Prove an entry under the latest checkpoint, with its text on request; InputError where none covers it yet."""
    checkpoint = _insist_on_latest()
    if not 0 <= index < checkpoint.size:
        raise InputError(f"The latest checkpoint covers {checkpoint.size} entries, so not entry {index}.")
    text = LedgerEntry.objects.get(index=index).leaf.encode() if leaf else None
    return InclusionProof(index, ledger.inclusion_proof(index, checkpoint.size), published(checkpoint), text)


def is_due(entries: int) -> bool:
    """Say whether at least so many acts have been done since the last checkpoint, the ledger's own not counted."""
    last = latest()
    since = LedgerEntry.objects.filter(index__gte=last.size if last else 0)
    return since.exclude(leaf__startswith='{"action":"ledger.').count() >= entries


@action("ledger.add-witness", rule=may_name_witness)
def add_witness(*, key: str, institution: Institution | None = None) -> LedgerWitness:
    """Take signatures of this key from now on; NoteError where it is no witness's key, Refused where it is known."""
    public = PublicKey.parse(key)
    if public.kind != WITNESS:
        raise NoteError("this is the key of a log, not of a witness")
    if LedgerWitness.objects.filter(key=str(public)).exists():
        raise Refused("witness-known")
    return LedgerWitness.objects.create(key=str(public), name=public.name, institution=institution)


@action("ledger.retire-witness", rule=may_name_witness)
def retire_witness(*, witness: LedgerWitness) -> LedgerWitness:
    """Take no more signatures of this witness; those that it gave stay."""
    witness.retired = True
    witness.save()
    return witness


def take_cosignatures(written: str) -> list[LedgerCosignature]:
    """Take what witnesses signed: a checkpoint with their lines; lines that are known already are no new act.

    NoteError where it is no checkpoint, Refused where no witness of ours signed it, NotOurs where our ledger never was
    what they saw.
    """
    note = Note.parse(written.replace("\r\n", "\n").strip() + "\n")
    checkpoint = _insist_on_ours(Checkpoint.read(note))
    found = [(w, line) for w in LedgerWitness.objects.filter(retired=False) for line in _lines_of(w, note)]
    if not found:
        raise Refused("witness-unknown")
    known = set(LedgerCosignature.objects.filter(checkpoint=checkpoint).values_list("line", flat=True))
    new = [(witness, line) for witness, line in found if str(line) not in known]
    return [keep_cosignature(checkpoint=checkpoint, witness=witness, line=line) for witness, line in new]


@action("ledger.cosign")
def keep_cosignature(*, checkpoint: LedgerCheckpoint, witness: LedgerWitness, line: Signature) -> LedgerCosignature:
    """Keep a signature that was verified."""
    seen_at = datetime.fromtimestamp(time_of(line), UTC)
    return LedgerCosignature.objects.create(checkpoint=checkpoint, witness=witness, line=str(line), seen_at=seen_at)


def held_heads() -> list[Head]:
    """Give the heads that signed notes in the database and the key folder vouch for.

    Notes under a name whose key is lost vouch for nothing; NoteError where one under a name of ours was not signed.
    """
    keys, found = {key.name: key for key in public_keys()}, []
    for note in map(Note.parse, LedgerCheckpoint.objects.values_list("note", flat=True)):
        seen = Checkpoint.read(note)
        if (key := keys.get(seen.origin)) is None:
            continue
        if not key.verifies(note):
            raise NoteError(f"the checkpoint of {seen.size} entries is not signed by its key")
        found.append(seen)
    if last := own_head():
        found.append(last)
    return [Head(one.size, one.root.hex()) for one in found]


def verify(witnesses: Iterable[Note] = (), report: ledger.Report | None = None) -> Verification:
    """Check the ledger against our own signed heads and against checkpoints that witnesses hand in."""
    held = [Head(one.size, one.root.hex()) for one in map(Checkpoint.read, witnesses)]
    try:
        own = held_heads()
    except NoteError:
        found = ledger.verify(held, report)
        return Verification(found.size, found.root, Fault.NOTES) if found.holds else found
    return ledger.verify(held, report, own)


def _insist_on_growth(size: int) -> None:
    last = own_head()
    if last and (last.size > size or ledger.root_at(last.size) != last.root.hex()):
        raise NotOurs(
            f"This ledger does not continue the head of {last.size} entries that its key signed. Nothing was signed. "
            "After a backup was put back, `majlis ledger new-key` starts under a new name; otherwise tell the auditor."
        )


def _insist_on_latest() -> LedgerCheckpoint:
    if (checkpoint := latest()) is None:
        raise InputError("There is no checkpoint yet.")
    return checkpoint


def _insist_on_ours(seen: Checkpoint) -> LedgerCheckpoint:
    checkpoint = LedgerCheckpoint.objects.filter(size=seen.size).first()
    if checkpoint is None or Checkpoint.read(Note.parse(checkpoint.note)) != seen:
        raise NotOurs(f"This ledger never signed that head of {seen.size} entries under the name {seen.origin}.")
    return checkpoint


def _lines_of(witness: LedgerWitness, note: Note) -> list[Signature]:
    key, latest_time = PublicKey.parse(witness.key), timezone.now().timestamp() + 600
    held = [line for line in note.signatures if key.matches(line) and key.holds(line, note.text)]
    return [line for line in held if time_of(line) <= latest_time]


def _new_name() -> str:
    host = urlsplit(settings.ADDRESS or "").hostname or "majlis"
    return f"{host}/ledger/{secrets.token_hex(4)}"


def _folder() -> Path:
    return Path(settings.KEYS) / "ledger"
