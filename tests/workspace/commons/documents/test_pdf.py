"""PDF: read again with pypdf: words in their logical order, tags, language, dates, pages."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader
from pypdf.generic import BooleanObject

from majlis.engine.charts import FONTS
from majlis.workspace.commons.documents import Column, Paragraph, Run, Table, render, runs, symbol
from majlis.workspace.commons.documents.pdf import picture
from majlis.workspace.commons.documents.saying import digits
from tests.workspace.commons.documents.sample import chart, outcome
from tests.workspace.commons.documents.test_forms import HOSTILE, hostile


def read(document) -> PdfReader:
    return PdfReader(io.BytesIO(render(document, "pdf")))


def words(reader: PdfReader) -> str:
    text = "".join(page.extract_text() for page in reader.pages)
    return re.sub(r"[\s\u200b\u200e\u200f\u2066-\u2069]+", "", unicodedata.normalize("NFKC", text))


def packed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def only(*blocks, language="en", **values):
    return outcome(language, blocks=blocks, **values)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_pdf_says_title_language_author_and_that_it_is_accessible(language):
    document = outcome(language)
    reader = read(document)
    catalogue = reader.trailer["/Root"]
    assert reader.metadata.title == "".join(run.text for run in document.title)
    assert reader.metadata.author == document.institution[0].text
    assert catalogue["/Lang"] == document.language
    assert catalogue["/MarkInfo"]["/Marked"] == BooleanObject(True)
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()


def test_pdf_carries_the_documents_date_alone():
    found = re.findall(rb"D:(\d{8})", render(outcome("en"), "pdf"))
    assert set(found) == {b"20260610"}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_pdf_keeps_words_in_logical_order(language):
    document = outcome(language)
    text = words(read(document))
    assert packed("A/RES/60/288") in text
    assert "TLP:AMBER" in text
    if language != "ar":
        assert packed(document.title[0].text) in text


def test_pdf_has_arabic_letters_to_search_for():
    text = words(read(only(Paragraph.of("الوقاية من التطرف"), language="ar")))
    assert "الوقاية" in text or "الوقاية"[::-1] in text


@pytest.mark.parametrize("width", range(0, 60, 3))
def test_no_line_breaks_inside_a_symbol(width):
    paragraph = Paragraph.of("n" * width + " and so on " * 6, symbol("A/RES/60/288"), " and so on")
    lines = [line for page in read(only(paragraph)).pages for line in page.extract_text().splitlines()]
    assert any("A/RES/60/288" in line for line in lines)


def test_headings_of_a_long_table_stand_on_every_page():
    rows = tuple((runs(f"row {number}"), runs(str(number))) for number in range(300))
    reader = read(only(Table((Column.of("Heading of it"), Column.figures("n")), rows)))
    assert len(reader.pages) > 5
    assert all("Heading of it" in page.extract_text() for page in reader.pages)
    assert "row 299" in reader.pages[-1].extract_text()


def test_every_page_has_its_number_and_its_label():
    reader = read(outcome("fr"))
    for number, page in enumerate(reader.pages, start=1):
        assert f"Page {number} sur {len(reader.pages)}" in page.extract_text()
        assert page.extract_text().count("TLP:AMBER") >= 2


def test_pages_are_counted_in_the_digits_of_the_locale():
    assert digits(outcome("ar", language="ar-EG")) == "٠١٢٣٤٥٦٧٨٩"
    assert digits(outcome("ar")) == digits(outcome("fr")) == "0123456789"
    assert "١" in words(read(outcome("ar", language="ar-EG")))


def test_long_paragraph_and_long_word_stay_on_the_page():
    reader = read(only(Paragraph.of(Run("x" * 10000)), Paragraph.of(Run("word " * 2000))))
    assert words(reader).count("x") >= 10000
    for page in reader.pages:
        assert max(len(line) for line in page.extract_text().splitlines()) < 160


@pytest.mark.parametrize("kind", ["typst", "html", "markdown", "fluent"])
def test_pdf_keeps_hostile_words_as_words(kind):
    text = HOSTILE[kind]
    found = words(read(only(Paragraph.of(Run(text)))))
    assert packed(text) in found


def test_letters_that_no_font_has_cost_the_claim_and_nothing_else():
    def claims(text: str) -> bool:
        return b"pdfuaid" in read(only(Paragraph.of(Run(text)))).xmp_metadata.stream.get_data()

    assert claims("Ωя−≤")
    assert not claims("中文")
    assert read(hostile(HOSTILE["letters"])).trailer["/Root"]["/MarkInfo"]["/Marked"] == BooleanObject(True)


def test_pdf_embeds_the_fonts_of_the_look_only():
    reader = read(outcome("ar"))
    names = {font["/BaseFont"] for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()}
    assert names
    assert all("Noto" in name for name in names)


def test_fonts_come_with_their_licence_and_stay_small():
    files = list(FONTS.iterdir())
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in files) < 2_000_000


def test_picture_is_a_png():
    assert picture(chart("ar")).startswith(b"\x89PNG")
