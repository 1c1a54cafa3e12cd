"""The voting page: consent first, one statement at a time, nothing that leads from a vote to a voter."""

import secrets
from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from majlis.engine.handling import Tlp
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Consultation, Door, Sent, Vote
from majlis.workspace.rooms.consultations.queries import voting

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(opened):
    """The open consultation, for everybody to see."""
    clear = opened.handling.model_copy(update={"tlp": Tlp.CLEAR, "audience": None})
    opened.statements.update(handling=clear)
    return change(opened, handling=clear)


@pytest.fixture
def voter(client, public):
    """A browser whose holder has consented."""
    come_in(client, public)
    return client


def change(consultation, **values):
    Consultation.objects.filter(pk=consultation.pk).update(**values)
    return Consultation.objects.get(pk=consultation.pk)


def address(consultation, name="vote"):
    return reverse(f"consultations:{name}", args=[consultation.pk])


def come_in(client, consultation, **form):
    return client.post(address(consultation, "enter"), form)


def cookie_of(client, consultation):
    cookie = client.cookies.get(f"voter-{consultation.pk.hex}")
    return cookie.value if cookie else ""


def answer(client, consultation, code, value):
    return client.post(address(consultation), {"statement": code, "answer": value})


def send(client, consultation, code, value, identifier=None):
    form = {"statement": code, "answer": value, "id": identifier or secrets.token_hex(16)}
    return client.post(address(consultation, "send"), form)


def asked(client, consultation):
    return client.get(address(consultation)).context["statement"]


def cast():
    return dict(Vote.objects.values_list("statement__code", "value"))


# Before the first vote


def test_first_look_asks_for_consent_and_leaves_no_token(client, public):
    page = client.get(address(public))
    assert "Before you vote" in page.content.decode()
    assert not cookie_of(client, public)


def test_consent_page_says_who_asks_what_and_where_to_turn(client, public):
    change(public, consent=Text.write("Results go to the ministry.", "en"), help_line=Text.write("Office 12", "en"))
    page = client.get(address(public)).content.decode()
    for part in ("After release", "Institution one", "Results go to the ministry.", "Office 12", "both the database"):
        assert part in page


def test_nobody_votes_without_consent(client, public):
    assert "Before you vote" in answer(client, public, "1", "agree").content.decode()
    assert send(client, public, "1", "agree").status_code == 401
    assert not Vote.objects.exists()


@pytest.mark.parametrize("made_up", ["x" * 3000, "abc.def", "abc." + "0" * 32, ".", "é.ü"])
def test_token_that_nobody_gave_lets_nobody_in(client, public, made_up):
    client.cookies[f"voter-{public.pk.hex}"] = made_up
    assert send(client, public, "1", "agree").status_code == 401
    assert not Vote.objects.exists()


def test_token_of_another_consultation_lets_nobody_in(voter, public, organiser):
    with acting(organiser):
        other = actions.create_consultation(
            institution=public.institution, title=Text.write("Other", "en"), handling=public.handling
        )
        actions.add_statement(consultation=other, text=Text.write("One", "en"))
        other = actions.open_consultation(consultation=other)
    voter.cookies[f"voter-{other.pk.hex}"] = cookie_of(voter, public)
    assert send(voter, other, "1", "agree").status_code == 401


@pytest.mark.parametrize(
    ("guardian", "age", "in_"),
    [
        (False, "old-enough", True),
        (False, "too-young", False),
        (False, "guarded", False),
        (False, "", False),
        (True, "guarded", True),
        (True, "too-young", False),
    ],
)
def test_age_rule_is_asked_and_not_kept(client, public, guardian, age, in_):
    change(public, least_age=16, with_guardian=guardian, help_line=Text.write("Office 12", "en"))
    response = come_in(client, public, age=age)
    assert bool(cookie_of(client, public)) == in_
    if age == "too-young":
        assert "Office 12" in response.content.decode()
        assert response.status_code == 200


