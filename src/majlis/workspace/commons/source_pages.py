"""The page of a source: how far it can be relied on, what rests on it, and taking it back."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import claims, words
from majlis.workspace.commons.editing import asks_first, found, insist
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.grading import GradeForm, converted, graded, initial_grade
from majlis.workspace.commons.models import Member, Source
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.record_forms import ReasonForm
from majlis.workspace.commons.rules import may_grade, may_retract
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.why import above, read, readable, walk
from majlis.workspace.commons.why.steps import LISTED, address_of, label_of, steps_of


@require_safe
def source(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a source with everything that rests on it, as far as the reader may see it."""
    shown = _source(request.member, pk)
    context = {
        "source": shown,
        "grading": graded(shown),
        "converted": converted(shown),
        "may_grade": may_grade(request.member, shown) and not shown.is_retracted,
        "may_retract": may_retract(request.member, shown) and not shown.is_retracted,
        **resting_on(shown, request.member),
    }
    return render(request, "commons/source_page.html", context)


@asks_first
def grade(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask how far a source can be relied on, and put it down."""
    shown = _source(request.member, pk)
    insist(may_grade, request, shown)
    form = GradeForm(request.POST or None, initial={**initial_grade(shown), "seen": stamp(shown)})
    if form.is_valid():
        try:
            claims.grade_source(source=shown, seen=form.cleaned_data["seen"], grade=form.grade())
            messages.success(request, words.say("grade-done"))
            return redirect(address_of(shown))
        except Outdated:
            form = GradeForm({**form.data.dict(), "seen": stamp(_source(request.member, pk))})
            form.add_error(None, words.say("grade-outdated"))
        except Refused as refused:
            form.add_error(None, words.say(refused.rule))
    context = {"form": form, "source": shown, "grading": graded(shown)}
    return render(request, "commons/source_grade.html", context, status=400 if form.errors else 200)


@asks_first
def retract(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a source back, after asking why."""
    shown = _source(request.member, pk)
    insist(may_retract, request, shown)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        claims.retract_source(source=shown, reason=Text.write(form.cleaned_data["reason"], words.language()))
        messages.success(request, words.say("source-retracted-done"))
        return redirect(address_of(shown))
    context = {"form": form, "source": shown}
    return render(request, "commons/source_retract.html", context, status=400 if form.is_bound else 200)


def resting_on(shown: Source, member: Member | None) -> dict[str, object]:
    """What rests on a source: the first items with their words, how many of each kind, how many are hidden."""
    nodes = above(shown)
    basis = walk({pk: node.kind for pk, node in nodes.items()})
    allowed = readable(basis, member)
    seen = [node for pk, node in nodes.items() if pk in allowed]
    steps = steps_of(read(basis, member), [node for node in seen if node.kind != "commons.claim"][:LISTED])
    counts = Counter(label_of(node.kind) for node in seen)
    return {"resting": steps, "resting_counts": sorted(counts.items()), "resting_hidden": len(nodes) - len(seen)}


def _source(member: Member | None, pk: UUID) -> Source:
    shown = found(Source.objects.filter(pk=pk).select_related("institution").first())
    return found(shown if may_see(member, shown) else None)
