"""What organisers and clerks fill in for a session in a hall: the time of closing, paper ballots, their file."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from majlis.engine.opinion.votes import AGREE, DISAGREE, PASS
from majlis.engine.tables import TableError, decode
from majlis.engine.text import shown, spreadsheet_cell
from majlis.workspace.commons import words
from majlis.workspace.commons.words import say_later
from majlis.workspace.rooms.consultations.forms.moments import MomentField, moment_in, zone_field
from majlis.workspace.rooms.consultations.models import Statement

LARGEST_BALLOT, MOST_PRINTED = 999_999, 500
LARGEST_FILE, MOST_ERRORS = 2_000_000, 50
ANSWERS = {"a": AGREE, "agree": AGREE, "d": DISAGREE, "disagree": DISAGREE, "p": PASS, "pass": PASS}
REMARK = "#"
Answers = dict[str, int]


class ScheduleForm(forms.Form):
    """When the voting closes by itself: day and time in a zone that is named."""

    at = MomentField(label=say_later("schedule-at"), help_text=say_later("schedule-at-help"))
    zone = zone_field()

    def clean(self) -> dict[str, Any]:
        """Refuse a time that cannot be meant."""
        data = super().clean() or self.cleaned_data
        if "at" in data and "zone" in data:
            try:
                data["moment"] = moment_in(data["at"], data["zone"])
            except forms.ValidationError as error:
                self.add_error("at", error)
        return data


class PrintForm(forms.Form):
    """How many ballots to print, and from which number on."""

    first = forms.IntegerField(label=say_later("ballots-first"), min_value=1, max_value=LARGEST_BALLOT, initial=1)
    count = forms.IntegerField(label=say_later("ballots-count"), min_value=1, max_value=MOST_PRINTED, initial=30)

    def numbers(self) -> range:
        """The numbers of the ballots."""
        return range(self.cleaned_data["first"], self.cleaned_data["first"] + self.cleaned_data["count"])


class PaperForm(forms.Form):
    """One paper ballot as a clerk types it: its number, and an answer or none to each statement."""

    ballot = forms.CharField(
        label=say_later("paper-ballot"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "autofocus": True}),
    )

    def __init__(self, *args: Any, statements: Iterable[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = list(statements)

    def clean_ballot(self) -> str:
        """Read the number in any digits."""
        number = read_ballot(self.cleaned_data["ballot"])
        if number is None:
            raise forms.ValidationError(words.say("paper-no-number"))
        return number

    def clean(self) -> dict[str, Any]:
        """Refuse a ballot without answers."""
        data = super().clean() or self.cleaned_data
        if not self.answers():
            self.add_error(None, words.say("paper-blank"))
        return data

    def answers(self) -> Answers:
        """The answers by statement code; a statement without one is left out."""
        return {s.code: ANSWERS[typed] for s in self.statements if (typed := self._typed(s)) in ANSWERS}

    def rows(self, entries: Sequence[Answers] = ()) -> list[tuple[Statement, str | None, list[int | None]]]:
        """Each statement with what was typed for it and what earlier entries of the ballot say.

        None was typed where the entries differ and nobody has answered yet, not even that the line is empty.
        """
        unanswered = self.left_open(entries)
        return [
            (s, None if s.code in unanswered else self._typed(s), [entry.get(s.code) for entry in entries])
            for s in self.statements
        ]

    def left_open(self, entries: Sequence[Answers]) -> set[str]:
        """The statements on which earlier entries differ and this form says nothing."""
        differing = {s.code for s in self.statements if len({entry.get(s.code) for entry in entries}) > 1}
        return {code for code in differing if f"answer-{code}" not in self.data}

    def _typed(self, statement: Statement) -> str:
        return str(self.data.get(f"answer-{statement.code}", ""))


class UploadForm(forms.Form):
    """The form sheet that a clerk filled in."""

    file = forms.FileField(
        label=say_later("paper-file"), widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"})
    )

    def clean_file(self) -> bytes:
        """Read the file; one that is too large is no sheet of ballots."""
        if self.cleaned_data["file"].size > LARGEST_FILE:
            raise forms.ValidationError(words.say("paper-file-too-large"))
        return bytes(self.cleaned_data["file"].read())


@dataclass
class Sheet:
    """What a form sheet holds: answers by ballot and statement code, and what is wrong with it, by line."""

    ballots: dict[str, Answers] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


def read_ballot(typed: str) -> str | None:
    """Read a ballot's number in any digits (`٠٠١٢` is 12); None where it is none."""
    plain = typed.strip()
    if not plain or any(unicodedata.digit(sign, None) is None for sign in plain):
        return None
    number = int("".join(str(unicodedata.digit(sign)) for sign in plain))
    return str(number) if 0 < number <= LARGEST_BALLOT else None


