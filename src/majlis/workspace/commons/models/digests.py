"""What became of each day's digest."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import digest, new_id
from majlis.workspace.commons.models.people import User


class DigestState(models.TextChoices):
    """How far it is: to be sent, in the server's hands (perhaps), taken, not needed, or given up."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    NOTHING = "nothing"
    FAILED = "failed"


class Digest(models.Model):
    """One person's digest of one day: the row is the right to send it, so there is never a second.

    at: when to try next, or when it was last tried. failure: a key of the catalogues. noted: counted on the ledger.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField()
    state = models.CharField(max_length=10, choices=DigestState.choices, default=DigestState.WAITING)
    at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=40, blank=True)
    noted = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["state", "at"])]
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_day"),
            models.CheckConstraint(condition=models.Q(state__in=DigestState.values), name="digest_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.state}"

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of it: nothing that leads to the person."""
        content = {"user": self.user_id, "day": self.day}
        return {"kind": self._meta.label_lower, "id": str(self.pk), "digest": digest(content)}
