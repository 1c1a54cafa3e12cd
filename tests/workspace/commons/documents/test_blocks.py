"""The block model: what strangers write is cleaned, what code gets wrong is refused, marks are never lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.charts import DataTable
from majlis.workspace.commons.documents import (
    Column,
    Document,
    Heading,
    Hidden,
    List,
    Note,
    Paragraph,
    Quote,
    Run,
    Table,
    runs,
    symbol,
    translated,
)
from majlis.workspace.commons.documents.runs import first_direction, plain
from majlis.workspace.commons.documents.saying import flow, hidden, page_of, say
from majlis.workspace.commons.texts import State, Text
from tests.workspace.commons.documents.sample import outcome

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def document(*blocks, language="en-GB", **values) -> Document:
    return Document(runs("Title"), language, date(2026, 6, 10), blocks, **values)


@given(st.text())
def test_run_keeps_no_control_and_no_override(text):
    found = Run(text).text
    assert not set(found) & set(OVERRIDES)
    assert all(character == "\n" or character >= " " for character in found)


def test_run_keeps_the_marks_that_arabic_needs():
    assert Run("\u200f\u061c\u200d\u200c").text == "\u200f\u061c\u200d\u200c"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "https://a b", "file:///etc", "//x", "#A b"]
)
def test_run_takes_no_link_that_is_no_address(link):
    assert Run("words", link=link) == Run("words")


@pytest.mark.parametrize("link", ["https://undocs.org/A/RES/60/288", "mailto:office@example.org", "#basis"])
def test_run_takes_an_address(link):
    assert Run("words", link=link).link == link


def test_run_takes_its_direction_from_its_language():
    assert [Run("x", tag).direction for tag in ("ar-MA", "fr", "az-Arab", "")] == ["rtl", "ltr", "rtl", ""]


def test_first_direction_follows_the_first_letter():
    assert [first_direction(text) for text in ("12 كلمة", "(word) كلمة", "12–15", "עברית")] == [
        "rtl",
        "ltr",
        "ltr",
        "rtl",
    ]


def test_sentence_becomes_runs_set_apart_where_the_catalogue_isolates():
    apart = runs("Group \u2068أ\u2069 of \u20683\u2069.")
    assert [(run.text, run.direction) for run in apart] == [
        ("Group ", ""),
        ("أ", "rtl"),
        (" of ", ""),
        ("3", "ltr"),
        (".", ""),
    ]


def test_symbol_is_whole_and_reads_from_left_to_right():
    assert (symbol("A/RES/60/288").whole, symbol("A/RES/60/288").direction) == (True, "ltr")


@pytest.mark.parametrize(
    ("language", "mark"),
    [("ar", "ترجمة غير مراجعة"), ("fr", "traduction non relue"), ("en", "translation not reviewed")],
)
def test_unreviewed_translation_carries_its_mark(language, mark):
    text = Text.write("Eins", "de").translated(language, "words")
    said = tuple(flow(runs(translated(text, language)), document(language=language)))
    assert plain(said) == f"words [{mark}]"


def test_reviewed_translation_and_original_carry_none():
    text = Text.write("Un", "fr").translated("en", "One", reviewed=True)
    for language in ("fr", "en"):
        assert len(tuple(flow(runs(translated(text, language)), document(language=language)))) == 1


def test_text_without_a_translation_says_in_which_language_it_stands():
    said = tuple(flow(runs(translated(Text.write("Un", "fr"), "en")), document()))
    assert plain(said) == "Un [Written in French]"
    assert said[0].language == "fr"


def test_quote_never_quotes_an_unreviewed_translation():
    text = Text.write("Un", "fr").translated("en", "One").translated("ar", "واحد", reviewed=True)
    quote = Quote(text, runs("Office"))
    assert (quote.original("en").text, quote.rendering("en").text) == ("Un", "One")
    assert (quote.original("ar").text, quote.rendering("ar")) == ("واحد", None)
    assert (quote.original("fr").state, quote.rendering("fr")) == (State.ORIGINAL, None)


def test_catalogue_takes_words_of_any_length():
    words = plain(hidden(Hidden.because("x" * 5000), document()))
    assert words == f"hidden: {'x' * 5000}"


def test_hidden_cell_without_a_reason_says_hidden():
    assert plain(hidden(Hidden(), document())) == "hidden"


def test_page_of_names_page_and_pages():
    assert [run.text for run in page_of(document())] == ["Page ", "\ue002", " of ", "\ue003"]


def test_say_keeps_words_that_look_like_a_place():
    said = say(document(), "document-hidden", reason=runs("\ue000\ue001"))
    assert plain(said) == "hidden: \ue000\ue001"


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        ([Heading.of(2, "x")], "level 2 under one of level 0"),
        ([Heading.of(1, "x"), Heading.of(3, "y")], "level 3 under one of level 1"),
        ([Heading.of(1, "x", anchor="Not one")], "no anchor"),
        ([Heading.of(1, "x", anchor="a"), Heading.of(1, "y", anchor="a")], "two headings"),
        ([Paragraph.of(Run("x", link="#nowhere"))], "#nowhere"),
        ([Note.of("method", Run("x", link="#nowhere"))], "#nowhere"),
        ([List(((Paragraph.of(Run("x", link="#nowhere")),),))], "#nowhere"),
        ([Table((), ())], "needs a column"),
        ([Table((Column.of("a"),), ((runs("x"), runs("y")),))], "has not 1 cells"),
    ],
    ids=["deep", "skips", "anchor", "twice", "link", "link in note", "link in list", "no column", "cells"],
)
def test_document_refuses_what_only_code_gets_wrong(blocks, message):
    with pytest.raises(ValueError, match=message):
        document(*blocks)


@pytest.mark.parametrize("values", [{"address": "no iri"}, {"address": "https://a/#b"}, {"language": "f<r"}])
def test_document_refuses_an_address_or_a_language_that_is_none(values):
    with pytest.raises(ValueError, match=r"is no IRI|is not a language tag"):
        outcome("en", **values)


@pytest.mark.parametrize("words", ["", "  ", "\u200f\u200d", "\x00"], ids=["none", "spaces", "marks", "control"])
def test_heading_without_words_is_a_dash(words):
    assert plain(Heading.of(1, Run(words)).runs) == "–"


def test_document_needs_a_title():
    with pytest.raises(ValueError, match="title"):
        Document(runs(" "), "en-GB", date(2026, 6, 10), ())


def test_document_is_frozen_and_comparable():
    assert outcome("fr") == outcome("fr")
    with pytest.raises(AttributeError):
        outcome("fr").title = ()


def test_table_of_an_analysis_sets_figures_and_hides_with_a_note():
    table = Table.of(DataTable("k", "Title", ("What", "n"), (("a", 1234.5), ("b", None)), "fewer than 5"), "fr")
    assert [column.heads for column in table.columns] == [True, False]
    assert [column.direction for column in table.columns] == ["", "ltr"]
    assert plain(table.rows[0][1]) == "1\u202f234,5"
    assert (table.rows[1][1], plain(table.note)) == (Hidden(), "fewer than 5")


def test_figures_stand_at_the_right_in_every_language():
    column = Column.figures("n")
    assert column.side(document()) == "end"
    assert column.side(document(language="ar-MA")) == "start"
    assert Column.of("n", align="end").side(document(language="ar-MA")) == "end"
