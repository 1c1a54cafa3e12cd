"""Runs: the words inside a block, each stretch with its language, its direction and how far it can be trusted.

A run is data. Whatever markup its text looks like, every form writes it as text. What a stranger can do to the words
around it is taken out when the run is made: control characters, marks that turn direction, links that are no address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from majlis.engine.text import NUMBERS
from majlis.workspace.commons.texts import Shown, State, Text, tag

NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
CONTROLS = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]+")
DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
ADDRESS = re.compile(r"(?:https?://[^\s<>\"\\]+|mailto:[^\s<>\"\\@]+@[^\s<>\"\\@]+|#[a-z][a-z0-9-]*)", re.IGNORECASE)
# Symbols of documents, such as A/RES/60/288 and E/CN.15/2023/L.2: capitals and digits between slashes
SYMBOL = r"[A-Z][A-Za-z]{0,9}(?:\.[0-9]+)?(?=/[A-Z0-9./]*[0-9])(?:/[A-Z0-9][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*){2,}"
APART = re.compile(rf"(?<![A-Za-z0-9/.@:_+-]){SYMBOL}(?![A-Za-z0-9/_@])|{NUMBERS.pattern}")
LONGEST_APART = 60
SPACES = re.compile("[ \n]+")  # and none that French keeps before a colon
RIGHT_TO_LEFT_CLASSES = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Run:
    """A stretch of words.

    language: a BCP 47 tag (ValueError where it is none); empty where it is the language of what surrounds it.
    direction: `ltr` or `rtl` sets it apart from what surrounds it (bidirectional isolation), `auto` takes the
        direction of its first letter; empty flows with the block, unless a language is given, whose direction it takes.
    state: how a translation stands to the author's words; an unreviewed one carries its mark in every form.
    whole: never broken across lines, as a symbol such as A/RES/60/288.
    link: an http, https or mailto address, or `#anchor` of a heading; anything else is no link.
    """

    text: str
    language: str = ""
    direction: str = ""
    state: State = State.ORIGINAL
    strong: bool = False
    emphasis: bool = False
    quiet: bool = False
    whole: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        text = cleaned(self.text)
        language = "" if self.language in {"", "und"} else tag(self.language)
        asked = self.direction or (direction_of(language) if language else "")
        values = {
            "text": text,
            "language": language,
            "direction": first_direction(text) if asked == "auto" else asked,
            "link": self.link if ADDRESS.fullmatch(self.link) else "",
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def lines(self) -> list[str]:
        """The text by its line breaks."""
        return self.text.split("\n")


Runs = tuple[Run, ...]
Words = str | Run | Shown | Runs


def runs(*words: Words) -> Runs:
    """Make runs of what is at hand: a sentence, a run, a text as a reader sees it, or runs."""
    return tuple(run for part in words for run in _runs_of(part))


def translated(text: Text, language: str) -> Run:
    """Give a text in the document's language where there is a version in it, with its standing."""
    return said(text.in_language(language))


def said(seen: Shown) -> Run:
    """Give what a reader gets to see as a run, set apart by its language."""
    return Run(seen.text, seen.language, seen.direction, seen.state)


def symbol(text: str, link: str = "") -> Run:
    """Give a symbol of a resolution, an article or a record: read from left to right and never broken."""
    return Run(text, direction="ltr", whole=True, link=link)


def strong(text: str) -> Run:
    """Give words that carry weight."""
    return Run(text, strong=True)


def emphasis(text: str) -> Run:
    """Give words that are stressed."""
    return Run(text, emphasis=True)


def sentence(text: str) -> Runs:
    """Read a catalogue's sentence: what its isolating marks enclose becomes a run set apart, and the marks go."""
    parts = enumerate(ISOLATED.split(text))
    return tuple(Run(part, direction="auto" if place % 2 else "") for place, part in parts if part)


def plain(words: Runs) -> str:
    """The words alone, on one line."""
    return SPACES.sub(" ", "".join(run.text for run in words)).strip()


def quiet(words: Runs) -> Runs:
    """The same words, less prominent."""
    return tuple(replace(run, quiet=True) for run in words)


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text into what flows, and symbols and numbers that keep together and read from left to right."""
    end = 0
    for found in APART.finditer(text):
        if len(found[0]) <= LONGEST_APART:
            yield from [(text[end : found.start()], False)] if found.start() > end else ()
            yield found[0], True
            end = found.end()
    yield from [(text[end:], False)] if end < len(text) or not text else ()


def cleaned(text: str) -> str:
    """Take out of a text what no form can print and what turns the direction of other words; line breaks stay."""
    return DIRECTION_CONTROLS.sub("", CONTROLS.sub(" ", NEWLINES.sub("\n", text)))


def direction_of(language: str) -> str:
    """The reading direction of a language tag, its script counted in."""
    return Shown(text="", language=language, state=State.ORIGINAL).direction


def first_direction(text: str) -> str:
    """The direction of the first letter (Unicode Annex 9, P2 and P3); `ltr` where there is none."""
    classes = (unicodedata.bidirectional(character) for character in text)
    letter = next((found for found in classes if found in {"L", "R", "AL"}), "L")
    return "rtl" if letter in RIGHT_TO_LEFT_CLASSES else "ltr"


def _runs_of(part: Words) -> Iterator[Run]:
    if isinstance(part, str):
        yield from sentence(part)
    elif isinstance(part, Shown):
        yield said(part)
    elif isinstance(part, Run):
        yield part
    else:
        yield from part
