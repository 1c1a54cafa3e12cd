"""What is refused under the charter, counted by rule and month: never who asked, nor what for (charter C20).

A refusal undoes its act's transaction, so it is counted after it: what is noted inside `noting` is put down at the end
of the page, everything else at once. Asking again is no other refusal: on pages each member counts once a day for each
rule and record, and all who are not signed in together once a day for each rule.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.cache import cache
from django.db import Error, transaction
from django.db.models import F
from django.utils import timezone

from majlis.engine.errors import CharterRefusal, Refused
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import RefusalCount

A_DAY = 24 * 3600
log = logging.getLogger("majlis.charter")
_noted: ContextVar[list[str] | None] = ContextVar("noted_refusals", default=None)

# Which rule of the charter stands behind a refusal; every other refusal is everyday order and is not counted.
BEHIND: Mapping[str, str] = {
    "map-after-closing": "C04",
    "run-not-to-repeat": "C04",
    "may-link": "C07",
    "may-restrict": "C07",
    "may-ask-release": "C07",
    "may-answer-release": "C07",
    "narrow-not-stricter": "C07",
    "release-not-seen": "C07",
    "release-outdated": "C07",
    "recommendation-basis-changed": "C07",
    "may-adopt": "C09",
    "may-release": "C09",
    "may-decide": "C09",
    "may-agree": "C09",
    "recommendation-without-basis": "C09",
    "recommendation-decided": "C09",
    "report-done-needs-proof": "C09",
    "may-read-moderated": "C12",
    "auditor-stays": "C18",
    "may-audit": "C18",
    "may-review": "C22",
    "translation-two-people": "C22",
    "statement-more-than-a-typo": "C22",
}


def charter_rule(error: BaseException) -> str:
    """Give the charter's rule behind a refusal; empty where there is none."""
    if isinstance(error, CharterRefusal):
        return error.rule
    return BEHIND.get(error.rule, "") if isinstance(error, Refused) else ""


@contextmanager
def noting() -> Iterator[list[str]]:
    """Collect the rules of the refusals in the block; the caller puts them down, or drops them."""
    noted: list[str] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


@contextmanager
def counted() -> Iterator[None]:
    """Count the refusal that leaves the block, if it is one under the charter."""
    try:
        yield
    except Refused as refusal:
        note(refusal)
        raise


def note(error: BaseException) -> None:
    """Count a refusal once, however many places see it pass."""
    rule = charter_rule(error)
    if not rule or getattr(error, "counted", False):
        return
    error.counted = True
    noted = _noted.get()
    put_down([rule]) if noted is None else noted.append(rule)


def first_today(rules: list[str], *, who: object, where: object) -> list[str]:
    """Keep the rules that refused this reader nothing in this place today; who it was is in memory alone, by digest."""
    day = timezone.now().date()
    marks = {rule: digest([str(who), str(where if who else ""), rule, day]) for rule in rules}
    return [rule for rule, mark in marks.items() if cache.add(f"refused-{mark}", True, A_DAY)]


def put_down(rules: list[str]) -> None:
    """Add to the counts, in a transaction of its own; a database that cannot be written costs the count, not the page.

    Two who count at once both count: the database adds.
    """
    month = timezone.now().strftime("%Y-%m")
    try:
        with transaction.atomic():
            for rule in rules:
                RefusalCount.objects.get_or_create(rule=rule, month=month)
                RefusalCount.objects.filter(rule=rule, month=month).update(count=F("count") + 1)
    except Error:
        log.exception("refusals under %s were not counted", " ".join(rules))


def counts() -> list[RefusalCount]:
    """Give the counts, the newest month first."""
    return list(RefusalCount.objects.order_by("-month", "rule"))
