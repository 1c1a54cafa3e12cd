"""What originators decide about the handling of records: releases below the strictest, narrowings and recalls."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import HandlingField, MultilingualField, digest
from majlis.workspace.commons.models.people import Institution, Member
from majlis.workspace.commons.models.records import Record, find


class Release(Record):
    """The wish that one record be seen by more than what it stands on allows, and what became of the wish.

    subject: the record by kind and id, as it stood (`subject_digest`) under its handling (`before`). wanted: the
    handling asked for. state: asked, granted once every originator agreed, declined, or ended. A release holds for that
    version of that record alone; what is derived from it elsewhere is bound as before.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"decided_at"}
    ASKED, GRANTED, DECLINED, ENDED = "asked", "granted", "declined", "ended"

    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    subject_digest = models.CharField(max_length=64)
    before = HandlingField()
    wanted = HandlingField()
    reason = MultilingualField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject_id"])]
        constraints = [
            models.UniqueConstraint(fields=["subject_id"], condition=models.Q(state="asked"), name="one_release_waits"),
            models.CheckConstraint(
                condition=models.Q(state__in=["asked", "granted", "declined", "ended"]), name="release_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_id}: {self.state}"

    def ledger_reference(self) -> dict[str, str]:
        """Add the version of the record that it is about."""
        return {**super().ledger_reference(), "subject": str(self.subject_id), "subject_digest": self.subject_digest}

    @property
    def subject(self) -> Record:
        """The record that is to be released."""
        return find(self.subject_kind, self.subject_id)

    @property
    def state_key(self) -> str:
        """The key of the sentence that says how far it is."""
        return f"release-{self.state}"

    def holds_for(self, record: Record) -> bool:
        """Whether it is granted and the record is still what was released, under the handling that was released."""
        granted = self.state == self.GRANTED and self.subject_digest == record.digest
        return granted and self.wanted == record.handling

    def missing(self) -> frozenset[str]:
        """The originators, by id, whose answer is still to come."""
        answered = {str(answer.institution_id) for answer in self.answers.all()}
        return self.before.originators - answered


class ReleaseAnswer(Record):
    """What one originator answers to the wish for a release, who answered, and why."""

    BOUND_BY: ClassVar[tuple[str, ...]] = ("release",)

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="answers")
    agrees = models.BooleanField()
    reason = MultilingualField()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["release", "institution"], name="one_answer_an_originator")]

    def __str__(self) -> str:
        return f"{self.release_id}: {self.agrees}"


class Restriction(Record):
    """An originator's act by which a record and everything derived from it is seen by fewer, or by nobody any more.

    state: narrow or recall. reason: the originator's words for those who could see it.
    """

    NARROW, RECALL = "narrow", "recall"

    reason = MultilingualField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=["narrow", "recall"]), name="restriction_is_known")
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    def ledger_reference(self) -> dict[str, Any]:
        """Add how many records it reached, and the digest of their digests, in order."""
        reached = sorted(self.records.values_list("record_digest", flat=True))
        return {**super().ledger_reference(), "records": len(reached), "records_digest": digest(reached)}


class Restricted(models.Model):
    """One record that a restriction reached: what remains of a recalled one, its tombstone.

    floor: the handling below which it never goes again. told: the institutions that could see it before.
    """

    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="records")
    record_kind = models.CharField(max_length=60)
    record_id = models.UUIDField()
    record_digest = models.CharField(max_length=64)
    first = models.BooleanField(default=False)
    floor = HandlingField()
    told = models.ManyToManyField(Institution, related_name="+")

    class Meta:
        ordering = ["-first", "pk"]
        indexes = [models.Index(fields=["record_id"])]

    def __str__(self) -> str:
        return f"{self.record_kind} {self.record_id}"


class Noted(models.Model):
    """That a member has taken note of a restriction, which then leaves their desk."""

    restriction = models.ForeignKey(Restriction, on_delete=models.CASCADE, related_name="noted")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["restriction", "member"], name="noted_once")]

    def __str__(self) -> str:
        return f"{self.member_id} {self.at}"
