"""Forms by which originators release, narrow and recall."""

from __future__ import annotations

from typing import Any

from django import forms

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.handling.queries import can_be_named
from majlis.workspace.commons.texts import Text, is_readable
from majlis.workspace.commons.words import language, say, say_later

LEVELS = {
    Tlp.CLEAR: "level-clear",
    Tlp.GREEN: "level-green",
    Tlp.AMBER: "level-amber",
    Tlp.AMBER_STRICT: "level-amber-strict",
    Tlp.RED: "level-red",
}


class ReasonedForm(forms.Form):
    """Why: those concerned read it."""

    reason = forms.CharField(
        label=say_later("handling-reason"),
        help_text=say_later("handling-reason-help"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )

    def clean_reason(self) -> str:
        """Insist on something to read."""
        reason: str = self.cleaned_data["reason"]
        if not is_readable(reason):
            raise forms.ValidationError(say("nothing-to-see"))
        return reason

    def reason_text(self) -> Text:
        """The reason as a text of the reader's language."""
        return Text.write(self.cleaned_data["reason"].replace("\r\n", "\n"), language())


class LevelForm(ReasonedForm):
    """A level, whom it names, and why."""

    tlp = forms.ChoiceField(label=say_later("seen-by"), widget=forms.RadioSelect)
    named = forms.MultipleChoiceField(
        label=say_later("handling-named"),
        help_text=say_later("handling-named-help"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("tlp", "named", "reason")

    def __init__(self, *args: Any, handling: Handling, milder: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [tlp for tlp in LEVELS if (tlp <= handling.tlp if milder else tlp >= handling.tlp)]
        self.fields["tlp"].choices = [(tlp.value, say_later(LEVELS[tlp])) for tlp in offered]
        self.fields["named"].choices = [(pk, each.name.in_language(language()).text) for pk, each in can_be_named()]

    def arguments(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        return {"tlp": Tlp(data["tlp"]), "named": data["named"], "reason": self.reason_text()}
