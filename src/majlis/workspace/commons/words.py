"""The sentences of the interface in the reader's language, with numbers and dates as their institution writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import format_time
from django.conf import settings
from django.utils.functional import lazy
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from majlis.engine.messages import Catalogue, base_language, format_date
from majlis.engine.text import shown

ISOLATES = re.compile("[\u2066-\u2069]")
TAGS = re.compile(r"<[^>]*>")
USUAL_LOCALES = {"ar": "ar-MA", "fr": "fr", "en": "en-GB"}

_own_locale: ContextVar[str] = ContextVar("own_locale", default="")


@cache
def catalogue() -> Catalogue:
    """The interface's sentences."""
    return Catalogue(Path(__file__).resolve().parent.parent / "locale")


@contextmanager
def locale_of(tag: str) -> Iterator[None]:
    """Write numbers and dates by an institution's locale (`ar-MA`) while a reader reads its language."""
    token = _own_locale.set(tag)
    try:
        yield
    finally:
        _own_locale.reset(token)


def language() -> str:
    """The language of the page: ar, fr or en."""
    return base_language(get_language() or settings.LANGUAGE_CODE)


def locale_tag() -> str:
    """The language of the page with the region by which numbers and dates are written."""
    own = _own_locale.get()
    return own if own and base_language(own) == language() else USUAL_LOCALES[language()]


def say(key: str, **values: object) -> str:
    """Return the sentence `key`; raises KeyError for an unknown key and ValueError for a missing value."""
    return catalogue().say(key, locale_tag(), **{name: _spoken(value) for name, value in values.items()})


def zone_of(tag: str) -> ZoneInfo:
    """The time zone of a locale's country (`ar-MA` is Africa/Casablanca); UTC where it has none or several."""
    country = tag.rpartition("-")[2]
    zones = [zone for zone, found in get_global("zone_territories").items() if found == country]
    return ZoneInfo(zones[0]) if len(zones) == 1 else ZoneInfo("UTC")


def clock_time(at: datetime, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """Write the time of day in a zone by the reader's locale."""
    return format_time(at.astimezone(zone), "HH:mm:ss" if seconds else "HH:mm", locale=locale_tag().replace("-", "_"))


def offset_of(at: datetime, zone: ZoneInfo) -> str:
    """Name a zone with its distance from UTC at that moment: `Africa/Casablanca, UTC+01:00`."""
    return f"{zone.key}, UTC{at.astimezone(zone).isoformat()[-6:]}"


say_later = lazy(say, str)


def say_plain(key: str, **values: object) -> str:
    """Return the sentence for an attribute, a title or a mail's subject, where direction marks have no place."""
    return plain(say(key, **values))


def say_marked(key: str, **values: object) -> SafeString:
    """Return a sentence whose markup stands in the catalogue; every value is escaped."""
    text = say(key, **{name: _escaped(value) for name, value in values.items()})
    return mark_safe(TAGS.sub(lambda tag: plain(tag[0]), text))


def plain(text: str) -> str:
    """Return the text without the marks that isolate a value's direction."""
    return ISOLATES.sub("", text)


def _spoken(value: object) -> int | float | str:
    if isinstance(value, date):
        return format_date(value, locale_tag())
    return value if isinstance(value, int | float) else shown(str(value))


def _escaped(value: object) -> object:
    return value if isinstance(value, int | float | date) else conditional_escape(value)
