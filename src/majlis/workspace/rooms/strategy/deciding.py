"""The pages on which an institution decides: circulating, adopting, a new version, withdrawing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons import words
from majlis.workspace.commons.editing import Desk, asks_first, edit, found, insist
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.once import once
from majlis.workspace.commons.rooms import line_of
from majlis.workspace.rooms.strategy import actions, queries, rules
from majlis.workspace.rooms.strategy.forms import AdoptForm, ReviseForm, WithdrawForm
from majlis.workspace.rooms.strategy.models import Circulation, Recommendation
from majlis.workspace.rooms.strategy.pages import RecommendationPage
from majlis.workspace.rooms.strategy.strategy_pages import StrategyPage

REACH = {
    Tlp.CLEAR: "circulate-all",
    Tlp.GREEN: "circulate-all",
    Tlp.AMBER: "circulate-concerned",
    Tlp.AMBER_STRICT: "circulate-home",
    Tlp.RED: "circulate-named",
}


@asks_first
def circulate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say who will see the drafts, and show them to those."""
    strategy = found(queries.find_strategy(request.member, pk))
    insist(rules.may_change_strategy, request, strategy)
    if request.method == "POST" and strategy.state != Circulation.CIRCULATED:
        actions.circulate(strategy=strategy)
        messages.success(request, words.say("strategy-was-circulated"))
    if strategy.state == Circulation.CIRCULATED:
        return redirect("strategy:detail", pk)
    page = StrategyPage(strategy, request.member)
    closed = sum(RecommendationPage(r, request.member).more_closed for r in page.recommendations if r.is_draft)
    context = {"strategy": strategy, "page": page, "reach": REACH[strategy.handling.tlp], "closed": closed}
    return render(request, "strategy/circulate.html", context)


@asks_first
def adopt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the exact text and basis that will stand, ask for office, reason and day, and adopt."""
    recommendation = found(queries.find_recommendation(request.member, pk))
    insist(rules.may_adopt, request, recommendation)
    initial = {"decided_on": timezone.localdate(), "seen": queries.decision_stamp(recommendation)}
    form = AdoptForm(request.POST or None, initial=initial)
    if form.is_valid():

        def adopted() -> str:
            actions.adopt(recommendation=recommendation, **form.arguments())
            messages.success(request, words.say("recommendation-was-adopted"))
            return reverse("strategy:recommendation", args=[pk])

        try:
            return redirect(once(request, adopted))
        except Outdated:
            return _asked(request, pk, _seen_anew(form, recommendation), 409)
        except Refused as refused:
            form.add_error(None, words.say(refused.rule))
    return _asked(request, pk, form, 400 if form.is_bound else 200)


@asks_first
def revise(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin the next version of an adopted text; what the new one says is written next."""
    recommendation = found(queries.find_recommendation(request.member, pk))
    insist(rules.may_write, request, recommendation)
    if not recommendation.is_adopted:
        raise Refused("recommendation-not-adopted")
    desk = Desk(
        "recommendation-revise",
        line_of(recommendation),
        recommendation.handling,
        template="strategy/revise.html",
        after=lambda version: reverse("strategy:edit-recommendation", args=[version.pk]),
        done="version-begun",
    )
    return edit(
        request, ReviseForm, desk, lambda form: actions.revise(recommendation=recommendation, **form.arguments())
    )


@asks_first
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw a recommendation, after asking why: a decided one stays readable, a draft goes."""
    recommendation = found(queries.find_recommendation(request.member, pk))
    insist(rules.may_adopt, request, recommendation)
    if not (recommendation.is_draft or recommendation.is_adopted):
        raise Refused("recommendation-not-adopted")
    back = line_of(recommendation.strategy)
    desk = Desk(
        "recommendation-withdraw",
        line_of(recommendation),
        recommendation.handling,
        template="strategy/withdraw.html",
        shown={"recommendation": recommendation},
        after=(lambda _: back.url) if recommendation.is_draft else None,
        done="recommendation-was-withdrawn",
    )
    return edit(
        request, WithdrawForm, desk, lambda form: actions.withdraw(recommendation=recommendation, **form.arguments())
    )


def _asked(request: HttpRequest, pk: UUID, form: AdoptForm, status: int) -> HttpResponse:
    recommendation = found(queries.find_recommendation(request.member, pk))
    page = RecommendationPage(recommendation, request.member)
    context: dict[str, Any] = {
        "recommendation": recommendation,
        "page": page,
        "form": form,
        "handling": queries.handling_of(recommendation),
        "outdated": status == 409,
    }
    return render(request, "strategy/adopt.html", context, status=status)


def _seen_anew(form: AdoptForm, recommendation: Recommendation) -> AdoptForm:
    """Give the form with what was typed, knowing the text as it stands now."""
    data = form.data.copy()
    data["seen"] = queries.decision_stamp(recommendation)
    again = AdoptForm(data, initial=form.initial)
    again.is_valid()
    return again
