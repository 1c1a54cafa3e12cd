"""The public page of the charter: its rules, what checks them, what was found, and what was refused."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from majlis.workspace.commons import checkpoints, words
from majlis.workspace.commons.charter import book, keeping
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.models import Role
from majlis.workspace.rooms.oversight import charter_queries as queries
from majlis.workspace.rooms.oversight.views import auditors_only


@never_cache
@require_safe
def charter(request: HttpRequest) -> HttpResponse:
    """Show every rule with what checks it, and what was refused."""
    keys = checkpoints.public_keys()
    context = {
        "version": book.version(),
        "digest": book.digest(),
        "last": keeping.latest(),
        "rules": queries.rules(),
        "refused": queries.counts_table(),
        "key": keys[0] if keys else "",
        "audits": checkpoints.may_audit(request.member),
        "keeps": request.member is not None and request.member.holds(Role.ADMINISTRATOR, Role.AUDITOR),
    }
    return render(request, "oversight/charter.html", context)


@auditors_only
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Have everything looked at now."""
    report, _ = keeping.look(thorough=True)
    if report.broken:
        messages.error(request, words.say("charter-looked-broken", rules=" ".join(report.broken)))
    else:
        messages.success(request, words.say("charter-looked"))
    return redirect("oversight:charter")


@never_cache
@require_safe
def result(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give the latest signed result, for `majlis charter verify`."""
    if (last := keeping.latest()) is None:
        raise Http404
    response = HttpResponse(last.note, content_type="text/plain; charset=utf-8")
    return attachment(response, f"charter-{last.at:%Y-%m-%d}.txt")


@never_cache
@require_safe
def refusals(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give the counts of refusals for programs."""
    response = HttpResponse(queries.counts_csv(), content_type="text/csv; charset=utf-8")
    return attachment(response, "refusals.csv")
