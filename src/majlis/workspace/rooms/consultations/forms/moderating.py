"""What voters offer, and what moderators and translators fill in."""

from __future__ import annotations

import csv
import io
import re
import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from majlis.engine.tables import TableError, decode
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.words import say_later
from majlis.workspace.rooms.consultations import forms as room
from majlis.workspace.rooms.consultations.actions.moderating import LONGEST_APPEAL, LONGEST_OFFER
from majlis.workspace.rooms.consultations.models import Consultation, Statement
from majlis.workspace.rooms.consultations.queries import translating as queries
from majlis.workspace.rooms.consultations.queries.translating import Task
from majlis.workspace.rooms.consultations.rules import REASONS

RECEIPT = re.compile(r"[A-Za-z0-9_-]{43}")
LARGEST_FILE, MOST_ERRORS = 2_000_000, 50
COLUMNS = ("statement", "into", "translation")
REASON_KEYS = [(reason, f"moderation-reason-{reason}") for reason in REASONS]


class LongText(forms.CharField):
    """A text in several lines, kept as typed whatever its length; too long is said with both numbers."""

    widget = forms.Textarea(attrs={"rows": 4, "dir": "auto"})

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def clean(self, value: str) -> str:
        """Spaces and line ends become one space; there must be something to read."""
        text = " ".join(super().clean(value).split())
        if text and not room.is_readable(text):
            raise forms.ValidationError(say_later("nothing-to-read"))
        if len(text) > self.longest:
            raise forms.ValidationError(say_later("text-too-long", found=len(text), most=self.longest))
        return text


class OfferForm(forms.Form):
    """A voter's own statement; receipt: the secret that the form carries, so that it counts once."""

    statement = LongText(
        label=say_later("offer-statement"), help_text=say_later("offer-statement-help"), longest=LONGEST_OFFER
    )
    language = forms.ChoiceField(label=say_later("written-in"), choices=settings.LANGUAGES)
    receipt = forms.RegexField(RECEIPT.pattern + r"\Z", widget=forms.HiddenInput)

    @classmethod
    def blank(cls) -> OfferForm:
        """A fresh form in the language of the page."""
        return cls(initial={"language": words.language(), "receipt": secrets.token_urlsafe(32)})

    def text(self) -> Text:
        """The statement as a text."""
        return Text.write(self.cleaned_data["statement"], self.cleaned_data["language"])


class NoteForm(forms.Form):
    """A note that the author of a statement reads."""

    note = LongText(label=say_later("moderation-note"), required=False, longest=LONGEST_APPEAL)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def said(self) -> dict[str, Any]:
        """The note in the language of the page, where there is one, and what was seen, as the acts take them."""
        note = self.cleaned_data["note"]
        return {"note": Text.write(note, words.language()) if note else None, "seen": self.cleaned_data["seen"]}


class DecisionForm(NoteForm):
    """Whether a statement is put to voters, and why not."""

    reason = forms.ChoiceField(
        label=say_later("moderation-reason"),
        required=False,
        choices=[("", "—"), *((reason, say_later(key)) for reason, key in REASON_KEYS)],
    )
    field_order = ["reason", "note", "seen"]

    def insist_on_reason(self) -> bool:
        """Whether there is a reason for taking out; if not, the form says so."""
        if self.is_valid() and not self.cleaned_data["reason"]:
            self.add_error("reason", say_later("moderation-reason-missing"))
        return self.is_valid()


class AnswerForm(NoteForm):
    """The answer to an appeal."""

    note = LongText(
        label=say_later("moderation-note"),
        help_text=say_later("appeal-note-help"),
        required=False,
        longest=LONGEST_APPEAL,
    )

    def insist_on_note(self) -> bool:
        """Whether there is a note for leaving it out; if not, the form says so."""
        if self.is_valid() and not self.cleaned_data["note"]:
            self.add_error("note", say_later("appeal-note-missing"))
        return self.is_valid()


class AppealForm(forms.Form):
    """Why the author asks for a second look."""

    appeal = LongText(label=say_later("appeal-why"), longest=LONGEST_APPEAL)

    def text(self) -> Text:
        """The appeal in the language of the page."""
        return Text.write(self.cleaned_data["appeal"], words.language())


