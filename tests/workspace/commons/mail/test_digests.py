"""One digest a person and day, in their language, of what they may read in a mailbox; tried again, never doubled."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.db import connections
from hypothesis import given

from majlis.engine.handling import Code, Handling, Pap, Tlp
from majlis.workspace.commons import ledger
from majlis.workspace.commons.mail import digests, post
from majlis.workspace.commons.mail.letters import may_carry
from majlis.workspace.commons.models import Digest, DigestState, Institution, LedgerEntry, Member, Role
from majlis.workspace.commons.rooms import Line
from majlis.workspace.commons.texts import Text
from tests.engine.handling.strategies import markings

pytestmark = pytest.mark.django_db
NOON = datetime(2027, 3, 3, 12, tzinfo=UTC)
TODAY = date(2027, 3, 3)
OPEN = Handling()
UNMARKED = dict.fromkeys(map(ord, "\u2068\u2069"))
THING = Line("A thing", "/en/thing/", "a note", asks=True, handling=OPEN)


class Page(HTMLParser):
    """What a mail's HTML says and where it leads."""

    def __init__(self, html):
        super().__init__()
        self.words, self.links, self.tags, self.root = [], [], set(), {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == "html":
            self.root = dict(attributes)
        self.links += [value for name, value in attributes if name == "href"]

    def handle_data(self, data):
        self.words.append(data)


def parts(mail):
    return (mail.get_body(("plain",)).get_content(), Page(mail.get_body(("html",)).get_content()))


def states():
    return sorted(Digest.objects.values_list("user__email", "state"))


@pytest.fixture
def member(institution, join):
    Institution.objects.filter(pk=institution.pk).update(locale="en-GB")
    institution.refresh_from_db()
    return join(institution, Role.READER, email="reader@example.org")


def test_digest_says_what_waits_and_where(server, mailbox, reminders, member):
    reminders["everybody"] = [THING, Line("Not asked of anybody", "/en/other/", handling=OPEN)]
    digests.send_due(NOON)
    (mail,) = mailbox.mails
    assert (mail["To"], mail["Subject"]) == ("reader@example.org", "Majlis: one thing awaits you")
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "en")
    text, page = parts(mail)
    assert "A thing · a note\n  https://majlis.example.org/en/thing/\n" in text
    assert "https://majlis.example.org/en/thing/" in page.links
    assert "Not asked" not in text + "".join(page.words)
    assert all(link.startswith("https://majlis.example.org/") for link in page.links)
    assert not page.tags & {"img", "script", "link", "style", "iframe"}


@pytest.mark.parametrize(
    ("locale", "chosen", "language", "direction", "subject"),
    [
        ("ar-MA", "", "ar", "rtl", "مجلس: أمران ينتظرانكم"),
        ("fr", "", "fr", "ltr", "Majlis\u202f: 2 choses vous attendent"),
        ("en-GB", "", "en", "ltr", "Majlis: 2 things await you"),
        ("en-GB", "ar", "ar", "rtl", "مجلس: أمران ينتظرانكم"),
        ("ar-MA", "fr", "fr", "ltr", "Majlis\u202f: 2 choses vous attendent"),
        ("de", "", "en", "ltr", "Majlis: 2 things await you"),
    ],
)
def test_digest_is_in_the_readers_language(
    server, mailbox, reminders, institution, join, locale, chosen, language, direction, subject
):
    Institution.objects.filter(pk=institution.pk).update(locale=locale)
    member = join(institution, email="reader@example.org")
    member.user.language = chosen
    member.user.save()
    title = Text.write("Eau", "fr").translated("ar", "الماء").translated("en", "Water")
    reminders["everybody"] = [Line(title, "/x/", due=TODAY, handling=OPEN), THING]
    digests.send_due(NOON)
    (mail,) = mailbox.mails
    assert (mail["Subject"], mail["Content-Language"]) == (subject, language)
    text, page = parts(mail)
    assert page.root == {"lang": language, "dir": direction}
    wanted = {"ar": "الماء", "fr": "Eau", "en": "Water"}[language]
    assert wanted in text
    assert wanted in page.words
    assert mail.get_body(("plain",)).get_content_charset() == "utf-8"
    assert all(byte < 128 for byte in mailbox.raw[0])
    assert max(len(line) for line in mailbox.raw[0].splitlines()) < 998


