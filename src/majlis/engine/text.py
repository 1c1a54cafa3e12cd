"""Making text that strangers wrote safe to show."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def shown(text: str) -> str:
    """Return `text` without terminal controls and without marks that turn the direction of what stands around it.

    What is stored stays as it was written; only what is shown is cleaned. Letters of right-to-left scripts and the
    plain direction marks that Arabic needs (U+200E, U+200F, U+061C) stay. Source: Unicode Technical Report 36.
    """
    return _DIRECTION_CONTROLS.sub("", _CONTROLS.sub(" ", text)).strip()


def spreadsheet_cell(text: str) -> str:
    """Return `text` so that a spreadsheet reads it as text and never as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
