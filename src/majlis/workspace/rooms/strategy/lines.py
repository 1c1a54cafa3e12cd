"""What the room tells the front page, the desk and other rooms."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Edition, Recommendation, Round, Strategy


def published() -> Iterable[Line]:
    """Strategies that everybody may see."""
    return [of_strategy(strategy) for strategy in queries.listed(None)]


def awaiting(member: Member) -> Iterable[Line]:
    """Strategies of the member's own institution."""
    return [of_strategy(s) for s in queries.listed(member) if s.institution_id == member.institution_id]


def of_strategy(strategy: Strategy) -> Line:
    """The line that leads to a strategy."""
    return Line(strategy.text, reverse("strategy:detail", args=[strategy.pk]))


def of_recommendation(recommendation: Recommendation) -> Line:
    """The line that leads to a version of a recommendation."""
    return Line(recommendation.text, reverse("strategy:recommendation", args=[recommendation.pk]), recommendation.code)


def of_round(asked_round: Round) -> Line:
    """The line that leads to a round."""
    return Line(words.say("round-number", number=asked_round.number), reverse("strategy:round", args=[asked_round.pk]))


def of_edition(edition: Edition) -> Line:
    """The line that leads to an edition."""
    return Line(words.say("edition-number", number=edition.number), reverse("strategy:edition", args=[edition.pk]))
