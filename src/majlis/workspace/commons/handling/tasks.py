"""What follows a recall in the background: words that the index no longer has go from the database's files too."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from majlis.workspace.commons import traces
from majlis.workspace.commons.models import SearchEntry

AGAIN = timedelta(minutes=10)


@task()
def rid_files() -> None:
    """Rid the files of words that left the index; while somebody reads they cannot go, so it is tried again later."""
    if not traces.erase(SearchEntry):
        rid_files.using(run_after=timezone.now() + AGAIN).enqueue()
