"""One source, five forms: a document is made once of blocks and written as a page, PDF, DOCX, Markdown or JSON-LD.

The same document gives the same bytes. Whoever makes it has applied handling and the release gate to what is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from majlis.workspace.commons.documents import html, jsonld, markdown, pdf
from majlis.workspace.commons.documents.blocks import (
    Block,
    Column,
    Document,
    Fact,
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
from majlis.workspace.commons.documents.html import fragment
from majlis.workspace.commons.documents.runs import Run, Runs, emphasis, runs, said, strong, symbol, translated

__all__ = [
    "FORMS",
    "Block",
    "Column",
    "Document",
    "Fact",
    "Figure",
    "Form",
    "Heading",
    "Hidden",
    "List",
    "Note",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Run",
    "Runs",
    "Table",
    "emphasis",
    "fragment",
    "render",
    "runs",
    "said",
    "strong",
    "symbol",
    "translated",
]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """A form that a document takes: its media type, the ending of its file's name, and what writes it."""

    content_type: str
    extension: str
    write: Callable[[Document], bytes]


def _write_docx(document: Document) -> bytes:
    """Load what writes DOCX when somebody asks for it."""
    from majlis.workspace.commons.documents import docx

    return docx.render(document)


FORMS = {
    "html": Form("text/html; charset=utf-8", "html", html.render),
    "pdf": Form("application/pdf", "pdf", pdf.render),
    "docx": Form(DOCX, "docx", _write_docx),
    "markdown": Form("text/markdown; charset=utf-8", "md", markdown.render),
    "jsonld": Form("application/ld+json", "jsonld", jsonld.render),
}


def render(document: Document, form: str) -> bytes:
    """Write a document in a form of `FORMS`; KeyError for an unknown one."""
    return FORMS[form].write(document)
