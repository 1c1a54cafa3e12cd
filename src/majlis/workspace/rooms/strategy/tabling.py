"""Where a strategy and its table meet: rows of what stands, and what a table would do to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from majlis.engine.errors import Refused
from majlis.workspace.commons.csv_tables import Trouble
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Institution, Member
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from majlis.workspace.rooms.strategy.table import TEXTS, Row


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
    return [row_of(r, member) for r in queries.recommendations_of(strategy, member)]


def row_of(recommendation: Recommendation, member: Member | None) -> Row:
    """Give a version as a row; its basis as far as the reader may see it."""
    basis = [f"{link.to_kind}:{link.to_id}" for link, _ in queries.basis_of(recommendation, member)]
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
