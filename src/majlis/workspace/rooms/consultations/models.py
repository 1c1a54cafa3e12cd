"""A consultation, its statements and what happens to them, and the votes: narrow rows that name nobody."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from majlis.workspace.commons.fields import MultilingualField
from majlis.workspace.commons.models import Contribution, Member, Question, Record


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

    text (of the question): the public title, which may be neutral. working_title: the institution's own name for it.
    headline: what the map page asks. consent: what voters agree to before the first vote; help_line: where to turn.
    least_age: nobody younger votes, or only with a guardian's consent where with_guardian. takes_statements: voters may
    offer statements. entrance: short code of the address that the hall types. closes_at: when the voting closes by
    itself, as closes_by decided. simulated: the votes were drawn by a computer and stand for nobody. closing: the
    report of the closing act. votes_salt: makes the digest of the final votes a commitment; it is never shown, because
    a digest without salt lets anybody try out small sets of votes.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {
        *("opened_at", "closed_at", "closing", "votes_salt", "closes_at", "closes_by", "entrance")
    }

    headline = MultilingualField(null=True)
    introduction = MultilingualField(null=True)
    working_title = models.CharField(max_length=200, blank=True)
    door = models.CharField(max_length=10, choices=Door.choices, default=Door.OPEN)
    consent = MultilingualField(null=True)
    help_line = MultilingualField(null=True)
    least_age = models.PositiveSmallIntegerField(null=True)
    with_guardian = models.BooleanField(default=False)
    takes_statements = models.BooleanField(default=False)
    simulated = models.BooleanField(default=False)
    entrance = models.CharField(max_length=8, null=True, unique=True)  # noqa: DJ001 - unique where there is one
    opened_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    closes_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    closing = models.JSONField(null=True)
    votes_salt = models.BinaryField(max_length=32, null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(door__in=Door.values), name="door_is_known")]

    def ledger_reference(self) -> dict[str, str]:
        """Add the commitment to the final votes once there is one."""
        votes = {"votes_commitment": self.closing["votes_commitment"]} if self.closing else {}
        return {**super().ledger_reference(), **votes}

    @property
    def is_open(self) -> bool:
        """Whether votes are taken."""
        return self.state == Stage.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether the votes are final and the key is gone."""
        return self.state == Stage.CLOSED


class Standing(models.TextChoices):
    """Whether a statement is put to voters: it waits for moderation, is in, or was taken out."""

    PENDING = "pending"
    IN = "in"
    OUT = "out"


WAITING = 1_000_000_000


class Statement(Contribution):
    """One statement to agree or disagree with; its code is its name in files, and never changes once others see it.

    state: its standing. position: its number; what waits has one from WAITING on, so that no other tells how much
    waits. replaces: the statement whose place it takes. receipt: SHA-256 of what the voter who offered it keeps, so
    that they can see what became of it; nothing links it to their votes. appeal: why that voter asks for a second look.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="statements")
    code = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, related_name="replaced_by", null=True)
    receipt = models.BinaryField(max_length=32, null=True)
    appeal = MultilingualField(null=True)
    appealed_at = models.DateTimeField(null=True)

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"receipt", "appeal", "appealed_at"}
    BOUND_BY: ClassVar[tuple[str, ...]] = ("replaces",)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "code"], name="one_statement_a_code"),
            models.UniqueConstraint(fields=["consultation", "position"], name="one_statement_a_position"),
        ]

    @property
    def moderated_out(self) -> bool:
        """Whether moderation took it out."""
        return self.state == Standing.OUT

    @property
    def is_in(self) -> bool:
        """Whether it is put to voters."""
        return self.state == Standing.IN

    @property
    def mended(self) -> list[Mending]:
        """The typos that were mended, the oldest first."""
        return [mending for mending in self.mendings.all() if mending.state == Mended.AGREED]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a contribution to the consultation's question."""
        self.question_id = self.consultation_id
        super().save(*args, **kwargs)


class Decision(Record):
    """What a moderator decided about a statement, and why; the newest one stands, so that an undo is a decision too.

    before, after: the statement's standing. reason: a term of the vocabulary `moderation-reason`; note: in their words.
    """

    BOUND_BY: ClassVar[tuple[str, ...]] = ("statement",)

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="decisions")
    before = models.CharField(max_length=10, choices=Standing.choices)
    after = models.CharField(max_length=10, choices=Standing.choices)
    reason = models.CharField(max_length=40)
    note = MultilingualField(null=True)

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.before} to {self.after}"


