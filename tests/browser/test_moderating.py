"""What voters offer and what becomes of it, as voter, moderators, translator and reviewer meet it."""

import pytest
from django.test import Client

from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries, voting
from majlis.workspace.rooms.consultations.actions import moderating, revising, translating
from majlis.workspace.rooms.consultations.models import Consultation, Standing, Statement
from tests.browser.test_consultations import path, press, tab_to

OFFERED = "يحتاج المفرج عنهم إلى مرافقة في البحث عن عمل"
RECEIPTS = ["a" * 43, "b" * 43, "c" * 43]


@pytest.fixture(autouse=True)
def tokens(monkeypatch):
    monkeypatch.setattr(voting, "voter_token", lambda request, consultation: request.COOKIES.get("token", ""))


@pytest.fixture
def institution(live_server):
    name = Text.write("Observatoire national", "fr").translated("ar", "المرصد الوطني", reviewed=True)
    return Institution.objects.create(name=name, locale="ar-MA")


@pytest.fixture
def join(institution):
    def make(office, *roles):
        user = User.objects.create_user(f"{office}@example.org", name=f"Office {office}")
        member = Member.objects.create(user=user, institution=institution)
        for role in roles:
            RoleGrant.objects.create(member=member, role=role)
        return member

    return make


@pytest.fixture
def organiser(join):
    return join("one", Role.ORGANISER)


@pytest.fixture
def opened(organiser):
    with acting(organiser):
        draft = actions.create_consultation(
            institution=organiser.institution,
            title=Text.write("ما بعد الإفراج", "ar"),
            introduction=Text.write("لماذا نسأل", "ar"),
        )
        for line in ("تحتاج الأسر إلى دعم خاص بها", "يجب نشر التقييم كل سنة"):
            actions.add_statement(consultation=draft, text=Text.write(line, "ar"))
        opened = actions.open_consultation(consultation=draft)
    clear = opened.handling.model_copy(update={"tlp": Tlp.CLEAR, "audience": None})
    Consultation.objects.filter(pk=opened.pk).update(handling=clear, takes_statements=True)
    opened.statements.update(handling=clear)
    return Consultation.objects.get(pk=opened.pk)


@pytest.fixture
def sign_in(live_server, settings):
    def let(page, member):
        client = Client()
        client.force_login(member.user)
        value = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return let


def come_in(page, live_server):
    page.context.add_cookies([{"name": "token", "value": "a-voter", "url": live_server.url}])


@pytest.fixture
def world(opened, organiser, join):
    """Statements in every standing, an appeal, translations at every stage, a mended typo, a replacement."""
    second = join("two", Role.MODERATOR)
    waiting, refused, appealed = (
        moderating.offer_statement(
            consultation=opened, token=f"voter-{number}", receipt=receipt, text=Text.write(text, "fr")
        ).statement
        for number, (receipt, text) in enumerate(
            zip(
                RECEIPTS,
                ["Appelez le 0600000000 pour savoir", "Deux idées à la fois", "Former les agents"],
                strict=True,
            )
        )
    )
    with acting(organiser):
        actions.moderate_statement(statement=refused, out=True, reason="several", note=Text.write("Divisez-la", "fr"))
        actions.moderate_statement(statement=appealed, out=True, reason="subject")
        first, last = queries.statements_in(opened)
        translating.propose_translation(statement=first, into="fr", text="Les familles ont besoin d’un soutien")
        translating.assign_translation(
            statement=first, into="en", translator=organiser, reviewer=second, due="2020-01-01"
        )
        actions.cast_vote(statement=first, token="t", value=1)
        mending = revising.propose_mending(statement=first, text="تحتاج الأسرُ إلى دعم خاص بها", seen=str(first.text))
        new = Text.write("ينشر التقييم كل سنتين", "ar")
        revising.replace_statement(statement=last, text=new, seen=str(last.text), decisions=0)
    with acting(second):
        revising.agree_to_mending(mending=mending)
    with acting(organiser):
        revising.propose_mending(
            statement=first, text="تحتاجُ الأسرُ إلى دعم خاص بها", seen="تحتاج الأسرُ إلى دعم خاص بها"
        )
    moderating.appeal_statement(consultation=opened, receipt=RECEIPTS[2], text=Text.write("C’est bien le sujet", "fr"))
    return opened, first, waiting, appealed, second


def test_every_page_is_accessible_and_fits(world, sign_in, every_page, browsing, live_server, inspect):
    consultation, first, waiting, appealed, second = world
    language = browsing.look(every_page).language
    into = "fr" if language != "fr" else "en"
    come_in(every_page, live_server)
    public = {"offer": "offer/", "offered": f"offers/{RECEIPTS[1]}/", "appealed": f"offers/{RECEIPTS[2]}/"}
    members = {
        "detail": "",
        "queue": "moderation/",
        "waiting": f"statements/{waiting.pk}/",
        "appeal": f"statements/{appealed.pk}/",
        "mending": f"statements/{first.pk}/",
        "revise": f"statements/{first.pk}/words/",
        "translations": "translations/",
        "translation": f"statements/{first.pk}/{into}/",
        "texts": "texts/",
    }
    look(every_page, consultation, language, public, inspect)
    every_page.goto(path(consultation, "offer/", language))
    every_page.locator("[name=statement]").fill("w" * 600)
    every_page.locator("main form button").click()
    every_page.locator(".notice.error").wait_for()
    inspect(every_page, "moderating-offer-wrong")
    sign_in(every_page, second)
    look(every_page, consultation, language, {k: v for k, v in members.items() if k != "texts"}, inspect)
    sign_in(every_page, consultation.author)
    look(every_page, consultation, language, {"texts": members["texts"]}, inspect)


