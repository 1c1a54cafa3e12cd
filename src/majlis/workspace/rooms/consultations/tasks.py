"""Asking for a map, and closing at a set time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django_tasks import task

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Run
from majlis.workspace.commons.tasks import request_run
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Consultation


@transaction.atomic
def request_map(*, consultation: Consultation) -> Run:
    """Queue the map of a closed consultation, or give the one that is under way or done.

    While votes come in there is no map: two maps a few votes apart would show what those few said (charter C04). Raises
    Refused for a consultation that is not closed.
    """
    # One at a time, so that two who ask in the same moment get one map.
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if not consultation.is_closed:
        raise Refused("map-after-closing")
    return (
        queries.map_under_way(consultation)
        or queries.latest_map(consultation)
        or request_run(
            institution=consultation.institution,
            analysis=queries.MAP,
            question=consultation,
            stands_on=list(queries.statements_seen(consultation)),
        )
    )


@transaction.atomic
def plan_closing(*, consultation: Consultation, at: datetime) -> Consultation:
    """Schedule the closing and the task that carries it out, neither without the other."""
    planned = actions.schedule_closing(consultation=consultation, at=at)
    close_as_planned.using(run_after=at).enqueue(str(planned.pk), at.isoformat())
    return planned


@task()
def close_as_planned(consultation_id: str, planned_for: str) -> None:
    """Close the voting in the name of who scheduled it and have the map computed.

    Does nothing where the consultation is closed already or the closing was changed or cancelled since: each change has
    a task of its own. A worker that was down closes late, and the closing report says so.
    """
    with transaction.atomic():
        found = Consultation.objects.select_for_update().get(pk=UUID(consultation_id))
        at = datetime.fromisoformat(planned_for)
        if not found.is_open or found.closes_at != at:
            return
        with acting(found.closes_by):
            closed = actions.close_consultation(consultation=found, planned_for=at)
            request_map(consultation=closed)
