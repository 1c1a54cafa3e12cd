"""Carrying the policies out: one act and one ledger entry for each that erased something."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone

from majlis.engine.ledger import leaf_hash, root
from majlis.workspace.commons import people, traces
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.models import Erasure, LedgerPerson, Member, Record, User
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.retention import records
from majlis.workspace.commons.retention.policies import Policy, policies

log = logging.getLogger("majlis.retention")


class _Nothing(Exception):
    """Nothing is over, so that there is no act."""


def carry_out(now: datetime | None = None) -> list[Erasure]:
    """Erase everything that is over, and rid the files of it; a policy that fails does not hold up the others."""
    now, done = now or timezone.now(), []
    for policy in policies():
        try:
            with transaction.atomic():
                done.append(erase_expired(policy=policy, before=policy.cutoff(now)))
                traces.owe(*_tables(policy))
        except _Nothing:
            continue
        except Exception:
            log.exception("the policy %s could not be carried out", policy.key)
    _forget_the_gone()
    if (owed := traces.owed()) and not traces.erase(*owed):
        log.warning("the files still hold what was erased, because somebody reads; the next round rids them of it")
    return done


def _tables(policy: Policy) -> set[type[models.Model]]:
    leaves = set(policy.leaves)
    return (leaves - {Record}) | records.tables() if Record in leaves else leaves


@action("retention.expire")
def erase_expired(*, policy: Policy, before: datetime) -> Erasure:
    """Erase what was over before the moment under one policy."""
    digests = sorted(policy.expire(before))
    if not digests:
        raise _Nothing
    return Erasure.objects.create(policy=policy.key, count=len(digests), digest=root_of(digests))


def root_of(digests: Sequence[str]) -> str:
    """Give the root over digests, in hex."""
    return root(leaf_hash(one.encode()) for one in digests).hex()


def _forget_the_gone() -> None:
    """Blank the ledger's salts of people whose accounts were erased: each is an act that names nobody."""
    gone = User.objects.filter(email__endswith=GONE).values("pk")
    known = LedgerPerson.objects.filter(member__isnull=False).values("member_id")
    for pk in list(Member.objects.filter(user__in=gone, pk__in=known).values_list("pk", flat=True)):
        with transaction.atomic():
            people.forget_in_ledger(member_id=pk)
