"""Choosing one's mail, stopping it from a mailbox, resetting a password by mail, and who hears of failures."""

import html
import re
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import doctor, people, words
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.doctor import Health
from majlis.workspace.commons.mail import digests, letters
from majlis.workspace.commons.mail.server import MailServer, Tls
from majlis.workspace.commons.models import Digest, LedgerEntry, Role, User
from majlis.workspace.commons.rooms import Line

pytestmark = pytest.mark.django_db
LANGUAGES = ["ar", "fr", "en"]
THING = Line("A thing", "/en/thing/", asks=True, handling=Handling())


def text(answer):
    return html.unescape(answer.content.decode())


@pytest.fixture
def browser(reader):
    client = Client()
    client.force_login(reader.user)
    return client


@pytest.fixture
def digest_mail(server, mailbox, reminders, reader):
    reminders["everybody"] = [THING]
    digests.queue(timezone.now())
    Digest.objects.get_or_create(user=reader.user, day=digests.today_of(reader))  # whatever the hour
    digests.send_due()
    return mailbox.mails[0]


def stop_path(mail):
    return urlsplit(mail["List-Unsubscribe"].strip("<>")).path


# The link that stops it


def test_header_and_both_parts_carry_the_same_link_in_one_piece(digest_mail, mailbox):
    address = digest_mail["List-Unsubscribe"].strip("<>")
    raw = mailbox.raw[0].decode()
    assert f"List-Unsubscribe: <{address}>\r\n" in raw
    assert digest_mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address.startswith("https://majlis.example.org/")
    for kind in ("plain", "html"):
        assert address in html.unescape(digest_mail.get_body((kind,)).get_content())


def test_mailbox_stops_the_digest_by_one_post_without_cookie_or_sign_in(digest_mail, reader):
    strict = Client(enforce_csrf_checks=True)
    path = stop_path(digest_mail)
    assert strict.get(path).status_code == 200
    assert User.objects.get(pk=reader.user_id).digest  # scanners open links
    answer = strict.post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not User.objects.get(pk=reader.user_id).digest
    entries = LedgerEntry.objects.filter(leaf__contains="member.set-mail")
    assert entries.count() == 1
    assert strict.post(path).status_code == 200
    assert entries.count() == 1
    assert "sessionid" not in strict.cookies


@pytest.mark.parametrize(
    "token",
    ["x", "00000000-0000-0000-0000-000000000000", signing.dumps("x"), signing.dumps("x", salt=letters.SALT)],
    ids=["nothing", "unsigned", "other-salt", "nobody"],
)
def test_no_other_token_stops_anything(client, reader, token):
    assert client.post(f"/en/digest/off/{token}/").status_code == 404
    assert User.objects.get(pk=reader.user_id).digest


@pytest.mark.parametrize("language", LANGUAGES)
def test_stopping_is_confirmed_in_three_languages(client, reader, language):
    path = f"/{language}/digest/off/{letters.stop_token(reader.user)}/"
    asked, done = text(client.get(path)), text(client.post(path))
    assert "<form" in asked
    assert "<form" not in done.split("<main", 1)[1]
    assert f'href="/{language}/account/digest/"' in done
    assert done == text(client.get(path))
    assert "reader@example.org" not in asked + done


def test_token_lets_nobody_in(client, reader):
    token = letters.stop_token(reader.user)
    assert client.get(f"/en/enter/x/{token}/").status_code == 404
    client.post(f"/en/digest/off/{token}/")
    assert client.get("/en/account/").status_code == 302


# One's own page


def test_switch_and_language_are_kept_and_one_entry_tells(browser, reader):
    answer = browser.post("/fr/account/digest/", {"language": "ar"})
    assert answer.status_code == 302
    user = User.objects.get(pk=reader.user_id)
    assert (user.digest, user.language) == (False, "ar")
    browser.post("/fr/account/digest/", {"digest": "on", "language": ""})
    user.refresh_from_db()
    assert (user.digest, user.language) == (True, "")
    leaves = [entry.leaf for entry in LedgerEntry.objects.all()]
    assert len(leaves) == 2
    assert not any("reader@" in leaf for leaf in leaves)


def test_unknown_language_changes_nothing(browser, reader):
    answer = browser.post("/en/account/digest/", {"language": "xx"})
    assert answer.status_code == 400
    assert User.objects.get(pk=reader.user_id).digest


def test_nobody_decides_about_others_mail(reader, organiser):
    with acting(organiser), pytest.raises(Refused):
        people.set_mail(member=reader, digest=False, language="")


def test_page_needs_a_sign_in(client):
    assert client.get("/en/account/digest/").status_code == 302


