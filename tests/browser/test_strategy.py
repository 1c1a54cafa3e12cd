"""The strategy room as people meet it: in twelve looks, on the narrowest phones, by keyboard alone, without scripts."""

import pytest

from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from tests.browser.looking import overflow
from tests.browser.test_consultations import check
from tests.browser.test_gatherings import organiser, reach, session
from tests.workspace.rooms.consultations import planted as consultations
from tests.workspace.rooms.gatherings import planted as conferences
from tests.workspace.rooms.strategy import planted

__all__ = ["organiser", "session"]

MEASURE = (
    Text.write("تبدأ الإعداد للإفراج منذ اليوم الأول للعقوبة", "ar")
    .translated("fr", "Préparer la sortie dès le premier jour de la peine", reviewed=True)
    .translated("en", "Preparation for release begins on the first day of the sentence", reviewed=True)
)
OFFICE = Text.write("إدارة السجون", "ar").translated("fr", "L’administration pénitentiaire", reviewed=True)
GOAL = Text.write("Fewer returns within two years", "en").translated("ar", "عودة أقل خلال سنتين", reviewed=True)


@pytest.fixture
def world(organiser):
    """A strategy within an edition: adopted, replaced, drafted on closed findings, and without a basis."""
    asked = consultations.mapped(organiser, title="Where does the hall agree?", simulated=True)
    found = queries.latest_findings(organiser)[0]
    edition = conferences.edition(organiser)
    conferences.statement(organiser, edition, "Aftercare must last at least two years")
    title = Text.write("استراتيجية ما بعد الإفراج", "ar").translated(
        "fr", "Stratégie de l’après-libération", reviewed=True
    )
    with acting(organiser):
        strategy = actions.create_strategy(
            institution=organiser.institution,
            title=title.translated("en", "A strategy for life after release", reviewed=True),
            introduction=planted.text("What the second edition agreed on, and what follows from it."),
            within=edition,
            handling=edition.handling,
        )
        draft = actions.draft(
            strategy=strategy,
            measure=actions.Measure(text=MEASURE, addressee=OFFICE, goal=GOAL, dimensions=["social", "legal"]),
            rests_on=[finding for finding in found if finding.key == "opinion-consensus"],
        )
    first = planted.adopted(organiser, draft)
    with acting(organiser):
        second = actions.revise(recommendation=first, change=planted.text("The addressee was missing"), correction=True)
        parts = actions.Measure(text=MEASURE, addressee=OFFICE, goal=GOAL, due_on="2027-06-30", dimensions=["social"])
        actions.change_recommendation(recommendation=second, seen=queries.stamp(second), measure=parts)
    second = planted.adopted(organiser, Recommendation.objects.get(pk=second.pk))
    amber = planted.findings(organiser, 2, tlp=Tlp.AMBER)
    closed = planted.draft(organiser, strategy, "Publish every evaluation, whatever it shows", rests_on=amber)
    bare = planted.draft(organiser, strategy, "Name an office that answers for families", dimensions=["security"])
    return {
        "asked": asked,
        "strategy": strategy,
        "first": first,
        "second": second,
        "closed": closed,
        "bare": bare,
        "edition": edition,
    }


def path(rest="", language="en"):
    return f"/{language}/strategy/{rest}"


