"""The gatherings room as people meet it: in twelve looks, by keyboard alone, without scripts, and on paper."""

import re

import pytest
from django.test import Client

from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.demonstration.gatherings import hold_conference
from majlis.workspace.rooms.gatherings.models import Gathering, Session
from tests.browser.test_consultations import FOCUSED, check
from tests.browser.test_shell import FOCUS, overflow
from tests.workspace.rooms.gatherings import planted

WRONG = "code,day,start,end,title_ar\ns1,2022-06-08,25:00,10:00,سؤال\ns2,never,09:00,10:00,"
RIGHT = (
    "code,day,start,end,room,title_ar\ns1,2022-06-08,09:00,10:00,القاعة الكبرى,ما الذي نجح؟\n"
    "s2,2022-06-09,09:30,10:30,,ما الذي ينقص؟"
)


@pytest.fixture
def organiser(live_server):
    load_terms()
    name = Text.write("Observatoire national", "fr").translated("ar", "المرصد الوطني", reviewed=True)
    institution = Institution.objects.create(name=name, locale="ar-MA")
    user = User.objects.create_user("organiser@example.org", "a long pass phrase")
    member = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=member, role=Role.ORGANISER)
    return member


@pytest.fixture
def session(organiser, live_server, settings):
    client = Client()
    client.force_login(organiser.user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}


@pytest.fixture
def conference(organiser):
    """The second edition of the demonstration's conference."""
    sessions = hold_conference({Role.ADMINISTRATOR: organiser})
    planted.statement(organiser, sessions["session-5"])
    planted.claim(organiser, sessions["session-5"], "The director of the prison service", aspect="speaker")
    return sessions["session-1"].edition


def path(rest="", language="en"):
    return f"/{language}/gatherings/{rest}"


