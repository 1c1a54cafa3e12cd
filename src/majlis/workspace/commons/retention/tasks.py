"""Retention in the background: once an hour whatever is over goes."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus

from majlis.workspace.commons.retention.carrying_out import carry_out

BETWEEN_LOOKS = timedelta(hours=1)


@task()
def look() -> None:
    """Erase what is over; the next look is planned first, so that no failure ends the row of them."""
    plan()
    carry_out()


def plan() -> None:
    """Plan the next look where none is planned: at once at the first start, so that a restored backup expires too."""
    from django_tasks_db.models import DBTaskResult

    looks = DBTaskResult.objects.filter(task_path=look.module_path)
    if not looks.filter(status=TaskResultStatus.READY).exists():
        first = not looks.exists()
        look.using(run_after=timezone.now() + (timedelta() if first else BETWEEN_LOOKS)).enqueue()
