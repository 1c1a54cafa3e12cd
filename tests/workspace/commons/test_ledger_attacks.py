"""Whoever has the database changes anything in the ledger's tables: a head that a witness holds finds it, always.

The attacker rewrites rows as SQL could, keeps every hash fitting where that is possible, and in the last test holds the
signing key as well: then nothing but the witness's head tells the ledgers apart, which is why witnesses are needed.
"""

import json
import random
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from majlis.engine.ledger import Checkpoint, Frontier, Head, Note, SigningKey, leaf_hash
from majlis.workspace.commons import checkpoints, ledger, people
from majlis.workspace.commons.actions import acting, action
from majlis.workspace.commons.models import (
    LedgerCheckpoint,
    LedgerCosignature,
    LedgerEntry,
    LedgerHead,
    LedgerPerson,
    LedgerWitness,
    Role,
)

TABLES = [LedgerEntry, LedgerHead, LedgerPerson, LedgerCheckpoint, LedgerWitness, LedgerCosignature]
COLUMNS = [(table, field.attname) for table in TABLES for field in table._meta.concrete_fields]
EXAMPLES = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@action("thing.do")
def do(*, thing):
    return thing


@pytest.fixture
def held(institution, join, settings, tmp_path):
    """A ledger with everything in it, and the checkpoint that a witness kept of it."""
    settings.KEYS = tmp_path / "keys"
    auditor, clerk, gone = (join(institution, role) for role in (Role.AUDITOR, Role.CLERK, Role.READER))
    with acting(auditor):
        witness = checkpoints.add_witness(key=str(WITNESS.public), institution=institution)
    for number in range(9):
        with acting(clerk if number % 3 else gone):
            do(thing=clerk if number % 2 else institution)
    checkpoints.make_checkpoint()
    people.forget_in_ledger(member_id=gone.pk)
    checkpoints.take_cosignatures(cosigned())
    with acting(clerk):
        do(thing=witness)
    checkpoints.make_checkpoint()
    kept = Note.parse(cosigned())
    assert checkpoints.verify([kept]).holds
    return kept


WITNESS = SigningKey("court.example/witness", 4, b"w" * 32)


def cosigned():
    note = Note.parse(checkpoints.latest().note)
    return str(note.signed_also(WITNESS.sign(note.text, at=1_700_000_000)))


class Undo(Exception):
    """Rolls an attack back."""


def is_found(attack, kept):
    """Say whether the ledger as the attack leaves it fails to verify against the witness's head alone."""
    found = None
    try:
        with transaction.atomic():
            attack()
            found = checkpoints.verify([kept])
            raise Undo
    except Undo:
        return not found.holds


def altered(value, field):
    """Another value of the same kind."""
    match value:
        case None:
            return {"JSONField": ["x"], "DateTimeField": None}.get(field.get_internal_type())
        case bool():
            return not value
        case int():
            return value + 1000
        case str():
            return ("0" if value[:1] != "0" else "1") + value[1:] if value else "00" * 32
        case list():
            return [*value, "00" * 32]
    return value + timedelta(seconds=1) if hasattr(value, "isoformat") else None


def edit(table, column, pick):
    """Change one column of one row below everything that Django checks; None where the column holds no other value."""
    rows = list(table.objects.values_list("pk", column))
    pk, value = rows[pick % len(rows)]
    field = next(f for f in table._meta.concrete_fields if f.attname == column)
    new = altered(value, field)
    if isinstance(field, models.UUIDField | models.ForeignKey) and value is not None:
        new = other_reference(field, value)
    if new == value:
        return False
    table.objects.filter(pk=pk).update(**{column: new})
    return True


def other_reference(field, value):
    if isinstance(field, models.ForeignKey):
        return field.related_model.objects.exclude(pk=value).values_list("pk", flat=True).first() or value
    return type(value)(int=value.int ^ 1)


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: getattr(part, "__name__", part))
def test_an_edit_of_any_column_of_any_row_is_found(held, table, column):
    changed = 0
    for pick in range(table.objects.count()):
        done = []
        # a constraint that refuses the attack keeps the row as it was: nothing to find
        try:
            with transaction.atomic():
                found = is_found(lambda at=pick, said=done: said.append(edit(table, column, at)), held)
        except (IntegrityError, ValueError):
            continue
        assert found or not done[0], f"row {pick} of {table.__name__}.{column}"
        changed += done[0]
    once = {("LedgerHead", "id"), ("LedgerCosignature", "id"), ("LedgerCosignature", "witness_id")}
    once |= {("LedgerCosignature", "checkpoint_id"), ("LedgerWitness", "id"), ("LedgerWitness", "institution_id")}
    assert changed or (table.__name__, column) in once | {("LedgerCheckpoint", "size")}


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_deleted_row_is_found(held, table):
    with connection.constraint_checks_disabled():
        for pk in list(table.objects.values_list("pk", flat=True)):
            assert is_found(lambda at=pk: table.objects.filter(pk=at)._raw_delete("default"), held)


