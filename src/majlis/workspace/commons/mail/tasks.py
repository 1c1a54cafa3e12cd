"""Mail in the background: a look at the digests every quarter of an hour, and password links."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus

from majlis.workspace.commons.mail import digests, letters
from majlis.workspace.commons.mail.post import NotSent, Post
from majlis.workspace.commons.models import User
from majlis.workspace.commons.queries import member_of

log = logging.getLogger("majlis.mail")
BETWEEN_LOOKS = timedelta(minutes=15)
KEPT = timedelta(days=1)
TRIES = 5


@task()
def send_digests() -> None:
    """Send what is due; the next look is planned first, so that no failure ends the row of them."""
    plan()
    digests.send_due()


def plan() -> None:
    """Plan the next look at the digests where none is planned, and forget looks of the days before."""
    from django_tasks_db.models import DBTaskResult

    looks = DBTaskResult.objects.filter(task_path=send_digests.module_path)
    looks.filter(finished_at__lt=timezone.now() - KEPT).delete()
    if settings.MAIL and not looks.filter(status=TaskResultStatus.READY).exists():
        send_digests.using(run_after=next_look(timezone.now())).enqueue()


def next_look(now: datetime) -> datetime:
    """Give the next quarter of an hour: every time zone is some quarters away from UTC."""
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    return quarter + BETWEEN_LOOKS


@task()
def mail_password_link(user_id: str, language: str, attempt: int = 1) -> None:
    """Mail a link on which the user sets a new password; where the server cannot take it, try again later.

    At least once: a second link does no harm, and somebody waits for the first. Nothing of the link is kept here.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    member = user and member_of(user)
    if settings.MAIL is None or not member:
        return
    try:
        with Post(settings.MAIL) as post:
            post.send(letters.password_letter(member, language))
    except NotSent as fault:
        log.warning("a password link was not sent (attempt %d): %s", attempt, fault.reason.value)
        if fault.again and attempt < TRIES:
            later = timezone.now() + timedelta(minutes=2**attempt)
            mail_password_link.using(run_after=later).enqueue(user_id, language, attempt + 1)
