"""What institutions put down: records with a digest, and the links between them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from majlis.engine.handling import Handling, strictest
from majlis.workspace.commons.fields import HandlingField, MultilingualField, digest, new_id
from majlis.workspace.commons.models.people import Institution, Member

DRAFT, PUBLISHED, WITHDRAWN, SUPERSEDED = "draft", "published", "withdrawn", "superseded"


class Record(models.Model):
    """Anything that somebody put down and that others may rest on.

    The digest is the SHA-256 of the canonical JSON of every column but the bookkeeping ones; a subclass adds to
    `BOOKKEEPING` what is not content (counters, times of work). State and handling are not content: publishing a text
    does not change what it says, nor does the place where a question is asked. Without a handling of its own a record
    takes its institution's. A subclass names in `GROUNDS` the foreign keys to what its records rest on (see
    `commons.why`), in `BOUND_BY` those to records whose words stand in its own too, in `UNBOUND` those that carry
    nothing, and in `CONTENTS` a column that lists records as `[{"id"}]`.

    Whoever saves it, its handling is at least as strict as that of every ground and of everything in `BOUND_BY`, unless
    their originators released this very version; it never goes below what an originator narrowed it to, and a copy
    loaded before it was marked as stricter does not undo that. A ground that it loses binds it on, and recall of that
    ground still reaches it (Relation.RESTED).
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = frozenset({"digest", "state", "handling", "created_at", "within"})
    GROUNDS: ClassVar[tuple[str, ...]] = ()
    BOUND_BY: ClassVar[tuple[str, ...]] = ()
    UNBOUND: ClassVar[tuple[str, ...]] = ()
    CONTENTS: ClassVar[str] = ""
    # whether its words are still shown once it was withdrawn, with the reason; others are named and no longer quoted
    STAYS_READABLE: ClassVar[bool] = False

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=60, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    handling = HandlingField()
    language = models.CharField(max_length=35, default="und")
    state = models.CharField(max_length=24, default=DRAFT)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with a fresh digest; TypeError where a special record would be saved as a general one."""
        self.kind = self.kind or self._meta.label_lower
        if self.kind != self._meta.label_lower:
            raise TypeError(f"a {self.kind} must be saved as one: use .special() first")
        if self.handling is None:
            self.handling = self.institution.handling
        self.handling = own_handling(self.handling, self.institution)
        before, self.digest = self.digest, digest(self.content())
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "digest", "handling"}
        left = self._left()
        with transaction.atomic(savepoint=False):  # what follows a save is written with it, or neither is
            self.handling = self._bound(self._as_marked_since(self._kept_as_released(before)))
            super().save(*args, **kwargs)
            self._stored_handling = self.handling
            for ground in left:
                rest(self, ground)

    @property
    def is_quotable(self) -> bool:
        """Whether its words may be shown to those who may see it (charter C07)."""
        return self.state != WITHDRAWN or self.STAYS_READABLE

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Any:
        """Load the record and remember its handling and what binds it, so that a loss is noticed when it is saved."""
        record = super().from_db(*args, **kwargs)
        record._stored_handling = record.__dict__.get("handling")
        record._stored_bounds = {name: record.__dict__.get(key) for name, key in cls._bound_columns()}
        return record

    def refresh_from_db(self, using: str | None = None, fields: Any = None, from_queryset: Any = None) -> None:
        """Load the record again, and remember its handling as it is now."""
        super().refresh_from_db(using=using, fields=fields, from_queryset=from_queryset)
        if fields is None or "handling" in fields:
            self._stored_handling = self.__dict__.get("handling")

    def binding(self) -> list[Record]:
        """Give the records whose handling binds this one by its structure."""
        return [bound for name in (*self.GROUNDS, *self.BOUND_BY) if (bound := getattr(self, name)) is not None]

    @classmethod
    def _bound_columns(cls) -> list[tuple[str, str]]:
        return [(name, cls._meta.get_field(name).attname) for name in (*cls.GROUNDS, *cls.BOUND_BY)]

    def _left(self) -> list[Record]:
        """Give what bound the record when it was loaded and does so no more, not even through what took its place."""
        known, left = self.__dict__.get("_stored_bounds", {}), []
        for name, key in self._bound_columns():
            if (before := known.get(name)) is not None and before != getattr(self, key):
                old = self._meta.get_field(name).related_model._base_manager.get(pk=before).special()
                now = getattr(self, name)
                left += [] if now is not None and old.pk in {each.pk for each in _rested(now)} else [old]
        return left

    def is_released(self) -> bool:
        """Say whether the originators released this version of the record under the handling that it has."""
        releases = apps.get_model("commons", "Release").objects.filter(subject_id=self.pk, state="granted")
        return any(release.holds_for(self) for release in releases)

    def _kept_as_released(self, before: str) -> Handling:
        """Give the handling; where the words are no longer those that were released, it is again what it was before."""
        if not before or before == self.digest:
            return self.handling
        releases = apps.get_model("commons", "Release").objects.filter(
            subject_id=self.pk, subject_digest=before, state="granted"
        )
        return strictest([self.handling, *(release.before for release in releases)])

    def _as_marked_since(self, handling: Handling) -> Handling:
        """Give the handling, no milder than what the record was marked with since this copy of it was loaded."""
        if self._state.adding:
            return handling
        held = type(self)._base_manager.select_for_update().filter(pk=self.pk)
        now = held.values_list("handling", flat=True).first()
        return handling if now in (None, self.__dict__.get("_stored_handling")) else handling.join(now)

    def _bound(self, handling: Handling) -> Handling:
        """Give the mildest handling that keeps to what binds the record."""
        bound = strictest([handling, *(record.handling for record in self.binding())])
        if not self._state.adding and handling != self.__dict__.get("_stored_handling"):
            floors = apps.get_model("commons", "Restricted").objects.filter(record_id=self.pk)
            rested = (ground.handling for ground in _rested(self))
            bound = strictest([bound, *(restricted.floor for restricted in floors), *rested])
        return handling if bound == handling or self.is_released() else bound

    def content(self) -> dict[str, object]:
        """Give the columns that the digest stands for."""
        links = {parent.attname for parent in self._meta.parents.values() if parent}
        fields = [f for f in self._meta.concrete_fields if f.name not in self.BOOKKEEPING and f.attname not in links]
        return {field.attname: field.get_prep_value(getattr(self, field.attname)) for field in fields}

    def special(self) -> Record:
        """Give the record as what it is, for example the consultation behind a question."""
        return self if self.kind == self._meta.label_lower else find(self.kind, self.pk)

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of this record: its kind, id and digest, never its content."""
        return {"kind": self.kind, "id": str(self.pk), "digest": self.digest}


