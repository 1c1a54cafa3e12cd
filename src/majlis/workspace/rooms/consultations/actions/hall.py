"""What a session in a hall adds to a consultation's life: its short code, and a closing at a set time."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.rooms.consultations import queries, rules
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.consultations.queries.hall import ENTRANCE_LENGTH, ENTRANCE_LETTERS


@action("consultation.schedule-closing", rule=rules.may_change)
def schedule_closing(*, consultation: Consultation, at: datetime) -> Consultation:
    """Set when the voting closes by itself, in the name of who sets it; a later call replaces an earlier one.

    Raises Refused where the voting is not open or the time has passed.
    """
    locked = queries.lock_open(consultation)
    if at <= timezone.now():
        raise Refused("schedule-in-the-past")
    locked.closes_at, locked.closes_by = at, current_actor()
    locked.save()
    return locked


@action("consultation.cancel-closing", rule=rules.may_change)
def cancel_closing(*, consultation: Consultation) -> Consultation:
    """Let the voting go on until somebody closes it. Refused where no closing is scheduled."""
    locked = queries.lock_open(consultation)
    if locked.closes_at is None:
        raise Refused("schedule-none")
    locked.closes_at = locked.closes_by = None
    locked.save()
    return locked


def fresh_entrance() -> str:
    """Make a short code that no other consultation has."""
    while True:
        code = "".join(secrets.choice(ENTRANCE_LETTERS) for _ in range(ENTRANCE_LENGTH))
        if not Consultation.objects.filter(entrance=code).exists():
            return code
