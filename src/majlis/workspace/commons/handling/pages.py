"""The pages of handling: who sees a record, releases to ask for and answer, what was narrowed or recalled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import rules, words
from majlis.workspace.commons.editing import asks_first, found, insist
from majlis.workspace.commons.handling import acts, queries
from majlis.workspace.commons.handling.forms import LevelForm, ReasonedForm
from majlis.workspace.commons.handling.reach import derived_from
from majlis.workspace.commons.models import Record
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import line_of


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what waits for the member's answer, and what was narrowed or recalled."""
    member = found(request.member)
    noted = set(queries.told(member).filter(noted__member=member).values_list("pk", flat=True))
    notices = [(restriction, restriction.pk in noted) for restriction in queries.told(member)[:100]]
    return render(request, "handling/index.html", {"releases": queries.waiting_for(member), "notices": notices})


@login_required
@require_safe
def record(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Show who sees a record, and what may be done about it."""
    return render(request, "handling/record.html", _about(request, _record(request, kind, pk)))


@login_required
@asks_first
def ask(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Ask the originators for a milder handling of one record."""
    record = _record(request, kind, pk)
    insist(rules.may_ask_release, request, record)
    form = LevelForm(request.POST or None, handling=record.handling, milder=True)
    return _done(request, "ask", record, form, lambda: acts.ask_release(record=record, **form.arguments()))


@login_required
@asks_first
def narrow(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Narrow who sees a record and all that rests on it."""
    record = _record(request, kind, pk)
    insist(rules.may_restrict, request, record)
    form = LevelForm(request.POST or None, handling=record.handling, milder=False)
    return _done(request, "narrow", record, form, lambda: acts.narrow(record=record, **form.arguments()))


@login_required
@asks_first
def recall(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Take a record back with all that rests on it."""
    record = _record(request, kind, pk)
    insist(rules.may_restrict, request, record)
    form = ReasonedForm(request.POST or None)
    return _done(request, "recall", record, form, lambda: acts.recall(record=record, reason=form.reason_text()))


@login_required
@asks_first
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a release with its answers, and take the answer of an originator."""
    asked = found(queries.find_release(request.member, pk))
    form = ReasonedForm(request.POST or None)
    if form.is_valid():
        act = acts.release_record if "agree" in request.POST else acts.decline_release
        try:
            act(release=asked, reason=form.reason_text())
            return redirect("handling:release", pk)
        except Refused as refused:
            form.add_error(None, words.say(refused.rule))
    waiting = asked in queries.waiting_for(request.member)
    subject = asked.subject
    context = {
        "release": asked,
        "form": form,
        "waiting": waiting,
        "standings": queries.standings(asked),
        **_shown(request, subject),
        "in_force": asked.holds_for(subject),
    }
    return render(request, "handling/release.html", context, status=400 if form.errors else 200)


@login_required
@asks_first
def notice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what was narrowed or recalled, by whom and why; the reader takes note of it."""
    restriction = found(queries.told(request.member).filter(pk=pk).first())
    if request.method == "POST":
        acts.note(restriction=restriction)
        return redirect("handling:index")
    rows = queries.told_records(restriction, request.member)
    context = {
        "restriction": restriction,
        "rows": [(row, kind_named(row.record_kind)) for row in rows[:500]],
        "count": rows.count(),
        "noted": restriction.noted.filter(member=request.member).exists(),
    }
    return render(request, "handling/notice.html", context)


def kind_named(kind: str) -> str:
    """Name a kind of record, in the reader's language."""
    key = f"kind-{kind.replace('.', '-')}"
    return words.say(key if words.catalogue().has(key) else "kind-other")


def _record(request: HttpRequest, kind: str, pk: UUID) -> Record:
    return found(queries.find_record(request.member, kind, pk))


def _shown(request: HttpRequest, record: Record) -> dict[str, Any]:
    """Say what a record is; its words and its page are for a reader who may see it."""
    seen = may_see(request.member, record)
    written = getattr(record, "text", None) or getattr(record, "title", None)
    return {
        "kind": kind_named(record.kind),
        "seen": seen,
        "line": line_of(record) if seen else None,
        "written": written if seen else None,
    }


def _about(request: HttpRequest, record: Record) -> dict[str, Any]:
    return {
        "record": record,
        **_shown(request, record),
        "releases": queries.releases_of(record, request.member),
        "recalled": acts.is_recalled(record),
        "may_ask": rules.may_ask_release(request.member, record),
        "may_restrict": rules.may_restrict(request.member, record),
    }


def _done(request: HttpRequest, act: str, record: Record, form: ReasonedForm, carry_out: Any) -> HttpResponse:
    """Carry an act out and lead back to the record's handling; what is wrong or refused loses nothing."""
    if form.is_valid():
        try:
            carry_out()
            return redirect("handling:index" if act == "recall" else "handling:record", *_place(act, record))
        except Refused as refused:
            form.add_error(None, words.say(refused.rule))
    context = _about(request, record) | {"form": form, "act": act}
    if act != "ask":
        context["reached"] = len(derived_from(record))
    return render(request, f"handling/{act}.html", context, status=400 if form.errors else 200)


def _place(act: str, record: Record) -> tuple[object, ...]:
    return () if act == "recall" else (record.kind, record.pk)
