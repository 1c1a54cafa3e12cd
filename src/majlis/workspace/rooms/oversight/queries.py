"""What auditors read of the ledger: metadata, never content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from majlis.engine.ledger.entries import read_leaf
from majlis.workspace.commons import checkpoints, persons
from majlis.workspace.commons.models import Institution, LedgerCosignature, LedgerEntry, LedgerWitness, Role


@dataclass(frozen=True)
class Line:
    """An entry as auditors see it: what was done, when, from which institution, in which roles, to what.

    subjects: kind and the beginning of the digest. roles: those that the actor holds now; empty for nobody, and for a
    person who was forgotten.
    """

    index: int
    at: datetime
    action: str
    institution: Institution | None
    roles: tuple[str, ...]
    subjects: tuple[tuple[str, str], ...]


def entries(action: str = "", day: date | None = None, institution: str = "") -> QuerySet[LedgerEntry]:
    """Give the entries whose act begins with a name, of a day, from an institution; the newest first."""
    found = LedgerEntry.objects.order_by("-index")
    if action:
        found = found.filter(leaf__startswith=f'{{"action":"{action}')
    if day:
        found = found.filter(at__date=day)
    return found.filter(leaf__contains=f'"institution":"{institution}"') if institution else found


def lines(found: Iterable[LedgerEntry]) -> list[Line]:
    """Read entries as auditors see them."""
    found = list(found)
    actors, institutions = persons.actors_of(found), Institution.objects.in_bulk()
    return [_line(entry, actors.get(entry.index), institutions) for entry in found]


def _line(entry: LedgerEntry, actor: Any, institutions: dict[UUID, Institution]) -> Line:
    said = read_leaf(entry.leaf)
    named = said.get("actor")
    own = actor.institution if actor else _institution(named, institutions)
    roles = tuple(role for role in Role.values if actor and role in actor.roles)
    subjects = tuple(_subject(subject) for subject in said.get("subjects") or () if isinstance(subject, dict))
    return Line(entry.index, entry.at, str(said.get("action")), own, roles, subjects)


def _subject(said: dict[str, Any]) -> tuple[str, str]:
    return str(said.get("kind")), str(said.get("digest") or said.get("commitment") or "")[:12]


def _institution(named: object, institutions: dict[UUID, Institution]) -> Institution | None:
    if not isinstance(named, dict):
        return None
    try:
        return institutions.get(UUID(str(named.get("institution"))))
    except (ValueError, ValidationError):
        return None


def witnesses() -> list[tuple[LedgerWitness, LedgerCosignature | None]]:
    """Give the witnesses, each with the newest head that it holds as far as it told."""
    newest: dict[UUID, LedgerCosignature] = {}
    for signed in LedgerCosignature.objects.order_by("checkpoint_id", "seen_at"):
        newest[signed.witness_id] = signed
    return [(w, newest.get(w.pk)) for w in LedgerWitness.objects.select_related("institution")]


def acts() -> list[str]:
    """Give the families of acts that the newest entries know, for a filter: consultation, member, record ..."""
    leaves = LedgerEntry.objects.order_by("-index").values_list("leaf", flat=True)[:5000]
    return sorted({str(read_leaf(leaf).get("action")).partition(".")[0] for leaf in leaves})


def is_covered(index: int) -> bool:
    """Say whether the latest checkpoint covers the entry."""
    last = checkpoints.latest()
    return last is not None and index < last.size
