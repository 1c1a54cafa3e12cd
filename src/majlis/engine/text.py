"""Making text that strangers wrote safe to show."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_BREAKS = re.compile(r"\s*[\t\n]\s*")
_DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_GAP = "[ \u00a0\u202f.-]"
_NEXT = rf"(?:{_GAP}\d+|{_GAP}?\(\d+\){_GAP}?\d+)"
_NUMBER = (
    rf"\+(?:\(\d+\){_GAP}?)?\d+{_NEXT}*%?"  # +212 (0)5 37 00, +3
    rf"|\(0\d*\){_GAP}?\d+{_NEXT}*"  # (05) 37 00
    rf"|\d+{_NEXT}{{2,}}"  # 05-37-00, 2026-05-12
    rf"|\d+[ \u00a0\u202f]\d+"  # 10 000
    r"|(?<![^\s(«“])[-\u2212]\d+(?:[.,]\d+)*%?"  # -5%
)
NUMBERS = re.compile(rf"(?<![A-Za-z\d/.@:_+-])(?:{_NUMBER})(?![A-Za-z\d/_@])")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def shown(text: str) -> str:
    """Return `text` without terminal controls and without marks that turn the direction of what stands around it.

    What is stored stays as it was written; only what is shown is cleaned. Letters of right-to-left scripts and the
    plain direction marks that Arabic needs (U+200E, U+200F, U+061C) stay. Source: Unicode Technical Report 36.
    """
    return _DIRECTION_CONTROLS.sub("", _CONTROLS.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """Return what `shown` does, on one line: a space stands for each break and tab."""
    return _BREAKS.sub(" ", shown(text))


def laid_out(text: str) -> str:
    """Return what `shown` does, with telephone numbers and the like held together from left to right.

    Between letters of a right-to-left script the groups of `+212 5 37 00 00 00` would change places. What has a sign, a
    gap or two separators between its digits is put into an isolate (U+2066 to U+2069). A span of years is not, nor the
    year in brackets behind the number of a resolution: these run with the words. Source: Unicode Standard Annex 9.
    """
    clean = shown(text)
    return NUMBERS.sub("\u2066\\g<0>\u2069", clean) if _RIGHT_TO_LEFT.search(clean) else clean


def spreadsheet_cell(text: str) -> str:
    """Return `text` so that a spreadsheet reads it as text and never as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
