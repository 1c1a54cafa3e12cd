"""What the room tells the front page, the desk and other rooms."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.rooms import Line
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.following.pages import BecamePage
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


def what_became(strategy: Strategy, member: Member | None) -> Line | None:
    """The line on what became of a strategy's recommendations; None where the reader sees nothing adopted."""
    page = BecamePage(strategy, member)
    if not page.followed:
        return None
    note = " · ".join(words.say("became-count", what=what, count=count) for what, count in page.counts)
    return Line(strategy.text, reverse("strategy:became", args=[strategy.pk]), note)
