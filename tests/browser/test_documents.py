"""A document's HTML file in a browser: accessible in each width, language and colour scheme, and no wider than it."""

from majlis.workspace.commons.documents import render
from tests.workspace.commons.documents.sample import outcome


def test_document_is_accessible_in_every_look(browsing, every_page, axe, screenshot):
    look = browsing.look(every_page)
    every_page.set_content(render(outcome(look.language), "html").decode())
    every_page.locator("summary").press("Enter")
    assert every_page.locator("details table").is_visible()
    assert every_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(every_page)
    screenshot(every_page, f"document-{look}")


def test_symbol_stands_on_one_line(open_page):
    page = open_page(viewport="narrow")
    page.set_content(render(outcome("fr"), "html").decode())
    assert page.locator(".whole").first.evaluate("element => element.getClientRects().length") == 1
