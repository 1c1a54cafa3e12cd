"""What was erased, left or recalled stays so when a backup from before is put back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist

from majlis.engine.handling import Handling
from majlis.workspace.commons import traces
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.handling.reach import derived_from, record_models
from majlis.workspace.commons.handling.restricting import (
    Told,
    bring_under,
    end_releases,
    hand_up,
    leaves_nobody,
    make_stricter,
    notice_for,
    who_could_see,
)
from majlis.workspace.commons.models import (
    Erasure,
    Institution,
    Record,
    Restricted,
    Restriction,
    SearchEntry,
    Tombstone,
    User,
)
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.models.records import find
from majlis.workspace.commons.retention import records
from majlis.workspace.commons.retention.accounts import erase
from majlis.workspace.commons.retention.carrying_out import root_of
from majlis.workspace.commons.texts import Text

POLICY = "after-restore"
RID = (SearchEntry, User)


Row = dict[str, Any]
# How a row's values become JSON, and come back; all others are JSON already.
TYPES: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    **dict.fromkeys(("pk", "institution_id", "record_id"), (str, UUID)),
    **dict.fromkeys(("handling", "floor"), (Handling.to_dict, Handling.from_dict)),
    "reason": (Text.to_dict, Text.from_dict),
    "created_at": (datetime.isoformat, datetime.fromisoformat),
}


@dataclass(frozen=True)
class Recall:
    """A narrowing or recall with its tombstones, each with the ids of the institutions that were told of it."""

    said: Row
    rows: tuple[tuple[Row, tuple[UUID, ...]], ...]

    @property
    def floor(self) -> Handling:
        """The handling below which nothing goes that it reached."""
        floor: Handling = self.rows[0][0]["floor"]
        return floor

    def to_dict(self) -> Row:
        """The recall as JSON values."""
        rows = [[_plain(row), [str(pk) for pk in told]] for row, told in self.rows]
        return {"said": _plain(self.said), "rows": rows}

    @classmethod
    def from_dict(cls, values: Row) -> Recall:
        """Read what `to_dict` wrote."""
        rows = ((_typed(row), tuple(map(UUID, told))) for row, told in values["rows"])
        return cls(_typed(values["said"]), tuple(rows))


@dataclass(frozen=True)
class Before:
    """What a database knew before a backup took its place, by ids alone but for the reasons of recalls.

    gone: accounts that were erased; left: accounts whose people left, and when; emptied: records whose time was over;
    recalls: restrictions with their rows; marked: under which handling each record stood.
    """

    gone: frozenset[UUID] = frozenset()
    left: dict[UUID, datetime] = field(default_factory=dict)
    emptied: tuple[tuple[str, UUID], ...] = ()
    recalls: tuple[Recall, ...] = ()
    marked: dict[tuple[str, UUID], Handling] = field(default_factory=dict)

    def to_dict(self) -> Row:
        """It as JSON values, every handling once."""
        places = {handling: place for place, handling in enumerate(dict.fromkeys(self.marked.values()))}
        return {
            "gone": [str(pk) for pk in self.gone],
            "left": {str(pk): moment.isoformat() for pk, moment in self.left.items()},
            "emptied": [[kind, str(pk)] for kind, pk in self.emptied],
            "recalls": [recall.to_dict() for recall in self.recalls],
            "handlings": [handling.to_dict() for handling in places],
            "marked": [[kind, str(pk), places[handling]] for (kind, pk), handling in self.marked.items()],
        }

    @classmethod
    def from_dict(cls, values: Row) -> Before:
        """Read what `to_dict` wrote."""
        handlings = [Handling.from_dict(each) for each in values["handlings"]]
        return cls(
            gone=frozenset(map(UUID, values["gone"])),
            left={UUID(pk): datetime.fromisoformat(moment) for pk, moment in values["left"].items()},
            emptied=tuple((kind, UUID(pk)) for kind, pk in values["emptied"]),
            recalls=tuple(map(Recall.from_dict, values["recalls"])),
            marked={(kind, UUID(pk)): handlings[place] for kind, pk, place in values["marked"]},
        )


def remember() -> Before:
    """Read it from the database as it stands."""
    left = User.objects.filter(is_active=False, left_at__isnull=False)
    return Before(
        gone=frozenset(User.objects.filter(email__endswith=GONE).values_list("pk", flat=True)),
        left=dict(left.values_list("pk", "left_at")),
        emptied=tuple(Tombstone.objects.values_list("record_kind", "record_id")),
        recalls=tuple(_recalls()),
        marked=_markings(),
    )


def do_again(before: Before) -> Erasure | None:
    """Erase, suspend and recall again what was so before; None where the backup lacks nothing of it."""
    wanting = _wanting(before)
    if not any((wanting.gone, wanting.left, wanting.emptied, wanting.recalls, wanting.marked)):
        return None
    done = erase_again(wanting=wanting)
    traces.erase(*RID)
    cache.clear()
    return done


@action("retention.again")
def erase_again(*, wanting: Before) -> Erasure:
    """Do to what came back what had been done to it."""
    done = [erase(user) for user in User.objects.filter(pk__in=wanting.gone)]
    for pk, moment in wanting.left.items():
        User.objects.filter(pk=pk).update(is_active=False, left_at=moment)
        done.append(digest({"left": pk}))
    done += [records.empty(find(kind, pk)).proof for kind, pk in wanting.emptied]
    done += [digest({"recalled": _recall_again(recall).pk}) for recall in wanting.recalls]
    done += [digest({"marked": _mark_again(*key, handling)}) for key, handling in wanting.marked.items()]
    return Erasure.objects.create(policy=POLICY, count=len(done), digest=root_of(done))


def _plain(row: Row) -> Row:
    """A row's values as JSON."""
    return {name: TYPES[name][0](value) if name in TYPES else value for name, value in row.items()}


