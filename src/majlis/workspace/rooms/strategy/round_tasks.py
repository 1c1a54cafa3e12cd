"""Closing a round at the end of the day that was set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from majlis.workspace.commons.actions import acting, current_actor
from majlis.workspace.commons.models import Member
from majlis.workspace.rooms.strategy import actions
from majlis.workspace.rooms.strategy.models import Recommendation, Round, RoundState, Strategy


@transaction.atomic
def plan_round(
    *, strategy: Strategy, recommendations: Sequence[Recommendation] | None, closes_at: datetime | None
) -> Round:
    """Open a round and plan its closing, neither without the other."""
    opened = actions.open_round(strategy=strategy, recommendations=recommendations, closes_at=closes_at)
    return _planned(opened)


@transaction.atomic
def plan_anew(*, moved: Round, closes_at: datetime | None) -> Round:
    """Move a round's last day and plan its closing for the new one; what was planned before finds nothing to do."""
    return _planned(actions.move_closing(closed=moved, closes_at=closes_at))


def _planned(held: Round) -> Round:
    if held.closes_at is not None:
        setter = str(current_actor().pk)
        close_round_as_planned.using(run_after=held.closes_at).enqueue(str(held.pk), setter)
    return held


@task()
def close_round_as_planned(round_id: str, set_by: str = "") -> None:
    """Close a round in the name of who set that day; nothing happens where it is closed or the day was moved."""
    with transaction.atomic():
        found = Round.objects.select_for_update().get(pk=UUID(round_id))
        is_due = found.closes_at is not None and found.closes_at <= timezone.now()
        if found.state == RoundState.OPEN and is_due:
            with acting(Member.objects.get(pk=UUID(set_by)) if set_by else found.author):
                actions.close_round(closed=found)
