"""Runs: queued, carried out, failed."""

import json

import pytest

from majlis.engine.analysis import Provenance, Result
from majlis.engine.errors import InputError, Refused, StorageError, Withheld
from majlis.engine.finding import Estimate, Finding, Interval, Verdict
from majlis.engine.handling import Tlp
from majlis.engine.tables import InputDigest
from majlis.workspace.commons import analyses, ledger, runs, tasks
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import LedgerEntry, Question, Run
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db


class Counted(Result):
    votes: int

    def findings(self):
        estimate = Estimate(value=0.75, interval=Interval(low=0.5, high=0.9, level=0.95))
        return (
            Finding(key="counted", values={"votes": self.votes}, n=8),
            Finding(key="shared", estimate=estimate, verdict=Verdict.SHOWN),
        )

    def charts(self, language):
        return ()

    def tables(self, language):
        return ()


def counted(run, progress):
    progress("stage-count", 0.5)
    assert Run.objects.get(pk=run.pk).progress == 0.5
    result = Counted(votes=8)
    result._provenance = Provenance(
        analysis="count",
        version="9",
        inputs=(InputDigest(name="votes", sha256="0" * 64),),
        parameters=run.parameters,
        seed=run.seed,
    )
    return result


@pytest.fixture
def room(monkeypatch):
    monkeypatch.setattr(analyses, "_runners", {})
    return analyses.carries_out


@pytest.fixture
def question(institution):
    return Question.objects.create(institution=institution, text=Text.write("Q", "en"), handling=None)


def request(institution, organiser, **arguments):
    with acting(organiser):
        run = tasks.request_run(institution=institution, analysis="count", **arguments)
    return Run.objects.get(pk=run.pk)


def actions():
    return [json.loads(entry.leaf)["action"] for entry in LedgerEntry.objects.all()]


def test_run_is_carried_out_and_keeps_what_came_out(room, institution, organiser, question):
    room("count")(counted)
    run = request(institution, organiser, question=question, parameters={"k": 3}, seed=7, stands_on=[question])
    assert (run.state, run.progress, run.failure, run.author) == ("done", 1, "", organiser)
    assert (run.version, run.seed, run.parameters) == ("9", 7, {"k": 3})
    assert run.inputs == [{"name": "votes", "sha256": "0" * 64}]
    assert run.result["result"] == {"votes": 8}
    assert run.started_at <= run.finished_at
    first, second = run.findings.all()
    assert (first.key, first.values, first.n, first.verdict, first.estimate) == (
        "counted",
        {"votes": 8},
        8,
        "described",
        None,
    )
    assert (second.estimate, second.low, second.high, second.level, second.verdict) == (0.75, 0.5, 0.9, 0.95, "shown")
    assert first.handling == run.handling == question.handling
    assert run.handling.tlp is Tlp.AMBER
    assert actions() == ["run.queue", "run.finish"]
    assert ledger.verify().holds


@pytest.mark.parametrize("act", ["recall", "narrow"])
def test_what_is_taken_back_while_it_is_computed_stays_taken_back(room, institution, organiser, question, act):
    how = {"recall": {}, "narrow": {"tlp": Tlp.AMBER_STRICT}}[act]

    def taken_back_meanwhile(run, progress):
        getattr(acts, act)(record=Question.objects.get(pk=question.pk), reason=Text.write("Wrong", "en"), **how)
        return counted(run, progress)

    room("count")(taken_back_meanwhile)
    run = request(institution, organiser, question=question)
    question.refresh_from_db()
    assert run.state == "done"
    assert question.handling.tlp is {"recall": Tlp.RED, "narrow": Tlp.AMBER_STRICT}[act]
    assert {run.handling, *(finding.handling for finding in run.findings.all())} == {question.handling}


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (Refused("may-run"), "may-run"),
        (Withheld("few"), "run-withheld"),
        (InputError("row 3"), "run-bad-input"),
        (StorageError("disk"), "run-not-possible"),
        (ZeroDivisionError("secret"), "run-fault"),
    ],
)
def test_run_that_fails_says_why_without_words_of_the_error(room, institution, organiser, caplog, error, failure):
    def fail(run, progress):
        raise error

    room("count")(fail)
    run = request(institution, organiser)
    assert (run.state, run.failure, run.result) == ("failed", failure, None)
    assert actions() == ["run.queue", "run.fail"]
    assert "failed" in caplog.text


def test_run_that_no_room_carries_out_fails(room, institution, organiser):
    assert request(institution, organiser).failure == "run-fault"


def test_run_needs_a_role(institution, reader):
    with acting(reader), pytest.raises(Refused, match="may-run"):
        tasks.request_run(institution=institution, analysis="count")
    assert not Run.objects.exists()


def test_run_that_is_done_is_left_alone(room, institution, organiser):
    room("count")(counted)
    run = request(institution, organiser)
    tasks.carry_out.func(str(run.pk))
    assert Run.objects.get().digest == run.digest
    assert actions() == ["run.queue", "run.finish"]


def test_run_left_half_done_by_a_killed_worker_is_carried_out_again(room, institution, organiser):
    room("count")(counted)
    with acting(organiser):
        run = runs.queue_run(institution=institution, analysis="count")
    Run.objects.update(state="running", progress=0.3)
    tasks.carry_out.func(str(run.pk))
    assert Run.objects.get().state == "done"


def test_progress_is_written_at_most_twice_a_second_and_stays_a_share(institution, monkeypatch):
    run = Run.objects.create(institution=institution, analysis="count", version="1", state="running")
    now = [0.0]
    monkeypatch.setattr(tasks, "monotonic", lambda: now[0])
    report, seen = tasks.progress_of(run), []
    for now[0], share in ((0, -1), (0.2, 0.2), (0.6, 0.6), (1.2, 7)):
        report("stage-x", share)
        seen.append(Run.objects.get().progress)
    assert seen == [0, 0, 0.6, 1]


def test_two_rooms_cannot_carry_out_the_same_analysis(room):
    room("count")(counted)
    with pytest.raises(ValueError, match="twice"):
        room("count")(lambda run, progress: None)
