"""The rows of the ledger; `commons.ledger` writes and proves them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import digest, new_id
from majlis.workspace.commons.models.people import Institution, Member


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
    """One act: what was done by whom and to which digests, as the exact JSON text whose hash is a leaf of the tree.

    nodes: the inner nodes of the tree that this leaf completes, from the lowest up, 64 hex digits each: with them a
    proof reads a few rows by their key, and an append writes no row more.
    """

    index = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    leaf = models.TextField()
    leaf_hash = models.CharField(max_length=64)
    nodes = models.TextField(default="")

    class Meta:
        ordering = ["index"]

    def __str__(self) -> str:
        return f"{self.index} {self.leaf}"


class LedgerPerson(models.Model):
    """Who stands behind a commitment in a leaf: the member and the salt, which can both be blanked for ever.

    entry, place: where the commitment stands; place 0 is the actor, the others are subjects in their order.
    """

    pk = models.CompositePrimaryKey("entry", "place")
    entry = models.PositiveBigIntegerField()
    place = models.PositiveSmallIntegerField()
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    salt = models.CharField(max_length=64)

    class Meta:
        ordering = ["entry", "place"]

    def __str__(self) -> str:
        return f"{self.entry}:{self.place}"


class LedgerCheckpoint(models.Model):
    """A head that was signed: the note as it was published, without the signatures that came later."""

    size = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField()

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return self.note

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of it."""
        return {
            "kind": self._meta.label_lower,
            "id": str(self.pk),
            "digest": digest({"at": self.at, "note": self.note}),
        }


class LedgerWitness(models.Model):
    """Somebody who holds our heads: whose signatures we take, and which institution answers for the key, if any."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=400, unique=True)
    name = models.CharField(max_length=200)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.name

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of it."""
        content = {"key": self.key, "name": self.name, "at": self.added_at, "retired": self.retired}
        content["institution"] = self.institution_id
        return {"kind": self._meta.label_lower, "id": str(self.pk), "digest": digest(content)}


class LedgerCosignature(models.Model):
    """That a witness saw a head: its signature line under that checkpoint."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    checkpoint = models.ForeignKey(LedgerCheckpoint, on_delete=models.PROTECT, related_name="cosignatures")
    witness = models.ForeignKey(LedgerWitness, on_delete=models.PROTECT, related_name="cosignatures")
    line = models.CharField(max_length=600)
    seen_at = models.DateTimeField()
    taken_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["seen_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["line"], name="one_cosignature_each")]

    def __str__(self) -> str:
        return self.line

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of it."""
        times = {"seen": self.seen_at, "taken": self.taken_at}
        content = {"checkpoint": self.checkpoint_id, "witness": self.witness_id, "line": self.line, **times}
        return {"kind": self._meta.label_lower, "id": str(self.pk), "digest": digest(content)}


class LedgerCheck(models.Model):
    """A check of the ledger that somebody asked for: how far it is, and what it found. It is no evidence itself.

    done: entries looked at. fault, index: as in `engine.ledger.Verification`; empty fault: everything holds.
    failure: the check itself could not be done.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    asked_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveBigIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    root = models.CharField(max_length=64, blank=True)
    fault = models.CharField(max_length=12, blank=True)
    index = models.PositiveBigIntegerField(null=True)
    failure = models.BooleanField(default=False)

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"{self.done} of {self.size} {self.fault}"

    @property
    def share(self) -> float:
        """How far it is, from 0 to 1."""
        return self.done / self.size if self.size else 0.0

    @property
    def fault_key(self) -> str:
        """The sentence that says what is wrong."""
        return f"ledger-fault-{self.fault}"
