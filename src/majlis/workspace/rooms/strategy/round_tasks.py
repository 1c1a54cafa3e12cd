"""Closing a round at the end of the day that was set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django_tasks import task

from majlis.workspace.commons.actions import acting
from majlis.workspace.rooms.strategy import actions
from majlis.workspace.rooms.strategy.models import Recommendation, Round, RoundState, Strategy


@transaction.atomic
def plan_round(
    *, strategy: Strategy, recommendations: Sequence[Recommendation] | None, closes_at: datetime | None
) -> Round:
    """Open a round and plan its closing, neither without the other."""
    opened = actions.open_round(strategy=strategy, recommendations=recommendations, closes_at=closes_at)
    if closes_at is not None:
        close_round_as_planned.using(run_after=closes_at).enqueue(str(opened.pk))
    return opened


@task()
def close_round_as_planned(round_id: str) -> None:
    """Close a round in the name of who opened it with that day; nothing happens where it is closed already."""
    with transaction.atomic():
        found = Round.objects.select_for_update().get(pk=UUID(round_id))
        if found.state == RoundState.OPEN:
            with acting(found.author):
                actions.close_round(closed=found)
