"""What consultations keep of voters after they close, and for how long."""

from __future__ import annotations

from datetime import datetime

from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.retention.policies import keeps
from majlis.workspace.rooms.consultations.models import Code, Stage, Statement

CLOSED = "consultation__state"


@keeps("consultation-codes", days=30, most=180, covers=("consultations.code",), leaves=(Code,))
def codes(before: datetime) -> list[str]:
    """Single-use codes of closed consultations: they open nothing any more."""
    found = Code.objects.filter(**{CLOSED: Stage.CLOSED}, consultation__closed_at__lt=before)
    gone = [digest(bytes(code.digest)) for code in found]
    found.delete()
    return gone


@keeps("statement-receipts", days=90, most=365, covers=("consultations.statement",), leaves=(Statement,))
def receipts(before: datetime) -> list[str]:
    """Receipts by which authors see what became of their statements."""
    old = Statement.objects.filter(**{CLOSED: Stage.CLOSED}, consultation__closed_at__lt=before)
    found = old.filter(receipt__isnull=False)
    gone = [digest(statement.pk) for statement in found]
    found.update(receipt=None)
    return gone
