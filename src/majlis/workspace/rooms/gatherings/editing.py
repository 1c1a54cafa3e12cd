"""The pages of the gatherings room that write: forms, and what happens when two people write at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling
from majlis.workspace.commons import claims, words
from majlis.workspace.commons.actions import key_of
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.models import Claim, Question, Record, Source
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import Line, line_of
from majlis.workspace.commons.rules import may_change_claim, may_claim
from majlis.workspace.rooms.gatherings import actions, queries, rules
from majlis.workspace.rooms.gatherings.forms import (
    ClaimForm,
    Edit,
    GatheringForm,
    OfficeStatementForm,
    ReasonForm,
    SeriesForm,
    SessionForm,
    Sourced,
)
from majlis.workspace.rooms.gatherings.models import OfficeStatement
from majlis.workspace.rooms.gatherings.schedule import Misfit, Unfit

Act = Callable[[Any], Record]
asks_first = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Desk:
    """What a writing page says around its form: the key of its title, where it stands and leads back, who will see."""

    title: str
    back: Line
    handling: Handling | None = None
    record: Record | None = None
    initial: dict[str, Any] = field(default_factory=dict)


@login_required
@asks_first
def create_series(request: HttpRequest) -> HttpResponse:
    """Begin a series."""
    member = request.member
    if member is None or not rules.may_convene(member, member.institution):
        raise Refused("may-convene")
    desk = Desk("series-create", _index())
    return _edit(
        request,
        SeriesForm,
        desk,
        lambda form: actions.create_series(institution=member.institution, **form.arguments()),
    )


@asks_first
def edit_series(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a series."""
    series = _found(queries.find_series(request.member, pk))
    _insist(rules.may_change_series, request, series)
    desk = Desk("series-change", _index(), record=series)
    return _edit(request, SeriesForm, desk, lambda form: actions.change_series(series=series, **_seen(form)))


