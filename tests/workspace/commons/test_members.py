"""Administrators let people in and give them roles; nobody else does, and nobody is left without an administrator."""

import html
import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from majlis.engine.errors import Refused
from majlis.workspace.commons import people
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Member, Role, User

pytestmark = pytest.mark.django_db
LANGUAGES = ["ar", "fr", "en"]


@pytest.fixture
def administrator(institution, join):
    return join(institution, Role.ADMINISTRATOR, email="administrator@example.org")


@pytest.fixture
def browser(administrator):
    client = Client()
    client.force_login(administrator.user)
    return client


def text(answer):
    return html.unescape(answer.content.decode())


def link_in(answer):
    return re.search(r"http://testserver(/\S+/reset/key/[^<\s]+)", text(answer))[1]


def test_somebody_added_comes_in_by_the_link_and_acts_in_the_role(browser, institution):
    answer = browser.post("/en/members/", {"email": "New@Example.org", "roles": ["organiser", "clerk"]})
    member = Member.objects.get(user__email="new@example.org")
    assert (member.institution, member.roles) == (institution, {"organiser", "clerk"})
    newcomer = Client()
    form = newcomer.get(link_in(answer), follow=True)
    words = "a long enough phrase"
    newcomer.post(form.request["PATH_INFO"], {"password1": words, "password2": words})
    assert newcomer.login(username="new@example.org", password=words)
    assert newcomer.get("/en/consultations/new/").status_code == 200
    assert newcomer.get("/en/members/").status_code == 403


def test_link_is_in_no_ledger_entry_and_no_address_either(browser):
    answer = browser.post("/en/members/", {"email": "new@example.org", "roles": []})
    leaves = "".join(entry.leaf for entry in LedgerEntry.objects.all())
    assert [action in leaves for action in ("member.add", "member.link")] == [True, True]
    assert link_in(answer).rsplit("-", 1)[1].strip("/") not in leaves
    assert "new@example.org" not in leaves


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_members_pages_are_for_administrators(institution, join, client, administrator, role):
    client.force_login(join(institution, role).user)
    for path in ("", f"{administrator.pk}/"):
        assert client.get(f"/en/members/{path}").status_code == 403
    for path in ("link", "suspend", "resume"):
        assert client.post(f"/en/members/{administrator.pk}/{path}/").status_code == 403
    assert not LedgerEntry.objects.filter(leaf__contains="member.").exists()


def test_members_of_another_institution_are_out_of_reach(browser, other_institution, join):
    stranger = join(other_institution, Role.ADMINISTRATOR, email="stranger@example.org")
    assert "stranger@example.org" not in text(browser.get("/en/members/"))
    assert browser.get(f"/en/members/{stranger.pk}/").status_code == 404
    assert browser.post(f"/en/members/{stranger.pk}/link/").status_code == 404


def test_new_role_holds_at_the_next_page(browser, institution, join):
    member = join(institution, Role.READER)
    other = Client()
    other.force_login(member.user)
    assert other.get("/en/consultations/new/").status_code == 403
    browser.post(f"/en/members/{member.pk}/", {"roles": ["organiser"]})
    assert other.get("/en/consultations/new/").status_code == 200
    browser.post(f"/en/members/{member.pk}/", {"roles": ["reader"]})
    assert other.get("/en/consultations/new/").status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
def test_last_administrator_stays(browser, administrator, language):
    pages = [
        browser.post(f"/{language}/members/{administrator.pk}/", {"roles": ["reader"]}),
        browser.post(f"/{language}/members/{administrator.pk}/suspend/", follow=True),
    ]
    assert all('class="notice error"' in text(page) for page in pages)
    assert Member.objects.get().roles == {"administrator"}
    assert User.objects.get().is_active


def test_suspended_administrator_does_not_count_as_one(administrator, institution, join):
    second = join(institution, Role.ADMINISTRATOR)
    with acting(administrator):
        people.suspend_member(member=second)
        with pytest.raises(Refused, match="last-administrator"):
            people.suspend_member(member=administrator)
        people.resume_member(member=second)
        people.suspend_member(member=administrator)
    assert not User.objects.get(pk=administrator.user_id).is_active


def test_auditor_is_not_got_rid_of(administrator, institution, join):
    auditor = join(institution, Role.AUDITOR)
    with acting(administrator):
        for act in (people.suspend_member, lambda member: people.set_roles(member=member, roles=["reader"])):
            with pytest.raises(Refused, match="auditor-stays"):
                act(member=auditor)
        assert people.set_roles(member=auditor, roles=["auditor", "reader"]).roles == {"auditor", "reader"}


def test_suspended_member_is_signed_out_and_gets_no_link(browser, institution, join):
    member = join(institution, Role.ORGANISER)
    other = Client()
    other.force_login(member.user)
    browser.post(f"/en/members/{member.pk}/suspend/")
    assert other.get("/en/consultations/new/").status_code == 302
    assert browser.post(f"/en/members/{member.pk}/link/").status_code == 403
    browser.post(f"/en/members/{member.pk}/resume/")
    assert browser.post(f"/en/members/{member.pk}/link/").status_code == 200


def test_wrong_address_keeps_what_was_typed(browser):
    answer = browser.post("/en/members/", {"email": "not an address", "roles": ["clerk"]})
    assert answer.status_code == 400
    assert 'value="not an address"' in text(answer)
    assert re.search(r'value="clerk"[^>]*checked', text(answer))
    assert User.objects.count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_forgotten_password_leads_to_who_helps(client, language):
    for path in ("password/reset/", "email/"):
        answer = client.get(f"/{language}/account/{path}")
        assert answer.status_code == 200
        assert "majlis password" in text(answer)


def account_addresses(resolver, values=None):
    """Every address that belongs to no room, with a value for each of its parameters."""
    for found in resolver.url_patterns:
        own = {name: 1 if name == "pk" else "x" for name in found.pattern.regex.groupindex} | (values or {})
        if isinstance(found, URLResolver) and not found.namespace:
            yield from account_addresses(found, own)
        elif isinstance(found, URLPattern) and found.name:
            yield reverse(found.name, kwargs=own)


@pytest.mark.parametrize("signed_in", [True, False])
def test_no_address_of_an_account_is_a_fault(administrator, signed_in):
    """Without a mail server behind it, no page may try to send a mail."""
    client = Client(raise_request_exception=False)
    with override("en"):
        addresses = {address for address in account_addresses(get_resolver()) if address.startswith("/en/account/")}
    assert len(addresses) > 20
    for address in sorted(addresses):
        if signed_in:
            client.force_login(administrator.user)
        for send in (client.get, client.post):
            answer = send(address, {"email": "administrator@example.org", "action_add": ""})
            assert answer.status_code < 500, address