def test_due_days_are_said_and_far_ones_are_not_sent(server, mailbox, reminders, member):
    days = {"late": -1, "now": 0, "week": 7, "later": 8}
    reminders["everybody"] = [
        Line(name, "/x/", due=TODAY + timedelta(days=ahead), handling=OPEN) for name, ahead in days.items()
    ]
    digests.send_due(NOON)
    text, _ = parts(mailbox.mails[0])
    said = [line for line in text.splitlines() if line.startswith("- ")]
    assert said == ["- late · was due on 2 March 2027", "- now · due today", "- week · due on 10 March 2027"]


def test_nothing_to_say_sends_nothing_that_day(server, mailbox, reminders, member):
    digests.send_due(NOON)
    reminders["everybody"] = [THING]
    digests.send_due(NOON + timedelta(hours=1))
    assert mailbox.raw == []
    assert states() == [("reader@example.org", "nothing")]
    digests.send_due(NOON + timedelta(days=1))
    assert len(mailbox.raw) == 1


def test_one_digest_a_day_however_often_it_is_tried(server, mailbox, reminders, member):
    reminders["everybody"] = [THING]
    for minutes in range(0, 600, 15):
        digests.send_due(NOON + timedelta(minutes=minutes))
    assert len(mailbox.raw) == 1
    digests.send_due(NOON + timedelta(days=1))
    assert len(mailbox.raw) == 2


@pytest.mark.parametrize(
    ("locale", "before", "after"),
    [
        ("ar-MA", "2027-06-03T05:59:00+00:00", "2027-06-03T06:00:00+00:00"),  # Casablanca, an hour ahead
        ("ar-MA", "2027-03-03T06:59:00+00:00", "2027-03-03T07:00:00+00:00"),  # but not in Ramadan
        ("ja-JP", "2027-03-02T21:59:00+00:00", "2027-03-02T22:00:00+00:00"),  # the next day has come there
        ("fr-FR", "2027-03-03T05:59:00+00:00", "2027-03-03T06:00:00+00:00"),
        ("fr-FR", "2027-06-03T04:59:00+00:00", "2027-06-03T05:00:00+00:00"),  # in summer
        ("ne-NP", "2027-03-03T01:14:00+00:00", "2027-03-03T01:15:00+00:00"),  # a quarter of an hour apart
        ("en", "2027-03-03T06:59:00+00:00", "2027-03-03T07:00:00+00:00"),
        ("en-CA", "2027-03-03T06:59:00+00:00", "2027-03-03T07:00:00+00:00"),  # many zones: UTC
    ],
)
def test_digest_comes_at_seven_where_the_institution_is(
    server, mailbox, reminders, institution, join, locale, before, after
):
    Institution.objects.filter(pk=institution.pk).update(locale=locale)
    join(institution)
    reminders["everybody"] = [THING]
    digests.send_due(datetime.fromisoformat(before))
    assert mailbox.raw == []
    digests.send_due(datetime.fromisoformat(after))
    assert len(mailbox.raw) == 1


def test_midnight_passes_at_different_times(server, mailbox, reminders, institution, other_institution, join):
    Institution.objects.filter(pk=institution.pk).update(locale="ja-JP")
    Institution.objects.filter(pk=other_institution.pk).update(locale="pt-BR")  # several zones: UTC
    join(institution, email="tokyo@example.org")
    join(other_institution, email="utc@example.org")
    reminders["everybody"] = [THING]
    start = datetime(2027, 3, 1, tzinfo=UTC)
    for hour in range(3 * 24):
        digests.send_due(start + timedelta(hours=hour))
    found = sorted(Digest.objects.values_list("user__email", "day"))
    days = {"tokyo@example.org": [1, 2, 3, 4], "utc@example.org": [1, 2, 3]}
    assert found == [(email, date(2027, 3, day)) for email, numbers in days.items() for day in numbers]
    assert len(mailbox.raw) == 7