def test_public_pages_are_accessible_and_fit(world, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    pages = {
        "list": "",
        "strategy": f"{world['strategy'].pk}/",
        "superseded": f"recommendations/{world['first'].pk}/",
        "adopted": f"recommendations/{world['second'].pk}/",
    }
    for name, rest in pages.items():
        check(every_page, inspect, path(rest, language), f"strategy-{name}")


def test_pages_of_those_who_draft_are_accessible_and_fit(world, session, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    every_page.context.add_cookies([session])
    strategy, closed, bare = world["strategy"].pk, world["closed"].pk, world["bare"].pk
    finding = planted.findings(world["strategy"].author)[0]
    pages = {
        "own": f"{strategy}/",
        "new": "new/",
        "edit": f"{strategy}/edit/",
        "circulate": f"{strategy}/circulate/",
        "findings": f"{strategy}/findings/",
        "draft": f"{strategy}/draft/?from={finding.pk}",
        "draft-bare": f"{strategy}/draft/",
        "drafted": f"recommendations/{closed}/",
        "change": f"recommendations/{closed}/edit/",
        "basis": f"recommendations/{closed}/basis/?q=aftercare",
        "adopt": f"recommendations/{closed}/adopt/",
        "adopt-not": f"recommendations/{bare}/adopt/",
        "revise": f"recommendations/{world['second'].pk}/revise/",
        "withdraw": f"recommendations/{world['second'].pk}/withdraw/",
    }
    for name, rest in pages.items():
        check(every_page, inspect, path(rest, language), f"strategy-{name}")
    check(every_page, inspect, f"/{language}/consultations/{world['asked'].pk}/map/", "strategy-map")
    check(every_page, inspect, f"/{language}/gatherings/{world['edition'].pk}/", "strategy-edition")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_pages_fit_the_narrowest_phones(world, session, page, language):
    page.set_viewport_size({"width": 360, "height": 640})
    page.context.add_cookies([session])
    strategy, closed = world["strategy"].pk, world["closed"].pk
    rests = ["", f"{strategy}/", f"{strategy}/findings/", f"recommendations/{world['second'].pk}/"]
    rests += [f"recommendations/{closed}/{name}/" for name in ("edit", "basis", "adopt")]
    for rest in rests:
        page.goto(path(rest, language))
        assert overflow(page) == 0, rest


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("viewport", ["narrow", "wide"])
def test_from_a_map_to_an_adopted_recommendation_by_keyboard_alone(organiser, session, page, language, viewport):
    asked = consultations.mapped(organiser, title="Where does the hall agree?")
    planted.strategy(organiser)
    page.context.add_cookies([session])
    page.goto(f"/{language}/consultations/{asked.pk}/map/")
    words = page.locator(".votes .tools-line a").first.inner_text()
    reach_far(page, lambda seen: seen["text"] == words)
    page.keyboard.press("Enter")
    page.wait_for_selector("textarea[name=text_ar]")
    originals = [page.locator(f"textarea[name=text_{code}]").input_value() for code in ("ar", "fr", "en")]
    assert any(originals)
    original = page.locator("select[name=original]").input_value()
    reach_far(page, lambda seen: seen["name"] == f"addressee_{original}")
    page.keyboard.insert_text("The service")
    page.keyboard.press("Tab")
    save = page.locator("main form button.button").last.inner_text()
    reach_far(page, lambda seen: seen["text"] == save)
    page.keyboard.press("Enter")
    page.wait_for_selector("a[href$='/adopt/']")
    adopt = page.locator("a[href$='/adopt/']").inner_text()
    reach(page, lambda seen: seen["text"] == adopt)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"input[name=office_{language}]")
    reach_far(page, lambda seen: seen["name"] == f"office_{language}")
    page.keyboard.insert_text("The plenary")
    reach(page, lambda seen: seen["name"] == f"reason_{language}")
    page.keyboard.insert_text("It was agreed")
    reach(page, lambda seen: seen["text"] == adopt)
    page.keyboard.press("Enter")
    page.wait_for_selector("#decision")
    decided = Recommendation.objects.get()
    assert decided.is_adopted
    assert (str(decided.office), str(decided.addressee)) == ("The plenary", "The service")
    assert len(queries.basis_links(decided)) == 1


def reach_far(page, wanted):
    """As `reach`, on a page with many stops."""
    for _ in range(3):
        try:
            return reach(page, wanted)
        except AssertionError:
            continue
    raise AssertionError("the keyboard does not lead there")


def test_a_strategy_is_begun_and_filled_without_scripts(organiser, session, open_page):
    load_terms()
    finding = planted.findings(organiser)[0]
    page = open_page(java_script_enabled=False, language="fr")
    page.context.add_cookies([session])
    page.goto(path("", "fr"))
    page.locator("main a[href$='/new/']").click()
    page.locator("input[name=title_fr], textarea[name=title_fr]").fill("Après la sortie")
    page.locator("main form button.button").click()
    page.locator("main a[href$='/findings/']").click()
    page.locator(f"input[value='{finding.pk}']").check()
    page.locator("main form button.button").click()
    page.locator("textarea[name=text_fr]").fill("Former le personnel")
    page.locator("main form button.button").last.click()
    drafted = Recommendation.objects.get()
    assert (str(drafted.text), drafted.strategy) == ("Former le personnel", Strategy.objects.get())
    assert [link.to_id for link in queries.basis_links(drafted)] == [finding.pk]
    assert Source.objects.count() == 0
