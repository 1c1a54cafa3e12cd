"""A strategy and its list of recommendations, as the pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from majlis.workspace.commons import words
from majlis.workspace.commons.models import Member, Term
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import Line, is_shown, line_of
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import editions, queries, rules
from majlis.workspace.rooms.strategy.models import Circulation, Edition, Recommendation, Strategy
from majlis.workspace.rooms.strategy.pages import closes, listing, says, written

CIRCULATION = {Circulation.DRAFT: "strategy-in-draft", Circulation.CIRCULATED: "strategy-circulated"}
MANY = 20


@dataclass(frozen=True)
class Row:
    """A recommendation in the list of its strategy."""

    recommendation: Recommendation
    text: Text
    addressee: Text | None
    due_on: date | None
    dimensions: list[Term]
    basis: int

    @property
    def marking(self) -> str:
        """How far it may travel, where that is less far than its strategy; empty otherwise."""
        own = self.recommendation.handling
        return f"TLP:{own.tlp}" if closes(own, self.recommendation.strategy.handling) else ""


class StrategyPage:
    """A strategy as its page shows it; `wanted` narrows a long list."""

    def __init__(self, strategy: Strategy, member: Member | None, wanted: Mapping[str, str] | None = None) -> None:
        self.strategy, self._member, self._wanted = strategy, member, wanted or {}

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        """The versions that stand or are drafted and that the reader may see."""
        return queries.recommendations_of(self.strategy, self._member)

    @cached_property
    def rows(self) -> list[Row]:
        """All of them as rows."""
        counts, terms = queries.counts_of_basis(self.recommendations), queries.dimensions()
        return [row_of(recommendation, terms, counts[recommendation.pk]) for recommendation in self.recommendations]

    @property
    def adopted(self) -> list[Row]:
        """What stands, as far as it was asked for."""
        return [row for row in self.rows if row.recommendation.is_adopted and self._fits(row)]

    @property
    def drafted(self) -> list[Row]:
        """What is being drafted, as far as it was asked for."""
        return [row for row in self.rows if row.recommendation.is_draft and self._fits(row)]

    @property
    def counts(self) -> tuple[int, int]:
        """How many stand adopted, and how many are being drafted."""
        standing = sum(recommendation.is_adopted for recommendation in self.recommendations)
        return standing, len(self.recommendations) - standing

    @property
    def sees_drafts(self) -> bool:
        """Whether the reader may know how many drafts there are."""
        return queries.sees_drafts(self._member, self.strategy)

    @property
    def in_numbers(self) -> str:
        """How many stand, and how many are drafted where the reader sees drafts."""
        adopted, drafted = self.counts
        if self.sees_drafts:
            return words.say("strategy-counts", adopted=adopted, drafted=drafted)
        return words.say("strategy-count-adopted", adopted=adopted)

    @cached_property
    def released(self) -> Edition | None:
        """The newest edition that the reader may see."""
        return next(iter(editions.editions_of(self.strategy, self._member)), None)

    @property
    def without_basis(self) -> int:
        """How many rest on nothing."""
        return sum(row.basis == 0 for row in self.rows)

    @cached_property
    def empty(self) -> tuple[int, str]:
        """How many dimensions nothing covers, and which."""
        terms = queries.empty_dimensions(self.recommendations)
        return len(terms), listing(term.labels.in_language(words.language()).text for term in terms)

    @property
    def circulation(self) -> str:
        """Who works on it, in words."""
        return circulation_of(self.strategy)

    @property
    def at_home(self) -> bool:
        """Whether the reader belongs to its institution."""
        return self._member is not None and self._member.institution_id == self.strategy.institution_id

    @property
    def outer(self) -> Line | None:
        """The line that leads to the question within which it is asked."""
        return outer_of(self.strategy, self._member)

    @property
    def is_long(self) -> bool:
        """Whether the list is long enough to be narrowed."""
        return len(self.rows) > MANY or any(self._wanted.values())

    @property
    def addressees(self) -> list[str]:
        """Whom the recommendations are addressed to, in the reader's language."""
        return sorted({written(row.addressee) for row in self.rows if row.addressee})

    @property
    def terms(self) -> list[Term]:
        """All dimensions."""
        return queries.dimensions()

    @property
    def may_change(self) -> bool:
        """Whether the reader drafts here."""
        return rules.may_change_strategy(self._member, self.strategy)

    def _fits(self, row: Row) -> bool:
        dimension, addressee = self._wanted.get("dimension"), self._wanted.get("addressee")
        stage = self._wanted.get("stage")
        return (
            (not dimension or dimension in row.recommendation.dimensions)
            and (not addressee or (row.addressee is not None and written(row.addressee) == addressee))
            and (not stage or row.recommendation.stage == stage)
        )


def row_of(recommendation: Recommendation, terms: Sequence[Term], basis: int) -> Row:
    """Give a recommendation as a row."""
    parts = says(recommendation)
    body = recommendation.addressed_to
    covered = [term for term in terms if term.code in parts["dimensions"]]
    addressee = parts["addressee"] or (body.name if body else None)
    return Row(recommendation, parts["text"], addressee, parts["due_on"], covered, basis)


def circulation_of(strategy: Strategy) -> str:
    """Say who works on a strategy."""
    return words.say(CIRCULATION[Circulation(strategy.state)])


def outer_of(strategy: Strategy, member: Member | None) -> Line | None:
    """Give the line that leads to the question within which the strategy is asked, where the reader may know of it."""
    outer = strategy.within
    return line_of(outer.special()) if outer and may_see(member, outer) and is_shown(outer, member) else None
