"""The pages of rounds: opening one, answering, closing, reading what was written, and what came out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import csv_tables, words
from majlis.workspace.commons.editing import asks_first, found, insist
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.keys import KeyGone
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.typed import kept
from majlis.workspace.rooms.strategy import actions, queries, round_tasks, rounds, rules
from majlis.workspace.rooms.strategy.models import Round, RoundState, Strategy
from majlis.workspace.rooms.strategy.round_forms import LastDayForm, RatingForm, ReadingForm, RoundForm

COLUMNS = (
    "code",
    "measure",
    "n",
    "median",
    "lower_quartile",
    "upper_quartile",
    "share_7_9",
    "share_1_3",
    "disagreement",
)


@require_safe
def index(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List the rounds of a strategy."""
    strategy = _strategy(request, pk)
    listed = rounds.rounds_of(strategy, request.member)
    context = {
        "strategy": strategy,
        "rounds": listed,
        "may_change": rules.may_change_strategy(request.member, strategy),
        "open": any(one.state == RoundState.OPEN for one in listed),
        "to_end": bool(listed) and all(one.state != RoundState.OPEN for one in listed) and rounds.series(strategy),
    }
    return render(request, "strategy/rounds.html", context)


@asks_first
def open_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open a round on the drafts."""
    strategy = _strategy(request, pk)
    insist(rules.may_change_strategy, request, strategy)
    drafts = rounds.drafts_of(strategy, request.member)
    form, refusal = RoundForm(request.POST or None, drafts), ""
    if form.is_valid():
        try:
            opened = round_tasks.plan_round(
                strategy=strategy, recommendations=form.chosen(), closes_at=form.closes_at(strategy.institution)
            )
        except Refused as refused:
            refusal = words.say(refused.rule)
        else:
            messages.success(request, words.say("round-opened", number=opened.number))
            return redirect("strategy:round", opened.pk)
    context = {"strategy": strategy, "form": form, "drafts": drafts, "refusal": refusal}
    return render(request, "strategy/round_open.html", context, status=400 if form.is_bound else 200)


@asks_first
def show_round(request: HttpRequest, pk: UUID, only: UUID | None = None) -> HttpResponse:
    """Answer a round, as one form or one text at a time; once it is closed, show what came out."""
    if request.method == "POST" and request.member is None:
        return kept(request, words.say("kept-signed-out"))
    asked_round = rounds.find_round(request.member, pk)
    if request.method == "POST" and asked_round is None:
        return kept(request, words.say("round-text-not-asked"))
    asked_round = found(asked_round)
    if asked_round.state != RoundState.OPEN and request.method != "POST":
        return _outcome(request, asked_round)
    return _answering(request, asked_round, only)


@asks_first
def close_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a round, after saying what that does."""
    asked_round = found(rounds.find_round(request.member, pk))
    insist(rules.may_close_round, request, asked_round)
    if request.method == "POST":
        _tell(request, lambda: actions.close_round(closed=asked_round), "round-closed-now")
        return redirect("strategy:round", pk)
    context = {"round": asked_round, "strategy": asked_round.strategy, "sure": "close"}
    return render(request, "strategy/round_sure.html", context)


@asks_first
def move_closing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give an open round another last day."""
    asked_round = found(rounds.find_round(request.member, pk))
    insist(rules.may_close_round, request, asked_round)
    form, refusal = LastDayForm(request.POST if request.method == "POST" else None, initial=_last_day(asked_round)), ""
    if form.is_valid():
        try:
            round_tasks.plan_anew(moved=asked_round, closes_at=form.closes_at(asked_round.institution))
        except Refused as refused:
            refusal = words.say(refused.rule)
        else:
            messages.success(request, words.say("round-day-moved"))
            return redirect("strategy:round", pk)
    context = {"round": asked_round, "strategy": asked_round.strategy, "form": form, "refusal": refusal}
    return render(request, "strategy/round_day.html", context, status=400 if form.is_bound else 200)


@asks_first
def end_rounds(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End the series of rounds, after saying what that does."""
    strategy = _strategy(request, pk)
    insist(rules.may_change_strategy, request, strategy)
    if request.method == "POST":
        _tell(request, lambda: actions.end_rounds(strategy=strategy), "rounds-ended-now")
        return redirect("strategy:rounds", pk)
    return render(request, "strategy/round_sure.html", {"strategy": strategy, "sure": "end"})


@asks_first
def read_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read the reasons and wordings of a closed round before others see them."""
    closed = found(rounds.find_round(request.member, pk))
    insist(rules.may_close_round, request, closed)
    form = ReadingForm(request.POST if request.method == "POST" else None, _texts(closed), _held(closed))
    if request.method == "POST" and form.is_valid():
        _tell(request, lambda: actions.read_round(closed=closed, held=form.held()), "round-read-now")
        return redirect("strategy:round", pk)
    status = 400 if form.is_bound else 200
    return render(request, "strategy/round_read.html", {"round": closed, "form": form}, status=status)


@require_safe
def outcome_csv(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give what came out of a closed round as a table; a text with fewer than five raters has empty cells."""
    closed = found(rounds.find_round(request.member, pk))
    came = rounds.outcome_of(found(closed if closed.answers is not None else None))
    lines = []
    for asked in rounds.asked_in(closed, request.member):
        got = came.get(str(asked.recommendation.pk), {})
        numbers = [got.get(name, "") for name in ("n", "median", "low", "high", "agree", "reject", "disagreement")]
        shown = ["" if number is None else str(number).lower() for number in numbers]
        lines.append([asked.recommendation.code, asked.text.in_language(words.language()).text, *shown])
    content = csv_tables.MARK + csv_tables.written(COLUMNS, lines)
    return attachment(HttpResponse(content, content_type="text/csv; charset=utf-8"), f"round-{closed.number}-{pk}.csv")


