"""A document's HTML file in a browser: accessible in each width, language and colour scheme, and no wider than it."""

from majlis.workspace.commons.documents import render
from tests.browser.looking import overflow
from tests.workspace.commons.documents.sample import outcome


def test_document_is_accessible_in_every_look(browsing, every_page, axe, screenshot):
    every_page.set_content(render(outcome(browsing.look(every_page).language), "html").decode())
    every_page.locator("summary").press("Enter")
    assert every_page.locator("details table").is_visible()
    for _ in browsing.in_every_look(every_page):
        assert overflow(every_page) == 0
        axe(every_page)
        screenshot(every_page, "document")


def test_symbol_stands_on_one_line(open_page):
    page = open_page(viewport="narrow")
    page.set_content(render(outcome("fr"), "html").decode())
    assert page.locator(".whole").first.evaluate("element => element.getClientRects().length") == 1
