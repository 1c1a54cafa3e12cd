"""Markdown: read again by another implementation of CommonMark, what people wrote comes out as they wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from majlis.workspace.commons.documents import Column, List, Paragraph, Run, Table, emphasis, render, runs, strong
from tests.workspace.commons.documents.sample import outcome
from tests.workspace.commons.documents.test_forms import HOSTILE

READER = MarkdownIt("commonmark").enable("table")
MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def written(*blocks, language="en") -> str:
    return render(outcome(language, blocks=blocks), "markdown").decode().translate(MARKS)


def tokens(text: str) -> list:
    return [inner for token in READER.parse(text) for inner in [token, *(token.children or [])]]


def words(text: str) -> str:
    kept = {"text": lambda token: token.content, "softbreak": lambda _: "\n", "hardbreak": lambda _: "\n"}
    return "".join(kept[token.type](token) for token in tokens(text) if token.type in kept)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.text(alphabet=st.sampled_from("ab1 \n\\`*_{}[]()<>#+-.!|~&$@^=:;\"'/%?,0"), max_size=60))
def test_text_comes_out_as_it_went_in(text):
    run = Run(text)
    before = words(written())
    assert squeezed(words(written(Paragraph.of(run)))) == squeezed(before + run.text)


@given(st.text(alphabet=st.sampled_from("ab1 \\`*_[]()<>#+-.!|~&="), max_size=40))
def test_cell_comes_out_as_it_went_in(text):
    run = Run(text)
    table = written(Table((Column.of("h"), Column.of("i")), (((run,), runs("z")),)))
    assert squeezed(words(table)) == squeezed(words(written()) + "hi" + run.text + "z")


@pytest.mark.parametrize("kind", ["typst", "html", "markdown", "fluent"])
def test_hostile_words_make_nothing_but_text(kind):
    text = written(Paragraph.of(Run(HOSTILE[kind])), List.of(Run(HOSTILE[kind])))
    clean = written(Paragraph.of("x"), List.of("x"))
    allowed = {token.type for token in tokens(clean)} | {"hardbreak"}
    assert {token.type for token in tokens(text)} <= allowed


@pytest.mark.parametrize("text", ["www.example.org", "https://example.org", "office@example.org"])
def test_bare_address_is_no_link_in_githubs_dialect(text):
    assert text not in written(Paragraph.of(Run(text)))
    assert text in words(written(Paragraph.of(Run(text))))


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_sample_has_its_headings_tables_and_lists(language):
    types = [token.type for token in tokens(render(outcome(language), "markdown").decode())]
    assert types.count("heading_open") == 6
    assert types.count("table_open") == 2
    assert types.count("ordered_list_open") == 1
    assert types.count("blockquote_open") == 4


def test_two_lists_stay_two():
    types = [token.type for token in tokens(written(List.of("a"), List.of("b")))]
    assert types.count("bullet_list_open") == 3  # the head's facts are the first


def test_emphasis_is_read_as_emphasis():
    types = [token.type for token in tokens(written(Paragraph.of("a ", strong("b"), " ", emphasis("c"), ".")))]
    assert ("strong_open" in types, "em_open" in types) == (True, True)


def test_emphasis_that_would_not_be_read_is_left_out():
    text = written(Paragraph.of("a", strong("(b)"), "c"))
    assert words(text).endswith("a(b)c")


def test_foreign_words_are_isolated_in_plain_text():
    text = render(outcome("ar"), "markdown").decode()
    assert "\u2066International IDEA \\(2024\\)\u2069" in text or "\u2066International IDEA (2024)\u2069" in text
    assert sum(text.count(mark) for mark in "\u2066\u2067") == text.count("\u2069")
