"""The pages on which those who draft choose what a recommendation rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.editing import asks_first, found, insist
from majlis.workspace.commons.models import Finding, Member, Record, Run
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import Line, is_shown, line_of
from majlis.workspace.commons.rules import may_draft_at_home
from majlis.workspace.rooms.strategy import actions, queries, rules
from majlis.workspace.rooms.strategy.actions.deciding import in_words
from majlis.workspace.rooms.strategy.editing import draft_address, index_line, named
from majlis.workspace.rooms.strategy.models import Recommendation
from majlis.workspace.rooms.strategy.pages import Ground, RecommendationPage, ground_of

RUNS_A_PAGE, MOST_FOUND = 6, 20


@dataclass(frozen=True)
class Found:
    """What a run found, in words: the question that it answers, and the day."""

    run: Run
    question: Line | None
    findings: list[Ground]


@login_required
@require_safe
def findings(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """List what was found, question by question, to draft from one finding or several."""
    strategy = found(queries.find_strategy(request.member, pk)) if pk else None
    if not may_draft_at_home(request.member) or (strategy and not rules.may_change_strategy(request.member, strategy)):
        raise Refused("may-draft")
    back = line_of(strategy) if strategy else index_line()
    action = reverse("strategy:draft", args=[pk]) if pk else reverse("strategy:draft-from")
    return _findings(request, back, {"action": action, "method": "get"})


@login_required
@require_safe
def sources(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List statements of offices, sources and earlier recommendations, to draft from what is chosen."""
    strategy = found(queries.find_strategy(request.member, pk))
    insist(rules.may_change_strategy, request, strategy)
    chosen = queries.find_grounds(request.member, named(request.GET, "from"))
    asked = request.GET.get("q", "").strip()[:200]
    matching = _matching(queries.citable(request.member), asked, {record.pk for record in chosen})
    context = {
        "strategy": strategy,
        "chosen": [ground_of(record) for record in chosen],
        "asked": asked,
        "found": [ground_of(record) for record in matching[:MOST_FOUND]],
        "more": len(matching) - MOST_FOUND,
    }
    return render(request, "strategy/sources.html", context)


@require_safe
def more_findings(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List what was found, to rest a draft on more of it."""
    recommendation = _draft(request, pk)
    back = Line(recommendation.text, reverse("strategy:basis", args=[pk]), recommendation.code)
    return _findings(request, back, {"action": back.url, "method": "post", "recommendation": recommendation})


@login_required
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Ask in which strategy to draft from what was chosen; where there is only one, it is that."""
    if not may_draft_at_home(request.member):
        raise Refused("may-draft")
    chosen = named(request.GET, "from")
    lines = [Line(s.text, draft_address(s, chosen)) for s in queries.writable(request.member)]
    if len(lines) == 1:
        return redirect(lines[0].url)
    grounds = [ground_of(record) for record in queries.find_grounds(request.member, chosen)]
    context = {"lines": lines, "grounds": grounds, "query": request.GET.urlencode()}
    return render(request, "strategy/choose.html", context)


@asks_first
def basis(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what a draft rests on, add to it and take from it."""
    recommendation = _draft(request, pk)
    if request.method == "POST":
        _change_basis(request, recommendation)
        return redirect("strategy:basis", pk)
    page = RecommendationPage(recommendation, request.member)
    asked = request.GET.get("q", "").strip()[:200]
    known = {ground.record.pk for ground in page.grounds}
    matching = _matching(queries.citable(request.member), asked, known, recommendation.code)
    context = {
        "recommendation": recommendation,
        "page": page,
        "asked": asked,
        "found": [ground_of(record) for record in matching[:MOST_FOUND]],
        "more": len(matching) - MOST_FOUND,
    }
    return render(request, "strategy/basis.html", context)


def _change_basis(request: HttpRequest, recommendation: Recommendation) -> None:
    added = queries.find_grounds(request.member, named(request.POST, "from"))
    removed = [g.record for g in RecommendationPage(recommendation, request.member).grounds]
    removed = [record for record in removed if record.pk in named(request.POST, "remove")]
    with transaction.atomic():
        for record in added:
            actions.ground(recommendation=recommendation, record=record)
        for record in removed:
            actions.unground(recommendation=recommendation, record=record)
    if added:
        messages.success(request, words.say("basis-added", count=len(added)))
    if removed:
        messages.success(request, words.say("basis-removed", count=len(removed)))
    if not added and not removed:
        messages.info(request, words.say("basis-nothing"))


def _findings(request: HttpRequest, back: Line, where: dict[str, object]) -> HttpResponse:
    of = next(iter(named(request.GET, "of")), None)
    page = Paginator(queries.latest_findings(request.member, of), RUNS_A_PAGE).get_page(request.GET.get("page"))
    groups = [_found(together, request.member) for together in page]
    chosen, listed = named(request.GET, "from"), {ground.record.pk for group in groups for ground in group.findings}
    elsewhere = [pk for pk in chosen if pk not in listed]
    context = {
        **where,
        "back": back,
        "page": page,
        "groups": groups,
        "of": of,
        "chosen": chosen,
        "elsewhere": elsewhere,
    }
    return render(request, "strategy/findings.html", context)


def _found(together: Sequence[Finding], member: Member) -> Found:
    run, question = together[0].run, together[0].run.question
    asked = None
    if question and may_see(member, question) and is_shown(question, member):
        asked = line_of(question.special()) or Line(question.text, "")
    return Found(run, asked, [ground_of(finding) for finding in together])


def _matching(records: Iterable[Record], asked: str, known: Collection[UUID], code: str = "") -> list[Record]:
    """What says the words in any of its languages, and is neither known nor the recommendation of the code itself."""
    others = (r for r in records if r.pk not in known and (not code or getattr(r, "code", None) != code))
    wanted = asked.casefold().split()
    return [record for record in others if _says(record, wanted)]


def _says(record: Record, wanted: Sequence[str]) -> bool:
    told = " ".join(in_words(record).values()).casefold()
    return all(word in told for word in wanted)


def _draft(request: HttpRequest, pk: UUID) -> Recommendation:
    recommendation = found(queries.find_recommendation(request.member, pk))
    insist(rules.may_write, request, recommendation)
    if not recommendation.is_draft:
        raise Refused("recommendation-decided")
    return recommendation
