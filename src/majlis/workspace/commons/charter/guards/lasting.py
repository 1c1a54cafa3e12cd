"""Nothing personal and nothing with an expiry lasts for ever (C11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.charter.guards.planted import NAME, institution, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.models import Erasure, Source, User
from majlis.workspace.commons.retention.carrying_out import erase_expired
from majlis.workspace.commons.retention.policies import policies

LONGEST_SESSION, LONGEST_LINK = timedelta(days=31), timedelta(days=7)
PLEDGED = {
    *("accounts-unused", "accounts-left", "sessions", "background", "digests", "backups", "marked-records"),
    *("consultation-codes", "statement-receipts"),
}
# Freed of whom they came from when a consultation or a series of rounds ends, with its key (C12).
FREED = {"consultations.consultation", "consultations.vote", "consultations.sent", "strategy.rating"}


@check("C11")
def everything_personal_expires() -> None:
    """Sessions, links and every policy come to an end, and every table about people has a policy."""
    if timedelta(seconds=settings.SESSION_COOKIE_AGE) > LONGEST_SESSION:
        raise Broken("a session lasts longer than a month")
    if timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) > LONGEST_LINK:
        raise Broken("a link that sets a password lasts longer than a week")
    known = {policy.key: policy for policy in policies()}
    if lacking := (PLEDGED | set(settings.KEEP)) - set(known):
        raise Broken(f"there is no policy {' '.join(sorted(lacking))}")
    if longer := [policy.key for policy in known.values() if policy.kept > policy.most]:
        raise Broken(f"kept for too long: {' '.join(longer)}")
    covered = {table for policy in known.values() for table in policy.covers}
    if bare := sorted(set(_personal()) - covered - FREED):
        raise Broken(f"tables about people that nothing takes away: {' '.join(bare)}")


@check("C11")
def expired_words_go() -> None:
    """A planted record whose time is over loses its words, and the ledger knows."""
    now = timezone.now()
    over = Handling(tlp=Tlp.AMBER, expires=now - timedelta(days=1))
    with undone():
        source = Source.objects.create(institution=institution(), title=NAME, handling=over)
        policy = next((policy for policy in policies() if policy.key == "marked-records"), None)
        if policy is None:
            raise Broken("nothing empties records whose time is over")
        erase_expired(policy=policy, before=policy.cutoff(now))
        if str(NAME) in str(Source.objects.get(pk=source.pk).title) or not Erasure.objects.exists():
            raise Broken("a record whose time is over still has its words")


def _personal() -> Iterator[str]:
    """Name the tables with an address, a reference to an account, or bytes that stand for somebody."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            names = isinstance(field, models.EmailField | models.BinaryField)
            if names or (field.is_relation and field.related_model is User):
                yield model._meta.label_lower
