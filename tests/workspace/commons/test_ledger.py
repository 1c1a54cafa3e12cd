"""The ledger names the first entry that somebody touched."""

import json

import pytest
from django.utils import timezone

from majlis.engine.ledger import Frontier, leaf_hash
from majlis.workspace.commons import ledger
from majlis.workspace.commons.ledger import Fault
from majlis.workspace.commons.models import LedgerEntry, LedgerHead

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries():
    return [ledger.append(f"act.{number}", actor=None) for number in range(8)]


def found():
    verification = ledger.verify()
    return verification.fault, verification.index


def rewrite(index, **changes):
    """Change a leaf and make its own hash fit again, as somebody with the database would."""
    entry = LedgerEntry.objects.get(index=index)
    entry.leaf = json.dumps(json.loads(entry.leaf) | changes)
    entry.leaf_hash = leaf_hash(entry.leaf.encode()).hex()
    entry.save()


def test_verify_recomputes_the_root(entries):
    verification = ledger.verify()
    assert verification.holds
    assert verification.size == 8
    assert verification.root == LedgerHead.objects.get().root


def test_verify_holds_for_a_ledger_without_entries():
    assert ledger.verify().holds


def test_verify_names_an_entry_whose_text_was_edited(entries):
    LedgerEntry.objects.filter(index=3).update(leaf=entries[3].leaf.replace("act.3", "act.0"))
    assert found() == (Fault.ALTERED, 3)


def test_verify_names_an_entry_whose_time_was_edited(entries):
    LedgerEntry.objects.filter(index=3).update(at=timezone.now())
    assert found() == (Fault.ALTERED, 3)


@pytest.mark.parametrize("index", [0, 3, 7])
def test_verify_names_an_entry_that_was_rewritten_with_a_fitting_hash(entries, index):
    rewrite(index, action="act.other")
    assert found() == (Fault.REWRITTEN, index)


def test_verify_names_an_entry_whose_text_is_no_json(entries):
    LedgerEntry.objects.filter(index=2).update(leaf="[", leaf_hash=leaf_hash(b"[").hex())
    assert found() == (Fault.ALTERED, 2)


def test_verify_names_a_deleted_entry(entries):
    LedgerEntry.objects.filter(index=4).delete()
    assert found() == (Fault.MISSING, 4)


def test_verify_names_the_first_of_two_entries_that_changed_places(entries):
    for index, other in ((2, entries[5]), (5, entries[2])):
        LedgerEntry.objects.filter(index=index).update(leaf=other.leaf, leaf_hash=other.leaf_hash, at=other.at)
    assert found() == (Fault.ALTERED, 2)


def test_verify_names_the_first_entry_that_was_cut_off(entries):
    LedgerEntry.objects.filter(index__gte=6).delete()
    assert found() == (Fault.CUT, 6)


def test_verify_names_an_entry_beyond_the_head(entries):
    LedgerEntry.objects.create(index=8, at=timezone.now(), leaf="{}", leaf_hash="00" * 32, nodes="")
    assert found() == (Fault.ADDED, 8)


def test_verify_notices_a_damaged_head(entries):
    LedgerHead.objects.update(edge=["00" * 32])
    assert found() == (Fault.HEAD, None)
    LedgerHead.objects.update(edge=["no hex"])
    assert found() == (Fault.HEAD, None)


def test_verify_notices_a_head_that_was_set_back(entries):
    shorter = Frontier()
    for entry in entries[:5]:
        shorter = shorter.append(bytes.fromhex(entry.leaf_hash))
    LedgerHead.objects.update(size=5, root=shorter.root.hex(), edge=[node.hex() for node in shorter.edge])
    assert found() == (Fault.ADDED, 5)


def test_examine_checks_an_export_without_a_database(entries):
    rows = [ledger.Row(entry.index, entry.at, entry.leaf, entry.leaf_hash) for entry in entries]
    head = LedgerHead.objects.get()
    assert ledger.examine(rows, size=head.size, root=head.root).holds
    assert ledger.examine(rows[:-1], size=head.size, root=head.root).fault is Fault.CUT
    assert ledger.examine(rows, size=7, root=head.root).fault is Fault.ADDED
