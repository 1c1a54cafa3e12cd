"""Asking for a map."""

from __future__ import annotations

from django.db import transaction

from majlis.engine.errors import Withheld
from majlis.workspace.commons.models import Run
from majlis.workspace.commons.tasks import request_run
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Consultation


@transaction.atomic
def request_map(*, consultation: Consultation) -> Run:
    """Queue the consultation's map, or give the one that is under way or already final.

    While votes come in the map is provisional, and a new one needs at least five voters more than the last (charter
    C04): two maps that differ by fewer would show what those few said. Raises Withheld. A provisional map that is still
    under way when voting closes does not stand in for the final one.
    """
    # One at a time: two maps asked for in the same moment could differ by a single voter.
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    under_way = queries.map_under_way(consultation)
    if under_way is not None and under_way.provisional is not consultation.is_closed:
        return under_way
    last = queries.latest_map(consultation)
    if last is not None and not last.provisional:
        return last
    if last is not None and not consultation.is_closed:
        _insist_on_new_voters(consultation, last)
    return request_run(
        institution=consultation.institution,
        analysis=queries.MAP,
        question=consultation,
        provisional=not consultation.is_closed,
        stands_on=list(queries.statements_of(consultation)),
    )


def _insist_on_new_voters(consultation: Consultation, last: Run) -> None:
    # The last map left out the newest voters, and so will this one. A number held back is a map that shows nothing.
    before = last.result["result"]["participants"]["voted"] or 0
    if queries.voter_count(consultation) - before < 2 * queries.NEW_VOTERS:
        raise Withheld("map-needs-new-voters")
