"""Tabling: a whole table of recommendations at once, all or nothing, as one act."""

from __future__ import annotations

from collections.abc import Sequence

from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.models import Institution
from majlis.workspace.rooms.strategy import rules, tabling
from majlis.workspace.rooms.strategy.actions.drafting import Measure, change_recommendation, draft
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from majlis.workspace.rooms.strategy.table import Row


@action("strategy.import-table", rule=rules.may_change_strategy)
def import_table(*, strategy: Strategy, rows: Sequence[Row], seen: str) -> list[Recommendation]:
    """Draft what is new in the table and change the drafts that it changes; what it does not name stays.

    Outdated where the strategy is not what the writer saw, Unimportable where a row would change a decided text.
    """
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    if tabling.table_stamp(strategy) != seen:
        raise Outdated
    found = tabling.changes(strategy, rows, current_actor())
    return [_carried_out(strategy, change) for change in found if change.kind != "same"]


def _carried_out(strategy: Strategy, change: tabling.Change) -> Recommendation:
    measure = _measure(change)
    if change.to is None:
        return draft(strategy=strategy, measure=measure, code=change.row.code)
    return change_recommendation(recommendation=change.to, seen=stamp(change.to), measure=measure)


def _measure(change: tabling.Change) -> Measure:
    row = change.row
    texts = tabling.merged(row, change.to) if change.to else dict(row.texts)
    body = Institution.objects.get(pk=row.addressed_to) if row.addressed_to else None
    return Measure(**texts, addressed_to=body, due_on=row.due_on, dimensions=row.dimensions)
