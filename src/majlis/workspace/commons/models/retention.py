"""What is left of what expired: how much went, and for records the digest of what they said."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import digest as digest_of
from majlis.workspace.commons.fields import new_id


class Erasure(models.Model):
    """One round of a policy that erased something: how many things, and the root over their digests."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    policy = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["policy", "-at"])]

    def __str__(self) -> str:
        return f"{self.policy}: {self.count}"

    def ledger_reference(self) -> dict[str, object]:
        """Give what the ledger says of it: the policy, how many, and the root."""
        said = {"kind": self._meta.label_lower, "id": str(self.pk), "policy": self.policy, "count": self.count}
        return {**said, "digest": self.digest}


class Tombstone(models.Model):
    """What is left of a record whose time was over: its kind, its id, and the digest of what it said."""

    record_kind = models.CharField(max_length=60)
    record_id = models.UUIDField(unique=True)
    record_digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.record_kind} {self.record_id}"

    @property
    def proof(self) -> str:
        """The digest that stands for it in its erasure."""
        return digest_of({"kind": self.record_kind, "id": self.record_id, "digest": self.record_digest})