def test_public_pages_are_accessible_and_fit(conference, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    last = Session.objects.get(code="session-5")
    pages = {
        "list": "",
        "edition": f"{conference.pk}/",
        "programme": f"{conference.pk}/programme/",
        "session": f"sessions/{last.pk}/",
    }
    for name, rest in pages.items():
        check(every_page, inspect, path(rest, language), f"gatherings-{name}")


def test_organisers_pages_are_accessible_and_fit(conference, session, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    every_page.context.add_cookies([session])
    last = Session.objects.get(code="session-5")
    first = Gathering.objects.get(code="2021")
    pages = {
        "series-new": "series/new/",
        "edition-own": f"{conference.pk}/",
        "edition-empty": f"{first.pk}/",
        "edition-edit": f"{conference.pk}/edit/",
        "session-new": f"{conference.pk}/sessions/new/",
        "session-own": f"sessions/{last.pk}/",
        "withdraw": f"sessions/{last.pk}/withdraw/",
        "agenda": f"{conference.pk}/agenda/",
        "claim-new": f"about/{conference.pk}/claims/new/",
        "statement-new": f"about/{last.pk}/statements/new/",
    }
    for name, rest in pages.items():
        check(every_page, inspect, path(rest, language), f"gatherings-{name}")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_pages_fit_the_narrowest_phones(conference, session, page, language):
    page.set_viewport_size({"width": 360, "height": 640})
    page.context.add_cookies([session])
    last = Session.objects.get(code="session-5")
    for rest in (
        "",
        f"{conference.pk}/",
        f"{conference.pk}/programme/",
        f"{conference.pk}/agenda/",
        f"sessions/{last.pk}/edit/",
    ):
        page.goto(path(rest, language))
        assert overflow(page) == 0, rest


def test_problems_preview_and_conflict_are_accessible_and_fit(
    conference, organiser, session, every_page, browsing, inspect
):
    language = browsing.look(every_page).language
    every_page.context.add_cookies([session])
    for name, table in {"troubles": WRONG, "preview": RIGHT}.items():
        every_page.goto(path(f"{conference.pk}/agenda/", language))
        every_page.locator("textarea[name=agenda]").fill(table)
        with every_page.expect_navigation():
            every_page.locator("button[name=preview]").click()
        inspect(every_page, f"gatherings-{name}")
    edited = path(f"sessions/{Session.objects.get(code='session-5').pk}/edit/", language)
    every_page.goto(edited)
    Session.objects.get(code="session-5").save()
    other = Session.objects.get(code="session-5")
    other.venue_room = "القاعة الثانية"
    other.save()
    every_page.locator("input[name=venue_room]").fill("Salle des plénières")
    with every_page.expect_navigation():
        every_page.locator("main form button.button").first.click()
    assert every_page.locator("table.data tbody tr").count() == 1
    assert every_page.locator("input[name=venue_room]").input_value() == "Salle des plénières"
    inspect(every_page, "gatherings-conflict")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("viewport", ["narrow", "wide"])
def test_an_agenda_is_imported_by_keyboard_alone(organiser, session, page, language, viewport):
    edition = planted.edition(organiser)
    page.context.add_cookies([session])
    page.goto(path(f"{edition.pk}/agenda/", language))
    reach(page, lambda seen: seen["name"] == "agenda")
    page.keyboard.insert_text(RIGHT)
    reach(page, lambda seen: seen["name"] == "preview")
    page.keyboard.press("Enter")
    page.wait_for_selector("button[name=save]")
    assert Session.objects.count() == 0
    reach(page, lambda seen: seen["name"] == "save")
    page.keyboard.press("Enter")
    page.wait_for_selector(".programme")
    assert list(Session.objects.values_list("code", "venue_room")) == [("s1", "القاعة الكبرى"), ("s2", "")]
    assert page.locator(".programme > li").count() == 2


def reach(page, wanted):
    """Press Tab until what is focused is wanted; it must show that it has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted(page.evaluate(FOCUSED)):
            assert page.evaluate(FOCUS)["visible"]
            return
    raise AssertionError("the keyboard does not lead there")


def test_a_conference_is_begun_without_scripts(organiser, session, open_page):
    page = open_page(java_script_enabled=False, language="fr")
    page.context.add_cookies([session])
    page.goto(path("series/new/", "fr"))
    page.locator("input[name=title_fr]").fill("Rencontres de Rabat")
    page.locator("main form button.button").click()
    page.locator("main a[href$='/new/']").last.click()
    page.locator("input[name=title_fr]").fill("Première")
    page.locator("input[name=code]").fill("2026")
    page.locator("input[name=starts_on]").fill("2026-07-01")
    page.locator("input[name=ends_on]").fill("2026-07-02")
    page.locator("select[name=timezone]").select_option("Africa/Casablanca")
    page.locator("main form button.button").click()
    assert "1–2 juil. 2026" in re.sub("[\u2066-\u2069]", "", page.locator(".sure h2").inner_text())
    assert Gathering.objects.get().series.title.original == "fr"


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_programme_prints_on_a4_without_cutting_a_session(organiser, page, screenshot, language):
    edition = planted.edition(organiser)
    for number in range(30):
        start, end = f"{8 + number // 3:02}:{20 * (number % 3):02}", f"{8 + number // 3:02}:{20 * (number % 3) + 19:02}"
        title = f"Session {number}: a question that takes a line or two of the page to be asked in full, as they do"
        planted.session(organiser, edition, f"s{number}", start=start, end=end, title=title, venue_room="Hall")
    page.goto(path(f"{edition.pk}/programme/", language))
    paper = page.pdf(prefer_css_page_size=True).decode("latin-1")
    sizes = {
        tuple(round(float(side)) for side in box.split()[2:]) for box in re.findall(r"/MediaBox\s*\[([^\]]+)\]", paper)
    }
    assert sizes <= {(595, 842), (596, 842), (595, 843)}
    assert len(re.findall(r"/Type\s*/Page\b", paper)) >= 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 672, "height": 980})  # A4 less its margins, at 96 dots an inch
    screenshot(page, "gatherings-print")
    styles = "() => [...document.querySelectorAll('.programme > li')].map(seen => getComputedStyle(seen).breakInside)"
    assert set(page.evaluate(styles)) == {"avoid"}
    hidden = (
        "() => ['.rooms', '.tools', '.foot', '.screen-only'].map(s => document.querySelector(s)?.checkVisibility())"
    )
    assert set(page.evaluate(hidden)) <= {False, None}
