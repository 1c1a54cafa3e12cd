"""Where the room meets the opinion map: its rows in, the engine's result out."""

from __future__ import annotations

from majlis.engine.analysis import Progress, find_analysis
from majlis.engine.opinion import OpinionMap
from majlis.engine.opinion.votes import Votes
from majlis.workspace.commons.analyses import carries_out
from majlis.workspace.commons.models import Run
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.consultations.queries import MAP, ballots_of


@carries_out(MAP)
def carry_out_map(run: Run, progress: Progress) -> OpinionMap:
    """Compute the map of the closed consultation that the run is about."""
    votes = Votes.from_ballots(ballots_of(Consultation.objects.get(pk=run.question_id)))
    return find_analysis(MAP).run(votes, progress=progress, seed=run.seed, **run.parameters)


def map_of(run: Run) -> OpinionMap:
    """Give the result of a finished run back as the engine's value."""
    return OpinionMap.restore(run.result)