def test_preview_says_what_the_mail_would(browser, reminders, reader, server):
    secret = Line("Secret title", "/en/secret/", "secret note", asks=True, handling=Handling(tlp=Tlp.RED))
    reminders["everybody"] = [THING, secret]
    User.objects.update(language="fr")
    page = text(browser.get("/en/account/digest/"))
    assert 'lang="fr" dir="ltr"' in page
    assert "2 choses vous attendent." in words.plain(page)
    assert "A thing" in page
    assert "ecret title" not in page
    assert "ecret note" not in page
    assert "https://majlis.example.org/en/secret/" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_account_says_whether_mail_comes(browser, reader, settings, server, language):
    def said():
        section = text(browser.get(f"/{language}/account/")).split('aria-labelledby="mail"')[1]
        return re.search(r'class="note">([^<]+)', section)[1]

    on = said()
    User.objects.update(digest=False)
    off = said()
    settings.MAIL = None
    assert len({on, off, said()}) == 3


# Passwords


@pytest.fixture
def known(reader):
    reader.user.set_password("the old pass phrase")
    reader.user.save()
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=reader.user, email=reader.user.email, primary=True)
    return reader.user


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("ar", "مجلس: اختيار كلمة مرور جديدة"),
        ("fr", "Majlis\u202f: choisir un nouveau mot de passe"),
        ("en", "Majlis: set a new password"),
    ],
)
def test_forgotten_password_is_reset_by_a_mail_in_the_language_of_the_page(
    client, server, mailbox, known, language, subject
):
    answer = client.post(f"/{language}/account/password/reset/", {"email": "reader@example.org"}, follow=True)
    assert answer.status_code == 200
    (mail,) = mailbox.mails
    assert (mail["To"], mail["Subject"], mail["Content-Language"]) == ("reader@example.org", subject, language)
    (link,) = re.findall(r"https://majlis\.example\.org(/\S+)", mail.get_content())
    assert link.startswith(f"/{language}/account/password/reset/key/")
    form = client.get(link, follow=True)
    new = "a wholly new phrase"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert Client().login(username="reader@example.org", password=new)
    assert not Client().login(username="reader@example.org", password="the old pass phrase")
    assert "member.link-by-mail" in "".join(entry.leaf for entry in LedgerEntry.objects.all())


def test_link_leads_to_our_address_whatever_the_request_says(client, server, mailbox, known, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/en/account/password/reset/", {"email": "reader@example.org"}, headers={"host": "evil.example.com"})
    assert "evil" not in mailbox.mails[0].as_string()


@pytest.mark.parametrize("who", ["stranger@example.org", "suspended"])
def test_strangers_and_suspended_get_no_mail_and_see_the_same_page(client, server, mailbox, known, who):
    def page_for(email):
        answer = client.post("/en/account/password/reset/", {"email": email}, follow=True)
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(answer))

    known_page = page_for("reader@example.org")
    mailbox.raw.clear()
    if who == "suspended":
        User.objects.update(is_active=False)
        who = "reader@example.org"
    assert page_for(who) == known_page
    assert mailbox.raw == []


@pytest.mark.parametrize("path", ["password/reset/", "password/reset/done/", "email/", "confirm-email/"])
def test_without_mail_the_page_says_who_helps(client, settings, path):
    settings.MAIL = None
    answer = client.get(f"/en/account/{path}")
    assert "An administrator of your institution helps" in text(answer)
    assert "sends no mail" in text(answer)


def test_without_mail_nobody_is_mailed_by_a_form_sent_anyway(client, settings, known, mailbox, server):
    settings.MAIL = None
    client.post("/en/account/password/reset/", {"email": "reader@example.org"})
    assert mailbox.raw == []


# Who hears of failures


@pytest.mark.parametrize("language", LANGUAGES)
def test_administrators_see_whose_digest_did_not_arrive_and_why(
    server, mailbox, reminders, institution, other_institution, join, reader, language
):
    stranger = join(other_institution, email="stranger@example.org")
    for member in (reader, stranger):
        day = digests.today_of(member)
        Digest.objects.create(user=member.user, day=day, state="failed", failure="mail-refused")
    client = Client()
    client.force_login(join(institution, Role.ADMINISTRATOR).user)
    page = text(client.get(f"/{language}/members/"))
    said = {"ar": "يرفض خادوم البريد هذا العنوان", "fr": "refuse cette adresse", "en": "refuses this address"}
    assert page.count(said[language]) == 1


def test_doctor_signs_in_and_counts_what_did_not_arrive(server, settings, reader):
    assert doctor.mail().health is Health.GOOD
    Digest.objects.create(user=reader.user, day=digests.today_of(reader), state="failed", failure="mail-refused")
    check = doctor.mail()
    assert check.health is Health.WARNING
    assert "1 digest(s) did not arrive. The mail server refuses this address." in check.found
    assert "example.org" not in check.found
    settings.MAIL = MailServer("127.0.0.1", 1, Tls.NONE)
    assert doctor.mail().health is Health.BAD
    settings.MAIL = None
    assert doctor.mail().health is Health.GOOD
