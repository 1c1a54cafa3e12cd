"""What the charter asks of consultations, checked on the guards themselves (C12, C17)."""

from __future__ import annotations

from django.db.models import Q

from majlis.workspace.commons import keys
from majlis.workspace.commons.charter.guards.planted import NAME, institution, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.forms import ConsultationForm
from majlis.workspace.rooms.consultations.models import Consultation, Door, Sent, Stage, Standing, Statement, Vote


@check("C12", about=("consultations",))
def closed_votes_are_free() -> None:
    """A closed consultation has no key, no times of votes, and nothing that its voters' devices sent."""
    closed = Consultation.objects.filter(state=Stage.CLOSED)
    if any(keys.exists(pk) for pk in closed.values_list("pk", flat=True)):
        raise Broken("a closed consultation still has its key")
    timed = Q(cast_at__isnull=False) | Q(first_at__isnull=False) | Q(first_value__isnull=False)
    if Vote.objects.filter(timed, statement__consultation__state=Stage.CLOSED).exists():
        raise Broken("votes of a closed consultation still have their times")
    if Sent.objects.filter(consultation__state=Stage.CLOSED).exists():
        raise Broken("a closed consultation still knows what devices sent")


@check("C12", about=("consultations",))
def statements_wait() -> None:
    """An offered statement is seen by nobody else before a moderator let it in."""
    with undone():
        place = institution()
        asked = Consultation.objects.create(institution=place, text=NAME, state=Stage.OPEN, door=Door.OPEN)
        held = {"institution": place, "consultation": asked, "text": NAME, "code": "1", "position": 1}
        Statement.objects.create(**held, state=Standing.PENDING)
        if queries.statements_in(asked).exists() or queries.statements_seen(asked).exists():
            raise Broken("a statement that waits for moderation is shown")


@check("C17", about=("consultations",))
def consultations_know_age() -> None:
    """A consultation can say below which age nobody votes, or only with a guardian."""
    asked = {"least_age", "with_guardian"}
    columns = {field.name for field in Consultation._meta.concrete_fields}
    if not asked <= columns or not asked <= set(ConsultationForm.base_fields):
        raise Broken("a consultation cannot set an age")