class Mended(models.TextChoices):
    """How far a mended typo is: it waits for a second member's agreement, has it, or was left."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    LEFT = "left"


class Mending(Record):
    """A typo to mend after the first vote: both texts are kept, and voters are not asked again.

    state: how far it is. author: who proposed it; decided_by, decided_at: who agreed or left it, and when.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"decided_by", "decided_at"}

    BOUND_BY: ClassVar[tuple[str, ...]] = ("statement",)

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="mendings")
    text_before = MultilingualField()
    text_after = MultilingualField()
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=Mended.values), name="mending_state_is_known"),
            models.UniqueConstraint(
                fields=["statement"], condition=models.Q(state=Mended.PROPOSED), name="one_mending_waits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.text_before}"


class Translating(models.TextChoices):
    """How far a translation is."""

    WANTED = "wanted"
    PROPOSED = "proposed"
    REVIEWED = "reviewed"


class Translation(Record):
    """One statement wanted in one more language: who translates, who reviews, by when.

    state: how far it is. The text itself stands in the statement, marked unreviewed until it is reviewed.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"translator", "reviewer", "due"}

    BOUND_BY: ClassVar[tuple[str, ...]] = ("statement",)

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="translations")
    into = models.CharField(max_length=35)
    translator = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    reviewer = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    due = models.DateField(null=True)

    class Meta:
        ordering = ["due", "statement__position", "into"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "into"], name="one_translation_a_language"),
            models.CheckConstraint(condition=models.Q(state__in=Translating.values), name="translation_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} into {self.into}"


class Vote(models.Model):
    """One answer: agree 1, pass 0, disagree -1.

    first_value, first_at: the voter's first answer, on which the live screen rests. All times, and the first answer, go
    when the consultation closes.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    pseudonym = models.BinaryField(max_length=16)
    value = models.SmallIntegerField()
    cast_at = models.DateTimeField(null=True)
    first_value = models.SmallIntegerField(null=True)
    first_at = models.DateTimeField(null=True)
    commitment = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "pseudonym"], name="one_vote_a_statement"),
            models.CheckConstraint(condition=models.Q(value__in=(-1, 0, 1)), name="vote_is_known"),
        ]
        indexes = [models.Index(fields=["pseudonym"])]

    def __str__(self) -> str:
        return str(self.value)

    def ledger_reference(self) -> dict[str, str]:
        """Commit to the vote without showing it; the salt of the commitment goes with the consultation's key."""
        return {"kind": "consultations.vote", "commitment": self.commitment}


class Sent(models.Model):
    """Something that a voter's device sent, by the id that the device gave it, so that it counts once.

    It also says how much one token sends, which is all that is limited. All of it goes when the consultation closes.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="+")
    pseudonym = models.BinaryField(max_length=16)
    identifier = models.BinaryField(max_length=16)
    statement = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pseudonym", "identifier"], name="sent_once")]
        indexes = [models.Index(fields=["consultation", "pseudonym", "at"])]

    def __str__(self) -> str:
        return bytes(self.identifier).hex()


class CodeState(models.TextChoices):
    """What has become of a code."""

    FRESH = "fresh"
    SPENT = "spent"
    REVOKED = "revoked"
    REPLACED = "replaced"


class Code(models.Model):
    """A code that lets one voter in, once: kept as its HMAC under the consultation's key, with its printed serial.

    Nothing says which votes came by it: the token that it is exchanged for is an HMAC as well, and both die with the
    key. knock: HMAC of what the device that spent it had sent with it, so that a reply that was lost can be given to
    that device again; it goes when the consultation closes.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="codes")
    batch = models.PositiveIntegerField()
    serial = models.PositiveIntegerField()
    digest = models.BinaryField(max_length=16)
    state = models.CharField(max_length=10, choices=CodeState.choices, default=CodeState.FRESH)
    knock = models.BinaryField(max_length=16, null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["serial"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "serial"], name="one_code_a_serial"),
            models.UniqueConstraint(fields=["consultation", "digest"], name="one_code_a_digest"),
            models.CheckConstraint(condition=models.Q(state__in=CodeState.values), name="code_state_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.serial)


class PaperEntry(models.Model):
    """A paper ballot as one clerk typed it; when a second clerk types the same, it becomes votes and both entries go.

    ballot: the number printed on the paper. answers: vote by statement code.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="paper")
    ballot = models.CharField(max_length=20)
    clerk = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["ballot", "at"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "ballot", "clerk"], name="one_entry_a_clerk"),
        ]

    def __str__(self) -> str:
        return self.ballot
