"""Asking for a map: only of a closed consultation, and one at a time."""

import contextlib
import threading

import pytest
from django.db import connection

from majlis.engine.errors import Refused
from majlis.workspace.commons import runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Run, RunState
from majlis.workspace.rooms.consultations import actions, queries, tasks
from majlis.workspace.rooms.consultations.analyses import map_of
from tests.workspace.rooms.consultations import planted


def request(consultation, member):
    with acting(member):
        return Run.objects.get(pk=tasks.request_map(consultation=consultation).pk)


def cast(consultation, voters, first=0):
    for number in range(first, first + voters):
        for statement in queries.statements_of(consultation):
            actions.cast_vote(statement=statement, token=f"token-{number}", value=1 if number % 2 else -1)


def voted(run):
    return run.result["result"]["participants"]["voted"]


# Which map is given


@pytest.mark.django_db
def test_map_under_way_is_given_and_not_asked_for_twice(organiser):
    found = planted.consultation(organiser, world="three voters")
    under_way = planted.run(found, organiser)
    assert request(found, organiser) == under_way
    Run.objects.update(state=RunState.RUNNING)
    assert request(found, organiser) == under_way
    assert Run.objects.count() == 1


@pytest.mark.django_db
def test_final_map_is_given_and_not_computed_again(organiser):
    found = planted.mapped(organiser)
    final = Run.objects.get()
    assert request(found, organiser) == final
    assert Run.objects.get().digest == final.digest


@pytest.mark.django_db
def test_failed_map_is_asked_for_again(organiser):
    found = planted.consultation(organiser, world="three voters")
    failed = planted.run(found, organiser, state=RunState.FAILED, failure="run-fault")
    again = request(found, organiser)
    assert (again.state, again == failed) == (RunState.DONE, False)


@pytest.mark.django_db
def test_while_votes_come_in_there_is_no_map(draft, organiser):
    """Two maps a few votes apart would show what those few people said (charter C04)."""
    with pytest.raises(Refused, match="map-after-closing"):
        request(draft, organiser)
    with acting(organiser):
        opened = actions.open_consultation(consultation=draft)
    cast(opened, 12)
    with pytest.raises(Refused, match="map-after-closing"):
        request(opened, organiser)
    assert not Run.objects.exists()
    with acting(organiser):
        closed = actions.close_consultation(consultation=opened)
    assert voted(request(closed, organiser)) == 12


@pytest.mark.django_db
def test_map_rests_on_the_strictest_handling_and_names_its_reader(organiser, reader):
    found = planted.consultation(organiser, world="three voters")
    with pytest.raises(Refused, match="may-run"):
        request(found, reader)
    assert not Run.objects.exists()
    assert request(found, organiser).handling == found.handling


@pytest.mark.django_db
def test_result_of_a_run_is_read_back_as_it_was(organiser):
    planted.mapped(organiser)
    assert map_of(Run.objects.get()).to_json() == planted.opinion_map().to_json()


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_once_get_one_map(organiser, monkeypatch):
    found = planted.consultation(organiser, world="three voters")
    monkeypatch.setattr(tasks, "request_run", runs.queue_run)
    meeting, looked, given_runs = threading.Barrier(2), queries.map_under_way, []

    def look_together(consultation):
        under_way = looked(consultation)
        with contextlib.suppress(threading.BrokenBarrierError):
            meeting.wait(1)
        return under_way

    monkeypatch.setattr(queries, "map_under_way", look_together)

    def ask_in_thread():
        try:
            given_runs.append(request(found, organiser).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask_in_thread) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(given_runs) == 2
    assert {*given_runs} == {Run.objects.get().pk}
