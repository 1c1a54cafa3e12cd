"""Forms for texts in three languages: one of them is the original, the others are its translations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.conf import settings

from majlis.engine.messages import direction
from majlis.workspace.commons.texts import State, Text, is_readable
from majlis.workspace.commons.words import language, say, say_later

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)


@dataclass(frozen=True)
class Wording:
    """A text of a form: the key of its label, its length, whether it is needed, and its lines on the page."""

    label: str
    most: int = 200
    required: bool = True
    rows: int = 1

    def field(self, code: str) -> forms.CharField:
        """Make the field for one of the languages."""
        attributes = {"lang": code, "dir": direction(code)}
        widget = forms.Textarea({**attributes, "rows": self.rows}) if self.rows > 1 else forms.TextInput(attributes)
        name = dict(settings.LANGUAGES)[code]
        return forms.CharField(label=name, max_length=self.most, required=False, widget=widget)


class TrilingualForm(forms.Form):
    """A form with texts in Arabic, French and English, declared in `wordings`."""

    template_name = "commons/trilingual.html"
    wordings: ClassVar[Mapping[str, Wording]] = {}

    original = forms.ChoiceField(label=say_later("trilingual-original"), choices=settings.LANGUAGES)
    reviewed = forms.BooleanField(label=say_later("trilingual-reviewed"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("original", language())
        for name, wording in self.wordings.items():
            for code in LANGUAGES:
                self.fields[f"{name}_{code}"] = wording.field(code)

    def groups(self) -> list[tuple[Wording, str, list[forms.BoundField]]]:
        """Give each text with the key of its label and its fields, one a language."""
        fields = {name: [self[f"{name}_{code}"] for code in LANGUAGES] for name in self.wordings}
        return [(wording, say(wording.label), fields[name]) for name, wording in self.wordings.items()]

    def others(self) -> list[forms.BoundField]:
        """Give the fields that are no texts."""
        texts = {f"{name}_{code}" for name in self.wordings for code in LANGUAGES}
        return [field for field in self.visible_fields() if field.name not in texts]

    def clean(self) -> dict[str, Any]:
        """Insist on the original of every text that is needed, and that what is written can be read."""
        data = super().clean() or self.cleaned_data
        for name, wording in self.wordings.items():
            given = {code: data.get(f"{name}_{code}", "") for code in LANGUAGES}
            for code, text in given.items():
                if text and not is_readable(text):
                    self.add_error(f"{name}_{code}", say("nothing-to-see"))
            original = data.get("original")
            if original and not given[original] and (wording.required or any(given.values())):
                self.add_error(f"{name}_{original}", say("trilingual-original-missing"))
        return data

    def text(self, name: str) -> Text | None:
        """Give one of the texts; None where nothing was written."""
        data = self.cleaned_data
        # Browsers end the lines of a form as no file does; a text is the same wherever it was typed.
        given = {code: data[f"{name}_{code}"].replace("\r\n", "\n") for code in LANGUAGES}
        return Text.compose(given, data["original"], reviewed=data["reviewed"])


def initial_texts(**texts: Text | None) -> dict[str, Any]:
    """Give what a form starts with for texts that were written before."""
    written = {name: text for name, text in texts.items() if text is not None}
    initial = {f"{name}_{code}": v.text for name, text in written.items() for code, v in text.versions.items()}
    states = {version.state for text in written.values() for version in text.versions.values()}
    originals = [text.original for text in written.values() if text.original in LANGUAGES]
    initial["reviewed"] = State.REVIEWED in states and State.UNREVIEWED not in states
    return initial | ({"original": originals[0]} if originals else {})
