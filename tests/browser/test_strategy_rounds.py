"""Remarks, rounds, the table and editions as people meet them: in three languages, narrow and wide, by keyboard."""

import pytest
from django.test import Client

from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.strategy import actions
from majlis.workspace.rooms.strategy.actions.drafting import measure_of
from majlis.workspace.rooms.strategy.models import Rating, Remark, Round
from tests.browser.test_consultations import check
from tests.workspace.rooms.strategy import planted

TONGUES = pytest.mark.parametrize("language", ["ar", "fr", "en"])


def words(en, fr, ar):
    return Text.write(en, "en").translated("fr", fr, reviewed=True).translated("ar", ar, reviewed=True)


def join(institution, role, name):
    user = User.objects.create_user(f"{name}@example.org", "a long pass phrase")
    member = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=member, role=role)
    return member


@pytest.fixture
def organiser(live_server, settings, tmp_path):
    load_terms()
    settings.KEYS = tmp_path / "keys"
    name = words("National observatory", "Observatoire national", "المرصد الوطني")
    return join(Institution.objects.create(name=name, locale="ar-MA"), Role.ORGANISER, "organiser")


@pytest.fixture
def raters(organiser):
    name = words("Network of mediators", "Réseau des médiateurs", "شبكة الوسطاء")
    other = Institution.objects.create(name=name, locale="fr")
    return [join(other, Role.EXPERT, f"expert{n}") for n in range(6)]


@pytest.fixture
def sign(live_server, settings):
    def cookie(member):
        client = Client()
        client.force_login(member.user)
        return {
            "name": settings.SESSION_COOKIE_NAME,
            "value": client.cookies["sessionid"].value,
            "url": live_server.url,
        }

    return cookie


@pytest.fixture
def world(organiser, raters):
    """A circulated strategy with two editions, a closed round, an open one, and a remark that was answered."""
    strategy = planted.strategy(organiser, title="Reintegration after release", tlp=Tlp.GREEN)
    with acting(organiser):
        actions.circulate(strategy=strategy)
        text = words(
            "Open a desk for families in every region by June",
            "Ouvrir un guichet pour les familles dans chaque région d’ici juin",
            "فتح شباك للأسر في كل جهة قبل شهر يونيو",
        )
        first = actions.draft(
            strategy=strategy,
            measure=actions.Measure(text=text, unfounded=planted.text("The law asks for it")),
        )
    first = planted.adopted(organiser, first)
    other = planted.adopted(
        organiser, planted.draft(organiser, strategy, "Publish counts", rests_on=planted.findings(organiser))
    )
    with acting(organiser):
        one = actions.release(strategy=strategy, office=planted.text("The plenary"))
        version = actions.revise(recommendation=first, change=planted.text("A later deadline"))
        changed = words(
            "Open two desks for families in every region by September",
            "Ouvrir deux guichets pour les familles dans chaque région d’ici septembre",
            "فتح شباكين للأسر في كل جهة قبل شهر شتنبر",
        )
        parts = vars(measure_of(version)) | {"text": changed, "dimensions": ["social"]}
        version = actions.change_recommendation(
            recommendation=version, seen=stamp(version), measure=actions.Measure(**parts)
        )
    planted.adopted(organiser, version)
    with acting(organiser):
        two = actions.release(strategy=strategy, office=planted.text("The plenary"), note=planted.text("More desks"))
        actions.withdraw(recommendation=other, reason=planted.text("Done"))
    drafts = [planted.draft(organiser, strategy, f"Train mediators, part {n}") for n in (1, 2)]
    said = make_round(organiser, strategy, drafts, raters)
    return {"strategy": strategy, "editions": (one, two), "drafts": drafts, **said}


def make_round(organiser, strategy, drafts, raters):
    with acting(organiser):
        closed = actions.open_round(strategy=strategy)
    for value, rater in zip((3, 6, 7, 8, 8, 9), raters, strict=True):
        with acting(rater):
            reason = words(f"Reason {value}", f"Motif {value}", f"سبب {value}")
            actions.answer_round(asked_in=closed, answers=[actions.Answer(drafts[0].pk, value, reason=reason)])
    with acting(organiser):
        actions.close_round(closed=closed)
        asked = actions.open_round(strategy=strategy)
    with acting(raters[0]):
        remark = actions.make_remark(about=drafts[0], text=words("Who pays?", "Qui paie ?", "من يموّل؟"))
    with acting(organiser):
        from majlis.workspace.rooms.strategy.remarks import answer_stamp

        answer = words("The ministry", "Le ministère", "الوزارة")
        actions.answer_remark(remark=remark, answer=answer, seen=answer_stamp(remark))
    return {"closed": closed, "asked": asked, "remark": remark}


def path(rest, language="en"):
    return f"/{language}/strategy/{rest}"


