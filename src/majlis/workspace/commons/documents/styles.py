"""The look of a DOCX: its styles, lists and fonts, in place of those of python-docx's template.

Offices have Cambria, Calibri and Times New Roman; where one is missing, `w:altName` says what to take.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm

from majlis.engine.charts import token
from majlis.workspace.commons.documents.blocks import Document
from majlis.workspace.commons.documents.ooxml import INDENT, LEVELS, WIDEST, element
from majlis.workspace.commons.documents.saying import digits

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SERIF, SANS, ARABIC = "Cambria", "Calibri", "Times New Roman"
ALTERNATIVES = {SERIF: "Caladea, Noto Serif", SANS: "Carlito, Noto Sans", ARABIC: "Noto Naskh Arabic, Liberation Serif"}
FAMILIES = {SERIF: "roman", SANS: "swiss", ARABIC: "roman"}
NOTE_STYLES = {"method": "Note", "warning": "Note Warning", "dissent": "Note Dissent", "amber": "Note Warning"}


def set_up(word: Word, document: Document) -> None:
    """Give an empty document the house's page, styles, lists and fonts."""
    part = word.part
    part._styles_part._element = parse_xml(_styles(document))
    part.numbering_part._element = parse_xml(_numbering(digits_format(document)))
    package = part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]
    fonts = next(held for held in package.iter_parts() if held.partname == "/word/fontTable.xml")
    fonts._blob = _fonts().encode()
    _page(word, document)


def digits_format(document: Document) -> str:
    """The name of a locale's digits in WordprocessingML."""
    return "decimal" if digits(document).startswith("0") else "hindiNumbers"


