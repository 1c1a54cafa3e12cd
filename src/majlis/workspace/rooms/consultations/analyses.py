"""Where the room meets the opinion map: its rows in, the engine's result out."""

from __future__ import annotations

from django.urls import reverse

from majlis.engine.analysis import Progress, find_analysis
from majlis.engine.errors import CharterRefusal
from majlis.engine.opinion import OpinionMap
from majlis.engine.opinion.votes import Votes
from majlis.workspace.commons import words
from majlis.workspace.commons.analyses import carries_out, counts_people, quotes_in, speaks_for, stands_at
from majlis.workspace.commons.models import Finding, Run
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.consultations.models import Consultation, Statement
from majlis.workspace.rooms.consultations.queries import MAP, ballots_of

SHOWN = {"method": "majlis", "memberships": None, "projections": False}

counts_people(MAP, "result", "participants", "voted")


@carries_out(MAP)
def carry_out_map(run: Run, progress: Progress) -> OpinionMap:
    """Compute the map of the closed consultation that the run is about.

    Raises CharterRefusal (C04) for what only an analyst's own file may hold: raw counts of small groups, and people's
    positions.
    """
    if any(run.parameters.get(name, allowed) != allowed for name, allowed in SHOWN.items()):
        raise CharterRefusal("C04", "an opinion map of the workspace shows no raw counts of small groups and no person")
    votes = Votes.from_ballots(ballots_of(Consultation.objects.get(pk=run.question_id)))
    return find_analysis(MAP).run(votes, progress=progress, seed=run.seed, **run.parameters)


def map_of(run: Run) -> OpinionMap:
    """Give the result of a finished run back as the engine's value."""
    return OpinionMap.restore(run.result)


@stands_at(MAP)
def map_page(finding: Finding) -> str:
    """Give the address of the map on which the finding stands."""
    return reverse("consultations:map", args=[finding.run.question_id])


@quotes_in(MAP)
def statement_of(finding: Finding) -> Text | None:
    """Give the statement that a finding is about."""
    named = {"consultation": finding.run.question_id, "code": finding.values.get("id")}
    statement = Statement.objects.filter(**named).first()
    return statement.text if statement else None


@speaks_for(MAP)
def statement_in(finding: Finding, language: str) -> dict[str, str]:
    """Give the statement that a finding names in the reader's language; what nobody reviewed says so (charter C22)."""
    text = statement_of(finding)
    if text is None:
        return {}
    seen = text.in_language(language)
    mark = f" · {words.catalogue().say('translation-unreviewed', language)}" if seen.state is State.UNREVIEWED else ""
    return {"statement": seen.text + mark}
