"""What the room tells the front page, the desk and other rooms."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.following.pages import BecamePage, asked_of, open_pledges
from majlis.workspace.rooms.strategy.models import Edition, Recommendation, Round, Strategy


def published() -> Iterable[Line]:
    """Strategies that everybody may see."""
    return [of_strategy(strategy) for strategy in queries.listed(None)]


def awaiting(member: Member) -> Iterable[Line]:
    """The institution's strategies, and what it promised or was asked to do and did not report as done."""
    own = [s for s in queries.listed(member) if s.institution_id == member.institution_id]
    return [*map(of_strategy, own), *_promised(member), *_asked(member)]


def of_strategy(strategy: Strategy) -> Line:
    """The line that leads to a strategy."""
    return Line(strategy.text, reverse("strategy:detail", args=[strategy.pk]), handling=strategy.handling)


def of_recommendation(recommendation: Recommendation) -> Line:
    """The line that leads to a version of a recommendation."""
    address = reverse("strategy:recommendation", args=[recommendation.pk])
    return Line(recommendation.text, address, recommendation.code, handling=recommendation.handling)


def _promised(member: Member) -> Iterable[Line]:
    for one in open_pledges(member):
        note = words.say("pledge-due", date=one.due_on) if one.due_on else words.say("pledge-open")
        address = reverse("strategy:recommendation", args=[one.recommendation_id])
        yield Line(one.text, address, note, due=one.due_on, handling=one.handling)


def _asked(member: Member) -> Iterable[Line]:
    for one in asked_of(member):
        day = one.recommendation.due_on
        note = words.say("became-due", date=day) if day else one.in_words
        address = reverse("strategy:recommendation", args=[one.recommendation.pk])
        yield Line(one.recommendation.text, address, note, due=day, handling=one.recommendation.handling)


def what_became(strategy: Strategy, member: Member | None) -> Line | None:
    """The line on what became of a strategy's recommendations; None where the reader sees nothing adopted."""
    page = BecamePage(strategy, member)
    if not page.followed:
        return None
    note = " · ".join(words.say("became-count", what=what, count=count) for what, count in page.counts)
    return Line(strategy.text, reverse("strategy:became", args=[strategy.pk]), note)


def of_round(asked_round: Round) -> Line:
    """The line that leads to a round."""
    return Line(words.say("round-number", number=asked_round.number), reverse("strategy:round", args=[asked_round.pk]))


def of_edition(edition: Edition) -> Line:
    """The line that leads to an edition."""
    return Line(words.say("edition-number", number=edition.number), reverse("strategy:edition", args=[edition.pk]))