def write_sheet(statements: Iterable[Statement]) -> str:
    """Write the empty form sheet: a line of codes, and under it a remark with the texts."""
    put = list(statements)
    texts = [shown(statement.text.in_language(words.language()).text) for statement in put]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["ballot", *(statement.code for statement in put)])
    writer.writerow([REMARK, *map(spreadsheet_cell, texts)])
    return out.getvalue()


def read_sheet(content: bytes, statements: Iterable[Statement]) -> Sheet:
    """Read a form sheet with commas, semicolons or tabs; every problem is named with its line."""
    sheet = Sheet()
    try:
        text = decode(content, "")
    except TableError:
        sheet.errors.append(words.say("paper-file-not-utf8" if content.strip() else "paper-file-headings"))
        return sheet
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        codes = _headings(sheet, next(reader, []), {statement.code for statement in statements})
        for row in reader if codes else ():
            _read_row(sheet, reader.line_num, row, codes)
    except csv.Error:
        sheet.errors.append(words.say("paper-file-broken", line=reader.line_num))
    if not sheet.errors and not sheet.ballots:
        sheet.errors.append(words.say("paper-file-empty"))
    return sheet


def _headings(sheet: Sheet, row: list[str], known: set[str]) -> list[str]:
    """Read the codes of the statements off the first line; none where it cannot be used."""
    codes = [cell.strip() for cell in row[1:]]
    if not row or row[0].strip().lower() != "ballot" or len(set(codes)) != len(codes):
        sheet.errors.append(words.say("paper-file-headings"))
    unknown = [code for code in codes if code not in known]
    sheet.errors += [words.say("paper-file-unknown", line=1, code=code or "?") for code in unknown[:MOST_ERRORS]]
    return [] if sheet.errors else codes


def _read_row(sheet: Sheet, line: int, row: list[str], codes: list[str]) -> None:
    cells = [cell.strip() for cell in row]
    if not any(cells) or cells[0] == REMARK or len(sheet.errors) >= MOST_ERRORS:
        return
    ballot = read_ballot(cells[0])
    typed = {code: cell for code, cell in zip(codes, cells[1:], strict=False) if cell}
    wrong = _wrong_row(sheet, line, ballot, typed, extra=any(cells[len(codes) + 1 :]))
    sheet.errors += wrong
    if ballot and not wrong:
        sheet.ballots[ballot] = {code: ANSWERS[cell.lower()] for code, cell in typed.items()}
        sheet.lines[ballot] = line


def _wrong_row(sheet: Sheet, line: int, ballot: str | None, typed: Mapping[str, str], *, extra: bool) -> list[str]:
    """Say what is wrong with a line."""
    if ballot is None:
        return [words.say("paper-file-no-number", line=line)]
    if ballot in sheet.ballots:
        return [words.say("paper-file-twice", line=line, ballot=ballot, first=sheet.lines[ballot])]
    if extra:
        return [words.say("paper-file-too-long", line=line)]
    if not typed:
        return [words.say("paper-file-blank", line=line, ballot=ballot)]
    unknown = {code: cell for code, cell in typed.items() if cell.lower() not in ANSWERS}
    return [words.say("paper-file-answer", line=line, code=code, found=cell[:20]) for code, cell in unknown.items()]
