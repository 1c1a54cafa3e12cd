"""People and institutions that the workspace's tests share."""

import pytest
from django.utils import translation

from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text


@pytest.fixture(autouse=True)
def english():
    """Begin every test in English, whatever the test before it left behind."""
    translation.activate("en")
    yield
    translation.activate("en")


@pytest.fixture
def institution(db):
    return Institution.objects.create(name=Text.write("Institution one", "en"), locale="ar-MA")


@pytest.fixture
def other_institution(institution):
    return Institution.objects.create(name=Text.write("Institution two", "en"))


@pytest.fixture
def join():
    """Make a member: `join(institution, Role.ORGANISER)`."""

    def make(institution, *roles, email=None):
        user = User.objects.create_user(email or f"m{User.objects.count()}@example.org")
        member = Member.objects.create(user=user, institution=institution)
        for role in roles:
            RoleGrant.objects.create(member=member, role=role)
        return member

    return make


@pytest.fixture
def organiser(institution, join):
    return join(institution, Role.ORGANISER, email="organiser@example.org")


@pytest.fixture
def reader(institution, join):
    return join(institution, Role.READER, email="reader@example.org")
