"""The workspace makes the opinion map by its own method only: no raw counts of small groups, nobody's position."""

import pytest

from majlis.engine.analysis import find_analysis
from majlis.engine.errors import CharterRefusal, InputError
from majlis.engine.opinion.votes import Votes
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Run, RunState
from majlis.workspace.commons.tasks import carry_out
from majlis.workspace.rooms.consultations.analyses import carry_out_map
from majlis.workspace.rooms.consultations.queries import ballots_of
from tests.workspace.rooms.consultations import planted

REFUSED = (
    {"method": "polis"},
    {"method": "polis", "projections": True},
    {"method": "polis", "memberships": "members.csv"},
    {"projections": True},
    {"memberships": "/etc/hostname"},
)


def silent(stage, share):
    """Nobody watches."""


@pytest.mark.django_db
@pytest.mark.parametrize("parameters", REFUSED, ids=range(len(REFUSED)))
def test_run_by_another_method_is_refused_and_writes_nothing(organiser, parameters):
    found = planted.consultation(organiser, world="two camps")
    run = planted.run(found, organiser, parameters=parameters)
    with pytest.raises(CharterRefusal, match="no raw counts of small groups"), acting(organiser):
        carry_out_map(run, silent)
    carry_out.call(str(run.pk))
    failed = Run.objects.get(pk=run.pk)
    assert (failed.state, failed.failure, failed.result) == (RunState.FAILED, "C04", None)


@pytest.mark.django_db
def test_map_that_names_the_own_method_is_made_and_holds_no_polis_field(organiser):
    """A run that is computed again names every parameter."""
    found = planted.consultation(organiser, world="two camps")
    own = {"method": "majlis", "memberships": None, "projections": False, "min_group": 5}
    with acting(organiser):
        made = carry_out_map(planted.run(found, organiser, parameters=own), silent)
    assert made.polis is None


@pytest.mark.django_db
def test_engine_refuses_the_votes_of_a_workspace_on_its_own_account(organiser):
    votes = Votes.from_ballots(ballots_of(planted.consultation(organiser, world="two camps")))
    with pytest.raises(InputError, match="own files"):
        find_analysis("opinion-map").run(votes, method="polis")
