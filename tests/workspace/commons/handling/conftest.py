"""Three institutions, each with an organiser, and texts that must not be seen where they may not be."""

import pytest
from django.test import Client

from majlis.engine.handling import Handling
from majlis.workspace.commons.models import Institution, Question, Role
from majlis.workspace.commons.texts import Text


@pytest.fixture
def third_institution(other_institution):
    return Institution.objects.create(name=Text.write("Institution three", "en"))


@pytest.fixture
def other(other_institution, join):
    return join(other_institution, Role.ORGANISER)


@pytest.fixture
def third(third_institution, join):
    return join(third_institution, Role.ORGANISER)


@pytest.fixture
def ask():
    """Make a question of a member's institution: `ask(member, tlp="AMBER")`."""

    def make(member, words="Q", state="published", **handling):
        return Question.objects.create(
            institution=member.institution,
            author=member,
            state=state,
            text=Text.write(words, "en"),
            handling=Handling(**handling),
        )

    return make


@pytest.fixture
def sign_in():
    def make(member=None):
        client = Client()
        if member is not None:
            client.force_login(member.user)
        return client

    return make
