"""The outcome document as pages and files."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from majlis.workspace.commons import documents
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.queries import may_see
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Edition
from majlis.workspace.rooms.strategy.outcome import Outcome

FILES = tuple(form for form in documents.FORMS if form != "html")


@require_safe
def outcome(request: HttpRequest, pk: UUID, number: int | None = None) -> HttpResponse:
    """Show the outcome document: of an edition, or as the strategy stands now."""
    made = _outcome(request, pk, number)
    context = {
        "strategy": made.strategy,
        "edition": made.edition,
        "document": documents.fragment(made.document()),
        "forms": [(form, f"outcome-form-{form}") for form in FILES],
    }
    return render(request, "strategy/outcome.html", context)


@require_safe
def outcome_file(request: HttpRequest, pk: UUID, form: str, number: int | None = None) -> HttpResponse:
    """Give the outcome document as a file in one of its forms."""
    if form not in documents.FORMS:
        raise Http404
    made, kind = _outcome(request, pk, number), documents.FORMS[form]
    response = HttpResponse(
        documents.render(made.document(linked=form == "jsonld"), form), content_type=kind.content_type
    )
    release = f"-{number}" if number else ""
    return attachment(response, f"outcome-{pk}{release}.{request.LANGUAGE_CODE}.{kind.extension}")


def _outcome(request: HttpRequest, pk: UUID, number: int | None) -> Outcome:
    strategy = queries.find_strategy(request.member, pk)
    if strategy is None:
        raise Http404
    edition = None
    if number is not None:
        edition = Edition.objects.filter(strategy=strategy, number=number).select_related("institution").first()
        if edition is None or not may_see(request.member, edition):
            raise Http404
    return Outcome(strategy, edition, request.member, request.build_absolute_uri("/").rstrip("/"))
