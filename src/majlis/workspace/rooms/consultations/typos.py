"""Telling a mended typo from another statement, and a repeat from a new one."""

from __future__ import annotations

import re
import unicodedata

LEAST_LETTERS, MOST_SHARE = 4, 0.1
PARTS = re.compile(r"[\s'’ʼ\-‐‑–]+")  # an elided or hyphenated negation is a word of its own: n’est, can’t, non-violent
PREFIXES = ("un", "in", "il", "im", "ir", "dis", "non", "de", "a", "لا")
ENGLISH = "no not non nor none never nothing nobody cannot without"
FRENCH = "ne ni pas sans jamais rien aucun aucune guere"
ARABIC = "لا لم لن ليس ليست ليسوا ما غير بلا بدون دون عدم كلا ولا فلا ولم فلم ولن فلن وليس وغير"
NEGATIONS = frozenset(f"{ENGLISH} {FRENCH} {ARABIC}".split())


def is_small(before: str, after: str) -> bool:
    """Whether a change may mend a typo: one letter at most in a word of four or more, in few words, and no negation.

    No word more or less, no number. It says what cannot be a typo; whether the rest is one, two people say: a single
    letter parts "untied" from "united" and "يمنع" from "يمنح".
    """
    if _digits(before) != _digits(after):
        return False
    old, new = _words(before), _words(after)
    if len(old) != len(new):
        return False
    changed = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    return len(changed) <= max(1, MOST_SHARE * len(before)) and all(_is_slip(*pair) for pair in changed)


def same_words(text: str) -> str:
    """Give what two texts share that differ only in case, spaces, invisible characters or punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if unicodedata.category(character)[0] in "LN")


def one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter put in, left out or exchanged, or two neighbours changing places, makes one of the other."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return max(len(first), len(second)) <= 1 or (len(first) == 2 and first == second[::-1])


def _is_slip(before: str, after: str) -> bool:
    plain = [_letters(word) for word in (before, after)]
    long = all(len(word) >= LEAST_LETTERS for word in plain)
    return long and one_letter_apart(before, after) and not NEGATIONS & set(plain) and _agree_in_prefix(*plain)


def _agree_in_prefix(before: str, after: str) -> bool:
    return all(before.startswith(prefix) == after.startswith(prefix) for prefix in PREFIXES)


def _letters(word: str) -> str:
    """Give the letters alone, without case, accents and vowel signs."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(character for character in plain if unicodedata.category(character)[0] == "L")


def _words(text: str) -> list[str]:
    return [word for word in PARTS.split(unicodedata.normalize("NFC", text)) if word]


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", unicodedata.normalize("NFKC", text))
