"""The demonstration's open consultation: something to vote in, to show and to moderate, and labelled as made up."""

import json

import pytest
from django.core.cache import cache
from django.test import Client

from majlis.workspace.commons.models import Role
from majlis.workspace.demonstration.voting import FILE, open_voting
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Vote
from majlis.workspace.rooms.consultations.queries.hall import live_counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(institution, join):
    cache.clear()
    return open_voting(join(institution, Role.ORGANISER))


def page(consultation, rest="", language="en"):
    return f"/{language}/consultations/{consultation.pk}/{rest}"


def test_anybody_comes_in_and_votes(opened, client):
    before = Vote.objects.count()
    doorstep = client.get(page(opened, "vote/")).content.decode()
    assert "simulated" in doorstep
    assert "Reception desk" in doorstep
    client.post(page(opened, "vote/enter/"))
    client.post(page(opened, "vote/"), {"statement": "1", "answer": "agree"})
    assert Vote.objects.count() == before + 1
    assert opened.simulated


def test_screen_has_something_to_show(opened):
    counts = live_counts(opened)
    assert counts.voters >= 10
    assert len(counts.tallies) == queries.statements_in(opened).count() == 5


def test_two_statements_wait_for_the_moderator(opened, institution, join):
    moderator = Client()
    moderator.force_login(join(institution, Role.MODERATOR).user)
    waiting = moderator.get(page(opened, "moderation/")).content.decode()
    for offered in json.loads(FILE.read_text(encoding="utf-8"))["offered"]:
        assert offered["text"] in waiting
        assert offered["text"] not in Client().get(page(opened)).content.decode()


def test_every_text_stands_in_three_languages():
    content = json.loads(FILE.read_text(encoding="utf-8"))
    texts = [content[name] for name in ("title", "introduction", "consent", "help_line")]
    texts += [statement["text"] for statement in content["statements"]]
    assert all(text.keys() == {"ar", "fr", "en"} and all(text.values()) for text in texts)
