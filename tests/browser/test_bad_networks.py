"""Bad networks and quick fingers: sign-in pages of a network, double taps, a lost session."""

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
from majlis.workspace.rooms.consultations.models import Sent, Vote
from tests.browser.test_hall import answer as answer_all
from tests.browser.test_hall import database_tasks, hall, institution, join, opened, organiser, path
from tests.browser.test_voting import SLOW, address, all_sent, answer, asked, come_in, consultation, phone

__all__ = ["consultation", "database_tasks", "hall", "institution", "join", "organiser"]
PORTAL = "<!doctype html><html><title>Guest network</title><body><form><button>Accept</button></form></body></html>"


@pytest.mark.parametrize("status", [200, 401, 511])
def test_answer_that_a_network_takes_for_its_own_page_waits(consultation, open_page, status):
    page = phone(open_page)
    come_in(page, consultation)
    page.route(
        "**/vote/answers/", lambda route: route.fulfill(status=status, body=PORTAL, content_type="text/html"), times=2
    )
    code = answer(page)
    expect(page.locator(".off[role=status]")).to_contain_text("1")
    assert not Vote.objects.exists()
    all_sent(page)
    assert list(Vote.objects.values_list("statement__code", flat=True)) == [code]


def test_double_tap_answers_one_statement(consultation, open_page):
    page = phone(open_page)
    come_in(page, consultation)
    code = asked(page)
    box = page.locator(".answer.agree").bounding_box()
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.dblclick(*at, delay=20)
    all_sent(page)
    assert list(Vote.objects.values_list("statement__code", flat=True)) == [code]
    second = answer(page, "disagree")
    all_sent(page)
    assert dict(Vote.objects.values_list("statement__code", "value")) == {code: 1, second: -1}


def test_key_that_is_held_down_answers_one_statement(consultation, open_page):
    page = phone(open_page)
    come_in(page, consultation)
    page.locator(".answer.agree").focus()
    page.keyboard.down("Enter")
    page.locator(".answer.agree").focus()
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    all_sent(page)
    assert Vote.objects.count() == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_second_tap_on_a_slow_line_lets_the_holder_of_a_code_in(consultation, open_page, scripts):
    member = Member.objects.get()
    with acting(member):
        coded = actions.create_consultation(
            institution=consultation.institution,
            title=Text.write("Codes", "en"),
            door="codes",
            handling=consultation.handling,
        )
        actions.add_statement(consultation=coded, text=Text.write("One", "en"))
        opened = actions.open_consultation(consultation=coded)
        printed = actions.create_codes(consultation=opened, count=1)[0]
    page = phone(open_page, "en", java_script_enabled=scripts)
    page.goto(address(opened, "en"))
    page.locator("[name=code]").fill(printed.code)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW | {"latency": 1500})
    page.locator("form .button").scroll_into_view_if_needed()
    box = page.locator("form .button").bounding_box()
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(*at)
    page.wait_for_timeout(1000)
    page.mouse.click(*at)
    expect(page.locator(".answers")).to_be_visible(timeout=20_000)
    session.send("Network.emulateNetworkConditions", SLOW | {"latency": 0})
    page.locator(".answer.agree").click()
    expect(page.locator(".answers")).to_have_count(0)
    assert Vote.objects.count() == 1
    assert Sent.objects.count() == 1


def test_screen_keeps_its_picture_when_a_network_answers_in_its_place(hall, organiser, page):
    answer_all(opened(hall, organiser), 11, (1, 1, -1))
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, "screen/"))
    shown = page.locator(".screen-figures").inner_text()
    page.route("**/screen/*", lambda route: route.fulfill(body=PORTAL, content_type="text/html"))
    page.locator(".lost[data-lost=connection]").wait_for()
    assert page.locator(".screen-figures").inner_text() == shown
    cache.clear()
    page.unroute("**/screen/*")
    page.locator(".lost[data-lost=connection][hidden]").wait_for(state="attached")


def test_screen_says_that_its_session_has_ended(hall, organiser, page):
    answer_all(opened(hall, organiser), 11, (1, 1, -1))
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, "screen/"))
    page.context.clear_cookies()
    lost = page.locator(".lost[data-lost=session]")
    lost.wait_for()
    assert lost.get_by_role("link").get_attribute("href") == f"/en/account/login/?next={path(hall, 'screen/')}"
    assert page.locator(".lost[data-lost=connection]").is_hidden()


def test_answer_that_comes_after_the_closing_is_not_counted_on_the_page_either(consultation, open_page):
    page = phone(open_page)
    come_in(page, consultation)
    answer(page)
    all_sent(page)
    with acting(Member.objects.get()):
        actions.close_consultation(consultation=consultation)
    answer(page)
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("form.answers")).to_be_hidden()
    expect(page.locator("progress")).to_have_attribute("value", "1")
    assert Vote.objects.count() == 1
