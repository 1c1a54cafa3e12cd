"""A document as HTML: a fragment for the site's pages, and one file that needs nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

from majlis.engine.charts import LOOK
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

SHEET = Path(__file__).resolve().parents[2] / "static" / "majlis" / "document.css"


def render(document: Document) -> bytes:
    """The document as one HTML file with its own sheet."""
    title = escape(plain(document.title))
    page = (
        f'<!doctype html>\n<html lang="{document.language}" dir="{document.direction}">\n'
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f'<body class="document-file">\n<main>\n{fragment(document)}</main>\n</body>\n</html>\n'
    )
    return page.encode()


def fragment(document: Document) -> SafeString:
    """The document as an article for a page of the site that loads `majlis/document.css`."""
    body = "".join(_block(block, document) for block in document.blocks)
    return mark_safe(
        f'<article class="document" lang="{document.language}" dir="{document.direction}">\n'
        f"{_head(document)}{body}</article>\n"
    )


@cache
def _style() -> str:
    return (LOOK / "tokens.css").read_text(encoding="utf-8") + SHEET.read_text(encoding="utf-8")


def _head(document: Document) -> str:
    kicker = f'<p class="kicker">{_words(document.kicker, document)}</p>\n' if document.kicker else ""
    lead = f'<p class="lead">{_words(document.lead, document)}</p>\n' if document.lead else ""
    notice = _words(saying.say(document, "document-draft-notice"), document) if document.draft else ""
    draft = f'<p class="draft">{notice}</p>\n' if notice else ""
    facts = "".join(
        f"<dt>{_words(fact.label, document)}</dt><dd>{_words(fact.words, document)}</dd>\n"
        for fact in saying.head(document)
    )
    title = f"<h1>{_words(document.title, document)}</h1>\n"
    return f'<header>\n{kicker}{title}{lead}{draft}<dl class="facts">\n{facts}</dl>\n</header>\n'


def _block(block: Block, document: Document) -> str:
    return WRITERS[type(block)](block, document)


def _heading(heading: Heading, document: Document) -> str:
    name = f' id="{heading.anchor}"' if heading.anchor else ""
    tag = f"h{heading.level + 1}"
    return f"<{tag}{name}>{_words(heading.runs, document)}</{tag}>\n"


def _paragraph(paragraph: Paragraph, document: Document) -> str:
    tongue = paragraph.language
    return f"<p{_tongue(tongue)}>{_words(paragraph.runs, document, tongue)}</p>\n"


def _page_break(*_: object) -> str:
    return '<hr class="page-break">\n'


def _blocks(blocks: Iterable[Block], document: Document) -> str:
    return "".join(_block(block, document) for block in blocks)


def _list(block: List, document: Document) -> str:
    if not block.items:
        return ""
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{_blocks(item, document)}</li>\n" for item in block.items)
    return f"<{tag}>\n{items}</{tag}>\n"


def _table(table: Table, document: Document, name: str = "") -> str:
    head = "".join(f'<th scope="col"{_set(c, document)}>{_words(c.heading, document)}</th>' for c in table.columns)
    body = "".join(
        "<tr>" + "".join(_cell(cell, c, document) for cell, c in zip(row, table.columns, strict=True)) + "</tr>\n"
        for row in table.rows
    )
    caption = f"<caption>{_words(table.caption, document)}</caption>" if table.caption else ""
    note = f'<p class="note">{_words(table.note, document)}</p>\n' if table.note else ""
    label = escape(name or plain(table.caption))
    group = f' role="group" aria-label="{label}"' if label else ""
    return (
        f'<div class="scroll" tabindex="0"{group}><table>{caption}\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n{note}"
    )


def _cell(cell: Cell, column: Column, document: Document) -> str:
    tag, scope = ("th", ' scope="row"') if column.heads else ("td", "")
    if isinstance(cell, Hidden):
        return f'<{tag}{scope} class="hidden">{_words(saying.hidden(cell, document), document)}</{tag}>'
    words = _words(cell, document)
    inner = f'<bdi dir="{column.direction}">{words}</bdi>' if column.direction else words
    return f"<{tag}{scope}{_set(column, document)}>{inner}</{tag}>"


def _set(column: Column, document: Document) -> str:
    side = column.side(document)
    return "" if side == "start" else f' class="{side}"'


def _figure(figure: Figure, document: Document) -> str:
    chart = figure.chart
    title = plain((Run(chart.title),))
    twin = _table(Table.of(chart.twin, document.language), document, title)
    summary = _words(saying.say(document, "document-twin"), document)
    caption = f"<p>{escape(plain((Run(chart.caption),)))}</p>" if chart.caption else ""
    return (
        f'<figure><figcaption><p class="title">{escape(title)}</p>{caption}</figcaption>\n'
        f'<div class="drawing" dir="ltr">{chart.to_svg()}</div>\n'
        f"<details><summary>{summary}</summary>\n{twin}</details></figure>\n"
    )


def _note(note: Note, document: Document) -> str:
    label = f'<p class="label">{_words(saying.label(note, document), document)}</p>\n'
    return f'<div class="aside {note.kind}" role="note">\n{label}{_blocks(note.blocks, document)}</div>\n'


def _quote(quote: Quote, document: Document) -> str:
    own = Paragraph.said(quote.original(document.language))
    rendering = quote.rendering(document.language)
    beside = f'<p class="rendering">{_words((said(rendering),), document)}</p>\n' if rendering else ""
    by = _words(saying.attribution(quote, document), document)
    return (
        f'<figure class="quote"><blockquote>\n{_paragraph(own, document)}</blockquote>\n{beside}'
        f"<figcaption>{by}</figcaption></figure>\n"
    )


def _tongue(language: str) -> str:
    return f' lang="{escape(language)}" dir="{direction_of(language)}"' if language else ""


def _words(words: Runs, document: Document, around: str = "") -> str:
    return "".join(_run(run, around) for run in saying.flow(words, document))


def _run(run: Run, around: str) -> str:
    text = "<br>".join(escape(line) if run.whole else _line(line) for line in run.lines)
    classes = " ".join(name for name, is_so in (("whole", run.whole), ("quiet", run.quiet)) if is_so)
    for tag, is_so in (("strong", run.strong), ("em", run.emphasis)):
        text = f"<{tag}>{text}</{tag}>" if is_so else text
    if run.link:
        text = f'<a href="{escape(run.link)}">{text}</a>'
    mark = f' class="{classes}"' if classes else ""
    is_apart = run.language != around if around else bool(run.language)
    language = f' lang="{escape(run.language)}"' if is_apart and run.language else ""
    if run.direction and (is_apart or not run.language):
        return f'<bdi{mark}{language} dir="{run.direction}">{text}</bdi>'
    return f"<span{mark}{language}>{text}</span>" if mark or language else text


def _line(line: str) -> str:
    return "".join(
        f'<bdi class="whole" dir="ltr">{escape(part)}</bdi>' if is_apart else escape(part)
        for part, is_apart in stretches(line)
    )


WRITERS: dict[type, Callable[..., str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    List: _list,
    Table: _table,
    Figure: _figure,
    Note: _note,
    Quote: _quote,
    PageBreak: _page_break,
}
