"""A voter who came in by the real door offers a statement; who did not come in is sent to the door."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from majlis.engine.handling import Tlp
from majlis.workspace.rooms.consultations.models import Consultation, Standing, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(opened):
    clear = opened.handling.model_copy(update={"tlp": Tlp.CLEAR, "audience": None})
    Consultation.objects.filter(pk=opened.pk).update(handling=clear, takes_statements=True)
    opened.statements.update(handling=clear)
    return Consultation.objects.get(pk=opened.pk)


def address(name, consultation):
    with translation.override("en"):
        return reverse(f"consultations:{name}", args=[consultation.pk])


def offer(client, consultation):
    said = {"statement": "Own words", "language": "en", "receipt": "r" * 43}
    return client.post(address("offer", consultation), said)


def test_voter_who_came_in_offers_and_finds_the_way_from_the_voting_page(client, public):
    client.post(address("enter", public), {"consent": "on"})
    assert address("offer", public) in client.get(address("vote", public)).content.decode()
    assert offer(client, public).status_code == 302
    assert str(Statement.objects.get(state=Standing.PENDING).text) == "Own words"


def test_who_did_not_come_in_offers_nothing_whatever_the_cookie_says(public):
    client = Client()
    client.cookies[f"voter-{public.pk.hex}"] = "forged"
    assert offer(client, public).status_code == 400
    assert not Statement.objects.filter(state=Standing.PENDING).exists()
