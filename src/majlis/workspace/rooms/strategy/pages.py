"""What the pages of the room show, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from majlis.engine.handling import Handling
from majlis.engine.messages import format_date
from majlis.workspace.commons import words
from majlis.workspace.commons.analyses import place_of, sentence_of
from majlis.workspace.commons.models import Finding, Institution, Link, Member, Record, Source, Term
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.rooms import line_of
from majlis.workspace.commons.texts import Shown, State, Text
from majlis.workspace.rooms.strategy import queries, rules
from majlis.workspace.rooms.strategy.actions.deciding import in_words
from majlis.workspace.rooms.strategy.models import Recommendation, Stage

STAGES = {
    Stage.DRAFT: "recommendation-state-draft",
    Stage.ADOPTED: "recommendation-state-adopted",
    Stage.SUPERSEDED: "recommendation-state-superseded",
    Stage.WITHDRAWN: "recommendation-state-withdrawn",
}
# The parts of a recommendation in the order in which a reader asks, with the keys of their labels.
PARTS = {
    "text": "recommendation-measure",
    "goal": "recommendation-goal",
    "addressee": "recommendation-addressee",
    "due_on": "recommendation-due-on",
    "indicator": "recommendation-indicator",
    "dimensions": "recommendation-dimensions",
    "rights_note": "recommendation-rights-note",
    "unfounded": "recommendation-unfounded",
}
KINDS = {
    "commons.finding": "ground-finding",
    "commons.source": "ground-source",
    "gatherings.officestatement": "ground-statement",
    "strategy.recommendation": "ground-recommendation",
}


@dataclass(frozen=True)
class Ground:
    """Something that a recommendation rests on, in words; a withdrawn one is named and no longer quoted (charter C07).

    changed: it no longer says what it said when it was linked; url: the page on which it stands, where there is one.
    """

    record: Record
    kind: str
    words: Text | str
    url: str
    changed: bool = False
    withdrawn: bool = False


def ground_of(record: Record, link: Link | None = None, kept: Mapping[str, str] | None = None) -> Ground:
    """Say a ground; kept: its words by language as they were when the recommendation was adopted."""
    withdrawn = record.state == WITHDRAWN
    changed = link is not None and record.digest != link.to_digest
    said = said_by(record, kept) if record.is_quotable else ""
    return Ground(record, words.say(KINDS.get(record.kind, "ground-record")), said, place(record), changed, withdrawn)


def said_by(record: Record, kept: Mapping[str, str] | None = None) -> Text | str:
    """What a record says: a finding its sentence, anything else its own text with the standing of its translations."""
    if isinstance(record, Finding):
        sentence = kept.get(words.language(), "") if kept else sentence_of(record, words.locale_tag())
        return Text.write(sentence, words.language())
    if kept:
        return kept.get(words.language(), "")
    if isinstance(record, Source):
        return record.title
    return getattr(record, "text", None) or in_words(record)[words.language()]


def place(record: Record) -> str:
    """Give the address of the page on which a record stands; empty where it has none."""
    if isinstance(record, Finding):
        return place_of(record)
    line = line_of(record)
    return line.url if line else ""


def says(recommendation: Recommendation) -> dict[str, Any]:
    """Give the parts of a recommendation: those that were frozen when it was adopted, else those of the draft."""
    if recommendation.frozen is None:
        return {part: getattr(recommendation, part) for part in PARTS}
    frozen = recommendation.frozen["content"]
    return {part: _part(part, frozen.get(part)) for part in PARTS}


def _part(part: str, value: Any) -> Any:
    if isinstance(value, dict):
        return Text.from_dict(value)
    return date.fromisoformat(value) if part == "due_on" and value else value


@dataclass(frozen=True)
class Difference:
    """A part of a recommendation that two versions say otherwise, in the reader's language."""

    label: str
    before: str
    now: str


@dataclass(frozen=True)
class Step:
    """A version in the history of a recommendation, with what it changed in the one before it."""

    version: Recommendation
    stage: str
    differences: list[Difference]


