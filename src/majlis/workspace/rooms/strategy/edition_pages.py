"""The pages of editions: releasing one, reading it, and comparing any two, or one with what stands now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.engine.messages import format_date
from majlis.workspace.commons import csv_tables, words
from majlis.workspace.commons.editing import asks_first, found, insist
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.models import Institution, Member
from majlis.workspace.commons.models.records import find
from majlis.workspace.commons.once import once
from majlis.workspace.commons.queries import may_see
from majlis.workspace.rooms.strategy import actions, comparing, editions, queries, rules
from majlis.workspace.rooms.strategy.comparing import Held, Kind, MeasureChange, Profile
from majlis.workspace.rooms.strategy.models import Edition, Strategy
from majlis.workspace.rooms.strategy.round_forms import ReleaseForm

NOW = "now"
KINDS = (Kind.ADDED, Kind.DROPPED, Kind.CHANGED, Kind.SAME)
COLUMNS = ("code", "what", "part", "language", "old", "new")
PROFILE = ("participation", "basis", "measurable", "indicator", "deadline", "rights")


@dataclass(frozen=True)
class Side:
    """One side of a comparison: an edition, or what stands now (None)."""

    edition: Edition | None
    held: list[Held]
    profile: Profile

    @property
    def key(self) -> str:
        """Its name in addresses."""
        return str(self.edition.pk) if self.edition else NOW

    @property
    def name(self) -> str:
        """Its name in words."""
        return words.say("edition-number", number=self.edition.number) if self.edition else words.say("edition-now")


@require_safe
def index(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List the editions of a strategy."""
    strategy = found(queries.find_strategy(request.member, pk))
    context = {
        "strategy": strategy,
        "editions": editions.editions_of(strategy, request.member),
        "may_release": rules.may_release(request.member, strategy),
    }
    return render(request, "strategy/editions.html", context)


@asks_first
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Release what stands adopted as the next edition."""
    strategy = found(queries.find_strategy(request.member, pk))
    insist(rules.may_release, request, strategy)
    form = ReleaseForm(request.POST or None, initial={"released_on": timezone.localdate()})
    refusal = ""
    if form.is_valid():

        def released() -> str:
            edition = actions.release(strategy=strategy, **form.arguments())
            messages.success(request, words.say("edition-released", number=edition.number))
            return reverse("strategy:edition", args=[edition.pk])

        try:
            return redirect(once(request, released))
        except Refused as refused:
            refusal = words.say(refused.rule)
    standing = editions.standing_now(strategy, request.member)
    context = {"strategy": strategy, "form": form, "refusal": refusal, "standing": standing}
    return render(request, "strategy/edition_release.html", context, status=400 if form.is_bound else 200)


@require_safe
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an edition as it was released."""
    edition = found(editions.find_edition(request.member, pk))
    held = editions.recommendations_in(edition, request.member)
    others = [e for e in editions.editions_of(edition.strategy, request.member) if e.number < edition.number]
    side = _side(edition, edition.strategy, request.member)
    context = {
        "edition": edition,
        "strategy": edition.strategy,
        "recommendations": held,
        "hidden": len(edition.contents) - len(held),
        "before": others[0] if others else None,
        "profile": _profile_rows(None, side),
        "names": [side.name],
    }
    return render(request, "strategy/edition.html", context)