def _typed(row: Row) -> Row:
    """A row's values as the database gave them."""
    return {name: TYPES[name][1](value) if name in TYPES else value for name, value in row.items()}


def _recalls() -> Iterator[Recall]:
    for restriction in Restriction.objects.order_by("created_at", "pk"):
        kept = ("pk", "institution_id", "handling", "language", "state", "reason", "created_at")
        columns = ("record_kind", "record_id", "record_digest", "first", "floor")
        rows = [
            ({name: getattr(row, name) for name in columns}, tuple(each.pk for each in row.told.all()))
            for row in restriction.records.prefetch_related("told")
        ]
        yield Recall({name: getattr(restriction, name) for name in kept}, tuple(rows))


def _markings() -> dict[tuple[str, UUID], Handling]:
    """Under which handling every record stands; equal ones are one object, so that many records take little room."""
    known: dict[Handling, Handling] = {}
    found = {}
    for model in record_models():
        kind = model._meta.label_lower
        rows = model._default_manager.filter(kind=kind).order_by().values_list("pk", "handling")
        found |= {(kind, pk): known.setdefault(handling, handling) for pk, handling in rows.iterator()}
    return found


def _wanting(before: Before) -> Before:
    """Keep what the database as it is now has without its being so."""
    users = User.objects.exclude(email__endswith=GONE)
    there = set(users.filter(pk__in={*before.gone, *before.left}).values_list("pk", flat=True))
    active = set(users.filter(pk__in=before.left, is_active=True).values_list("pk", flat=True))
    emptied = set(Tombstone.objects.values_list("record_id", flat=True))
    known = set(Restriction.objects.values_list("pk", flat=True))
    homes = set(Institution.objects.values_list("pk", flat=True))
    recalls = tuple(
        recall
        for recall in before.recalls
        if recall.rows and recall.said["pk"] not in known and recall.said["institution_id"] in homes
    )
    return Before(
        gone=before.gone & there,
        left={pk: at for pk, at in before.left.items() if pk in active and pk not in before.gone},
        emptied=tuple((kind, pk) for kind, pk in before.emptied if pk not in emptied and _is_there(kind, pk)),
        recalls=recalls,
        marked=_milder(before, {*(pk for _, pk in before.emptied), *_reached(recalls)}),
    )


def _milder(before: Before, but: Collection[UUID]) -> dict[tuple[str, UUID], Handling]:
    """What is marked milder than it was; what is emptied or recalled again needs no more."""
    now = _markings()
    both = [(key, handling) for key, handling in before.marked.items() if key in now and key[1] not in but]
    return {key: handling for key, handling in both if not handling <= now[key]}


def _reached(recalls: Iterable[Recall]) -> set[UUID]:
    return {row["record_id"] for recall in recalls for row, _ in recall.rows}


def _recall_again(recall: Recall) -> Restriction:
    """Put a restriction back with its tombstones, and bring what is there, and what went into it, under its floor.

    In the backup more may rest on what was recalled than did when it was: it is reached and told of as well.
    """
    there = [
        find(r["record_kind"], r["record_id"]) for r, _ in recall.rows if _is_there(r["record_kind"], r["record_id"])
    ]
    beyond = _beyond(there, _reached([recall]))
    told = who_could_see(beyond)
    restriction = _put_back(recall, told)
    make_stricter(there, recall.floor, end_releases(there))
    bring_under(restriction, recall.floor, beyond, told)
    return restriction


def _beyond(reached: list[Record], known: Collection[UUID]) -> list[Record]:
    found = {each.pk: each for record in reached for each in derived_from(record) if each.pk not in known}
    return list(found.values())


def _put_back(recall: Recall, told: Told) -> Restriction:
    homes = {*Institution.objects.values_list("pk", flat=True)}
    handling = recall.said["handling"]
    audience = (handling.audience or frozenset()) | (notice_for(told, recall.said["institution_id"]).audience or set())
    restriction = Restriction.objects.create(
        **{**recall.said, "handling": handling.model_copy(update={"audience": audience})}
    )
    for row, institutions in recall.rows:
        Restricted.objects.create(restriction=restriction, **row).told.set(homes & set(institutions))
    return restriction


def _mark_again(kind: str, pk: UUID, handling: Handling) -> UUID:
    """Let a record be as strict as it was, and what rests on it too; for those named, if else it were for nobody."""
    record = find(kind, pk)
    before = record.handling
    record.handling = handling if leaves_nobody(before, handling) and handling.audience else before.join(handling)
    record.save()
    hand_up(record, before)
    return pk


def _is_there(kind: str, pk: UUID) -> bool:
    try:
        return bool(find(kind, pk))
    except (ObjectDoesNotExist, LookupError):
        return False