def own_handling(handling: Handling, institution: Institution) -> Handling:
    """Give the handling with the institution as its originator, where it names none."""
    own = frozenset({str(institution.pk)})
    return handling if handling.originators else handling.model_copy(update={"originators": own})


def rest(record: Record, ground: Record) -> None:
    """Keep that a record rested on another: its words may carry it still, so that handling and recall go on."""
    ends = {"from_id": record.pk, "to_id": ground.pk, "from_digest": record.digest, "to_digest": ground.digest}
    kinds = {"from_kind": record.kind, "to_kind": ground.kind}
    marked = {"institution": record.institution, "handling": record.handling.join(ground.handling)}
    links = apps.get_model("commons", "Link")._default_manager
    links.get_or_create(relation=Relation.RESTED, **ends, defaults={**kinds, **marked})


def _rested(record: Record) -> list[Record]:
    links = apps.get_model("commons", "Link")._default_manager.filter(from_id=record.pk, relation=Relation.RESTED)
    return [find(kind, pk) for kind, pk in links.values_list("to_kind", "to_id")]


def find(kind: str, pk: object) -> Record:
    """Find a record by its kind (`app.model`) and id; ObjectDoesNotExist where there is none."""
    return apps.get_model(kind)._default_manager.get(pk=pk)


class Question(Record):
    """What is asked; a consultation, a panel or a session is a question of its own kind.

    within: the question under which this one is asked, as a consultation is within a session of a conference.
    """

    UNBOUND: ClassVar[tuple[str, ...]] = ("within",)

    text = MultilingualField()
    within = models.ForeignKey("self", on_delete=models.PROTECT, related_name="inner", null=True, blank=True)

    def __str__(self) -> str:
        return str(self.text)


