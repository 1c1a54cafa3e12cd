"""A reading in words: each item with what it says, how sure it is, where it leads, and what became of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from majlis.engine.messages import engine_catalogue, format_number, format_percent
from majlis.workspace.commons import words
from majlis.workspace.commons.analyses import sentence_of
from majlis.workspace.commons.grading import graded
from majlis.workspace.commons.models import Finding, LedgerEntry, Question, Record, Run, Source
from majlis.workspace.commons.rooms import line_of
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.why.graph import Break, Node
from majlis.workspace.commons.why.grounds import Id, id_of, model_of
from majlis.workspace.commons.why.reading import Reading

FINDING, RUN, SOURCE = "commons.finding", "commons.run", "commons.source"
LISTED, AT_MOST = 12, 60
BREAKS = {
    Break.GONE: "why-gone",
    Break.WITHDRAWN: "why-withdrawn",
    Break.EXPIRED: "why-expired",
    Break.SUPERSEDED: "why-superseded",
    Break.CHANGED: "why-changed",
}


@dataclass(frozen=True)
class Step:
    """One item of the chain.

    words: what it says; facts: how sure it is and where it comes from; inputs: names and digests of what was counted;
    broken: what became of it; amber: whether something beneath it changed.
    """

    id: Id
    kind: str
    label: str
    words: Text
    facts: tuple[str, ...] = ()
    url: str = ""
    digest: str = ""
    broken: Break | None = None
    amber: bool = False
    beneath: tuple[tuple[str, str], ...] = ()
    inputs: tuple[dict[str, str], ...] = ()
    record: Record | None = field(default=None, repr=False, compare=False)

    @property
    def marked(self) -> bool:
        """Whether a reader should look at it again."""
        return self.amber or self.broken is not None

    @property
    def became(self) -> str:
        """What became of it, in words."""
        return words.say(BREAKS[self.broken]) if self.broken else words.say("why-amber-beneath") if self.amber else ""

    @property
    def plain(self) -> str:
        """Its words in the reader's language, without markup."""
        return words.plain(self.words.in_language(words.language()).text)

    @property
    def direction(self) -> str:
        """In which direction its words run; empty where nobody said in which language they are."""
        found = self.words.in_language(words.language()).direction
        return "" if found == "auto" else found


