"""What voters and those who hand out codes fill in."""

from __future__ import annotations

from typing import Any

from django import forms

from majlis.workspace.commons.words import say_later
from majlis.workspace.rooms.consultations.actions.voting import MOST_CODES
from majlis.workspace.rooms.consultations.models import Consultation, Door

OLD_ENOUGH, GUARDED, TOO_YOUNG = "old-enough", "guarded", "too-young"


class EntryForm(forms.Form):
    """What stands before the first vote: the age where one is asked, and the code behind that door.

    Nothing of it is kept.
    """

    age = forms.ChoiceField(widget=forms.RadioSelect, label=say_later("entry-age"))
    code = forms.CharField(label=say_later("entry-code"), max_length=60, help_text=say_later("entry-code-help"))

    def __init__(self, consultation: Consultation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["age"].choices = _ages(consultation)
        self.fields["code"].widget.attrs |= {"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}
        if not consultation.least_age:
            del self.fields["age"]
        if consultation.door != Door.CODES:
            del self.fields["code"]

    @property
    def too_young(self) -> bool:
        """Whether the voter says so; the page then has another answer than an error."""
        return self.cleaned_data.get("age") == TOO_YOUNG


class CodesForm(forms.Form):
    """A new batch of codes."""

    count = forms.IntegerField(label=say_later("codes-count"), min_value=1, max_value=MOST_CODES)
    expires_at = forms.DateTimeField(
        label=say_later("codes-expire"),
        help_text=say_later("codes-expire-help"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )


class RevokeForm(forms.Form):
    """A code to revoke, by its serial or by itself."""

    named = forms.CharField(label=say_later("code-named"), max_length=60)


def _ages(consultation: Consultation) -> list[tuple[str, Any]]:
    age = consultation.least_age
    guarded = [(GUARDED, say_later("entry-guarded", age=age))] if consultation.with_guardian else []
    return [
        (OLD_ENOUGH, say_later("entry-old-enough", age=age)),
        *guarded,
        (TOO_YOUNG, say_later("entry-too-young", age=age)),
    ]
