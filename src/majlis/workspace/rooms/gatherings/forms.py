"""What organisers fill in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django import forms

from majlis.workspace.commons.handling.marking import Marked, initial_marking
from majlis.workspace.commons.models import Claim
from majlis.workspace.commons.record_forms import CodeField, DayField, Edit, HourField, Sourced, TermsField
from majlis.workspace.commons.trilingual import Wording, initial_texts
from majlis.workspace.commons.words import say, say_later
from majlis.workspace.rooms.gatherings import queries
from majlis.workspace.rooms.gatherings.agenda import MOST_BYTES, text_of
from majlis.workspace.rooms.gatherings.models import Aspect, Form, Gathering, OfficeStatement, Series, Session

FORMS = {
    Form.IN_PERSON: "gathering-in-person",
    Form.HYBRID: "gathering-hybrid",
    Form.ONLINE: "gathering-online",
}
ASPECTS = {
    Aspect.ORGANISERS: "claim-organisers",
    Aspect.PARTNERS: "claim-partners",
    Aspect.SPEAKER: "claim-speaker",
    Aspect.DATES: "claim-dates",
    Aspect.PLACE: "claim-place",
    Aspect.FIGURES: "claim-figures",
    Aspect.AIM: "claim-aim",
    Aspect.OUTCOME: "claim-outcome",
}


@cache
def _timezones() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in sorted(available_timezones())]


class SeriesForm(Marked, Edit):
    """A series."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "title": Wording("gathering-title"),
        "introduction": Wording("series-introduction", most=2000, required=False, rows=4),
    }
    subjects = TermsField(queries.subjects, label=say_later("gathering-subjects"))

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {
            "title": self.text("title"),
            "introduction": self.text("introduction"),
            "subjects": self.cleaned_data["subjects"],
            "handling": self.marking(),
        }

    @staticmethod
    def initial_of(series: Series) -> dict[str, Any]:
        """What the form starts with."""
        texts = initial_texts(title=series.title, introduction=series.introduction)
        return {**texts, "subjects": series.subjects, **initial_marking(series.handling)}


class GatheringForm(Marked, Edit):
    """An edition."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "title": Wording("gathering-title"),
        "theme": Wording("gathering-theme", most=500, required=False, rows=2),
        "place": Wording("gathering-place", required=False),
        "introduction": Wording("gathering-introduction", most=2000, required=False, rows=4),
    }
    code = CodeField(label=say_later("gathering-code"))
    starts_on = DayField(label=say_later("gathering-starts-on"))
    ends_on = DayField(label=say_later("gathering-ends-on"))
    timezone = forms.ChoiceField(label=say_later("gathering-timezone"), choices=_timezones)
    form = forms.ChoiceField(label=say_later("gathering-form"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(form.value, say_later(key)) for form, key in FORMS.items()]
        self.fields["form"].choices = [("", say_later("gathering-form-unknown")), *named]

    def clean(self) -> dict[str, Any]:
        """Refuse an edition that ends before it begins."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", say("gathering-ends-before"))
        if first and last and (last - first).days > 60:
            self.add_error("ends_on", say("gathering-too-long"))
        return data

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("code", "starts_on", "ends_on", "timezone", "form")}
        texts = {name: self.text(name) for name in self.wordings}
        return {**plain, **texts, "handling": self.marking()}

    @staticmethod
    def initial_of(gathering: Gathering) -> dict[str, Any]:
        """What the form starts with."""
        texts = {"title": gathering.text, "theme": gathering.theme, "place": gathering.place}
        plain = {n: getattr(gathering, n) for n in ("code", "starts_on", "ends_on", "timezone", "form")}
        written = initial_texts(**texts, introduction=gathering.introduction)
        return {**written, **plain, **initial_marking(gathering.handling)}


class SessionForm(Edit):
    """A session."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "title": Wording("session-title", rows=2),
        "chair_office": Wording("session-chair", required=False),
    }
    code = CodeField(label=say_later("session-code"))
    day = DayField(label=say_later("session-day"))
    start = HourField(label=say_later("session-start"))
    end = HourField(label=say_later("session-end"))
    venue_room = forms.CharField(label=say_later("session-room"), max_length=80, required=False)
    themes = TermsField(queries.themes, label=say_later("session-themes"))

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("code", "day", "start", "end", "venue_room", "themes")}
        return {**plain, "title": self.text("title"), "chair_office": self.text("chair_office")}

    @staticmethod
    def initial_of(session: Session) -> dict[str, Any]:
        """What the form starts with."""
        plain = {n: getattr(session, n) for n in ("code", "day", "start", "end", "venue_room", "themes")}
        return {**initial_texts(title=session.text, chair_office=session.chair_office), **plain}


class ClaimForm(Sourced):
    """What a source says of an edition or a session."""

    wordings: ClassVar[Mapping[str, Wording]] = {"value": Wording("claim-value", most=500, rows=2)}
    aspect = forms.ChoiceField(
        label=say_later("claim-aspect"), choices=[(aspect.value, say_later(key)) for aspect, key in ASPECTS.items()]
    )
    said_on = DayField(label=say_later("claim-said-on"), required=False)

    def arguments(self) -> dict[str, Any]:
        """What the act takes, the source apart."""
        data = self.cleaned_data
        return {"aspect": data["aspect"], "value": self.text("value"), "said_on": data["said_on"]}

    @classmethod
    def initial_of(cls, claim: Claim) -> dict[str, Any]:
        """What the form starts with."""
        plain = {"aspect": claim.aspect, "said_on": claim.said_on}
        return {**initial_texts(value=claim.value), **plain, **cls.initial_source(claim.source)}


class OfficeStatementForm(Sourced):
    """What an office-holder said."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "text": Wording("statement-text", most=2000, rows=5),
        "office": Wording("statement-office"),
        "body": Wording("statement-body"),
        "place": Wording("statement-place", required=False),
    }
    said_on = DayField(label=say_later("statement-said-on"))
    paraphrase = forms.BooleanField(label=say_later("statement-is-paraphrase"), required=False)

    def arguments(self) -> dict[str, Any]:
        """What the act takes, the source apart."""
        data = self.cleaned_data
        texts = {name: self.text(name) for name in self.wordings}
        return {**texts, "said_on": data["said_on"], "paraphrase": data["paraphrase"]}

    @classmethod
    def initial_of(cls, statement: OfficeStatement) -> dict[str, Any]:
        """What the form starts with."""
        written = {name: getattr(statement, name) for name in cls.wordings}
        plain = {"said_on": statement.said_on, "paraphrase": statement.paraphrase}
        return {**initial_texts(**written), **plain, **cls.initial_source(statement.source)}


class AgendaForm(forms.Form):
    """An agenda, pasted or as a file; what came is always in the field of text."""

    agenda = forms.CharField(
        label=say_later("agenda-paste"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "dir": "ltr", "spellcheck": "false", "class": "table-text"}),
    )
    file = forms.FileField(
        label=say_later("agenda-file"), required=False, widget=forms.FileInput({"accept": ".csv,.tsv,.txt"})
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def agenda_text(self) -> str:
        """Give the agenda's text, the file's if there is one. Raises TroubledTable where it cannot be read."""
        file = self.cleaned_data["file"]
        return text_of(file.read(MOST_BYTES + 1)) if file else self.cleaned_data["agenda"]
