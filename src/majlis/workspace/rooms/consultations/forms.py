"""What organisers fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.words import say_later

MOST_STATEMENTS = 500
SEEN_BY = {
    Tlp.CLEAR: "handling-clear",
    Tlp.GREEN: "handling-green",
    Tlp.AMBER: "handling-amber",
}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class ConsultationForm(forms.Form):
    """A new consultation: its title and introduction in one language, and who will see it."""

    title = forms.CharField(label=say_later("consultation-title"), max_length=200)
    introduction = forms.CharField(
        label=say_later("consultation-introduction"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    language = forms.ChoiceField(label=say_later("written-in"), choices=settings.LANGUAGES)
    seen_by = forms.ChoiceField(
        label=say_later("consultation-seen-by"),
        choices=[(tlp.value, say_later(key)) for tlp, key in SEEN_BY.items()],
        initial=Tlp.AMBER.value,
        widget=forms.RadioSelect,
    )

    def arguments(self) -> dict[str, Any]:
        """What the act of creating takes."""
        data, language = self.cleaned_data, self.cleaned_data["language"]
        introduction = data["introduction"]
        return {
            "title": Text.write(data["title"], language),
            "introduction": Text.write(introduction, language) if introduction else None,
            "handling": Handling(tlp=Tlp(data["seen_by"])),
        }


class StatementsForm(forms.Form):
    """New statements, one a line, in one language."""

    statements = forms.CharField(label=say_later("statements-new"), widget=forms.Textarea(attrs={"rows": 6}))
    language = forms.ChoiceField(label=say_later("written-in"), choices=settings.LANGUAGES)

    def clean_statements(self) -> list[str]:
        """One statement a line, empty lines passed over."""
        lines = _lines(self.cleaned_data["statements"])
        if len(lines) > MOST_STATEMENTS:
            raise forms.ValidationError(say_later("statements-too-many", most=MOST_STATEMENTS))
        return lines

    def texts(self) -> list[Text]:
        """The statements as texts."""
        return [Text.write(line, self.cleaned_data["language"]) for line in self.cleaned_data["statements"]]
