"""People in the ledger: a leaf holds a salted commitment to a member, and the salt lies beside it, where it can go.

commitment = HMAC-SHA256(salt, "member" and the id); the digest of the membership is salted in the same way. Without the
salt a leaf says nothing of the person, not even that two entries are of the same one, while the tree still verifies.
Leaves from before salts name the actor by the member's id; nothing can change them.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from majlis.engine.ledger import Row
from majlis.engine.ledger.entries import read_leaf
from majlis.workspace.commons.models import LedgerEntry, LedgerPerson, Member

ACTOR, MEMBER, FORGOTTEN = 0, "commons.member", "ledger.forgotten"
SALT_BYTES = 32
Reference = Mapping[str, object]


class Forgotten(NamedTuple):
    """How many commitments have no salt any more, and the SHA-256 over their places in order, `entry:place` a line."""

    count: int
    digest: str

    def ledger_reference(self) -> dict[str, object]:
        """Give what the ledger says of it: whoever blanks a salt on the sly no longer fits the last such entry."""
        return {"kind": FORGOTTEN, "count": self.count, "digest": self.digest}


class Hidden:
    """The commitments of one entry, and the rows that open them."""

    def __init__(self, entry: int) -> None:
        self.entry = entry
        self.rows: list[LedgerPerson] = []

    def actor(self, member: Member | None) -> dict[str, str] | None:
        """Give what a leaf says of its actor: a commitment, and the institution, which is no person."""
        if member is None:
            return None
        salt = self._salt(ACTOR, member.pk)
        return {"commitment": commitment(salt, str(member.pk)), "institution": str(member.institution_id)}

    def subjects(self, references: Sequence[Reference]) -> list[Reference]:
        """Give what a leaf says of its subjects: members by commitment, everything else as it is."""
        return [self._subject(place, said) for place, said in enumerate(references, ACTOR + 1)]

    def _subject(self, place: int, said: Reference) -> Reference:
        if said.get("kind") != MEMBER or "id" not in said:
            return said
        salt = self._salt(place, UUID(str(said["id"])))
        made = commitment(salt, str(said["id"]))
        return {"kind": MEMBER, "commitment": made, "digest": commitment(salt, "digest", str(said.get("digest")))}

    def _salt(self, place: int, member_id: UUID) -> str:
        salt = secrets.token_hex(SALT_BYTES)
        self.rows.append(LedgerPerson(entry=self.entry, place=place, member_id=member_id, salt=salt))
        return salt


def commitment(salt: str, *parts: str) -> str:
    """Commit to the parts: HMAC-SHA256 under the salt, in hex."""
    return hmac.new(bytes.fromhex(salt), "\n".join(("member", *parts)).encode(), hashlib.sha256).hexdigest()


def commitments(said: Mapping[str, Any]) -> dict[int, str]:
    """Give the commitments of a leaf by their place."""
    actor, subjects = said.get("actor"), said.get("subjects") or ()
    found = {ACTOR: actor["commitment"]} if isinstance(actor, dict) else {}
    for place, subject in enumerate(subjects, ACTOR + 1):
        if isinstance(subject, dict) and subject.get("kind") == MEMBER and "commitment" in subject:
            found[place] = subject["commitment"]
    return found


def actors_of(entries: Iterable[LedgerEntry]) -> dict[int, Member]:
    """Give who acted, by entry; nobody where the act had no actor or the person was forgotten."""
    plain = {entry.index: read_leaf(entry.leaf).get("actor") for entry in entries}
    rows = LedgerPerson.objects.filter(entry__in=plain, place=ACTOR, member__isnull=False)
    ids = dict(rows.values_list("entry", "member_id"))
    ids |= {index: UUID(actor) for index, actor in plain.items() if isinstance(actor, str)}
    members = Member.objects.select_related("institution", "user").prefetch_related("grants").in_bulk(ids.values())
    return {index: members[pk] for index, pk in ids.items() if pk in members}


def entries_of(member: Member) -> list[int]:
    """Give the entries whose actor the member is, as far as salts say so."""
    rows = LedgerPerson.objects.filter(member=member, place=ACTOR)
    return list(rows.order_by("entry").values_list("entry", flat=True))


def blank(member_id: UUID) -> Forgotten:
    """Blank the salts of a member and count all that are blank now."""
    LedgerPerson.objects.filter(member_id=member_id).update(member=None, salt="")
    found = Tally()
    for entry, place in LedgerPerson.objects.filter(salt="").values_list("entry", "place").iterator():
        found.add(entry, place)
    return found.said


class Tally:
    """Counts blank salts in their order."""

    def __init__(self) -> None:
        self._count, self._hash = 0, hashlib.sha256()

    def add(self, entry: int, place: int) -> None:
        """Count one."""
        self._count += 1
        self._hash.update(f"{entry}:{place}\n".encode())

    @property
    def said(self) -> Forgotten:
        """What was counted so far."""
        return Forgotten(self._count, self._hash.hexdigest())


class Check:
    """Compares the salts with the leaves, entry after entry.

    fault: the first entry whose salts do not fit, None where all do so far.
    """

    def __init__(self, size: int) -> None:
        rows = LedgerPerson.objects.filter(entry__lt=size).order_by("entry", "place")
        self._rows: Iterator[tuple[int, int, UUID | None, str]] = rows.values_list(
            "entry", "place", "member_id", "salt"
        ).iterator(2000)
        self._next = next(self._rows, None)
        self._tally, self._said = Tally(), Tally().said
        self.fault: int | None = None

    def heed(self, row: Row, said: Mapping[str, Any]) -> None:
        """Look at one entry."""
        found = self._take(row.index)
        expected = commitments(said)
        fits = found.keys() == expected.keys() and all(
            self._fits(row.index, place, *found[place], expected[place]) for place in sorted(found)
        )
        if not fits and self.fault is None:
            self.fault = row.index
        self._heed_forgetting(said)

    def agrees(self) -> bool:
        """Say, after the last entry, whether no row is left over and exactly what was forgotten is blank."""
        return self.fault is None and self._next is None and self._tally.said == self._said

    def _take(self, index: int) -> dict[int, tuple[UUID | None, str]]:
        found = {}
        while self._next is not None and self._next[0] <= index:
            entry, place, member_id, salt = self._next
            found[place if entry == index else -1] = (member_id, salt)
            self._next = next(self._rows, None)
        return found

    def _fits(self, index: int, place: int, member_id: UUID | None, salt: str, expected: str) -> bool:
        if member_id is None or not salt:
            self._tally.add(index, place)
            return member_id is None and not salt
        try:
            return hmac.compare_digest(commitment(salt, str(member_id)), expected)
        except ValueError:
            return False

    def _heed_forgetting(self, said: Mapping[str, Any]) -> None:
        for subject in said.get("subjects") or ():
            if isinstance(subject, dict) and subject.get("kind") == FORGOTTEN:
                self._said = Forgotten(subject.get("count", 0), subject.get("digest", ""))