def look(page, consultation, language, addresses, inspect):
    for name, rest in addresses.items():
        response = page.goto(path(consultation, rest, language))
        assert response.status == 200, rest
        for summary in page.locator("main summary").all():
            summary.click()
        inspect(page, f"moderating-{name}")


def test_a_statement_from_the_voter_to_the_reviewer(opened, join, sign_in, open_page, live_server):
    """By keyboard in Arabic: offered, refused, appealed, let in; then translated, reviewed, and read in French."""
    first, second = (join(office, Role.MODERATOR) for office in ("first", "second"))
    translator, reviewer = (join(office, Role.READER) for office in ("translator", "reviewer"))
    voter = open_page(language="ar", viewport="narrow")
    come_in(voter, live_server)
    voter.goto(path(opened, "offer/", "ar"))
    tab_to(voter, name="statement")
    voter.keyboard.type(OFFERED)
    press(voter, "إرسالها إلى المشرفين على المحتوى")
    receipt = voter.url
    assert "تنتظر المشرفين على المحتوى" in voter.locator("main").inner_text()
    statement = Statement.objects.get(state=Standing.PENDING)
    assert (str(statement.text), statement.text.original) == (OFFERED, "ar")

    moderator = open_page(language="ar")
    sign_in(moderator, first)
    moderator.goto(path(opened, "moderation/", "ar"))
    press(moderator, "سحبها مع ذكر السبب…")
    tab_to(moderator, name="reason")
    moderator.locator("[name=reason]").select_option("subject")
    tab_to(moderator, name="note")
    moderator.keyboard.type("موضوعنا هو الأسر")
    press(moderator, "سحبها")
    assert Statement.objects.get(pk=statement.pk).moderated_out

    voter.goto(receipt)
    assert "خارجة عن الموضوع" in voter.locator("main").inner_text()
    assert "موضوعنا هو الأسر" in voter.locator("main").inner_text()
    tab_to(voter, name="appeal")
    voter.keyboard.type("العمل يعين الأسر")
    press(voter, "طلب إعادة النظر")
    assert "سينظر فيها عضو آخر" in voter.locator("main").inner_text()

    moderator.goto(path(opened, f"statements/{statement.pk}/", "ar"))
    assert moderator.locator("main form").count() == 0

    other = open_page(language="ar")
    sign_in(other, second)
    other.goto(path(opened, "moderation/", "ar"))
    press(other, "إعادة النظر")
    press(other, "قبول العبارة")
    voter.goto(receipt)
    assert "قُبلت العبارة بعد إعادة النظر" in voter.locator("main").inner_text()

    french = open_page(language="fr")
    come_in(french, live_server)
    give_out(open_page, sign_in, opened, statement, translator, reviewer)
    translate(open_page, sign_in, opened, translator)
    french.goto(path(opened, "", "fr"))
    assert "traduction non relue" in french.locator(".statements").inner_text()
    review(open_page, sign_in, opened, reviewer)
    french.reload()
    assert "Les libérés ont besoin d’un accompagnement" in french.locator(".statements").inner_text()
    assert "traduction non relue" not in french.locator(".statements").inner_text()


def give_out(open_page, sign_in, opened, statement, translator, reviewer):
    page = open_page(language="fr")
    sign_in(page, opened.author)
    page.goto(path(opened, f"statements/{statement.pk}/fr/", "fr"))
    page.locator("[name=translator]").select_option(str(translator.pk))
    page.locator("[name=reviewer]").select_option(str(reviewer.pk))
    page.locator("[name=due]").fill("2030-01-01")
    page.locator("[name=act][value=assign]").click()
    page.locator(".notice").wait_for()


def translate(open_page, sign_in, opened, translator):
    page = open_page(language="fr", java_script_enabled=False)
    sign_in(page, translator)
    page.goto(path(opened, "translations/?show=mine", "fr"))
    page.locator(".works a").click()
    assert page.locator("main .words").first.get_attribute("dir") == "rtl"
    assert page.locator("[name=text]").get_attribute("dir") == "ltr"
    page.locator("[name=text]").fill("Les libérés ont besoin d’un accompagnement vers l’emploi")
    page.locator("[name=act][value=propose]").click()
    page.locator(".notice").wait_for()


def review(open_page, sign_in, opened, reviewer):
    page = open_page(language="fr")
    sign_in(page, reviewer)
    page.goto(path(opened, "translations/?show=mine", "fr"))
    page.locator(".works a").click()
    press(page, "Elle dit ce que dit l’original")
