"""The outcome document: one source for every form, in the language of the page, for one reader.

An edition of the strategy gives its recommendations as they were adopted; without one the document shows what stands
now and says that it is a draft. What a reader may not see is not in their document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from majlis.engine.handling import Handling, strictest
from majlis.engine.messages import format_date
from majlis.workspace.commons import words
from majlis.workspace.commons.documents import (
    Block,
    Column,
    Document,
    Fact,
    Heading,
    List,
    Note,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    runs,
    symbol,
    translated,
)
from majlis.workspace.commons.models import Member, Question, Record
from majlis.workspace.commons.queries import asked_within, visible
from majlis.workspace.commons.rooms import Account, account_of
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.why import Reading
from majlis.workspace.commons.why.prov import CONTEXT, name_of, provenance
from majlis.workspace.rooms.strategy import basis, queries
from majlis.workspace.rooms.strategy.models import Edition, Recommendation, Remark, Round, Strategy
from majlis.workspace.rooms.strategy.pages import Ground, RecommendationPage, listing
from majlis.workspace.rooms.strategy.remarks import remarks_on
from majlis.workspace.rooms.strategy.rounds import outcome_of, refusals
from majlis.workspace.rooms.strategy.why import decisions_of

PARTS = {
    "goal": "outcome-goal",
    "addressee": "outcome-addressee",
    "indicator": "outcome-indicator",
    "rights_note": "outcome-rights-note",
}


@dataclass(frozen=True)
class Outcome:
    """What the document is made of, as far as the reader may see it. `site` is the address under which it is known."""

    strategy: Strategy
    edition: Edition | None
    member: Member | None
    site: str

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        """The recommendations: of the edition as it was released, else what stands adopted now."""
        if self.edition is None:
            return [r for r in queries.recommendations_of(self.strategy, self.member) if r.is_adopted]
        pinned = [line["id"] for line in self.edition.contents]
        found = self.strategy.recommendations.filter(pk__in=pinned)
        return queries.in_order(
            queries.of_reader(found.select_related("institution", "strategy__institution"), self.member)
        )

    @cached_property
    def gathering(self) -> Question | None:
        """The edition or session of a gathering from which the strategy comes, if the reader may see it."""
        within = self.strategy.within
        return within.special() if within is not None and visible([within], self.member) else None

    @cached_property
    def asked(self) -> list[Record]:
        """What other rooms asked within it and within its sessions, in their order."""
        if self.gathering is None:
            return []
        inner = asked_within([self.gathering], self.member).get(self.gathering.pk, [])
        deeper = asked_within(inner, self.member)
        own = [q for q in inner if not isinstance(q, Strategy)]
        return [found for question in own for found in (question, *deeper.get(question.pk, ()))]

    @cached_property
    def remarks(self) -> list[tuple[Recommendation, Remark]]:
        """What members of institutions said of the adopted texts; the public sees none (docs/rooms/strategy.md)."""
        return [(r, said) for r in self.recommendations for said in remarks_on(r, self.member)]

    @cached_property
    def refusals(self) -> list[tuple[Recommendation, Round]]:
        """The rounds in which some would not accept a text, as far as the counts were released and the reader sees."""
        return refusals(self.recommendations, self.member)

    @cached_property
    def ambers(self) -> frozenset[UUID]:
        """The recommendations beneath which something changed or fell since."""
        return basis.ambers(self.recommendations)

    @cached_property
    def chains(self) -> Reading:
        """Everything that the recommendations rest on, as far as the reader may see it."""
        return basis.why(self.recommendations, self.member)

    @cached_property
    def meeting(self) -> Account | None:
        """What the gathering's room says of the edition or session."""
        return account_of(self.gathering, self.member, 1) if self.gathering is not None else None

    @cached_property
    def hall(self) -> list[Account]:
        """What other rooms say of what they asked in it; what the meeting's account tells is not told again."""
        known = {record.pk for record in self.meeting.records} if self.meeting else set()
        new = (record for record in self.asked if record.pk not in known)
        return [told for record in new if (told := account_of(record, self.member, 2)) is not None]

    @cached_property
    def handling(self) -> Handling:
        """The strictest handling of everything that stands in the document."""
        told = [record for account in (self.meeting, *self.hall) if account for record in account.records]
        own = [self.strategy, *([self.edition] if self.edition else []), *self.recommendations]
        dissent = [record for _, record in (*self.remarks, *self.refusals)]
        return strictest(record.handling for record in (*own, *told, *dissent))

    def document(self, *, linked: bool = False) -> Document:
        """Make the document in the language of the page; linked: with the graph of the chains, for JSON-LD."""
        released = self.edition.released_on if self.edition else timezone.localdate()
        return Document(
            title=(here(self.strategy.text),),
            language=words.locale_tag(),
            date=released,
            kicker=runs(words.say("outcome-document")),
            lead=runs(words.say("outcome-lead", count=len(self.recommendations))),
            institution=(here(self.strategy.institution.name),),
            version=str(self.edition.number) if self.edition else "",
            draft=self.edition is None,
            handling=strictest([self.handling, *(node.handling for node in self.chains.nodes if linked)]),
            facts=tuple(self._facts()),
            address=f"{self.site}{reverse('strategy:detail', args=[self.strategy.pk])}",
            blocks=tuple(self._blocks()),
            nodes=tuple(self._nodes()) if linked else (),
            terms=CONTEXT if linked else {},
        )

    def _facts(self) -> Iterator[Fact]:
        if self.edition:
            yield Fact((Run(words.say("outcome-released-by")),), (here(self.edition.office),))
        if self.gathering is not None:
            yield Fact((Run(words.say("outcome-gathering")),), (here(self.gathering.text),))

    def _blocks(self) -> Iterator[Block]:
        if self.strategy.introduction:
            yield Paragraph((here(self.strategy.introduction),))
        if self.edition and self.edition.note:
            yield Paragraph((here(self.edition.note),))
        if self.meeting:
            yield from self.meeting.blocks
        yield from self._where_the_hall_stood()
        yield Heading.of(1, words.say("outcome-recommendations"), anchor="recommendations")
        for recommendation in self.recommendations:
            yield from self._recommendation(recommendation)
        if not self.recommendations:
            yield Paragraph.of(words.say("outcome-nothing-adopted"))
        yield from self._empty_dimensions()
        yield from self._dissent()
        yield from _method()

    def _where_the_hall_stood(self) -> Iterator[Block]:
        if self.hall:
            yield Heading.of(1, words.say("outcome-agreed-and-divided"), anchor="agreed-and-divided")
            for told in self.hall:
                yield from told.blocks

    def _empty_dimensions(self) -> Iterator[Block]:
        if empty := queries.empty_dimensions(self.recommendations):
            named = listing(here(term.labels).text for term in empty)
            yield Note.of("warning", words.say("outcome-dimensions-empty", dimensions=named))

    def _nodes(self) -> Iterator[Mapping[str, Any]]:
        """The PROV graph of the recommendations, each of them a creative work with its page too."""
        made = provenance(self.chains, self.recommendations, decisions_of(self.recommendations))["@graph"]
        works = {name_of(recommendation.pk): self._work(recommendation) for recommendation in self.recommendations}
        for node in made:
            yield node | works.get(node["@id"], {})

    def _work(self, recommendation: Recommendation) -> Mapping[str, Any]:
        return {
            "@type": ["prov:Entity", "schema:CreativeWork"],
            "schema:identifier": recommendation.code,
            "schema:url": self._place("recommendation", recommendation),
            "schema:version": str(recommendation.version),
        }

    def _recommendation(self, recommendation: Recommendation) -> Iterator[Block]:
        anchor = f"recommendation-{recommendation.pk}"
        yield Heading(2, (symbol(recommendation.code), Run(" · "), here(recommendation.text)), anchor)
        rows = tuple(_rows(recommendation))
        if rows:
            columns = (Column.of(words.say("outcome-part"), heads=True), Column.of(words.say("outcome-says")))
            yield Table(columns, rows)
        yield from _basis(RecommendationPage(recommendation, self.member))
        why = Run(words.say("outcome-why"), link=self._place("why", recommendation))
        if recommendation.pk in self.ambers:
            yield Note.of("amber", *runs(words.say("outcome-amber")), Run(" "), why)
        if recommendation.correction and recommendation.change:
            yield Note.of("warning", *runs(words.say("outcome-erratum")), Run(" "), here(recommendation.change))
        yield from _decision(recommendation)
        yield Paragraph.of(why, Run(" · "), symbol(recommendation.digest[:16]))

    def _place(self, page: str, recommendation: Recommendation) -> str:
        return f"{self.site}{reverse(f'strategy:{page}', args=[recommendation.pk])}"

    def _dissent(self) -> Iterator[Block]:
        if self.remarks or self.refusals:
            yield Heading.of(1, words.say("outcome-dissent"), anchor="dissent")
        for recommendation, held in self.refusals:
            got = outcome_of(held)[str(recommendation.pk)]
            values = {"number": held.number, "count": got["n"], "share": got["reject"]}
            about = (symbol(recommendation.code), Run(" · "))
            yield Note.of("dissent", *about, *runs(words.say("outcome-round-dissent", **values)))
        for recommendation, remark in self.remarks:
            about = (symbol(recommendation.code), Run(" · "), here(remark.institution.name), Run(" · "))
            yield Note.of("dissent", *about, here(remark.text))


