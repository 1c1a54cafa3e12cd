"""How institutions and members come in."""

import json

import pytest

from majlis.engine.errors import Refused
from majlis.workspace.commons import queries, setup
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Institution, LedgerEntry, LedgerPerson, User
from majlis.workspace.commons.people import add_member, set_up
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db
NAME = Text.write("المندوبية العامة", "ar")


def test_set_up_makes_the_institution_and_an_administrator_without_a_password():
    assert not setup.is_set_up()
    administrator = set_up(name=NAME, locale="ar-MA", email=" First@Example.org")
    assert setup.is_set_up()
    assert queries.host() == administrator.institution
    assert administrator.roles == {"administrator"}
    assert setup.waiting_administrators() == [administrator.user]
    administrator.user.set_password("x")
    administrator.user.save()
    assert setup.waiting_administrators() == []


def test_set_up_happens_once():
    set_up(name=NAME, locale="ar-MA", email="a@example.org")
    with pytest.raises(Refused, match="is-empty"):
        set_up(name=NAME, locale="ar-MA", email="b@example.org")
    assert Institution.objects.count() == 1


def test_ledger_holds_neither_name_nor_address():
    member = set_up(name=NAME, locale="ar-MA", email="first@example.org")
    (entry,) = LedgerEntry.objects.all()
    (subject,) = json.loads(entry.leaf)["subjects"]
    assert subject["kind"] == "commons.member"
    assert LedgerPerson.objects.get().member == member
    assert str(member.pk) not in entry.leaf
    assert "first" not in entry.leaf
    assert str(NAME) not in entry.leaf


def test_member_is_added_by_an_administrator_and_keeps_one_account():
    administrator = set_up(name=NAME, locale="ar-MA", email="a@example.org")
    institution = administrator.institution
    with acting(administrator):
        add_member(institution=institution, email="b@example.org", roles=["expert"])
        member = add_member(institution=institution, email="B@example.org", roles=["analyst"])
    assert member.roles == {"expert", "analyst"}
    assert User.objects.count() == 2
    with acting(member), pytest.raises(Refused, match="may-administer"):
        add_member(institution=institution, email="c@example.org", roles=["reader"])


def test_member_with_an_unknown_role_is_not_added():
    administrator = set_up(name=NAME, locale="ar-MA", email="a@example.org")
    with acting(administrator), pytest.raises(ValueError, match="owner"):
        add_member(institution=administrator.institution, email="b@example.org", roles=["owner"])
    assert User.objects.count() == 1


def test_member_of_gives_the_oldest_membership(join, institution, other_institution):
    first = join(institution)
    with_two = first.user.memberships.create(institution=other_institution)
    assert queries.member_of(first.user) == first != with_two
    assert queries.member_of(User.objects.create_user("new@example.org")) is None
