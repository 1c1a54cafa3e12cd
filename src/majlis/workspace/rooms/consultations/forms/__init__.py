"""What organisers fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.handling.marking import Marked, initial_marking
from majlis.workspace.commons.texts import Text, is_readable
from majlis.workspace.commons.words import say_later
from majlis.workspace.rooms.consultations.models import Consultation, Door, Stage

MOST_STATEMENTS, MOST_CHARACTERS = 500, 500
DOORS = {
    Door.OPEN: "consultation-door-open",
    Door.CODES: "consultation-door-codes",
    Door.MEMBERS: "consultation-door-members",
}
PLAIN = ("working_title", "door", "least_age", "with_guardian", "takes_statements")
TEXTS = ("introduction", "consent", "help_line")
COLUMNS = {"title": "text", **{name: name for name in TEXTS}}
CLOSED_WHILE_OPEN = ("title", "consent", "door", "least_age", "with_guardian", "takes_statements")


def _lines(text: str) -> dict[int, str]:
    """Give the lines that can be read by their number on the page."""
    numbered = enumerate(text.splitlines(), start=1)
    return {number: line.strip() for number, line in numbered if is_readable(line)}


class ConsultationForm(Marked):
    """A new consultation: what voters read in one language, how they come in, and who will see it."""

    title = forms.CharField(label=say_later("consultation-title"), max_length=200)
    working_title = forms.CharField(
        label=say_later("consultation-working-title"),
        help_text=say_later("consultation-working-title-help"),
        max_length=200,
        required=False,
    )
    introduction = forms.CharField(
        label=say_later("consultation-introduction"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    consent = forms.CharField(
        label=say_later("consultation-consent"),
        help_text=say_later("consultation-consent-help"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    help_line = forms.CharField(
        label=say_later("consultation-help-line"),
        help_text=say_later("consultation-help-line-help"),
        required=False,
        max_length=300,
    )
    language = forms.ChoiceField(label=say_later("written-in"), choices=settings.LANGUAGES)
    door = forms.ChoiceField(
        label=say_later("consultation-door"),
        choices=[(door.value, say_later(key)) for door, key in DOORS.items()],
        initial=Door.OPEN.value,
        widget=forms.RadioSelect,
    )
    least_age = forms.IntegerField(label=say_later("consultation-least-age"), min_value=1, max_value=99, required=False)
    with_guardian = forms.BooleanField(label=say_later("consultation-with-guardian"), required=False)
    takes_statements = forms.BooleanField(label=say_later("consultation-takes-statements"), required=False)

    def clean_title(self) -> str:
        """Refuse a title of invisible characters: its link could not be seen."""
        title: str = self.cleaned_data["title"]
        if not is_readable(title):
            raise forms.ValidationError(say_later("nothing-to-read"))
        return title

    def clean(self) -> dict[str, Any]:
        """Refuse a guardian's path without an age that it leads around."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("with_guardian") and not data.get("least_age") and "least_age" not in self.errors:
            self.add_error("with_guardian", say_later("consultation-guardian-without-age"))
        return data

    def arguments(self) -> dict[str, Any]:
        """What the act of creating takes."""
        data = self.cleaned_data
        plain = {name: data[name] for name in PLAIN if name in self.fields}
        texts = {name: self._text(name) for name in TEXTS if name in self.fields}
        return plain | texts | {"title": self._text("title"), "handling": self.marking()}

    def _text(self, name: str) -> Text | None:
        written = self.cleaned_data[name]
        return Text.write(written, self.cleaned_data["language"]) if is_readable(written) else None


class EditForm(ConsultationForm):
    """A consultation to change; once it is open only the fields that may still change are there.

    A text that is left as it stands keeps its translations; one that is written anew loses them. seen: the mark of what
    the writer saw.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, consultation: Consultation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial=_as_it_stands(consultation), **kwargs)
        self.consultation = consultation
        # Who filled in the whole form before the voting opened gets all of it back, with the act's refusal.
        narrow = consultation.is_open and not (self.is_bound and "title" in self.data)
        gone = set(CLOSED_WHILE_OPEN) if narrow else set()
        for name in gone:
            del self.fields[name]
        if consultation.state != Stage.DRAFT:
            self.leave_marking_out()

    def changes(self) -> dict[str, Any]:
        """What the act of editing takes."""
        kept = {name: self.cleaned_data[name] for name in PLAIN if name in self.fields}
        texts = {column: self._changed(name, column) for name, column in COLUMNS.items() if name in self.fields}
        marked = {"handling": self.marking()} if "seen_by" in self.fields else {}
        return kept | texts | marked

    def _changed(self, name: str, column: str) -> Text | None:
        before: Text | None = getattr(self.consultation, column)
        unchanged = before is not None and str(before) == self.cleaned_data[name]
        return before if unchanged else self._text(name)


def _as_it_stands(consultation: Consultation) -> dict[str, Any]:
    texts = {name: str(getattr(consultation, column) or "") for name, column in COLUMNS.items()}
    return {
        **{name: getattr(consultation, name) for name in PLAIN},
        **texts,
        "language": consultation.language,
        **initial_marking(consultation.handling),
        "seen": stamp(consultation),
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
