"""The charter in the background: once a day everything is looked at."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus

from majlis.workspace.commons.charter import keeping

BETWEEN_LOOKS = timedelta(hours=1)
KEPT = timedelta(days=1)


@task()
def look() -> None:
    """Look at everything where a day has passed; the next look is planned first, so that no failure ends the row."""
    plan()
    if keeping.is_due():
        keeping.look(thorough=True)


def plan() -> None:
    """Plan the next look where none is planned, and forget looks of the days before."""
    from django_tasks_db.models import DBTaskResult

    looks = DBTaskResult.objects.filter(task_path=look.module_path)
    looks.filter(finished_at__lt=timezone.now() - KEPT).delete()
    if not looks.filter(status=TaskResultStatus.READY).exists():
        look.using(run_after=timezone.now() + BETWEEN_LOOKS).enqueue()
