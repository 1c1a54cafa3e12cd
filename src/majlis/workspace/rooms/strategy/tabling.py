"""Where a strategy and its table meet: rows of what stands, and what a table would do to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps

from majlis.engine.errors import Refused
from majlis.workspace.commons.csv_tables import Trouble
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Institution, Link, Member, Relation
from majlis.workspace.commons.queries import visible
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from majlis.workspace.rooms.strategy.table import TEXTS, Row

BATCH = 5000


@dataclass(frozen=True)
class Change:
    """What a row does: `new`, `changed` with the parts that change, or `same`; to: the version that it names."""

    row: Row
    kind: str
    parts: tuple[str, ...] = ()
    to: Recommendation | None = None


class Unimportable(Refused):
    """The table does not fit with what stands; `troubles` say why, by line."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__("table-unimportable")
        self.troubles = tuple(troubles)


def rows_of(strategy: Strategy, member: Member | None) -> list[Row]:
    """Give the drafts and the standing recommendations that the reader may see as rows."""
    found = queries.recommendations_of(strategy, member)
    basis = _basis(found, member)
    return [row_of(recommendation, basis[recommendation.pk]) for recommendation in found]


def row_of(recommendation: Recommendation, basis: Iterable[str]) -> Row:
    """Give a version as a row."""
    return Row(
        line=0,
        code=recommendation.code,
        version=recommendation.version,
        texts={part: getattr(recommendation, part) for part in TEXTS},
        addressed_to=recommendation.addressed_to_id,
        due_on=recommendation.due_on,
        dimensions=tuple(recommendation.dimensions),
        stage=recommendation.stage,
        basis=tuple(sorted(basis)),
    )


def changes(strategy: Strategy, rows: Iterable[Row], member: Member | None) -> list[Change]:
    """Compare a table with what stands. Raises Unimportable where a row cannot be carried out."""
    standing = queries.recommendations_of(strategy, member)
    used = set(strategy.recommendations.values_list("code", flat=True))
    found, troubles = [], []
    for row in rows:
        change = _change(row, standing)
        key = _why_not(change, used)
        troubles += [Trouble(key, row.line, {"code": row.code})] if key else []
        found.append(change)
    if troubles:
        raise Unimportable(troubles)
    return found


def table_stamp(strategy: Strategy) -> str:
    """Stand for every version of the strategy as it is now."""
    held = strategy.recommendations.order_by("pk").values_list("pk", "digest", "stage")
    return digest([[str(pk), mark, stage] for pk, mark, stage in held])


def institutions() -> set[UUID]:
    """The institutions that work here."""
    return set(Institution.objects.values_list("pk", flat=True))


def merged(row: Row, held: Recommendation) -> dict[str, Text | None]:
    """Give the row's texts; one whose words are those that stand stays as it stands, its translations' state included.

    Spreadsheets and browsers end lines in their own ways, so line ends do not count.
    """
    return {part: _kept(getattr(held, part), given) for part, given in row.texts.items()}


def _basis(recommendations: Sequence[Recommendation], member: Member | None) -> dict[UUID, list[str]]:
    """Name what each recommendation rests on as `kind:id`, as far as the reader may see it, in few queries."""
    ids = [recommendation.pk for recommendation in recommendations]
    links = Link.objects.filter(from_id__in=ids, relation=Relation.DERIVES)
    ends = list(links.values_list("from_id", "to_kind", "to_id"))
    seen = {
        kind: _seen(kind, sorted({pk for _, other, pk in ends if other == kind}), member)
        for kind in {kind for _, kind, _ in ends}
    }
    basis: dict[UUID, list[str]] = {pk: [] for pk in ids}
    for source, kind, pk in ends:
        basis[source] += [f"{kind}:{pk}"] if pk in seen[kind] else []
    return basis


def _seen(kind: str, ids: Sequence[UUID], member: Member | None) -> set[UUID]:
    found: set[UUID] = set()
    for start in range(0, len(ids), BATCH):
        records = apps.get_model(kind)._default_manager.filter(pk__in=ids[start : start + BATCH])
        found |= {record.pk for record in visible(records, member)}
    return found


def _change(row: Row, standing: Sequence[Recommendation]) -> Change:
    named = [r for r in standing if r.code == row.code and row.version in {None, r.version}]
    to = next((r for r in named if r.is_draft), named[-1] if named else None)
    if to is None:
        return Change(row, "new")
    texts = merged(row, to)
    differ = [TEXTS[part] for part in TEXTS if texts[part] != getattr(to, part)]
    plain = {"addressed_to": to.addressed_to_id, "due_on": to.due_on, "dimensions": tuple(to.dimensions)}
    differ += [name for name, held in plain.items() if getattr(row, name) != held]
    return Change(row, "changed" if differ else "same", tuple(differ), to)


def _why_not(change: Change, used: set[str]) -> str:
    """Give the key of what stands in the way of a row; empty where nothing does."""
    if change.kind == "changed" and not change.to.is_draft:
        return "table-adopted"
    if change.kind == "new" and change.row.code in used:
        return "table-version-gone"
    return "table-version-new" if change.kind == "new" and change.row.version not in {None, 1} else ""


def _kept(held: Text | None, given: Text | None) -> Text | None:
    if held is None or given is None:
        return given
    same = {code: _plain(v.text) for code, v in held.versions.items()} == {
        code: _plain(v.text) for code, v in given.versions.items()
    }
    states = {code: v.state for code, v in held.versions.items()} == {c: v.state for c, v in given.versions.items()}
    return held if same and states and held.original == given.original else given


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
