"""A strategy, its recommendations version by version, what is said of their text, and what became of them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from majlis.workspace.commons.fields import MultilingualField
from majlis.workspace.commons.models import Contribution, Institution, Member, Question, Record, Source

DIMENSIONS, STATUSES = "dimension", "recommendation_status"
DONE = "rec_done"
# What a report may say of an adopted recommendation; the other terms of the vocabulary are decisions, not reports.
REPORTED = ("rec_in_progress", DONE, "rec_stalled", "rec_rejected")


class Circulation(models.TextChoices):
    """Who works on a strategy: its own institution, or everybody whom its handling lets see it."""

    DRAFT = "draft"
    CIRCULATED = "circulated"


class Strategy(Question):
    """What shall we do? A set of recommendations, drafted together and adopted one by one.

    text (of the question): its title. within: the edition of a series from which it comes. carries_on: the strategy
    whose open recommendations it took over. state: its circulation.
    """

    UNBOUND: ClassVar[tuple[str, ...]] = ("within", "carries_on")

    introduction = MultilingualField(null=True)
    carries_on = models.ForeignKey("self", on_delete=models.PROTECT, related_name="carried_on_by", null=True)


class Stage(models.TextChoices):
    """How far a version of a recommendation is; only a person with the role moves it on (charter C09)."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Recommendation(Contribution):
    """One version of one recommendation; an adopted version is never edited, a change is the next version.

    text (of the contribution): the measure, what shall be done. code: its name in files, the same in every version.
    goal: what it is for. addressee: the office or body that shall do it; addressed_to: that body where it works here.
    dimensions: codes of the vocabulary `dimension`. rights_note: what it means for rights. unfounded: why it is decided
    without a basis. change: what a later version changes and why; correction: the change is an erratum.

    The decision (who decided, for which office, why, on which day) and the text as it was adopted, rendered in three
    languages with the digests of its basis (`frozen`), are not content: adopting a text does not change what it says.
    """

    GROUNDS: ClassVar[tuple[str, ...]] = ("carried_from",)
    STAYS_READABLE: ClassVar[bool] = True
    BOUND_BY: ClassVar[tuple[str, ...]] = ("replaces",)
    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {
        *("stage", "carried_from", "decided_by", "office", "reason", "decided_on", "frozen", "withdrawal")
    }

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="recommendations")
    code = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, related_name="replaced_by", null=True)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, related_name="carried_to", null=True)
    goal = MultilingualField(null=True)
    addressee = MultilingualField(null=True)
    addressed_to = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+", null=True)
    due_on = models.DateField(null=True)
    indicator = MultilingualField(null=True)
    dimensions = models.JSONField(default=list)
    rights_note = MultilingualField(null=True)
    unfounded = MultilingualField(null=True)
    change = MultilingualField(null=True)
    correction = models.BooleanField(default=False)
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    office = MultilingualField(null=True)
    reason = MultilingualField(null=True)
    decided_on = models.DateField(null=True)
    frozen = models.JSONField(null=True)
    withdrawal = MultilingualField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["strategy", "code", "version"], name="one_recommendation_a_version"),
            models.UniqueConstraint(fields=["strategy", "code"], condition=Q(replaces=None), name="one_first_version"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="stage_is_known"),
            models.CheckConstraint(condition=Q(version=1) | Q(change__isnull=False), name="a_new_version_says_why"),
            models.CheckConstraint(
                condition=~Q(decided_on__isnull=False)
                | Q(decided_by__isnull=False, office__isnull=False, reason__isnull=False, frozen__isnull=False),
                name="a_decision_has_office_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=False) | Q(stage__in=["draft", "withdrawn"]),
                name="adopted_by_a_decision_only",
            ),
            models.CheckConstraint(
                condition=~Q(stage="withdrawn", decided_on__isnull=False) | Q(withdrawal__isnull=False),
                name="a_withdrawal_says_why",
            ),
        ]

    @property
    def is_draft(self) -> bool:
        """Whether its text may still be edited."""
        return self.stage == Stage.DRAFT

    @property
    def is_adopted(self) -> bool:
        """Whether it stands as adopted."""
        return self.stage == Stage.ADOPTED

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a contribution to the strategy's question; the stage, which the database guards, is the state."""
        self.question_id, self.state = self.strategy_id, self.stage
        super().save(*args, **kwargs)


