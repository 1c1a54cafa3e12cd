"""One digest a person and day: who gets one, when it is tried again, when it is given up.

At most once: the row is claimed, and the claim committed, in the last moment before the server gets the text. A process
that dies between claim and answer leaves a mail that may have been sent; it is not sent again, because what it said
still waits on the desk and is in tomorrow's digest, whereas a second copy cannot be taken back.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from traceback import format_tb

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from majlis.workspace.commons import words
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.mail.letters import digest_letter
from majlis.workspace.commons.mail.post import OF_THE_SERVER, NotSent, Post, Reason
from majlis.workspace.commons.models import Digest, DigestState, Member

log = logging.getLogger("majlis.mail")
HOUR = 7
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=15), timedelta(hours=4)
KEPT = timedelta(days=30)
PATIENCE = timedelta(minutes=10)


def send_due(now: datetime | None = None) -> None:
    """Send every digest that is due, and count what was sent on the ledger."""
    if settings.MAIL is None:
        return
    now = now or timezone.now()
    queue(now)
    with Post(settings.MAIL) as post:
        for digest in list(_due(now)):
            if not _try(digest, post, now):
                break
    _note()


def queue(now: datetime) -> None:
    """Put down today's digest for everybody whose day has come to the hour, and forget those of long ago."""
    Digest.objects.filter(day__lt=(now - KEPT).date()).delete()
    wanted = [member for member in _readers() if _local(member, now).hour >= HOUR]
    days = {member.user_id: _local(member, now).date() for member in wanted}
    known = set(Digest.objects.filter(day__in=set(days.values())).values_list("user_id", "day"))
    rows = [Digest(user_id=user, day=day, at=now) for user, day in days.items() if (user, day) not in known]
    Digest.objects.bulk_create(rows, ignore_conflicts=True)


def today_of(member: Member, now: datetime | None = None) -> date:
    """Give the day that it is where the member's institution is."""
    return _local(member, now or timezone.now()).date()


def troubles(now: datetime | None = None) -> dict[object, str]:
    """Give, by user, why their last digest of these two days did not arrive or may not have: a key of the catalogue."""
    now = now or timezone.now()
    recent = Digest.objects.filter(day__gte=(now - timedelta(days=2)).date())
    last = {digest.user_id: digest for digest in recent}  # the newest of each, as they come by day
    return {user: trouble for user, digest in last.items() if (trouble := _trouble(digest, now))}


@action("digest.send")
def note_sent() -> list[Digest]:
    """Count on the ledger what was sent since the last count: a number and a hash, no person."""
    rows = list(Digest.objects.select_for_update().filter(state=DigestState.SENT, noted=False))
    Digest.objects.filter(pk__in=[row.pk for row in rows]).update(noted=True)
    return rows


def _try(digest: Digest, post: Post, now: datetime) -> bool:
    """Try to send one digest; False where the server is at fault and no other would fare better."""
    member = next(iter(_readers(user=digest.user_id)), None)
    if member is None:
        return _settle(digest, DigestState.NOTHING)
    if today_of(member, now) != digest.day:
        return _settle(digest, DigestState.FAILED, digest.failure or Reason.LATE)
    try:
        letter = _write(member, digest.day)
        if letter is None:
            return _settle(digest, DigestState.NOTHING)
        return not post.send(letter, lambda: _claim(digest)) or _settle(digest, DigestState.SENT)
    except NotSent as fault:
        return _put_off(digest, fault, now)


def _write(member: Member, day: date) -> EmailMessage | None:
    """Write the letter; a fault in one person's lines stops nobody else's, and its words, which may quote, no log."""
    try:
        return digest_letter(member, day)
    except NotSent:
        raise
    except Exception as fault:
        log.error(
            "a digest could not be written: %s\n%s", type(fault).__name__, "".join(format_tb(fault.__traceback__))
        )
        raise NotSent(Reason.FAULT) from None


def _readers(**only: object) -> list[Member]:
    """Give those who get a digest, each in the membership in which they act."""
    members = Member.objects.filter(user__is_active=True, user__digest=True, **only)
    members = members.select_related("institution", "user").prefetch_related("grants")
    oldest: dict[object, Member] = {}
    for member in members.order_by("created_at", "pk"):
        oldest.setdefault(member.user_id, member)
    return list(oldest.values())


def _due(now: datetime) -> QuerySet[Digest]:
    return Digest.objects.filter(state=DigestState.WAITING, at__lte=now)


def _local(member: Member, now: datetime) -> datetime:
    return now.astimezone(words.zone_of(member.institution.locale))


def _trouble(digest: Digest, now: datetime) -> str:
    if digest.state == DigestState.SENDING:
        return Reason.UNANSWERED if digest.failure or digest.at < now - PATIENCE else ""
    return digest.failure if digest.state in {DigestState.WAITING, DigestState.FAILED} else ""


def _claim(digest: Digest) -> bool:
    """Take the right to send; of two who want it one gets it, for good. Committed before anything is sent."""
    free = Digest.objects.filter(pk=digest.pk, state=DigestState.WAITING)
    if not free.update(state=DigestState.SENDING, at=timezone.now()):
        return False
    digest.state = DigestState.SENDING
    return True


def _settle(digest: Digest, state: DigestState, failure: str = "") -> bool:
    """Note what became of it, unless somebody else has it in hand by now."""
    still = Digest.objects.filter(pk=digest.pk, state=digest.state)
    still.update(state=state, **({"failure": failure} if failure else {}))
    return True


def _put_off(digest: Digest, fault: NotSent, now: datetime) -> bool:
    log.warning("a digest was not sent: %s", fault.reason.value)
    if fault.reason is Reason.UNANSWERED:
        return _settle(digest, DigestState.SENDING, fault.reason)
    if not fault.again:
        return _settle(digest, DigestState.FAILED, fault.reason)
    of_all = fault.reason in OF_THE_SERVER
    for one in [digest, *(_due(now).exclude(pk=digest.pk) if of_all else [])]:
        pause = min(FIRST_PAUSE * 2**one.attempts, LONGEST_PAUSE)
        Digest.objects.filter(pk=one.pk, state=one.state).update(
            state=DigestState.WAITING, at=now + pause, attempts=one.attempts + 1, failure=fault.reason
        )
    return not of_all


def _note() -> None:
    if Digest.objects.filter(state=DigestState.SENT, noted=False).exists():
        note_sent()
