"""The terms of a text: what is alike to a reader is the same to the search, in Arabic, French and English.

Everything happens here and nothing in the database, so that SQLite and PostgreSQL know the very same terms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST_TERM = 80
# what no decomposition of Unicode unites: final ya, ta marbuta, Persian keyboards; a final hamza is often left out
ALIKE = str.maketrans(
    {"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ء": "", "ـ": "", "œ": "oe", "æ": "ae", "ı": "i"}
)
APOSTROPHES = frozenset("'’‘ʼ＇")
# a word with apostrophes inside, or a code with slashes inside
TOKEN = re.compile(r"[^ /']+(?:[/'][^ /']+)*")
PIECE = re.compile(r"[^/]+")
ELISIONS = frozenset({"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
ARABIC = re.compile("[\u0620-\u064a]")
ARTICLE = re.compile("(?:[وف]?[بك]?ال|[وف]?لل)(?=..)")
ONE_LETTER = re.compile("(?:[ول](?=...)|ب(?=....))")


@dataclass(frozen=True)
class Word:
    """A word of a text as the search knows it, and where it stands in the text."""

    term: str
    start: int
    end: int

    @property
    def is_code(self) -> bool:
        """Whether it is a code such as a/res/60/288, which is one term."""
        return "/" in self.term


def words(text: str) -> Iterator[Word]:
    """Give the words of a text in their order."""
    folded, places = _fold(text)
    places.append(len(text))  # so that signs after a word, such as vowels and a final hamza, belong to it
    for found in TOKEN.finditer(folded):
        for start, end in _pieces(folded, found):
            if term := _joined(folded[start:end]):
                yield Word(term[:LONGEST_TERM].rstrip("/"), places[start], places[end])


def own_forms(term: str) -> frozenset[str]:
    """The term, and an Arabic one also without its article."""
    return frozenset({term, _without(ARTICLE, term)})


def all_forms(term: str) -> frozenset[str]:
    """Its own forms, and an Arabic one also without a conjunction or preposition of one letter.

    That letter may as well belong to the word, so that nobody can tell; both ways are kept.
    """
    return own_forms(term) | {_without(ONE_LETTER, term)}


def indexed_forms(word: Word) -> frozenset[str]:
    """Every term under which a text with this word is found; a code also under its parts and its endings."""
    if not word.is_code:
        return all_forms(word.term)
    parts = word.term.split("/")
    return frozenset({*parts, *("/".join(parts[n:]) for n in range(len(parts)))})


def terms(text: str) -> frozenset[str]:
    """Every term under which the text is found."""
    return frozenset().union(*(indexed_forms(word) for word in words(text)))


def _fold(text: str) -> tuple[str, list[int]]:
    """Give the text with alike characters made the same, and for each of its characters the place it came from."""
    folded = [_folded(character) for character in text]
    return "".join(folded), [place for place, piece in enumerate(folded) for _ in piece]


@lru_cache(maxsize=20_000)
def _folded(character: str) -> str:
    """Fold one character: no accent, no case, no vowel sign, digits of any script as 0 to 9; else a space."""
    if character in APOSTROPHES:
        return "'"
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()).translate(ALIKE)
    kept = "".join(_kept(part) for part in plain)
    # one character never is several words, not even a fraction or an abbreviation
    return kept.replace(" ", "").replace("/", "") or kept[:1]


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] == "M" or category == "Cf":
        return ""
    return character if character == "/" or category[0] in "LN" else " "


def _is_code(token: str) -> bool:
    return "/" in token and any(character.isdigit() for character in token)


def _pieces(folded: str, token: re.Match[str]) -> list[tuple[int, int]]:
    """Give where the words of a token begin and end: a code is one, else slashes part them."""
    spans = [token.span()] if _is_code(token[0]) else [piece.span() for piece in PIECE.finditer(folded, *token.span())]
    return [(_after_elision(folded, start, end), end) for start, end in spans]


def _after_elision(folded: str, start: int, end: int) -> int:
    head, apostrophe, _ = folded[start:end].partition("'")
    return start + len(head) + 1 if apostrophe and head in ELISIONS else start


def _joined(word: str) -> str:
    """Put a word with an apostrophe together; the possessive of English goes."""
    return word.removesuffix("'s").replace("'", "")


def _without(prefix: re.Pattern[str], term: str) -> str:
    return prefix.sub("", term, count=1) if ARABIC.match(term) and prefix.match(term) else term
