"""Refusals under the charter are counted, once each, without content."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import timezone

import majlis
from majlis.engine.errors import CharterRefusal, Refused
from majlis.workspace.commons import people, words
from majlis.workspace.commons.actions import acting, action
from majlis.workspace.commons.charter import book, refusals
from majlis.workspace.commons.models import LedgerEntry, RefusalCount, Role

BACKEND = "django.contrib.auth.backends.ModelBackend"
PLANTED = "words that nobody may keep"


@action("thing.do")
def refused(*, rule, words):
    raise CharterRefusal(rule, words)


def counted():
    return {one.rule: one.count for one in RefusalCount.objects.all()}


@pytest.mark.django_db
def test_each_rule_triggered_once_shows_one_and_no_content(client):
    for rule in book.RULES:
        with pytest.raises(CharterRefusal):
            refused(rule=rule, words=PLANTED)
    assert counted() == dict.fromkeys(book.RULES, 1)
    table = client.get("/en/oversight/charter/refusals.csv").content.decode().split("\r\n")
    assert [line.split(",")[0::2] for line in table[1:-1]] == [[rule, "1"] for rule in book.RULES]
    page = client.get("/en/oversight/charter/").content.decode()
    assert page.count("<td><bdi>1</bdi></td>") == 24
    assert PLANTED not in page
    assert not LedgerEntry.objects.filter(leaf__contains=PLANTED).exists()


@pytest.mark.django_db(transaction=True)
def test_count_survives_the_transaction_of_the_refused_act():
    with pytest.raises(CharterRefusal):
        refused(rule="C04", words=PLANTED)
    assert counted() == {"C04": 1}


@pytest.mark.django_db
def test_refusal_on_a_page_counts_once(client, reader):
    client.force_login(reader.user, backend=BACKEND)
    assert client.get("/en/oversight/ledger/entries/").status_code == 403
    assert counted() == {"C18": 1}


@pytest.mark.django_db
def test_reloading_a_refused_page_or_sending_it_again_is_no_other_refusal(client, institution, join):
    cache.clear()
    auditors = [join(institution, Role.AUDITOR) for _ in range(2)]
    members = [join(institution, Role.ADMINISTRATOR) for _ in range(2)]
    for member in members:
        client.force_login(member.user, backend=BACKEND)
        for language in ("ar", "fr", "en") * 3:
            client.get(f"/{language}/oversight/ledger/entries/")
            client.get(f"/{language}/oversight/ledger/entries/?page=7")
            for auditor in auditors:
                client.post(f"/{language}/members/{auditor.pk}/suspend/")
    assert counted() == {"C18": len(members) * (1 + len(auditors))}


@pytest.mark.django_db
def test_the_next_day_is_another(client, reader, monkeypatch):
    client.force_login(reader.user, backend=BACKEND)
    for days in (0, 0, 1, 1):
        now = timezone.now() + timedelta(days=days)
        with monkeypatch.context() as patch:
            patch.setattr(refusals.timezone, "now", lambda now=now: now)
            refusals.put_down(refusals.first_today(["C18"], who=reader.pk, where="x"))
    assert sum(one.count for one in RefusalCount.objects.all()) == 2


@pytest.mark.django_db
def test_who_is_not_signed_in_counts_once_a_day_with_all_others(client):
    cache.clear()
    for where in ("one", "two"):
        refusals.put_down(refusals.first_today(["C12", "C12"], who=None, where=where))
    assert counted() == {"C12": 1}


@pytest.mark.django_db
def test_nothing_says_who_was_counted(client, reader):
    cache.clear()
    client.force_login(reader.user, backend=BACKEND)
    client.get("/en/oversight/ledger/entries/")
    assert counted() == {"C18": 1}
    kept = repr(getattr(cache, "_cache", {}))
    assert "refused-" in kept
    assert str(reader.pk) not in kept
    assert not any(name.startswith("refused") for name in client.session.keys())  # noqa: SIM118


@pytest.mark.django_db
def test_refusal_that_a_page_turns_into_a_message_counts_once(client, institution, join):
    auditor = join(institution, Role.AUDITOR)
    client.force_login(join(institution, Role.ADMINISTRATOR).user, backend=BACKEND)
    client.post(f"/en/members/{auditor.pk}/suspend/")
    assert counted() == {"C18": 1}


@pytest.mark.django_db
def test_everyday_refusals_are_not_counted(institution, reader):
    with acting(reader), pytest.raises(Refused):
        people.add_member(institution=institution, email="new@example.org", roles=[])
    assert counted() == {}


@pytest.mark.django_db
def test_refusal_inside_another_act_counts_once():
    @action("thing.whole")
    def whole(*, rule):
        refused(rule=rule, words=PLANTED)

    with pytest.raises(CharterRefusal):
        whole(rule="C07")
    assert counted() == {"C07": 1}


def test_keys_behind_rules_are_keys_of_refusals():
    assert set(refusals.BEHIND.values()) <= set(book.RULES)
    assert [key for key in refusals.BEHIND if not words.catalogue().has(key)] == []


def test_every_refusal_of_the_code_that_names_a_rule_names_one_of_the_charter():
    found = set()
    for path in Path(majlis.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "CharterRefusal":
                found.update(a.value for a in node.args[:1] if isinstance(a, ast.Constant))
    assert {"C04", "C17"} <= found <= set(book.RULES)
