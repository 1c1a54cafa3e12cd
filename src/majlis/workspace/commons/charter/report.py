"""Carrying out the checks."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from importlib.metadata import version

from django.utils import timezone

from majlis.workspace.commons.charter import book, refusals
from majlis.workspace.commons.charter.register import PLEDGED, Broken, Check, awaited, checks, landed
from majlis.workspace.commons.charter.results import Outcome, Report, State
from majlis.workspace.commons.models import RefusalCount

log = logging.getLogger("majlis.charter")
MOST_WORDS = 300


def carry_out(*, thorough: bool) -> Report:
    """Do every check that is pledged; one that is gone is as broken as one that fails."""
    present = checks()
    outcomes = [found for rule in PLEDGED for found in _of_rule(rule, present, thorough)]
    counts = tuple((one.month, one.rule, one.count) for one in RefusalCount.objects.order_by("month", "rule"))
    now = timezone.now().replace(microsecond=0)
    return Report(now, book.version(), book.digest(), version("majlis"), thorough, tuple(outcomes), counts)


def _of_rule(rule: str, present: Mapping[str, Check], thorough: bool) -> list[Outcome]:
    found = [_outcome_of(rule, name, present.get(name), thorough) for name in PLEDGED[rule]]
    bare = [one for one in landed() if one.rule == rule]
    found += [Outcome(rule, "landed", State.BROKEN, f"{one.place} is there without its check") for one in bare]
    if waits := awaited(rule):
        found.append(Outcome(rule, "to-come", State.AWAITED, " ".join(waits)))
    return found


def _outcome_of(rule: str, name: str, check: Check | None, thorough: bool) -> Outcome:
    if check is None or check.rule != rule:
        return Outcome(rule, name, State.BROKEN, "the check is gone")
    if check.thorough and not thorough:
        return Outcome(rule, name, State.SKIPPED)
    try:
        with refusals.noting():  # what a check provokes is no refusal of anybody's wish
            check.look()
    except Broken as fault:
        return Outcome(rule, name, State.BROKEN, _line(str(fault)))
    except Exception as error:  # a guard that cannot be looked at cannot be relied on
        log.exception("the check %s of %s could not be done", name, rule)
        return Outcome(rule, name, State.BROKEN, _line(f"it could not be looked at: {error!r}"))
    return Outcome(rule, name, State.HOLDS)


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:MOST_WORDS]
