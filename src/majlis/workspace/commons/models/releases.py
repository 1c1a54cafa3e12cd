"""What was released of counts of people; `commons.releases` writes it, and asks it before the next release."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import new_id


class Population(models.Model):
    """One set of people whom counts are made of, by a key such as `consultation:<id>`; releases wait for each other."""

    key = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.key


class CountRelease(models.Model):
    """One release: which table, of which rows (`state`, a digest), what was shown as JSON, its digest, when.

    It holds what readers saw, null where they saw nothing, and never a hidden count. kind: `table` for one that
    `engine.disclosure` released, `once` for counts under a rule of their own, of which there is one release only.
    """

    class Kind(models.TextChoices):
        TABLE = "table"
        ONCE = "once"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    population = models.ForeignKey(Population, on_delete=models.PROTECT, related_name="releases")
    table = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=64)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["population", "table", "digest"], name="released_once"),
            models.CheckConstraint(condition=models.Q(kind__in=["table", "once"]), name="release_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.table} of {self.population_id}"

    def ledger_reference(self) -> dict[str, str]:
        """What the ledger commits to: the digest of what was shown."""
        return {"kind": "commons.countrelease", "id": str(self.pk), "digest": self.digest}
