"""The pages of the gatherings room that write: forms, and what happens when two people write at once."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from majlis.engine.errors import Refused
from majlis.workspace.commons import claims, words
from majlis.workspace.commons.editing import Desk, asks_first, edit, found, insist, withdraw, written
from majlis.workspace.commons.handling.marking import suggested_marking
from majlis.workspace.commons.models import Claim, Question, Record, Source
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.record_forms import Sourced
from majlis.workspace.commons.rooms import Line, line_of
from majlis.workspace.commons.rules import may_change_claim, may_claim
from majlis.workspace.rooms.gatherings import actions, queries, rules
from majlis.workspace.rooms.gatherings.forms import (
    ClaimForm,
    GatheringForm,
    OfficeStatementForm,
    SeriesForm,
    SessionForm,
)
from majlis.workspace.rooms.gatherings.models import OfficeStatement


@login_required
@asks_first
def create_series(request: HttpRequest) -> HttpResponse:
    """Begin a series."""
    member = request.member
    if member is None or not rules.may_convene(member, member.institution):
        raise Refused("may-convene")
    desk = Desk("series-create", _index())
    return edit(
        request,
        SeriesForm,
        desk,
        lambda form: actions.create_series(institution=member.institution, **form.arguments()),
    )


@asks_first
def edit_series(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a series."""
    series = found(queries.find_series(request.member, pk))
    insist(rules.may_change_series, request, series)
    desk = Desk("series-change", _index(), record=series)
    return edit(request, SeriesForm, desk, lambda form: actions.change_series(series=series, **written(form)))


@asks_first
def create_gathering(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin an edition of a series."""
    series = found(queries.find_series(request.member, pk))
    insist(rules.may_change_series, request, series)
    latest = series.editions.order_by("-starts_on").first()
    initial = {"timezone": latest.timezone if latest else settings.TIME_ZONE, **suggested_marking(series.handling)}
    desk = Desk("gathering-create", Line(series.title, _index().url), initial=initial)
    return edit(request, GatheringForm, desk, lambda form: actions.create_gathering(series=series, **form.arguments()))


@asks_first
def edit_gathering(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change an edition."""
    gathering = found(queries.find_gathering(request.member, pk))
    insist(rules.may_change_gathering, request, gathering)
    desk = Desk("gathering-change", line_of(gathering), record=gathering)
    return edit(
        request, GatheringForm, desk, lambda form: actions.change_gathering(gathering=gathering, **written(form))
    )


@asks_first
def add_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a session to an edition."""
    gathering = found(queries.find_gathering(request.member, pk))
    insist(rules.may_change_gathering, request, gathering)
    initial = {"day": gathering.starts_on}
    desk = Desk("session-add", line_of(gathering), gathering.handling, initial=initial)
    return edit(request, SessionForm, desk, lambda form: actions.add_session(gathering=gathering, **form.arguments()))


@asks_first
def edit_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a session."""
    session = found(queries.find_session(request.member, pk))
    insist(rules.may_change_session, request, session)
    desk = Desk("session-change", line_of(session), session.handling, record=session)
    return edit(request, SessionForm, desk, lambda form: actions.change_session(session=session, **written(form)))


@asks_first
def withdraw_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a session off the programme, after asking why."""
    session = found(queries.find_session(request.member, pk))
    insist(rules.may_change_session, request, session)
    desk = Desk("session-withdraw", line_of(session), record=session)
    after = line_of(session.edition).url
    return withdraw(request, desk, after, lambda reason: actions.withdraw_session(session=session, reason=reason))


@asks_first
def make_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put down what a source says of an edition or a session."""
    subject = found(queries.find_question(request.member, pk))
    insist(may_claim, request, subject)

    def make(form: ClaimForm) -> Record:
        return claims.make_claim(subject=subject, source=_source(form, subject), **form.arguments())

    return edit(request, ClaimForm, Desk("claim-make", line_of(subject), subject.handling), make)


@asks_first
def edit_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct how a claim was put down."""
    claim = _claim(request, pk)

    def change(form: ClaimForm) -> Record:
        return claims.change_claim(claim=claim, source=_source(form, claim), **written(form))

    desk = Desk("claim-change", line_of(claim.subject), claim.handling, record=claim)
    return edit(request, ClaimForm, desk, change)


@asks_first
def withdraw_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a claim off the page, after asking why."""
    claim = _claim(request, pk)
    back = line_of(claim.subject)
    desk = Desk("claim-withdraw", back, record=claim)
    return withdraw(request, desk, back.url, lambda reason: claims.withdraw_claim(claim=claim, reason=reason))


@asks_first
def add_statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put down what an office-holder said in an edition or a session."""
    question = found(queries.find_question(request.member, pk))
    insist(rules.may_put_down, request, question)

    def add(form: OfficeStatementForm) -> Record:
        source = _source(form, question)
        return actions.add_office_statement(question=question, source=source, **form.arguments())

    return edit(request, OfficeStatementForm, Desk("statement-add", line_of(question), question.handling), add)


@asks_first
def edit_statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct how a statement was put down."""
    statement, question = _statement(request, pk)

    def change(form: OfficeStatementForm) -> Record:
        source = _source(form, statement)
        return actions.change_office_statement(statement=statement, source=source, **written(form))

    desk = Desk("statement-change", line_of(question), statement.handling, record=statement)
    return edit(request, OfficeStatementForm, desk, change)


@asks_first
def withdraw_statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a statement off the page, after asking why."""
    statement, question = _statement(request, pk)
    back = line_of(question)
    desk = Desk("statement-withdraw", back, record=statement)
    return withdraw(
        request, desk, back.url, lambda reason: actions.withdraw_office_statement(statement=statement, reason=reason)
    )


def _source(form: Sourced, record: Record) -> Source:
    return claims.note_source(institution=record.institution, handling=record.handling, **form.source())


def _claim(request: HttpRequest, pk: UUID) -> Claim:
    claim = found(Claim.objects.filter(pk=pk).exclude(state=WITHDRAWN).select_related("source", "institution").first())
    found(queries.find_question(request.member, claim.subject_id) if may_see(request.member, claim) else None)
    insist(may_change_claim, request, claim)
    return claim


def _statement(request: HttpRequest, pk: UUID) -> tuple[OfficeStatement, Question]:
    statement = found(OfficeStatement.objects.filter(pk=pk).exclude(state=WITHDRAWN).first())
    question = queries.find_question(request.member, statement.question_id)
    found(question if may_see(request.member, statement) else None)
    insist(rules.may_change_office_statement, request, statement)
    return statement, question


def _index() -> Line:
    return Line(words.say("gatherings"), reverse("gatherings:index"))
