"""What those who draft and those who decide fill in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from majlis.workspace.commons.handling.marking import Marked, initial_marking
from majlis.workspace.commons.models import Institution
from majlis.workspace.commons.record_forms import CodeField, DayField, Edit, TermsField
from majlis.workspace.commons.texts import State, Text, Version, primary
from majlis.workspace.commons.trilingual import (
    LANGUAGES,
    TrilingualForm,
    Wording,
    initial_texts,
)
from majlis.workspace.commons.words import language, say, say_later
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.actions import Measure
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from majlis.workspace.rooms.strategy.table import MOST_LETTERS


class StrategyForm(Marked, Edit):
    """A strategy."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "title": Wording("strategy-title", most=300, rows=2),
        "introduction": Wording("strategy-introduction", most=4000, required=False, rows=4),
    }

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        texts = {name: self.text(name) for name in self.wordings}
        return {**texts, "handling": self.marking()}

    @staticmethod
    def initial_of(strategy: Strategy) -> dict[str, Any]:
        """What the form starts with."""
        texts = initial_texts(title=strategy.text, introduction=strategy.introduction)
        return {**texts, **initial_marking(strategy.handling)}


class RecommendationForm(Edit):
    """What a recommendation says.

    Its initial values hold besides the fields `texts`, the texts that it starts with.
    """

    wordings: ClassVar[Mapping[str, Wording]] = {
        "text": Wording("recommendation-measure", most=MOST_LETTERS["text"], rows=4),
        "goal": Wording("recommendation-goal", most=MOST_LETTERS["goal"], required=False, rows=2),
        "addressee": Wording("recommendation-addressee", most=MOST_LETTERS["addressee"], required=False, rows=2),
        "indicator": Wording("recommendation-indicator", most=MOST_LETTERS["indicator"], required=False, rows=2),
        "rights_note": Wording("recommendation-rights-note", most=MOST_LETTERS["rights_note"], required=False, rows=3),
        "unfounded": Wording("recommendation-unfounded", most=MOST_LETTERS["unfounded"], required=False, rows=2),
    }
    addressed_to = forms.ModelChoiceField(
        Institution.objects.none(), label=say_later("recommendation-addressed-to"), required=False, empty_label="–"
    )
    due_on = DayField(label=say_later("recommendation-due-on"), required=False)
    dimensions = TermsField(queries.dimensions, label=say_later("recommendation-dimensions"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressed_to"].queryset = Institution.objects.order_by("created_at", "pk")
        self.fields["addressed_to"].label_from_instance = lambda found: found.name.in_language(language()).text

    def text(self, name: str) -> Text | None:
        """Give one of the texts; a translation that nobody touched stands as it stood before (charter C22)."""
        text = super().text(name)
        before = self.initial.get("texts", {}).get(name)
        if text is None or before is None or self.cleaned_data["reviewed"] or self.initial.get("reviewed"):
            return text
        return as_before(text, before)

    def measure(self) -> Measure:
        """What the act takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("addressed_to", "due_on", "dimensions")}
        return Measure(**{name: self.text(name) for name in self.wordings}, **plain)

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {"measure": self.measure()}

    @classmethod
    def initial_of(cls, recommendation: Recommendation) -> dict[str, Any]:
        """What the form starts with."""
        texts = {name: getattr(recommendation, name) for name in cls.wordings}
        plain = {"due_on": recommendation.due_on, "dimensions": recommendation.dimensions}
        return {**initial_texts(**texts), **plain, "addressed_to": recommendation.addressed_to_id, "texts": texts}


class DraftForm(RecommendationForm):
    """A new recommendation: its code can be chosen, and never changes afterwards."""

    code = CodeField(label=say_later("recommendation-code"), required=False)
    field_order = ("code",)

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {"measure": self.measure(), "code": self.cleaned_data["code"]}


GROUNDED = {name: wording for name, wording in RecommendationForm.wordings.items() if name != "unfounded"}


class GroundedForm(RecommendationForm):
    """A recommendation that rests on something: nobody is asked why it does not."""

    wordings: ClassVar[Mapping[str, Wording]] = GROUNDED


class GroundedDraftForm(DraftForm):
    """A new recommendation that rests on something."""

    wordings: ClassVar[Mapping[str, Wording]] = GROUNDED


class AdoptForm(TrilingualForm):
    """The decision of an office."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "office": Wording("decision-office", most=300),
        "reason": Wording("decision-reason", most=2000, rows=3),
    }
    decided_on = DayField(label=say_later("decision-day"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_decided_on(self) -> date:
        """Refuse a day on which nobody can have decided yet."""
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate() + timedelta(days=1):  # it is tomorrow already in some time zones
            raise forms.ValidationError(say("decision-day-to-come"))
        return day

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        texts = {name: self.text(name) for name in self.wordings}
        return {**texts, "decided_on": data["decided_on"], "seen": data["seen"]}


class ReviseForm(Edit):
    """What a new version changes and why."""

    wordings: ClassVar[Mapping[str, Wording]] = {"change": Wording("revision-change", most=2000, rows=3)}
    correction = forms.BooleanField(label=say_later("revision-correction"), required=False)

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {"change": self.text("change"), "correction": self.cleaned_data["correction"]}


class WithdrawForm(Edit):
    """Why a recommendation is withdrawn."""

    wordings: ClassVar[Mapping[str, Wording]] = {"reason": Wording("withdraw-why", most=2000, rows=3)}

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {"reason": self.text("reason")}


def started_with(text: Text) -> dict[str, Any]:
    """Give what a draft starts with where somebody else's words begin it: every version that the form has a place for.

    Words in no known language stand in the reader's, as the original.
    """
    versions = {primary(held): version for held, version in text.versions.items() if primary(held) in LANGUAGES}
    original = primary(text.original)
    if original not in LANGUAGES:
        original = language()
        versions[original] = text.versions[text.original]
    begun = Text(original=original, versions=versions)
    return {**initial_texts(text=begun), "texts": {"text": begun}}


def as_before(text: Text, before: Text) -> Text:
    """Give the text with each translation in the state that it had, where neither it nor the original changed."""
    if text.original != before.original or str(text) != str(before):
        return text
    kept = {
        held: before.versions[held] if version.text == before.versions.get(held, _nothing).text else version
        for held, version in text.versions.items()
    }
    return Text(original=text.original, versions=kept)


_nothing = Version(text="", state=State.UNREVIEWED)
