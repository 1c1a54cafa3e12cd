"""A document as tagged PDF (PDF/UA-1), laid out by Typst.

The document goes to a committed template (`document.typ`) as JSON: its words are values there and cannot be markup.
Only the fonts of the look are used, and the document's date is the only one, so that the bytes are the same everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import typst

from majlis.engine.charts import FONTS, Chart, tokens
from majlis.workspace.commons.documents import saying
from majlis.workspace.commons.documents.blocks import (
    Block,
    Cell,
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
from majlis.workspace.commons.documents.runs import Run, Runs, direction_of, plain, said, stretches

TEMPLATE = Path(__file__).with_name("document.typ")
PICTURE = Path(__file__).with_name("picture.typ")
PIXELS_PER_INCH = 216
NOTE_COLOURS = {"method": "ink-2", "warning": "warn", "dissent": "disagree", "amber": "warn"}
UNBROKEN = re.compile(r"\S{60,}")
PIECE = 30
LONGEST_WHOLE = 60

Node = dict[str, Any]


def render(document: Document) -> bytes:
    """The document as PDF.

    PDF/UA forbids letters that the fonts lack (Chinese, an emoji). A document with such letters is tagged all the same,
    keeps them as text and shows boxes in their place; only the claim to the standard goes.
    """
    inputs = {"document": json.dumps(_document(document), ensure_ascii=False)}
    try:
        return compiled(inputs, TEMPLATE, pdf_standards="ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return compiled(inputs, TEMPLATE)


def picture(chart: Chart) -> bytes:
    """A chart as PNG in the look's fonts, for forms that take no SVG."""
    return compiled({"svg": chart.to_print()}, PICTURE, format="png", ppi=PIXELS_PER_INCH)


def compiled(inputs: dict[str, str], template: Path, **settings: Any) -> bytes:
    """Let Typst lay out a template of this folder, with the look's fonts alone."""
    compiler = typst.Compiler(template, root=template.parent, font_paths=_fonts(), sys_inputs=inputs)
    return compiler.compile(**{"format": "pdf", **settings})


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _document(document: Document) -> Node:
    label = document.handling.tlp
    names = {saying.PAGE: "PAGE", saying.PAGES: "PAGES"}
    draft = f"{plain(saying.say(document, 'document-draft'))} · " if document.draft else ""
    return {
        **_place(document.language),
        "title": plain(document.title),
        "institution": plain(document.institution),
        "date": {"year": document.date.year, "month": document.date.month, "day": document.date.day},
        "running": draft + _shortened(plain(document.title)),
        "digits": list(saying.digits(document)),
        "page": [names.get(run.text, run.text) for run in saying.page_of(document)],
        "tlp": {"label": f"TLP:{label}", "colour": f"tlp-{label.lower().partition('+')[0]}"},
        "look": tokens(),
        "heading": _words(document.title, document),
        "kicker": _words(document.kicker, document),
        "lead": _words(document.lead, document),
        "draft": _words(saying.say(document, "document-draft-notice"), document) if document.draft else [],
        "facts": [
            {"label": _words(fact.label, document), "words": _words(fact.words, document)}
            for fact in saying.head(document)
        ],
        "blocks": _blocks(document.blocks, document),
    }


def _blocks(blocks: Iterable[Block], document: Document) -> list[Node]:
    kept = [block for block in blocks if not (isinstance(block, List) and not block.items)]
    nodes = [_block(block, document) for block in kept]
    for node, follows in zip(nodes, kept[1:], strict=False):
        node["leads"] = isinstance(follows, List)
    return nodes


def _block(block: Block, document: Document) -> Node:
    return WRITERS[type(block)](block, document)


def _heading(heading: Heading, document: Document) -> Node:
    words = _words(heading.runs, document)
    return {"is": "heading", "level": heading.level, "runs": words, "anchor": heading.anchor}


def _paragraph(paragraph: Paragraph, document: Document) -> Node:
    return {"is": "paragraph", "runs": _words(paragraph.runs, document), **_place(paragraph.language)}


def _list(block: List, document: Document) -> Node:
    return {"is": "list", "ordered": block.ordered, "items": [_blocks(item, document) for item in block.items]}


def _note(note: Note, document: Document) -> Node:
    label = _words(saying.label(note, document), document)
    return {"is": "note", "label": label, "colour": NOTE_COLOURS[note.kind], "blocks": _blocks(note.blocks, document)}


def _page_break(*_: object) -> Node:
    return {"is": "break"}


def _table(table: Table, document: Document) -> Node:
    columns = [
        {"heading": _words(c.heading, document), "side": c.side(document), "part": part}
        for c, part in zip(table.columns, table.parts, strict=True)
    ]
    rows = [[_cell(cell, c, document) for cell, c in zip(row, table.columns, strict=True)] for row in table.rows]
    words = {"caption": _words(table.caption, document), "note": _words(table.note, document)}
    return {"is": "table", "columns": columns, "rows": rows, **words}


def _cell(cell: Cell, column: Column, document: Document) -> Node:
    if isinstance(cell, Hidden):
        return {"words": _words(saying.hidden(cell, document), document), "dir": "", "hidden": True}
    return {"words": _words(cell, document), "dir": column.direction, "hidden": False}


def _figure(figure: Figure, document: Document) -> Node:
    chart = figure.chart
    twin = Table.of(chart.twin, document.language)
    named = Table(twin.columns, twin.rows, saying.say(document, "document-twin"), twin.note)
    return {
        "is": "figure",
        "title": plain((Run(chart.title),)),
        "caption": plain((Run(chart.caption),)),
        "alt": plain((Run(chart.alternative),)),
        "svg": chart.to_print(),
        "twin": _table(named, document),
    }


def _quote(quote: Quote, document: Document) -> Node:
    rendering = quote.rendering(document.language)
    return {
        "is": "quote",
        "own": _paragraph(Paragraph.said(quote.original(document.language)), document),
        "rendering": _words((said(rendering),), document) if rendering else [],
        "by": _words(saying.attribution(quote, document), document),
    }


def _words(words: Runs, document: Document) -> list[Node]:
    return [_run(run, document) for run in saying.flow(words, document) if run.text]


def _run(run: Run, document: Document) -> Node:
    # Arabic has no slanted letters: what is stressed is set in bold there
    is_upright = (run.direction or document.direction) == "rtl"
    return {
        "parts": [
            {"text": UNBROKEN.sub(_breakable, part), "apart": is_apart and not run.whole}
            for part, is_apart in stretches(run.text)
        ],
        "strong": run.strong or (run.emphasis and is_upright),
        "emphasis": run.emphasis and not is_upright,
        "quiet": run.quiet,
        "whole": run.whole and len(run.text) <= LONGEST_WHOLE,
        "link": run.link,
        "tongue": _tongue(run.language),
        "dir": run.direction,
    }


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[start : start + PIECE] for start in range(0, len(word), PIECE))


def _place(language: str) -> Node:
    return {"tongue": _tongue(language), "dir": direction_of(language) if language else ""}


def _tongue(language: str) -> dict[str, str]:
    first, *rest = language.split("-") if language else [""]
    region = next((part for part in rest if len(part) == 2), "")
    named = {"lang": first.lower(), "region": region.lower()}
    return {name: value for name, value in named.items() if 2 <= len(value) <= 3}


def _shortened(text: str, longest: int = 90) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]}…"


WRITERS: dict[type, Callable[..., Node]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    List: _list,
    Table: _table,
    Figure: _figure,
    Note: _note,
    Quote: _quote,
    PageBreak: _page_break,
}
