"""The blocks that every document is made of, whichever form it takes: few kinds, frozen, checked as a whole.

Blocks hold words (`runs.py`) and never markup. A document that breaks a rule below raises ValueError when it is made,
since the fault lies in the code that makes it, never in what people wrote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Self

from majlis.engine.charts import Chart, DataTable
from majlis.engine.handling import Handling
from majlis.engine.messages import base_language, format_number
from majlis.workspace.commons.documents.runs import Run, Runs, Words, direction_of, plain, runs, said
from majlis.workspace.commons.texts import Shown, State, Text, is_readable, tag

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`#]+", re.IGNORECASE)
ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
DEEPEST = 4

Align = Literal["start", "end", "center"]
Kind = Literal["method", "warning", "dissent", "amber"]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 stands under the document's title. `anchor` is where links `#anchor` lead.

    Nobody could follow a heading without words: a dash stands for them.
    """

    level: int
    runs: Runs
    anchor: str = ""

    def __post_init__(self) -> None:
        if not is_readable(plain(self.runs)):
            object.__setattr__(self, "runs", (Run("–"),))

    @classmethod
    def of(cls, level: int, *words: Words, anchor: str = "") -> Self:
        """Make a heading of words."""
        return cls(level, runs(*words), anchor)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `language` says that the whole of it is in another language than the document."""

    runs: Runs
    language: str = ""

    @classmethod
    def of(cls, *words: Words) -> Self:
        """Make a paragraph of words."""
        return cls(runs(*words))

    @classmethod
    def said(cls, seen: Shown) -> Self:
        """Make a paragraph of what somebody wrote, in the language in which it is shown."""
        return cls((said(seen),), "" if seen.language == "und" else seen.language)


@dataclass(frozen=True)
class List:
    """A list, with bullets or numbered from 1; an item holds paragraphs and lists."""

    items: tuple[tuple[Paragraph | List, ...], ...]
    ordered: bool = False

    @classmethod
    def of(cls, *items: Words, ordered: bool = False) -> Self:
        """Make a list of one paragraph an item."""
        return cls(tuple((Paragraph.of(item),) for item in items), ordered)


@dataclass(frozen=True)
class Hidden:
    """A cell that is not shown; `reason` says why, for example *fewer than 5 voters*."""

    reason: Runs = ()

    @classmethod
    def because(cls, *words: Words) -> Self:
        """Hide a cell for a reason in words."""
        return cls(runs(*words))


Cell = Runs | Hidden


@dataclass(frozen=True)
class Column:
    """A column: its heading, the direction of its cells, their alignment in it, and whether they head their rows."""

    heading: Runs
    align: Align = "start"
    direction: str = ""
    heads: bool = False

    @classmethod
    def of(cls, *words: Words, align: Align = "start", heads: bool = False) -> Self:
        """Make a column of words."""
        return cls(runs(*words), align, heads=heads)

    @classmethod
    def figures(cls, *words: Words) -> Self:
        """Make a column of figures, which run from left to right in every language."""
        return cls(runs(*words), "end", "ltr")

    def side(self, document: Document) -> Align:
        """The alignment in the document's direction: figures stand at the right, units under units, in Arabic too."""
        if self.align == "center" or self.direction in {"", document.direction}:
            return self.align
        return "end" if self.align == "start" else "start"


@dataclass(frozen=True)
class Table:
    """A table with one row of headings, which is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Runs = ()
    note: Runs = ()

    @classmethod
    def of(cls, table: DataTable, language: str) -> Self:
        """Make a table of an analysis's; a column with nothing but figures is set as figures."""
        held = tuple(zip(*table.rows, strict=True)) or ((),) * len(table.headings)
        columns = tuple(
            _column(heading, cells, heads=not place)
            for place, (heading, cells) in enumerate(zip(table.headings, held, strict=True))
        )
        rows = tuple(tuple(_cell(value, language) for value in row) for row in table.rows)
        return cls(columns, rows, runs(table.title), runs(table.hidden_note) if table.hidden_note else ())

    @property
    def parts(self) -> tuple[int, ...]:
        """How much of the width each column takes beside others: figures 0, words 2, names of rows before words 1."""
        words = sum(column.align != "end" for column in self.columns)
        return tuple(0 if c.align == "end" else 1 if c.heads and words > 1 else 2 for c in self.columns)


@dataclass(frozen=True)
class Figure:
    """A chart with its title, caption, text alternative and the table with the same numbers."""

    chart: Chart


@dataclass(frozen=True)
class Note:
    """Words that stand beside the text: how it was made, a warning, a dissent, a source that changed since (amber)."""

    kind: Kind
    blocks: tuple[Paragraph | List | Quote, ...]

    @classmethod
    def of(cls, kind: Kind, *words: Words) -> Self:
        """Make a note of one paragraph."""
        return cls(kind, (Paragraph.of(*words),))


@dataclass(frozen=True)
class Quote:
    """The words of an office: who said them, when, and where they stand."""

    text: Text
    office: Runs
    date: date | None = None
    source: Runs = ()

    def original(self, language: str) -> Shown:
        """What is quoted: the original, or a translation that somebody reviewed."""
        seen = self.text.in_language(language)
        return self.text.in_language(self.text.original) if seen.state is State.UNREVIEWED else seen

    def rendering(self, language: str) -> Shown | None:
        """A translation that nobody reviewed: it stands beside the author's words and is never quoted as them."""
        seen = self.text.in_language(language)
        return seen if seen.state is State.UNREVIEWED else None


