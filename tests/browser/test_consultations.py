"""The consultations room as people meet it: in twelve looks, by keyboard alone, without scripts, with its numbers."""

import re

import pytest
from django.test import Client

from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, RunState, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Consultation, Stage
from tests.browser.looking import CONTROLS, overflow
from tests.browser.test_shell import FOCUS
from tests.workspace.rooms.consultations import planted

TITLE = "ما بعد الإفراج"
FOCUSED = """() => {
    const seen = document.activeElement;
    return {name: seen.name || '', text: seen.textContent.trim(), visible: seen.getBoundingClientRect().width > 0};
}"""

WIDE = """() => [...document.querySelectorAll('main *')]
    .filter(seen => !seen.closest('.scroll, svg') && (seen.getBoundingClientRect().right > innerWidth
        || seen.getBoundingClientRect().left < 0))
    .map(seen => seen.tagName + '.' + seen.className + ' ' + seen.textContent.trim().slice(0, 30))"""


@pytest.fixture
def organiser(live_server):
    name = Text.write("Observatoire national", "fr").translated("ar", "المرصد الوطني", reviewed=True)
    institution = Institution.objects.create(name=name, locale="ar-MA")
    user = User.objects.create_user("member@example.org", "a long pass phrase")
    member = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=member, role=Role.ORGANISER)
    return member


@pytest.fixture
def session(organiser, live_server, settings):
    client = Client()
    client.force_login(organiser.user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}


@pytest.fixture
def world(organiser):
    """The planted consultation with its map."""
    return planted.mapped(
        organiser,
        title="Where does the hall agree?",
        introduction=Text.write("Two camps of thirty answered; the truth about them is known.", "en"),
        simulated=True,
    )


def draft_of(organiser, *lines):
    with acting(organiser):
        found = actions.create_consultation(
            institution=organiser.institution,
            title=Text.write(TITLE, "ar"),
            introduction=Text.write("لماذا نسأل", "ar"),
        )
        for line in lines:
            actions.add_statement(consultation=found, text=Text.write(line, "ar"))
    return found


def opened_by(organiser):
    found = draft_of(organiser, "تحتاج الأسر إلى دعم خاص بها", "Evaluation must be published")
    with acting(organiser):
        return actions.open_consultation(consultation=found)


def path(consultation, rest="", language="en"):
    return f"/{language}/consultations/{consultation.pk}/{rest}"


def check(page, inspect, address, name):
    """Look at the page with everything unfolded."""
    page.goto(address)
    for summary in page.locator("main summary").all():
        summary.click()
    inspect(page, name)


# Twelve looks


