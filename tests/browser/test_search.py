"""The search as people meet it: in twelve looks, by keyboard alone, without scripts."""

import pytest

from majlis.engine.handling import Handling
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.demonstration.gatherings import hold_conference
from majlis.workspace.rooms.consultations import actions
from tests.browser.test_consultations import FOCUSED, check, organiser  # noqa: F401

ASKED = {"ar": "الوقاية", "fr": "l’extremisme", "en": "prison"}
INNER_FOCUS = "() => document.activeElement.closest('search') ? document.activeElement.tagName : ''"


@pytest.fixture
def world(organiser):  # noqa: F811
    """The demonstration's conference, and a consultation in three languages with statements on each word asked."""
    load_terms()
    hold_conference({Role.ADMINISTRATOR: organiser})
    title = Text.write("الوقاية من التطرف العنيف بعد السجن", "ar")
    title = title.translated("fr", "Prévenir l’extrémisme violent après la prison", reviewed=True)
    title = title.translated("en", "Preventing violent extremism after prison")
    lines = [f"After prison, a family needs measure {n}" for n in range(24)]
    with acting(organiser):
        made = actions.create_consultation(
            institution=organiser.institution, title=title, handling=Handling(tlp="CLEAR")
        )
        for line in lines:
            actions.add_statement(consultation=made, text=Text.write(line, "en"))
        return actions.open_consultation(consultation=made)


def test_the_page_is_accessible_and_fits(world, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    pages = {"begin": "", "found": f"?q={ASKED[language]}", "none": "?q=zzzz", "many": "?q=prison", "signs": "?q=*"}
    for name, rest in pages.items():
        check(every_page, inspect, f"/{language}/search/{rest}", f"search-{name}")
    every_page.goto(f"/{language}/search/?q={ASKED[language]}")
    assert every_page.locator(".results mark").count() > 0
    check(every_page, inspect, f"/{language}/", "search-header")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("viewport", ["narrow", "wide"])
def test_by_keyboard_alone_from_any_page_to_the_record(world, page, language):
    page.goto(f"/{language}/consultations/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(INNER_FOCUS) == "INPUT":
            break
    assert page.evaluate(FOCUSED)["name"] == "q"
    page.keyboard.type(ASKED[language])
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search/**")
    first = page.locator(".results h3 a").first
    address = first.get_attribute("href")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.getAttribute('href')") == address:
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_without_scripts_filters_and_pages_work(world, open_page):
    page = open_page(viewport="narrow", java_script_enabled=False)
    page.goto("/en/search/")
    page.get_by_label("Words or a code").fill("prison")
    page.get_by_label("Room", exact=True).select_option("consultations")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    assert page.locator(".results > li").count() == 20
    page.get_by_role("link", name="Next page").click()
    assert page.locator(".results > li").count() == 5
    assert page.get_by_label("Words or a code").input_value() == "prison"
    assert page.get_by_label("Room", exact=True).input_value() == "consultations"


def test_the_form_on_every_page_has_a_name_in_each_language(world, open_page):
    names = {"ar": "البحث في جميع الأقسام", "fr": "Rechercher dans toutes les rubriques", "en": "Search in all rooms"}
    for language, name in names.items():
        page = open_page(language=language)
        page.goto(f"/{language}/")
        assert page.get_by_role("searchbox", name=name).is_visible()
