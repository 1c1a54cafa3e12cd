"""Sentences in Arabic, French and English from Fluent catalogues, with plurals and numbers by locale.

A language tag may carry a region (`ar-MA`): the sentence comes from the language, numbers and dates from the region.
Source of the format: https://projectfluent.org
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel import Locale, dates, numbers
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("ar", "fr", "en")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

Value = int | float | str


def base_language(tag: str) -> str:
    """`ar-MA` -> `ar`."""
    return tag.replace("_", "-").split("-", maxsplit=1)[0].lower()


def direction(tag: str) -> str:
    """`rtl` or `ltr`, the reading direction of a language."""
    return "rtl" if base_language(tag) in RIGHT_TO_LEFT else "ltr"


class Catalogue:
    """The sentences of one folder and the folders in it, one file `<language>.ftl` in each for each language."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bundles: dict[str, FluentBundle] = {}

    def say(self, key: str, language: str, **values: Value) -> str:
        """Return the sentence `key` in `language`.

        Raises KeyError where the catalogue lacks the key and ValueError where a value that the sentence needs is
        missing: a gap in a translation must never pass silently.
        """
        bundle = self._bundle(language)
        name, _, attribute = key.partition(".")
        if not bundle.has_message(name):
            raise KeyError(f"no sentence {key!r} in {language}")
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(f"sentence {key!r} in {language} has no text")
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"sentence {key!r} in {language}: {errors[0]}")
        return str(text)

    def has(self, key: str, language: str = "en") -> bool:
        """Whether the catalogue holds the sentence `key`."""
        return bool(self._bundle(language).has_message(key))

    def _bundle(self, tag: str) -> FluentBundle:
        if tag not in self._bundles:
            bundle = FluentBundle([tag])
            for path in sorted(self._folder.rglob(f"{base_language(tag)}.ftl")):
                bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
            self._bundles[tag] = bundle
        return self._bundles[tag]


@cache
def engine_catalogue() -> Catalogue:
    """The engine's own sentences: findings, charts and tables."""
    return Catalogue(Path(__file__).parent / "locale")


def say(key: str, language: str, **values: Value) -> str:
    """Return a sentence of the engine's catalogue."""
    return engine_catalogue().say(key, language, **values)


def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")


def format_number(value: float, tag: str, digits: int = 0) -> str:
    """Write a number by locale, with at most `digits` decimals."""
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return numbers.format_decimal(value, format=pattern, locale=_locale(tag))


def format_percent(share: float, tag: str) -> str:
    """Write a share between 0 and 1 as a whole percentage by locale."""
    return numbers.format_percent(share, locale=_locale(tag))


def format_date(day: date | datetime, tag: str, style: str = "long") -> str:
    """Write a date by locale: `ar-MA` names its months as Morocco does."""
    return dates.format_date(day, format=style, locale=_locale(tag))


def format_days(first: date, last: date, tag: str) -> str:
    """Write the days from the first to the last by locale, without saying twice what they share."""
    if first == last:
        return format_date(first, tag)
    return dates.format_interval(first, last, skeleton="yMMMd", locale=_locale(tag))
