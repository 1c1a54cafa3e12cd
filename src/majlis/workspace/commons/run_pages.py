"""The page of a run: with what it was computed, and whether the same comes out when it is computed again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from majlis.workspace.commons import recomputing
from majlis.workspace.commons.editing import found, insist
from majlis.workspace.commons.models import Member, Run, RunState
from majlis.workspace.commons.queries import visible
from majlis.workspace.commons.rooms import line_of
from majlis.workspace.commons.rules import may_recompute
from majlis.workspace.commons.why import beneath, readable
from majlis.workspace.commons.why.grounds import id_of
from majlis.workspace.commons.why.steps import analysis_name


@require_safe
def run(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a run, its inputs by digest, and each time that it was computed again."""
    shown = run_seen(request.member, pk)
    repeated = visible(shown.recomputations.filter(state__in=(RunState.DONE, RunState.FAILED)), request.member)
    context = {
        "run": shown,
        "analysis": analysis_name(shown),
        "parameters": (shown.result or {}).get("parameters", shown.parameters),
        "question": line_of(shown.question.special()) if shown.question else None,
        "comparisons": recomputing.comparisons_of(shown, repeated),
        "under_way": recomputing.under_way(shown),
        "may_recompute": may_recompute(request.member, shown) and shown.state == RunState.DONE,
    }
    return render(request, "commons/run.html", context)


@require_POST
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have the run computed again."""
    shown = run_seen(request.member, pk)
    insist(may_recompute, request, shown)
    recomputing.recompute(run=shown)
    return redirect("commons:run", pk)


@require_safe
def progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how far the repetition is; once it is there the page is loaded again."""
    again = recomputing.under_way(run_seen(request.member, pk))
    if again is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "commons/run_progress.html", {"run_id": pk, "again": again})


def run_seen(member: Member | None, pk: UUID) -> Run:
    """A run that is done and that the reader may see with its question; not one that repeats another."""
    runs = Run.objects.filter(pk=pk, recomputes=None).select_related("institution", "question__institution")
    shown = found(runs.first())
    return found(shown if id_of(shown.pk) in readable(beneath([shown]), member) else None)
