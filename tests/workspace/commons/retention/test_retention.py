"""What is over is gone: from tables, files, search, pages and backups; the ledger still verifies and knows of it."""

from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from majlis.engine.errors import InputError, Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import backup, checkpoints, manifest, people, traces
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import (
    Digest,
    Erasure,
    LedgerEntry,
    LedgerPerson,
    Member,
    Restricted,
    Role,
    SearchEntry,
    Source,
    Tombstone,
    User,
)
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.retention import days, kept, policies
from majlis.workspace.commons.retention.carrying_out import carry_out
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations.models import Code, Consultation, Door, Statement
from majlis.workspace.rooms.strategy.models import Recommendation, Round, Strategy

WORD, NAME = "quincunxword", "zeugmaname"
ADDRESS = "planted.person@ministry.example"
NOW = timezone.now()


def over(tlp=Tlp.GREEN, **given):
    return Handling(tlp=tlp, expires=NOW + timedelta(days=1), **given)


def planted(text=WORD):
    return Text.write(f"{text} one", "en").translated("fr", f"{text} deux", reviewed=True)


def dump():
    """Every value of every table, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found.append(repr([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor]))
    return "".join(found)


def files():
    """Every byte of the database's files, where it has any."""
    path = Path(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite":
        return b""
    return b"".join(p.read_bytes() for p in path.parent.glob(f"{path.name}*"))


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):
    settings.KEYS, settings.BACKUPS = tmp_path / "keys", tmp_path / "backups"


@pytest.fixture
def marked(institution, organiser):
    """Records of every room whose handling ends tomorrow, with the planted word in their columns, and a round of one
    of them that lists another with its words, and names no end itself."""
    at = {"institution": institution, "handling": over()}
    source = Source.objects.create(title=planted(), address=f"https://{WORD}.example/", **at)
    asked = Consultation.objects.create(
        text=planted(), working_title=WORD, introduction=planted(), door=Door.OPEN, **at
    )
    statement = Statement.objects.create(consultation=asked, text=planted(), code="1", position=1, **at)
    strategy = Strategy.objects.create(text=planted(), introduction=planted(), **at)
    words = {"text": planted(), "goal": planted(), "office": planted(), "reason": planted()}
    decided = {"stage": "adopted", "decided_on": NOW.date(), "frozen": {"content": {"text": WORD}}}
    text = Recommendation.objects.create(strategy=strategy, code="1", decided_by=organiser, **words, **decided, **at)
    lines = [{"id": str(text.pk), "code": "1", "digest": text.digest, "content": {"text": WORD}}]
    asked_in = Round.objects.create(institution=institution, strategy=strategy, number=1, asked=lines)
    return [source, asked, statement, strategy, text, asked_in]


@pytest.mark.django_db(transaction=True)
def test_planted_words_are_nowhere_after_their_time(marked):
    assert WORD in dump()
    before = {record.pk: record.digest for record in marked}
    assert carry_out(NOW) == []
    assert WORD in dump()
    done = carry_out(NOW + timedelta(days=2))
    assert [(one.policy, one.count) for one in done if one.policy == "marked-records"] == [("marked-records", 6)]
    assert WORD not in dump()
    assert WORD.encode() not in files()
    assert not SearchEntry.objects.filter(record__in=before).exists()
    assert {t.record_id: t.record_digest for t in Tombstone.objects.all()} == before
    assert checkpoints.verify().holds
    assert Erasure.objects.get(policy="marked-records").digest in LedgerEntry.objects.last().leaf
    assert [one for one in carry_out(NOW + timedelta(days=3)) if one.policy == "marked-records"] == []


@pytest.mark.django_db
def test_pages_that_ask_no_handling_leave_out_what_expired(institution):
    from majlis.workspace.rooms.consultations import queries

    asked = Consultation.objects.create(institution=institution, text=Text.write("Asked", "en"))
    at = {"institution": institution, "consultation": asked, "state": "in"}
    Statement.objects.create(text=planted(), code="1", position=1, handling=over(), **at)
    stays = Statement.objects.create(text=Text.write("Stays", "en"), code="2", position=2, **at)
    policy = next(policy for policy in policies.policies() if policy.key == "marked-records")
    list(policy.expire(NOW + timedelta(days=2)))
    assert list(queries.statements_in(asked)) == [stays]


