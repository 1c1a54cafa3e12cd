"""A document as JSON-LD in terms of schema.org: a report, its sections and parts in order, and the nodes it carries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from majlis.engine.text import spreadsheet_cell
from majlis.workspace.commons.documents import saying
from majlis.workspace.commons.documents.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    Hidden,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    every_run,
)
from majlis.workspace.commons.documents.runs import Run, Runs, direction_of, plain, runs
from majlis.workspace.commons.texts import Shown, State

CONTEXT = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "hasPart": {"@id": "schema:hasPart", "@container": "@list"},
    "inLanguage": {"@id": "schema:inLanguage"},
    "datePublished": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "dateCreated": {"@id": "schema:dateCreated", "@type": "xsd:date"},
    "mentions": {"@id": "schema:mentions", "@type": "@id"},
}

Node = dict[str, Any]


def render(document: Document) -> bytes:
    """The document as JSON-LD in UTF-8."""
    return (json.dumps(graph(document), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def graph(document: Document) -> Node:
    """The document as JSON values: one report and, after it, the nodes that it carries.

    ValueError where its terms would give a term of the context another meaning.
    """
    if changed := [name for name, meaning in document.terms.items() if CONTEXT.get(name, meaning) != meaning]:
        raise ValueError(f"the term {changed[0]!r} has a meaning of its own")
    nodes: list[Mapping[str, Any]] = [_report(document), *document.nodes]
    return {"@context": {**CONTEXT, **document.terms}, "@graph": nodes}


def _report(document: Document) -> Node:
    node = {
        "@id": document.address,
        "@type": "schema:Report",
        "schema:name": _value(document.title, document),
        "schema:abstract": _value(document.lead, document) if document.lead else None,
        "schema:genre": _value(document.kicker, document) if document.kicker else None,
        "inLanguage": document.language,
        "dateCreated" if document.draft else "datePublished": document.date.isoformat(),
        "schema:creativeWorkStatus": "Draft" if document.draft else "Published",
        "schema:version": document.version or None,
        "schema:conditionsOfAccess": _value(saying.handling(document), document),
        "schema:publisher": _institution(document) if document.institution else None,
        "schema:additionalProperty": [_fact(fact.label, fact.words, document) for fact in document.facts] or None,
        "mentions": _links(document) or None,
        "hasPart": Parts(document).sections(document.blocks),
    }
    return _full(node)


class Parts:
    """The parts of a document, numbered in order; a heading opens a section with what follows it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._numbers = count(1)

    def sections(self, blocks: Iterable[Block]) -> list[Node]:
        """The blocks by section, deeper headings inside shallower ones."""
        top: list[Node] = []
        open_sections: list[tuple[int, list[Node]]] = [(0, top)]
        for block in blocks:
            if isinstance(block, Heading):
                while open_sections[-1][0] >= block.level:
                    open_sections.pop()
                node = self.heading(block)
                open_sections[-1][1].append(node)
                open_sections.append((block.level, node["hasPart"]))
            else:
                open_sections[-1][1].extend(self.part(block))
        return top

    def heading(self, heading: Heading) -> Node:
        """A section, empty yet."""
        name = _value(heading.runs, self.document)
        identity = self.identity(heading.anchor)
        return {"@id": identity, "@type": "schema:CreativeWork", "schema:name": name, "hasPart": []}

    def part(self, block: Block) -> Iterator[Node]:
        """One block as a node; a page break is none."""
        if isinstance(block, PageBreak):
            return
        node = {"@id": self.identity(), **self.content(block)}
        yield _full(node)

    def identity(self, anchor: str = "") -> str:
        """The IRI of a part."""
        number = next(self._numbers)
        return f"{self.document.address}#{anchor or f'part-{number}'}"

    def content(self, block: Block) -> Node:
        """What a block says."""
        match block:
            case Paragraph():
                return self.text(block.runs, block.language)
            case List():
                return self.list(block)
            case Table():
                return {"@type": "schema:Table", **_named(block.caption, self.document), **_csv(block, self.document)}
            case Figure():
                return self.figure(block)
            case Note():
                label = _value(saying.label(block, self.document), self.document)
                parts = [part for inner in block.blocks for part in self.part(inner)]
                return {"@type": "schema:Comment", "schema:name": label, "hasPart": parts}
            case Quote():
                return self.quote(block)
        raise TypeError(f"{type(block).__name__} is no part of a document")

    def text(self, words: Runs, language: str = "") -> Node:
        """A paragraph, with the standing of its translation."""
        unreviewed = any(run.state is State.UNREVIEWED for run in words)
        status = plain(saying.say(self.document, "translation-unreviewed")) if unreviewed else None
        text = _value(words, self.document, language)
        return {"@type": "schema:CreativeWork", "schema:text": text, "schema:creativeWorkStatus": status}

    def list(self, block: List) -> Node:
        """A list, its items in order."""
        items = [[part for inner in item for part in self.part(inner)] for item in block.items]
        return {
            "@type": "schema:ItemList",
            "schema:itemListOrder": f"https://schema.org/ItemListOrder{'Ascending' if block.ordered else 'Unordered'}",
            "schema:numberOfItems": len(items),
            "hasPart": [part for item in items for part in item],
        }

    def figure(self, figure: Figure) -> Node:
        """A figure: what it shows in words, and its numbers."""
        chart, document = figure.chart, self.document
        return {
            "@type": "schema:ImageObject",
            "schema:name": _value((Run(chart.title),), document),
            "schema:caption": _value((Run(chart.caption),), document) if chart.caption else None,
            "schema:description": _value((Run(chart.alternative),), document),
            **_csv(Table.of(chart.twin, document.language), document),
        }

    def quote(self, quote: Quote) -> Node:
        """A quotation: the author's words, and beside them a translation that nobody reviewed."""
        document = self.document
        return {
            "@type": "schema:Quotation",
            "schema:text": _shown(quote.original(document.language)),
            "schema:workTranslation": self.rendering(quote.rendering(document.language)),
            "schema:creditText": _value(quote.office, document) if quote.office else None,
            "dateCreated": quote.date.isoformat() if quote.date else None,
            "schema:citation": _value(quote.source, document) if quote.source else None,
        }

    def rendering(self, seen: Shown | None) -> Node | None:
        """A translation that nobody reviewed, which is no quotation."""
        if seen is None:
            return None
        status = plain(saying.say(self.document, "translation-unreviewed"))
        node = {"@id": self.identity(), "@type": "schema:CreativeWork", "schema:text": _shown(seen)}
        return {**node, "schema:creativeWorkStatus": status}


