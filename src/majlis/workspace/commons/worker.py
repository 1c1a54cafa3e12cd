"""The background worker: one process beside the web, alive as long as it holds its lock file.

`python -m majlis.workspace.commons.worker PID` is that process; it never outlives PID, the `serve` that started it.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from majlis.engine.errors import InputError
from majlis.workspace.commons import files

SECONDS_BETWEEN_LOOKS = 0.5
NICENESS = 5  # pages come before work in the background


def lock_file() -> Path:
    """Say where the worker's lock lies."""
    return Path(settings.HOME) / "worker.lock"


def server_lock_file() -> Path:
    """Say where the lock of the server lies."""
    return Path(settings.HOME) / "serve.lock"


def locked(tries: int = 1) -> AbstractContextManager[None]:
    """Hold the worker's lock; InputError where another worker of this workspace holds it."""
    return files.locked(lock_file(), "A worker of this workspace is running already.", tries)


def is_alive() -> bool:
    """Say whether a worker of this workspace runs on this machine."""
    try:
        with locked():
            return False
    except InputError:
        return True


def oldest_waiting() -> timedelta | None:
    """Say for how long the oldest task has been waiting, one for a set time since then; None where none waits."""
    from django_tasks_db.models import DBTaskResult

    now = timezone.now()
    waiting = DBTaskResult.objects.ready().values_list("enqueued_at", "run_after")
    since = [max(enqueued, after) if after <= now else enqueued for enqueued, after in waiting]
    return now - min(since) if since else None


def take_up_again() -> int:
    """Put tasks that a killed worker of this machine left half done back into the queue; give their number."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    mine = [task.pk for task in DBTaskResult.objects.running() if task.worker_ids and _is_ours(task.worker_ids[-1])]
    return DBTaskResult.objects.filter(pk__in=mine).update(status=TaskResultStatus.READY, started_at=None)


def work() -> None:
    """Work until a signal comes: the task under way is finished first, a second signal ends it."""
    from django.core.management import call_command

    from majlis.workspace.commons import ledger_tasks
    from majlis.workspace.commons.charter import tasks as charter_tasks
    from majlis.workspace.commons.mail.tasks import plan
    from majlis.workspace.commons.retention import tasks as retention_tasks

    with locked(tries=4):  # somebody who asks whether we live holds the lock for a moment
        take_up_again()
        plan()
        ledger_tasks.plan()
        charter_tasks.plan()
        retention_tasks.plan()
        name = f"{_machine()}-{uuid4().hex[:12]}"
        call_command("db_worker", interval=SECONDS_BETWEEN_LOOKS, startup_delay=False, reload=False, worker_id=name)


def end_with(parent: int) -> None:
    """End this process once it has lost its parent, even one that was killed and could not say goodbye."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def _machine() -> str:
    return socket.gethostname()[:40]


def _is_ours(worker_id: str) -> bool:
    return worker_id.rpartition("-")[0] == _machine()


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majlis.workspace.settings")
    os.nice(NICENESS)
    django.setup()
    end_with(int(sys.argv[1]))
    work()
