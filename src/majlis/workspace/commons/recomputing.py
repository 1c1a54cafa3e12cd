"""Computing again what a run computed, and saying whether the same came out, or why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.db import transaction

from majlis.engine.analysis import Subjects, find_analysis
from majlis.engine.errors import Refused
from majlis.engine.finding import Finding as Found
from majlis.engine.finding import Verdict
from majlis.engine.report import sentence
from majlis.workspace.commons import words
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.fields import canonical, digest
from majlis.workspace.commons.models import Run, RunState
from majlis.workspace.commons.rules import may_recompute
from majlis.workspace.commons.runs import queue_run
from majlis.workspace.commons.tasks import carry_out

UNDER_WAY = (RunState.QUEUED, RunState.RUNNING)
Pair = tuple[str, str]


@dataclass(frozen=True)
class Comparison:
    """A run beside the run that repeats it.

    same: the findings and results are the same, byte for byte. version, inputs, parameters, seed: what was given
    differently, before and now; findings: the sentences that differ, before and now. withheld: the new sentences are
    kept back, because two results over rows that differ by a few people would tell what those few said (charter C04).
    failure: why the repetition did not come to an end.
    """

    run: Run
    same: bool
    digest: str = ""
    version: Pair | None = None
    seed: Pair | None = None
    inputs: tuple[tuple[str, str, str], ...] = ()
    parameters: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[Pair, ...] = ()
    withheld: bool = False
    failure: str = ""

    @property
    def unexplained(self) -> bool:
        """Whether the numbers differ though nothing else does: another machine or another library."""
        named = self.failure or self.version or self.seed or self.inputs or self.parameters
        return not (self.same or named)


@transaction.atomic
def recompute(*, run: Run) -> Run:
    """Have a finished run computed again in the background, or give the repetition that is under way."""
    waiting = under_way(Run.objects.select_for_update().get(pk=run.pk))
    if waiting is not None:
        return waiting
    again = repeat_run(run=run)
    carry_out.enqueue(str(again.pk))
    return again


@action("run.recompute", rule=may_recompute)
def repeat_run(*, run: Run) -> Run:
    """Queue a run with the parameters and the seed of one that is done; the old findings stay what they are."""
    if run.state != RunState.DONE or run.recomputes_id or not run.result:
        raise Refused("run-not-to-repeat")
    return queue_run(
        institution=run.institution,
        analysis=run.analysis,
        question=run.question,
        parameters=run.result["parameters"],
        seed=run.seed,
        stands_on=[run],
        recomputes=run,
    )


def comparison_of(old: Run, again: Run) -> Comparison:
    """Compare a run with a repetition that has come to its end."""
    if again.state == RunState.FAILED:
        return Comparison(again, same=False, failure=again.failure)
    before, now = old.result, again.result
    same = _numbers(before) == _numbers(now)
    inputs = _differing(_digests(before), _digests(now))
    people = find_analysis(old.analysis).subjects is Subjects.PEOPLE
    withheld = now["result"] is None or (not same and bool(inputs) and people)
    return Comparison(
        again,
        same=same,
        digest=digest([before["findings"], before["result"]]),
        version=_pair(before["version"], now["version"]),
        seed=_pair(str(before["seed"]), str(now["seed"])),
        inputs=inputs,
        parameters=_differing(_plain(before["parameters"]), _plain(now["parameters"])),
        findings=() if same or withheld else _sentences(before, now),
        withheld=withheld,
    )


def comparisons_of(run: Run, repetitions: Iterable[Run]) -> list[Comparison]:
    """Compare each of a run's repetitions with it, the newest first."""
    newest = sorted(repetitions, key=lambda again: (again.created_at, again.pk), reverse=True)
    return [comparison_of(run, again) for again in newest]


def under_way(run: Run) -> Run | None:
    """The repetition that is queued or being computed."""
    return run.recomputations.filter(state__in=UNDER_WAY).first()


def _numbers(document: dict[str, Any]) -> str:
    return canonical([document["findings"], document["result"]])


def _digests(document: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["sha256"] for one in document["inputs"]}


def _plain(parameters: dict[str, Any]) -> dict[str, str]:
    return {name: canonical(value) for name, value in parameters.items()}


def _pair(before: str, now: str) -> Pair | None:
    return None if before == now else (before, now)


def _differing(before: dict[str, str], now: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Name what differs, with what it was and is; nothing where it is missing on one side."""
    names = sorted({*before, *now})
    return tuple((name, before.get(name, ""), now.get(name, "")) for name in names if before.get(name) != now.get(name))


def _sentences(before: dict[str, Any], now: dict[str, Any]) -> tuple[Pair, ...]:
    """The findings that differ, side by side; what only one of them found stands alone."""
    old, new = ([canonical(finding) for finding in document["findings"]] for document in (before, now))
    gone = [_said(finding) for finding in before["findings"] if canonical(finding) not in new]
    come = [_said(finding) for finding in now["findings"] if canonical(finding) not in old]
    return tuple(zip_longest(gone, come, fillvalue=""))


def _said(finding: dict[str, Any]) -> str:
    verdict = Verdict(finding["verdict"])
    found = Found(key=finding["key"], values=finding["values"], estimate=None, n=finding["n"], verdict=verdict)
    return sentence(found, words.locale_tag())
