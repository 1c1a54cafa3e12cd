"""What a moderator may want to look at in a statement: patterns of characters, never a judgement of what it says."""

from __future__ import annotations

import re
import unicodedata

PATTERNS = {
    "email": re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}"),
    "address": re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|net|info|io|me|ma|fr|uk|eu|tv|app)\b", re.IGNORECASE),
    "phone": re.compile(r"(?<![\w.])[+(]?\d(?:[\s()./–-]{0,2}\d){7,14}(?!\w)"),
    "digits": re.compile(r"\d{6,}"),
}


def hints(text: str) -> list[str]:
    """Name what stands in the text: an e-mail address, a web address, a phone number, a long number."""
    plain = unicodedata.normalize("NFKC", text)
    visible = "".join(character for character in plain if unicodedata.category(character) != "Cf")
    return [name for name, pattern in PATTERNS.items() if pattern.search(visible)]
