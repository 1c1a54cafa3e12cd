"""What institutions fill in to promise, to report and to take over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from majlis.workspace.commons.record_forms import DayField, Edit, Sourced
from majlis.workspace.commons.trilingual import Wording
from majlis.workspace.commons.words import say, say_later
from majlis.workspace.rooms.strategy.following.pages import Followed, in_reader_s, statuses
from majlis.workspace.rooms.strategy.models import DONE, Pledge


class PledgeForm(Edit):
    """What an institution promises."""

    wordings: ClassVar[Mapping[str, Wording]] = {
        "text": Wording("pledge-text", most=1000, rows=3),
        "office": Wording("pledge-office"),
    }
    due_on = DayField(label=say_later("pledge-due-on"), required=False)

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {"text": self.text("text"), "office": self.text("office"), "due_on": self.cleaned_data["due_on"]}


class TakeBackForm(Edit):
    """Why a pledge is taken back."""

    wordings: ClassVar[Mapping[str, Wording]] = {"reason": Wording("pledge-withdraw-reason", most=500, rows=2)}

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        return {"reason": self.text("reason")}


class ReportForm(Sourced):
    """What became of a recommendation or a pledge."""

    wordings: ClassVar[Mapping[str, Wording]] = {"text": Wording("report-text", most=2000, rows=4)}
    status = forms.ChoiceField(label=say_later("report-status"), choices=statuses, widget=forms.RadioSelect)
    pledge = forms.ModelChoiceField(
        Pledge.objects.none(),
        label=say_later("report-pledge"),
        required=False,
        empty_label=say_later("report-on-the-recommendation"),
    )
    as_of = DayField(label=say_later("report-as-of"))
    field_order = ("status", "pledge", "as_of")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source_title"].required = False
        self.fields["source_title"].help_text = say_later("report-proof-help")
        self.initial.setdefault("as_of", timezone.localdate())
        pledges = self.initial.get("pledges", Pledge.objects.none())
        self.fields["pledge"].queryset = pledges
        self.fields["pledge"].label_from_instance = lambda pledge: in_reader_s(pledge.text)
        if not pledges:
            del self.fields["pledge"]

    def clean(self) -> dict[str, Any]:
        """Insist on the proof of what is called done, and on a day that has come."""
        data = super().clean()
        if data.get("status") == DONE and not data.get("source_title"):
            self.add_error("source_title", say("report-done-needs-proof"))
        if data.get("as_of") and data["as_of"] > timezone.localdate():
            self.add_error("as_of", say("report-of-tomorrow"))
        return data

    def arguments(self) -> dict[str, Any]:
        """What the act takes, the source apart."""
        data = self.cleaned_data
        return {
            "text": self.text("text"),
            "status": data["status"],
            "as_of": data["as_of"],
            "pledge": data.get("pledge"),
        }


class TakeOverForm(forms.Form):
    """Which recommendations of an earlier strategy are taken over; those that are not done are chosen at first."""

    recommendations = forms.MultipleChoiceField(
        label=say_later("carry-over-which"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, found: Sequence[Followed], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendations"].choices = [(str(one.recommendation.pk), _line(one)) for one in found]
        self.initial.setdefault("recommendations", [str(o.recommendation.pk) for o in found if o.status != DONE])


def _line(one: Followed) -> str:
    return f"{one.recommendation.code} · {in_reader_s(one.recommendation.text)} · {one.in_words}"
