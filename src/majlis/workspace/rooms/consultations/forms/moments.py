"""A day and time as it is typed, in a zone that is named."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils import timezone

from majlis.workspace.commons.words import say_later

FARTHEST = timedelta(days=36525)


def zone_names() -> list[tuple[str, str]]:
    """The zones of the world by name, UTC first."""
    return [(name, name) for name in ("UTC", *sorted(available_timezones() - {"UTC", "localtime"}))]


def zone_field(**more: Any) -> forms.ChoiceField:
    """Make the field that asks for the zone."""
    return forms.ChoiceField(label=say_later("schedule-zone"), choices=zone_names, **more)


class MomentField(forms.DateTimeField):
    """A day and time in no zone yet."""

    def __init__(self, **more: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"], **more)

    def clean(self, value: Any) -> datetime | None:
        """Take the time as it was typed."""
        found: datetime | None = super().clean(value)
        return found and found.replace(tzinfo=None)


def moment_in(at: datetime, zone: str) -> datetime:
    """Give the moment at which the zone's clocks show the time.

    ValidationError for one that has passed, lies more than a hundred years ahead, or that the zone's clocks never show
    or show twice.
    """
    now = timezone.now()
    if at.year > (now + FARTHEST).year:
        raise forms.ValidationError(say_later("schedule-too-far"))
    found = at.replace(tzinfo=ZoneInfo(zone))
    if found.utcoffset() != found.replace(fold=1).utcoffset():
        raise forms.ValidationError(say_later("schedule-no-such-time"))
    if found <= now:
        raise forms.ValidationError(say_later("schedule-in-the-past"))
    return found
