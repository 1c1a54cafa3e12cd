import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import override

from majlis.engine.errors import Refused
from majlis.workspace.commons import middleware
from majlis.workspace.commons.actions import current_actor
from majlis.workspace.commons.words import locale_tag


@pytest.mark.django_db
def test_pages_stay_out_of_search_engines_and_send_no_address_elsewhere(client):
    headers = client.get("/en/").headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_signed_in_pages_stay_out_of_shared_caches(client, reader):
    assert "private" not in client.get("/en/").headers.get("Cache-Control", "")
    client.force_login(reader.user)
    assert client.get("/en/").headers["Cache-Control"] == "private, no-cache"


@pytest.mark.django_db
def test_a_chosen_language_is_remembered(client):
    client.get("/ar/", headers={"accept-language": "fr"})
    assert client.get("/", headers={"accept-language": "fr"})["Location"] == "/ar/"


@pytest.mark.django_db
def test_the_language_that_the_browser_asks_for_needs_no_cookie(client):
    assert not client.get("/fr/", headers={"accept-language": "fr"}).cookies


def test_acting_member_acts_for_the_request_only(reader):
    seen = []

    def view(request):
        seen.extend([current_actor(), request.member, locale_tag()])
        return HttpResponse()

    request = RequestFactory().get("/")
    request.user = reader.user
    with override("ar"):
        middleware.acting_member(view)(request)
    assert seen == [reader, reader, "ar-MA"]
    assert current_actor() is None


@pytest.mark.django_db
def test_refusals_say_which_rule_it_was(rf):
    with override("en"):
        answer = middleware.Refusals(None).process_exception(rf.get("/en/"), Refused("may-run"))
    assert answer.status_code == 403
    assert "organise, report or analyse" in answer.content.decode()


def test_refusals_leave_other_errors_alone(rf):
    assert middleware.Refusals(None).process_exception(rf.get("/en/"), ValueError()) is None
