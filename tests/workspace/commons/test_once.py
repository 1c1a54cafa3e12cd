"""A form sent twice: one act, one ledger entry, and both lead to the same place."""

import re
import threading

import pytest
from django.db import connections
from django.test import Client

from majlis.workspace.commons.models import LedgerEntry
from majlis.workspace.rooms.strategy.models import Edition, Pledge, Recommendation, Remark
from tests.workspace.rooms.strategy import planted


@pytest.fixture
def browser(organiser):
    client = Client(enforce_csrf_checks=True)
    client.force_login(organiser.user)
    return client


def opened(client, path):
    """Open a form: the token with which it is sent."""
    page = client.get(path).content.decode()
    return {"csrfmiddlewaretoken": re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]}


def test_a_draft_sent_twice_is_drafted_once(browser, organiser):
    path = f"/en/strategy/{planted.strategy(organiser).pk}/draft/"
    data = {**opened(browser, path), "text_en": "Do it", "original": "en"}
    first, second = browser.post(path, data), browser.post(path, data)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Recommendation.objects.count() == 1
    assert LedgerEntry.objects.filter(leaf__contains='"recommendation.draft"').count() == 1


def test_a_form_opened_anew_or_with_other_words_is_another_one(browser, organiser):
    path = f"/en/strategy/{planted.strategy(organiser).pk}/draft/"
    data = {**opened(browser, path), "text_en": "Do it", "original": "en"}
    browser.post(path, data)
    browser.post(path, {**data, "text_en": "Do it well"})
    browser.post(path, {**data, **opened(browser, path)})
    assert Recommendation.objects.count() == 3


def test_what_was_refused_is_not_taken_for_done(browser, organiser):
    strategy = planted.strategy(organiser)
    path, token = f"/en/strategy/{strategy.pk}/editions/new/", opened(browser, f"/en/strategy/{strategy.pk}/draft/")
    data = {**token, "office_en": "The plenary", "original": "en", "released_on": "2026-01-01"}
    assert browser.post(path, data).status_code == 400
    planted.adopted(organiser, planted.draft(organiser, strategy, unfounded=planted.text("Because")))
    assert browser.post(path, data).status_code == 302
    assert browser.post(path, data).status_code == 302
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("place", "data", "model"),
    [
        ("pledge", {"text_en": "We will", "office_en": "The office", "original": "en"}, Pledge),
        ("remarks/new", {"text": "Well said", "language": "en"}, Remark),
    ],
)
def test_pledges_and_remarks_are_made_once(browser, organiser, place, data, model):
    strategy = planted.strategy(organiser)
    decided = planted.adopted(organiser, planted.draft(organiser, strategy, unfounded=planted.text("Because")))
    path = f"/en/strategy/recommendations/{decided.pk}/{place}/"
    data = {**opened(browser, path), **data}
    assert [browser.post(path, data).status_code for _ in range(2)] == [302, 302]
    assert model.objects.count() == 1


def test_an_adoption_or_withdrawal_sent_twice_leads_where_the_first_led(browser, organiser):
    drafted = planted.draft(organiser, planted.strategy(organiser), unfounded=planted.text("Because"))
    path = f"/en/strategy/recommendations/{drafted.pk}/adopt/"
    page = browser.get(path).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    data = {**opened(browser, path), "seen": seen, "office_en": "x", "reason_en": "y", "original": "en"}
    data["decided_on"] = "2026-01-01"
    assert [browser.post(path, data).status_code for _ in range(2)] == [302, 302]
    path = f"/en/strategy/recommendations/{drafted.pk}/withdraw/"
    data = {**opened(browser, path), "reason_en": "Wrong", "original": "en"}
    assert [browser.post(path, data)["Location"] for _ in range(2)] == [
        f"/en/strategy/recommendations/{drafted.pk}/"
    ] * 2


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_are_one(browser, organiser):
    path = f"/en/strategy/{planted.strategy(organiser).pk}/draft/"
    data = {**opened(browser, path), "text_en": "Do it", "original": "en"}
    gate, answers = threading.Barrier(2), []

    def send():
        client = Client(enforce_csrf_checks=True)
        client.cookies = browser.cookies
        gate.wait()
        answers.append(client.post(path, data)["Location"])
        connections.close_all()

    senders = [threading.Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(set(answers)) == 1
    assert len(answers) == 2
    assert Recommendation.objects.count() == 1
