"""The page on which an agenda is imported: every problem by line, then what will change, then saving it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.actions import key_of
from majlis.workspace.commons.csv_tables import TroubledTable, told
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.fields import digest
from majlis.workspace.rooms.gatherings import actions, agenda, queries, rules
from majlis.workspace.rooms.gatherings.agenda import Row
from majlis.workspace.rooms.gatherings.forms import AgendaForm
from majlis.workspace.rooms.gatherings.models import Gathering
from majlis.workspace.rooms.gatherings.pages import changes
from majlis.workspace.rooms.gatherings.schedule import Misfit, misfits, sentence

COLUMNS = {
    ("code",): "agenda-column-code",
    ("day", "start", "end"): "agenda-column-when",
    ("room",): "agenda-column-room",
    agenda.TITLES: "agenda-column-titles",
    ("original", "reviewed"): "agenda-column-original",
    agenda.CHAIRS: "agenda-column-chairs",
    ("theme",): "agenda-column-theme",
}


@require_http_methods(["GET", "HEAD", "POST"])
def import_agenda(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read an agenda, show its problems or what it will change, and save it once that was seen."""
    gathering = queries.find_gathering(request.member, pk)
    if gathering is None:
        raise Http404
    if not rules.may_change_gathering(request.member, gathering):
        raise Refused(key_of(rules.may_change_gathering))
    if request.method != "POST":
        return _page(request, gathering, AgendaForm())
    form = AgendaForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, gathering, form, status=400)
    return _posted(request, gathering, form)


def _posted(request: HttpRequest, gathering: Gathering, form: AgendaForm) -> HttpResponse:
    text = form.cleaned_data["agenda"]
    try:
        text = form.agenda_text()
        rows = agenda.read(text, [term.code for term in queries.themes()])
    except TroubledTable as error:
        return _page(request, gathering, _kept(text), troubles=_everything(gathering, error), status=400)
    zone, planned = gathering.zone, actions.planned(gathering, rows)
    if wrong := misfits(planned, gathering.starts_on, gathering.ends_on, zone):
        return _page(request, gathering, _kept(text), troubles=_by_line(rows, wrong), status=400)
    if "save" in request.POST:
        return _saved(request, gathering, text, rows)
    return _preview(request, gathering, text, rows)


def _saved(request: HttpRequest, gathering: Gathering, text: str, rows: Sequence[Row]) -> HttpResponse:
    """Save what was previewed; where the table or the programme changed since, preview it again."""
    if request.POST.get("seen") != _mark(gathering, rows):
        return _preview(request, gathering, text, rows, outdated=True)
    try:
        saved = actions.import_agenda(gathering=gathering, rows=rows, seen=queries.programme_stamp(gathering))
    except Outdated:
        return _preview(request, gathering, text, rows, outdated=True)
    messages.success(request, words.say("agenda-saved", count=len(saved)))
    return redirect("gatherings:detail", gathering.pk)


def _preview(
    request: HttpRequest, gathering: Gathering, text: str, rows: Sequence[Row], *, outdated: bool = False
) -> HttpResponse:
    sessions = queries.programme(gathering)
    codes = {row.code for row in rows}
    more = {
        "changes": changes(rows, sessions),
        "staying": sum(session.code not in codes for session in sessions),
        "outdated": outdated,
    }
    form = _kept(text, seen=_mark(gathering, rows))
    return _page(request, gathering, form, status=409 if outdated else 200, **more)


def _page(
    request: HttpRequest, gathering: Gathering, form: AgendaForm, status: int = 200, **more: object
) -> HttpResponse:
    columns = [(names, words.say(key, zone=gathering.timezone)) for names, key in COLUMNS.items()]
    context = {"gathering": gathering, "form": form, "themes": queries.themes(), "columns": columns, **more}
    return render(request, "gatherings/agenda.html", context, status=status)


def _kept(text: str, seen: str = "") -> AgendaForm:
    """Give the form with what came, wherever it came from."""
    return AgendaForm(initial={"agenda": text, "seen": seen})


def _mark(gathering: Gathering, rows: Sequence[Row]) -> str:
    """Stand for what the preview showed: the rows, and the programme with which they were compared."""
    return digest([agenda.write(rows), queries.programme_stamp(gathering)])


def _everything(gathering: Gathering, error: TroubledTable) -> list[str]:
    """Say by line what cannot be read, and of the rest what cannot take place."""
    rows = {row.code: row for row in reversed(getattr(error, "rows", ()))}
    wrong = misfits([row.slot for row in rows.values()], gathering.starts_on, gathering.ends_on, gathering.zone)
    every = [(trouble.line or 0, told(trouble)) for trouble in error.troubles]
    every += [(rows[misfit.code].line, _at(rows[misfit.code].line, sentence(misfit))) for misfit in wrong]
    return [said for _, said in sorted(every, key=lambda one: one[0])]


def _at(line: int, problem: str) -> str:
    return words.say("table-line", line=line, problem=problem)


def _by_line(rows: Sequence[Row], wrong: Sequence[Misfit]) -> list[str]:
    """Name each problem of the programme by the line of its session, those outside the table last."""
    lines = {row.code: row.line for row in rows}
    ordered = sorted(wrong, key=lambda misfit: (misfit.code not in lines, lines.get(misfit.code, 0)))
    return [_at(lines[m.code], sentence(m)) if m.code in lines else sentence(m) for m in ordered]