class Remark(Contribution):
    """What a member says of a recommendation's text; answer: what those who draft say to it."""

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"answer"}
    BOUND_BY: ClassVar[tuple[str, ...]] = ("about",)

    about = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="remarks")
    answer = MultilingualField(null=True)

    class Meta:
        ordering = ["created_at", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a contribution to the strategy's question."""
        self.question_id = self.about.strategy_id
        super().save(*args, **kwargs)


class Edition(Record):
    """A strategy as it stood when an office released it: the adopted versions, each by id and digest.

    contents: `[{"code", "version", "id", "digest"}]` in the order of the strategy; note: what is new in it.
    """

    CONTENTS: ClassVar[str] = "contents"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    office = MultilingualField()
    note = MultilingualField(null=True)
    released_on = models.DateField()
    contents = models.JSONField(default=list)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["strategy", "number"], name="one_edition_a_number")]

    def __str__(self) -> str:
        return f"{self.strategy_id} {self.number}"


class RoundState(models.TextChoices):
    """How far a round is: answered, closed, or ended with its series, when nothing leads from an answer to a member."""

    OPEN = "open"
    CLOSED = "closed"
    ENDED = "ended"


class Round(Record):
    """A round on the texts of a strategy's drafts, in Delphi's manner: everybody answers alone, then sees the others.

    state: a RoundState. asked: `[{"id", "code", "digest", "content"}]`, the texts as they stood when it opened.
    answers: what came out, through the release gate, once it is closed; nobody, its organisers included, sees an answer
    before. author: who opened it, in whose name it closes at the day that was set.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"closes_at", "closed_at", "answers"}
    CONTENTS: ClassVar[str] = "asked"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    asked = models.JSONField(default=list)
    closes_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    answers = models.JSONField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["strategy", "number"], name="one_round_a_number")]

    def __str__(self) -> str:
        return f"{self.strategy_id} {self.number}"


class Rating(models.Model):
    """One answer in a round, under a pseudonym whose key lies outside the database: a narrow row, as a vote is.

    value: from 1, cannot be accepted, to 9, fully agreed. wording: another wording that is proposed.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="ratings")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="+")
    pseudonym = models.BinaryField(max_length=16)
    value = models.PositiveSmallIntegerField()
    reason = MultilingualField(null=True)
    wording = MultilingualField(null=True)
    commitment = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "recommendation", "pseudonym"], name="one_rating_each"),
            models.CheckConstraint(condition=Q(value__range=(1, 9)), name="a_rating_runs_from_1_to_9"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id}: {self.value}"

    def ledger_reference(self) -> dict[str, str]:
        """Commit to the answer without showing it; the salt of the commitment goes with the key of the rounds."""
        return {"kind": "strategy.rating", "commitment": self.commitment}


class Pledge(Record):
    """What an institution promises to do for an adopted recommendation, and by when."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="pledges")
    text = MultilingualField()
    office = MultilingualField()
    due_on = models.DateField(null=True)
    withdrawal = MultilingualField(null=True)

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"withdrawal"}
    BOUND_BY: ClassVar[tuple[str, ...]] = ("recommendation",)

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return str(self.text)


class Report(Contribution):
    """What an institution says became of a recommendation or of its own pledge; later reports stand beside earlier.

    status: a term of the vocabulary `recommendation_status`. source: the evidence for it; without one the report is the
    institution's word, and says so.
    """

    GROUNDS: ClassVar[tuple[str, ...]] = ("source",)
    BOUND_BY: ClassVar[tuple[str, ...]] = ("about", "pledge")

    about = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="reports")
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="reports", null=True)
    status = models.CharField(max_length=40)
    as_of = models.DateField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = [F("as_of").asc(), "created_at"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a contribution to the strategy's question."""
        self.question_id = self.about.strategy_id
        super().save(*args, **kwargs)