@pytest.mark.django_db
@EXAMPLES
@given(data=st.data())
def test_entries_that_change_places_are_found(held, data):
    entries = list(LedgerEntry.objects.all())
    order = data.draw(st.permutations(range(len(entries))).filter(lambda order: order != sorted(order)))

    def attack():
        for index, other in enumerate(order):
            row = entries[other]
            LedgerEntry.objects.filter(index=index).update(
                at=row.at, leaf=row.leaf, leaf_hash=row.leaf_hash, nodes=row.nodes
            )

    assert is_found(attack, held)


@pytest.mark.django_db
@EXAMPLES
@given(data=st.data())
def test_a_rebuilt_ledger_is_found(held, data):
    """Edit, drop, repeat, reorder or cut leaves, then make index, roots, hashes, nodes, salts and head fit again."""
    leaves = [json.loads(entry.leaf) for entry in LedgerEntry.objects.all()]
    size = len(leaves) - 1  # the checkpoint's own entry comes after what it signs
    kind = data.draw(st.sampled_from(["edit", "drop", "repeat", "swap", "cut", "insert", "all"]))
    at, other = (data.draw(st.integers(0, size - 1)) for _ in range(2))
    changed = {
        "edit": lambda: [
            {**leaf, "action": leaf["action"] + "x"} if n == at else leaf for n, leaf in enumerate(leaves)
        ],
        "drop": lambda: leaves[:at] + leaves[at + 1 :],
        "repeat": lambda: [*leaves[:at], leaves[other], *leaves[at:]],
        "swap": lambda: [leaves[{at: other, other: at}.get(n, n)] for n in range(len(leaves))],
        "cut": lambda: leaves[:at],
        "insert": lambda: [*leaves[:at], {**leaves[other], "action": "other.act"}, *leaves[at:]],
        "all": lambda: [{**leaf, "detail": {"note": "other"}} for leaf in leaves],
    }[kind]()
    # What comes after the last head that a witness holds is not covered yet: docs/security.md says so.
    assume(changed[:size] != leaves[:size])
    assert is_found(lambda: rebuild(changed), held)


def rebuild(leaves):
    """Write a ledger of these leaves in which every hash fits."""
    persons = {row.pk: row for row in LedgerPerson.objects.all()}
    before = {json.loads(e.leaf)["before"]: e.index for e in LedgerEntry.objects.all()}
    LedgerEntry.objects.all().delete()
    LedgerPerson.objects.all().delete()
    frontier = Frontier()
    for index, written in enumerate(leaves):
        old, said = before.get(written["before"]), {**written, "index": index, "before": frontier.root.hex()}
        leaf = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        hashed = leaf_hash(leaf.encode())
        frontier, completed = frontier.grow(hashed)
        at = ledger.timezone.datetime.fromisoformat(said["at"])
        nodes = b"".join(completed).hex()
        LedgerEntry.objects.create(index=index, at=at, leaf=leaf, leaf_hash=hashed.hex(), nodes=nodes)
        for (entry, place), row in persons.items():
            if entry == old:
                LedgerPerson.objects.create(entry=index, place=place, member_id=row.member_id, salt=row.salt)
    edge = [node.hex() for node in frontier.edge]
    LedgerHead.objects.update(size=frontier.size, root=frontier.root.hex(), edge=edge)


@pytest.mark.django_db
def test_a_whole_ledger_written_anew_with_the_signing_key_is_found_by_the_witness_alone(held, settings):
    """Honesty: whoever has the server writes another past that verifies; only a head held elsewhere contradicts it."""
    LedgerCosignature.objects.all().delete()
    LedgerWitness.objects.all().delete()
    LedgerCheckpoint.objects.all().delete()
    first = [json.loads(LedgerEntry.objects.get(index=0).leaf)]
    rebuild([{**first[0], "action": "nothing.happened", "subjects": [], "actor": None}])
    LedgerPerson.objects.all().delete()
    (settings.KEYS / "ledger" / "last").unlink()
    checkpoints.make_checkpoint()
    for _ in range(30):
        ledger.append("other.past", actor=None)
    assert checkpoints.verify().holds
    assert ledger.verify().holds
    found = checkpoints.verify([held])
    assert (found.fault, found.index) == ("rebuilt", 0)


@pytest.mark.django_db
def test_without_the_key_folder_the_attacker_is_found_by_the_last_head_that_it_remembers(held):
    for table in (LedgerCosignature, LedgerWitness, LedgerCheckpoint):
        table.objects.all().delete()
    LedgerPerson.objects.all().delete()
    rebuild([{**json.loads(LedgerEntry.objects.get(index=0).leaf), "subjects": [], "actor": None}] * 40)
    assert ledger.verify().holds
    assert checkpoints.verify().fault == "rebuilt"


@pytest.mark.django_db
def test_a_head_that_was_set_back_with_its_entries_is_cut(held):
    size = LedgerHead.objects.get().size
    rng = random.Random(size)
    for keep in rng.sample(range(1, size - 1), 5):
        leaves = [json.loads(entry.leaf) for entry in LedgerEntry.objects.all()[:keep]]
        with transaction.atomic():
            rebuild(leaves)
            LedgerCosignature.objects.all().delete()
            assert ledger.verify(checkpoints_of(held)).fault == "cut"
            transaction.set_rollback(True)


def checkpoints_of(note):
    seen = Checkpoint.read(note)
    return [Head(seen.size, seen.root.hex())]
