"""The acts of a run: queue it, finish it, fail it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from django.utils import timezone

from majlis.engine.analysis import Result
from majlis.engine.errors import InputError, MajlisError, Refused, Withheld
from majlis.engine.finding import Finding as Found
from majlis.engine.handling import strictest
from majlis.workspace.commons import releases
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.fields import canonical, digest
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import (
    Contribution,
    Finding,
    Institution,
    Question,
    Record,
    Relation,
    Run,
    RunState,
)
from majlis.workspace.commons.rules import may_run


@action("run.queue", rule=may_run)
def queue_run(
    *,
    institution: Institution,
    analysis: str,
    question: Question | None = None,
    parameters: Mapping[str, object] | None = None,
    seed: int = 0,
    stands_on: Sequence[Record] = (),
    recomputes: Run | None = None,
) -> Run:
    """Write down that an analysis is to be run; its handling is the strictest of the question and what it stands on.

    What it stands on beyond the question and its contributions is linked, so that a recall finds the run.
    recomputes: the run that it repeats; then its findings stay in its result, for comparison, and none can be cited.
    """
    ground = [*stands_on, *([question] if question else [])]
    run = Run.objects.create(
        institution=institution,
        author=current_actor(),
        handling=strictest(record.handling for record in ground) if ground else institution.handling,
        state=RunState.QUEUED,
        question=question,
        analysis=analysis,
        version=version("majlis"),
        parameters=dict(parameters or {}),
        seed=seed,
        recomputes=recomputes,
    )
    for record in stands_on:
        if not isinstance(record, Contribution) or question is None or record.question_id != question.pk:
            make_link(relation=Relation.DERIVES, source=run, target=record)
    return run


@action("run.finish")
def finish_run(*, run: Run, result: Result) -> Run:
    """Keep what came out, with its findings.

    What it shows of counts of people is a release of the question's people, of which there is one: Withheld otherwise.
    A repetition that comes to other counts keeps with what it was computed and none of its numbers. The run is read
    again, so that what it stands on may have been narrowed or recalled while it was computed.
    """
    run = Run.objects.select_for_update().get(pk=run.pk)
    document = result.to_dict()
    if run.recomputes is not None:
        document = _repeated(run, run.recomputes, document, result.released())
    elif run.question_id and (content := result.released()) is not None:
        releases.keep_release(
            population=f"question:{run.question_id}",
            table=run.analysis,
            state=digest(document["inputs"]),
            content=content,
        )
    run.inputs, run.version = document["inputs"], document["version"]
    run.result = document
    run.state, run.progress, run.finished_at = RunState.DONE, 1, timezone.now()
    run.save()
    if run.recomputes_id is None:
        keep_findings(run, result.findings())
    return run


def _repeated(run: Run, earlier: Run, document: dict[str, Any], content: Mapping[str, Any] | None) -> dict[str, Any]:
    """Give what a repetition may keep: numbers that were shown before, or that count nobody (charter C04)."""
    plain = json.loads(canonical(document))
    same = all(plain[part] == earlier.result[part] for part in ("findings", "result"))
    if same or content is None or releases.was_released(f"question:{run.question_id}", run.analysis, content):
        return document
    return {**document, "findings": [], "result": None}


@action("run.fail")
def fail_run(*, run: Run, failure: str) -> Run:
    """Keep that the run failed and why (a key of the catalogues)."""
    run.state, run.failure, run.finished_at = RunState.FAILED, failure, timezone.now()
    run.save()
    return run


def keep_findings(run: Run, findings: Iterable[Found]) -> None:
    """Write the findings of a run under the run's own handling."""
    for position, found in enumerate(findings):
        interval = found.estimate.interval if found.estimate else None
        Finding.objects.create(
            institution_id=run.institution_id,
            author_id=run.author_id,
            handling=run.handling,
            run=run,
            position=position,
            key=found.key,
            values=found.values,
            estimate=found.estimate.value if found.estimate else None,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            level=interval.level if interval else None,
            n=found.n,
            verdict=found.verdict.value,
        )


def failure_of(error: Exception) -> str:
    """Name why a run failed: a key of the catalogues, never the error's own words, which may hold content."""
    match error:
        case Refused():
            return error.rule
        case Withheld():
            return "run-withheld"
        case InputError():
            return "run-bad-input"
        case MajlisError():
            return "run-not-possible"
        case _:
            return "run-fault"
