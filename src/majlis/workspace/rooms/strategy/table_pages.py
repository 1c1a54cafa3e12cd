"""The table of a strategy's recommendations, out and in: every problem by line, what will change, then saving it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from majlis.workspace.commons import csv_tables, words
from majlis.workspace.commons.csv_tables import TroubledTable, told
from majlis.workspace.commons.editing import asks_first, found, insist
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.fields import digest
from majlis.workspace.rooms.strategy import actions, queries, rules, table, tabling
from majlis.workspace.rooms.strategy.models import Strategy
from majlis.workspace.rooms.strategy.round_forms import TableForm
from majlis.workspace.rooms.strategy.table import Row
from majlis.workspace.rooms.strategy.tabling import Unimportable

COLUMNS = {
    ("code", "version"): "table-column-code",
    ("stage", "basis"): "table-column-read-only",
    table.MEASURES: "table-column-measure",
    ("original", "reviewed"): "table-column-original",
    (*table.columns_of("goal"), *table.columns_of("indicator"), *table.columns_of("rights_note")): "table-column-texts",
    (*table.columns_of("addressee"), "addressed_to"): "table-column-addressee",
    ("due_on",): "table-column-due",
    ("dimensions",): "table-column-dimensions",
    table.columns_of("unfounded"): "table-column-unfounded",
}


@require_safe
def table_csv(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the recommendations that the reader may see as the table that can be imported again."""
    strategy = found(queries.find_strategy(request.member, pk))
    content = csv_tables.MARK + table.write(tabling.rows_of(strategy, request.member))
    return attachment(HttpResponse(content, content_type="text/csv; charset=utf-8"), f"recommendations-{pk}.csv")


@asks_first
def import_table(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read a table, show its problems or what it will change, and save it once that was seen."""
    strategy = found(queries.find_strategy(request.member, pk))
    insist(rules.may_change_strategy, request, strategy)
    if request.method != "POST":
        return _page(request, strategy, TableForm())
    form = TableForm(request.POST, request.FILES)
    return _posted(request, strategy, form) if form.is_valid() else _page(request, strategy, form, status=400)


def _posted(request: HttpRequest, strategy: Strategy, form: TableForm) -> HttpResponse:
    text = form.cleaned_data["table"]
    try:
        text = form.table_text()
        rows = table.read(text, [term.code for term in queries.dimensions()], tabling.institutions())
        changes = tabling.changes(strategy, rows, request.member)
    except (TroubledTable, Unimportable) as error:
        troubles = [told(trouble) for trouble in error.troubles]
        return _page(request, strategy, _kept(text), troubles=troubles, status=400)
    if "save" in request.POST:
        return _saved(request, strategy, text, rows)
    return _preview(request, strategy, text, rows, changes)


def _saved(request: HttpRequest, strategy: Strategy, text: str, rows: Sequence[Row]) -> HttpResponse:
    """Save what was previewed; where the table or the strategy changed since, preview it again."""
    try:
        if request.POST.get("seen") != _mark(strategy, rows):
            raise Outdated
        saved = actions.import_table(strategy=strategy, rows=rows, seen=tabling.table_stamp(strategy))
    except (Outdated, Unimportable):
        changes = tabling.changes(strategy, rows, request.member)
        return _preview(request, strategy, text, rows, changes, outdated=True)
    messages.success(request, words.say("table-saved", count=len(saved)))
    return redirect("strategy:detail", strategy.pk)


def _preview(
    request: HttpRequest,
    strategy: Strategy,
    text: str,
    rows: Sequence[Row],
    changes: Sequence[tabling.Change],
    *,
    outdated: bool = False,
) -> HttpResponse:
    counted = {kind: sum(change.kind == kind for change in changes) for kind in ("new", "changed", "same")}
    form = _kept(text, seen=_mark(strategy, rows))
    more = {"changes": changes, "counted": counted, "outdated": outdated}
    return _page(request, strategy, form, status=409 if outdated else 200, **more)


def _page(request: HttpRequest, strategy: Strategy, form: TableForm, status: int = 200, **more: object) -> HttpResponse:
    columns = [(names, words.say(key)) for names, key in COLUMNS.items()]
    context = {"strategy": strategy, "form": form, "columns": columns, "dimensions": queries.dimensions(), **more}
    return render(request, "strategy/table.html", context, status=status)


def _kept(text: str, seen: str = "") -> TableForm:
    """Give the form with what came, wherever it came from."""
    return TableForm(initial={"table": text, "seen": seen})


def _mark(strategy: Strategy, rows: Sequence[Row]) -> str:
    """Stand for what the preview showed: the rows, and what they were compared with."""
    return digest([table.write(rows), tabling.table_stamp(strategy)])
