"""What organisers fill in."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.conf import settings

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.words import say_later

MOST_STATEMENTS, MOST_CHARACTERS = 500, 500
SEEN_BY = {
    Tlp.CLEAR: "handling-clear",
    Tlp.GREEN: "handling-green",
    Tlp.AMBER: "handling-amber",
}


def is_readable(text: str) -> bool:
    """Whether there is anything to see in it: direction marks and other invisible characters say nothing."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def _lines(text: str) -> dict[int, str]:
    """Give the lines that can be read by their number on the page."""
    numbered = enumerate(text.splitlines(), start=1)
    return {number: line.strip() for number, line in numbered if is_readable(line)}


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

    def clean_title(self) -> str:
        """Refuse a title of invisible characters: its link could not be seen."""
        title: str = self.cleaned_data["title"]
        if not is_readable(title):
            raise forms.ValidationError(say_later("nothing-to-read"))
        return title

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
        if not lines:
            raise forms.ValidationError(say_later("nothing-to-read"))
        if len(lines) > MOST_STATEMENTS:
            raise forms.ValidationError(say_later("statements-too-many", most=MOST_STATEMENTS))
        long = [
            say_later("statement-too-long", line=number, found=len(line), most=MOST_CHARACTERS)
            for number, line in lines.items()
            if len(line) > MOST_CHARACTERS
        ]
        if long:
            raise forms.ValidationError(long)
        return list(lines.values())

    def texts(self) -> list[Text]:
        """The statements as texts."""
        return [Text.write(line, self.cleaned_data["language"]) for line in self.cleaned_data["statements"]]
