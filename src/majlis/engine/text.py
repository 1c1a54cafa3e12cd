"""Making text that strangers wrote safe to show."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_GAP = "(?:[ \u00a0\u202f.-]|[ \u00a0]?[()][ \u00a0]?)"
_NUMBER = re.compile(rf"\+?\(?\d+(?:{_GAP}\d+)*")
_ONE_RUN = re.compile(r"\+|.*[\s()]|.*[.-].*[.-]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def shown(text: str) -> str:
    """Return `text` without terminal controls and without marks that turn the direction of what stands around it.

    What is stored stays as it was written; only what is shown is cleaned. Letters of right-to-left scripts and the
    plain direction marks that Arabic needs (U+200E, U+200F, U+061C) stay. Source: Unicode Technical Report 36.
    """
    return _DIRECTION_CONTROLS.sub("", _CONTROLS.sub(" ", text)).strip()


def laid_out(text: str) -> str:
    """Return what `shown` does, with telephone numbers and the like held together from left to right.

    Between letters of a right-to-left script the groups of `+212 5 37 00 00 00` would change places. What has a plus,
    a gap or two separators between its digits is put into an isolate (U+2066 to U+2069); a span of years is not.
    Source: Unicode Standard Annex 9.
    """
    clean = shown(text)
    return _NUMBER.sub(_isolated, clean) if _RIGHT_TO_LEFT.search(clean) else clean


def _isolated(number: re.Match[str]) -> str:
    return f"\u2066{number[0]}\u2069" if _ONE_RUN.match(number[0]) else number[0]


def spreadsheet_cell(text: str) -> str:
    """Return `text` so that a spreadsheet reads it as text and never as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