class RecommendationPage:
    """A version of a recommendation as its page shows it."""

    def __init__(self, recommendation: Recommendation, member: Member | None) -> None:
        self.recommendation, self._member = recommendation, member

    @cached_property
    def says(self) -> dict[str, Any]:
        """Its parts, as adopted or as drafted."""
        return says(self.recommendation)

    @property
    def stage(self) -> str:
        """How far it is, in words."""
        return words.say(STAGES[Stage(self.recommendation.stage)])

    @property
    def addressee(self) -> Text | None:
        """Whom it is addressed to: the office, or the institution that works here."""
        body: Institution | None = self.recommendation.addressed_to
        return self.says["addressee"] or (body.name if body else None)

    @property
    def in_every_language(self) -> list[tuple[str, Text]]:
        """Its parts that are texts, each with the label, as they are frozen when it is adopted."""
        parts = ((words.say(label), self.says[part]) for part, label in PARTS.items())
        return [(label, value) for label, value in parts if isinstance(value, Text)]

    @cached_property
    def dimensions(self) -> list[Term]:
        """The dimensions that it covers."""
        return [term for term in queries.dimensions() if term.code in self.says["dimensions"]]

    @cached_property
    def grounds(self) -> list[Ground]:
        """What it rests on, as far as the reader may see it."""
        kept = {}
        if self.recommendation.frozen:
            kept = {said["id"]: said["words"] for said in self.recommendation.frozen["basis"]}
        pairs = queries.basis_of(self.recommendation, self._member)
        return [ground_of(record, link, kept.get(str(record.pk))) for link, record in pairs]

    @cached_property
    def unseen(self) -> int:
        """On how many more records it rests that the reader may not see."""
        return len(queries.basis_links(self.recommendation)) - len(self.grounds)

    @cached_property
    def more_closed(self) -> bool:
        """Whether fewer may see it than its strategy lets see (charter C07)."""
        return closes(self.recommendation.handling, self.recommendation.strategy.handling)

    @cached_property
    def closing(self) -> list[Ground]:
        """The grounds because of which it is more closed than its strategy."""
        outer = self.recommendation.strategy.handling
        return [ground for ground in self.grounds if closes(ground.record.handling, outer)]

    @cached_property
    def versions(self) -> list[Recommendation]:
        """Every version that the reader may see, the newest first."""
        return queries.versions_of(self.recommendation, self._member)

    @cached_property
    def history(self) -> list[Step]:
        """The versions with what each changed; empty where there is only one."""
        if len(self.versions) < 2:
            return []
        earlier = [*self.versions[1:], None]
        return [
            Step(version, words.say(STAGES[Stage(version.stage)]), differences(before, version) if before else [])
            for version, before in zip(self.versions, earlier, strict=True)
        ]

    @cached_property
    def newer(self) -> Recommendation | None:
        """The version that replaced it."""
        decided = (v for v in self.versions if v.version > self.recommendation.version and v.decided_on)
        return next(decided, None) if self.recommendation.stage == Stage.SUPERSEDED else None

    @cached_property
    def coming(self) -> Recommendation | None:
        """The draft that would replace it, where the reader may see it."""
        drafts = (v for v in self.versions if v.is_draft and v.version > self.recommendation.version)
        return next(drafts, None)

    @property
    def obstacles(self) -> list[str]:
        """The keys of what stands against its adoption."""
        if not self.recommendation.is_draft:
            return ["recommendation-decided"]
        links = queries.basis_links(self.recommendation)
        without = [] if links or self.recommendation.unfounded else ["recommendation-without-basis"]
        return without if all(link.is_current() for link in links) else ["recommendation-basis-changed"]

    @property
    def may_write(self) -> bool:
        """Whether the reader drafts here."""
        return rules.may_write(self._member, self.recommendation)

    @property
    def may_adopt(self) -> bool:
        """Whether the reader decides here."""
        return rules.may_adopt(self._member, self.recommendation)


def differences(before: Recommendation, now: Recommendation) -> list[Difference]:
    """Say in which parts two versions differ, in any language, each as the reader reads it."""
    old, new = says(before), says(now)
    found = [
        Difference(words.say(label), written(old[part]), written(new[part]))
        for part, label in PARTS.items()
        if old[part] != new[part]
    ]
    if before.addressed_to_id != now.addressed_to_id:
        bodies = (written(one.addressed_to and one.addressed_to.name) for one in (before, now))
        found.append(Difference(words.say("recommendation-addressed-to"), *bodies))
    return found


def written(value: Any) -> str:
    """Write a part of a recommendation in the reader's language; unreviewed translations say so (charter C22)."""
    if isinstance(value, Text):
        return with_mark(value.in_language(words.language()))
    if isinstance(value, date):
        return format_date(value, words.locale_tag())
    named = {term.code: term.labels.in_language(words.language()).text for term in queries.dimensions()}
    return listing(named.get(code, code) for code in value) if value else ""


def with_mark(seen: Shown) -> str:
    """Give a text, with its mark where it is a translation that nobody reviewed."""
    return f"{seen.text} · {words.say('translation-unreviewed')}" if seen.state is State.UNREVIEWED else seen.text


def listing(names: Iterable[str]) -> str:
    """Write names one after another, with the comma of the language."""
    return ("، " if words.language() == "ar" else ", ").join(names)


def closes(inner: Handling, outer: Handling) -> bool:
    """Whether fewer may see something marked `inner` than something marked `outer`; who it comes from is no matter."""
    alike = {"originators": outer.originators | inner.originators}
    return not inner.model_copy(update=alike) <= outer.model_copy(update=alike)
