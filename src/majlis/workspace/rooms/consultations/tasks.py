"""Asking for a map."""

from __future__ import annotations

from majlis.engine.errors import Withheld
from majlis.workspace.commons.models import Run
from majlis.workspace.commons.tasks import request_run
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Consultation


def request_map(*, consultation: Consultation) -> Run:
    """Queue the consultation's map, or give the one that is under way or already final.

    While votes come in the map is provisional, and a new one needs at least five voters more than the last (charter
    C04): two maps that differ by fewer would show what those few said. Raises Withheld.
    """
    if under_way := queries.map_under_way(consultation):
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
    # The last map left out the newest voters, and so will this one.
    before = last.result["result"]["participants"]["voted"]
    if queries.voter_count(consultation) - before < 2 * queries.NEW_VOTERS:
        raise Withheld("map-needs-new-voters")
