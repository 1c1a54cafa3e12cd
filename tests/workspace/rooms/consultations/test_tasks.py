"""Asking for a map: which one is given, and that no two maps of a consultation differ by fewer than five voters."""

import contextlib
import itertools
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from majlis.engine.errors import Refused, Withheld
from majlis.workspace.commons import runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Run, RunState
from majlis.workspace.commons.tasks import carry_out
from majlis.workspace.rooms.consultations import actions, analyses, queries, tasks
from majlis.workspace.rooms.consultations.analyses import map_of
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Vote
from tests.workspace.rooms.consultations import planted

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
APART = 5


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
def test_map_under_way_is_given_and_not_asked_for_twice(opened, organiser):
    under_way = planted.run(opened, organiser, provisional=True)
    assert request(opened, organiser) == under_way
    Run.objects.update(state=RunState.RUNNING)
    assert request(opened, organiser) == under_way
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
    assert (again.state, again.provisional, again == failed) == (RunState.DONE, False, False)


@pytest.mark.django_db
def test_provisional_map_under_way_at_closing_does_not_stand_in_for_the_final_one(opened, organiser):
    cast(opened, 12)
    queued = planted.run(opened, organiser, provisional=True)
    with acting(organiser):
        closed = actions.close_consultation(consultation=opened)
    final = request(closed, organiser)
    assert (final.provisional, final.state, voted(final)) == (False, RunState.DONE, 12)
    carry_out.call(str(queued.pk))
    assert voted(Run.objects.get(pk=queued.pk)) == 12 - APART
    assert queries.latest_map(closed) == final
    assert request(closed, organiser) == final


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


# How far two maps are apart


@pytest.mark.django_db
@pytest.mark.parametrize("newcomers", range(6))
def test_new_map_needs_five_new_voters(opened, organiser, newcomers):
    cast(opened, 12)
    first = request(opened, organiser)
    assert (voted(first), first.provisional) == (7, True)
    cast(opened, newcomers, first=12)
    if newcomers < APART:
        with pytest.raises(Withheld, match="map-needs-new-voters"):
            request(opened, organiser)
        assert queries.latest_map(opened) == first
    else:
        assert voted(request(opened, organiser)) == 12


@pytest.mark.django_db
def test_voters_who_vote_again_are_not_new(opened, organiser):
    cast(opened, 12)
    request(opened, organiser)
    cast(opened, 12)
    with pytest.raises(Withheld):
        request(opened, organiser)


@pytest.mark.django_db
@pytest.mark.parametrize("voters", [0, 1, 4, 5, 9])
def test_map_that_shows_nobody_does_not_stand_in_the_way(opened, organiser, voters):
    cast(opened, voters)
    assert voted(request(opened, organiser)) is None
    with pytest.raises(Withheld):
        request(opened, organiser)
    cast(opened, 10 - voters, first=voters)
    assert voted(request(opened, organiser)) == 5


def come(consultation, size):
    """Add that many votes of new voters, without the cost of the act."""
    statement = queries.statements_of(consultation).first()
    before = queries.voter_count(consultation)
    Vote.objects.bulk_create(
        Vote(statement=statement, pseudonym=bytes([number]) * 16, value=1, cast_at=MOMENT + timedelta(seconds=number))
        for number in range(before, before + size)
    )


def vote_again(number, moment):
    """Let a voter change the only vote they gave, which makes them the last who came."""
    Vote.objects.filter(pseudonym=bytes([number]) * 16).update(value=-1, cast_at=MOMENT + timedelta(hours=1 + moment))


def close(consultation):
    """Close as the act does to the votes, but keep the pseudonyms, which here are the truth of who is who."""
    Vote.objects.update(cast_at=None)
    Consultation.objects.filter(pk=consultation.pk).update(state=Stage.CLOSED)


def ask(consultation, member):
    """Ask as the page does; the worker comes later."""
    with contextlib.suppress(Withheld):
        request(consultation, member)


class Worker:
    """Does the oldest run that waits, and notes whose votes the engine was given; the engine itself stays out of it."""

    def __init__(self, patch):
        self.seen = frozenset()
        self.shown = []
        patch.setattr(analyses, "ballots_of", self.note)
        patch.setattr(analyses, "find_analysis", lambda name: self)
        patch.setattr(tasks, "request_run", runs.queue_run)

    def note(self, consultation, **more):
        ballots = queries.ballots_of(consultation, **more)
        self.seen = frozenset(ballots.cast["participant"])
        return ballots

    def run(self, votes, **more):
        shown = self.seen if len(self.seen) >= APART else frozenset()
        return {"result": {"participants": {"voted": len(shown) or None}}}, shown

    def work(self, *, fail=False):
        run = Run.objects.filter(state=RunState.QUEUED).order_by("created_at", "pk").first()
        if run is None:
            return
        run.state = RunState.FAILED
        if not fail:
            run.result, shown = analyses.carry_out_map(run, lambda stage, share: None)
            self.shown.append(shown)
            run.state = RunState.DONE
        run.save()


ROUNDS = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.one_of(st.none(), st.integers(0, 20)),
        st.sampled_from(["ask and work", "ask and work", "ask", "work", "fail", "nothing"]),
    ),
    max_size=8,
)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(0, 14), rounds=ROUNDS, slow=st.booleans())
def test_two_maps_lie_five_voters_apart(opened, organiser, first, rounds, slow):
    """Whatever the order of arrivals, changed votes, requests, failures and a worker that comes late."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        worker = Worker(patch)
        come(opened, first)
        for moment, (newcomers, returner, act) in enumerate(rounds):
            come(opened, newcomers)
            if returner is not None:
                vote_again(returner, moment)
            if act.startswith("ask"):
                ask(opened, organiser)
            if act.endswith(("work", "fail")):
                worker.work(fail=act == "fail")
        close(opened)
        if not slow:
            worker.work()
        ask(opened, organiser)
        worker.work()
        worker.work()
        everybody = frozenset(queries.ballots_of(opened).cast["participant"])
        finals = Run.objects.filter(provisional=False, state=RunState.DONE).count()
        transaction.set_rollback(True)
    assert finals == 1
    assert worker.shown[-1] == (everybody if len(everybody) >= APART else frozenset())
    pairs = itertools.combinations([shown for shown in worker.shown if shown], 2)
    assert [len(one ^ other) for one, other in pairs if 0 < len(one ^ other) < APART] == []


def test_property_of_distance_has_maps_to_compare(opened, organiser):
    """The property above would hold of no maps at all; here is a course of events with three."""
    with pytest.MonkeyPatch.context() as patch:
        worker = Worker(patch)
        for newcomers in (12, 5):
            come(opened, newcomers)
            ask(opened, organiser)
            worker.work()
        close(opened)
        ask(opened, organiser)
        worker.work()
    assert [len(shown) for shown in worker.shown] == [7, 12, 17]


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_once_get_one_map(opened, organiser, monkeypatch):
    """Two maps that wait together could be computed with a single voter between them."""
    cast(opened, 12)
    monkeypatch.setattr(tasks, "request_run", runs.queue_run)
    meeting, looked, given_runs = threading.Barrier(2), queries.map_under_way, []

    def look_together(consultation):
        found = looked(consultation)
        with contextlib.suppress(threading.BrokenBarrierError):
            meeting.wait(1)
        return found

    monkeypatch.setattr(queries, "map_under_way", look_together)

    def ask_in_thread():
        try:
            given_runs.append(request(opened, organiser).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask_in_thread) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(given_runs) == 2
    assert {*given_runs} == {Run.objects.get().pk}
