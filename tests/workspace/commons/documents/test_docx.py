"""DOCX: opened again with python-docx, and its XML looked at for directions, languages, lists and names."""

import io
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from majlis.workspace.commons.documents import (
    Column,
    Heading,
    List,
    Paragraph,
    Run,
    Table,
    emphasis,
    render,
    runs,
    strong,
    symbol,
)
from tests.workspace.commons.documents.sample import outcome
from tests.workspace.commons.documents.test_forms import HOSTILE, hostile


def opened(document):
    return docx.Document(io.BytesIO(render(document, "docx")))


def xml(document, name: str) -> str:
    with ZipFile(io.BytesIO(render(document, "docx"))) as archive:
        return archive.read(name).decode()


def only(*blocks, language="ar"):
    return outcome(language, blocks=blocks)


def texts(word) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_headings_have_true_styles(language):
    document = outcome(language)
    held = [(p.style.name, p.text) for p in opened(document).paragraphs if p.style.name.startswith("Heading")]
    made = [block for block in document.blocks if isinstance(block, Heading)]
    assert held == [(f"Heading {block.level}", "".join(run.text for run in block.runs)) for block in made]


def test_core_properties_are_the_documents_own():
    core = opened(outcome("ar")).core_properties
    assert (core.title, core.language, core.version) == (outcome("ar").title[0].text, "ar-MA", "2.1")
    assert core.created.isoformat()[:10] == core.modified.isoformat()[:10] == "2026-06-10"
    assert "python-docx" not in f"{core.author}{core.comments}{core.last_modified_by}"


def test_archive_has_fixed_times_and_order():
    with ZipFile(io.BytesIO(render(outcome("en"), "docx"))) as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert not [name for name in names if "thumbnail" in name]


def test_arabic_paragraphs_and_runs_are_right_to_left():
    word = opened(outcome("ar"))
    written = [paragraph for paragraph in word.paragraphs if paragraph.text.strip() and paragraph.style.name != "Quote"]
    assert all(paragraph._p.pPr.find(qn("w:bidi")) is not None for paragraph in written)
    arabic = [
        run
        for paragraph in written
        for run in paragraph._p.iter(qn("w:r"))
        if any("\u0600" <= character <= "\u06ff" for character in "".join(t.text or "" for t in run.iter(qn("w:t"))))
    ]
    assert arabic
    for run in arabic:
        assert run.rPr.find(qn("w:rtl")) is not None
        assert run.rPr.find(qn("w:lang")).get(qn("w:bidi")).startswith("ar")


def test_latin_name_in_arabic_runs_from_left_to_right():
    word = opened(only(Paragraph.of("تقرير ", Run("International IDEA (2024)", "en"), ".")))
    run = next(run for run in word.paragraphs[-1].runs if "IDEA" in run.text)
    assert run._r.rPr.find(qn("w:rtl")) is None
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "en"
    assert run.text == "\u200f\u200eInternational IDEA (2024)\u200e\u200f"


def test_every_line_of_what_is_set_apart_runs_from_left_to_right():
    word = opened(only(Paragraph.of("نسبة ", Run("88%\n(80% – 94%)", direction="ltr"))))
    run = next(run for run in word.paragraphs[-1].runs if "88%" in run.text)
    assert run.text == "\u200f\u200e88%\u200e\u200f\n\u200f\u200e(80% – 94%)\u200e\u200f"


def test_french_has_nothing_right_to_left():
    body = xml(outcome("fr"), "word/document.xml")
    assert "<w:rtl/>" not in body
    assert "w:bidiVisual" not in body


def test_arabic_tables_run_right_to_left_and_repeat_their_headings():
    for table in opened(outcome("ar")).tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert opened(outcome("ar")).tables[0].cell(0, 0).text == "العبارة"


def test_symbol_has_no_place_for_a_break():
    body = xml(only(Paragraph.of(symbol("A/RES/60-1 x"))), "word/document.xml")
    assert "A/\u200d\u2060RES/\u200d\u206060" in body
    assert "<w:noBreakHyphen/>" in body
    assert "1\u00a0x" in body


def test_numbered_lists_each_count_from_one():
    word = opened(only(List.of("a", "b", ordered=True), Paragraph.of("x"), List.of("c", ordered=True), List.of("d")))
    items = [p for p in word.paragraphs if p.style.name == "List Paragraph"]
    numbers = [p._p.pPr.numPr.numId.val for p in items]
    assert numbers[0] == numbers[1] != numbers[2] != numbers[3]
    made = {num.numId: num.abstractNumId.val for num in word.part.numbering_part.element.num_lst}
    assert [made[number] for number in numbers] == [1, 1, 1, 0]


def test_nested_list_goes_one_level_down():
    word = opened(only(List(((Paragraph.of("a"), List.of("b")),))))
    levels = [p._p.pPr.numPr.ilvl.val for p in word.paragraphs if p.style.name == "List Paragraph"]
    assert levels == [0, 1]


def test_footer_counts_pages_with_fields_and_header_has_the_label():
    section = opened(outcome("ar")).sections[0]
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "TLP:AMBER" in section.header.paragraphs[0].text
    assert "TLP:AMBER" in section.footer.paragraphs[0].text


def test_pages_are_counted_in_the_digits_of_the_locale():
    assert 'w:fmt="hindiNumbers"' in xml(outcome("ar", language="ar-EG"), "word/document.xml")
    assert 'w:fmt="decimal"' in xml(outcome("ar"), "word/document.xml")


def test_picture_has_its_alternative():
    picture = opened(outcome("en")).inline_shapes[0]
    assert picture._inline.docPr.get("descr").startswith("Bars:")


def test_link_leads_to_its_bookmark():
    body = xml(outcome("en"), "word/document.xml")
    assert 'w:anchor="basis"' in body
    assert 'w:name="basis"' in body


def test_emphasis_is_slanted_in_latin_and_bold_in_arabic():
    latin = opened(only(Paragraph.of(emphasis("x"), strong("y")), language="en")).paragraphs[-1].runs
    arabic = opened(only(Paragraph.of(emphasis("كلمة")))).paragraphs[-1].runs
    assert [(run.italic, run.bold) for run in (*latin, *arabic)] == [(True, None), (None, True), (None, True)]


def test_wide_table_keeps_all_rows():
    rows = tuple((runs(f"row {number}"), runs(str(number))) for number in range(300))
    table = opened(only(Table((Column.of("a"), Column.figures("n")), rows), language="en")).tables[0]
    assert len(table.rows) == 301
    assert table.cell(300, 0).text == "row 299"


@pytest.mark.parametrize("kind", ["typst", "html", "fluent"])
def test_docx_keeps_hostile_words_as_words(kind):
    assert HOSTILE[kind] in texts(opened(only(Paragraph.of(Run(HOSTILE[kind])), language="en")))


@pytest.mark.parametrize("kind", HOSTILE)
def test_docx_of_hostile_words_opens(kind):
    assert opened(hostile(HOSTILE[kind])).paragraphs
