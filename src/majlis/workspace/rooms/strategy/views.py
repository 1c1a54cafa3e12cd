"""The pages of the strategy room that are read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from majlis.workspace.commons.editing import found
from majlis.workspace.commons.rules import may_draft_at_home
from majlis.workspace.rooms.strategy import basis, queries
from majlis.workspace.rooms.strategy.following.views import following_of
from majlis.workspace.rooms.strategy.pages import RecommendationPage
from majlis.workspace.rooms.strategy.strategy_pages import StrategyPage


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the strategies that the reader may see."""
    listed = [StrategyPage(strategy, request.member) for strategy in queries.listed(request.member)]
    context = {"listed": listed, "may_draft": may_draft_at_home(request.member)}
    return render(request, "strategy/index.html", context)


@require_safe
def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a strategy: what stands, what is being drafted, and what is missing."""
    strategy = found(queries.find_strategy(request.member, pk))
    wanted = {name: request.GET.get(name, "") for name in ("dimension", "addressee", "stage")}
    page = StrategyPage(strategy, request.member, wanted)
    amber = basis.ambers(queries.recommendations_of(strategy, request.member))
    context = {"strategy": strategy, "page": page, "wanted": wanted, "may_change": page.may_change, "ambers": amber}
    return render(request, "strategy/detail.html", context)


@require_safe
def recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a version of a recommendation: what it says, what it rests on, and what was decided."""
    seen = found(queries.find_recommendation(request.member, pk))
    page = RecommendationPage(seen, request.member)
    context = {
        "recommendation": seen,
        "page": page,
        "ambers": basis.ambers([seen]),
        **following_of(seen, request.member),
    }
    return render(request, "strategy/recommendation.html", context)
