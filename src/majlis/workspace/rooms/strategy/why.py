"""Why this recommendation? The chain beneath it as a page, as a picture, and as W3C PROV."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from babel.lists import format_list
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from majlis.workspace.commons import words
from majlis.workspace.commons.editing import found
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.models import Run
from majlis.workspace.commons.rules import may_recompute
from majlis.workspace.commons.why import Reading
from majlis.workspace.commons.why.grounds import id_of
from majlis.workspace.commons.why.picture import Picture, picture_of
from majlis.workspace.commons.why.prov import Decision, provenance
from majlis.workspace.commons.why.steps import Change, changes_of, parts_of
from majlis.workspace.rooms.strategy import basis, queries
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy

FINDING, SOURCE, QUESTIONS, RECOMMENDATION = (
    *("commons.finding", "commons.source"),
    *("consultations.consultation", "strategy.recommendation"),
)


@require_safe
def why(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what a recommendation rests on, link by link, and what of it has changed."""
    asked = found(queries.find_recommendation(request.member, pk))
    reading = basis.why([asked], request.member)
    parts = parts_of(reading)
    context = {
        "recommendation": asked,
        "lead": lead_of(reading, asked),
        "parts": parts,
        "changes": [_touching(request, asked, change) for change in changes_of(reading)],
        "reading": reading,
        "hidden": len(reading.hidden),
        "gone": len(reading.gone),
        "picture": drawn(asked, reading),
        "repeatable": _repeatable(request, parts),
    }
    return render(request, "strategy/why.html", context)


@require_safe
def picture(request: HttpRequest, pk: UUID, form: str) -> HttpResponse:
    """Give the picture of the chain as a file."""
    asked = found(queries.find_recommendation(request.member, pk))
    made = drawn(asked, basis.why([asked], request.member))
    content, kind = (made.to_svg(on_page=False), "image/svg+xml") if form == "svg" else (made.to_png(), "image/png")
    return attachment(HttpResponse(content, content_type=kind), f"why-{asked.code}-v{asked.version}.{form}")


@require_safe
def prov(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the chain of a recommendation as PROV JSON-LD."""
    asked = found(queries.find_recommendation(request.member, pk))
    document = provenance(basis.why([asked], request.member), [asked], decisions_of([asked]))
    return _json_ld(document, f"why-{asked.code}-v{asked.version}.jsonld")


@require_safe
def of_strategy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what a whole strategy rests on, and which of its recommendations are amber."""
    strategy = found(queries.find_strategy(request.member, pk))
    shown = queries.recommendations_of(strategy, request.member)
    reading = basis.why(shown, request.member)
    amber, counted = reading.basis.ambers, basis.grounds_of(shown)
    context = {
        "strategy": strategy,
        "lead": lead_of(reading, strategy),
        "lines": [(one, counted.get(one.pk, 0), id_of(one.pk) in amber) for one in shown],
        "amber": sum(id_of(one.pk) in amber for one in shown),
        "changes": [_touching(request, None, change) for change in changes_of(reading)],
        "hidden": len(reading.hidden),
        "hides_amber": reading.hides_amber,
    }
    return render(request, "strategy/why_strategy.html", context)


def lead_of(reading: Reading, asked: Recommendation | Strategy) -> str:
    """Say in one sentence on what it rests."""
    counts = reading.counts()
    told = [_findings(reading)] if counts[FINDING] else []
    told += [words.say("why-sources", count=counts[SOURCE])] if counts[SOURCE] else []
    earlier = counts[RECOMMENDATION] if isinstance(asked, Recommendation) else 0
    told += [words.say("why-recommendations", count=earlier)] if earlier else []
    known = counts[FINDING] + counts[SOURCE] + earlier
    others = sum(count for kind, count in counts.items() if _is_ground(kind)) - known
    told += [words.say("why-others", count=others)] if others > 0 else []
    if not told:
        return words.say("why-lead-hidden") if reading.hidden else words.say("why-lead-nothing")
    grounds = format_list(told, locale=words.locale_tag().replace("-", "_"))
    key = "why-lead" if isinstance(asked, Recommendation) else "why-lead-strategy"
    return words.plain(words.say(key, grounds=grounds))


def drawn(asked: Recommendation, reading: Reading) -> Picture:
    """The picture of a recommendation's chain."""
    said = asked.text.in_language(words.language()).text
    return picture_of(reading, words.say_plain("why-picture-top", code=asked.code), said)


def decisions_of(recommendations: list[Recommendation]) -> list[Decision]:
    """By which offices the recommendations were adopted."""
    adopted = [one for one in recommendations if one.decided_on and one.office]
    return [Decision(one, one.office, datetime.combine(one.decided_on, time(), UTC)) for one in adopted]


def _findings(reading: Reading) -> str:
    """How many findings, from how many questions, with how many voters."""
    counts = reading.counts()
    findings = words.say("why-findings", count=counts[FINDING])
    asked = counts[QUESTIONS]
    if not asked:
        return findings
    consultations = words.say("why-consultations", count=asked)
    if (people := reading.people()) is None:
        return words.say("why-findings-from", findings=findings, consultations=consultations)
    voters = words.say("why-voters", count=people)
    return words.say("why-findings-voters", findings=findings, consultations=consultations, voters=voters)


def _is_ground(kind: str) -> bool:
    """Whether it is something said, and not the run or the question behind it."""
    return kind not in {"commons.run", QUESTIONS, "commons.question"}


def _touching(request: HttpRequest, asked: Recommendation | None, change: Change) -> dict[str, Any]:
    """A change with what it touches besides the recommendation that was asked about."""
    record, member = change.step.record, request.member
    touched, newer = basis.touched_by(record, member), basis.newer(record, member)
    others = [one for one in touched.recommendations if asked is None or one.pk != asked.pk]
    return {"change": change, "others": others, "touched": touched, "newer": newer}


def _repeatable(request: HttpRequest, parts: list[Any]) -> set[str]:
    """The runs that the reader may have computed again."""
    steps = [step for part in parts for step in (*part.listed, *part.folded)]
    runs = [step for step in steps if isinstance(step.record, Run)]
    return {step.id for step in runs if may_recompute(request.member, step.record)}


def _json_ld(document: dict[str, Any], name: str) -> HttpResponse:
    options = {"ensure_ascii": False, "indent": 1}
    response = JsonResponse(document, json_dumps_params=options, content_type="application/ld+json")
    return attachment(response, name)