@asks_first
def create_gathering(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin an edition of a series."""
    series = _found(queries.find_series(request.member, pk))
    _insist(rules.may_change_series, request, series)
    latest = series.editions.order_by("-starts_on").first()
    initial = {"timezone": latest.timezone if latest else settings.TIME_ZONE, "seen_by": series.handling.tlp.value}
    desk = Desk("gathering-create", Line(series.title, _index().url), initial=initial)
    return _edit(request, GatheringForm, desk, lambda form: actions.create_gathering(series=series, **form.arguments()))


@asks_first
def edit_gathering(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change an edition."""
    gathering = _found(queries.find_gathering(request.member, pk))
    _insist(rules.may_change_gathering, request, gathering)
    desk = Desk("gathering-change", line_of(gathering), record=gathering)
    return _edit(
        request, GatheringForm, desk, lambda form: actions.change_gathering(gathering=gathering, **_seen(form))
    )


@asks_first
def add_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a session to an edition."""
    gathering = _found(queries.find_gathering(request.member, pk))
    _insist(rules.may_change_gathering, request, gathering)
    initial = {"day": gathering.starts_on}
    desk = Desk("session-add", line_of(gathering), gathering.handling, initial=initial)
    return _edit(request, SessionForm, desk, lambda form: actions.add_session(gathering=gathering, **form.arguments()))


@asks_first
def edit_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a session."""
    session = _found(queries.find_session(request.member, pk))
    _insist(rules.may_change_session, request, session)
    desk = Desk("session-change", line_of(session), session.handling, record=session)
    return _edit(request, SessionForm, desk, lambda form: actions.change_session(session=session, **_seen(form)))


@asks_first
def withdraw_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a session off the programme, after asking why."""
    session = _found(queries.find_session(request.member, pk))
    _insist(rules.may_change_session, request, session)
    desk = Desk("session-withdraw", line_of(session), record=session)
    after = line_of(session.edition).url
    return _withdraw(request, desk, after, lambda reason: actions.withdraw_session(session=session, reason=reason))


@asks_first
def make_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put down what a source says of an edition or a session."""
    subject = _found(queries.find_question(request.member, pk))
    _insist(may_claim, request, subject)

    def make(form: ClaimForm) -> Record:
        return claims.make_claim(subject=subject, source=_source(form, subject), **form.arguments())

    return _edit(request, ClaimForm, Desk("claim-make", line_of(subject), subject.handling), make)


@asks_first
def edit_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct how a claim was put down."""
    claim = _claim(request, pk)

    def change(form: ClaimForm) -> Record:
        return claims.change_claim(claim=claim, source=_source(form, claim), **_seen(form))

    desk = Desk("claim-change", line_of(claim.subject), claim.handling, record=claim)
    return _edit(request, ClaimForm, desk, change)


@asks_first
def withdraw_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a claim off the page, after asking why."""
    claim = _claim(request, pk)
    back = line_of(claim.subject)
    desk = Desk("claim-withdraw", back, record=claim)
    return _withdraw(request, desk, back.url, lambda reason: claims.withdraw_claim(claim=claim, reason=reason))


@asks_first
def add_statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put down what an office-holder said in an edition or a session."""
    question = _found(queries.find_question(request.member, pk))
    _insist(rules.may_put_down, request, question)

    def add(form: OfficeStatementForm) -> Record:
        source = _source(form, question)
        return actions.add_office_statement(question=question, source=source, **form.arguments())

    return _edit(request, OfficeStatementForm, Desk("statement-add", line_of(question), question.handling), add)


@asks_first
def edit_statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct how a statement was put down."""
    statement, question = _statement(request, pk)

    def change(form: OfficeStatementForm) -> Record:
        source = _source(form, statement)
        return actions.change_office_statement(statement=statement, source=source, **_seen(form))

    desk = Desk("statement-change", line_of(question), statement.handling, record=statement)
    return _edit(request, OfficeStatementForm, desk, change)


@asks_first
def withdraw_statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a statement off the page, after asking why."""
    statement, question = _statement(request, pk)
    back = line_of(question)
    desk = Desk("statement-withdraw", back, record=statement)
    return _withdraw(
        request, desk, back.url, lambda reason: actions.withdraw_office_statement(statement=statement, reason=reason)
    )


def _edit(request: HttpRequest, form_class: type[Edit], desk: Desk, act: Act) -> HttpResponse:
    """Show the form, or carry it out and lead to what was written; whatever is wrong, what was typed stays."""
    record = desk.record
    initial = {**form_class.initial_of(record), "seen": stamp(record)} if record else desk.initial
    bound = request.method == "POST"
    form = form_class(request.POST if bound else None, initial=initial)
    status, differences = 200, []
    if bound:
        try:
            if form.is_valid():
                return redirect(_place_of(_carried_out(form, act), desk))
            status = 400
        except Unfit as unfit:
            status = 400
            for misfit in unfit.misfits:
                form.add_error(None, sentence(misfit))
        except Outdated:
            status = 409
            form, differences = _compared(form, record)
    context = {"form": form, "desk": desk, "differences": differences, "conflict": status == 409}
    return render(request, "gatherings/edit.html", context, status=status)


def _carried_out(form: Edit, act: Act) -> Record:
    with transaction.atomic():
        return act(form)


def _place_of(record: Record, desk: Desk) -> str:
    line = line_of(record)
    return line.url if line else desk.back.url


def _compared(form: Edit, record: Record) -> tuple[Edit, list[tuple[str, str, str]]]:
    """Give the form anew, knowing the record as it stands now, and what was typed beside what stands there."""
    now = type(record)._default_manager.get(pk=record.pk)
    standing = type(form)(initial=type(form).initial_of(now))
    data = form.data.copy()
    data["seen"] = stamp(now)
    again = type(form)(data, initial=standing.initial)
    again.is_valid()
    pairs = [(name, standing[name].value(), form[name].value()) for name in form.fields if name != "seen"]
    shown = [(_label(form, name), _plain(old), _plain(new)) for name, old, new in pairs if _plain(old) != _plain(new)]
    return again, shown


def _label(form: Edit, name: str) -> str:
    base, _, code = name.rpartition("_")
    label = str(form.fields[name].label)
    return f"{words.say(form.wordings[base].label)} · {label}" if base in form.wordings and code else label


def _plain(value: object) -> str:
    """Write a value of a form as it is typed, so that what was read and what was sent can be compared."""
    if isinstance(value, list | tuple):
        return ", ".join(sorted(map(str, value)))
    if hasattr(value, "strftime") and not hasattr(value, "year"):
        return value.strftime("%H:%M")
    return {None: "", False: "", True: "✓", "on": "✓"}.get(value, str(value)).replace("\r\n", "\n").strip()


def _withdraw(request: HttpRequest, desk: Desk, after: str, act: Callable[[str], Record]) -> HttpResponse:
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        act(form.cleaned_data["reason"])
        return redirect(after)
    context = {"form": form, "desk": desk}
    return render(request, "gatherings/withdraw.html", context, status=400 if form.is_bound else 200)


def sentence(misfit: Misfit) -> str:
    """Say why a session does not fit, naming it."""
    return words.say("misfit", code=misfit.code, problem=words.say(misfit.key, **misfit.values))


def _seen(form: Edit) -> dict[str, Any]:
    return {**form.arguments(), "seen": form.cleaned_data["seen"]}


def _source(form: Sourced, record: Record) -> Source:
    return claims.note_source(institution=record.institution, handling=record.handling, **form.source())


def _claim(request: HttpRequest, pk: UUID) -> Claim:
    claim = _found(Claim.objects.filter(pk=pk).exclude(state=WITHDRAWN).select_related("source", "institution").first())
    _found(queries.find_question(request.member, claim.subject_id) if may_see(request.member, claim) else None)
    _insist(may_change_claim, request, claim)
    return claim


def _statement(request: HttpRequest, pk: UUID) -> tuple[OfficeStatement, Question]:
    statement = _found(OfficeStatement.objects.filter(pk=pk).exclude(state=WITHDRAWN).first())
    question = queries.find_question(request.member, statement.question_id)
    _found(question if may_see(request.member, statement) else None)
    _insist(rules.may_change_office_statement, request, statement)
    return statement, question


def _found(record: Any) -> Any:
    if record is None:
        raise Http404
    return record


def _index() -> Line:
    return Line(words.say("gatherings"), reverse("gatherings:index"))


def _insist(rule: Callable[..., bool], request: HttpRequest, record: Record) -> None:
    if not rule(request.member, record):
        raise Refused(key_of(rule))
