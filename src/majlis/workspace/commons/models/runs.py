"""Runs of analyses and what they found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from majlis.engine.finding import Verdict
from majlis.workspace.commons.models.records import Question, Record


class RunState(models.TextChoices):
    """How far a run is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Run(Record):
    """One run of an analysis: with what it ran, how far it is, what came out.

    inputs: `[{"name", "sha256"}]`. failure: a key of the catalogues. recomputes: the run that this one repeats; a
    repetition is compared with it and never takes its place.
    """

    GROUNDS: ClassVar[tuple[str, ...]] = ("question",)
    UNBOUND: ClassVar[tuple[str, ...]] = ("recomputes",)
    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {
        *("progress", "stage", "started_at", "finished_at", "recomputes")
    }

    question = models.ForeignKey(Question, on_delete=models.PROTECT, null=True, blank=True, related_name="runs")
    recomputes = models.ForeignKey("self", on_delete=models.PROTECT, related_name="recomputations", null=True)
    analysis = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    seed = models.BigIntegerField(default=0)
    inputs = models.JSONField(default=list)
    progress = models.FloatField(default=0)
    stage = models.CharField(max_length=60, blank=True)
    result = models.JSONField(null=True)
    failure = models.CharField(max_length=80, blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["question", "analysis", "created_at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=RunState.values), name="run_state_is_known"),
            models.CheckConstraint(condition=models.Q(progress__range=(0, 1)), name="progress_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.analysis} {self.pk}"


class Finding(Record):
    """One finding of a run (see `engine.finding.Finding`); its handling is the strictest of what it stands on."""

    GROUNDS: ClassVar[tuple[str, ...]] = ("run",)

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="findings")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=80)
    values = models.JSONField(default=dict)
    estimate = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    level = models.FloatField(null=True)
    n = models.PositiveIntegerField(null=True)
    verdict = models.CharField(max_length=12, choices=[(verdict.value, verdict.value) for verdict in Verdict])

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="one_finding_a_position")]

    def __str__(self) -> str:
        return f"{self.key} ({self.verdict})"