def _page(word: Word, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.header_distance = section.footer_distance = Mm(13)
    properties = section._sectPr
    successors = ("w:cols", "w:docGrid")
    properties.insert_element_before(element("pgNumType", fmt=digits_format(document)), *successors)
    if document.direction == "rtl":
        properties.insert_element_before(element("bidi"), "w:rtlGutter", "w:docGrid")


def _styles(document: Document) -> str:
    accent, ink, quiet, line = (token(name)[1:] for name in ("accent", "ink", "ink-2", "line"))
    arabic = 26 if document.direction == "rtl" else 24
    paragraphs = [
        _style("Heading1", "heading 1", _spaced(420, 160, "keepNext", level=0), _letters(30, bold=True, colour=accent)),
        _style("Heading2", "heading 2", _spaced(320, 120, "keepNext", level=1), _letters(25, bold=True, colour=ink)),
        _style("Heading3", "heading 3", _spaced(240, 100, "keepNext", level=2), _letters(22, bold=True, colour=ink)),
        _style("Heading4", "heading 4", _spaced(200, 80, "keepNext", level=3), _letters(22, colour=ink)),
        _style("Title", "Title", _spaced(60, 200, "keepNext"), _letters(42, bold=True, colour=ink)),
        _style("Kicker", "Kicker", _spaced(0, 120), _letters(19, SANS, bold=True, colour=accent)),
        _style("Subtitle", "Subtitle", _spaced(0, 240), _letters(26, colour=ink)),
        _style("Fact", "Fact", _spaced(0, 60), _letters(19, SANS, colour=ink)),
        _style("ListParagraph", "List Paragraph", _spaced(0, 90), ""),
        _style("Caption", "caption", _spaced(240, 100, "keepNext"), _letters(20, SANS, bold=True, colour=ink)),
        _style("TableHeading", "Table Heading", _spaced(50, 50, "keepNext"), _letters(19, SANS, True, quiet)),
        _style("TableCell", "Table Cell", _spaced(50, 50), _letters(19, SANS, colour=ink)),
        _style("TableHidden", "Table Hidden", _spaced(50, 50), _letters(19, SANS, colour=quiet)),
        _style("TableNote", "Table Note", _spaced(80, 200), _letters(18, SANS, colour=quiet)),
        _style("FigureNote", "Figure Note", _spaced(0, 120, "keepNext"), _letters(18, SANS, colour=quiet)),
        _style("Quote", "Quote", _bordered(document, accent, 200, 60), _letters(24, colour=ink)),
        _style("QuoteSource", "Quote Source", _bordered(document, accent, 60, 200), _letters(19, SANS, colour=quiet)),
        _style("Note", "Note", _bordered(document, quiet, 100, 100), ""),
        _style("NoteWarning", "Note Warning", _bordered(document, token("warn")[1:], 100, 100), ""),
        _style("NoteDissent", "Note Dissent", _bordered(document, token("disagree")[1:], 100, 100), ""),
        _style("Header", "header", _ends(), _letters(17, SANS, colour=quiet)),
        _style("Footer", "footer", _ends(), _letters(17, SANS, colour=quiet)),
    ]
    languages = {True: ("en-GB", document.language), False: (document.language, "ar-SA")}[document.direction == "rtl"]
    return (
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{_font(SERIF)}<w:color w:val="{ink}"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="{arabic}"/>'
        f"<w:lang w:val={quoteattr(languages[0])} w:bidi={quoteattr(languages[1])}/></w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{_basic_styles(accent, quiet)}"
        f"{''.join(paragraphs)}{_table_style(accent, line)}</w:styles>"
    )


def _basic_styles(accent: str, quiet: str) -> str:
    small = '<w:sz w:val="19"/><w:szCs w:val="21"/>'
    kinds = [
        ('paragraph" w:default="1', "Normal", "Normal", ""),
        ('character" w:default="1', "DefaultParagraphFont", "Default Paragraph Font", ""),
        ("character", "Link", "Hyperlink", f'<w:color w:val="{accent}"/><w:u w:val="single"/>'),
        ('character" w:customStyle="1', "Quiet", "Quiet", f'<w:color w:val="{quiet}"/>{small}'),
    ]
    return "".join(
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'
        for kind, identity, name, run in kinds
    )


def _style(identity: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _spaced(before: int, after: int, keep: str = "", level: int | None = None) -> str:
    kept = f"<w:{keep}/>" if keep else ""
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return f'{kept}<w:spacing w:before="{before}" w:after="{after}"/>{outline}'


def _bordered(document: Document, colour: str, before: int, after: int) -> str:
    side = "right" if document.direction == "rtl" else "left"
    border = f'<w:pBdr><w:{side} w:val="single" w:sz="12" w:space="10" w:color="{colour}"/></w:pBdr>'
    return f'{border}<w:spacing w:before="{before}" w:after="{after}"/><w:ind w:left="300"/>'


def _ends() -> str:
    end = WIDEST.twips
    return f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs><w:spacing w:after="0"/>'


def _letters(half_points: int, family: str = SERIF, bold: bool = False, colour: str = "") -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'{_font(family)}{weight}<w:color w:val="{colour}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{round(half_points * 1.15)}"/>'
    )


def _font(family: str) -> str:
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{ARABIC}"/>'


def _table_style(accent: str, line: str) -> str:
    rows = f'<w:bottom w:val="single" w:sz="4" w:color="{line}"/><w:insideH w:val="single" w:sz="4" w:color="{line}"/>'
    head = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{accent}"/></w:tcBorders>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="DocumentTable"><w:name w:val="Document Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{rows}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr></w:style>'
    )


def _numbering(figures: str) -> str:
    def levels(kind: str, text: str) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{(level + 1) * INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
            for level in range(LEVELS)
        )

    kinds = (levels("bullet", "•"), levels(figures, "%{}."))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{body}</w:abstractNum>'
        for number, body in enumerate(kinds)
    )
    return f'<w:numbering xmlns:w="{MAIN}">{lists}</w:numbering>'


def _fonts() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:family w:val="{FAMILIES[name]}"/></w:font>'
        for name, others in ALTERNATIVES.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{MAIN}">{fonts}</w:fonts>'
