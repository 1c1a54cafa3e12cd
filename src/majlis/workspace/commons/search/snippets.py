"""Where the words of a query stand in what was found."""

from __future__ import annotations

from dataclasses import dataclass

from majlis.engine.text import shown
from majlis.workspace.commons.rooms import Searched
from majlis.workspace.commons.search.asking import Asked, Query
from majlis.workspace.commons.search.words import words
from majlis.workspace.commons.texts import Shown, State

BEFORE, LONGEST = 60, 240
ELLIPSIS = "…"


@dataclass(frozen=True)
class Piece:
    """A stretch of a text. marked: it is a word of the query."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Passage:
    """A text in one language, cut where it is long, with the words of the query marked.

    of: the text's language and how far it can be trusted. met: which words of the query stand in it.
    """

    of: Shown
    pieces: tuple[Piece, ...]
    met: frozenset[Asked]


@dataclass(frozen=True)
class Snippet:
    """The title as the reader sees it, and the passage that shows best why the record was found, where there is one."""

    title: Passage
    passage: Passage | None


def snippet(query: Query, searched: Searched, language: str) -> Snippet:
    """Show a record to a reader of `language`: their own version where the words stand there, else another."""
    seen = [text.in_language(language) for text in searched.texts]
    own = [passage(query, version) for version in seen]
    others = [
        passage(query, Shown(text=version.text, language=tag, state=version.state))
        for text, before in zip(searched.texts, seen, strict=True)
        for tag, version in sorted(text.versions.items())
        if tag != before.language
    ]
    best = max([*own, *others], key=lambda found: len(found.met))
    return Snippet(whole(query, seen[0]), best if best is not own[0] and best.met else None)


def whole(query: Query, text: Shown) -> Passage:
    """Mark the words of the query in all of the text."""
    return _passage(query, text, len(text.text))


def passage(query: Query, text: Shown) -> Passage:
    """Mark the words of the query in the text, cut around the first of them."""
    return _passage(query, text, LONGEST)


def _passage(query: Query, text: Shown, longest: int) -> Passage:
    clean = shown(text.text)
    found = [(word, {asked for asked in query.asked if asked.is_in(word)}) for word in words(clean)]
    marks = [(word.start, word.end) for word, met in found if met]
    start, end = _window(clean, marks[0][0] if marks else 0, longest)
    pieces = _pieces(clean, [mark for mark in marks if start <= mark[0] and mark[1] <= end], start, end)
    return Passage(text, tuple(pieces), frozenset().union(*(met for _, met in found)))


def _window(text: str, first: int, longest: int) -> tuple[int, int]:
    """Give where the passage begins and ends, between words where there are any."""
    if len(text) <= longest:
        return 0, len(text)
    start = max(0, first - BEFORE)
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text), start + longest)
    return start, end if end == len(text) else (max(text.rfind(" ", first, end), 0) or end)


def _pieces(text: str, marks: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces = [Piece(ELLIPSIS)] if start else []
    at = start
    for first, last in marks:
        pieces += [Piece(text[at:first]), Piece(text[first:last], marked=True)]
        at = last
    pieces += [Piece(text[at:end]), *([Piece(ELLIPSIS)] if end < len(text) else [])]
    return [piece for piece in pieces if piece.text]


def is_other(found: Passage, language: str) -> bool:
    """Whether the passage is not in the reader's language, so that the page must say in which."""
    return found.of.state is State.ABSENT or found.of.language.partition("-")[0] != language