def _answering(request: HttpRequest, asked_round: Round, only: UUID | None) -> HttpResponse:
    """Show the forms, or save what changed; what comes too late comes back to its writer."""
    asked = rounds.asked_in(asked_round, request.member)
    chosen = [a for a in asked if only is None or a.recommendation.pk == only]
    own = rounds.own_answers(asked_round, request.member)
    data = request.POST if request.method == "POST" else None
    forms = [RatingForm(data, a, own.get(a.recommendation.pk)) for a in chosen]
    status, refusal = 200, ""
    if data is not None:
        status, refusal = _saved(request, asked_round, forms)
        if not status:
            return redirect(_next(asked_round, [a.recommendation.pk for a in asked], only))
    asked_round.refresh_from_db()
    context = {
        "round": asked_round,
        "strategy": asked_round.strategy,
        "forms": _beside(asked_round, forms, request.member),
        "refusal": refusal,
        "wrong": status == 400,
        "takes": rounds.takes_answers(asked_round),
        "only": only,
        "asked": asked,
        "answered": set(own),
        "may_close": rules.may_close_round(request.member, asked_round),
    }
    return render(request, "strategy/round_answer.html", context, status=status)


def _saved(request: HttpRequest, asked_round: Round, forms: Sequence[RatingForm]) -> tuple[int, str]:
    """Save what changed and give no status; else the status of the page, and why nothing was saved."""
    valid = [form.is_valid() for form in forms]
    if not all(valid):
        return 400, ""
    given = [answer for form in forms if (answer := form.answer())]
    try:
        if given:
            actions.answer_round(asked_in=asked_round, answers=given)
    except Refused as refused:
        return 409, words.say(refused.rule)
    except KeyGone:
        return 409, words.say("round-key-gone")
    messages.success(request, words.say("round-saved", count=len(given)))
    return 0, ""


def _next(asked_round: Round, asked: Sequence[UUID], only: UUID | None) -> str:
    """Lead to the text after the one that was answered; after the last, and from the whole form, to the round."""
    place = asked.index(only) + 1 if only in asked else len(asked)
    if place < len(asked):
        return reverse("strategy:round-text", args=[asked_round.pk, asked[place]])
    return reverse("strategy:round", args=[asked_round.pk])


def _beside(asked_round: Round, forms: Sequence[RatingForm], member: Any) -> list[dict[str, Any]]:
    """Put beside each form what the member and the group answered in the round before."""
    before = rounds.round_before(asked_round)
    own = rounds.own_answers(before, member) if before else {}
    group = rounds.outcome_of(before) if before else {}
    return [
        {
            "form": form,
            "asked": form.asked,
            "before": before,
            "own_before": own.get(form.asked.recommendation.pk),
            "group_before": group.get(str(form.asked.recommendation.pk)),
        }
        for form in forms
    ]


def _outcome(request: HttpRequest, closed: Round) -> HttpResponse:
    came, held = rounds.outcome_of(closed), _held(closed)
    own = rounds.own_answers(closed, request.member)
    rows = []
    for asked in rounds.asked_in(closed, request.member):
        got = came.get(str(asked.recommendation.pk), {})
        texts = {
            name: [Text.from_dict(t["text"]) for t in got.get(name, []) if t["digest"] not in held]
            for name in ("reasons", "wordings")
        }
        rows.append({"asked": asked, "got": got, "own": own.get(asked.recommendation.pk), **texts})
    context = {
        "round": closed,
        "strategy": closed.strategy,
        "rows": rows,
        "read": (closed.answers or {}).get("read", False),
        "written": len(_texts(closed)),
        "held": len(held),
        "may_close": rules.may_close_round(request.member, closed),
    }
    return render(request, "strategy/round_outcome.html", context)


def _last_day(asked_round: Round) -> dict[str, date | None]:
    """The last day by the institution's clocks: the day before the moment at which the round closes."""
    if asked_round.closes_at is None:
        return {"closes_on": None}
    ends = asked_round.closes_at.astimezone(words.zone_of(asked_round.institution.locale))
    return {"closes_on": (ends - timedelta(microseconds=1)).date()}


def _texts(closed: Round) -> dict[str, Text]:
    lines = [
        text
        for got in rounds.outcome_of(closed).values()
        for name in ("reasons", "wordings")
        for text in got.get(name, [])
    ]
    return {line["digest"]: Text.from_dict(line["text"]) for line in lines}


def _held(closed: Round) -> dict[str, str]:
    return (closed.answers or {}).get("held", {})


def _tell(request: HttpRequest, act: Any, key: str) -> None:
    """Carry out an act and say so; where it is refused, say why."""
    try:
        act()
    except Refused as refused:
        messages.warning(request, words.say(refused.rule))
    else:
        messages.success(request, words.say(key))


def _strategy(request: HttpRequest, pk: UUID) -> Strategy:
    return found(queries.find_strategy(request.member, pk) if request.member else None)