def here(text: Text) -> Run:
    """Give a text in the language of the page."""
    return translated(text, words.language())


def _rows(recommendation: Recommendation) -> Iterator[tuple[Runs, Runs]]:
    body = recommendation.addressed_to
    for name, key in PARTS.items():
        text = getattr(recommendation, name) or (body.name if body and name == "addressee" else None)
        if text:
            yield runs(words.say(key)), (here(text),)
    if recommendation.due_on:
        yield runs(words.say("outcome-due-on")), runs(_day(recommendation.due_on))
    if recommendation.dimensions:
        named = [term for term in queries.dimensions() if term.code in recommendation.dimensions]
        yield runs(words.say("outcome-dimensions")), runs(listing(here(term.labels).text for term in named))


def _basis(page: RecommendationPage) -> Iterator[Block]:
    """What it rests on, as its page tells it: what was withdrawn is named and no longer quoted (charter C07)."""
    if page.grounds:
        yield Paragraph.of(words.say("outcome-rests-on", count=len(page.grounds)))
        yield List.of(*(_ground(ground) for ground in page.grounds))
    if page.unseen:
        yield Paragraph.of(words.say("recommendation-unseen", count=page.unseen))
    if page.recommendation.unfounded:
        reason = here(page.recommendation.unfounded)
        yield Note.of("warning", *runs(words.say("outcome-unfounded")), Run(" "), reason)


def _ground(ground: Ground) -> Runs:
    said = ground.words or words.say("ground-withdrawn-text")
    told = here(said) if isinstance(said, Text) else Run(said, direction="auto")
    gone = (Run(" · "), Run(words.say("ground-withdrawn"), strong=True)) if ground.withdrawn else ()
    return (told, *gone)


def _decision(recommendation: Recommendation) -> Iterator[Block]:
    if recommendation.decided_on:
        yield Quote(text=recommendation.reason, office=(here(recommendation.office),), date=recommendation.decided_on)


def _method() -> Iterator[Block]:
    yield Heading.of(1, words.say("outcome-method"), anchor="method")
    for key in ("outcome-method-votes", "outcome-method-groups", "outcome-method-sure", "outcome-method-basis"):
        yield Paragraph.of(words.say(key))


def _day(day: date) -> str:
    return format_date(day, words.locale_tag())
