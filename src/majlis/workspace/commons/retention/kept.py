"""The backups that there are: until when each stays, and how much of what it holds was erased since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Sum

from majlis.workspace.commons import manifest
from majlis.workspace.commons.models import Erasure
from majlis.workspace.commons.retention.policies import policies

POLICY = "backups"


@dataclass(frozen=True)
class Backup:
    """A backup; erased_since: how many things the workspace erased after it was made, which it may still hold."""

    kept: manifest.Kept
    until: datetime
    is_whole: bool
    is_last_good: bool
    erased_since: int


def backups() -> list[Backup]:
    """The newest first."""
    found, policy = manifest.kept(), next(one for one in policies() if one.key == POLICY)
    days = timedelta(days=min(policy.kept, policy.most))
    whole = {one.file: one.is_whole() for one in found}
    last = manifest.best([one for one in found if whole[one.file]])
    return [Backup(one, one.made_at + days, whole[one.file], one == last, _erased_since(one.made_at)) for one in found]


def _erased_since(moment: datetime) -> int:
    erased = Erasure.objects.filter(at__gt=moment).exclude(policy=POLICY)
    return erased.aggregate(all=Sum("count"))["all"] or 0
