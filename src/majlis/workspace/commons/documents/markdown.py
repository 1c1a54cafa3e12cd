"""A document as Markdown: CommonMark with the tables of GitHub's dialect. What people wrote is escaped, all of it.

Source: CommonMark 0.31, section 2.4: a backslash before ASCII punctuation makes it a plain character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from majlis.workspace.commons.documents import saying
from majlis.workspace.commons.documents.blocks import (
    Block,
    Cell,
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
from majlis.workspace.commons.documents.runs import Run, Runs, said, stretches, strong

SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$@^!]|(?<=[wW]{3})\.|:(?=//)")
BLOCK_START = re.compile(r"^([ \t]*)([-+=:]|\d{1,9}(?=[.)]))", re.MULTILINE)
RULES = {"start": "---", "end": "--:", "center": ":-:"}
# Unicode Annex 9: plain text has no other way to set words apart
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
POP = "\u2069"


def render(document: Document) -> bytes:
    """The document as Markdown in UTF-8."""
    parts = [*_head(document), *_blocks(document.blocks, document, follows_list=True)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _plain_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _head(document: Document) -> list[str]:
    draft = tuple(strong(run.text) for run in saying.say(document, "document-draft-notice"))
    facts = [f"- {_line(saying.line(fact), document)}" for fact in saying.head(document)]
    return [
        _line(document.kicker, document),
        f"# {_line(document.title, document)}",
        _paragraph(document.lead, document),
        _paragraph(draft, document) if document.draft else "",
        "\n".join(facts),
    ]


def _blocks(blocks: Iterable[Block], document: Document, *, follows_list: bool = False) -> list[str]:
    written: list[str] = []
    for block in blocks:
        is_list = isinstance(block, List)
        # two lists of a kind would be read as one
        written += ["<!-- -->"] if is_list and follows_list else []
        written.append(_block(block, document))
        follows_list = is_list
    return [part for part in written if part]


def _block(block: Block, document: Document) -> str:
    return WRITERS[type(block)](block, document)


def _heading(heading: Heading, document: Document) -> str:
    anchor = f'<a id="{heading.anchor}"></a>' if heading.anchor else ""
    return f"{'#' * (heading.level + 1)} {anchor}{_line(heading.runs, document)}"


def _said(paragraph: Paragraph, document: Document) -> str:
    return _paragraph(paragraph.runs, document)


def _note(note: Note, document: Document) -> str:
    label = _paragraph(tuple(strong(run.text) for run in saying.label(note, document)), document)
    return _quoted([label, *_blocks(note.blocks, document)])


def _page_break(*_: object) -> str:
    return "---"


def _list(block: List, document: Document) -> str:
    return "\n".join(
        _indented(f"{place}. " if block.ordered else "- ", "\n\n".join(_blocks(item, document)))
        for place, item in enumerate(block.items, start=1)
    )


def _indented(mark: str, body: str) -> str:
    return mark + body.replace("\n", "\n" + " " * len(mark)).replace("\n" + " " * len(mark) + "\n", "\n\n")


def _table(table: Table, document: Document) -> str:
    heads = [_line(column.heading, document) for column in table.columns]
    rows = [[_cell(cell, document) for cell in row] for row in table.rows]
    lines = [heads, [RULES[column.side(document)] for column in table.columns], *rows]
    drawn = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    caption = _line(tuple(strong(run.text) for run in table.caption), document)
    return "\n\n".join(part for part in (caption, drawn, _paragraph(table.note, document)) if part)


def _cell(cell: Cell, document: Document) -> str:
    if isinstance(cell, Hidden):
        return f"*{_line(saying.hidden(cell, document), document)}*"
    return _line(cell, document)


def _figure(figure: Figure, document: Document) -> str:
    chart = figure.chart
    twin = Table.of(chart.twin, document.language)
    named = Table(twin.columns, twin.rows, saying.say(document, "document-twin"), twin.note)
    words = [(strong(chart.title),), (Run(chart.caption),), (Run(chart.alternative),)]
    return "\n\n".join([*(_line(part, document) for part in words if part[0].text), _table(named, document)])


def _quote(quote: Quote, document: Document) -> str:
    own = _paragraph((said(quote.original(document.language)),), document)
    rendering = quote.rendering(document.language)
    parts = [_paragraph((said(rendering),), document) if rendering else "", _attribution(quote, document)]
    return "\n\n".join([_quoted([own]), *(part for part in parts if part)])


def _attribution(quote: Quote, document: Document) -> str:
    words = saying.attribution(quote, document)
    return f"— {_line(words, document)}" if words else ""


def _quoted(parts: list[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(parts).split("\n"))


def _paragraph(words: Runs, document: Document) -> str:
    """Words with their line breaks, each of which CommonMark keeps for the backslash before it."""
    return "\\\n".join(_lines(words, document))


def _line(words: Runs, document: Document) -> str:
    return " ".join(_lines(words, document))


def _lines(words: Runs, document: Document) -> list[str]:
    """The lines of words without empty ones, which would end a paragraph; none begins a block."""
    flowing = tuple(saying.flow(words, document))
    texts = [" ", *(run.text for run in flowing), " "]
    text = "".join(
        _run(run, run.direction or document.direction, texts[place], texts[place + 2])
        for place, run in enumerate(flowing)
    )
    return [BLOCK_START.sub(_plain_start, line.strip()) for line in text.split("\n") if line.strip()]


def _run(run: Run, direction: str, before: str, after: str) -> str:
    text = "".join(
        f"{ISOLATES['ltr']}{_escaped(part)}{POP}" if is_apart and direction == "rtl" else _escaped(part)
        for part, is_apart in stretches(run.text)
    )
    if run.link:
        text = f"[{text}](<{run.link}>)"
    if run.direction:
        text = f"{ISOLATES[run.direction]}{text}{POP}"
    mark = "**" if run.strong else "*" if run.emphasis else ""
    return _stressed(text, mark, before, after) if mark else text


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


def _stressed(text: str, mark: str, before: str, after: str) -> str:
    """Emphasis where CommonMark reads it: on one line, no space inside, no punctuation against a letter outside."""
    inner = text.strip()
    start = text.index(inner)
    head, tail = text[:start], text[start + len(inner) :]
    is_read = inner and "\n" not in inner and "*" not in {*before[-1:], *after[:1]}
    is_read = is_read and (_is_word(inner[0]) or (head + before)[-1:].isspace())
    is_read = is_read and (_is_word(inner[-1]) or (tail + after)[:1].isspace())
    return f"{head}{mark}{inner}{mark}{tail}" if is_read else text


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] not in "PSZ"


WRITERS: dict[type, Callable[..., str]] = {
    Heading: _heading,
    Paragraph: _said,
    List: _list,
    Table: _table,
    Figure: _figure,
    Note: _note,
    Quote: _quote,
    PageBreak: _page_break,
}
