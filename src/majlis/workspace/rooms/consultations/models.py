"""A consultation, its statements, and the votes: narrow rows that name nobody."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from majlis.workspace.commons.fields import MultilingualField
from majlis.workspace.commons.models import Contribution, Question, Record


class Door(models.TextChoices):
    """How voters come in (a later change would change what the votes mean, so it is content)."""

    OPEN = "open"
    CODES = "codes"
    MEMBERS = "members"
    IMPORTED = "imported"


class Stage(models.TextChoices):
    """How far a consultation is; it only ever moves down this list."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Consultation(Question):
    """A question put to many, answered by votes on statements.

    text (of the question): the public title. headline: what the map page asks. simulated: the votes were drawn by a
    computer and stand for nobody. closing: the report of the closing act, with the digest of the votes.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"opened_at", "closed_at", "closing"}

    headline = MultilingualField(null=True)
    introduction = MultilingualField(null=True)
    door = models.CharField(max_length=10, choices=Door.choices, default=Door.OPEN)
    simulated = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closing = models.JSONField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(door__in=Door.values), name="door_is_known")]

    def ledger_reference(self) -> dict[str, str]:
        """Add the digest of the final votes once there is one."""
        votes = {"votes_sha256": self.closing["votes_sha256"]} if self.closing else {}
        return {**super().ledger_reference(), **votes}

    @property
    def is_open(self) -> bool:
        """Whether votes are taken."""
        return self.state == Stage.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether the votes are final and the key is gone."""
        return self.state == Stage.CLOSED


class Statement(Contribution):
    """One statement to agree or disagree with; its code is its name in files and never changes."""

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"moderated_out"}

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="statements")
    code = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    moderated_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "code"], name="one_statement_a_code"),
            models.UniqueConstraint(fields=["consultation", "position"], name="one_statement_a_position"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a contribution to the consultation's question."""
        self.question_id = self.consultation_id
        super().save(*args, **kwargs)


class Vote(models.Model):
    """One answer: agree 1, pass 0, disagree -1. The time goes when the consultation closes."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    pseudonym = models.BinaryField(max_length=16)
    value = models.SmallIntegerField()
    cast_at = models.DateTimeField(null=True)
    commitment = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "pseudonym"], name="one_vote_a_statement"),
            models.CheckConstraint(condition=models.Q(value__in=(-1, 0, 1)), name="vote_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.value)

    def ledger_reference(self) -> dict[str, str]:
        """Commit to the vote without showing it; the salt of the commitment goes with the consultation's key."""
        return {"kind": "consultations.vote", "commitment": self.commitment}
