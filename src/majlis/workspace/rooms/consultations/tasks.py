"""Asking for a map."""

from __future__ import annotations

from django.db import transaction

from majlis.engine.errors import Refused
from majlis.workspace.commons.models import Run
from majlis.workspace.commons.tasks import request_run
from majlis.workspace.rooms.consultations import queries
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