def _institution(document: Document) -> Node:
    return {"@type": "schema:Organization", "schema:name": _value(document.institution, document)}


def _fact(label: Runs, words: Runs, document: Document) -> Node:
    value = _value(words, document)
    return {"@type": "schema:PropertyValue", "schema:name": _value(label, document), "schema:value": value}


def _named(caption: Runs, document: Document) -> Node:
    return {"schema:name": _value(caption, document)} if caption else {}


def _csv(table: Table, document: Document) -> Node:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([spreadsheet_cell(_flat(column.heading, document)) for column in table.columns])
    for row in table.rows:
        cells = [saying.hidden(cell, document) if isinstance(cell, Hidden) else cell for cell in row]
        writer.writerow([spreadsheet_cell(_flat(cell, document)) for cell in cells])
    data = {"@type": "schema:MediaObject", "schema:encodingFormat": "text/csv", "schema:text": out.getvalue()}
    return {"schema:encoding": data}


def _links(document: Document) -> list[str]:
    links = {run.link for run in every_run(document.blocks) if run.link}
    return sorted(f"{document.address}{link}" if link.startswith("#") else link for link in links)


def _flat(words: Runs, document: Document) -> str:
    return plain(tuple(saying.flow(words, document)))


def _value(words: Runs, document: Document, language: str = "") -> Node:
    tongue = language or document.language
    return {"@value": _flat(words, document), "@language": tongue, "@direction": direction_of(tongue)}


def _shown(seen: Shown) -> Node:
    text = plain(runs(seen))
    if seen.language == "und":
        return {"@value": text}
    return {"@value": text, "@language": seen.language, "@direction": seen.direction}


def _full(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
