"""A series of gatherings, its editions, their sessions, and what office-holders said there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.db import models

from majlis.workspace.commons.fields import MultilingualField
from majlis.workspace.commons.models import Contribution, Question, Record, Source
from majlis.workspace.rooms.gatherings.schedule import Slot

SUBJECTS, THEMES = "subject", "session_theme"


class Form(models.TextChoices):
    """How people take part."""

    IN_PERSON = "in_person"
    HYBRID = "hybrid"
    ONLINE = "online"


class Aspect(models.TextChoices):
    """What a claim about an edition or a session is about."""

    ORGANISERS = "organisers"
    PARTNERS = "partners"
    SPEAKER = "speaker"
    DATES = "dates"
    PLACE = "place"
    FIGURES = "figures"
    AIM = "aim"
    OUTCOME = "outcome"


class Series(Record):
    """Gatherings that follow one another.

    subjects: codes of the vocabulary `subject`. Countering terrorism and preventing violent extremism are two
    subjects, because mandates, laws and funds differ.
    """

    title = MultilingualField()
    introduction = MultilingualField(null=True)
    subjects = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.title)


class Gathering(Question):
    """One edition of a series. Its days and hours are those of the clocks on the spot, in the time zone."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="editions")
    code = models.CharField(max_length=40)
    theme = MultilingualField(null=True)
    introduction = MultilingualField(null=True)
    place = MultilingualField(null=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    timezone = models.CharField(max_length=60)
    form = models.CharField(max_length=10, choices=Form.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "code"], name="one_edition_a_code"),
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="edition_ends_last"),
        ]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of its clocks."""
        return ZoneInfo(self.timezone)

    def days(self) -> list[date]:
        """Every day from the first to the last."""
        return [self.starts_on + timedelta(n) for n in range((self.ends_on - self.starts_on).days + 1)]


class Session(Question):
    """A session of an edition: what it asks, when, in which room, chaired by which office.

    code: its stable name, by which a new import finds it again; themes: codes of the vocabulary `session_theme`.
    chair_office: an office of an institution, never a person's name.
    """

    edition = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="sessions")
    code = models.CharField(max_length=40)
    day = models.DateField()
    start = models.TimeField()
    end = models.TimeField()
    venue_room = models.CharField(max_length=80, blank=True)
    themes = models.JSONField(default=list)
    chair_office = MultilingualField(null=True)

    class Meta:
        ordering = ["day", "start", "venue_room", "code"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_session_a_code"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="session_ends_last"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a question asked within the edition's."""
        self.within_id = self.edition_id
        super().save(*args, **kwargs)

    @property
    def slot(self) -> Slot:
        """When and where it takes place."""
        return Slot(self.code, self.day, self.start, self.end, self.venue_room)


class OfficeStatement(Contribution):
    """What an office-holder said, for the office and never as a person; it can be cited, supported or contested.

    paraphrase: the text is in our words and not the office's own.
    """

    GROUNDS: ClassVar[tuple[str, ...]] = ("source",)

    office = MultilingualField()
    body = MultilingualField()
    place = MultilingualField(null=True)
    said_on = models.DateField()
    paraphrase = models.BooleanField(default=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["said_on", "created_at"]