def test_map_is_accessible_and_fits(world, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    every_page.goto(path(world, "map/", language))
    inspect(every_page, "map")
    check(every_page, inspect, path(world, "map/", language), "map-open")
    assert every_page.locator("details[open]").count() == every_page.locator("main details").count() == 4


def test_organisers_pages_are_accessible_and_fit(world, organiser, session, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    every_page.context.add_cookies([session])
    draft, opened = draft_of(organiser), opened_by(organiser)
    pages = {
        "list": f"/{language}/consultations/",
        "create": f"/{language}/consultations/new/",
        "closed": path(world, "", language),
        "draft": path(draft, "", language),
        "open": path(opened, "", language),
        "close": path(opened, "close/", language),
        "no-map": path(opened, "map/", language),
    }
    for name, address in pages.items():
        check(every_page, inspect, address, f"room-{name}")


def test_wrong_forms_and_notices_are_accessible_and_fit(organiser, session, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    every_page.context.add_cookies([session])
    every_page.goto(f"/{language}/consultations/new/")
    every_page.locator("[name=title]").fill("\u200b")
    every_page.locator("main form button").click()
    every_page.locator(".notice.error").wait_for()
    inspect(every_page, "room-create-wrong")
    opened = opened_by(organiser)
    every_page.goto(path(opened, "", language))
    every_page.locator("textarea").fill(f"ok\n{'w' * 700}")
    every_page.locator("main .form button").click()
    every_page.locator(".notice.error").wait_for()
    inspect(every_page, "room-statements-wrong")
    planted.run(opened, organiser, state=RunState.FAILED, failure="run-fault")
    check(every_page, inspect, path(opened, "map/", language), "room-failed")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(world, organiser, session, open_page, language):
    page = open_page(language=language, viewport="narrow")
    page.set_viewport_size({"width": 320, "height": 640})
    page.context.add_cookies([session])
    long = draft_of(organiser, "w" * 300)
    for address in (path(world, "map/", language), path(world, "", language), path(long, "", language)):
        page.goto(address)
        for summary in page.locator("main summary").all():
            summary.click()
        assert overflow(page) == 0, page.evaluate(WIDE)


# The numbers


@pytest.mark.parametrize(("language", "hidden"), [("ar", "محجوب"), ("fr", "masqué"), ("en", "hidden")])
def test_tables_open_and_hold_the_planted_numbers(world, open_page, language, hidden):
    page = open_page(language=language)
    page.goto(path(world, "map/", language))
    twin = page.locator("#all ~ details").first
    assert not twin.locator("table").is_visible()
    twin.locator("summary").click()
    assert twin.locator("table").is_visible()
    said = planted.votes()
    for code in ("1", "5"):
        cast = [vote for (_, statement), vote in said.items() if statement == code]
        cells = twin.locator(f"tr:has(th bdi:text-is('{code}')) td").all_inner_texts()
        assert cells[1] == str(len(cast))
        assert float(cells[2].replace(",", ".")) == round(100 * cast.count(1) / len(cast), 1)
    row = twin.locator(f"tr:has(th bdi:text-is('{planted.FEW_VOTERS}')) td")
    assert set(row.all_inner_texts()[1:]) == {hidden}
    groups = page.locator("#all ~ details").nth(1)
    groups.locator("summary").click()
    assert [texts[0] for texts in (r.locator("td").all_inner_texts() for r in groups.locator("tbody tr").all())] == [
        "30",
        "30",
    ]


def test_figures_and_their_tables_say_the_same(world, page):
    page.goto(path(world, "map/"))
    figure = page.locator("figure").first
    figure.locator("summary").click()
    sizes = figure.locator("tbody tr td:nth-of-type(1)").all_inner_texts()
    drawn = " ".join(figure.locator("svg text").all_text_contents())
    assert sizes == ["30", "30"]
    assert set(re.findall(r"\d+", drawn)) == set(sizes)


def test_files_are_saved_from_the_page(world, page):
    page.goto(path(world, "map/"))
    page.locator("#all ~ details summary").first.click()
    for link, name in [("Download as CSV", "statements"), ("Download as JSON", "opinion-map")]:
        with page.expect_download() as saving:
            page.get_by_role("link", name=link).first.click()
        assert saving.value.suggested_filename.startswith(f"{name}-{world.pk}.")


def test_scale_of_a_share_runs_in_the_reading_direction(world, open_page):
    for language, side in [("en", 1), ("ar", -1)]:
        page = open_page(language=language)
        page.goto(path(world, "map/", language))
        scale = page.locator(".votes .scale").first.bounding_box()
        mark = page.locator(".votes .at").first.bounding_box()
        assert (mark["x"] - scale["x"] - scale["width"] / 2) * side > 0


def test_map_is_whole_without_scripts(world, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(path(world, "map/"))
    assert page.locator("svg.plot").count() == 2
    page.locator("#all ~ details summary").first.click()
    assert page.locator("#all ~ details table").first.is_visible()


# Moving about


@pytest.mark.parametrize("viewport", ["narrow", "wide"])
def test_language_switch_keeps_the_page(world, page, viewport):
    page.goto(path(world, "map/"))
    page.get_by_role("link", name="العربية").click()
    assert page.url.endswith(path(world, "map/", "ar"))
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.get_by_role("heading", name="ما تسانده المجموعتان").is_visible()


def test_language_switch_after_a_refused_form_leads_to_its_page(organiser, session, page):
    page.context.add_cookies([session])
    draft = draft_of(organiser)
    page.goto(path(draft))
    page.locator("textarea").fill("x" * 501)
    page.get_by_role("button", name="Add statements").click()
    assert page.url.endswith("/statements/")
    page.get_by_role("link", name="Français").click()
    assert page.url.endswith(path(draft, "", "fr"))
    assert page.get_by_role("heading", level=1).inner_text() == TITLE


@pytest.mark.parametrize("rest", ["map/", ""])
def test_keyboard_reaches_everything_with_a_visible_focus(world, organiser, session, page, rest):
    page.context.add_cookies([session])
    page.goto(path(world if rest else opened_by(organiser), rest))
    for summary in page.locator("main summary").all():
        summary.click()
    page.evaluate("document.activeElement.blur()")
    count = page.locator(CONTROLS).evaluate_all("all => all.filter(seen => seen.checkVisibility()).length")
    reached = {}
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        reached[focus["key"]] = focus
    stops = [focus for focus in reached.values() if focus["tag"] != "BODY"]
    assert [stop for stop in stops if not stop["visible"]] == []
    assert len(stops) >= count


def test_progress_gives_way_to_the_map(organiser, page):
    found = planted.consultation(organiser, title="Under way")
    run = planted.run(found, organiser, state=RunState.RUNNING, progress=0.4, stage="groups")
    page.goto(path(found, "map/"))
    assert page.locator("progress").get_attribute("value") == "0.4"
    run.result = planted.opinion_map().to_dict()
    run.state, run.finished_at = RunState.DONE, found.created_at
    run.save()
    page.get_by_role("heading", name="Where groups part").wait_for()
    assert page.locator("progress").count() == 0


# By keyboard alone


def tab_to(page, *, name="", text=""):
    """Press Tab until the control has the focus; fails where no number of presses gets there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUSED)
        if (name and seen["name"] == name) or (text and seen["text"] == text):
            assert seen["visible"]
            return
    raise AssertionError(f"no way to {name or text} by keyboard on {page.url}")


def press(page, text):
    """Go to the button or link and press it; wait for the page that it leads to."""
    tab_to(page, text=text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_organiser_holds_a_consultation_by_keyboard_in_arabic_on_a_phone(session, open_page, screenshot, axe):
    page = open_page(language="ar", viewport="narrow")
    page.context.add_cookies([session])
    page.goto("/ar/consultations/")
    press(page, "استشارة جديدة")
    tab_to(page, name="title")
    page.keyboard.type(TITLE)
    tab_to(page, name="introduction")
    page.keyboard.type("لماذا نسأل")
    tab_to(page, name="seen_by")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    press(page, "إنشاء المسودة")
    found = Consultation.objects.get()
    assert page.url.endswith(path(found, "", "ar"))
    assert (str(found.text), found.text.original, found.handling.tlp) == (TITLE, "ar", "CLEAR")

    tab_to(page, name="statements")
    for number in range(4):
        page.keyboard.type(f"عبارة {number}")
        page.keyboard.press("Enter")
    press(page, "إضافة عبارات")
    assert page.locator(".statements > li").count() == 4
    assert re.sub("[\u2066-\u2069]", "", page.locator(".notice").inner_text()) == "أُضيفت 4 عبارات."

    press(page, "فتح التصويت")
    assert Consultation.objects.get().is_open
    for voter in range(12):
        for statement in queries.statements_of(found):
            actions.cast_vote(statement=statement, token=f"token-{voter}", value=1 if statement.position < 4 else -1)

    press(page, "إغلاق التصويت")
    assert Consultation.objects.get().is_open
    press(page, "إغلاق نهائي")
    assert Consultation.objects.get().state == Stage.CLOSED
    assert page.url.endswith(path(found, "map/", "ar"))
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    supported = page.locator("#consensus ~ ol > li").all_inner_texts()
    assert sorted(re.search(r"عبارة \d", text)[0] for text in supported) == ["عبارة 0", "عبارة 1", "عبارة 2"]
    assert overflow(page) == 0
    axe(page)
    screenshot(page, "keyboard-map")