def test_who_may_not_or_will_not_read_gets_nothing(server, mailbox, reminders, institution, join):
    reminders["everybody"] = [THING]
    for name, fields in {"suspended": {"is_active": False}, "switched-off": {"digest": False}}.items():
        user = join(institution, Role.ADMINISTRATOR, email=f"{name}@example.org").user
        type(user).objects.filter(pk=user.pk).update(**fields)
    type(user).objects.create_user("nowhere@example.org")
    digests.send_due(NOON)
    assert mailbox.raw == []
    assert states() == []


def test_suspended_between_morning_and_the_second_attempt(server, mailbox, reminders, member):
    reminders["everybody"] = [THING]
    mailbox.recipients["reader@example.org"] = "451 later"
    digests.send_due(NOON)
    mailbox.recipients.clear()
    type(member.user).objects.update(is_active=False)
    digests.send_due(NOON + timedelta(hours=1))
    assert mailbox.raw == []


def test_person_of_two_institutions_gets_one_digest(server, mailbox, reminders, member, other_institution):
    Member.objects.create(user=member.user, institution=other_institution)
    reminders["everybody"] = [THING]
    digests.send_due(NOON)
    assert len(mailbox.raw) == 1


# What a mail may carry


@pytest.mark.parametrize(
    ("handling", "carried"),
    [
        (Handling(), True),
        (Handling(tlp=Tlp.GREEN), True),
        (Handling(tlp=Tlp.AMBER, pap=Pap.AMBER, codes={Code.H0, Code.H1}), True),
        (Handling(tlp=Tlp.AMBER_STRICT), False),
        (Handling(tlp=Tlp.RED), False),
        (Handling(pap=Pap.RED), False),
        (Handling(codes={Code.H2}), False),
        (Handling(codes={Code.H3}), False),
        (Handling(expires=NOON), False),
        (None, False),
    ],
)
def test_marked_titles_and_notes_stay_out_of_the_mail(server, mailbox, reminders, member, handling, carried):
    secret = Line("Secret title", "/en/secret/", "secret note", due=TODAY, asks=True, handling=handling)
    reminders["everybody"] = [secret, THING]
    digests.send_due(NOON)
    raw = mailbox.mails[0].as_string() + "".join(part.get_content() for part in mailbox.mails[0].iter_parts())
    text, page = parts(mailbox.mails[0])
    assert ("ecret title" in raw, "ecret note" in raw) == (carried, carried)
    assert ("One item in Consultations" in text.translate(UNMARKED)) is not carried
    assert "https://majlis.example.org/en/secret/" in page.links
    assert mailbox.mails[0]["Subject"] == "Majlis: 2 things await you"


@given(markings(), markings())
def test_what_is_stricter_is_never_carried_where_the_milder_is_not(one, other):
    assert may_carry(one) or not may_carry(one.join(other))


HOSTILE = "Sum\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>\u202e\u2066 a\x00b"


def test_hostile_title_stays_words(server, mailbox, reminders, member):
    reminders["everybody"] = [Line(HOSTILE, "/en/x/", HOSTILE, asks=True, handling=OPEN)]
    type(member.user).objects.update(name=HOSTILE.replace("\0", ""))
    digests.send_due(NOON)
    (mail,) = mailbox.mails
    assert mailbox.receivers == ["reader@example.org"]
    assert mail["Bcc"] is None
    text, page = parts(mail)
    assert "script" not in page.tags
    assert "\u202e" not in text + "".join(page.words)
    assert not [line for line in text.splitlines() if line.startswith(("Bcc", "<script"))]


