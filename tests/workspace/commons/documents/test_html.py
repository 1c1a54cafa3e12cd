"""HTML: what a page shows, and that words stay words. Read again with Python's own parser."""

from html.parser import HTMLParser

import pytest

from majlis.workspace.commons.documents import List, Paragraph, Run, fragment, render
from tests.workspace.commons.documents.sample import outcome
from tests.workspace.commons.documents.test_forms import HOSTILE, hostile

OURS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "header", "p", "h1", "h2", "h3", "h4", "h5"),
    *("dl", "dt", "dd", "ul", "ol", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure"),
    *("figcaption", "details", "summary", "blockquote", "hr", "br", "a", "strong", "em", "bdi", "span"),
}


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag: str) -> list[dict]:
        return [attributes for found, attributes in self.found if found == tag]


def page(language: str) -> Elements:
    return Elements(fragment(outcome(language)))


@pytest.mark.parametrize(("language", "tag", "direction"), [("ar", "ar-MA", "rtl"), ("fr", "fr", "ltr")])
def test_article_names_language_and_direction(language, tag, direction):
    assert page(language).all("article") == [{"class": "document", "lang": tag, "dir": direction}]


def test_headings_follow_one_another():
    levels = [int(tag[1]) for tag, _ in page("en").found if tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels == [1, 2, 2, 3, 3, 2]


def test_table_has_scopes_caption_and_a_hidden_cell():
    found = page("fr")
    assert {attributes["scope"] for attributes in found.all("th")} == {"col", "row"}
    assert len(found.all("caption")) == 2
    assert [attributes.get("class") for attributes in found.all("td")].count("hidden") == 1
    assert "moins de 5 votants" in "".join(found.words)


def test_figure_has_its_alternative_and_its_table():
    found = page("en")
    assert found.all("svg")[0]["aria-label"].startswith("Bars:")
    assert len(found.all("details")) == 1
    assert found.all("table")[-1] is not None
    assert len(found.all("table")) == 2


def test_symbol_is_set_apart_and_whole():
    symbols = [attributes for attributes in page("ar").all("bdi") if "whole" in attributes.get("class", "")]
    assert all(attributes["dir"] == "ltr" for attributes in symbols)
    assert len(symbols) >= 2


def test_foreign_name_is_set_apart_with_its_language():
    assert {"lang": "en", "dir": "ltr"} in page("ar").all("bdi")


def test_quote_stands_in_the_authors_language():
    assert '<p lang="fr" dir="ltr">La réinsertion' in fragment(outcome("en"))
    assert "[translation not reviewed]" in fragment(outcome("en"))


@pytest.mark.parametrize("kind", HOSTILE)
def test_html_has_no_element_of_strangers(kind):
    found = Elements(render(hostile(HOSTILE[kind]), "html").decode())
    assert {tag for tag, _ in found.found} <= OURS
    assert not [name for _, attributes in found.found for name in attributes if name.startswith("on")]


def test_html_keeps_hostile_words_as_words():
    words = HOSTILE["html"]
    assert words in "".join(Elements(render(hostile(words), "html").decode()).words)


def test_line_break_stays_and_empty_list_goes():
    text = fragment(outcome("en", blocks=(Paragraph.of(Run("a\nb")), List(()))))
    assert "a<br>b" in text
    assert "<ul>" not in text


def test_file_needs_nothing_from_elsewhere():
    text = render(outcome("en"), "html").decode()
    assert "<link" not in text
    assert "@import" not in text
    assert "url(" not in text
    assert "<script" not in text
