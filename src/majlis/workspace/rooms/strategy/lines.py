"""What the room tells the front page, the desk and other rooms."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy


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