class Contribution(Record):
    """What somebody answers to a question; a statement, a paper or a judgement is a contribution of its own kind."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="contributions")
    text = MultilingualField(null=True)

    def __str__(self) -> str:
        return str(self.text or self.pk)


class Term(models.Model):
    """A word of a controlled vocabulary: its code never changes, its labels may."""

    vocabulary = models.CharField(max_length=60)
    code = models.CharField(max_length=80)
    labels = MultilingualField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vocabulary", "code"], name="one_term_a_code")]

    def __str__(self) -> str:
        return f"{self.vocabulary}:{self.code}"


class Reliability(models.TextChoices):
    """How far a source can be relied on (Admiralty scale)."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "cannot be judged"


class Credibility(models.IntegerChoices):
    """How far an information can be believed (Admiralty scale)."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


class Source(Record):
    """A document or a body that says something; without a grading it cannot be judged, and never counts as good.

    retraction: why the institution that noted it no longer stands by it.
    """

    BOOKKEEPING: ClassVar[frozenset[str]] = Record.BOOKKEEPING | {"retraction"}
    STAYS_READABLE: ClassVar[bool] = True

    title = MultilingualField()
    address = models.URLField(max_length=500, blank=True)
    published_on = models.DateField(null=True, blank=True)
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    credibility = models.PositiveSmallIntegerField(choices=Credibility.choices, default=Credibility.CANNOT_BE_JUDGED)
    retraction = MultilingualField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(reliability__in=Reliability.values), name="reliability_is_known"),
            models.CheckConstraint(condition=models.Q(credibility__in=Credibility.values), name="credibility_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_graded(self) -> bool:
        """Whether anybody said how far it can be relied on, or believed."""
        return (self.reliability, self.credibility) != (Reliability.F, Credibility.CANNOT_BE_JUDGED)

    @property
    def is_retracted(self) -> bool:
        """Whether the institution that noted it took it back."""
        return self.state == WITHDRAWN


class Claim(Record):
    """What a source says of a record under one aspect. Claims may disagree: none replaces another.

    subject: the record by kind and id; aspect: what the claim is about, in the words of the subject's room.
    """

    GROUNDS: ClassVar[tuple[str, ...]] = ("source",)

    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    aspect = models.CharField(max_length=40)
    value = MultilingualField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="claims")
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["subject_id"])]

    def __str__(self) -> str:
        return str(self.value)

    @property
    def subject(self) -> Record:
        """The record that the claim is about."""
        return find(self.subject_kind, self.subject_id)


class Relation(models.TextChoices):
    """What a link says: its `from` end does this to its `to` end.

    RESTED: it derived from it once, so that its words may still carry it; handling and recall follow it all the same.
    """

    DERIVES = "derives"
    RESTED = "rested"
    SUPPORTS = "supports"
    CONTESTS = "contests"
    FULFILS = "fulfils"
    ANSWERS = "answers"


# What handling and recall follow.
BOUND = (Relation.DERIVES, Relation.RESTED)


class Link(Record):
    """A link between two records as they stood when it was made: each end is pinned by kind, id and digest."""

    relation = models.CharField(max_length=10, choices=Relation.choices)
    from_kind = models.CharField(max_length=60)
    from_id = models.UUIDField()
    from_digest = models.CharField(max_length=64)
    to_kind = models.CharField(max_length=60)
    to_id = models.UUIDField()
    to_digest = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["from_id"]),
            models.Index(fields=["to_id"]),
            models.Index(fields=["relation", "from_id", "to_id", "to_digest", "to_kind"], name="links_down"),
            models.Index(fields=["relation", "to_id"], name="links_up"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(relation__in=Relation.values), name="relation_is_known"),
            models.UniqueConstraint(
                fields=["relation", "from_id", "from_digest", "to_id", "to_digest"], name="one_link_between_versions"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_kind} {self.relation} {self.to_kind}"

    def ends(self) -> tuple[tuple[str, object, str], ...]:
        """Give both ends as (kind, id, pinned digest)."""
        return (self.from_kind, self.from_id, self.from_digest), (self.to_kind, self.to_id, self.to_digest)

    def is_current(self) -> bool:
        """Whether both ends still say what they said, and neither is withdrawn or gone."""
        return all(_stands(*end) for end in self.ends())


def _stands(kind: str, pk: object, pinned: str) -> bool:
    standing = apps.get_model(kind)._default_manager.filter(pk=pk, digest=pinned)
    return standing.exclude(state=WITHDRAWN).exists()