@dataclass(frozen=True)
class PageBreak:
    """A new page, where the form has pages."""


Block = Heading | Paragraph | List | Table | Figure | Note | Quote | PageBreak


@dataclass(frozen=True)
class Fact:
    """One line of a document's head: what it is and what it says."""

    label: Runs
    words: Runs

    @classmethod
    def of(cls, label: Words, *words: Words) -> Self:
        """Make a fact of words."""
        return cls(runs(label), runs(*words))


@dataclass(frozen=True)
class Document:
    """One source for every form.

    title: what it is called; kicker: what it is (*Outcome document*), above the title; lead: its first words.
    language: a tag with its region (`ar-MA`): numbers, dates and pages are written as it says.
    date: its date, the only one that any form carries.
    handling: what binds it; its label stands on every page. audience: those whom it names, in words.
    draft: it was not adopted; every page says so.
    address: the IRI under which it is known; without one it is `urn:majlis:document`.
    facts: further lines of its head. nodes: JSON-LD nodes that go with it, as IRIs, in terms of `jsonld.CONTEXT` or in
    further terms, which stand beside it and change none of it.
    """

    title: Runs
    language: str
    date: date
    blocks: tuple[Block, ...]
    kicker: Runs = ()
    lead: Runs = ()
    institution: Runs = ()
    version: str = ""
    draft: bool = False
    handling: Handling = field(default_factory=Handling)
    audience: str = ""
    facts: tuple[Fact, ...] = ()
    address: str = "urn:majlis:document"
    nodes: tuple[Mapping[str, Any], ...] = ()
    terms: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not is_readable(plain(self.title)):
            raise ValueError("a document needs a title")
        if not IRI.fullmatch(self.address):
            raise ValueError(f"{self.address!r} is no IRI")
        object.__setattr__(self, "language", tag(self.language))
        object.__setattr__(self, "version", plain((Run(self.version),)))
        _check_headings(block for block in self.blocks if isinstance(block, Heading))
        for block in self.blocks:
            if isinstance(block, Table):
                _check_table(block)
        _check_links(self)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return direction_of(self.language)

    @property
    def base_language(self) -> str:
        """The language without its region."""
        return base_language(self.language)


def every_run(blocks: Iterable[Block]) -> Iterator[Run]:
    """Walk over all words of blocks, what is inside them included."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield from block.runs
        elif isinstance(block, List):
            yield from every_run(part for item in block.items for part in item)
        elif isinstance(block, Note):
            yield from every_run(block.blocks)
        elif isinstance(block, Quote):
            yield from block.office + block.source
        elif isinstance(block, Table):
            yield from _table_runs(block)


def _table_runs(table: Table) -> Iterator[Run]:
    yield from table.caption + table.note
    for column in table.columns:
        yield from column.heading
    for row in table.rows:
        for cell in row:
            yield from cell.reason if isinstance(cell, Hidden) else cell


def _check_headings(headings: Iterable[Heading]) -> None:
    above, anchors = 0, Counter[str]()
    for heading in headings:
        if not 1 <= heading.level <= min(above + 1, DEEPEST):
            raise ValueError(f"a heading of level {heading.level} under one of level {above}: {plain(heading.runs)!r}")
        if heading.anchor and not ANCHOR.fullmatch(heading.anchor):
            raise ValueError(f"{heading.anchor!r} is no anchor: small letters, digits and hyphens only")
        above = heading.level
        anchors[heading.anchor] += 1
    if twice := [anchor for anchor, times in anchors.items() if anchor and times > 1]:
        raise ValueError(f"two headings have the anchor {twice[0]!r}")


def _check_table(table: Table) -> None:
    if not table.columns:
        raise ValueError("a table needs a column")
    if any(len(row) != len(table.columns) for row in table.rows):
        raise ValueError(f"a row of the table {plain(table.caption)!r} has not {len(table.columns)} cells")


def _check_links(document: Document) -> None:
    anchors = {block.anchor for block in document.blocks if isinstance(block, Heading)}
    heads = [document.title, document.kicker, document.lead, *(fact.words for fact in document.facts)]
    words = [*(run for part in heads for run in part), *every_run(document.blocks)]
    leading = {run.link[1:] for run in words if run.link.startswith("#")}
    if lost := sorted(leading - anchors):
        raise ValueError(f"a link leads to #{lost[0]}, and no heading is called so")


def _column(heading: str, cells: Iterable[object], *, heads: bool) -> Column:
    held = [cell for cell in cells if cell is not None]
    is_figures = bool(held) and not any(isinstance(cell, str) for cell in held)
    return Column.figures(heading) if is_figures and not heads else Column.of(heading, heads=heads)


def _cell(value: str | float | None, language: str) -> Cell:
    if value is None:
        return Hidden()
    text = value if isinstance(value, str) else format_number(value, language, 3)
    return (Run(text, direction="auto"),)
