"""Where the room meets the opinion map: its rows in, the engine's result out."""

from __future__ import annotations

from majlis.engine.analysis import Progress, find_analysis
from majlis.engine.opinion import OpinionMap
from majlis.engine.opinion.votes import Votes
from majlis.workspace.commons.analyses import carries_out
from majlis.workspace.commons.models import Run
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.consultations.queries import MAP, NEW_VOTERS, ballots_of


@carries_out(MAP)
def carry_out_map(run: Run, progress: Progress) -> OpinionMap:
    """Compute the map of the consultation that the run is about.

    A provisional map leaves out the newest voters, so that the next map, or the final one, never differs from it by so
    few people that it shows what they said (charter C04).
    """
    consultation = Consultation.objects.get(pk=run.question_id)
    votes = Votes.from_ballots(ballots_of(consultation, but_newest=NEW_VOTERS if run.provisional else 0))
    return find_analysis(MAP).run(votes, progress=progress, seed=run.seed, **run.parameters)


def map_of(run: Run) -> OpinionMap:
    """Give the result of a finished run back as the engine's value."""
    return OpinionMap.restore(run.result)
