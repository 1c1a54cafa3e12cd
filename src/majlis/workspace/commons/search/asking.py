"""What a reader asks: the words that a record must all have, the last one perhaps not typed to its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from majlis.workspace.commons.search.words import Word, all_forms, indexed_forms, own_forms, words

MOST_WORDS = 12
LONGEST_QUERY = 400
SHORTEST_BEGINNING = 2


@dataclass(frozen=True)
class Asked:
    """One word that is asked for.

    exact: its own forms, any of which will do; loose: those that may be the same word; unfinished: longer words count.
    """

    exact: frozenset[str]
    loose: frozenset[str]
    unfinished: bool = False

    @classmethod
    def of(cls, word: Word, *, last: bool) -> Asked:
        """Ask for a word; the last one of a query may be the beginning of a longer one."""
        unfinished = last and len(word.term) >= SHORTEST_BEGINNING
        if word.is_code:
            return cls(frozenset({word.term}), frozenset({word.term}), unfinished)
        return cls(own_forms(word.term), all_forms(word.term), unfinished)

    @property
    def beginnings(self) -> frozenset[str]:
        """What a longer word may begin with."""
        return frozenset(form for form in self.exact if self.unfinished and len(form) >= SHORTEST_BEGINNING)

    def is_met_by(self, forms: Iterable[str]) -> bool:
        """Whether a word of a text, given by its terms, is the one that is asked for."""
        return any(form in self.loose or form.startswith(tuple(self.beginnings)) for form in forms)

    def is_in(self, word: Word) -> bool:
        """Whether it is that word of a text."""
        return self.is_met_by(indexed_forms(word))


@dataclass(frozen=True)
class Query:
    """All words of a query. cut: there were more than the search takes."""

    asked: tuple[Asked, ...]
    cut: bool = False

    @classmethod
    def read(cls, text: str) -> Query:
        """Read a query; nothing in it is a command: signs only part words."""
        typed = list(words(text[:LONGEST_QUERY]))
        found = {word.term: word for word in typed}
        cut = len(found) > MOST_WORDS or len(text.strip()) > LONGEST_QUERY
        last = "" if cut or not typed else typed[-1].term
        return cls(tuple(Asked.of(word, last=term == last) for term, word in [*found.items()][:MOST_WORDS]), cut)

    def __bool__(self) -> bool:
        return bool(self.asked)
