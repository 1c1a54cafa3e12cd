"""What the workspace found when it checked itself against the charter, and how often it refused under it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import digest, new_id


class CharterCheck(models.Model):
    """One check of the charter as it was signed: the note, and what it comes to.

    thorough: everything was looked at, the whole ledger included. broken: the rules that do not hold, such as `C04`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(default=timezone.now)
    version = models.CharField(max_length=20)
    thorough = models.BooleanField()
    broken = models.JSONField(default=list)
    note = models.TextField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"])]

    def __str__(self) -> str:
        return f"charter {self.version}: {' '.join(self.broken) or 'holds'}"

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of it: the digest of the signed note."""
        return {"kind": self._meta.label_lower, "id": str(self.pk), "digest": digest(self.note)}


class RefusalCount(models.Model):
    """How often something was refused under one rule of the charter in one month (`2026-11`), and nothing else."""

    rule = models.CharField(max_length=3)
    month = models.CharField(max_length=7)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-month", "rule"]
        constraints = [models.UniqueConstraint(fields=["rule", "month"], name="one_count_a_rule_and_month")]

    def __str__(self) -> str:
        return f"{self.rule} {self.month}: {self.count}"
