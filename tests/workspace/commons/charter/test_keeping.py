"""Results are signed, kept, read again, and said where they must be."""

import dataclasses
from datetime import timedelta

import pytest
import yaml
from django.utils import timezone

from majlis.engine.errors import InputError
from majlis.engine.ledger import Checkpoint, Note, NoteError
from majlis.workspace.commons import checkpoints
from majlis.workspace.commons.charter import book, keeping, register
from majlis.workspace.commons.charter.report import carry_out
from majlis.workspace.commons.charter.results import Outcome, State, read
from majlis.workspace.commons.models import CharterCheck, LedgerEntry, RefusalCount, Role


def broken(report, rule="C04", name="few-are-hidden"):
    return dataclasses.replace(report, outcomes=(*report.outcomes, Outcome(rule, name, State.BROKEN, "planted: why")))


def test_package_carries_the_charter(reference_data):
    original = reference_data.parent / "charter.yaml"
    if not original.is_file():
        pytest.skip("the charter does not lie beside the reference data")

    def plain(text):
        return " ".join(text.replace("’", "'").replace("‘", "'").split())

    rules = yaml.safe_load(original.read_text(encoding="utf-8"))["rules"]
    assert [(r.id, plain(r.title["en"]), plain(r.rule["en"])) for r in book.rules()] == [
        (r["id"], plain(r["title"]), plain(r["rule"])) for r in rules
    ]


def test_every_rule_has_three_languages_and_the_digest_is_pinned():
    assert tuple(rule.id for rule in book.rules()) == book.RULES
    for rule in book.rules():
        for text in (rule.title, rule.rule):
            assert set(text) == {"ar", "fr", "en"}
            assert all(words.strip() for words in text.values())
    assert (book.version(), book.digest()) == (book.VERSION, book.DIGEST)


@pytest.mark.django_db
def test_result_is_signed_read_again_and_on_the_ledger():
    RefusalCount.objects.create(rule="C09", month="2026-10", count=3)
    report, kept = keeping.look(thorough=True)
    note = Note.parse(kept.note)
    assert checkpoints.signing_key().public.verifies(note)
    assert read(note) == report
    assert report.counts == (("2026-10", "C09", 3),)
    entry = LedgerEntry.objects.order_by("index").last()
    assert '"action":"charter.check"' in entry.leaf
    assert kept.ledger_reference()["digest"] in entry.leaf


@pytest.mark.django_db
def test_changed_result_is_no_longer_signed_and_no_checkpoint_passes_for_one():
    _, kept = keeping.look(thorough=False)
    changed = Note.parse(kept.note.replace("C04 few-are-hidden holds", "C04 few-are-hidden broken"))
    assert not checkpoints.signing_key().public.verifies(changed)
    with pytest.raises(NoteError):
        Checkpoint.read(Note.parse(kept.note))
    with pytest.raises(InputError):
        read(Note.parse(checkpoints.make_checkpoint().note))


@pytest.mark.django_db
def test_pages_are_silent_where_everything_holds(client):
    keeping.look(thorough=True)
    page = client.get("/fr/")
    assert "X-Majlis-Charter" not in page.headers
    assert "degraded" not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/ar/", "/fr/oversight/charter/", "/en/account/login/", "/en/nowhere/", "/ledger/key"]
)
def test_broken_rule_is_said_everywhere(client, path):
    keeping.keep_check(report=broken(carry_out(thorough=False)))
    page = client.get(path)
    assert page.headers["X-Majlis-Charter"] == "degraded"
    if path != "/ledger/key":
        assert 'class="notice error degraded"' in page.content.decode()


@pytest.mark.django_db
def test_mended_rule_is_no_longer_said_and_what_a_quick_look_left_out_stays(client):
    whole = broken(broken(carry_out(thorough=True)), "C10", "ledger-verifies")
    keeping.keep_check(report=whole)
    later = dataclasses.replace(carry_out(thorough=False), at=whole.at + timedelta(hours=1))
    keeping.keep_check(report=later)
    assert keeping.standing().broken == ("C10",)
    keeping.keep_check(report=dataclasses.replace(carry_out(thorough=True), at=whole.at + timedelta(hours=2)))
    assert not keeping.standing().degraded


@pytest.mark.django_db
def test_old_results_go_and_a_day_makes_the_next_one_due():
    assert keeping.is_due()
    report = carry_out(thorough=True)
    old = dataclasses.replace(report, at=report.at - timedelta(days=401))
    keeping.keep_check(report=old)
    keeping.keep_check(report=report)
    assert [kept.at for kept in CharterCheck.objects.all()] == [report.at]
    assert not keeping.is_due(timezone.now() + timedelta(hours=23))
    assert keeping.is_due(timezone.now() + timedelta(hours=25))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_page_shows_every_rule_in_the_readers_language(client, language):
    keeping.look(thorough=True)
    page = client.get(f"/{language}/oversight/charter/").content.decode()
    for rule in book.rules():
        assert f'id="{rule.id}"' in page
        assert rule.title[language] in page.replace("&#x27;", "'").replace("&quot;", '"')
    for names in register.PLEDGED.values():
        assert not any(f"<span>{name}</span>" in page for name in names)


@pytest.mark.django_db
def test_result_can_be_downloaded_and_only_auditors_have_it_made(client, institution, join, reader):
    assert client.get("/en/oversight/charter/result/").status_code == 404
    _, kept = keeping.look(thorough=True)
    assert client.get("/en/oversight/charter/result/").content.decode() == kept.note
    client.force_login(reader.user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post("/en/oversight/charter/check/").status_code == 403
    auditor = join(institution, Role.AUDITOR)
    client.force_login(auditor.user, backend="django.contrib.auth.backends.ModelBackend")
    before = CharterCheck.objects.count()
    assert client.post("/en/oversight/charter/check/").status_code == 302
    assert CharterCheck.objects.count() == before + 1
