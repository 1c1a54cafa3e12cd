"""A strategy to test with."""

import pytest
from django.test import Client

from majlis.workspace.commons.models import Role
from majlis.workspace.commons.vocabulary import load_terms
from tests.workspace.rooms.strategy import planted


@pytest.fixture(autouse=True)
def terms(db):
    load_terms()


@pytest.fixture
def rapporteur(institution, join):
    return join(institution, Role.RAPPORTEUR)


@pytest.fixture
def stranger(other_institution, join):
    return join(other_institution, Role.ORGANISER, Role.ADMINISTRATOR)


@pytest.fixture
def strategy(organiser):
    return planted.strategy(organiser)


@pytest.fixture
def sign_in():
    """Give a browser for a member, or for nobody: `sign_in(member)`."""

    def make(member=None):
        client = Client()
        if member is not None:
            client.force_login(member.user)
        return client

    return make
