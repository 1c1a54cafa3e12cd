"""The pages of a session in a hall: who sees what, that the screen follows the rule, and what the report tells."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.actions.moderating import offer_statement
from majlis.workspace.rooms.consultations.models import Consultation, PaperEntry, Statement, Vote
from majlis.workspace.rooms.consultations.queries.hall import ENTRANCE_LETTERS, read_entrance
from majlis.workspace.rooms.consultations.queries.moderating import moderation_of
from tests.workspace.rooms.consultations import planted

pytestmark = pytest.mark.django_db
PAGES = ("screen/", "sheets/", "ballots/", "paper/", "schedule/")


@pytest.fixture(autouse=True)
def no_counts_kept():
    cache.clear()


@pytest.fixture
def public(institution, organiser):
    """An open consultation that everybody may see."""
    with acting(organiser):
        found = actions.create_consultation(
            institution=institution, title=Text.write("In the hall", "en"), handling=Handling(tlp=Tlp.CLEAR)
        )
        for number in range(1, 3):
            actions.add_statement(consultation=found, text=Text.write(f"Statement {number}", "en"))
        return actions.open_consultation(consultation=found)


def path(consultation, rest="", language="en"):
    return f"/{language}/consultations/{consultation.pk}/{rest}"


def cast(consultation, people, value, start=0):
    statement = queries.statements_in(consultation)[0]
    for number in range(start, start + people):
        actions.cast_vote(statement=statement, token=f"t{number}", value=value)


def screen(client, consultation):
    cache.clear()
    html = client.get(path(consultation, "screen/"), headers={"HX-Request": "true"}).content.decode()
    return html.replace("\u2068", "").replace("\u2069", "")


def cells(html):
    """The first statement's row of the table: agree, disagree, pass, answers."""
    row = re.search(r"<tbody><tr>(.*?)</tr>", html, re.DOTALL)[1]
    return [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<td.*?</td>", row)][:4]


@pytest.mark.parametrize(
    ("role", "opens"),
    [
        (Role.ORGANISER, {"screen/", "sheets/", "ballots/", "paper/", "schedule/"}),
        (Role.CLERK, {"screen/", "sheets/", "ballots/", "paper/"}),
        (Role.MODERATOR, {"screen/", "sheets/", "ballots/"}),
        (Role.READER, set()),
        (Role.ANALYST, set()),
    ],
)
def test_each_office_opens_its_own_pages(public, institution, join, client, role, opens):
    client.force_login(join(institution, role).user)
    found = {page: client.get(path(public, page)).status_code for page in PAGES}
    assert found == {page: 200 if page in opens else 403 for page in PAGES}


def test_public_and_other_institutions_open_none(public, other_institution, join, client):
    assert {client.get(path(public, page)).status_code for page in PAGES} == {403}
    client.force_login(join(other_institution, Role.ORGANISER).user)
    assert {client.get(path(public, page)).status_code for page in PAGES} == {403}


def test_screen_shows_what_an_attacker_cannot_take_apart(public, organiser, client):
    """Every refresh after every answer, with changed answers between: two screens differ by 0 or five people."""
    client.force_login(organiser.user)
    seen = []
    for number in range(23):
        cast(public, 1, 1 if number % 2 else -1, start=number)
        cast(public, 1, 0, start=number // 2)
        found = cells(screen(client, public))
        seen.append(tuple(int(cell) for cell in found) if found[0].isdigit() else (0, 0, 0, 0))
    assert [votes for *_, votes in seen] == [max(0, (n - 5) // 5 * 5) for n in range(1, 24)]
    first = [1 if number % 2 else -1 for number in range(23)]
    expected = [(first[:m].count(1), first[:m].count(-1), 0, m) for m in (0, 5, 10, 15)]
    assert list(dict.fromkeys(seen)) == expected


def test_screen_counts_the_first_answer_though_the_last_one_changed(public, organiser, client):
    client.force_login(organiser.user)
    cast(public, 10, 1)
    cast(public, 10, -1)
    assert cells(screen(client, public)) == ["5", "0", "0", "5"]


def test_clock_that_is_set_back_puts_no_answer_before_a_shown_one(public, organiser, client):
    client.force_login(organiser.user)
    cast(public, 10, 1)
    cast(public, 4, -1, start=10)
    oldest = Vote.objects.order_by("pk").first()
    Vote.objects.filter(value=-1).update(first_at=oldest.first_at.replace(year=2001))
    assert cells(screen(client, public)) == ["5", "0", "0", "5"]


def test_taking_a_statement_out_removes_it_and_moves_nothing_else(public, organiser, client):
    client.force_login(organiser.user)
    cast(public, 14, 1)
    before = screen(client, public)
    assert "5 people counted so far" in before
    with acting(organiser):
        actions.moderate_statement(statement=Statement.objects.get(code="1"), out=True, reason="subject")
    after = screen(client, public)
    assert "5 people counted so far" in after
    assert "Statement 1" not in after
    assert cells(after) == ["hidden"] * 4


def test_closed_screen_shows_no_figures_and_leads_to_the_map(public, organiser, client):
    client.force_login(organiser.user)
    cast(public, 14, 1)
    with acting(organiser):
        actions.close_consultation(consultation=public)
    html = screen(client, public)
    assert "<table" not in html
    assert reverse("consultations:map", args=[public.pk]) in html


@pytest.mark.parametrize(("seconds", "language"), [(0, "ar"), (20, "fr"), (59, "en"), (60, "ar")])
def test_screen_takes_each_language_in_its_turn(public, organiser, client, monkeypatch, seconds, language):
    client.force_login(organiser.user)
    monkeypatch.setattr("majlis.workspace.rooms.consultations.screen.time.time", lambda: float(seconds))
    html = client.get(path(public, "screen/?language=all")).content.decode()
    assert f'<div class="screen" lang="{language}"' in html


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_screen_keeps_to_the_chosen_language(public, organiser, client, language):
    client.force_login(organiser.user)
    html = client.get(path(public, f"screen/?language={language}")).content.decode()
    assert f'<div class="screen" lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in html


def test_unreviewed_translation_is_marked_on_screen_and_ballot(public, organiser, client):
    with acting(organiser):
        text = Text.write("The third", "en").translated("fr", "Une traduction que personne n’a relue")
        third = actions.add_statement(consultation=public, text=text)
    for number in range(14):
        actions.cast_vote(statement=third, token=f"t{number}", value=1)
    client.force_login(organiser.user)
    for page in ("screen/", "ballots/?first=1&count=1"):
        html = client.get(path(public, page, "fr")).content.decode()
        assert html.count("Une traduction que") <= html.count("traduction non relue"), page


# The entrance


def test_draft_has_a_short_code_without_look_alikes_and_keeps_it(draft, organiser):
    assert re.fullmatch(f"[{ENTRANCE_LETTERS}]{{6}}", draft.entrance)
    assert not set(ENTRANCE_LETTERS) & set("0OQ1IL5S2Z8BUVG")
    with acting(organiser):
        assert actions.open_consultation(consultation=draft).entrance == draft.entrance


def test_everything_can_be_printed_the_day_before(draft, organiser, client):
    client.force_login(organiser.user)
    with acting(organiser):
        actions.edit_consultation(consultation=draft, changes={"door": "codes"})
    detail = client.get(path(draft)).content.decode()
    assert draft.entrance in detail
    for page in ("sheets/", "ballots/", "screen/"):
        assert path(draft, page) in detail
        assert client.get(path(draft, page)).status_code == 200
    assert f"/v/{draft.entrance}/" in client.get(path(draft, "sheets/")).content.decode()
    sheet = client.post(path(draft, "codes/new/"), {"count": 2}).content.decode()
    assert sheet.count(f"/v/{draft.entrance}</bdi>") == 2
    assert "/vote/" not in sheet


def test_code_of_a_draft_tells_strangers_nothing(draft, client):
    asked = client.get(f"/en/consultations/enter/?code={draft.entrance}")
    assert asked.status_code == 404
    assert "After release" not in asked.content.decode()


@pytest.mark.django_db(transaction=True)
def test_upgrade_gives_a_code_to_what_is_not_over(draft, opened, institution, organiser):
    from importlib import import_module

    from django.apps import apps

    Consultation.objects.update(entrance=None)
    migration = import_module("majlis.workspace.rooms.consultations.migrations.0004_codes_of_drafts")
    with acting(organiser):
        other = actions.create_consultation(institution=institution, title=Text.write("Over", "en"))
    Consultation.objects.filter(pk=other.pk).update(state="closed", entrance=None)
    migration.give_codes(apps, None)
    codes = dict(Consultation.objects.values_list("pk", "entrance"))
    assert codes.pop(other.pk) is None
    assert all(re.fullmatch(f"[{ENTRANCE_LETTERS}]{{6}}", code) for code in codes.values())


@pytest.mark.parametrize(
    ("typed", "read"),
    [("k7m4xp", "K7M4XP"), (" K7M 4XP ", "K7M4XP"), ("k7m-4xp", "K7M4XP"), ("K٧M٤XP", "K7M4XP"), ("K۷M۴XP", "K7M4XP")],
)
def test_code_is_read_as_people_type_it(typed, read):
    assert read_entrance(typed) == read


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_short_address_leads_to_the_voting_page_in_the_devices_language(public, client, language):
    code = public.entrance
    for typed in (code, code.lower(), f"{code[:3]} {code[3:]}"):
        response = client.get(f"/v/{typed}/", headers={"accept-language": language})
        assert response["Location"] == path(public, "vote/", language)
        assert "Accept-Language" in response["Vary"]
    assert client.get("/v/", headers={"accept-language": language})["Location"] == f"/{language}/consultations/enter/"


def test_unknown_code_is_kept_and_said_to_be_unknown(public, client):
    response = client.get("/v/<b>XY/", follow=True)
    assert response.status_code == 404
    assert "&lt;b&gt;XY" in response.content.decode()
    assert "<b>XY" not in response.content.decode()


def test_code_of_what_the_reader_may_not_see_is_as_unknown_as_any(opened, client, organiser):
    asked = client.get(f"/en/consultations/enter/?code={opened.entrance}")
    unknown = client.get("/en/consultations/enter/?code=XXXXXX")
    assert asked.status_code == unknown.status_code == 404
    text = asked.content.decode().replace(opened.entrance, "XXXXXX")
    assert re.sub(r"[\w-]{30,}", "", text) == re.sub(r"[\w-]{30,}", "", unknown.content.decode())
    client.force_login(organiser.user)
    assert client.get(f"/en/consultations/enter/?code={opened.entrance}").status_code == 302


def test_sheets_use_a_name_that_phones_reach_where_there_is_one(public, organiser, client, settings):
    client.force_login(organiser.user)
    settings.ALLOWED_HOSTS = ["localhost", "*.example.org", "hall.example.org"]
    html = client.get(path(public, "sheets/"), headers={"host": "localhost:8000"}).content.decode()
    assert f"http://hall.example.org:8000/v/{public.entrance}/" in html
    settings.ALLOWED_HOSTS = ["localhost"]
    html = client.get(path(public, "sheets/"), headers={"host": "localhost:8000"}).content.decode()
    assert "Only this machine can follow this address" in html


# Paper by hand and by file


def upload(client, consultation, content, name="ballots.csv"):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post(path(consultation, "paper/upload/"), {"file": SimpleUploadedFile(name, content)}, follow=True)


@pytest.fixture
def clerks(institution, join):
    return [join(institution, Role.CLERK).user for _ in range(2)]


def test_replayed_upload_counts_once_and_changes_nothing(public, clerks, client):
    content = b"ballot,1,2\n1,a,d\n2,d,p\n"
    for clerk in [clerks[0], clerks[0], clerks[1], clerks[1], clerks[0]]:
        client.force_login(clerk)
        assert upload(client, public, content).status_code == 200
    assert Vote.objects.count() == 4
    assert Vote.objects.values("pseudonym").distinct().count() == 2
    assert not PaperEntry.objects.exists()


def test_upload_with_one_bad_line_takes_nothing_and_names_it(public, clerks, client):
    client.force_login(clerks[0])
    response = upload(client, public, b"ballot,1,2\n1,a,d\n2,x,p\n")
    assert response.status_code == 400
    assert "Line \u20683\u2069" in response.content.decode() or "Line 3" in response.content.decode()
    assert not PaperEntry.objects.exists()


def test_upload_against_ones_own_earlier_entry_names_the_line(public, clerks, client):
    client.force_login(clerks[0])
    upload(client, public, b"ballot,1,2\n5,a,d\n")
    response = upload(client, public, b"ballot,1,2\n4,a,a\n5,d,d\n")
    assert response.status_code == 400
    assert [entry.ballot for entry in PaperEntry.objects.all()] == ["5"]


def test_wrong_ballot_keeps_what_was_typed(public, clerks, client):
    client.force_login(clerks[0])
    html = client.post(path(public, "paper/"), {"ballot": "x1", "answer-1": "agree"}).content.decode()
    assert 'value="x1"' in html
    assert re.search(r'name="answer-1" value="agree" checked', html)


def test_third_look_must_answer_where_the_entries_differ(public, clerks, organiser, client):
    for clerk, letter in zip(clerks, "ad", strict=True):
        client.force_login(clerk)
        upload(client, public, f"ballot,1,2\n9,a,{letter}\n".encode())
    client.force_login(organiser.user)
    page = path(public, "paper/9/")
    assert client.post(page, {"ballot": "9", "answer-1": "agree"}).status_code == 400
    assert not Vote.objects.exists()
    client.post(page, {"ballot": "9", "answer-1": "agree", "answer-2": ""})
    assert list(Vote.objects.values_list("statement__code", "value")) == [("1", 1)]


def test_closing_lists_what_is_unmatched_first(public, clerks, organiser, client):
    client.force_login(clerks[0])
    upload(client, public, b"ballot,1\n31,a\n")
    client.force_login(organiser.user)
    html = client.get(path(public, "close/")).content.decode()
    assert "One paper ballot was not typed twice alike" in html
    assert "31" in html


# The report


def test_report_names_offices_and_no_person_and_counts_as_the_map_does(organiser, client):
    found = planted.mapped(organiser)
    Consultation.objects.filter(pk=found.pk).update(
        closing={**found.closing, "role": "organiser", "planned_for": None, "ballots_dropped": 7}
    )
    html = client.get(path(found, "report/")).content.decode()
    assert "An organiser of the institution" in html
    assert organiser.user.email not in html
    assert found.closing["votes_commitment"] in html
    assert f"<b>\u2068{planted.VOTERS}\u2069</b> voters" in html
    assert "7 ballots were dropped" in html.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("dropped", range(5))
def test_report_counts_no_few_dropped_ballots(organiser, client, dropped):
    found = planted.mapped(organiser)
    Consultation.objects.filter(pk=found.pk).update(closing={**found.closing, "ballots_dropped": dropped})
    html = client.get(path(found, "report/")).content.decode()
    paper = re.search(r"<dt>Paper ballots</dt><dd>(.*?)</dd>", html, re.DOTALL)[1]
    assert "None or fewer than five ballots" in paper
    assert not re.search(r"\d", paper)


def test_report_of_few_voters_says_no_number_of_people(organiser, client):
    found = planted.mapped(organiser, world="three voters")
    html = client.get(path(found, "report/")).content.decode()
    votes = re.search(r"<dt>Votes</dt><dd>(.*?)</dd>", html, re.DOTALL)[1]
    assert "Fewer than five people voted." in votes
    assert not re.search(r"\d", votes)


def test_report_of_what_the_reader_may_not_see_is_not_there(opened, organiser, client):
    with acting(organiser):
        actions.close_consultation(consultation=opened)
    assert client.get(path(opened, "report/")).status_code == 404


@pytest.mark.parametrize(("language", "words"), [("en", "is not on the subject"), ("fr", None), ("ar", None)])
def test_report_says_reasons_in_words_and_counts_what_was_put(public, organiser, client, language, words):
    client.force_login(organiser.user)
    with acting(organiser):
        for statement in public.statements.all():
            actions.moderate_statement(statement=statement, out=True, reason="subject")
        actions.close_consultation(consultation=public)
    html = client.get(path(public, "report/", language)).content.decode()
    assert not re.search(r"\bsubject\b", html.replace("is not on the subject", ""))
    if words:
        assert words in html
        assert "2 statements were put to voters." in re.sub("[\u2066-\u2069]", "", html)


def test_moments_of_decisions_name_their_zone(public, organiser, client):
    client.force_login(organiser.user)
    statement = public.statements.first()
    with acting(organiser):
        actions.moderate_statement(statement=statement, out=True, reason="subject")
    html = client.get(path(public, f"statements/{statement.pk}/")).content.decode()
    assert re.search(r'<ol class="lines">.*<time datetime="[^"]+".*Africa/Casablanca, UTC', html, re.DOTALL)


def test_closed_voting_asks_for_no_decision(public, organiser):
    Consultation.objects.filter(pk=public.pk).update(takes_statements=True)
    offer_statement(consultation=public, token="a", receipt="b", text=Text.write("Offered", "en"))
    assert moderation_of(organiser, public).waiting == 1
    with acting(organiser):
        actions.close_consultation(consultation=public)
    assert moderation_of(organiser, Consultation.objects.get(pk=public.pk)).waiting == 0