@pytest.fixture
def left(institution, join):
    """Somebody who acted, has an address, a digest and a session, and was suspended."""
    with acting(join(institution, Role.ADMINISTRATOR)):
        member = people.add_member(institution=institution, email=ADDRESS, roles=[Role.ORGANISER], name=NAME)
        with acting(member):
            people.set_mail(member=member, digest=True, language="fr")
        Digest.objects.create(user=member.user, day=NOW.date())
        people.suspend_member(member=member)
    return member


@pytest.mark.django_db(transaction=True)
def test_person_who_left_is_nowhere_and_the_chain_verifies(left):
    assert ADDRESS in dump()
    carry_out(NOW + timedelta(days=29))
    assert ADDRESS in dump()
    carry_out(NOW + timedelta(days=31))
    assert ADDRESS not in dump()
    assert NAME not in dump()
    assert ADDRESS.encode() not in files()
    assert not LedgerPerson.objects.filter(member=left.pk).exists()
    assert not EmailAddress.objects.filter(user=left.user_id).exists()
    user = User.objects.get(pk=left.user_id)
    assert not user.is_active
    assert not user.has_usable_password()
    assert checkpoints.verify().holds
    before = LedgerEntry.objects.count()
    carry_out(NOW + timedelta(days=32))
    assert LedgerEntry.objects.count() == before


@pytest.mark.django_db
def test_erased_account_does_not_come_back(left, institution):
    carry_out_under_test(NOW + timedelta(days=31))
    administrator = Member.objects.exclude(pk=left.pk).get()
    with acting(administrator), pytest.raises(Refused, match="member-gone"):
        people.resume_member(member=Member.objects.get(pk=left.pk))


