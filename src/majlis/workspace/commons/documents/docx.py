"""A document as DOCX: true headings, lists and tables, from right to left where the language runs so."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.shared import Emu, Pt
from docx.table import _Cell

from majlis.workspace.commons.documents import ooxml, saying
from majlis.workspace.commons.documents.blocks import (
    Block,
    Column,
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
)
from majlis.workspace.commons.documents.pdf import PIXELS_PER_INCH, picture
from majlis.workspace.commons.documents.runs import Run, Runs, plain, said, strong
from majlis.workspace.commons.documents.styles import NOTE_STYLES, set_up

SCREEN = 72  # pixels to an inch, where a picture does not say how many
EPOCH = (1980, 1, 1, 0, 0, 0)


def render(document: Document) -> bytes:
    """The document as DOCX."""
    word = docx.Document()
    set_up(word, document)
    Writer(word, document).write()
    _describe(word, document)
    out = io.BytesIO()
    word.save(out)
    return _repacked(out.getvalue())


class Writer:
    """Writes blocks into a Word document, or into one cell of it."""

    def __init__(self, word: Word, document: Document) -> None:
        self.word, self.document = word, document
        self.lists = ooxml.Lists(word)
        self.bookmarks = 0

    def write(self) -> None:
        """Write head, blocks, and what stands on every page."""
        document = self.document
        self.paragraph(document.kicker, "Kicker")
        self.paragraph(document.title, "Title")
        self.paragraph(document.lead, "Subtitle")
        if document.draft:
            self.paragraph(saying.say(document, "document-draft-notice"), NOTE_STYLES["warning"])
        facts = [self.paragraph(saying.line(fact), "Fact") for fact in saying.head(document)]
        if facts and facts[-1]:
            facts[-1].paragraph.paragraph_format.space_after = Pt(14)
        self.blocks(document.blocks)
        self.frame()

    def blocks(self, blocks: Iterable[Block], style: str = "") -> None:
        """Write blocks one after the other; `style` is that of their paragraphs."""
        for block in blocks:
            self.block(block, style)

    def block(self, block: Block, style: str) -> None:
        """Write one block."""
        match block:
            case Heading():
                self.heading(block)
            case Paragraph():
                self.paragraph(block.runs, style, block.language)
            case List():
                self.list(block)
            case Table():
                self.table(block)
            case Figure():
                self.figure(block)
            case Note():
                label = tuple(strong(run.text) for run in saying.label(block, self.document))
                if place := self.paragraph(label, NOTE_STYLES[block.kind]):
                    place.paragraph.paragraph_format.keep_with_next = True
                self.blocks(block.blocks, NOTE_STYLES[block.kind])
            case Quote():
                self.quote(block)
            case PageBreak():
                self.word.add_page_break()

    def paragraph(self, words: Runs, style: str = "", language: str = "", **shape: Any) -> ooxml.Place | None:
        """Write a paragraph; none where there are no words. `shape`: what `ooxml.Place` takes."""
        if not words:
            return None
        made = self.word.add_paragraph(style=style or "Normal")
        place = ooxml.Place(made, language or self.document.language, **shape)
        place.write(saying.flow(words, self.document))
        return place

    def heading(self, heading: Heading) -> None:
        """Write a heading, and a bookmark where links lead to it."""
        place = self.paragraph(heading.runs, f"Heading {heading.level}")
        if place and heading.anchor:
            self.bookmarks += 1
            place.bookmark(heading.anchor, self.bookmarks)

    def list(self, block: List, level: int = 0) -> None:
        """Write a list; each numbered list counts from one."""
        number = self.lists.start(ordered=block.ordered)
        for item in block.items:
            for place, part in enumerate(item):
                if isinstance(part, List):
                    self.list(part, level + 1)
                else:
                    own = None if place else number
                    self.paragraph(part.runs, "List Paragraph", part.language, number=own, level=level)

    def table(self, table: Table) -> None:
        """Write a table whose headings are repeated on every page; it runs in the reading direction."""
        self.paragraph(tuple(strong(run.text) for run in table.caption), "Caption")
        grid = self.word.add_table(rows=1, cols=len(table.columns), style="Document Table")
        ooxml.shape_table(grid, self.document.direction, plain(table.caption), _widths(table))
        for column, cell in zip(table.columns, grid.rows[0].cells, strict=True):
            self.cell(cell, column.heading, column, "Table Heading")
        for row in table.rows:
            cells = ooxml.add_row(grid)
            for value, column, cell in zip(row, table.columns, cells, strict=True):
                is_hidden = isinstance(value, Hidden)
                words = saying.hidden(value, self.document) if is_hidden else value
                self.cell(cell, words, column, "Table Hidden" if is_hidden else "Table Cell")
        self.paragraph(table.note or (Run(""),), "Table Note")

    def cell(self, cell: _Cell, words: Runs, column: Column, style: str) -> None:
        """Write a cell."""
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        place = ooxml.Place(paragraph, self.document.language, column.side(self.document))
        place.write(saying.flow(words, self.document), column.direction)

    def figure(self, figure: Figure) -> None:
        """Write a figure as a picture with its text alternative, and its table under it."""
        chart = figure.chart
        self.paragraph((strong(chart.title),), "Caption")
        self.paragraph((Run(chart.caption),) if chart.caption else (), "Figure Note")
        image = self.word.add_picture(io.BytesIO(picture(chart)))
        ooxml.describe_picture(image, plain((Run(chart.alternative),)), plain((Run(chart.title),)))
        width = min(image.width * SCREEN // PIXELS_PER_INCH, ooxml.WIDEST)
        image.height, image.width = Emu(image.height * width // image.width), Emu(width)
        ooxml.Place(self.word.paragraphs[-1], self.document.language, "center")
        twin = Table.of(chart.twin, self.document.language)
        self.table(Table(twin.columns, twin.rows, saying.say(self.document, "document-twin"), twin.note))

    def quote(self, quote: Quote) -> None:
        """Write what an office said, and a translation that nobody reviewed beside it."""
        own = quote.original(self.document.language)
        rendering = quote.rendering(self.document.language)
        self.block(Paragraph.said(own), "Quote")
        self.paragraph((said(rendering),) if rendering else (), "Quote Source")
        self.paragraph(saying.attribution(quote, self.document), "Quote Source")

    def frame(self) -> None:
        """Write the running header with the handling label, and the footer with the page's number."""
        section = self.word.sections[0]
        draft = saying.say(self.document, "document-draft") if self.document.draft else ()
        title = (*draft, Run(" · "), *self.document.title) if draft else self.document.title
        header = ooxml.Place(section.header.paragraphs[0], self.document.language)
        header.write(title)
        header.tab()
        header.label(saying.tlp(self.document))
        footer = ooxml.Place(section.footer.paragraphs[0], self.document.language)
        fields = {saying.PAGE: "PAGE", saying.PAGES: "NUMPAGES"}
        for run in saying.page_of(self.document):
            if run.text in fields:
                footer.field(fields[run.text])
            else:
                footer.write([run])
        footer.tab()
        footer.label(saying.tlp(self.document))


def _widths(table: Table) -> list[int]:
    """Percent of the width: words take more than figures, and figures of which one is hidden more than others."""
    has_words = [any(isinstance(row[place], Hidden) for row in table.rows) for place in range(len(table.columns))]
    parts = [3 * part or 2 + 2 * hides for part, hides in zip(table.parts, has_words, strict=True)]
    return [100 * part // sum(parts) for part in parts]


def _describe(word: Word, document: Document) -> None:
    moment = datetime.combine(document.date, time(), UTC).replace(tzinfo=None)
    core = word.core_properties
    core.title, core.language = plain(document.title)[:255], document.language
    core.author = core.last_modified_by = plain(document.institution)[:255]
    core.created = core.modified = moment
    core.version, core.revision = document.version[:255], 1
    core.subject, core.keywords = plain(document.kicker)[:255], f"TLP:{document.handling.tlp}"
    core.comments = core.category = ""
    core.content_status = plain(saying.say(document, "document-draft")) if document.draft else ""


def _repacked(archive: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as held, ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name in sorted(held.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            packed.writestr(entry, held.read(name))
    return out.getvalue()
