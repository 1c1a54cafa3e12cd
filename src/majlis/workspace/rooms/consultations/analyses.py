"""Where the room meets the opinion map: its rows in, the engine's result out."""

from __future__ import annotations

from majlis.engine.analysis import Progress, find_analysis
from majlis.engine.opinion import OpinionMap
from majlis.engine.opinion.votes import Votes
from majlis.workspace.commons import words
from majlis.workspace.commons.analyses import carries_out, speaks_for
from majlis.workspace.commons.models import Finding, Run
from majlis.workspace.commons.texts import State
from majlis.workspace.rooms.consultations.models import Consultation, Statement
from majlis.workspace.rooms.consultations.queries import MAP, ballots_of


@carries_out(MAP)
def carry_out_map(run: Run, progress: Progress) -> OpinionMap:
    """Compute the map of the closed consultation that the run is about."""
    votes = Votes.from_ballots(ballots_of(Consultation.objects.get(pk=run.question_id)))
    return find_analysis(MAP).run(votes, progress=progress, seed=run.seed, **run.parameters)


def map_of(run: Run) -> OpinionMap:
    """Give the result of a finished run back as the engine's value."""
    return OpinionMap.restore(run.result)


@speaks_for(MAP)
def statement_in(finding: Finding, language: str) -> dict[str, str]:
    """Give the statement that a finding names in the reader's language; what nobody reviewed says so (charter C22)."""
    named = {"consultation": finding.run.question_id, "code": finding.values.get("id")}
    statement = Statement.objects.filter(**named).first()
    if statement is None:
        return {}
    seen = statement.text.in_language(language)
    mark = f" · {words.catalogue().say('translation-unreviewed', language)}" if seen.state is State.UNREVIEWED else ""
    return {"statement": seen.text + mark}