def carry_out_under_test(now):
    """Carry out without rewriting files, which a test's own transaction does not let."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traces, "erase", lambda *tables: True)
        return carry_out(now)


@pytest.mark.django_db
def test_unused_accounts_go_but_the_last_administrator_stays(institution, join):
    administrator = join(institution, Role.ADMINISTRATOR, email="first@example.org")
    unused = join(institution, Role.READER, email=ADDRESS)
    used = join(institution, Role.READER, email="used@example.org")
    User.objects.filter(pk=used.user_id).update(last_login=NOW)
    carry_out_under_test(NOW + timedelta(days=91))
    addresses = set(User.objects.values_list("email", flat=True))
    assert addresses == {"first@example.org", "used@example.org", f"{unused.user_id}@gone.invalid"}
    assert User.objects.get(pk=administrator.user_id).is_active


@pytest.mark.django_db
def test_oversight_does_not_end_because_its_auditor_has_not_come_yet(institution, other_institution, join):
    auditors = [join(institution, Role.AUDITOR), join(institution, Role.AUDITOR, Role.READER)]
    join(other_institution, Role.AUDITOR)
    unused = join(institution, Role.MODERATOR, email=ADDRESS)
    before = set(User.objects.exclude(email=ADDRESS).values_list("email", flat=True))
    carry_out_under_test(NOW + timedelta(days=4000))
    assert set(User.objects.values_list("email", flat=True)) == {*before, f"{unused.user_id}@gone.invalid"}
    for auditor in auditors:
        assert checkpoints.may_audit(Member.objects.get(pk=auditor.pk))
        assert User.objects.get(pk=auditor.user_id).is_active


@pytest.mark.django_db
def test_a_role_does_not_keep_the_account_of_who_left(institution, join):
    left = join(institution, Role.AUDITOR, email=ADDRESS)
    User.objects.filter(pk=left.user_id).update(is_active=False, left_at=NOW)
    carry_out_under_test(NOW + timedelta(days=31))
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.django_db
def test_sessions_digests_codes_receipts_and_backups_go(institution, reader, settings):
    Session.objects.create(session_key="planted", session_data="x", expire_date=NOW - timedelta(hours=1))
    Session.objects.create(session_key="living", session_data="x", expire_date=NOW + timedelta(days=200))
    User.objects.filter(pk=reader.user_id).update(last_login=NOW)
    Digest.objects.create(user=reader.user, day=NOW.date())
    asked = Consultation.objects.create(
        institution=institution, text=Text.write("Asked", "en"), state="closed", closed_at=NOW
    )
    Code.objects.create(consultation=asked, batch=1, serial=1, digest=b"d" * 16)
    Statement.objects.create(
        institution=institution, consultation=asked, text=planted(), code="1", position=1, receipt=b"r" * 32
    )
    settings.BACKUPS.mkdir()
    old = settings.BACKUPS / "majlis-20200101T000000.000000Z-0.1.0-by-hand.sqlite3"
    strange = settings.BACKUPS / "majlis-notes.txt"
    for path in (old, strange):
        path.write_text(WORD)
    new = settings.BACKUPS / f"majlis-{NOW + timedelta(days=99):%Y%m%dT%H%M%S.%fZ}-0.1.0-by-hand.sqlite3"
    new.write_text(WORD)
    done = {one.policy: one.count for one in carry_out_under_test(NOW + timedelta(days=100))}
    for policy in ("sessions", "digests", "consultation-codes", "statement-receipts", "backups"):
        assert done[policy] == 1
    assert [s.session_key for s in Session.objects.all()] == ["living"]
    assert not Code.objects.exists()
    assert Statement.objects.get().receipt is None
    assert sorted(settings.BACKUPS.iterdir()) == sorted([strange, new, settings.BACKUPS / "manifest.json"])


@pytest.mark.django_db
def test_a_policy_that_fails_holds_up_no_other(monkeypatch):
    Session.objects.create(session_key="planted", session_data="x", expire_date=NOW - timedelta(hours=1))

    def fall(before):
        raise OSError("the disk is gone")

    broken = policies.Policy("accounts-left", 1, 1, fall)
    monkeypatch.setitem(policies._policies, "accounts-left", broken)
    assert [one.policy for one in carry_out_under_test(NOW)] == ["sessions"]


def test_settings_are_read_and_what_is_none_is_refused():
    assert days.read("backups=60, sessions=1") == {"backups": 60, "sessions": 1}
    assert days.read("") == {}
    for wrong in ("backups", "backups=soon", "backups=-1"):
        with pytest.raises(InputError, match="MAJLIS_KEEP"):
            days.read(wrong)


def test_nothing_is_kept_longer_than_the_most(settings):
    settings.KEEP = {"backups": 5000}
    policy = next(policy for policy in policies.policies() if policy.key == "backups")
    assert policy.cutoff(NOW) == NOW - timedelta(days=365)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_page_is_for_administrators_and_auditors(client, institution, join, reader, language):
    path = f"/{language}/oversight/retention/"
    assert client.get(path).status_code == 302
    client.force_login(reader.user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(path).status_code == 403
    member = join(institution, Role.ADMINISTRATOR)
    client.force_login(member.user, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(path).content.decode()
    for policy in policies.policies():
        assert f">{policy.key}<" in page


@pytest.mark.django_db(transaction=True)
def test_restored_backup_expires_again_and_the_file_goes_in_time(marked, settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL dump needs the server's own client programs")
    settings.HOME = tmp_path
    saved = backup.back_up()
    carry_out(NOW + timedelta(days=2))
    assert WORD not in dump()
    done = backup.restore(saved)
    assert done.again == 6
    assert WORD not in dump()
    assert WORD.encode() in saved.read_bytes()
    assert checkpoints.verify().holds
    carry_out(NOW + timedelta(days=91))
    assert not saved.exists()
    assert [one.path for one in manifest.kept()] == [done.aside], "the last good one stays"


@pytest.mark.django_db(transaction=True)
def test_a_restored_backup_brings_back_neither_the_erased_nor_the_recalled(organiser, left, settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL dump needs the server's own client programs")
    settings.HOME = tmp_path
    shown = Source.objects.create(institution=organiser.institution, title=planted(), handling=Handling())
    saved = backup.back_up()
    assert ADDRESS in dump()
    with acting(organiser):
        acts.recall(record=shown, reason=Text.write("No longer ours to give", "en"))
    tombstone = Restricted.objects.get()
    carry_out(NOW + timedelta(days=40))
    assert ADDRESS not in dump()
    done = backup.restore(saved)
    assert done.again == 2
    assert ADDRESS not in dump()
    assert ADDRESS.encode() not in files()
    again = Source.objects.get()
    assert not any(may_see(member, again) for member in (None, organiser))
    assert acts.is_recalled(again)
    assert str(Restricted.objects.get().restriction.reason) == "No longer ours to give"
    assert Restricted.objects.get().record_digest == tombstone.record_digest
    assert checkpoints.verify().holds
    assert sum("retention.again" in entry.leaf for entry in LedgerEntry.objects.all()) == 1
    assert backup.restore(done.aside).again == 0


@pytest.mark.django_db(transaction=True)
def test_who_left_after_a_backup_does_not_come_in_by_it(organiser, join, settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL dump needs the server's own client programs")
    settings.HOME = tmp_path
    member, administrator = join(organiser.institution, Role.READER), join(organiser.institution, Role.ADMINISTRATOR)
    saved = backup.back_up()
    with acting(administrator):
        people.suspend_member(member=member)
    left_at = User.objects.get(pk=member.user_id).left_at
    backup.restore(saved)
    user = User.objects.get(pk=member.user_id)
    assert (user.is_active, user.left_at) == (False, left_at)


@pytest.mark.django_db
def test_the_last_good_backup_stays_however_old_and_a_damaged_one_is_none(settings):
    settings.BACKUPS.mkdir()
    names = [f"majlis-{year}0101T000000.000000Z-0.1.0-by-hand.sqlite3" for year in (2018, 2019, 2020)]
    for name in names:
        (settings.BACKUPS / name).write_text(name)
        manifest.put_down(settings.BACKUPS / name, entries=7)
    (settings.BACKUPS / names[2]).write_text("same length".ljust(len(names[2])))
    found = {one.kept.file: (one.is_whole, one.is_last_good, one.kept.entries) for one in kept.backups()}
    assert found == {names[0]: (True, False, 7), names[1]: (True, True, 7), names[2]: (False, False, 7)}
    carry_out_under_test(NOW)
    assert [one.file for one in manifest.kept()] == [names[1]]
    carry_out_under_test(NOW + timedelta(days=4000))
    assert (settings.BACKUPS / names[1]).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("written", ["", "{", "[1]", '[{"file": 1}]', '{"a": "b"}'])
def test_a_manifest_that_cannot_be_read_is_made_anew(written, settings):
    settings.BACKUPS.mkdir()
    (settings.BACKUPS / "majlis-20240101T000000.000000Z-0.1.0-by-hand.sqlite3").write_text("x")
    (settings.BACKUPS / "manifest.json").write_text(written)
    manifest.refresh()
    assert [(one.length, one.entries) for one in manifest.kept()] == [(1, None)]
    assert "majlis-2024" in (settings.BACKUPS / "manifest.json").read_text()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_page_says_until_when_backups_stay_and_what_they_may_hold(language, client, institution, join, settings):
    member = join(institution, Role.AUDITOR)
    client.force_login(member.user, backend="django.contrib.auth.backends.ModelBackend")
    path = f"/{language}/oversight/retention/"
    assert "majlis backup" in client.get(path).content.decode()
    settings.BACKUPS.mkdir()
    for days_ago in (20, 10):
        made = f"{NOW - timedelta(days=days_ago):%Y%m%dT%H%M%S.%fZ}"
        file = settings.BACKUPS / f"majlis-{made}-0.1.0-by-hand.sqlite3"
        file.write_text("x")
        manifest.put_down(file, entries=3)
    Erasure.objects.create(policy="sessions", count=4, digest="0" * 64)
    page = client.get(path).content.decode()
    assert page.count('<code dir="ltr">2d711642b726b044') == 2
    assert str((NOW + timedelta(days=70)).year) in page
