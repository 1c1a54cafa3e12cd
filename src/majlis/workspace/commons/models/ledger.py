"""The rows of the ledger; `commons.ledger` writes and proves them."""

from __future__ import annotations

from django.db import models


class LedgerHead(models.Model):
    """The one row that says where the ledger ends: its size, and the right edge of its tree (hashes in hex)."""

    size = models.PositiveBigIntegerField(default=0)
    edge = models.JSONField(default=list)
    root = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_ledger_head")]

    def __str__(self) -> str:
        return f"{self.size} entries, root {self.root}"


class LedgerEntry(models.Model):
    """One act: what was done by whom and to which digests, as the exact JSON text whose hash is a leaf of the tree."""

    index = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    leaf = models.TextField()
    leaf_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["index"]

    def __str__(self) -> str:
        return f"{self.index} {self.leaf}"
