"""What was erased, left or recalled stays so when a backup from before is put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from majlis.workspace.commons import traces
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Erasure, Institution, Restricted, Restriction, SearchEntry, Tombstone, User
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.models.records import find
from majlis.workspace.commons.retention import records
from majlis.workspace.commons.retention.accounts import erase
from majlis.workspace.commons.retention.carrying_out import root_of

POLICY = "after-restore"
RID = (SearchEntry, User)


@dataclass(frozen=True)
class Before:
    """What a database knew before a backup took its place, by ids alone but for the reasons of recalls.

    gone: accounts that were erased; left: accounts whose people left, and when; emptied: records whose time was over;
    recalls: restrictions with their rows.
    """

    gone: frozenset[UUID] = frozenset()
    left: dict[UUID, datetime] = field(default_factory=dict)
    emptied: tuple[tuple[str, UUID], ...] = ()
    recalls: tuple[tuple[dict[str, Any], tuple[dict[str, Any], ...]], ...] = ()


def remember() -> Before:
    """Read it from the database as it stands."""
    left = User.objects.filter(is_active=False, left_at__isnull=False)
    return Before(
        gone=frozenset(User.objects.filter(email__endswith=GONE).values_list("pk", flat=True)),
        left=dict(left.values_list("pk", "left_at")),
        emptied=tuple(Tombstone.objects.values_list("record_kind", "record_id")),
        recalls=tuple(_recalls()),
    )


def do_again(before: Before) -> Erasure | None:
    """Erase, suspend and recall again what was so before; None where the backup lacks nothing of it."""
    wanting = _wanting(before)
    if not any((wanting.gone, wanting.left, wanting.emptied, wanting.recalls)):
        return None
    done = erase_again(wanting=wanting)
    traces.erase(*RID)
    return done


@action("retention.again")
def erase_again(*, wanting: Before) -> Erasure:
    """Do to what came back what had been done to it."""
    done = [erase(user) for user in User.objects.filter(pk__in=wanting.gone)]
    for pk, moment in wanting.left.items():
        User.objects.filter(pk=pk).update(is_active=False, left_at=moment)
        done.append(digest({"left": pk}))
    done += [records.empty(find(kind, pk)).proof for kind, pk in wanting.emptied]
    done += [digest({"recalled": _recall_again(*recall).pk}) for recall in wanting.recalls]
    return Erasure.objects.create(policy=POLICY, count=len(done), digest=root_of(done))


def _recalls() -> Iterator[tuple[dict[str, Any], tuple[dict[str, Any], ...]]]:
    for restriction in Restriction.objects.order_by("created_at", "pk"):
        kept = ("pk", "institution_id", "handling", "language", "state", "reason", "created_at")
        rows = restriction.records.values("record_kind", "record_id", "record_digest", "first", "floor")
        yield {name: getattr(restriction, name) for name in kept}, tuple(rows)


def _wanting(before: Before) -> Before:
    """Keep what the database as it is now has without its being so."""
    users = User.objects.exclude(email__endswith=GONE)
    there = set(users.filter(pk__in={*before.gone, *before.left}).values_list("pk", flat=True))
    active = set(users.filter(pk__in=before.left, is_active=True).values_list("pk", flat=True))
    emptied = set(Tombstone.objects.values_list("record_id", flat=True))
    known = set(Restriction.objects.values_list("pk", flat=True))
    homes = set(Institution.objects.values_list("pk", flat=True))
    return Before(
        gone=before.gone & there,
        left={pk: at for pk, at in before.left.items() if pk in active and pk not in before.gone},
        emptied=tuple((kind, pk) for kind, pk in before.emptied if pk not in emptied and _is_there(kind, pk)),
        recalls=tuple(
            (said, rows) for said, rows in before.recalls if said["pk"] not in known and said["institution_id"] in homes
        ),
    )


def _recall_again(said: dict[str, Any], rows: tuple[dict[str, Any], ...]) -> Restriction:
    """Put a restriction back with its tombstones, and bring what is there, and what went into it, under its floor."""
    restriction = Restriction.objects.create(**said)
    Restricted.objects.bulk_create([Restricted(restriction=restriction, **row) for row in rows])
    for row in rows:
        if _is_there(row["record_kind"], row["record_id"]):
            record = find(row["record_kind"], row["record_id"])
            record.handling = record.handling.join(row["floor"])
            record.save()
    return restriction


def _is_there(kind: str, pk: UUID) -> bool:
    try:
        return bool(find(kind, pk))
    except (ObjectDoesNotExist, LookupError):
        return False
