"""The pages of the gatherings room that are read, and the files that leave it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.queries import asked_within, claims_of
from majlis.workspace.commons.rules import may_draft_at_home
from majlis.workspace.rooms.gatherings import agenda, queries, rules
from majlis.workspace.rooms.gatherings.calendar import programme_file
from majlis.workspace.rooms.gatherings.models import Gathering
from majlis.workspace.rooms.gatherings.pages import EditionPage, days_of, hijri_of, hours_of, lines_of, row_of, said_of


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the series and their editions that the reader may see."""
    member = request.member
    subjects = queries.subjects()
    series = [
        {
            "series": found,
            "subjects": queries.named(subjects, found.subjects),
            "editions": [(gathering, days_of(gathering)) for gathering in editions],
            "may_change": rules.may_change_series(member, found),
        }
        for found, editions in queries.all_series(member)
    ]
    may_convene = member is not None and rules.may_convene(member, member.institution)
    return render(request, "gatherings/index.html", {"listed": series, "may_convene": may_convene})


@require_safe
def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an edition: what it is about, when and where, who organises it, its programme."""
    gathering = _gathering(request, pk)
    context = {
        "gathering": gathering,
        "page": EditionPage(gathering, request.member),
        "may_change": rules.may_change_gathering(request.member, gathering),
        "may_draft": may_draft_at_home(request.member),
    }
    return render(request, "gatherings/detail.html", context)


@require_safe
def session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a session with what other rooms ask in it."""
    found = queries.find_session(request.member, pk)
    if found is None:
        raise Http404
    context = {
        "session": found,
        "gathering": found.edition,
        "when": hours_of(found),
        "hijri": hijri_of(found.day),
        "themes": queries.named(queries.themes(), found.themes),
        "asked": lines_of(asked_within([found], request.member).get(found.pk, ())),
        "said": said_of(claims_of(found, request.member)),
        "statements": queries.statements_in(found, request.member),
        "may_change": rules.may_change_session(request.member, found),
        "may_draft": may_draft_at_home(request.member),
    }
    return render(request, "gatherings/session.html", context)


@require_safe
def programme(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the programme as it is printed on A4."""
    gathering = _gathering(request, pk)
    context = {"gathering": gathering, "page": EditionPage(gathering, request.member)}
    return render(request, "gatherings/programme.html", context)


@require_safe
def programme_ics(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the programme as a calendar file in the language of the address."""
    gathering = _gathering(request, pk)
    page = request.build_absolute_uri(reverse("gatherings:detail", args=[gathering.pk]))
    content = programme_file(gathering, queries.sessions_of(gathering, request.member), page)
    return attachment(HttpResponse(content, content_type="text/calendar; charset=utf-8"), f"programme-{pk}.ics")


@require_safe
def agenda_csv(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the agenda as the table that can be imported again."""
    gathering = _gathering(request, pk)
    content = agenda.write(row_of(found) for found in queries.sessions_of(gathering, request.member))
    # The mark at the start lets spreadsheets read the file as UTF-8.
    response = HttpResponse("\ufeff" + content, content_type="text/csv; charset=utf-8")
    return attachment(response, f"agenda-{pk}.csv")


def _gathering(request: HttpRequest, pk: UUID) -> Gathering:
    gathering = queries.find_gathering(request.member, pk)
    if gathering is None:
        raise Http404
    return gathering