def test_cookie_is_for_no_script_and_its_token_reaches_no_table(voter, public):
    answer(voter, public, "1", "agree")
    cookie = voter.cookies[f"voter-{public.pk.hex}"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie.value not in "".join(LedgerEntry.objects.values_list("leaf", flat=True))
    assert cookie.value.encode() != bytes(Vote.objects.get().pseudonym)


def test_members_door_needs_a_sign_in_and_gives_one_vote_on_every_device(public, organiser, reader):
    change(public, door=Door.MEMBERS)
    assert "login" in Client().get(address(public)).url
    for _device in range(2):
        browser = Client()
        browser.force_login(reader.user)
        come_in(browser, public)
        assert send(browser, public, "1", "agree").status_code == 200
    assert Vote.objects.count() == 1
    browser.force_login(organiser.user)
    assert send(browser, public, "2", "agree").status_code == 401


# Without a script


def test_every_statement_is_asked_once_and_then_thanks(voter, public):
    seen = []
    while statement := asked(voter, public):
        seen.append(statement.code)
        answer(voter, public, statement.code, "agree")
    assert sorted(seen) == ["1", "2", "3"]
    assert sorted(Vote.objects.values_list("value", flat=True)) == [1, 1, 1]
    assert Vote.objects.values("pseudonym").distinct().count() == 1


def test_answer_can_be_changed_and_counts_once_with_the_first_answer_kept(voter, public):
    answer(voter, public, "1", "agree")
    first = Vote.objects.get()
    answer(voter, public, "1", "disagree")
    vote = Vote.objects.get()
    assert (vote.value, vote.first_value, vote.first_at) == (-1, 1, first.first_at)
    assert vote.cast_at > first.cast_at


def test_double_submit_counts_once(voter, public):
    for _ in range(2):
        answer(voter, public, "2", "pass")
    assert Vote.objects.count() == 1


def test_two_browsers_are_two_voters(public):
    for browser in (Client(), Client()):
        come_in(browser, public)
        answer(browser, public, "1", "agree")
    assert queries.ballots_of(public).cast["participant"].n_unique() == 2


def test_first_statement_is_not_the_same_for_everybody(public):
    first = set()
    for browser in (Client() for _ in range(40)):
        come_in(browser, public)
        first.add(asked(browser, public).code)
    assert len(first) == 3


def test_review_lists_own_answers_and_leads_to_each(voter, public):
    answer(voter, public, "2", "disagree")
    other = Client()
    come_in(other, public)
    answer(other, public, "3", "agree")
    page = voter.get(address(public, "review")).content.decode()
    assert "Statement 2" in page
    assert "Statement 3" not in page
    assert f"{address(public)}?statement=2" in page


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"statement": "1"},
        {"statement": "1", "answer": "7"},
        {"statement": "99", "answer": "agree"},
        {"statement": "1' OR 1=1", "answer": "agree"},
    ],
)
def test_nonsense_is_no_vote(voter, public, form):
    assert voter.post(address(public), form).status_code == 404
    assert voter.post(address(public, "send"), form | {"id": "00" * 16}).status_code == 404
    assert not Vote.objects.exists()


def test_statement_taken_out_is_neither_asked_nor_taken(voter, public, organiser):
    with acting(organiser):
        actions.moderate_statement(statement=queries.statements_of(public).get(code="1"), out=True, reason="subject")
    assert answer(voter, public, "1", "agree").status_code == 404
    refused = send(voter, public, "1", "agree")
    assert (refused.status_code, refused.json()["final"]) == (409, True)
    assert "Statement 1" not in voter.get(address(public) + "?statement=1").content.decode()


def test_closed_consultation_takes_no_vote_and_says_so(voter, public, organiser):
    answer(voter, public, "1", "agree")
    with acting(organiser):
        actions.close_consultation(consultation=public)
    assert answer(voter, public, "2", "agree").status_code == 403
    refused = send(voter, public, "2", "agree")
    assert (refused.status_code, refused.json()["final"]) == (409, True)
    assert voter.get(address(public)).context["consultation"].is_closed
    assert Vote.objects.count() == 1
    assert not Sent.objects.exists()


def test_forged_request_from_another_site_is_refused(public):
    strict = Client(enforce_csrf_checks=True)
    assert come_in(strict, public).status_code == 403
    assert answer(strict, public, "1", "agree").status_code == 403
    assert send(strict, public, "1", "agree").status_code == 403
    assert not Vote.objects.exists()


def test_consultation_of_another_institution_is_not_there(client, opened):
    assert client.get(address(opened)).status_code == 404
    assert send(client, opened, "1", "agree").status_code == 404


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_whole_page_is_under_50_kb(voter, public, organiser, language):
    text = "ينبغي أن يبدأ الإعداد للإفراج منذ اليوم الأول من العقوبة، وأن تشارك فيه الجماعات المحلية والجمعيات." * 2
    with acting(organiser):
        for _ in range(40):
            actions.add_statement(consultation=public, text=Text.write(text, "ar"))
    page = voter.get(f"/{language}/consultations/{public.pk}/vote/").content
    parts = [page]
    for name in ("tokens.css", "vote.css", "vote.js", "mark.svg"):
        assert f"majlis/{name}".encode() in page
        parts.append(b"".join(voter.get(f"/static/majlis/{name}").streaming_content))
    assert b"majlis.css" not in page
    assert all(parts)
    assert sum(map(len, parts)) < 50_000


