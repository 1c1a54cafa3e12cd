"""The pages about mail in a browser, and mails whose links lead there."""

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import rooms
from majlis.workspace.commons.mail import digests, letters
from majlis.workspace.commons.mail.server import MailServer, Tls
from majlis.workspace.commons.models import Digest, Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text
from tests.browser.looking import overflow
from tests.workspace.commons.mail.mailbox import Mailbox, Server

LANGUAGES = ["ar", "fr", "en"]


@pytest.fixture
def mailbox(live_server, settings):
    found = Mailbox()
    with Server(found) as server:
        settings.MAIL = MailServer("127.0.0.1", server.port, Tls.NONE)
        settings.MAIL_FROM, settings.ADDRESS = "majlis@example.org", live_server.url
        yield found


@pytest.fixture
def member(live_server, monkeypatch):
    from dataclasses import replace

    title = Text.write("Water in the schools", "en").translated("fr", "L’eau dans les écoles", reviewed=True)
    title = title.translated("ar", "الماء في المدارس", reviewed=True)
    lines = [
        rooms.Line(title, "/en/refuses/", "", due=timezone.localdate(), asks=True, handling=Handling()),
        rooms.Line("A secret", "/en/", "", asks=True, handling=Handling(tlp=Tlp.RED)),
    ]
    known = {key: replace(room, awaiting=rooms.nothing) for key, room in rooms._rooms.items()}
    known["consultations"] = replace(known["consultations"], awaiting=lambda member: lines)
    monkeypatch.setattr(rooms, "_rooms", known)
    institution = Institution.objects.create(name=Text.write("Institution one", "en"), locale="ar-MA")
    user = User.objects.create_user("reader@example.org")
    made = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=made, role=Role.READER)
    return made


@pytest.fixture
def session(live_server, settings, member):
    client = Client()
    client.force_login(member.user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}


def test_pages_about_mail_are_accessible(mailbox, session, member, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    User.objects.update(language=language)
    token = letters.stop_token(member.user)
    paths = ["account/password/reset/", "account/password/reset/done/", f"digest/off/{token}/"]
    every_page.context.add_cookies([session])
    for number, path in enumerate(["account/", "account/digest/", paths[-1]]):
        every_page.goto(f"/{language}/{path}")
        inspect(every_page, f"mail-{number}")
    every_page.get_by_role("main").get_by_role("button").click()
    inspect(every_page, "mail-stopped")
    every_page.context.clear_cookies()
    for path in paths[:2]:
        every_page.goto(f"/{language}/{path}")
        inspect(every_page, f"mail-{path}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_digest_is_read_followed_and_stopped_by_keyboard(
    mailbox, member, live_server, open_page, language, axe, screenshot
):
    User.objects.update(language=language)
    Digest.objects.create(user=member.user, day=digests.today_of(member))
    digests.send_due()
    (mail,) = mailbox.mails
    body = mail.get_body(("html",)).get_content()
    reading = open_page(language=language, viewport="narrow")
    reading.set_content(body)
    assert overflow(reading) == 0
    assert reading.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    screenshot(reading, "mail-itself")
    links = [html.unescape(link) for link in re.findall(r'href="([^"]+)"', body)]
    assert len(links) == 4
    for link in links:
        page = open_page(language=language)
        assert page.goto(link).status == 200
    assert page.url == mail["List-Unsubscribe"].strip("<>")
    button = page.get_by_role("main").get_by_role("button")
    for _ in range(30):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    button.wait_for(state="detached")
    assert not User.objects.get(pk=member.user_id).digest


def test_digest_is_switched_off_and_its_language_chosen_on_the_account_page(mailbox, session, member, page):
    page.context.add_cookies([session])
    page.goto("/en/account/")
    page.get_by_role("link", name="Daily digest").click()
    page.get_by_label("Send me the daily digest").uncheck()
    page.get_by_label("Language of mails").select_option("fr")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("It holds from the next mail").wait_for()
    user = User.objects.get(pk=member.user_id)
    assert (user.digest, user.language) == (False, "fr")
    assert not page.get_by_label("Send me the daily digest").is_checked()
