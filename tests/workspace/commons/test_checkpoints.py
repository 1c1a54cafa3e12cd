"""Checkpoints, witnesses, salts and reads, from the command and over HTTP."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone

from majlis.cli import outside, run
from majlis.cli import witness as witnesses
from majlis.engine.errors import InputError, Refused
from majlis.engine.handling import Handling, Tlp
from majlis.engine.ledger import Checkpoint, Growth, InclusionProof, Note, PublicKey, SigningKey, verify_inclusion
from majlis.engine.ledger.note import WITNESS
from majlis.workspace.commons import checkpoints, ledger, ledger_tasks, people, persons, queries
from majlis.workspace.commons.actions import acting, action
from majlis.workspace.commons.models import (
    LedgerCheck,
    LedgerCheckpoint,
    LedgerEntry,
    LedgerPerson,
    Member,
    Question,
    Role,
)
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings.models import Series

pytestmark = pytest.mark.django_db
KEY = SigningKey("court.example/w", WITNESS, b"k" * 32)


@action("thing.do")
def do(*, thing):
    return thing


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS / "ledger"


@pytest.fixture
def entries(institution):
    for _ in range(11):
        do(thing=institution)


@pytest.fixture
def auditor(institution, join):
    return join(institution, Role.AUDITOR, email="auditor@example.org")


@pytest.fixture
def browser(auditor):
    client = Client()
    client.force_login(auditor.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def signed(note):
    return str(note.signed_also(KEY.sign(note.text, at=1_700_000_000)))


def test_checkpoint_is_signed_by_a_key_that_only_its_owner_may_read(entries, key_folder):
    made = checkpoints.make_checkpoint()
    note = Note.parse(made.note)
    assert checkpoints.signing_key().public.verifies(note)
    assert Checkpoint.read(note).size == made.size == 11
    assert {path.stat().st_mode & 0o077 for path in key_folder.iterdir()} == {0}
    assert json.loads(LedgerEntry.objects.get(index=11).leaf)["subjects"] == [made.ledger_reference()]


def test_nothing_is_signed_that_does_not_continue_what_was_signed(entries):
    checkpoints.make_checkpoint()
    LedgerEntry.objects.filter(index=7).update(nodes="00" * 96)
    with pytest.raises(checkpoints.NotOurs):
        checkpoints.make_checkpoint()


def test_a_new_key_starts_under_a_new_name_and_old_heads_still_count(entries):
    first = Note.parse(checkpoints.make_checkpoint().note)
    checkpoints.change_key()
    second = Note.parse(checkpoints.make_checkpoint().note)
    assert Checkpoint.read(first).origin != Checkpoint.read(second).origin
    assert checkpoints.verify([first, second]).holds
    LedgerEntry.objects.filter(index=3).update(leaf_hash="00" * 32)
    assert not checkpoints.verify([first]).holds


def test_a_checkpoint_is_due_after_an_hour_with_an_act_or_after_a_thousand(entries):
    assert ledger_tasks.is_time(timezone.now())
    checkpoints.make_checkpoint()
    later = timezone.now() + timedelta(hours=2)
    assert not ledger_tasks.is_time(later)
    ledger.append("some.act", actor=None)
    assert ledger_tasks.is_time(later)
    assert not ledger_tasks.is_time(timezone.now())


def test_signatures_of_known_witnesses_are_taken_once_and_of_nobody_else(entries, auditor, institution):
    checkpoints.make_checkpoint()
    note = Note.parse(LedgerCheckpoint.objects.get().note)
    with pytest.raises(Refused, match="witness-unknown"):
        checkpoints.take_cosignatures(signed(note))
    with acting(auditor):
        checkpoints.add_witness(key=str(KEY.public), institution=institution)
    size = LedgerEntry.objects.count()
    assert len(checkpoints.take_cosignatures(signed(note))) == 1
    assert checkpoints.take_cosignatures(signed(note)) == []
    assert LedgerEntry.objects.count() == size + 1
    assert len(checkpoints.published(checkpoints.latest()).signatures) == 2
    other = str(Checkpoint("elsewhere", 11, bytes(32)))
    with pytest.raises(checkpoints.NotOurs):
        checkpoints.take_cosignatures(signed(Note(other)))
    assert checkpoints.verify().holds


def test_only_auditors_and_administrators_name_witnesses(reader):
    with acting(reader), pytest.raises(Refused):
        checkpoints.add_witness(key=str(KEY.public))


def test_growth_and_proofs_hold_for_every_earlier_size(entries):
    heads = [Checkpoint("x", size, bytes.fromhex(ledger.root_at(size))) for size in range(1, 12)]
    made = checkpoints.make_checkpoint()
    origin = Checkpoint.read(Note.parse(made.note)).origin
    for head in heads:
        growth = Growth.parse(str(checkpoints.growth(head.size)))
        assert growth.follows(Checkpoint(origin, head.size, head.root))
        assert not growth.follows(Checkpoint(origin, head.size, bytes(32)))
    key, root = checkpoints.signing_key().public, Checkpoint.read(Note.parse(made.note)).root
    for index in range(11):
        proof = InclusionProof.parse(str(checkpoints.proof_of(index, leaf=True)))
        entry = LedgerEntry.objects.get(index=index)
        assert verify_inclusion(bytes.fromhex(entry.leaf_hash), index, 11, proof.path, root)
        assert proof.shows(entry.leaf.encode(), key)
        assert not proof.shows(entry.leaf.encode() + b" ", key)
    with pytest.raises(InputError):
        checkpoints.proof_of(11)


def test_migration_fills_nodes_as_appending_writes_them(entries):
    migration = __import__("importlib").import_module("majlis.workspace.commons.migrations.0008_ledger_in_full")
    before = dict(LedgerEntry.objects.values_list("index", "nodes"))
    LedgerEntry.objects.update(nodes="")
    assert ledger.verify().fault == "nodes"

    class Editor:
        pass

    Editor.connection = connection
    migration.fill_nodes(apps, Editor)
    assert dict(LedgerEntry.objects.values_list("index", "nodes")) == before


def test_a_forgotten_person_is_in_no_table_and_no_entry_leads_to_them(institution, auditor, join):
    gone = join(institution, Role.CLERK, email="gone@example.org")
    with acting(gone):
        for _ in range(3):
            do(thing=auditor)
    with acting(auditor):
        do(thing=gone)
    assert set(persons.actors_of(LedgerEntry.objects.all()).values()) == {gone, auditor}
    member_id, user, user_id = gone.pk, gone.user, gone.user_id
    people.forget_in_ledger(member_id=member_id)
    gone.grants.all().delete()
    Member.objects.filter(pk=member_id).delete()
    user.delete()
    assert ledger.verify().holds
    assert set(persons.actors_of(LedgerEntry.objects.all()).values()) == {auditor}
    assert not LedgerPerson.objects.filter(member_id=member_id).exists()
    for needle in (str(member_id), member_id.hex, "gone@example.org", str(user_id), user_id.hex):
        assert needle not in dump()
    salts = set(LedgerPerson.objects.exclude(salt="").values_list("salt", flat=True))
    made = {c for e in LedgerEntry.objects.all() for c in persons.commitments(json.loads(e.leaf)).values()}
    assert not made & {persons.commitment(salt, str(member_id)) for salt in salts}
    assert len(made) == 8


def dump():
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if not name.startswith("sqlite")]
        rows = []
        for name in names:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            rows += [repr(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def test_forgetting_somebody_on_the_sly_is_found(institution, auditor):
    with acting(auditor):
        do(thing=institution)
    persons.blank(auditor.pk)
    assert ledger.verify().fault == "persons"


def test_entries_from_before_salts_still_name_their_actor(auditor):
    leaf = json.dumps({"actor": str(auditor.pk)})
    old = LedgerEntry(index=7, at=timezone.now(), leaf=leaf, leaf_hash="", nodes="")
    assert persons.actors_of([old]) == {7: auditor}


# The command: files alone


def test_command_exports_verifies_and_names_the_first_bad_entry(entries, tmp_path, capsys):
    file = tmp_path / "ledger.jsonl"
    made = checkpoints.make_checkpoint()
    export_to(file, made)
    assert run(["ledger", "verify", str(file)]) == 0
    lines = file.read_text().splitlines(keepends=True)
    broken = [*lines[:5], lines[5].replace("thing.do", "thing.no"), *lines[6:]]
    file.write_text("".join(broken))
    capsys.readouterr()
    assert run(["ledger", "verify", str(file)]) == 1
    assert "Entry 4 is bad: altered" in capsys.readouterr().out
    file.write_text("no export\n")
    assert run(["ledger", "verify", str(file)]) == 2
    file.write_text("".join([*lines[:3], "{}\n"]))
    assert run(["ledger", "verify", str(file)]) == 2
    assert "line 4" in capsys.readouterr().err
    assert run(["ledger", "verify", str(tmp_path / "none")]) == 2


def test_command_finds_a_cut_tail_only_with_a_witness(entries, tmp_path, capsys):
    early = checkpoints.make_checkpoint()
    export_to(tmp_path / "early", early)
    ledger.append("last.act", actor=None)
    late = checkpoints.make_checkpoint()
    (tmp_path / "head").write_text(late.note)
    assert run(["ledger", "verify", str(tmp_path / "early")]) == 0
    assert "would look the same" in capsys.readouterr().out
    assert run(["ledger", "verify", str(tmp_path / "early"), "--witness", str(tmp_path / "head")]) == 1
    assert "Entry 11 is bad: cut" in capsys.readouterr().out


def export_to(file, checkpoint):
    from majlis.engine.ledger.export import Title, write

    title = Title(checkpoints.signing_key().public, Note.parse(checkpoint.note))
    file.write_text("".join(write(title, ledger.rows(checkpoint.size))))


def test_witness_holds_signs_and_refuses_what_does_not_continue(entries, tmp_path):
    kept = witnesses.Kept(tmp_path / "kept")
    key = str((checkpoints.make_checkpoint(), checkpoints.signing_key().public)[1])
    file = tmp_path / "head"
    file.write_text(str(checkpoints.growth(0)))
    with pytest.raises(InputError, match="--log-key"):
        witnesses.witness(str(file), kept, name="court.example/w")
    done = witnesses.witness(str(file), kept, name="court.example/w", log_key=key)
    assert done.own.verifies(kept.note)
    assert kept.own_key_file.stat().st_mode & 0o077 == 0
    held = kept.path.read_text()
    ledger.append("some.act", actor=None)
    checkpoints.make_checkpoint()
    file.write_text(str(checkpoints.growth(5)))
    with pytest.raises(InputError, match="from 11"):
        witnesses.witness(str(file), kept)
    file.write_text(str(checkpoints.growth(11)))
    assert witnesses.witness(str(file), kept).before == 11
    assert kept.path.read_text() != held
    now = kept.path.read_text()
    false = Checkpoint(done.head.origin, 40, bytes(32))
    note = Note(str(false)).signed_also(checkpoints.signing_key().sign(str(false)))
    file.write_text(str(Growth(13, (bytes(32),), note)))
    with pytest.raises(InputError, match="does not continue"):
        witnesses.witness(str(file), kept)
    stranger = SigningKey(false.origin, 1, b"s" * 32)
    file.write_text(str(Note(str(false)).signed_also(stranger.sign(str(false)))))
    with pytest.raises(InputError, match="not signed"):
        witnesses.witness(str(file), kept)
    assert kept.path.read_text() == now


# Over HTTP


def test_plain_addresses_give_heads_proofs_and_key_to_anybody(entries, auditor, institution, monkeypatch, tmp_path):
    client = Client()
    assert client.get("/ledger/checkpoint").status_code == 404
    made = checkpoints.make_checkpoint()
    assert client.get("/ledger/checkpoint").text == made.note
    assert PublicKey.parse(client.get("/ledger/key").text).verifies(Note.parse(made.note))
    assert InclusionProof.parse(client.get("/ledger/proof/3").text).leaf is None
    assert client.get("/ledger/proof/300").status_code == 404
    assert client.get("/ledger/consistency?from=x").status_code == 400
    assert client.get("/ledger/consistency?from=99").status_code == 404
    monkeypatch.setattr(outside, "get", lambda address: client.get(address.removeprefix("http://w")).text)
    kept = witnesses.Kept(tmp_path / "kept")
    done = witnesses.witness("http://w/", kept, name="court.example/w")
    assert done.trusted == checkpoints.signing_key().public
    post = {"content_type": "text/plain"}
    assert client.post("/ledger/cosignatures", str(kept.note), **post).status_code == 403
    with acting(auditor):
        checkpoints.add_witness(key=str(done.own), institution=institution)
    assert client.post("/ledger/cosignatures", str(kept.note), **post).status_code == 200
    assert client.post("/ledger/cosignatures", "nonsense", **post).status_code == 400
    assert client.get("/ledger/checkpoint").text == str(kept.note)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_auditor_reads_checks_and_downloads(entries, browser, language):
    assert browser.get(f"/{language}/oversight/ledger/").status_code == 200
    assert browser.post(f"/{language}/oversight/ledger/checkpoint/").status_code == 302
    page = browser.get(f"/{language}/oversight/ledger/").text
    assert checkpoints.latest().note.splitlines()[2].replace("+", "&#x2B;")[:20] in page or "majlis/ledger" in page
    assert browser.post(f"/{language}/oversight/ledger/check/").status_code == 302
    assert LedgerCheck.objects.get().fault == ""
    assert LedgerCheck.objects.get().finished_at
    assert browser.get(f"/{language}/oversight/ledger/").status_code == 200
    listed = browser.get(f"/{language}/oversight/ledger/entries/", {"act": "thing"})
    assert listed.text.count("thing.do") >= 11
    assert browser.get(f"/{language}/oversight/ledger/entries/3/").status_code == 200
    proof = InclusionProof.parse(browser.get(f"/{language}/oversight/ledger/entries/3/proof/").text)
    assert proof.shows(proof.leaf, checkpoints.signing_key().public)
    whole = browser.get(f"/{language}/oversight/ledger/export/").getvalue().decode()
    assert len(whole.splitlines()) == 12
    LedgerEntry.objects.filter(index=3).update(leaf="{}")
    browser.post(f"/{language}/oversight/ledger/check/")
    assert LedgerCheck.objects.last().fault == "altered"
    assert "3" in browser.get(f"/{language}/oversight/ledger/").text


def test_nobody_but_auditors_reads_entries(entries, reader):
    client = Client()
    client.force_login(reader.user, backend="django.contrib.auth.backends.ModelBackend")
    checkpoints.make_checkpoint()
    for place in ("entries/", "entries/3/", "entries/3/proof/", "export/"):
        assert client.get(f"/en/oversight/ledger/{place}").status_code == 403
        assert Client().get(f"/en/oversight/ledger/{place}").status_code == 302
    assert client.post("/en/oversight/ledger/check/").status_code == 403
    assert "thing.do" not in client.get("/en/oversight/ledger/").text


def test_a_refused_head_is_kept_in_the_form_with_its_reason(entries, browser):
    answer = browser.post("/en/oversight/ledger/heads/", {"text": "what I typed"})
    assert answer.status_code == 400
    assert "what I typed" in answer.text
    assert "cannot be read" in answer.text


# Reads


@pytest.fixture
def series(institution, organiser):
    def make(tlp):
        title = Text.write("Series", "en")
        handling = Handling(tlp=tlp)
        return Series.objects.create(institution=institution, title=title, handling=handling, state="published")

    return make


def reads():
    return [json.loads(e.leaf) for e in LedgerEntry.objects.filter(leaf__contains='"action":"record.read"')]


@pytest.fixture
def reading(reader):
    client = Client()
    client.force_login(reader.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_each_view_of_a_marked_record_leaves_one_entry_with_its_digest(series, reading, reader):
    record = series(Tlp.AMBER)
    for views in (1, 2):
        assert reading.get("/en/gatherings/").status_code == 200
        assert len(reads()) == views
    said = reads()[0]
    assert said["subjects"] == [record.ledger_reference()]
    assert said["detail"] == {"page": "gatherings:index"}
    assert persons.actors_of([LedgerEntry.objects.order_by("-index").first()]).popitem()[1] == reader


@pytest.mark.parametrize("tlp", [Tlp.CLEAR, Tlp.GREEN])
def test_content_that_everybody_here_may_see_leaves_none(series, reading, tlp):
    series(tlp)
    assert "Series" in reading.get("/en/gatherings/").text
    assert reads() == []


def test_a_page_of_very_many_records_names_some_and_a_root_over_the_rest(series, reading, monkeypatch):
    from majlis.workspace.commons import reads as module

    monkeypatch.setattr(module, "MOST_LISTED", 2)
    made = [series(Tlp.AMBER) for _ in range(5)]
    reading.get("/en/gatherings/")
    (said,) = reads()
    assert said["subjects"][:2] == [record.ledger_reference() for record in made[:2]]
    assert said["subjects"][2]["count"] == 3


def test_neither_the_public_nor_a_post_nor_a_missing_page_leaves_one(series, reading):
    record = series(Tlp.AMBER)
    Client().get("/en/gatherings/")
    reading.head("/en/gatherings/")
    reading.get("/en/gatherings/none/")
    reading.post("/en/gatherings/new/", {})
    assert reads() == []
    assert queries.may_see(reading_member(record), record)
    assert reads() == []


def reading_member(record):
    return Member.objects.filter(institution=record.institution).first()


def test_a_page_that_asks_again_by_itself_leaves_one_until_something_changes(series, reading):
    record = series(Tlp.AMBER)
    for _ in range(3):
        reading.get("/en/gatherings/", headers={"HX-Request": "true"})
    assert len(reads()) == 1
    record.title = Text.write("Other", "en")
    record.save()
    reading.get("/en/gatherings/", headers={"HX-Request": "true"})
    assert len(reads()) == 2


def test_no_page_where_people_vote_puts_its_readers_down():
    from majlis.workspace.commons.rooms import is_unrecorded
    from majlis.workspace.rooms.consultations import urls, urls_short

    voters = [
        pattern.name
        for pattern in (*urls.urlpatterns, *urls_short.urlpatterns)
        if pattern.callback.__module__.endswith((".voting", ".offering"))
    ]
    assert len(voters) >= 6
    assert [name for name in voters if not is_unrecorded(f"consultations:{name}")] == []
    assert is_unrecorded("enter-here")
    assert is_unrecorded("enter-by-code")


def test_each_of_the_six_operations_leaves_one_entry(institution, organiser, reading):
    """Collection, change, combination, deletion are acts; consultation and disclosure are reads."""
    acts = []

    @action("question.collect")
    def collect(*, text):
        return Question.objects.create(institution=institution, text=Text.write(text, "en"), state="published")

    @action("question.change")
    def change(*, question):
        question.save()
        return question

    @action("question.combine")
    def combine(*, questions):
        return next(change(question=question) for question in questions)

    @action("question.delete")
    def delete(*, question):
        question.delete()

    with acting(organiser):
        for act in (
            lambda: acts.append(collect(text="one")),
            lambda: change(question=acts[0]),
            lambda: combine(questions=[acts[0], Question.objects.get()]),
            lambda: delete(question=acts[0]),
        ):
            size = LedgerEntry.objects.count()
            act()
            assert LedgerEntry.objects.count() == size + 1
    assert ledger.verify().holds
