"""The shell as people meet it: narrow and wide, light and dark, in three languages, by keyboard, without scripts."""

import pytest
from django.test import Client

from majlis.engine.messages import Catalogue
from majlis.workspace.commons import rooms, words
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text
from tests.browser import specimen
from tests.browser.looking import CONTROLS, overflow

SIGNED_OUT = ["", "refuses/", "account/login/", "account/password/reset/", "nowhere/"]
SIGNED_IN = [
    "",
    "account/",
    "account/digest/",
    "members/",
    "members/{member}/",
    "account/password/change/",
    "account/2fa/",
    "account/reauthenticate/",
    "account/logout/",
]
FOCUS = """() => {
    const seen = document.activeElement, style = getComputedStyle(seen), box = seen.getBoundingClientRect();
    const key = [...document.querySelectorAll('*')].indexOf(seen);
    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {tag: seen.tagName, text: seen.textContent.trim(), key, visible: outline && box.width > 0 && box.right > 0};
}"""


@pytest.fixture(autouse=True)
def specimen_pages(settings, monkeypatch, tmp_path):
    settings.ROOT_URLCONF = "tests.browser.specimen"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], specimen.TEMPLATES]}]
    for language in specimen.LANGUAGES:
        paths = sorted(words.catalogue()._folder.rglob(f"{language}.ftl"))
        sentences = [*(path.read_text(encoding="utf-8") for path in paths), specimen.sentences(language)]
        (tmp_path / f"{language}.ftl").write_text("\n".join(sentences), encoding="utf-8")
    catalogue = Catalogue(tmp_path)
    monkeypatch.setattr(words, "catalogue", lambda: catalogue)
    monkeypatch.setattr(rooms, "_rooms", specimen.sample_rooms())


@pytest.fixture
def session(live_server, settings):
    """Sign in: the cookie of a member."""
    user = User.objects.create_user("member@example.org", "a long pass phrase")
    name = Text.write("Observatoire national", "fr").translated("ar", "المرصد الوطني", reviewed=True)
    member = Member.objects.create(user=user, institution=Institution.objects.create(name=name, locale="ar-MA"))
    for role in (Role.ORGANISER, Role.ADMINISTRATOR):
        RoleGrant.objects.create(member=member, role=role)
    client = Client()
    client.force_login(user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}


def prefix(browsing, page):
    return f"/{browsing.look(page).language}/"


def test_open_pages_are_accessible(live_server, every_page, browsing, inspect):
    for path in SIGNED_OUT:
        every_page.goto(prefix(browsing, every_page) + path)
        inspect(every_page, f"open-{path}")


def test_members_pages_are_accessible(live_server, session, every_page, browsing, inspect):
    every_page.context.add_cookies([session])
    member = Member.objects.get().pk
    for path in SIGNED_IN:
        every_page.goto(prefix(browsing, every_page) + path.format(member=member))
        inspect(every_page, f"member-{path}")


def test_components_are_accessible(live_server, every_page, browsing, inspect):
    every_page.goto(prefix(browsing, every_page) + "specimen-consultations/?wrong=1")
    inspect(every_page, "specimen-folded")
    every_page.locator("summary").click()
    inspect(every_page, "specimen")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("path", ["", "refuses/", "account/login/", "specimen/", "nowhere/", "specimen/broken/"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(live_server, open_page, language, path):
    page = open_page(language=language, viewport="narrow")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/{language}/{path}")
    for summary in page.locator("summary").all():
        summary.click()
    assert overflow(page) == 0


def test_keyboard_reaches_everything_with_a_visible_focus(live_server, page):
    page.goto("/en/specimen/")
    count = page.locator(CONTROLS).evaluate_all("all => all.filter(seen => seen.checkVisibility()).length")
    reached = {}
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        reached[focus["key"]] = focus
    stops = [focus for focus in reached.values() if focus["tag"] != "BODY"]
    assert [stop for stop in stops if not stop["visible"]] == []
    one_stop_for_all_radios = page.locator("input[type=radio]").count() - 1
    assert len(stops) >= count - one_stop_for_all_radios


def test_the_first_tab_leads_past_the_navigation(live_server, page):
    page.goto("/fr/")
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("viewport", ["narrow", "wide"])
def test_language_switch_keeps_the_page_and_is_remembered(live_server, page, viewport):
    page.goto("/en/refuses/?from=here")
    page.get_by_role("link", name="العربية").click()
    assert page.url.endswith("/ar/refuses/?from=here")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto("/")
    assert page.url.endswith("/ar/")


def test_signing_in_and_out_by_keyboard(live_server, session, page):
    page.goto("/en/account/login/")
    page.get_by_label("Email address").focus()
    page.keyboard.type("member@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("a long pass phrase")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/")
    assert page.get_by_role("heading", level=1).inner_text() == "What awaits you"
    page.goto("/en/account/")
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_role("link", name="Sign in").is_visible()


def test_progress_asks_by_itself(live_server, page):
    page.goto("/en/specimen/")
    page.locator("progress[value='0.9']").wait_for(timeout=8000)


def test_progress_is_readable_without_scripts(live_server, open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/en/specimen/")
    assert page.get_by_role("link", name="Refresh").is_visible()
    assert page.locator("progress").get_attribute("value") == "0.4"


@pytest.mark.parametrize(("path", "said"), [("refused/", "Only an administrator"), ("broken/", "not yours")])
def test_errors_say_what_happened(live_server, page, axe, path, said):
    page.goto(f"/en/specimen/{path}")
    assert said in page.locator("main").inner_text()
    axe(page)


def test_scales_run_in_the_reading_direction(live_server, open_page):
    right_to_left = open_page(language="ar")
    right_to_left.goto("/ar/specimen/")
    left_to_right = open_page()
    left_to_right.goto("/en/specimen/")
    for page, side in [(left_to_right, 1), (right_to_left, -1)]:
        scale = page.locator(".interval .scale").first.bounding_box()
        mark = page.locator(".interval .at").first.bounding_box()
        assert (mark["x"] - scale["x"] - scale["width"] / 2) * side > 0


def test_print_keeps_the_words_and_drops_the_navigation(live_server, page):
    page.goto("/en/specimen/")
    page.emulate_media(media="print")
    assert not page.locator(".rooms").is_visible()
    assert page.locator(".votes").is_visible()