@dataclass(frozen=True)
class Part:
    """The items of one kind: those that are listed, those folded under them, and how many more there are."""

    kind: str
    label: str
    listed: tuple[Step, ...]
    folded: tuple[Step, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Change:
    """Something beneath that is no longer what it was: what, and when the ledger says that it happened."""

    step: Step
    at: datetime | None


def parts_of(reading: Reading) -> list[Part]:
    """Give what the reader sees kind by kind in the order of an argument, what changed first in each."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in reading.nodes:
        groups[_group(node.kind)].append(node)
    return [_part(reading, group, groups[group]) for group in sorted(groups, key=_rank)]


def changes_of(reading: Reading, at_most: int = LISTED) -> list[Change]:
    """Give what changed or fell, as far as the reader sees it."""
    nodes = [reading.basis.nodes[pk] for pk in reading.breaks][:at_most]
    return [Change(step, _when(step)) for step in steps_of(reading, nodes)]


def steps_of(reading: Reading, nodes: Iterable[Node]) -> list[Step]:
    """Put the nodes into words, a few queries a kind."""
    nodes = list(nodes)
    records = _records(nodes)
    beneath = _beneath(reading)
    return [_step(reading, node, records[node.id], beneath.get(node.id, ())) for node in nodes if node.id in records]


def label_of(kind: str) -> str:
    """Name a kind of record."""
    key = f"why-kind-{kind.replace('.', '-')}"
    return words.say(key) if words.catalogue().has(key) else words.say("why-kind-record")


def address_of(record: Record) -> str:
    """Where the record has a page."""
    match record:
        case Source():
            return reverse("commons:source", args=[record.pk])
        case Run():
            return reverse("commons:run", args=[record.pk])
        case Finding():
            return reverse("commons:run", args=[record.run_id])
    line = line_of(record)
    return line.url if line else ""


def _part(reading: Reading, group: str, nodes: list[Node]) -> Part:
    marked = reading.breaks.keys() | reading.basis.ambers
    nodes = sorted(nodes, key=lambda node: node.id not in marked)
    steps = tuple(steps_of(reading, nodes[:AT_MOST]))
    return Part(group, label_of(group), steps[:LISTED], steps[LISTED:], max(0, len(nodes) - AT_MOST))


def _step(reading: Reading, node: Node, record: Record, beneath: Iterable[Id]) -> Step:
    broken = reading.breaks.get(node.id)
    return Step(
        id=node.id,
        kind=node.kind,
        label=label_of(node.kind),
        words=_words(record),
        facts=tuple(_facts(record)),
        url=address_of(record),
        digest=node.digest,
        broken=broken,
        amber=node.id in reading.basis.ambers,
        inputs=tuple(record.inputs) if isinstance(record, Run) else (),
        beneath=tuple((pk, label_of(reading.basis.nodes[pk].kind)) for pk in beneath),
        record=record,
    )


def _words(record: Record) -> Text:
    if not record.is_quotable:
        return Text.write(label_of(record.kind), words.language())
    match record:
        case Finding():
            return Text.write(words.plain(sentence_of(record, words.locale_tag())), words.language())
        case Run():
            said = words.say_plain("why-run", analysis=analysis_name(record), version=record.version)
            return Text.write(said, words.language())
    said = getattr(record, "text", None) or getattr(record, "title", None) or getattr(record, "value", None)
    return said if isinstance(said, Text) else Text.write(label_of(record.kind), words.language())


def analysis_name(run: Run) -> str:
    """Name the analysis of a run in the reader's language."""
    key = f"analysis-{run.analysis}"
    return engine_catalogue().say(key, words.locale_tag()) if engine_catalogue().has(key) else run.analysis


def _facts(record: Record) -> Iterable[str]:
    match record:
        case Finding():
            yield from _sureness(record)
        case Run():
            yield from _carried_out(record)
        case Source():
            yield from graded(record)
    office = getattr(record, "office", None)
    if isinstance(office, Text):
        yield office.in_language(words.language()).text


def _sureness(finding: Finding) -> Iterable[str]:
    if finding.n is not None:
        yield words.say("why-n", count=finding.n)
    if finding.low is not None and finding.high is not None:
        low, high = (_number(value, share="share" in finding.values) for value in (finding.low, finding.high))
        yield words.say("why-interval", low=low, high=high, level=finding.level or 0)
    yield words.say(f"why-verdict-{finding.verdict.replace('_', '-')}")


def _number(value: float, *, share: bool) -> str:
    if share:
        return format_percent(value, words.locale_tag())
    return format_number(value, words.locale_tag(), 2 if abs(value) < 10 else 0)


def _carried_out(run: Run) -> Iterable[str]:
    if run.finished_at:
        yield words.say("why-run-date", date=run.finished_at)
    yield words.say("why-run-seed", seed=str(run.seed))
    for name, value in sorted((run.result or {}).get("parameters", run.parameters).items()):
        yield f"{name} = {json.dumps(value)}"


def _records(nodes: Iterable[Node]) -> dict[Id, Record]:
    kinds: dict[str, list[UUID]] = defaultdict(list)
    for node in nodes:
        kinds[node.kind].append(node.pk)
    found: dict[Id, Record] = {}
    for kind, pks in kinds.items():
        model = model_of(kind)
        joined = {"commons.finding": ["run__question", "institution"]}.get(kind, ["institution"])
        rows = model._default_manager.select_related(*joined).filter(pk__in=pks) if model else ()
        found |= {id_of(record.pk): record for record in rows}
    return found


def _beneath(reading: Reading) -> Mapping[Id, list[Id]]:
    found: dict[Id, list[Id]] = defaultdict(list)
    for child, pin in reading.edges():
        if child not in reading.basis.tops and pin.id not in found[child]:
            found[child].append(pin.id)
    return found


def _when(step: Step) -> datetime | None:
    """When the ledger took down what became of it: the withdrawal, or the act that gave it its present digest."""
    entries = LedgerEntry.objects.filter(leaf__contains=str(UUID(step.id))).order_by("index")
    if step.broken is Break.WITHDRAWN:
        acts = entries.filter(leaf__contains='.withdraw"') | entries.filter(leaf__contains='.retract"')
        return acts.values_list("at", flat=True).last()
    if step.broken is Break.CHANGED:
        return entries.filter(leaf__contains=step.digest).values_list("at", flat=True).first()
    return None


def _group(kind: str) -> str:
    """All questions stand together, of whatever room."""
    model = model_of(kind)
    return "commons.question" if model and issubclass(model, Question) else kind


def _rank(group: str) -> tuple[int, str]:
    order = [FINDING, RUN, "commons.question"]
    return (order.index(group), "") if group in order else (10 if group == SOURCE else 5, group)
