"""The voting page: one statement at a time, one token a browser, nothing that leads from a vote to a voter."""

import pytest
from django.test import Client
from django.urls import reverse

from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Consultation, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(opened):
    """The open consultation, for everybody to see."""
    Consultation.objects.filter(pk=opened.pk).update(
        handling=opened.handling.model_copy(update={"tlp": Tlp.CLEAR, "audience": None})
    )
    return Consultation.objects.get(pk=opened.pk)


def address(consultation):
    return reverse("consultations:vote", args=[consultation.pk])


def answer(client, consultation, code, value):
    return client.post(address(consultation), {"statement": code, "answer": value})


def asked(client, consultation):
    return client.get(address(consultation)).context["statement"]


def test_first_look_leaves_no_token(client, public):
    assert client.get(address(public)).status_code == 200
    assert not [name for name in client.cookies if name.startswith("voter-")]


def test_every_statement_is_asked_once_and_then_thanks(client, public):
    seen = []
    while statement := asked(client, public):
        seen.append(statement.code)
        answer(client, public, statement.code, "agree")
    assert sorted(seen) == ["1", "2", "3"]
    assert sorted(Vote.objects.values_list("value", flat=True)) == [1, 1, 1]
    assert Vote.objects.values("pseudonym").distinct().count() == 1


def test_answer_can_be_changed_and_counts_once(client, public):
    answer(client, public, "1", "agree")
    answer(client, public, "1", "disagree")
    assert list(Vote.objects.values_list("value", flat=True)) == [-1]


def test_double_submit_counts_once(client, public):
    for _ in range(2):
        answer(client, public, "2", "pass")
    assert Vote.objects.count() == 1


def test_two_browsers_are_two_voters(public):
    for browser in (Client(), Client()):
        answer(browser, public, "1", "agree")
    assert queries.ballots_of(public).cast["participant"].n_unique() == 2


def test_first_statement_is_not_the_same_for_everybody(public):
    assert len({asked(Client(), public).code for _ in range(40)}) == 3


def test_cookie_is_for_no_script_and_its_token_reaches_no_table(client, public):
    response = answer(client, public, "1", "agree")
    cookie = response.cookies[f"voter-{public.pk.hex}"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie.value not in "".join(LedgerEntry.objects.values_list("leaf", flat=True))
    assert cookie.value.encode() != bytes(Vote.objects.get().pseudonym)


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
def test_nonsense_is_no_vote(client, public, form):
    assert client.post(address(public), form).status_code == 404
    assert not Vote.objects.exists()


def test_statement_taken_out_is_neither_asked_nor_taken(client, public, organiser):
    with acting(organiser):
        actions.moderate_statement(statement=queries.statements_of(public).get(code="1"), out=True, reason="subject")
    assert answer(client, public, "1", "agree").status_code == 404
    assert "Statement 1" not in client.get(address(public) + "?statement=1").content.decode()


def test_closed_consultation_takes_no_vote_and_says_so(client, public, organiser):
    answer(client, public, "1", "agree")
    with acting(organiser):
        actions.close_consultation(consultation=public)
    assert answer(client, public, "2", "agree").status_code == 403
    assert client.get(address(public)).context["consultation"].is_closed
    assert Vote.objects.count() == 1


def test_forged_request_from_another_site_is_refused(public):
    strict = Client(enforce_csrf_checks=True)
    assert answer(strict, public, "1", "agree").status_code == 403
    assert not Vote.objects.exists()


def test_very_long_token_is_cut_and_does_no_harm(client, public):
    client.cookies[f"voter-{public.pk.hex}"] = "x" * 3000
    assert answer(client, public, "1", "agree").status_code == 302
    assert Vote.objects.count() == 1


def test_consultation_of_another_institution_is_not_there(client, opened):
    assert client.get(address(opened)).status_code == 404


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_page_is_small_and_needs_no_script(client, public, language):
    page = client.get(f"/{language}/consultations/{public.pk}/vote/").content
    assert len(page) < 20_000
    assert b"<script" not in page
