"""The pages of the strategy room that are read."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from majlis.workspace.rooms.strategy import queries


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the strategies that the reader may see."""
    return render(request, "strategy/index.html", {"listed": queries.listed(request.member)})


@require_safe
def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a strategy with its recommendations."""
    strategy = queries.find_strategy(request.member, pk)
    if strategy is None:
        raise Http404
    found = queries.recommendations_of(strategy, request.member)
    return render(request, "strategy/detail.html", {"strategy": strategy, "recommendations": found})


@require_safe
def recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a version of a recommendation."""
    found = queries.find_recommendation(request.member, pk)
    if found is None:
        raise Http404
    return render(request, "strategy/recommendation.html", {"recommendation": found})