# The queue


def test_same_answer_sent_twice_counts_once_and_gets_the_same_reply(voter, public):
    replies = [send(voter, public, "1", "agree", "ab" * 16) for _ in range(3)]
    assert [(r.status_code, r.json()) for r in replies] == [(200, {"kept": True})] * 3
    assert cast() == {"1": 1}
    assert Sent.objects.count() == 1
    assert LedgerEntry.objects.filter(leaf__contains='"vote.cast"').count() == 1


def test_replayed_older_answer_does_not_override_a_newer_one(voter, public):
    send(voter, public, "1", "agree", "ab" * 16)
    send(voter, public, "1", "disagree", "cd" * 16)
    assert send(voter, public, "1", "agree", "ab" * 16).status_code == 200
    assert cast() == {"1": -1}


@pytest.mark.parametrize("identifier", ["zz" * 16, "ab", "ab" * 17, " "])
def test_answer_without_a_proper_identifier_is_refused_for_good(voter, public, identifier):
    refused = send(voter, public, "1", "agree", identifier)
    assert (refused.status_code, refused.json()["final"]) == (404, True)
    assert not Vote.objects.exists()


def test_identifier_of_one_voter_is_free_for_another(voter, public):
    other = Client()
    come_in(other, public)
    for browser in (voter, other):
        send(browser, public, "1", "agree", "ab" * 16)
    assert Vote.objects.count() == 2


def test_thousands_of_requests_from_one_token_harm_nobody_else(voter, public, how_many):
    """Every one is sent, ten thousand in the whole run. What counted stays, each reply is calm, and others vote."""
    most = voting.MOST_A_STATEMENT * 3
    assert send(voter, public, "1", "disagree", "ab" * 16).status_code == 200
    others, requests = [], how_many(most + 1000, 10_000)
    statuses = Counter()
    for number in range(1, requests):
        reply = send(voter, public, "2", "agree")
        statuses[reply.status_code] += 1
        assert reply.status_code == (200 if number < most else 429)
        if number >= most and number % 100 == 0:
            assert reply.json() == {"kept": False, "final": True, "why": reply.json()["why"]}
            assert reply.json()["why"]
            others.append(Client())
            come_in(others[-1], public)
            assert send(others[-1], public, "2", "pass").status_code == 200
    assert len(others) >= 9
    assert statuses == {200: most - 1, 429: requests - most}
    assert send(voter, public, "1", "disagree", "ab" * 16).status_code == 200  # a repeat of what counted
    page = answer(voter, public, "3", "agree")
    assert (page.status_code, "text/html" in page["Content-Type"]) == (429, True)
    assert asked(voter, public) is not None
    assert Sent.objects.count() == most + len(others)
    assert LedgerEntry.objects.filter(leaf__contains='"vote.cast"').count() == most + len(others)
    expected = [("1", -1), *[("2", 0)] * len(others), ("2", 1)]
    assert sorted(Vote.objects.values_list("statement__code", "value")) == expected


def test_too_many_a_minute_may_go_on_later_and_says_when(voter, public, organiser):
    with acting(organiser):
        for _ in range(10):
            actions.add_statement(consultation=public, text=Text.write("More", "en"))
    statuses = [send(voter, public, "1", "agree").status_code for _ in range(voting.MOST_A_MINUTE + 1)]
    assert statuses == [200] * voting.MOST_A_MINUTE + [429]
    refused = send(voter, public, "1", "agree")
    assert refused.headers["Retry-After"] == "60"
    assert refused.json()["final"] is False
    calm = answer(voter, public, "1", "agree")
    assert (calm.status_code, calm.headers["Retry-After"]) == (429, "60")
    Sent.objects.update(at=timezone.now() - 2 * voting.MINUTE)
    assert send(voter, public, "2", "agree").status_code == 200


def test_no_address_is_kept_or_limited(public):
    browsers = [Client() for _ in range(3)]
    for browser in browsers:
        come_in(browser, public)
        assert [send(browser, public, "1", "agree").status_code for _ in range(50)] == [200] * 50


def test_vote_needs_the_key_file(voter, public):
    keys.path_of(public.pk).unlink()
    with pytest.raises(keys.KeyGone):
        send(voter, public, "1", "agree")