class RevisionForm(forms.Form):
    """A statement's words as they should be; seen: as they were, decisions: how many there were."""

    text = LongText(label=say_later("revise-text"), longest=room.MOST_CHARACTERS)
    seen = forms.CharField(widget=forms.HiddenInput, strip=False)
    decisions = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def beside(cls, statement: Statement, text: str) -> RevisionForm:
        """A form with these words, from a page on which the statement stands as it does now."""
        initial = {"text": text, "seen": str(statement.text), "decisions": statement.decisions.count()}
        return cls(initial=initial)


class TranslationForm(forms.Form):
    """A translation, written in the direction of its language."""

    text = LongText(label=say_later("translation-text"), longest=4 * room.MOST_CHARACTERS)

    def __init__(self, into: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs |= {"lang": into, "dir": "rtl" if into == "ar" else "ltr"}


class AssignForm(forms.Form):
    """Who translates, who reviews, and by when."""

    translator = forms.ChoiceField(label=say_later("translation-translator"), required=False)
    reviewer = forms.ChoiceField(label=say_later("translation-reviewer"), required=False)
    due = forms.DateField(
        label=say_later("translation-due"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, task: Task, *args: Any, **kwargs: Any) -> None:
        row = task.translation
        initial = {"translator": row.translator_id, "reviewer": row.reviewer_id, "due": row.due} if row else {}
        super().__init__(*args, initial=initial, **kwargs)
        self._members = {str(member.pk): member for member in queries.members_of(task.statement.consultation)}
        choices = [("", "—"), *((pk, str(member)) for pk, member in self._members.items())]
        self.fields["translator"].choices = self.fields["reviewer"].choices = choices

    def arguments(self) -> dict[str, Any]:
        """What the act of assigning takes."""
        data = self.cleaned_data
        people: dict[str, Member | None] = {name: self._members.get(data[name]) for name in ("translator", "reviewer")}
        return {**people, "due": data["due"]}


class TranslationsFileForm(forms.Form):
    """A CSV file of translations, as the page gives it out."""

    file = forms.FileField(label=say_later("translations-file"), help_text=say_later("translations-file-help"))

    def __init__(self, consultation: Consultation, member: Member | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wanted = {(task.statement.code, task.into) for task in queries.tasks_of(consultation, member)}

    def clean_file(self) -> list[tuple[str, str, str]]:
        """Read the rows that have a translation; every problem is listed by its line."""
        rows = _read(self.cleaned_data["file"])
        problems = [problem for line, row in rows.items() if (problem := self._problem(line, row))]
        places = [(row["statement"], row["into"]) for row in rows.values()]
        twice = {place for place in places if places.count(place) > 1}
        problems += [
            say_later("translations-line-twice", line=line)
            for line, row in rows.items()
            if (row["statement"], row["into"]) in twice
        ]
        if problems:
            raise forms.ValidationError(problems[:MOST_ERRORS])
        return [(row["statement"], row["into"], row["translation"]) for row in rows.values()]

    def _problem(self, line: int, row: dict[str, str]) -> str:
        text, most = row["translation"], 4 * room.MOST_CHARACTERS
        if (row["statement"], row["into"]) not in self._wanted:
            return say_later("translations-line-unknown", line=line, statement=row["statement"], into=row["into"])
        if not room.is_readable(text):
            return say_later("translations-line-empty", line=line)
        if len(text) > most:
            return say_later("translations-line-long", line=line, found=len(text), most=most)
        return ""


def _read(file: UploadedFile) -> dict[int, dict[str, str]]:
    """Give the rows with a translation by their line in the file."""
    if file.size is None or file.size > LARGEST_FILE:
        raise forms.ValidationError(say_later("translations-file-large"))
    try:
        content = decode(file.read(), "")
    except TableError:
        raise forms.ValidationError(say_later("translations-file-encoding")) from None
    head = content.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(content), delimiter=";" if head.count(";") > head.count(",") else ",")
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        raise forms.ValidationError(say_later("translations-file-columns", columns=", ".join(COLUMNS)))
    try:
        rows = dict((reader.line_num, {name: _cell(row[name]) for name in COLUMNS}) for row in reader)  # noqa: C402
    except csv.Error:
        raise forms.ValidationError(say_later("translations-file-encoding")) from None
    return {line: row for line, row in rows.items() if row["translation"]}


def _cell(value: str | None) -> str:
    """Read a cell; the mark that keeps spreadsheets from reading a formula goes."""
    text = " ".join((value or "").split())
    return text[1:] if re.match(r"'[=+\-@]", text) else text
