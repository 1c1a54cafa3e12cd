"""What all rooms share and how long it is kept: accounts, sessions, mail, background work, backups, marked records."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from majlis.workspace.commons import manifest
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Digest, LedgerPerson, Member, Record, Role, SearchEntry, User
from majlis.workspace.commons.models.people import gone_address
from majlis.workspace.commons.retention import records
from majlis.workspace.commons.retention.accounts import erase
from majlis.workspace.commons.retention.policies import keeps

PERSONAL = ("commons.user", "commons.member", "account.emailaddress", "mfa.authenticator")


@keeps("accounts-unused", days=90, most=365, leaves=(User, EmailAddress))
def unused_accounts(before: datetime) -> Iterator[str]:
    """Accounts that nobody ever signed in with."""
    return _erased(User.objects.filter(last_login=None, created_at__lt=before, is_active=True))


@keeps("accounts-left", days=30, most=365, covers=PERSONAL, leaves=(User, EmailAddress, LedgerPerson))
def left_accounts(before: datetime) -> Iterator[str]:
    """Accounts whose people left."""
    return _erased(User.objects.filter(is_active=False, left_at__lt=before))


@keeps("sessions", days=0, most=30, leaves=(Session,))
def sessions(before: datetime) -> list[str]:
    """Sessions that ended."""
    return _deleted(Session.objects.filter(expire_date__lt=before), "session_key")


@keeps("background", days=7, most=30)
def background(before: datetime) -> list[str]:
    """Background work that is done: whom a password link went to."""
    return _deleted(DBTaskResult.objects.filter(finished_at__lt=before), "id")


@keeps("digests", days=30, most=90, covers=("commons.digest",))
def digests(before: datetime) -> list[str]:
    """Who got a digest on which day."""
    return _deleted(Digest.objects.filter(day__lt=before.date()), "id")


@keeps("backups", days=90, most=365)
def backups(before: datetime) -> Iterator[str]:
    """Backups, which still hold what has expired since they were made; the last good one stays, however old it is."""
    good = manifest.last_good()
    for path in sorted(Path(settings.BACKUPS).glob(f"{manifest.PREFIX}*")):
        made = manifest.made_at(path)
        if made and made < before and not (good and path == good.path):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            yield digest(path.name)
    manifest.refresh()


@keeps("marked-records", days=0, most=0, leaves=(SearchEntry, Record))
def marked_records(before: datetime) -> list[str]:
    """Records under a handling that ended, with everything into which they went and what was written about them."""
    for record in list(records.over(before)):
        records.end_with(record)
    return [records.empty(record).proof for record in list(records.over(before))]


def _erased(users: Iterable[User]) -> Iterator[str]:
    for user in users:
        if user.email != gone_address(user.pk) and not (_is_auditor(user) or _is_last_administrator(user)):
            yield erase(user)


def _is_auditor(user: User) -> bool:
    """Whether somebody's oversight would end unseen: what no administrator may do, time does not do either (C18)."""
    return user.is_active and user.memberships.filter(grants__role=Role.AUDITOR).exists()


def _is_last_administrator(user: User) -> bool:
    """Whether an institution would have nobody left to let people in: such an account waits for another one."""
    administered = Member.objects.filter(user=user, grants__role=Role.ADMINISTRATOR, user__is_active=True)
    others = Member.objects.filter(grants__role=Role.ADMINISTRATOR, user__is_active=True).exclude(user=user)
    return any(not others.filter(institution=member.institution_id).exists() for member in administered)


def _deleted(found: QuerySet[Any], key: str) -> list[str]:
    gone = [digest(str(value)) for value in found.values_list(key, flat=True)]
    found.delete()
    return gone
