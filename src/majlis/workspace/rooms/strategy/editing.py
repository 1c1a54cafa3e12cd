"""The pages on which strategies and recommendations are written."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from majlis.engine.errors import Refused
from majlis.engine.handling import strictest
from majlis.workspace.commons import words
from majlis.workspace.commons.analyses import quoted
from majlis.workspace.commons.editing import Desk, asks_first, edit, found, insist, written
from majlis.workspace.commons.handling.marking import suggested_marking
from majlis.workspace.commons.models import Finding, Question, Record
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import Line, is_shown, line_of
from majlis.workspace.commons.rules import may_draft_at_home
from majlis.workspace.rooms.strategy import actions, queries, rules
from majlis.workspace.rooms.strategy.forms import (
    DraftForm,
    GroundedDraftForm,
    GroundedForm,
    RecommendationForm,
    StrategyForm,
    started_with,
)
from majlis.workspace.rooms.strategy.models import Strategy
from majlis.workspace.rooms.strategy.pages import RecommendationPage, ground_of


@login_required
@asks_first
def create(request: HttpRequest) -> HttpResponse:
    """Begin a strategy, perhaps within an edition or a session, perhaps to draft from what was chosen."""
    if not may_draft_at_home(request.member):
        raise Refused("may-draft")
    within, chosen = _within(request), named(request.GET, "from")
    desk = Desk(
        "strategy-create",
        (line_of(within) if within else None) or index_line(),
        initial=suggested_marking(within.handling) if within else {},
        after=(lambda strategy: draft_address(strategy, chosen)) if chosen else None,
        done="strategy-begun",
    )
    return edit(
        request,
        StrategyForm,
        desk,
        lambda form: actions.create_strategy(institution=request.member.institution, within=within, **form.arguments()),
    )


@asks_first
def edit_strategy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a strategy; its drafts take its new handling."""
    strategy = found(queries.find_strategy(request.member, pk))
    insist(rules.may_change_strategy, request, strategy)
    desk = Desk("strategy-change", line_of(strategy), record=strategy, done="strategy-changed")
    return edit(request, StrategyForm, desk, lambda form: actions.change_strategy(strategy=strategy, **written(form)))


@asks_first
def draft(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draft a recommendation from what was chosen; the form starts with the words that unite, where there are some."""
    strategy = found(queries.find_strategy(request.member, pk))
    insist(rules.may_change_strategy, request, strategy)
    wanted = named(request.GET, "from")
    grounds = queries.find_grounds(request.member, wanted)
    shown = {"grounds": [ground_of(record) for record in grounds], "lost": len(wanted) - len(grounds), "new": True}
    desk = Desk(
        "recommendation-draft",
        line_of(strategy),
        strictest([strategy.handling, *(record.handling for record in grounds)]),
        initial=_begun(grounds),
        template="strategy/draft.html",
        shown={**shown, "strategy": strategy, "chosen": urlencode([("from", str(pk)) for pk in wanted])},
        done="recommendation-drafted",
    )
    return edit(
        request,
        GroundedDraftForm if grounds else DraftForm,
        desk,
        lambda form: actions.draft(strategy=strategy, rests_on=grounds, **form.arguments()),
    )


@asks_first
def edit_recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a draft."""
    recommendation = found(queries.find_recommendation(request.member, pk))
    insist(rules.may_write, request, recommendation)
    if not recommendation.is_draft:
        raise Refused("recommendation-decided")
    page = RecommendationPage(recommendation, request.member)
    form_class = GroundedForm if page.grounds or page.unseen else RecommendationForm
    desk = Desk(
        "recommendation-change",
        line_of(recommendation),
        recommendation.handling,
        record=recommendation,
        template="strategy/draft.html",
        shown={"grounds": page.grounds, "unseen": page.unseen, "recommendation": recommendation},
        done="recommendation-changed",
    )
    return edit(
        request,
        form_class,
        desk,
        lambda form: actions.change_recommendation(recommendation=recommendation, **written(form)),
    )


def draft_address(strategy: Strategy, chosen: list[UUID]) -> str:
    """Give the address at which a recommendation is drafted from what was chosen."""
    query = urlencode([("from", str(pk)) for pk in chosen])
    return f"{reverse('strategy:draft', args=[strategy.pk])}{'?' if query else ''}{query}"


def named(data: QueryDict, name: str) -> list[UUID]:
    """Read the ids that an address or a form names; what is no id is none."""
    found = []
    for given in data.getlist(name)[:50]:
        try:
            found.append(UUID(given))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def index_line() -> Line:
    """The line that leads to all strategies."""
    return Line(words.say("strategy"), reverse("strategy:index"))


def _begun(grounds: list[Record]) -> dict[str, Any]:
    quotes = (quoted(record) for record in grounds if isinstance(record, Finding) and record.key in UNITING)
    text = next(filter(None, quotes), None)
    return started_with(text) if text else {}


# Findings whose text people agree on can become a measure; what divides them is a ground and no wording.
UNITING = ("opinion-consensus",)


def _within(request: HttpRequest) -> Question | None:
    """The edition or session within which the strategy is begun, where the reader may know of it."""
    question = Question.objects.filter(pk__in=named(request.GET, "within")[:1]).first()
    if question is None or not may_see(request.member, question) or not is_shown(question, request.member):
        return None
    return question.special()
