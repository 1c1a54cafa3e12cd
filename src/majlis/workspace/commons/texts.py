"""What people write: one original that nothing alters, and translations that each say how far they can be trusted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import field_validator, model_validator

from majlis.engine.finding import Frozen

TAG = re.compile(r"(?:[a-z]{2,8}|[xi])(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
SCRIPT = re.compile(r"-([A-Z][a-z]{3})\b")
RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"})
RIGHT_TO_LEFT = frozenset({"ar", "ary", "arz", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class State(StrEnum):
    """How a version stands to the author's words; `absent` is only ever shown, never kept."""

    ORIGINAL = "original"
    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"
    ABSENT = "absent"


class Version(Frozen):
    """The text in one language."""

    text: str
    state: State

    @field_validator("state")
    @classmethod
    def _kept(cls, state: State) -> State:
        if state is State.ABSENT:
            raise ValueError("an absent version is not kept")
        return state


class Shown(Frozen):
    """What a reader gets to see: the text, the language that it is in, and how it stands to the author's words."""

    text: str
    language: str
    state: State

    @property
    def faithful(self) -> bool:
        """Whether it is the original or a reviewed translation; otherwise the page says so beside it."""
        return self.state in {State.ORIGINAL, State.REVIEWED}

    @property
    def direction(self) -> str:
        """The value of HTML's `dir`; `auto` where the language is not determined."""
        if script := SCRIPT.search(self.language):
            return "rtl" if script[1] in RIGHT_TO_LEFT_SCRIPTS else "ltr"
        return "auto" if self.language == "und" else "rtl" if primary(self.language) in RIGHT_TO_LEFT else "ltr"


class Text(Frozen):
    """A text with its language of origin (a BCP 47 tag, `und` where nobody said) and its versions by language."""

    original: str
    versions: dict[str, Version]

    @field_validator("original")
    @classmethod
    def _tag(cls, language: str) -> str:
        return tag(language)

    @model_validator(mode="after")
    def _one_original(self) -> Self:
        originals = [language for language, version in self.versions.items() if version.state is State.ORIGINAL]
        if originals != [self.original]:
            raise ValueError(f"the original must be the {self.original} version and no other, found {originals}")
        if any(tag(language) != language for language in self.versions):
            raise ValueError("a language tag is not in its canonical form")
        return self

    @classmethod
    def write(cls, text: str, language: str = "und") -> Text:
        """Take down the author's words."""
        return cls(original=tag(language), versions={tag(language): Version(text=text, state=State.ORIGINAL)})

    @classmethod
    def compose(cls, versions: Mapping[str, str], original: str, *, reviewed: bool = False) -> Text | None:
        """Take down a text given in several languages at once, empty ones left out; None where all are empty.

        original: the language of the author's words; where it has no words, the first language that has them.
        """
        given = {tag(language): text for language, text in versions.items() if text}
        if not given:
            return None
        first = tag(original) if tag(original) in given else next(iter(given))
        text = cls.write(given.pop(first), first)
        for language, translation in given.items():
            text = text.translated(language, translation, reviewed=reviewed)
        return text

    def translated(self, language: str, text: str, *, reviewed: bool = False) -> Text:
        """Give the same text with one more translation; the original's own language is refused with ValueError."""
        if tag(language) == self.original:
            raise ValueError(f"{self.original} is the original; a translation cannot replace it")
        version = Version(text=text, state=State.REVIEWED if reviewed else State.UNREVIEWED)
        return Text(original=self.original, versions={**self.versions, tag(language): version})

    def mended(self, text: str) -> Text:
        """Give the text with its original's words mended; nobody has reviewed the translations against them yet."""
        states = {State.REVIEWED: State.UNREVIEWED}
        versions = {
            language: Version(text=version.text, state=states.get(version.state, version.state))
            for language, version in self.versions.items()
        }
        return Text(
            original=self.original,
            versions={**versions, self.original: Version(text=text, state=State.ORIGINAL)},
        )

    def in_language(self, language: str) -> Shown:
        """Give what a reader of `language` should see: that version, else a regional sister, else the original."""
        wanted = tag(language)
        near = [wanted, *(held for held in sorted(self.versions) if primary(held) == primary(wanted))]
        for held in near:
            if held in self.versions:
                return Shown(text=self.versions[held].text, language=held, state=self.versions[held].state)
        return Shown(text=self.versions[self.original].text, language=self.original, state=State.ABSENT)

    def __str__(self) -> str:
        return self.versions[self.original].text

    def to_dict(self) -> dict[str, object]:
        """The text as JSON values, languages sorted."""
        values = self.model_dump(mode="json")
        return {**values, "versions": dict(sorted(values["versions"].items()))}

    @classmethod
    def from_dict(cls, values: object) -> Text:
        """Read what `to_dict` wrote; anything else raises ValueError."""
        return cls.model_validate(values)


def tag(language: str) -> str:
    """Give the language tag in its canonical form (`AR-ma` is `ar-MA`); ValueError where it is none."""
    if not TAG.fullmatch(language):
        raise ValueError(f"{language!r} is not a language tag such as ar, fr or ar-MA")
    first, *rest = language.split("-")
    shaped = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in rest]
    return "-".join([first.lower(), *shaped])


def primary(language: str) -> str:
    """Give the language without script and region."""
    return language.partition("-")[0]


def is_readable(text: str) -> bool:
    """Whether there is anything to see in it: direction marks and other invisible characters say nothing."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)