def test_pages_are_accessible_and_fit(world, organiser, sign, every_page, browsing, inspect):
    language = browsing.look(every_page).language
    every_page.context.add_cookies([sign(organiser)])
    strategy, draft = world["strategy"].pk, world["drafts"][0].pk
    one, two = (edition.pk for edition in world["editions"])
    pages = {
        "detail": f"{strategy}/",
        "remarks": f"recommendations/{draft}/",
        "remark-new": f"recommendations/{draft}/remarks/new/",
        "remark-answer": f"remarks/{world['remark'].pk}/answer/",
        "rounds": f"{strategy}/rounds/",
        "answer": f"rounds/{world['asked'].pk}/",
        "one-text": f"rounds/{world['asked'].pk}/texts/{draft}/",
        "outcome": f"rounds/{world['closed'].pk}/",
        "read": f"rounds/{world['closed'].pk}/read/",
        "close": f"rounds/{world['asked'].pk}/close/",
        "open": f"{strategy}/rounds/new/",
        "end": f"{strategy}/rounds/end/",
        "table": f"{strategy}/table/",
        "editions": f"{strategy}/editions/",
        "release": f"{strategy}/editions/new/",
        "edition": f"editions/{one}/",
        "compare": f"{strategy}/compare/?before={one}&after={two}",
        "compare-now": f"{strategy}/compare/",
    }
    for name, rest in pages.items():
        check(every_page, inspect, path(rest, language), f"rounds-{name}")


@TONGUES
def test_a_member_rates_without_scripts(world, raters, sign, open_page, axe, screenshot, language):
    page = open_page(viewport="narrow", language=language, java_script_enabled=False)
    page.context.add_cookies([sign(raters[2])])
    draft, asked = world["drafts"][0], world["asked"]
    page.goto(path(f"rounds/{asked.pk}/texts/{draft.pk}/", language))
    assert "7" in page.locator(".rated .note").first.inner_text()
    page.locator(f"[name=r{draft.pk.hex}-value][value='9']").check()
    page.locator(".rated summary").click()
    page.locator(f"[name=r{draft.pk.hex}-reason]").fill("نعم\nOui")
    page.locator("main form button").click()
    assert page.url.endswith(f"texts/{world['drafts'][1].pk}/")
    assert page.locator(".notice").count() == 1
    saved = Rating.objects.get(round=asked)
    assert (saved.value, str(saved.reason), saved.reason.original) == (9, "نعم\nOui", language)


def test_a_round_is_answered_by_keyboard_alone(world, raters, sign, page):
    page.context.add_cookies([sign(raters[3])])
    draft = world["drafts"][0]
    page.goto(path(f"rounds/{world['asked'].pk}/texts/{draft.pk}/"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.type") == "radio":
            break
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/texts/**")
    page.locator(".notice").wait_for()
    assert Rating.objects.get(round=world["asked"]).value == 4


def test_two_tabs_of_one_member_keep_one_answer_and_a_late_one_comes_back(world, organiser, raters, sign, page):
    page.context.add_cookies([sign(raters[0])])
    other = page.context.new_page()
    draft, asked = world["drafts"][0], world["asked"]
    field = f"r{draft.pk.hex}"
    for tab in (page, other):
        tab.goto(path(f"rounds/{asked.pk}/"))
    for tab, value in ((page, 2), (other, 8)):
        tab.locator(f"[name={field}-value][value='{value}']").check()
        tab.get_by_role("button", name="Save the answers").click()
        tab.locator(".notice").wait_for()
    assert [rating.value for rating in Rating.objects.filter(round=asked)] == [8]
    page.goto(path(f"rounds/{asked.pk}/"))
    page.locator(".rated summary").first.click()
    page.locator(f"[name={field}-reason]").fill("Written too late")
    with acting(organiser):
        actions.close_round(closed=Round.objects.get(pk=asked.pk))
    page.get_by_role("button", name="Save the answers").click()
    page.locator(".notice.warn").wait_for()
    assert page.locator(f"[name={field}-reason]").input_value() == "Written too late"
    assert page.get_by_role("button", name="Save the answers").count() == 0


@TONGUES
def test_a_remark_is_made_answered_and_withdrawn(world, organiser, raters, sign, open_page, language, axe):
    page = open_page(language=language)
    page.context.add_cookies([sign(raters[4])])
    draft = world["drafts"][1]
    page.goto(path(f"recommendations/{draft.pk}/", language))
    page.locator("a[href$='/remarks/new/']").click()
    page.locator("[name=text]").fill("كلمة")
    page.locator("main form button").click()
    page.locator("#remarks").wait_for()
    assert "كلمة" in page.locator(".spoken").inner_text()
    assert "expert4" not in page.content()
    axe(page)
    page.locator("a[href$='/withdraw/']").click()
    page.locator("[name=reason]").fill("خطأ")
    page.locator("main form button").click()
    page.locator("#remarks").wait_for()
    assert Remark.objects.get(about=draft).state == "withdrawn"


@TONGUES
@pytest.mark.parametrize("viewport", ["narrow", "wide"])
def test_a_table_is_imported_with_its_problems_and_preview(
    world, organiser, sign, page, viewport, language, axe, screenshot
):
    page.context.add_cookies([sign(organiser)])
    strategy = world["strategy"]
    page.goto(path(f"{strategy.pk}/table/", language))
    page.locator("[name=table]").fill("code,version,measure_en\nR1,,Rewritten\nR9,x,New\n")
    page.locator("[name=preview]").click()
    page.locator(".troubles").wait_for()
    axe(page)
    screenshot(page, "rounds-table-troubles")
    page.locator("[name=table]").fill("code,measure_en,due_on\nR9,A new measure,2027-06-30\nR3,Train more,\n")
    page.locator("[name=preview]").click()
    page.locator("[name=save]").wait_for()
    axe(page)
    screenshot(page, "rounds-table-preview")
    page.locator("[name=save]").click()
    page.locator(".notice").wait_for()
    assert strategy.recommendations.filter(code="R9", due_on="2027-06-30").exists()
