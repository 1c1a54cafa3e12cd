"""What voters and those who hand out codes fill in."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms

from majlis.workspace.commons.words import say_later, zone_of
from majlis.workspace.rooms.consultations.actions.voting import MOST_CODES
from majlis.workspace.rooms.consultations.forms.moments import MomentField, moment_in, zone_field
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
    """A new batch of codes; `once` marks the form, so that sent twice it makes one batch."""

    count = forms.IntegerField(label=say_later("codes-count"), min_value=1, max_value=MOST_CODES)
    expires_at = MomentField(label=say_later("codes-expire"), help_text=say_later("codes-expire-help"), required=False)
    zone = zone_field(required=False)
    once = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False)

    def __init__(self, consultation: Consultation, *args: Any) -> None:
        zone = zone_of(consultation.institution.locale).key
        super().__init__(*args, initial={"zone": zone, "once": secrets.token_urlsafe(24)})

    def clean(self) -> dict[str, Any]:
        """Refuse an expiry that cannot be meant: such codes would let nobody in."""
        data = super().clean() or self.cleaned_data
        if data.get("expires_at"):
            try:
                data["expires_at"] = moment_in(data["expires_at"], data.get("zone") or "UTC")
            except forms.ValidationError as error:
                self.add_error("expires_at", error)
        return data

    def arguments(self) -> dict[str, Any]:
        """What the act of making codes takes."""
        return {name: self.cleaned_data[name] for name in ("count", "expires_at", "once")}


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
