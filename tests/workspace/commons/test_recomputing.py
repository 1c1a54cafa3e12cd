"""Computing again: the same numbers, or why not; and what was found first is never touched."""

import json

import pytest
from django.test import Client

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import recomputing
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import CountRelease, Finding, LedgerEntry, Run, RunState
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, tasks
from majlis.workspace.rooms.consultations.models import Consultation, Statement, Vote
from majlis.workspace.rooms.consultations.queries import latest_map


@pytest.fixture
def run(organiser):
    """The map of a small consultation: two camps of twelve over six statements."""
    with acting(organiser):
        asked = actions.create_consultation(
            institution=organiser.institution, title=Text.write("Asked", "en"), handling=Handling(tlp=Tlp.CLEAR)
        )
        for number in range(6):
            actions.add_statement(consultation=asked, text=Text.write(f"Statement {number}", "en"))
        asked = actions.open_consultation(consultation=asked)
        statements = list(Statement.objects.filter(consultation=asked))
        Vote.objects.bulk_create(
            Vote(statement=statement, pseudonym=bytes([voter]) * 16, value=1 if place < 2 or voter % 2 else -1)
            for voter in range(24)
            for place, statement in enumerate(statements)
        )
        asked = actions.close_consultation(consultation=asked)
        made = tasks.request_map(consultation=asked)
    made.refresh_from_db()
    assert made.state == RunState.DONE
    return made


def again(member, run):
    with acting(member):
        repeated = recomputing.recompute(run=run)
    repeated.refresh_from_db()
    return repeated, recomputing.comparison_of(run, repeated)


def altered(run, **document):
    """As if the run had been computed otherwise, long ago."""
    run.result = {**run.result, **document}
    run.save()
    return run


def test_the_same_rows_give_the_same_numbers(organiser, run):
    before = LedgerEntry.objects.count()
    findings = list(Finding.objects.values_list("pk", "digest"))
    repeated, compared = again(organiser, run)
    assert compared.same
    assert not compared.unexplained
    assert json.dumps(repeated.result, sort_keys=True) == json.dumps(run.result, sort_keys=True)
    assert list(Finding.objects.values_list("pk", "digest")) == findings
    assert latest_map(run.question.special()) == run
    acts = [json.loads(entry.leaf)["action"] for entry in LedgerEntry.objects.filter(index__gte=before)]
    assert acts == ["run.recompute", "run.finish"]


def test_another_version_is_named_and_the_numbers_are_still_the_same(organiser, run):
    _, compared = again(organiser, altered(run, version="0.0.1"))
    assert compared.same
    assert compared.version == ("0.0.1", run.version)


def test_other_numbers_from_the_same_inputs_are_shown_side_by_side(organiser, run):
    findings = [dict(finding) for finding in run.result["findings"]]
    wanted = next(finding for finding in findings if "statement" in finding["values"])
    wanted["values"] = {**wanted["values"], "statement": "Planted words"}
    _, compared = again(organiser, altered(run, findings=findings))
    assert not compared.same
    assert compared.unexplained
    [(old, new)] = compared.findings
    assert "Planted words" in old
    assert "Statement" in new
    page = Client().get(f"/en/runs/{run.pk}/").content.decode()
    assert "Planted words" in page
    assert "another machine or library" in page


def test_a_parameter_that_differs_is_named(organiser, run):
    parameters = dict(run.result["parameters"])
    repeated, compared = again(organiser, run)
    assert repeated.result["parameters"] == parameters
    Run.objects.filter(pk=repeated.pk).update(
        result={**repeated.result, "parameters": {**parameters, "min_group": 99}, "findings": []}
    )
    repeated.refresh_from_db()
    compared = recomputing.comparison_of(run, repeated)
    assert ("min_group", "99") in {(name, now) for name, _, now in compared.parameters}


def test_other_counts_are_kept_back_and_the_inputs_named(organiser, run):
    released = list(CountRelease.objects.values_list("pk", "digest"))
    Vote.objects.filter(pseudonym=Vote.objects.first().pseudonym).delete()
    repeated, compared = again(organiser, run)
    assert (repeated.state, repeated.result["findings"], repeated.result["result"]) == (RunState.DONE, [], None)
    assert not compared.same
    assert compared.withheld
    assert [name for name, _, _ in compared.inputs] == ["votes"]
    assert list(CountRelease.objects.values_list("pk", "digest")) == released
    page = Client().get(f"/en/runs/{run.pk}/").content.decode()
    assert "The new numbers are kept back" in page
    assert "Findings that differ" not in page


def test_the_same_numbers_from_other_inputs_are_the_same_numbers(organiser, run):
    """Votes are salted before they are digested: another salt gives another digest of the same votes."""
    Consultation.objects.filter(pk=run.question_id).update(votes_salt=b"another")
    _, compared = again(organiser, run)
    assert compared.same
    assert not compared.withheld
    assert [name for name, _, _ in compared.inputs] == ["votes"]


def test_an_analysis_that_is_no_longer_possible_says_so_and_keeps_what_was_found(organiser, run):
    Vote.objects.all().delete()
    repeated, compared = again(organiser, run)
    assert repeated.state == RunState.FAILED or not compared.same
    assert Finding.objects.filter(run=run).exists()
    page = Client().get(f"/en/runs/{run.pk}/").content.decode()
    assert "What was found first still stands" in page


def test_two_who_ask_at_once_get_one_repetition(organiser, run):
    waiting = Run.objects.create(
        institution=run.institution, handling=run.handling, analysis=run.analysis, recomputes=run, state="queued"
    )
    with acting(organiser):
        assert recomputing.recompute(run=run) == waiting
    assert run.recomputations.count() == 1
    page = Client().get(f"/en/runs/{run.pk}/").content.decode()
    assert f"/en/runs/{run.pk}/progress/" in page


def test_only_who_may_run_has_it_computed_again(reader, join, other_institution, run):
    for member in (reader, join(other_institution, "organiser")):
        with acting(member), pytest.raises(Refused, match="may-recompute"):
            recomputing.recompute(run=run)
        client = Client()
        client.force_login(member.user)
        assert client.post(f"/en/runs/{run.pk}/again/").status_code == 403
        assert "Compute again" not in client.get(f"/en/runs/{run.pk}/").content.decode().partition("<section")[0]
    assert Client().post(f"/en/runs/{run.pk}/again/").status_code == 403


def test_a_repetition_is_not_repeated_and_has_no_page(organiser, run):
    repeated, _ = again(organiser, run)
    with acting(organiser), pytest.raises(Refused, match="run-not-to-repeat"):
        recomputing.recompute(run=repeated)
    assert Client().get(f"/en/runs/{repeated.pk}/").status_code == 404


def test_the_map_page_leads_to_it(organiser, run):
    client = Client()
    client.force_login(organiser.user)
    page = client.get(f"/en/consultations/{run.question_id}/map/").content.decode()
    assert f'action="/en/runs/{run.pk}/again/"' in page
    public = Client().get(f"/en/consultations/{run.question_id}/map/").content.decode()
    assert f'action="/en/runs/{run.pk}/again/"' not in public
    assert f'href="/en/runs/{run.pk}/"' in public
