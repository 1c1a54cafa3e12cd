"""The browser harness itself: its checks must be able to fail."""

import asyncio
import os
import subprocess
import sys

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone


def count_sessions(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<!doctype html><title>Sessions</title><p>{Session.objects.count()}</p>")


urlpatterns = [path("sessions", count_sessions)]

SOUND = """<!doctype html><html lang="{language}" dir="{direction}"><head><title>Majlis</title></head>
<body><main><h1>Majlis</h1>{content}</main></body></html>"""


def sound_page(content="", language="en"):
    return SOUND.format(content=content, language=language, direction="rtl" if language == "ar" else "ltr")


def test_axe_passes_a_sound_page(page, axe):
    page.set_content(sound_page("<p>One question, many contributions.</p>"))
    axe(page)


@pytest.mark.parametrize(
    ("flaw", "rule"),
    [
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
        ('<p style="color:#aaa; background:#fff">faint</p>', "color-contrast"),
        ('<input type="text">', "label"),
        ('<button style="all:unset;width:9px;height:9px">a</button><button style="all:unset;width:9px">b</button>',
         "target-size"),
    ],
    ids=["picture without words", "faint text", "nameless field", "small target"],
)  # fmt: skip
def test_axe_names_a_planted_violation(page, axe, flaw, rule):
    page.set_content(sound_page(flaw))
    with pytest.raises(AssertionError, match=rule):
        axe(page)


def test_axe_works_under_a_strict_content_policy(page, axe):
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><title>"
    page.set_content(sound_page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">').replace("<title>", policy))
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_page_is_wide_english_and_light_unless_told_otherwise(page):
    assert seen_look(page) == (1360, 900, "en", "light")


@pytest.mark.parametrize("viewport", ["narrow"])
@pytest.mark.parametrize("language", ["ar"])
@pytest.mark.parametrize("scheme", ["dark"])
def test_page_takes_the_look_of_the_test(page):
    assert seen_look(page) == (390, 844, "ar", "dark")


def test_every_page_is_turned_to_each_look_and_back(every_page, browsing):
    opened, seen = seen_look(every_page), set()
    for look in browsing.in_every_look(every_page):
        width, _, language, scheme = seen_look(every_page)
        assert str(browsing.look(every_page)) == str(look)
        assert str(look) == f"{language}-{'narrow' if width == 390 else 'wide'}-{scheme}"
        seen.add((width, scheme))
    assert seen == {(390, "light"), (390, "dark"), (1360, "light"), (1360, "dark")}
    assert seen_look(every_page) == opened


@pytest.mark.parametrize(
    ("flaw", "complaint"),
    [
        ("<div style='width:600px'>wide</div>", "narrow-light"),
        ("<style>a {display: block; height: 50px} @media (width < 400px) {a {height: 9px}}</style><a href='/'>home</a>",
         "home"),
        ("<style>@media (prefers-color-scheme: dark) {p {color: #ccc}}</style><p>faint</p>", "color-contrast"),
        ("<style>@media (width > 400px) {p {color: #ccc}}</style><p>faint</p>", "color-contrast"),
    ],
    ids=["too wide for a phone", "too small on a phone", "faint in the dark", "faint on a wide screen"],
)  # fmt: skip
@pytest.mark.parametrize("viewport", ["wide", "narrow"])
def test_inspect_names_what_only_one_look_shows(page, inspect, flaw, complaint):
    page.set_content(sound_page(flaw))
    with pytest.raises(AssertionError, match=complaint):
        inspect(page, "planted")


def seen_look(page):
    return tuple(
        page.evaluate(
            "[innerWidth, innerHeight, navigator.language,"
            " matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light']"
        )
    )


def test_open_page_keeps_two_visitors_apart(open_page, live_server):
    first, second = open_page(language="fr"), open_page(language="ar")
    first.context.add_cookies([{"name": "token", "value": "first", "url": live_server.url}])
    assert second.context.cookies() == []


def test_browsing_notes_a_script_error(page, browsing):
    page.set_content(sound_page("<script>throw new Error('planted')</script>"))
    page.wait_for_timeout(50)
    assert any("planted" in problem for problem in browsing.problems)
    browsing.problems.clear()


def test_browsing_notes_a_breach_of_the_content_policy(page, browsing):
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><title>"
    page.set_content(sound_page("<script>1</script>").replace("<title>", policy))
    page.wait_for_timeout(50)
    assert any("content policy" in problem for problem in browsing.problems)
    browsing.problems.clear()


def test_browsing_notes_a_request_to_another_host(page, browsing):
    page.set_content(sound_page('<img alt="" src="https://elsewhere.example/pixel.gif">'))
    assert browsing.problems == ["request to another host: https://elsewhere.example/pixel.gif"]
    browsing.problems.clear()


def test_screenshot_is_kept_only_on_request(page, screenshot, pytestconfig, monkeypatch, tmp_path):
    monkeypatch.setattr(type(pytestconfig), "rootpath", tmp_path)
    page.set_content(sound_page("<p>Seen.</p>"))
    monkeypatch.delenv("MAJLIS_SCREENSHOTS", raising=False)
    assert screenshot(page, "front page") is None
    monkeypatch.setenv("MAJLIS_SCREENSHOTS", "1")
    picture = screenshot(page, "front page")
    assert picture == tmp_path / "screenshots" / "front-page-en-wide-light.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_database_answers_beside_an_open_page(page, db):
    assert asyncio.get_running_loop(), "without a loop this test would prove nothing"
    with connection.cursor() as cursor:
        cursor.execute("select 1")
        assert cursor.fetchone() == (1,)


@pytest.mark.urls(__name__)
def test_live_server_shows_what_the_test_wrote(page, live_server):
    Session.objects.create(session_key="one", expire_date=timezone.now())
    page.goto("/sessions")
    assert page.inner_text("p") == "1"


def test_django_is_strict_again_once_the_browser_is_closed(chromium, tmp_path, pytestconfig):
    test = tmp_path / "test_after.py"
    test.write_text("import os\ndef test_strict():\n    assert 'DJANGO_ALLOW_ASYNC_UNSAFE' not in os.environ\n")
    probe = f"{__file__}::test_axe_passes_a_sound_page"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", probe, str(test)]
    # without the outer run's switch, and on a database of its own
    inherited = {"DJANGO_ALLOW_ASYNC_UNSAFE", "DATABASE_URL"}
    environment = {name: value for name, value in os.environ.items() if name not in inherited}
    run = subprocess.run(
        command, cwd=pytestconfig.rootpath, env=environment, capture_output=True, text=True, check=False
    )
    assert "2 passed" in run.stdout, run.stdout
