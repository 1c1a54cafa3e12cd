"""The charter's page and its banner in a browser: three languages, wide and narrow, accessible, clicked through."""

import dataclasses

import pytest
from django.test import Client

from majlis.workspace.commons.charter import keeping, refusals
from majlis.workspace.commons.charter.report import carry_out
from majlis.workspace.commons.charter.results import Outcome, State
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text


@pytest.fixture(autouse=True)
def _fresh_standing(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    keeping.forget()
    yield
    keeping.forget()


@pytest.fixture
def session(live_server, settings):
    institution = Institution.objects.create(name=Text.write("Institution one", "en"), locale="ar-MA")
    user = User.objects.create_user("auditor@example.org")
    auditor = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=auditor, role=Role.AUDITOR)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}


def test_degraded_charter_is_said_on_every_page_and_fits(every_page, live_server, inspect):
    report = carry_out(thorough=True)
    fault = Outcome("C04", "few-are-hidden", State.BROKEN, "a count of 3 people left the gate")
    found = tuple(fault if outcome.name == fault.name else outcome for outcome in report.outcomes)
    keeping.keep_check(report=dataclasses.replace(report, outcomes=found))
    refusals.put_down(["C04", "C09", "C09"])
    language = every_page.evaluate("navigator.language")[:2]
    for path, name in (("", "front"), ("oversight/charter/", "page")):
        every_page.goto(f"/{language}/{path}")
        assert every_page.locator("aside.degraded").count() == 1
        inspect(every_page, f"charter-{name}")


def test_auditor_has_everything_looked_at_and_takes_the_result(page, session, axe):
    page.context.add_cookies([session])
    page.goto("/en/oversight/charter/")
    page.get_by_role("button", name="Check everything now").click()
    page.get_by_text("Everything was looked at.").wait_for()
    assert page.locator("aside.degraded").count() == 0
    with page.expect_download() as saved:
        page.get_by_role("link", name="Signed result").click()
    assert saved.value.path().read_text(encoding="utf-8") == keeping.latest().note
    axe(page)


def test_page_of_what_is_kept_fits(every_page, session, inspect):
    every_page.context.add_cookies([session])
    language = every_page.evaluate("navigator.language")[:2]
    every_page.goto(f"/{language}/oversight/retention/")
    inspect(every_page, "charter-kept")
