"""Forms for records: the fields that many share, and the mark by which two writers at once are told apart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from majlis.workspace.commons.fields import CODE
from majlis.workspace.commons.models import Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.trilingual import TrilingualForm
from majlis.workspace.commons.words import language, say_later


class DayField(forms.DateField):
    """A day, in the browser's own calendar where it has one."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **more: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **more)


class HourField(forms.TimeField):
    """A time of day."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})

    def __init__(self, **more: Any) -> None:
        super().__init__(input_formats=["%H:%M", "%H:%M:%S"], **more)


class CodeField(forms.CharField):
    """A stable name for files and imports."""

    widget = forms.TextInput({"dir": "ltr"})

    def __init__(self, **more: Any) -> None:
        fits = RegexValidator(rf"^(?:{CODE.pattern})\Z", say_later("code-wrong"))
        super().__init__(max_length=40, validators=[fits], help_text=say_later("code-help"), **more)


class TermsField(forms.MultipleChoiceField):
    """Terms of a vocabulary, any number of them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, terms: Any, **more: Any) -> None:
        def choices() -> list[tuple[str, str]]:
            return [(term.code, term.labels.in_language(language()).text) for term in terms()]

        super().__init__(choices=choices, required=False, **more)


class Edit(TrilingualForm):
    """A form that knows what its writer saw: `seen` is the mark of the record when the form was opened."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class Sourced(Edit):
    """A form that asks for the source of what it takes down."""

    source_title = forms.CharField(label=say_later("source-title"), max_length=300)
    source_address = forms.URLField(
        label=say_later("source-address"), max_length=500, required=False, assume_scheme="https"
    )
    source_published_on = DayField(label=say_later("source-published-on"), required=False)

    def source(self) -> dict[str, Any]:
        """What the act of noting the source takes."""
        data = self.cleaned_data
        title = Text.write(data["source_title"])
        return {"title": title, "address": data["source_address"], "published_on": data["source_published_on"]}

    @staticmethod
    def initial_source(source: Source) -> dict[str, Any]:
        """What the form starts with for a source that is known."""
        shown = source.title.in_language(language()).text
        return {
            "source_title": shown,
            "source_address": source.address,
            "source_published_on": source.published_on,
        }


class ReasonForm(forms.Form):
    """Why something is taken off."""

    reason = forms.CharField(label=say_later("withdraw-reason"), max_length=500)
