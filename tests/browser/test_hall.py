"""A whole session in a hall, and its pages in three languages: screen, sheets, paper, closing at a set time, report."""

import re
from datetime import datetime

import pytest
from django.core.cache import cache
from django.test import Client

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries, tasks
from majlis.workspace.rooms.consultations.models import Consultation, PaperEntry, Vote
from tests.browser.looking import overflow, small_targets

STATEMENTS = [
    (
        "تحتاج الأسر إلى دعم خاص بها",
        "Les familles ont besoin d’un soutien propre",
        "Families need support of their own",
    ),
    ("ينبغي نشر كل تقييم", "Toute évaluation devrait être publiée", "Every evaluation should be published"),
    ("يكفي التكوين لمدة يوم واحد", "Une formation d’un jour suffit", "One day of training is enough"),
]
LOSS = '.lost[data-lost="connection"]'
HIDDEN_LOSS = f"{LOSS}[hidden]"


def text(ar, fr, en):
    return Text.write(ar, "ar").translated("fr", fr, reviewed=True).translated("en", en, reviewed=True)


@pytest.fixture(autouse=True)
def database_tasks(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    cache.clear()


@pytest.fixture
def institution(live_server):
    return Institution.objects.create(
        name=text("المرصد الوطني", "Observatoire national", "The observatory"), locale="ar-MA"
    )


@pytest.fixture
def join(institution, live_server, settings):
    """Make a member and the cookie by which a browser is signed in as one."""

    def make(role):
        user = User.objects.create_user(f"{role}{User.objects.count()}@example.org", "a long pass phrase")
        member = Member.objects.create(user=user, institution=institution)
        RoleGrant.objects.create(member=member, role=role)
        client = Client()
        client.force_login(user)
        value = client.cookies["sessionid"].value
        return member, {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}

    return make


@pytest.fixture
def organiser(join):
    return join(Role.ORGANISER)


@pytest.fixture
def hall(organiser):
    """A draft that everybody may see once it is open."""
    member, _ = organiser
    with acting(member):
        draft = actions.create_consultation(
            institution=member.institution,
            title=text("الوقاية داخل السجون وبعدها", "Prévenir en prison et après", "Prevention in prison and after"),
            handling=Handling(tlp=Tlp.CLEAR),
        )
        for versions in STATEMENTS:
            actions.add_statement(consultation=draft, text=text(*versions))
    return draft


def opened(hall, organiser):
    with acting(organiser[0]):
        return actions.open_consultation(consultation=hall)


def answer(hall, people, values, start=0):
    statements = list(queries.statements_in(hall))
    for number in range(start, start + people):
        for statement, value in zip(statements, values, strict=True):
            actions.cast_vote(statement=statement, token=f"voter-{number}", value=value)
    cache.clear()


def path(hall, rest="", language="en"):
    return f"/{language}/consultations/{hall.pk}/{rest}"


def check(page, axe):
    assert overflow(page) == 0, page.url
    assert small_targets(page) == [], page.url
    axe(page)


def test_every_page_of_the_hall_is_accessible_and_fits(hall, organiser, join, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    open_hall = opened(hall, organiser)
    answer(open_hall, 23, (1, 1, -1))
    for clerk in (join(Role.CLERK)[0], join(Role.CLERK)[0]):
        with acting(clerk):
            value = 1 if PaperEntry.objects.exists() else -1
            actions.enter_paper(consultation=open_hall, ballots={"7": {"1": 1, "2": value}})
    every_page.context.add_cookies([organiser[1]])
    pages = {
        "detail": path(hall, "", language),
        "screen": path(hall, "screen/", language),
        "sheets": path(hall, "sheets/", language),
        "ballots": path(hall, "ballots/?first=1&count=2", language),
        "paper": path(hall, "paper/", language),
        "settle": path(hall, "paper/7/", language),
        "schedule": path(hall, "schedule/", language),
        "close": path(hall, "close/", language),
        "enter": f"/{language}/consultations/enter/?code=XXXXXX",
    }
    for name, address in pages.items():
        every_page.goto(address)
        inspect(every_page, f"hall-{name}")
    with acting(organiser[0]):
        actions.close_consultation(consultation=Consultation.objects.get(pk=hall.pk))
    for name in ("report", "screen"):
        every_page.goto(path(hall, f"{name}/", language))
        inspect(every_page, f"hall-{name}-closed")


def test_whole_session_in_a_hall(hall, organiser, join, open_page, live_server, axe):
    desk = open_page(language="ar")
    desk.context.add_cookies([organiser[1]])
    desk.goto(path(hall, "", "ar"))
    desk.get_by_role("button", name="فتح التصويت").click()
    code = Consultation.objects.get(pk=hall.pk).entrance
    desk.get_by_role("link", name="الملصق وبطاقات الطاولات").click()
    assert desk.locator(".poster .qr path").count() == 1
    assert f"{code[:3]} {code[3:]}" in desk.locator(".poster").inner_text()

    answer(hall, 7, (1, -1, -1))
    projector = open_page(language="ar")
    projector.context.add_cookies([organiser[1]])
    projector.goto(path(hall, "screen/?language=ar", "ar"))
    assert projector.locator(".screen .votes > li").count() == 0

    for language in ("ar", "fr", "en"):
        phone = open_page(viewport="narrow", language=language, java_script_enabled=False)
        phone.goto(f"/v/{code.lower()[:3]}%20{code.lower()[3:]}/")
        assert f"/{language}/consultations/{hall.pk}/vote/" in phone.url
        phone.locator("form.form button").click()
        for _ in STATEMENTS:
            phone.locator("button[value=agree]").click()
    assert Vote.objects.count() == 10 * len(STATEMENTS)
    cache.clear()
    projector.locator(".screen .votes > li").first.wait_for()
    assert "5" in projector.locator(".screen-head").inner_text()
    check(projector, axe)

    for member, cookie in (join(Role.CLERK), join(Role.CLERK)):
        clerk = open_page(language="fr")
        clerk.context.add_cookies([cookie])
        clerk.goto(path(hall, "paper/", "fr"))
        for number in ("1", "2"):
            type_by_keyboard(clerk, number)
        assert member is not None
    assert not PaperEntry.objects.exists()
    assert Vote.objects.count() == 12 * len(STATEMENTS)
    assert queries.live_counts(Consultation.objects.get(pk=hall.pk)).voters == 5

    desk.goto(path(hall, "schedule/", "ar"))
    desk.locator("#id_at").fill("2090-06-10T18:00")
    desk.locator("#id_zone").select_option("Africa/Casablanca")
    desk.locator("main form .button").first.click()
    planned = Consultation.objects.get(pk=hall.pk).closes_at
    assert desk.locator(".moment time").get_attribute("datetime") == planned.isoformat()
    tasks.close_as_planned.func(str(hall.pk), planned.isoformat())
    projector.get_by_role("link", name="عرض الخريطة").wait_for()
    desk.goto(path(hall, "report/", "ar"))
    closing = Consultation.objects.get(pk=hall.pk).closing
    assert closing["votes_commitment"] in desk.locator("main").inner_text()
    assert closing["voters"] == 12


def type_by_keyboard(page, number):
    """Type a ballot without touching the mouse: number, agree, disagree, nothing, save."""
    page.locator("#id_ballot").wait_for()
    assert page.evaluate("document.activeElement.id") == "id_ballot"
    page.keyboard.type(number)
    page.keyboard.press("Tab")
    for key in ("a", "d", "p"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.locator(".notice.success").wait_for()


def test_screen_keeps_its_picture_when_the_connection_is_lost(hall, organiser, page):
    answer(opened(hall, organiser), 11, (1, 1, -1))
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, "screen/"))
    page.get_by_text("All statements as a table").click()
    shown = page.locator(".screen-figures").inner_text()
    page.route("**/screen/*", lambda route: route.abort())
    page.locator(LOSS).wait_for()
    assert re.search(r"picture of .?\d\d:\d\d:\d\d", page.locator(LOSS).inner_text())
    assert page.locator(".screen-figures").inner_text() == shown
    page.unroute("**/screen/*")
    page.locator(HIDDEN_LOSS).wait_for(state="attached")
    assert page.locator("details[open]").count() == 1


def test_screen_works_without_scripts(hall, organiser, open_page):
    answer(opened(hall, organiser), 11, (1, 1, -1))
    page = open_page(java_script_enabled=False)
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, "screen/"))
    assert page.locator("meta[http-equiv=refresh]").get_attribute("content") == "10"
    page.goto(path(hall, "screen/?hold=1"))
    assert page.locator("meta[http-equiv=refresh]").count() == 0
    assert page.locator(".screen .votes > li").count() == 3


def printed_pages(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_sheets_and_ballots_come_out_one_a_page(hall, organiser, page):
    opened(hall, organiser)
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, "sheets/"))
    assert printed_pages(page) == 2
    page.goto(path(hall, "ballots/?first=1&count=4"))
    assert printed_pages(page) == 4


def test_time_of_closing_stands_in_the_readers_own_time_too(hall, organiser, open_page):
    open_hall = opened(hall, organiser)
    with acting(organiser[0]):
        tasks.plan_closing(consultation=open_hall, at=datetime.fromisoformat("2090-06-10T18:00:00+00:00"))
    page = open_page(timezone_id="Asia/Tokyo")
    page.goto(path(hall))
    assert "03:00" in page.locator(".own-time").inner_text()
    assert "UTC" in page.locator(".moment").inner_text()
