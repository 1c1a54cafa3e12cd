"""The forms of the ledger's page."""

from __future__ import annotations

from typing import Any

from django import forms

from majlis.workspace.commons.models import Institution
from majlis.workspace.commons.words import language, say_later
from majlis.workspace.rooms.oversight import queries


class WitnessForm(forms.Form):
    """A witness: its key, and the institution that answers for it."""

    key = forms.CharField(label=say_later("ledger-witness-key"), help_text=say_later("ledger-key-help"), max_length=400)
    institution = forms.ModelChoiceField(
        Institution.objects.all(), label=say_later("ledger-witness-institution"), required=False
    )


class HeadForm(forms.Form):
    """A head that a witness signed, as a file or as text."""

    text = forms.CharField(
        label=say_later("ledger-head-text"), widget=forms.Textarea(attrs={"rows": 6, "dir": "ltr"}), required=False
    )
    file = forms.FileField(label=say_later("ledger-head-file"), required=False)

    def clean(self) -> dict[str, Any]:
        """Give what was handed in, whichever way."""
        values = super().clean()
        if upload := values.get("file"):
            values["text"] = upload.read(100_000).decode("utf-8", "replace")
        if not values.get("text"):
            self.add_error("text", say_later("ledger-head-none"))
        return values


class FilterForm(forms.Form):
    """Which entries are listed."""

    act = forms.ChoiceField(label=say_later("ledger-filter-act"), required=False)
    day = forms.DateField(
        label=say_later("ledger-filter-day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    institution = forms.ChoiceField(label=say_later("ledger-filter-institution"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", say_later("ledger-filter-all"))
        known = [(str(i.pk), i.name.in_language(language()).text) for i in Institution.objects.all()]
        self.fields["act"].choices = [everything, *((name, name) for name in queries.acts())]
        self.fields["institution"].choices = [everything, *known]
