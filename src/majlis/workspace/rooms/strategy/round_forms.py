"""What members fill in around a text: remarks, ratings, a round, an edition, a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils import timezone

from majlis.workspace.commons import csv_tables
from majlis.workspace.commons.models import Institution
from majlis.workspace.commons.record_forms import DayField
from majlis.workspace.commons.texts import Text, is_readable
from majlis.workspace.commons.trilingual import TrilingualForm, Wording
from majlis.workspace.commons.words import language, say, say_later, zone_of
from majlis.workspace.rooms.strategy import actions, rounds, table
from majlis.workspace.rooms.strategy.agreement import HIGHEST, LOWEST
from majlis.workspace.rooms.strategy.models import Rating, Recommendation

MOST_WORDS = 2000


class WordsField(forms.CharField):
    """A few sentences in one language; line ends are those of files."""

    widget = forms.Textarea({"rows": 3, "dir": "auto"})

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=MOST_WORDS, **more)

    def clean(self, value: Any) -> str:
        """Refuse what holds only invisible characters."""
        text = super().clean(value).replace("\r\n", "\n")
        if text and not is_readable(text):
            raise forms.ValidationError(say("nothing-to-see"))
        return text


class RemarkForm(forms.Form):
    """What a member remarks or answers, in the language that they write in."""

    text = WordsField(label=say_later("remark-text"))
    language = forms.ChoiceField(label=say_later("remark-language"), choices=settings.LANGUAGES)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("language", language())

    def written(self) -> Text:
        """Give what was written."""
        return Text.write(self.cleaned_data["text"], self.cleaned_data["language"])


class RatingForm(forms.Form):
    """A member's answer about one text."""

    value = forms.ChoiceField(label=say_later("round-value"), required=False, widget=forms.RadioSelect)
    reason = WordsField(label=say_later("round-reason"), required=False)
    wording = WordsField(label=say_later("round-wording"), required=False)

    def __init__(self, data: Any, asked: rounds.Asked, own: Rating | None) -> None:
        initial = {"value": str(own.value) if own else "", "reason": own and own.reason, "wording": own and own.wording}
        super().__init__(data, prefix=f"r{asked.recommendation.pk.hex}", initial=initial)
        self.asked, self.own = asked, own
        values = [(str(value), str(value)) for value in range(LOWEST, HIGHEST + 1)]
        self.fields["value"].choices = [("", say("round-value-none")), *values]

    def clean(self) -> dict[str, Any]:
        """Refuse words without a rating: they could not be kept."""
        data = super().clean()
        if not data.get("value") and (data.get("reason") or data.get("wording")):
            self.add_error("value", say("round-value-missing"))
        return data

    def answer(self) -> actions.Answer | None:
        """Give what changed since the member answered last; None where nothing did."""
        if not self.has_changed():
            return None
        data = self.cleaned_data
        words = {name: self._text(name) for name in ("reason", "wording")}
        return actions.Answer(self.asked.recommendation.pk, int(data["value"] or 0), **words)

    def _text(self, name: str) -> Text | None:
        held, given = self.own and getattr(self.own, name), self.cleaned_data[name]
        if held is not None and str(held) == given:
            return held
        return Text.write(given, language()) if given else None


class LastDayForm(forms.Form):
    """The last day on which a round can be answered; none where those who draft close it."""

    closes_on = DayField(label=say_later("round-closes-on"), required=False, help_text=say_later("round-closes-help"))

    def closes_at(self, institution: Institution) -> datetime | None:
        """Give the moment when the last day is over by the institution's clocks."""
        day = self.cleaned_data["closes_on"]
        if day is None:
            return None
        return datetime.combine(day + timedelta(days=1), time(), zone_of(institution.locale))

    def clean_closes_on(self) -> Any:
        """Refuse a day that is over."""
        day = self.cleaned_data["closes_on"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(say("round-closes-in-the-past"))
        return day


class RoundForm(LastDayForm):
    """Which drafts a round asks about, and its last day."""

    drafts = forms.MultipleChoiceField(label=say_later("round-drafts"), widget=forms.CheckboxSelectMultiple)
    field_order = ("drafts", "closes_on")

    def __init__(self, data: Any, drafts: Sequence[Recommendation]) -> None:
        super().__init__(data, initial={"drafts": [str(draft.pk) for draft in drafts]})
        self.drafts = drafts
        shown = [(str(d.pk), f"{d.code} · {d.text.in_language(language()).text}") for d in drafts]
        self.fields["drafts"].choices = shown

    def chosen(self) -> list[Recommendation]:
        """Give the drafts that were chosen."""
        return [draft for draft in self.drafts if str(draft.pk) in self.cleaned_data["drafts"]]


class ReadingForm(forms.Form):
    """Which reasons and wordings of a closed round are kept back, and why."""

    def __init__(self, data: Any, texts: Mapping[str, Text], held: Mapping[str, str]) -> None:
        super().__init__(data)
        shown = [("", say("round-held-not")), *((code, say(f"round-held-{code}")) for code in rounds.HELD)]
        for key in texts:
            label = say("round-held-label")
            self.fields[key] = forms.ChoiceField(label=label, choices=shown, required=False, initial=held.get(key, ""))
        self._texts = texts

    def rows(self) -> list[tuple[Text, forms.BoundField]]:
        """Give each text with its field."""
        return [(text, self[key]) for key, text in self._texts.items()]

    def held(self) -> dict[str, str]:
        """Give what is kept back, with why."""
        return {key: why for key, why in self.cleaned_data.items() if why}


class ReleaseForm(TrilingualForm):
    """The office that releases an edition, what is new in it, and the day."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "office": Wording("edition-office"),
        "note": Wording("edition-note", most=2000, required=False, rows=4),
    }
    released_on = DayField(label=say_later("edition-released-on"))

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        texts = {name: self.text(name) for name in self.wordings}
        return {**texts, "released_on": self.cleaned_data["released_on"]}


class TableForm(forms.Form):
    """A table of recommendations, pasted or as a file; what came is always in the field of text."""

    table = forms.CharField(
        label=say_later("table-paste"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "dir": "ltr", "spellcheck": "false", "class": "table-text"}),
    )
    file = forms.FileField(
        label=say_later("table-file"), required=False, widget=forms.FileInput({"accept": ".csv,.tsv,.txt"})
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def table_text(self) -> str:
        """Give the table's text, the file's if there is one. Raises TroubledTable where it cannot be read."""
        file = self.cleaned_data["file"]
        content = file.read(table.MOST_BYTES + 1) if file else None
        return csv_tables.text_of(content, table.MOST_BYTES) if content is not None else self.cleaned_data["table"]
