"""The pages on what became of recommendations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from majlis.workspace.commons import claims, words
from majlis.workspace.commons.editing import Desk, asks_first, edit, found, insist, withdraw
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.models.records import WITHDRAWN, Record
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import Line, line_of
from majlis.workspace.rooms.strategy import actions, queries, rules
from majlis.workspace.rooms.strategy.following.forms import PledgeForm, ReportForm, TakeBackForm, TakeOverForm
from majlis.workspace.rooms.strategy.following.pages import BecamePage, followed, open_ones, to_take_over
from majlis.workspace.rooms.strategy.models import Pledge, Recommendation, Report, Strategy


@require_safe
def became(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what became of a strategy's recommendations."""
    strategy = _strategy(request, pk)
    return render(request, "strategy/became.html", {"strategy": strategy, "page": BecamePage(strategy, request.member)})


@require_safe
def became_csv(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the table by addressee as a file."""
    table = BecamePage(_strategy(request, pk), request.member).by_addressee
    response = HttpResponse("\ufeff" + table.to_csv(), content_type="text/csv; charset=utf-8")
    return attachment(response, f"what-became-of-it-{pk}.csv")


def following_of(recommendation: Recommendation, member: Member | None) -> dict[str, Any]:
    """Give what the recommendation's page needs to show what became of it; nothing before it is decided."""
    if not recommendation.decided_on:
        return {}
    return {
        "one": followed([recommendation], member)[0],
        "own": member and member.institution_id,
        "may_pledge": rules.may_pledge(member, recommendation),
        "may_report": rules.may_report(member, recommendation),
    }


@asks_first
def pledge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Promise something for an adopted recommendation."""
    recommendation = _recommendation(request, pk)
    insist(rules.may_pledge, request, recommendation)

    def make(form: PledgeForm) -> Record:
        return actions.make_pledge(recommendation=recommendation, **form.arguments())

    return edit(
        request,
        PledgeForm,
        Desk("pledge-make", line_of(recommendation), recommendation.handling, done="pledge-made"),
        make,
    )


@asks_first
def withdraw_pledge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a pledge back, saying why."""
    promised = found(Pledge.objects.filter(pk=pk).select_related("institution").first())
    recommendation = _recommendation(request, promised.recommendation_id if may_see(request.member, promised) else pk)
    insist(rules.may_take_back, request, promised)

    def take_back(form: TakeBackForm) -> Record:
        return actions.withdraw_pledge(pledge=promised, **form.arguments())

    desk = Desk("pledge-withdraw", line_of(recommendation), promised.handling, done="pledge-taken-back")
    return edit(request, TakeBackForm, desk, take_back)


@asks_first
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Report what became of a recommendation or of a pledge."""
    recommendation = _recommendation(request, pk)
    insist(rules.may_report, request, recommendation)
    own = recommendation.pledges.filter(institution=request.member.institution).exclude(state=WITHDRAWN)

    def make(form: ReportForm) -> Record:
        source = None
        if form.cleaned_data["source_title"]:
            noted = {"institution": request.member.institution, "handling": recommendation.handling}
            source = claims.note_source(**noted, **form.source())
        return actions.make_report(recommendation=recommendation, source=source, **form.arguments())

    initial = {"pledges": own, "pledge": request.GET.get("pledge")}
    desk = Desk("report-make", line_of(recommendation), recommendation.handling, initial=initial, done="report-made")
    return edit(request, ReportForm, desk, make)


@asks_first
def withdraw_report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a report back, after asking why."""
    said = found(Report.objects.filter(pk=pk).exclude(state=WITHDRAWN).select_related("institution").first())
    recommendation = _recommendation(request, said.about_id if may_see(request.member, said) else pk)
    insist(rules.may_correct, request, said)
    back = line_of(recommendation)
    desk = Desk("report-withdraw", back, record=said, done="report-taken-back")
    return withdraw(request, desk, back.url, lambda reason: actions.withdraw_report(report=said, reason=reason))


@asks_first
def carry_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take open recommendations of an earlier strategy over into this one."""
    strategy = _strategy(request, pk)
    insist(rules.may_change_strategy, request, strategy)
    others = to_take_over(strategy, request.member)
    earlier = next((other for other in others if str(other.pk) == request.GET.get("from")), None)
    context = {"strategy": strategy, "earlier": earlier, "others": [_choice(strategy, other) for other in others]}
    if earlier is None:
        return render(request, "strategy/carry_over.html", context)
    listed = open_ones(earlier, request.member)
    form = TakeOverForm(listed, request.POST if request.method == "POST" else None)
    if form.is_valid():
        chosen = set(form.cleaned_data["recommendations"])
        taken = [one.recommendation for one in listed if str(one.recommendation.pk) in chosen]
        drafted = actions.carry_over(strategy=strategy, recommendations=taken)
        messages.success(request, words.say("taken-over", count=len(drafted)))
        return redirect(line_of(strategy).url)
    return render(request, "strategy/carry_over.html", {**context, "form": form}, status=400 if form.is_bound else 200)


def _choice(strategy: Strategy, other: Strategy) -> Line:
    return Line(other.text, f"{reverse('strategy:carry-over', args=[strategy.pk])}?from={other.pk}")


def _strategy(request: HttpRequest, pk: UUID) -> Strategy:
    return found(queries.find_strategy(request.member, pk))


def _recommendation(request: HttpRequest, pk: UUID) -> Recommendation:
    return found(queries.find_recommendation(request.member, pk))
