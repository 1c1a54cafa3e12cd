"""The pages of handling in a browser, in three languages: asking for a release, recalling, taking note."""

import pytest
from django.test import Client

from majlis.engine.handling import Handling
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import Institution, Member, Question, Release, Restriction, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text

NAMES = [
    Text.write("Institution one", "en").translated("fr", "Première institution").translated("ar", "المؤسسة الأولى"),
    Text.write("Institution two", "en").translated("fr", "Seconde institution").translated("ar", "المؤسسة الثانية"),
]


@pytest.fixture
def organisers(live_server):
    found = []
    for number, name in enumerate(NAMES):
        institution = Institution.objects.create(name=name, locale="ar-MA")
        user = User.objects.create_user(f"organiser{number}@example.org")
        member = Member.objects.create(user=user, institution=institution)
        RoleGrant.objects.create(member=member, role=Role.ORGANISER)
        found.append(member)
    return found


@pytest.fixture
def record(organisers):
    names = frozenset(str(member.institution_id) for member in organisers)
    return Question.objects.create(
        institution=organisers[0].institution,
        author=organisers[0],
        state="published",
        text=Text.write("What two institutions know", "en").translated("ar", "ما تعرفه مؤسستان"),
        handling=Handling(tlp="AMBER", audience=names, originators=names),
    )


@pytest.fixture
def enter(live_server, settings):
    def as_member(page, member):
        client = Client()
        client.force_login(member.user)
        value = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return as_member


def test_release_from_asking_to_granting(every_page, organisers, record, enter, browsing, inspect):
    page, language = every_page, browsing.look(every_page).language
    enter(page, organisers[0])
    page.goto(f"/{language}/handling/of/{record.kind}/{record.pk}/")
    inspect(page, "handling-before")
    page.locator("a[href$='/release/']").click()
    page.wait_for_url("**/release/")
    inspect(page, "handling-ask")
    page.locator("input[value='GREEN']").check()
    page.locator("textarea").fill("الجلسة العامة طلبت ذلك" if language == "ar" else "The plenary asked for it")
    page.locator("form.wide button").click()
    page.wait_for_url("**/handling/of/**/")
    enter(page, organisers[1])
    page.goto(f"/{language}/")
    page.locator(f"a[href$='/releases/{Release.objects.get().pk}/']").click()
    page.wait_for_url("**/releases/**")
    inspect(page, "handling-release")
    page.locator("textarea").fill("Agreed")
    page.locator("button[name=agree]").press("Enter")
    page.locator("form.wide").wait_for(state="detached")
    assert Release.objects.get().state == Release.GRANTED
    inspect(page, "handling-released")


def test_recall_and_its_notice(every_page, organisers, record, enter, browsing, inspect):
    page, language = every_page, browsing.look(every_page).language
    own = Question.objects.create(
        institution=organisers[0].institution, text=Text.write("Own", "en"), state="published", handling=Handling()
    )
    with acting(organisers[0]):
        make_link(relation="derives", source=record, target=own)
    enter(page, organisers[0])
    page.goto(f"/{language}/handling/of/{own.kind}/{own.pk}/recall/")
    inspect(page, "handling-recall")
    page.locator("textarea").fill("The figures were wrong")
    page.locator("button.danger").click()
    page.wait_for_url("**/handling/")
    inspect(page, "handling-recalled")
    assert acts.is_recalled(own)
    enter(page, organisers[1])
    page.goto(f"/{language}/")
    page.locator(f"a[href$='/notices/{Restriction.objects.get().pk}/']").click()
    page.wait_for_url("**/notices/**")
    inspect(page, "handling-notice")
    page.locator("form button.button").last.click()
    page.wait_for_url("**/handling/")
    inspect(page, "handling-gone")
