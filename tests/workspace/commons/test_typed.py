"""What was typed comes back, whatever stood in the way of saving it."""

import pytest
from django.db import OperationalError
from django.test import Client

from majlis.workspace.commons.models import Role
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.strategy import actions
from tests.workspace.rooms.strategy import planted

WORDS = "Words that took an hour <b>& more</b>"
SHOWN = "Words that took an hour &lt;b&gt;&amp; more&lt;/b&gt;"


@pytest.fixture(autouse=True)
def terms(db):
    load_terms()


@pytest.fixture
def drafted(organiser):
    return planted.draft(organiser, planted.strategy(organiser), unfounded=planted.text("Because"))


def sent(member, path, **more):
    client = Client(raise_request_exception=False)
    if member:
        client.force_login(member.user)
    return client.post(f"/en/strategy/{path}", {"text_en": WORDS, "original": "en", "password": "hunter22", **more})


def came_back(answer, status):
    page = answer.content.decode()
    assert answer.status_code == status
    assert "All that you wrote stands below." in page
    assert f">{SHOWN}</textarea>" in page
    assert "hunter22" not in page


def test_a_draft_that_was_adopted_meanwhile(drafted, organiser):
    planted.adopted(organiser, drafted)
    came_back(sent(organiser, f"recommendations/{drafted.pk}/edit/"), 403)


def test_a_draft_that_was_withdrawn_meanwhile(drafted, organiser):
    from majlis.workspace.commons.actions import acting

    with acting(organiser):
        actions.withdraw(recommendation=drafted, reason=planted.text("Gone"))
    came_back(sent(organiser, f"recommendations/{drafted.pk}/edit/"), 404)


@pytest.mark.parametrize(("path", "status"), [("new/", 403), ("{}/draft/", 404), ("{}/editions/new/", 404)])
def test_a_session_that_ended(drafted, path, status):
    came_back(sent(None, path.format(drafted.strategy_id)), status)


def test_a_member_without_the_role(drafted, institution, join):
    reader = join(institution, Role.READER, email="reader@example.org")
    came_back(sent(reader, f"{drafted.strategy_id}/draft/"), 403)


def test_a_disk_that_is_full(drafted, organiser, monkeypatch):
    def full(**_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(actions, "draft", full)
    came_back(sent(organiser, f"{drafted.strategy_id}/draft/"), 500)


def test_signing_in_shows_no_password_and_a_page_that_was_only_asked_for_shows_nothing(client, drafted):
    assert (
        "hunter22"
        not in client.post("/en/account/login/", {"login": "a@b.org", "password": "hunter22"}).content.decode()
    )
    assert "All that you wrote" not in client.get("/en/strategy/nothing/").content.decode()
    assert client.get("/en/strategy/new/").status_code == 302
