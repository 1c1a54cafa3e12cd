"""Symbols, telephone numbers and signed numbers inside what people typed: whole, and read from left to right."""

import io
import re

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from majlis.workspace.commons.documents import Heading, Paragraph, Run, render
from majlis.workspace.commons.documents.runs import stretches
from tests.workspace.commons.documents.sample import outcome

PHONE, DAY, SYMBOL = "+212 537-77-12-34", "2026-06-30", "A/RES/60/288"


def only(*blocks, language="ar"):
    return outcome(language, blocks=blocks)


def apart(text):
    return [part for part, is_apart in stretches(text) if is_apart]


@pytest.mark.parametrize(
    "text",
    [
        *("A/RES/60/288", "S/RES/2178", "E/CN.15/2023/L.2", "A/HRC/43/46/Add.1", "CCPR/C/GC/37", "A/78/520"),
        *("+212 537-77-12-34", "+212537771234", "00212-5-37-77", "(05) 37.77.12.34", "05 37 77 12 34"),
        *("2026-06-30", "100 000 000", "-5%", "−13", "+3"),
    ],
)
def test_what_keeps_together_is_found_among_words(text):
    assert apart(f"كلمة {text} كلمة") == apart(f"Word {text}, word.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        *("2024-2026", "10-15", "8–10", "12/05/2026", "and/or", "TCP/IP", "24/7", "v2.0.1", "R-12-34-56"),
        *("https://undocs.org/A/RES/60/288", "https://example.org/2026-06-30/a", "ISO 8601-1:2019-02-11"),
    ],
)
def test_ranges_addresses_and_other_words_flow(text):
    assert apart(f"word {text} word") == []


@given(st.text(st.sampled_from("A/RES602.8+-() %كلمة\n"), max_size=80))
def test_parting_loses_no_character(text):
    assert "".join(part for part, _ in stretches(text)) == text


@pytest.mark.parametrize("width", range(0, 60, 3))
def test_pdf_breaks_no_line_inside_a_symbol_that_somebody_typed(width):
    typed = "n" * width + " and so on" * 6 + f" {SYMBOL} and so on"
    reader = PdfReader(io.BytesIO(render(only(Paragraph.of(Run(typed)), language="en"), "pdf")))
    assert any(SYMBOL in line for page in reader.pages for line in page.extract_text().splitlines())


@pytest.mark.parametrize("text", [PHONE, DAY, "-5%", "+3"])
@pytest.mark.parametrize("run", [{}, {"language": "ar"}], ids=["flowing", "with a language"])
def test_pdf_sets_numbers_with_signs_from_left_to_right(text, run):
    reader = PdfReader(io.BytesIO(render(only(Paragraph.of(Run(f"رقم {text} أو", **run))), "pdf")))
    assert text in reader.pages[0].extract_text()


@pytest.mark.parametrize("text", [PHONE, DAY, SYMBOL])
def test_docx_sets_numbers_apart_in_runs_of_their_own(text):
    word = docx.Document(io.BytesIO(render(only(Paragraph.of(Run(f"رقم {text} أو")), language="ar"), "docx")))
    [paragraph] = [p for p in word.paragraphs if "رقم" in p.text]
    assert [run.text.strip("\u200e\u200f") for run in paragraph.runs][0::2] == ["رقم ", " أو"]
    inside = paragraph.runs[1]
    assert inside._r.find(".//{*}rtl") is None
    assert re.sub("[\u200d-\u200f\u2060]", "", inside.text).replace("\u00a0", " ") == text


def test_two_numbers_side_by_side_do_not_flow_into_one():
    typed = (Run("رقم ", "ar"), Run(PHONE, "ar"), Run(" · 25 يونيو", "ar"))
    word = docx.Document(io.BytesIO(render(only(Paragraph.of(*typed)), "docx")))
    [paragraph] = [p for p in word.paragraphs if "رقم" in p.text]
    assert f"\u200f\u200e{PHONE}\u200e\u200f · 25" in paragraph.text


def test_arabic_inside_a_paragraph_of_another_language_stays_one_run_in_docx():
    word = docx.Document(io.BytesIO(render(only(Paragraph.of(Run(f"رقم {PHONE} أو", "ar")), language="en"), "docx")))
    [paragraph] = [p for p in word.paragraphs if "رقم" in p.text]
    assert len(paragraph.runs) == 1


def test_pdf_keeps_the_order_of_arabic_inside_another_language():
    """Read from the right: the word, the number, the other word."""
    document = only(Paragraph.of(Run(f"رقم {PHONE} أو", "ar"), Run(" tail")), language="en")
    places = {}

    def note(text, matrix, *_):
        places.setdefault(text.strip(), matrix[4])

    PdfReader(io.BytesIO(render(document, "pdf"))).pages[0].extract_text(visitor_text=note)
    number = next(place for text, place in places.items() if "212" in text)
    last_word = next(place for text, place in places.items() if "أ" in text)
    assert last_word < number


def test_docx_keeps_a_symbol_whole_in_every_language():
    for language in ("ar", "fr", "en"):
        word = docx.Document(io.BytesIO(render(only(Heading.of(1, f"x {SYMBOL} y"), language=language), "docx")))
        assert any(SYMBOL.replace("/", "/\u200d\u2060") in paragraph.text for paragraph in word.paragraphs)


def test_pages_and_markdown_set_numbers_apart():
    document = only(Paragraph.of(Run(f"رقم {PHONE} أو <b> {SYMBOL}", "ar")))
    page = render(document, "html").decode()
    assert (
        f'رقم <bdi class="whole" dir="ltr">{PHONE}</bdi> أو &lt;b&gt; <bdi class="whole" dir="ltr">{SYMBOL}</bdi>'
        in page
    )
    assert f"رقم \u2066{PHONE}\u2069 أو" in render(document, "markdown").decode()
    assert PHONE in render(only(Paragraph.of(Run(f"call {PHONE}")), language="en"), "markdown").decode()
