import re

import pytest

LANGUAGES = ["ar", "fr", "en"]
OPEN = ["", "refuses/", "account/login/", "account/password/reset/", "account/password/reset/done/", "account/signup/"]
SIGNED_IN = [
    "",
    "account/",
    "account/email/",
    "account/password/change/",
    "account/logout/",
    "account/reauthenticate/",
    "account/2fa/",
    "account/2fa/webauthn/",
]

pytestmark = pytest.mark.django_db


def check_shell(response, language):
    page = response.content.decode()
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    title = re.search("<title>(.*?)</title>", page, re.DOTALL)[1].split("·")[0].strip()
    assert title
    assert len(re.findall("<h1", page)) == 1
    assert not re.search(r'\sstyle="|<style|<script>|\son\w+="', page)
    assert not re.search("[\u2066-\u2069]", re.search("<title>.*?</title>", page, re.DOTALL)[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", OPEN)
def test_open_pages_show_in_every_language(client, language, path):
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200
    check_shell(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SIGNED_IN)
def test_signed_in_pages_show_in_every_language(client, reader, language, path):
    reader.user.set_password("a long pass phrase")
    reader.user.save()
    client.force_login(reader.user)
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200
    check_shell(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_second_step_can_be_set_up_in_every_language(client, reader, language):
    reader.user.set_password("a long pass phrase")
    reader.user.save()
    client.force_login(reader.user)
    client.post("/en/account/reauthenticate/", {"password": "a long pass phrase"})
    for path in ("totp/activate/", "webauthn/add/"):
        response = client.get(f"/{language}/account/2fa/{path}")
        assert response.status_code == 200
        check_shell(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_page_says_what_to_do(client, language):
    response = client.get(f"/{language}/nowhere/")
    assert response.status_code == 404
    check_shell(response, language)


@pytest.mark.parametrize(("asked", "language"), [("ar-MA,ar", "ar"), ("fr", "fr"), ("de", "en")])
def test_doorway_leads_to_the_language_of_the_browser(client, asked, language):
    response = client.get("/", headers={"accept-language": asked})
    assert response["Location"] == f"/{language}/"
    assert "Accept-Language" in response["Vary"]


def test_a_form_without_its_token_is_refused_and_says_what_was_kept(client):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post("/en/account/login/", {"login": "a@example.org"})
    assert response.status_code == 403
    assert "What you wrote is still in the form" in response.content.decode()


def test_a_wrong_password_keeps_the_address(client, reader):
    response = client.post("/fr/account/login/", {"login": reader.user.email, "password": "not this one"})
    page = response.content.decode()
    assert f'value="{reader.user.email}"' in page
    assert 'role="alert"' in page


def test_account_needs_a_signed_in_user(client):
    assert "/account/login/" in client.get("/en/account/")["Location"]


def test_account_names_institution_and_roles(client, organiser):
    client.force_login(organiser.user)
    page = client.get("/fr/account/").content.decode()
    assert "Institution one" in page
    assert "Organisateur" in page


def test_a_user_without_an_institution_is_told_whom_to_ask(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("alone@example.org"))
    assert "does not belong to an institution" in client.get("/en/").content.decode()


def test_language_switch_keeps_page_and_query(client):
    page = client.get("/en/refuses/?a=1&b=2").content.decode()
    assert 'href="/ar/refuses/?a=1&amp;b=2"' in page


def test_nobody_can_sign_up_alone(client):
    assert 'name="password1"' not in client.get("/en/account/signup/").content.decode()