def test_account_with_a_line_break_in_its_address_harms_nobody_else(server, mailbox, reminders, member, institution):
    user = type(member.user).objects.create(email="x@example.org\r\nbcc: victim@example.org")
    Member.objects.create(user=user, institution=institution)
    reminders["everybody"] = [THING]
    digests.send_due(NOON)
    assert mailbox.receivers == ["reader@example.org"]
    assert Digest.objects.get(user=user).failure == "mail-refused"


# Failures


def test_refused_address_fails_alone_and_is_not_tried_again(
    server, mailbox, reminders, member, institution, join, caplog
):
    join(institution, email="gone@example.org")
    mailbox.recipients["gone@example.org"] = "550 no such user"
    reminders["everybody"] = [THING]
    digests.send_due(NOON)
    mailbox.recipients.clear()
    digests.send_due(NOON + timedelta(hours=5))
    assert mailbox.receivers == ["reader@example.org"]
    assert states() == [("gone@example.org", "failed"), ("reader@example.org", "sent")]
    assert "mail-refused" in caplog.text
    assert "example.org" not in caplog.text


def test_server_that_is_down_is_tried_again_with_longer_pauses_until_the_day_is_over(
    server, mailbox, reminders, member, institution, join, settings, monkeypatch
):
    for number in range(5):
        join(institution, email=f"m{number}@example.org")
    reminders["everybody"] = [THING]
    tries = []
    connect = post.Post._connect

    def counted(self):
        tries.append(moment)
        return connect(self)

    monkeypatch.setattr(post.Post, "_connect", counted)
    settings.MAIL = post.MailServer("127.0.0.1", 1, post.Tls.NONE)
    start = datetime(2027, 3, 3, 7, tzinfo=UTC)
    for quarter in range(68):
        moment = start + timedelta(minutes=15 * quarter)
        digests.send_due(moment)
    hours = [(later - start) / timedelta(hours=1) for later in tries]
    assert hours == [0, 0.25, 0.75, 1.75, 3.75, 7.75, 11.75, 15.75]
    digests.send_due(start + timedelta(hours=20))
    assert set(Digest.objects.values_list("state", "failure")) == {("failed", "mail-unreachable")}


def test_server_that_comes_back_gets_every_digest_once(server, mailbox, reminders, institution, join, settings):
    people = sorted(join(institution, email=f"m{number}@example.org").user.email for number in range(5))
    reminders["everybody"] = [THING]
    port = server.port
    settings.MAIL = post.MailServer("127.0.0.1", 1, post.Tls.NONE)
    digests.send_due(NOON)
    settings.MAIL = post.MailServer("127.0.0.1", port, post.Tls.NONE)
    for quarter in range(8):
        digests.send_due(NOON + timedelta(minutes=15 * quarter))
    assert mailbox.receivers == people
    assert digests.troubles(NOON) == {}


def test_server_that_hangs_after_the_text_gets_it_no_second_time(
    server, mailbox, reminders, member, institution, join, monkeypatch
):
    monkeypatch.setattr(post, "SECONDS_TO_ANSWER", 0.3)
    reminders["everybody"] = [THING]
    mailbox.on_data = mailbox.hang
    digests.send_due(NOON)
    mailbox.on_data = None
    for hour in range(1, 9):
        digests.send_due(NOON + timedelta(hours=hour))
    assert len(mailbox.raw) == 1
    assert digests.troubles(NOON) == {member.user_id: "mail-unanswered"}


def test_digest_that_cannot_be_written_stops_no_other(
    server, mailbox, reminders, member, institution, join, monkeypatch, caplog
):
    join(institution, email="other@example.org")
    reminders["everybody"] = [THING]
    reminders["reader@example.org"] = [Line(3, "/secret/", asks=True, handling=OPEN)]
    digests.send_due(NOON)
    assert mailbox.receivers == ["other@example.org"]
    assert digests.troubles(NOON) == {member.user_id: "mail-fault"}
    assert "secret" not in caplog.text


