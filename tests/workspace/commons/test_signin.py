"""Links that let somebody in once."""

import pytest
from django.urls import reverse

from majlis.workspace.commons import signin
from majlis.workspace.commons.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("first@example.org")


@pytest.fixture
def demo(settings):
    settings.DEMO = True


def signed_in(client):
    return "_auth_user_id" in client.session


def test_entry_link_signs_in_once(client, demo, user):
    path = signin.entry_path(user)
    assert client.get(path).status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)
    client.logout()
    assert client.get(path).status_code == 404
    assert not signed_in(client)


def test_entry_link_is_used_up_by_the_first_of_two_who_open_it_together(demo, user):
    token = signin.tokens.make_token(user)
    stale = User.objects.get(pk=user.pk)
    assert signin._holder(signin.user_pk_to_url_str(user), token) == user
    assert signin.tokens.check_token(stale, token)
    assert signin._holder(signin.user_pk_to_url_str(user), token) is None


def test_entry_link_leads_nowhere_outside_a_demonstration(client, settings, user):
    settings.DEMO = False
    assert client.get(signin.entry_path(user)).status_code == 404
    assert not signed_in(client)


@pytest.mark.parametrize("who", ["nobody", "0" * 32])
def test_entry_link_of_nobody_leads_nowhere(client, demo, who):
    assert client.get(reverse("commons:enter", kwargs={"user": who, "token": "x-y"})).status_code == 404


def test_entry_link_of_somebody_who_left_leads_nowhere(client, demo, user):
    path = signin.entry_path(user)
    User.objects.update(is_active=False)
    assert client.get(path).status_code == 404


def test_entry_link_is_not_followed_by_a_post(client, demo, user):
    assert client.post(signin.entry_path(user)).status_code == 405


def test_password_link_sets_the_first_password_and_then_dies(client, user):
    path = signin.password_path(user)
    form = client.get(path, follow=True)
    assert form.status_code == 200
    words = "a long enough phrase"
    client.post(form.request["PATH_INFO"], {"password1": words, "password2": words})
    user.refresh_from_db()
    assert user.check_password(words)
    client.logout()
    again = client.get(path, follow=True)
    assert b'name="password1"' not in again.content


def test_entry_link_sets_no_password_and_the_other_way_round(client, demo, user):
    assert not signin.tokens.check_token(user, signin.default_token_generator.make_token(user))
