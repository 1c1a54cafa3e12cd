"""Comparing a strategy at two moments by measure, word by word, and describing each as a profile. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from majlis.workspace.commons.texts import Shown, Text

TEXT_PARTS = ("text", "goal", "addressee", "indicator", "rights_note", "unfounded")
PLAIN_PARTS = ("addressed_to", "due_on", "dimensions", "basis")
Label = Callable[[str, str], str]
WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Kind(StrEnum):
    """What became of a measure."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Held:
    """A recommendation as it stood: its parts as they were frozen, and its basis as `kind:id` with words."""

    code: str
    version: int
    content: Mapping[str, Any]
    basis: Sequence[Mapping[str, Any]] = ()

    def text(self, part: str) -> Text | None:
        """Give a part that is a text."""
        return Text.from_dict(self.content[part]) if self.content.get(part) else None

    def plain(self, part: str) -> tuple[str, ...]:
        """Give a part that is no text, as the words of a list."""
        if part == "basis":
            return tuple(sorted(f"{line['id']} {line['digest']}" for line in self.basis))
        value = self.content.get(part)
        return tuple(value) if isinstance(value, list) else (str(value),) if value else ()


@dataclass(frozen=True)
class Piece:
    """Words that are the same on both sides (""), only in the new text ("ins") or only in the old one ("del")."""

    mark: str
    words: str


@dataclass(frozen=True)
class PartChange:
    """A part that changed: its name, both sides, and the words of each.

    elsewhere: it reads the same in this language, and changed in others.
    """

    name: str
    old: Shown
    new: Shown
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureChange:
    """What became of the measure with a code."""

    code: str
    kind: Kind
    old: Held | None
    new: Held | None
    parts: tuple[PartChange, ...] = ()


@dataclass(frozen=True)
class Profile:
    """A strategy described, not graded: how many recommendations there are, and how many have what.

    participation: rest on what was found where people were asked; basis: rest on anything; measurable: have both an
    indicator and a deadline; rights: have a rights note; dimensions: the codes that are covered.
    """

    count: int
    participation: int
    basis: int
    indicator: int
    deadline: int
    measurable: int
    rights: int
    dimensions: tuple[str, ...]


def compare(
    before: Iterable[Held], after: Iterable[Held], language: str, label: Label = lambda _, value: value
) -> list[MeasureChange]:
    """Compare by code; measures in the order of the later list, dropped ones after them.

    label: gives the words of a value that is no text, from the name of its part and the value.
    """
    old, new = {held.code: held for held in before}, {held.code: held for held in after}
    found = [_measure(code, old.get(code), held, language, label) for code, held in new.items()]
    return [*found, *(_measure(code, held, None, language, label) for code, held in old.items() if code not in new)]


def counts(changes: Iterable[MeasureChange]) -> dict[str, int]:
    """Count the measures by what became of them."""
    kinds = [change.kind for change in changes]
    return {kind.value: kinds.count(kind) for kind in Kind}


def profile(held: Sequence[Held], asked: frozenset[str]) -> Profile:
    """Describe what stands; asked: the ids of findings of rooms in which people were asked."""
    has = {part: sum(bool(one.content.get(part)) for one in held) for part in ("indicator", "due_on", "rights_note")}
    return Profile(
        count=len(held),
        participation=sum(any(str(line["id"]) in asked for line in one.basis) for one in held),
        basis=sum(bool(one.basis) for one in held),
        indicator=has["indicator"],
        deadline=has["due_on"],
        measurable=sum(bool(one.content.get("indicator") and one.content.get("due_on")) for one in held),
        rights=has["rights_note"],
        dimensions=tuple(sorted({code for one in held for code in one.plain("dimensions")})),
    )


def pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Mark which words of the old text are gone and which of the new text came; each side joins to its text."""
    left, right = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    before, after = [], []
    for tag, a, b, c, d in matcher.get_opcodes():
        before += [Piece("" if tag == "equal" else "del", "".join(left[a:b]))] if b > a else []
        after += [Piece("" if tag == "equal" else "ins", "".join(right[c:d]))] if d > c else []
    return tuple(before), tuple(after)


def _measure(code: str, old: Held | None, new: Held | None, language: str, label: Label) -> MeasureChange:
    if old is None or new is None:
        return MeasureChange(code, Kind.ADDED if old is None else Kind.DROPPED, old, new)
    parts = tuple(_parts(old, new, language, label))
    return MeasureChange(code, Kind.CHANGED if parts else Kind.SAME, old, new, parts)


def _parts(old: Held, new: Held, language: str, label: Label) -> Iterator[PartChange]:
    for name in TEXT_PARTS:
        before, after = old.text(name), new.text(name)
        if before != after:
            yield _part(name, _shown(before, language), _shown(after, language), _elsewhere(before, after, language))
    for name in PLAIN_PARTS:
        listed = old.plain(name), new.plain(name)
        if listed[0] != listed[1]:
            sides = (_listed([label(name, value) for value in values]) for values in listed)
            yield _part(name, *sides, ())


def _listed(words: Sequence[str]) -> Shown:
    return Shown(text=" · ".join(words), language="und", state="original")


def _part(name: str, old: Shown, new: Shown, elsewhere: tuple[str, ...]) -> PartChange:
    return PartChange(name, old, new, *pieces(old.text, new.text), elsewhere)


def _shown(text: Text | None, language: str) -> Shown:
    return text.in_language(language) if text else Shown(text="", language="und", state="original")


def _elsewhere(old: Text | None, new: Text | None, language: str) -> tuple[str, ...]:
    if old is None or new is None or old.in_language(language).text != new.in_language(language).text:
        return ()
    languages = sorted({*old.versions, *new.versions})
    return tuple(code for code in languages if old.versions.get(code) != new.versions.get(code))
