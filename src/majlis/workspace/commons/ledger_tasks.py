"""The ledger in the background: checkpoints in time, and checks that somebody asked for."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus

from majlis.workspace.commons import checkpoints
from majlis.workspace.commons.models import LedgerCheck

log = logging.getLogger("majlis.ledger")
BETWEEN_LOOKS = timedelta(minutes=5)
LONGEST = timedelta(hours=1)
MOST_ACTS = 1000
KEPT = timedelta(days=1)


@task()
def look() -> None:
    """Make a checkpoint where one is due; the next look is planned first, so that no failure ends the row of them."""
    plan()
    if is_time(timezone.now()):
        checkpoints.make_checkpoint()


def is_time(now: datetime) -> bool:
    """Say whether a thousand acts, or an hour and any act, have passed since the last checkpoint."""
    last = checkpoints.latest()
    waited = last is None or now - last.at >= LONGEST
    return checkpoints.is_due(1 if waited else MOST_ACTS)


def plan() -> None:
    """Plan the next look where none is planned, and forget looks of the days before."""
    from django_tasks_db.models import DBTaskResult

    looks = DBTaskResult.objects.filter(task_path=look.module_path)
    looks.filter(finished_at__lt=timezone.now() - KEPT).delete()
    if not looks.filter(status=TaskResultStatus.READY).exists():
        look.using(run_after=timezone.now() + BETWEEN_LOOKS).enqueue()


def ask_for_check() -> LedgerCheck:
    """Queue a check of the whole ledger; older ones are forgotten."""
    with transaction.atomic():
        LedgerCheck.objects.filter(finished_at__lt=timezone.now() - KEPT).delete()
        asked = LedgerCheck.objects.create()
        check.enqueue(str(asked.pk))
    return asked


@task()
def check(check_id: str) -> None:
    """Check the ledger against all that signs for it here, and write down how far it is and what it found."""
    asked = LedgerCheck.objects.filter(pk=check_id)

    def report(done: int, size: int) -> None:
        asked.update(done=done, size=size)

    try:
        found = checkpoints.verify(report=report)
        said = {"root": found.root, "fault": found.fault or "", "index": found.index}
        asked.update(done=found.size, size=found.size, **said, finished_at=timezone.now())
    except Exception:
        log.exception("the check of the ledger could not be done")
        asked.update(failure=True, finished_at=timezone.now())
