"""Work in the background: thin tasks that carry out queued runs."""

from __future__ import annotations

import logging
from time import monotonic
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from majlis.engine.analysis import Progress
from majlis.workspace.commons import runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.analyses import runner_of
from majlis.workspace.commons.charter import refusals
from majlis.workspace.commons.models import Run, RunState

log = logging.getLogger("majlis.tasks")
SECONDS_BETWEEN_REPORTS = 0.5


def request_run(**arguments: Any) -> Run:
    """Queue a run (see `runs.queue_run`) and its task in one transaction, so that neither is lost without the other."""
    with transaction.atomic():
        run = runs.queue_run(**arguments)
        carry_out.enqueue(str(run.pk))
    return run


@task()
def carry_out(run_id: str) -> None:
    """Carry out a queued run; whatever goes wrong is written on the run, and a run that is done is left alone."""
    run = Run.objects.select_related("institution", "author").get(pk=run_id)
    if run.state in {RunState.DONE, RunState.FAILED}:
        return
    run.state, run.started_at = RunState.RUNNING, timezone.now()
    run.save(update_fields=["state", "started_at"])
    with acting(run.author):
        try:
            result = runner_of(run.analysis)(run, progress_of(run))
            runs.finish_run(run=run, result=result)
        except Exception as error:
            log.exception("run %s of %s failed", run.pk, run.analysis)
            refusals.note(error)
            runs.fail_run(run=Run.objects.get(pk=run.pk), failure=runs.failure_of(error))


def progress_of(run: Run) -> Progress:
    """Make the function that writes a run's stage and share, at most twice a second."""
    last = float("-inf")

    def report(stage: str, share: float) -> None:
        nonlocal last
        if monotonic() - last >= SECONDS_BETWEEN_REPORTS:
            last = monotonic()
            Run.objects.filter(pk=run.pk).update(stage=stage, progress=min(max(share, 0.0), 1.0))

    return report