def test_claim_is_taken_once_and_held(server, mailbox, reminders, member):
    reminders["everybody"] = [THING]
    digests.queue(NOON)
    one, other = Digest.objects.get(), Digest.objects.get()
    assert digests._claim(one)
    assert not digests._claim(other)
    digests._put_off(other, post.NotSent(post.Reason.LATER), NOON)
    digests._settle(other, DigestState.FAILED)
    assert Digest.objects.get().state == DigestState.SENDING


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_digest_once(server, mailbox, reminders, institution, join):
    people = sorted(join(institution, email=f"m{number}@example.org").user.email for number in range(12))
    reminders["everybody"] = [THING]
    barrier, faults = threading.Barrier(3), []

    def work():
        try:
            barrier.wait()
            digests.send_due(NOON)
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert faults == []
    assert mailbox.receivers == people
    assert set(states()) == {(email, "sent") for email in people}


# The record


def test_ledger_counts_what_was_sent_and_names_nobody(server, mailbox, reminders, member, institution, join):
    join(institution, email="other@example.org")
    reminders["everybody"] = [THING]
    digests.send_due(NOON)
    digests.send_due(NOON + timedelta(hours=1))
    entry = LedgerEntry.objects.get()
    assert '"action":"digest.send"' in entry.leaf
    assert '"count":2' in entry.leaf
    assert "example.org" not in entry.leaf
    assert str(member.pk) not in entry.leaf
    assert str(member.user_id) not in entry.leaf
    assert ledger.verify().holds


def test_round_that_died_before_it_counted_is_counted_by_the_next(server, mailbox, reminders, member, monkeypatch):
    reminders["everybody"] = [THING]
    monkeypatch.setattr(digests, "_note", lambda: None)
    digests.send_due(NOON)
    monkeypatch.undo()
    assert not LedgerEntry.objects.exists()
    digests._note()
    digests._note()
    assert '"count":1' in LedgerEntry.objects.get().leaf


def test_rows_of_long_ago_are_forgotten(server, reminders, member):
    digests.queue(NOON)
    digests.queue(NOON + timedelta(days=40))
    assert [digest.day for digest in Digest.objects.all()] == [TODAY + timedelta(days=40)]


def test_without_mail_settings_nothing_happens(server, mailbox, reminders, member, settings):
    settings.MAIL = None
    reminders["everybody"] = [THING]
    digests.send_due(NOON)
    assert (mailbox.raw, Digest.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("state", "failure", "minutes", "expected"),
    [
        ("waiting", "", 0, None),
        ("waiting", "mail-later", 0, "mail-later"),
        ("sending", "", 1, None),
        ("sending", "", 11, "mail-unanswered"),
        ("failed", "mail-refused", 0, "mail-refused"),
        ("sent", "mail-later", 0, None),
        ("nothing", "", 0, None),
    ],
)
def test_trouble_is_named(member, state, failure, minutes, expected):
    at = NOON - timedelta(minutes=minutes)
    Digest.objects.create(user=member.user, day=TODAY, state=state, failure=failure, at=at)
    assert digests.troubles(NOON).get(member.user_id) == expected


def test_trouble_of_yesterday_is_over_when_today_went_well(member):
    Digest.objects.create(user=member.user, day=TODAY, state="sent")
    Digest.objects.create(user=member.user, day=TODAY - timedelta(days=1), state="failed", failure="mail-refused")
    assert digests.troubles(NOON) == {}


def test_name_that_only_the_institution_knows_is_in_no_mail(server, mailbox, reminders, member):
    reminders["everybody"] = [replace(THING, inside="The quiet name")]
    digests.send_due(NOON)
    raw = mailbox.mails[0].as_string() + "".join(part.get_content() for part in mailbox.mails[0].iter_parts())
    assert "A thing" in raw
    assert "quiet name" not in raw
