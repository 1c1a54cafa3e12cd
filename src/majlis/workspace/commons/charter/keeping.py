"""Keeping what the checks found: signed by the key that signs the ledger's heads, and said on every page if need be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from django.db import Error
from django.utils import timezone

from majlis.engine.ledger import Note
from majlis.workspace.commons import checkpoints
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.charter.register import checks
from majlis.workspace.commons.charter.report import carry_out
from majlis.workspace.commons.charter.results import Report
from majlis.workspace.commons.models import CharterCheck

SECONDS_REMEMBERED = 10
KEPT = timedelta(days=400)


@dataclass(frozen=True)
class Standing:
    """How the workspace stands to the charter: the rules that the latest checks found broken, and when."""

    at: datetime | None = None
    broken: tuple[str, ...] = ()

    @property
    def degraded(self) -> bool:
        """Whether a rule does not hold."""
        return bool(self.broken)


_known: tuple[float, Standing] | None = None


def look(*, thorough: bool) -> tuple[Report, CharterCheck]:
    """Carry out the checks, sign what they found and keep it."""
    report = carry_out(thorough=thorough)
    return report, keep_check(report=report)


@action("charter.check")
def keep_check(*, report: Report) -> CharterCheck:
    """Sign a report and keep it; older ones than 400 days go, the ledger keeps their digests."""
    key, text = checkpoints.signing_key(), str(report)
    note = str(Note(text).signed_also(key.sign(text)))
    CharterCheck.objects.filter(at__lt=report.at - KEPT).delete()
    forget()
    return CharterCheck.objects.create(
        at=report.at, version=report.charter, thorough=report.thorough, broken=report.broken, note=note
    )


def latest(*, thorough: bool | None = None) -> CharterCheck | None:
    """Give the last check, of one scope where that matters."""
    found = CharterCheck.objects.all()
    return (found if thorough is None else found.filter(thorough=thorough)).first()


def standing() -> Standing:
    """Say how the workspace stands, as known for ten seconds; nothing is said while the database cannot answer."""
    global _known  # noqa: PLW0603 - one memory a process, so that a page costs no query more
    if _known is None or monotonic() - _known[0] > SECONDS_REMEMBERED:
        try:
            _known = monotonic(), _standing()
        except Error:
            return Standing()
    return _known[1]


def forget() -> None:
    """Have the next page look anew."""
    global _known  # noqa: PLW0603
    _known = None


def is_due(now: datetime | None = None) -> bool:
    """Say whether a day has passed since everything was looked at."""
    last = latest(thorough=True)
    return last is None or (now or timezone.now()) - last.at >= timedelta(days=1)


def _standing() -> Standing:
    """What a quick look left out stays as the last thorough look found it."""
    last, whole = latest(), latest(thorough=True)
    if last is None:
        return Standing()
    left_out = {check.rule for check in checks().values() if check.thorough}
    lasting = left_out.intersection(whole.broken) if whole else set()
    return Standing(last.at, tuple(sorted(lasting.union(last.broken))))
