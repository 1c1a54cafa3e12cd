"""What python-docx has no word for: directions, languages, lists, fields and bookmarks of WordprocessingML.

Children stand in the order that the schema wants. Source: ISO/IEC 29500-1 (`w:bidi`, `w:rtl`, `w:bidiVisual`, `w:num`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from majlis.engine.charts import token
from majlis.workspace.commons.documents.runs import Run, direction_of, stretches

MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
# Word's own no-width non-break, after which LibreOffice breaks all the same; so Unicode's word joiner stands with it
NO_BREAK = "\u200d\u2060"
SIDES = {"start": "left", "end": "right", "center": "center"}
LEVELS = 9
WIDEST = Mm(160)  # of the text on an A4 page
INDENT = 400  # twentieths of a point


def element(name: str, /, *children: Any, **attributes: object) -> Any:
    """Make an element of WordprocessingML."""
    made = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    for child in children:
        made.append(child)
    return made


class Place:
    """A paragraph to write into.

    language: that of the paragraph, which gives its direction; side: its alignment in it.
    number, level: the list that it is an item of, and how deep; a level without a number continues an item.
    """

    def __init__(
        self, paragraph: Paragraph, language: str, side: str = "", number: int | None = None, level: int | None = None
    ) -> None:
        self.paragraph, self.language = paragraph, language
        self.direction = direction_of(language)
        self._inside = paragraph._p
        properties = paragraph._p.get_or_add_pPr()
        if number is not None:
            properties.append(element("numPr", element("ilvl", val=level), element("numId", val=number)))
        if self.direction == "rtl":
            properties.append(element("bidi"))
        if number is None and level is not None:
            properties.append(element("ind", left=(level + 1) * INDENT))
        if side:
            properties.append(element("jc", val=SIDES[side]))

    def write(self, words: Iterable[Run], direction: str = "") -> None:
        """Write runs; `direction` sets apart those that flow with the paragraph."""
        for run in words:
            for part in [run] if run.whole or run.link else self._parted(run, run.direction or direction):
                self._write(part, part.direction or direction)

    def label(self, run: Run) -> None:
        """Write the label of the Traffic Light Protocol in its colours (FIRST, TLP 2.0)."""
        colour = token(f"tlp-{run.text.partition(':')[2].partition('+')[0].lower()}")
        shade = element("shd", val="clear", color="auto", fill=token("tlp-ground")[1:])
        properties = [element("b"), element("bCs"), element("color", val=colour[1:])]
        properties += [element("sz", val=24), element("szCs", val=24), shade, element("lang", val="en")]
        self._inside.append(element("r", element("rPr", *properties), *_pieces(f" {run.text} ", is_whole=True)))

    def tab(self) -> None:
        """Go to the other end of the line."""
        self._inside.append(element("r", element("tab")))

    def field(self, name: str) -> None:
        """Write a field, such as PAGE."""
        shown = element("r", self._properties(Run("1"), self.direction), *_pieces("1"))
        self._inside.append(element("fldSimple", shown, instr=f" {name} "))

    def bookmark(self, name: str, number: int) -> None:
        """Let links lead to this paragraph."""
        properties = self.paragraph._p.pPr
        properties.addnext(element("bookmarkStart", id=number, name=bookmark_name(name)))
        self.paragraph._p.append(element("bookmarkEnd", id=number))

    def _parted(self, run: Run, direction: str) -> Iterable[Run]:
        """Part a run at what keeps together; among words from right to left that is a run of its own.

        Words from right to left inside a paragraph from left to right stay one run: Word knows no deeper nesting.
        """
        around, own = self.direction, direction or self.direction
        if (around, own) == ("ltr", "rtl"):
            yield run
            return
        for text, is_apart in stretches(run.text):
            turned = {"language": "", "direction": "ltr"} if is_apart and own == "rtl" else {}
            # numbers keep their spaces and hyphens: LibreOffice breaks unbroken ones among Arabic between two digits
            yield replace(run, text=text, whole=is_apart and "/" in text, **turned)

    def _write(self, run: Run, direction: str) -> None:
        is_apart = direction and direction != self.direction
        mark, own = (MARKS[direction], MARKS[self.direction]) if is_apart else ("", "")
        # the own marks outside keep two runs that are set apart from flowing into one; every line needs its marks
        text = "\n".join(f"{own}{mark}{line}{mark}{own}" for line in run.text.split("\n"))
        pieces = _pieces(text, is_whole=run.whole)
        made = element("r", self._properties(run, direction or self.direction), *pieces)
        self._inside.append(self._link(run.link, made) if run.link else made)

    def _link(self, link: str, run: Any) -> Any:
        if link.startswith("#"):
            return element("hyperlink", run, anchor=bookmark_name(link[1:]))
        target = self.paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = element("hyperlink", run)
        made.set(qn("r:id"), target)
        return made

    def _properties(self, run: Run, direction: str) -> Any:
        style = "Link" if run.link else "Quiet" if run.quiet else ""
        is_rtl = direction == "rtl"
        is_bold = run.strong or (run.emphasis and is_rtl)
        made = element("rPr")
        names = ["b", "bCs"] * is_bold + ["i", "iCs"] * (run.emphasis and not is_rtl) + ["rtl"] * is_rtl
        made.extend([element("rStyle", val=style)] if style else [])
        made.extend(element(name) for name in names)
        made.append(element("lang", **{"bidi" if is_rtl else "val": self._tongue(run, is_rtl=is_rtl)}))
        return made

    def _tongue(self, run: Run, *, is_rtl: bool) -> str:
        fitting = self.language if (self.direction == "rtl") is is_rtl else "ar-SA" if is_rtl else "en-GB"
        return run.language or fitting


class Lists:
    """The numbered and bulleted lists of a document; each numbered one counts from one."""

    def __init__(self, word: Word) -> None:
        self._numbering = word.part.numbering_part.element
        self._last = 0

    def start(self, *, ordered: bool) -> int:
        """Begin a list and give its number; bulleted lists share one."""
        self._last += 1
        made = element("num", element("abstractNumId", val=1 if ordered else 0), numId=self._last)
        for level in range(LEVELS if ordered else 0):
            made.append(element("lvlOverride", element("startOverride", val=1), ilvl=level))
        self._numbering.append(made)
        return self._last


def shape_table(table: Table, direction: str, caption: str, widths: list[int]) -> None:
    """Let a table run in the reading direction, its first row repeated on every page; widths are in percent."""
    properties = table._tbl.tblPr
    for child in list(properties):
        properties.remove(child)
    properties.append(element("tblStyle", val="DocumentTable"))
    properties.extend([element("bidiVisual")] if direction == "rtl" else [])
    properties.append(element("tblW", w=5000, type="pct"))
    properties.append(element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0))
    properties.extend([element("tblCaption", val=caption)] if caption else [])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = WIDEST * width // 100
    table.rows[0]._tr.insert(0, element("trPr", element("cantSplit"), element("tblHeader")))


def add_row(table: Table) -> tuple[_Cell, ...]:
    """Add a row that no page break divides, and give its cells."""
    row = table.add_row()
    row._tr.insert(0, element("trPr", element("cantSplit")))
    return row.cells


def describe_picture(picture: InlineShape, alternative: str, title: str) -> None:
    """Give a picture its text alternative."""
    properties = picture._inline.docPr
    properties.set("descr", alternative)
    properties.set("title", title)


def bookmark_name(anchor: str) -> str:
    """An anchor as Word allows it: letters, digits and underscores, forty at most."""
    return re.sub(r"[^a-z0-9]", "_", anchor.lower())[:40]


def _pieces(text: str, *, is_whole: bool = False) -> list[Any]:
    pieces: list[Any] = []
    for place, line in enumerate(text.split("\n")):
        pieces += [element("br")] if place else []
        pieces += _unbroken(line) if is_whole else [_text(line)]
    return pieces


def _unbroken(line: str) -> list[Any]:
    parts = line.replace(" ", "\u00a0").replace("/", f"/{NO_BREAK}").split("-")
    pieces = [_text(parts[0])]
    for part in parts[1:]:
        pieces += [element("noBreakHyphen"), _text(part)]
    return pieces


def _text(text: str) -> Any:
    made = element("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made