@require_safe
def compare(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Compare two editions, or one with what stands now, by measure."""
    strategy = found(queries.find_strategy(request.member, pk))
    listed = editions.editions_of(strategy, request.member)
    if not listed:
        return render(request, "strategy/compare.html", {"strategy": strategy})
    before, after = _sides(request, strategy, listed)
    changes = _changes(before, after, request.member)
    counted = comparing.counts(changes)
    context = {
        "strategy": strategy,
        "before": before,
        "after": after,
        "choices": [
            *((str(e.pk), words.say("edition-number", number=e.number)) for e in listed),
            (NOW, words.say("edition-now")),
        ],
        "counted": [(kind.value, counted[kind.value]) for kind in KINDS],
        "grouped": [(kind.value, [c for c in changes if c.kind == kind]) for kind in KINDS if counted[kind.value]],
        "profile": _profile_rows(before, after),
        "names": [before.name, after.name],
    }
    return render(request, "strategy/compare.html", context)


@require_safe
def compare_csv(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the comparison as a table, in the reader's language."""
    strategy = found(queries.find_strategy(request.member, pk))
    listed = editions.editions_of(strategy, request.member)
    before, after = _sides(request, strategy, found(listed or None))
    rows = [row for change in _changes(before, after, request.member) for row in _rows(change)]
    content = csv_tables.MARK + csv_tables.written(COLUMNS, rows)
    return attachment(HttpResponse(content, content_type="text/csv; charset=utf-8"), f"comparison-{pk}.csv")


def _rows(change: MeasureChange) -> list[list[str]]:
    if change.parts:
        return [[change.code, change.kind, p.name, p.new.language, p.old.text, p.new.text] for p in change.parts]
    shown = [side.text("text").in_language(words.language()).text if side else "" for side in (change.old, change.new)]
    return [[change.code, change.kind, "text", words.language(), *shown]]


def _sides(request: HttpRequest, strategy: Strategy, listed: list[Edition]) -> tuple[Side, Side]:
    """Read which two are compared; without a word, the newest edition with what stands now."""
    known = {**{str(edition.pk): edition for edition in listed}, NOW: None}
    names = request.GET.get("before", str(listed[0].pk)), request.GET.get("after", NOW)
    if not set(names) <= set(known):
        raise Http404
    before, after = (_side(known[name], strategy, request.member) for name in names)
    return before, after


def _side(edition: Edition | None, strategy: Strategy, member: Member | None) -> Side:
    standing = editions.recommendations_in(edition, member) if edition else editions.standing_now(strategy, member)
    held = editions.held(standing)
    return Side(edition, held, comparing.profile(held, editions.asked_findings(held)))


def _changes(before: Side, after: Side, member: Member | None) -> list[MeasureChange]:
    basis = {f"{x['id']} {x['digest']}": x for side in (before, after) for one in side.held for x in one.basis}
    terms = {term.code: term.labels.in_language(words.language()).text for term in queries.dimensions()}

    def label(part: str, value: str) -> str:
        if part == "basis":
            return _basis_in_words(basis[value], member)
        if part == "addressed_to":
            body = Institution.objects.filter(pk=value).first()
            return body.name.in_language(words.language()).text if body else value
        return (
            format_date(date.fromisoformat(value), words.locale_tag()) if part == "due_on" else terms.get(value, value)
        )

    return comparing.compare(before.held, after.held, words.language(), label)


def _basis_in_words(line: Any, member: Member | None) -> str:
    """Give the words of something that a text rests on, where the reader may see it."""
    try:
        seen = may_see(member, find(line["kind"], line["id"]))
    except ObjectDoesNotExist:
        seen = False
    return line["words"].get(words.language(), "") if seen else words.say("compared-basis-hidden")


def _profile_rows(before: Side | None, after: Side) -> list[dict[str, Any]]:
    """Give the profile line by line: how many of how many, before and after."""
    sides = [side.profile for side in (before, after) if side]
    rows = [
        {
            "name": f"profile-{name}",
            "cells": [words.say("profile-of", count=getattr(p, name), all=p.count) for p in sides],
        }
        for name in PROFILE
    ]
    terms = queries.dimensions()
    covered = [[t.labels.in_language(words.language()).text for t in terms if t.code in p.dimensions] for p in sides]
    missing = [
        [t.labels.in_language(words.language()).text for t in terms if t.code not in p.dimensions] for p in sides
    ]
    for name, listed in (("profile-dimensions", covered), ("profile-dimensions-empty", missing)):
        rows.append({"name": name, "cells": [" · ".join(labels) or words.say("profile-none") for labels in listed]})
    return rows
