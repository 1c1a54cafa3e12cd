"""Browser tests: Playwright on the Chromium of the machine, in every width, language and colour scheme.

`page` opens in the look of the test, wide, English and light, and each of the three can be parametrised by its name:
`@pytest.mark.parametrize("language", ["ar", "fr", "en"])`. `every_page` runs the test in each language, and
`inspect(page, name)` turns what the page shows to each width and colour scheme and looks at it: twelve looks for three
visits. `open_page` opens as many pages as a test needs. Where a test asks for `live_server`, paths are relative to it:
`page.goto("/")`.
A script error, a breach of the content policy or a request to another host fails the test that caused it.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests.browser.looking import overflow, small_targets

VIEWPORTS = {"narrow": {"width": 390, "height": 844}, "wide": {"width": 1360, "height": 900}}
LANGUAGES = ("ar", "fr", "en")
SCHEMES = ("light", "dark")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # no name but the machine's own can be resolved: a test never leaves it
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

# Nothing is fetched again for axe: of the rules asked for only one on sound that plays by itself would need it.
ACCESSIBILITY_RULES = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}


@dataclass(frozen=True)
class Look:
    """How a visitor sees the pages."""

    viewport: str = "wide"
    language: str = "en"
    scheme: str = "light"

    def __str__(self) -> str:
        return f"{self.language}-{self.viewport}-{self.scheme}"


class Browsing:
    """The pages that one test opens, and what went wrong on them."""

    def __init__(self, browser: Browser, base_url: str | None) -> None:
        self._browser = browser
        self._base_url = base_url
        self._contexts: list[BrowserContext] = []
        self._looks: dict[Page, Look] = {}
        self.problems: list[str] = []

    def open(self, look: Look | None = None, **options: Any) -> Page:
        """Open a page in a fresh session; `options` go to Playwright's `new_context`."""
        look = look or Look()
        settings = {
            "base_url": self._base_url,
            "color_scheme": look.scheme,
            "locale": look.language,
            "reduced_motion": "reduce",
            "timezone_id": "UTC",
            "viewport": VIEWPORTS[look.viewport],
        }
        context = self._browser.new_context(**(settings | options))
        context.set_default_timeout(10_000)
        context.on("request", lambda request: self._note_request(request.url))
        context.on("console", self._note_message)
        context.on("weberror", lambda error: self.problems.append(f"script error: {error.error}"))
        self._contexts.append(context)
        page = context.new_page()
        self._looks[page] = look
        return page

    def look(self, page: Page) -> Look:
        return self._looks[page]

    def in_every_look(self, page: Page) -> Iterator[Look]:
        """Turn the page to each width and colour scheme, and in the end back to how it was opened."""
        opened = self._looks[page]
        for viewport, scheme in product(VIEWPORTS, SCHEMES):
            yield self._turn(page, replace(opened, viewport=viewport, scheme=scheme))
        self._turn(page, opened)

    def _turn(self, page: Page, look: Look) -> Look:
        page.set_viewport_size(VIEWPORTS[look.viewport])
        page.emulate_media(color_scheme=look.scheme)
        self._looks[page] = look
        return look

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _note_request(self, url: str) -> None:
        here = ("data:", "blob:", "about:", *([f"{self._base_url}/"] if self._base_url else []))
        if not url.startswith(here):
            self.problems.append(f"request to another host: {url}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.problems.append(f"content policy: {message.text}")


def find_chromium() -> str | None:
    candidates = [os.environ.get("MAJLIS_CHROMIUM"), "/usr/bin/chromium", *CHROMIUM_NAMES]
    return next((path for name in candidates if name and (path := shutil.which(name))), None)


@pytest.fixture(scope="package")
def chromium(django_db_setup: None) -> Iterator[Browser]:
    """One Chromium for the tests of this folder, closed before any other test runs.

    Playwright's synchronous interface keeps an event loop in the thread of the tests, though none of their code is
    asynchronous. Django would refuse its database there, so it is told otherwise for exactly as long as the loop lives.
    It also keeps connections of their own for code under a loop: the test database is made before the loop starts, by
    the connections that will remove it, and those of the loop are closed before it ends.
    """
    executable = find_chromium()
    if executable is None:
        pytest.skip("needs Chromium: install it from your system's packages, or set MAJLIS_CHROMIUM to its path")
    with running_playwright() as playwright, pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()
        connections.close_all()


@contextmanager
def running_playwright() -> Iterator[Playwright]:
    try:
        playwright = sync_playwright().start()
    except Exception as error:  # Playwright has no narrower one for a driver that dies at once
        pytest.skip(f"needs Playwright's driver, which does not start (it wants libatomic1 on Debian): {error}")
    try:
        yield playwright
    finally:
        playwright.stop()


@pytest.fixture
def browsing(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Browsing]:
    # The server is asked for first, so that pages close before it stops and before its tables are emptied.
    with_server = "live_server" in request.fixturenames
    visit = Browsing(chromium, request.getfixturevalue("live_server").url if with_server else None)
    yield visit
    visit.close()
    assert not visit.problems, "\n".join(visit.problems)


@pytest.fixture
def open_page(browsing: Browsing) -> Callable[..., Page]:
    """Return a function that opens a page: `open_page(viewport="narrow", language="ar", java_script_enabled=False)`."""

    def open_in_look(*, viewport: str = "wide", language: str = "en", scheme: str = "light", **options: Any) -> Page:
        return browsing.open(Look(viewport, language, scheme), **options)

    return open_in_look


@pytest.fixture
def viewport() -> str:
    return "wide"


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def scheme() -> str:
    return "light"


@pytest.fixture
def page(browsing: Browsing, viewport: str, language: str, scheme: str) -> Page:
    return browsing.open(Look(viewport, language, scheme))


@pytest.fixture(params=LANGUAGES)
def every_page(browsing: Browsing, request: pytest.FixtureRequest) -> Page:
    """A page in each language, in Arabic as a phone opens it."""
    return browsing.open(Look("narrow" if request.param == "ar" else "wide", request.param))


@pytest.fixture
def inspect(
    browsing: Browsing, axe: Callable[[Page], None], screenshot: Callable[[Page, str], Path | None]
) -> Callable[[Page, str], None]:
    """Return a function that looks at what a page shows in each width and colour scheme: nothing scrolls sideways,
    every control is large enough, axe finds nothing, and a picture is kept under the name.
    """

    def look_at(page: Page, name: str) -> None:
        page.wait_for_load_state()
        for look in browsing.in_every_look(page):
            assert overflow(page) == 0, f"{page.url} {look}"
            assert small_targets(page) == [], f"{page.url} {look}"
            axe(page)
            screenshot(page, name)

    return look_at


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Return a function that fails on what axe finds against WCAG 2.2 AA and good practice."""

    def assert_accessible(page: Page) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        find = "options => axe.run(document, options).then(found => found.violations)"
        violations = page.evaluate(find, ACCESSIBILITY_RULES)
        assert not violations, describe_violations(page.url, violations)

    return assert_accessible


def describe_violations(url: str, violations: list[dict[str, Any]]) -> str:
    lines = [f"{len(violations)} accessibility rules broken on {url}"]
    for violation in violations:
        lines.append(f"- {violation['id']} ({violation['impact']}): {violation['help']}")
        for node in violation["nodes"]:
            lines.append(f"    {' '.join(map(str, node['target']))}    {node['html'][:160]}")
            reasons = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
            lines.extend(f"        {reason}" for reason in reasons)
    return "\n".join(lines)


@pytest.fixture
def screenshot(browsing: Browsing, pytestconfig: pytest.Config) -> Callable[[Page, str], Path | None]:
    """Return a function that keeps a picture in ./screenshots/, where MAJLIS_SCREENSHOTS is set."""

    def keep(page: Page, name: str) -> Path | None:
        if not os.environ.get("MAJLIS_SCREENSHOTS"):
            return None
        file_name = re.sub(r"[^\w.-]+", "-", f"{name}-{browsing.look(page)}.png")
        path = pytestconfig.rootpath / "screenshots" / file_name
        page.screenshot(path=path, full_page=True, animations="disabled")
        return path

    return keep
