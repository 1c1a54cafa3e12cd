"""Telling a mended typo from another statement, and a repeat from a new one."""

from __future__ import annotations

import re
import unicodedata

MOST_EDITS_A_WORD, MOST_SHARE = 2, 0.1


def is_small(before: str, after: str) -> bool:
    """Whether a change mends a typo: no word more or less, no number changed, two letters a word, a tenth of all.

    Words that are only joined or parted are the same. A word more or less (a "not", a "لا") is another statement.
    """
    if _digits(before) != _digits(after):
        return False
    old, new = _words(before), _words(after)
    if "".join(old) == "".join(new):
        return True
    if len(old) != len(new):
        return False
    edits = [distance(first, second) for first, second in zip(old, new, strict=True)]
    return max(edits) <= MOST_EDITS_A_WORD and sum(edits) <= max(1, MOST_SHARE * len(before))


def same_words(text: str) -> str:
    """Give what two texts share that differ only in case, spaces, invisible characters or punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if unicodedata.category(character)[0] in "LN")


def distance(first: str, second: str) -> int:
    """Levenshtein's distance: the fewest letters put in, left out or exchanged."""
    row = list(range(len(second) + 1))
    for place, letter in enumerate(first, start=1):
        last, row[0] = row[0], place
        for index, other in enumerate(second, start=1):
            last, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, last + (letter != other))
    return row[-1]


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", unicodedata.normalize("NFKC", text))
