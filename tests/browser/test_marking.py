"""Marking what is written, grading a source, and what is kept: in three languages, wide and narrow, by keyboard too."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from majlis.engine.handling import Handling
from majlis.workspace.commons import claims, manifest
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Circle, Institution, Member, Role, RoleGrant, Source, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.strategy.models import Strategy
from tests.workspace.rooms.strategy import planted

NAMES = [
    Text.write("Institution one", "en").translated("fr", "Première institution").translated("ar", "المؤسسة الأولى"),
    Text.write("Institution two", "en").translated("fr", "Seconde institution").translated("ar", "المؤسسة الثانية"),
]


@pytest.fixture
def organiser(live_server):
    load_terms()
    places = [Institution.objects.create(name=name, locale="ar-MA") for name in NAMES]
    circle = Circle.objects.create(
        name=Text.write("Working circle", "en").translated("fr", "Cercle").translated("ar", "الدائرة")
    )
    circle.institutions.set(places)
    user = User.objects.create_user("organiser@example.org")
    member = Member.objects.create(user=user, institution=places[0])
    for role in (Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR):
        RoleGrant.objects.create(member=member, role=role)
    return member


@pytest.fixture
def enter(organiser, live_server, settings):
    def as_organiser(page):
        client = Client()
        client.force_login(organiser.user)
        value = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return as_organiser


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_a_strategy_is_marked_first_plainly_then_in_full(every_page, enter, browsing, axe, screenshot):
    page, language = every_page, browsing.look(every_page).language
    enter(page)
    page.goto(f"/{language}/strategy/new/")
    assert page.locator("details.twin input[value=oversight]").is_hidden()
    axe(page)
    assert overflow(page) <= 0
    screenshot(page, "marking-plain")
    page.locator(f"input[name=title_{language}]").or_(page.locator(f"textarea[name=title_{language}]")).fill("A title")
    page.locator("details.twin > summary").press("Enter")
    page.locator("input[name=purposes][value=oversight]").check()
    page.locator("textarea[name=legal_basis]").fill("Article 12")
    page.locator("input[name=codes][value=H2]").check()
    page.locator("select[name=pap]").select_option("AMBER")
    page.locator("input[name=named]").first.check()
    axe(page)
    assert overflow(page) <= 0
    screenshot(page, "marking-full")
    page.locator("form.form .acts button").first.click()
    page.wait_for_url("**/strategy/*-*/")
    kept = Strategy.objects.get().handling
    assert (kept.purposes, kept.legal_basis, len(kept.audience)) == ({"oversight"}, {"Article 12"}, 1)
    assert "Article 12" in page.locator(".handling").first.inner_text()
    axe(page)
    assert overflow(page) <= 0
    screenshot(page, "marking-said")


def test_a_source_is_graded_by_keyboard(every_page, organiser, enter, browsing, axe, screenshot):
    page, language = every_page, browsing.look(every_page).language
    with acting(organiser):
        source = claims.note_source(
            institution=organiser.institution, title=Text.write("A report", "en"), handling=Handling()
        )
    planted.draft(organiser, planted.strategy(organiser), rests_on=[source])
    enter(page)
    page.goto(f"/{language}/sources/{source.pk}/")
    axe(page)
    assert overflow(page) <= 0
    screenshot(page, "grade-source")
    page.locator("a[href$='/grade/']").press("Enter")
    page.wait_for_url("**/grade/")
    axe(page)
    assert overflow(page) <= 0
    screenshot(page, "grade-form")
    page.locator("select[name=reliability]").select_option("four:C")
    page.locator("select[name=credibility]").select_option("admiralty:2")
    page.locator("form.form .acts button").press("Enter")
    page.wait_for_url(f"**/sources/{source.pk}/")
    kept = Source.objects.get()
    assert (kept.reliability, kept.credibility) == ("E", 2)
    assert "C2" in page.locator("aside.sure").inner_text()


def test_what_is_kept_names_every_backup(every_page, enter, browsing, axe, screenshot, settings, tmp_path):
    page, language = every_page, browsing.look(every_page).language
    settings.BACKUPS = tmp_path
    for days in (40, 3):
        made = timezone.now() - timedelta(days=days)
        file = tmp_path / f"majlis-{made:%Y%m%dT%H%M%S.%fZ}-0.1.0-by-hand.sqlite3"
        file.write_text("x")
        manifest.put_down(file, entries=12)
    enter(page)
    page.goto(f"/{language}/oversight/retention/")
    assert page.locator("section[aria-labelledby=backups] li").count() == 2
    axe(page)
    assert overflow(page) <= 0
    screenshot(page, "kept-backups")
