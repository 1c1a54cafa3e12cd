"""The acts of a consultation: who may, what is kept, and that closing leaves no way from a vote to a voter."""

import hashlib
import itertools
import json
import re

import polars as pl
import pytest
from django.apps import apps

from majlis.engine.errors import Refused
from majlis.engine.opinion.votes import Ballots, Votes
from majlis.engine.opinion.votes import Statement as Listed
from majlis.workspace.commons import keys, ledger
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Statement, Vote

pytestmark = pytest.mark.django_db


def statements(consultation):
    return list(queries.statements_of(consultation))


def cast(consultation, votes):
    """Cast votes given as {token: (value of statement 1, of statement 2, ...)}."""
    for token, values in votes.items():
        for statement, value in zip(statements(consultation), values, strict=False):
            if value is not None:
                actions.cast_vote(statement=statement, token=token, value=value)


def seen(consultation):
    """The set of ballots, one a voter, without names."""
    ballots = queries.ballots_of(consultation).cast.sort("statement").group_by("participant").all()
    return sorted(tuple(zip(s, v, strict=True)) for s, v in zip(ballots["statement"], ballots["vote"], strict=True))


def close(consultation, organiser):
    with acting(organiser):
        return actions.close_consultation(consultation=consultation)


def test_reader_cannot_create_and_nothing_is_kept(institution, reader):
    with acting(reader), pytest.raises(Refused, match="may-organise"):
        actions.create_consultation(institution=institution, title=Text.write("x", "en"))
    assert not Consultation.objects.exists()
    assert not LedgerEntry.objects.filter(leaf__contains="consultation.create").exists()


def test_organiser_of_another_institution_cannot_open(draft, other_institution, join):
    with acting(join(other_institution, Role.ORGANISER)), pytest.raises(Refused):
        actions.open_consultation(consultation=draft)


def test_consultation_without_statements_cannot_open(institution, organiser):
    with acting(organiser):
        empty = actions.create_consultation(institution=institution, title=Text.write("x", "en"))
        with pytest.raises(Refused, match="consultation-without-statements"):
            actions.open_consultation(consultation=empty)
    assert not keys.exists(empty.pk)


def test_statements_are_numbered_in_their_order(draft):
    assert [(s.code, s.position, str(s.text)) for s in statements(draft)] == [
        ("1", 1, "Statement 1"),
        ("2", 2, "Statement 2"),
        ("3", 3, "Statement 3"),
    ]


def test_draft_takes_no_votes(draft):
    with pytest.raises(Refused, match="consultation-takes-no-votes"):
        cast(draft, {"t": (1,)})


def test_last_vote_of_a_voter_wins(opened):
    cast(opened, {"t": (1, 0, None)})
    cast(opened, {"t": (-1, None, None)})
    assert seen(opened) == [(("1", -1), ("2", 0))]


@pytest.mark.parametrize("value", [7, 2, -2, True + True])
def test_vote_of_anything_else_is_refused(opened, value):
    with pytest.raises(ValueError, match="a vote is 1, 0 or -1"):
        cast(opened, {"t": (value,)})
    assert not Vote.objects.exists()


def test_statement_taken_out_takes_no_votes_and_stays_in_the_books(opened, organiser):
    first = statements(opened)[0]
    with acting(organiser):
        actions.moderate_statement(statement=first, out=True, reason="person")
    with pytest.raises(Refused, match="statement-taken-out"):
        actions.cast_vote(statement=Statement.objects.get(pk=first.pk), token="t", value=1)
    assert [s.id for s in Votes.from_ballots(queries.ballots_of(opened)).kept] == ["2", "3"]
    assert '"person"' not in LedgerEntry.objects.last().leaf


def everything_stored():
    """Every column of every row of every table, bytes as hex."""
    rows = (row for model in apps.get_models() for row in model.objects.values_list())
    return "\n".join(v.hex() if isinstance(v, bytes | memoryview) else str(v) for row in rows for v in row).lower()


def test_token_reaches_the_database_in_no_form(opened):
    token = "a-very-secret-token"
    cast(opened, {token: (1, 1, 1)})
    stored = everything_stored()
    assert str(opened.pk) in stored
    assert token not in stored
    assert token.encode().hex() not in stored


def test_ledger_entry_of_a_vote_names_neither_statement_nor_pseudonym_nor_value(opened):
    cast(opened, {"t": (1,)})
    entry = json.loads(LedgerEntry.objects.last().leaf)
    assert entry["action"] == "vote.cast"
    text = json.dumps(entry)
    assert str(statements(opened)[0].pk) not in text
    assert bytes(Vote.objects.get().pseudonym).hex() not in text
    vote = [subject for subject in entry["subjects"] if "commitment" in subject]
    assert [set(subject) for subject in vote] == [{"kind", "commitment"}]


def test_ledger_entry_of_a_members_vote_does_not_name_the_member(opened, reader):
    with acting(reader):
        cast(opened, {"t": (1,)})
    assert str(reader.pk) not in LedgerEntry.objects.last().leaf


def test_two_equal_votes_have_different_commitments(opened):
    cast(opened, {"t": (1,), "u": (1,)})
    first, second = (entry.leaf for entry in LedgerEntry.objects.order_by("-index")[:2])
    assert json.loads(first)["subjects"] != json.loads(second)["subjects"]


def test_closing_keeps_every_ballot(opened, organiser):
    cast(opened, {"t": (1, 0, -1), "u": (-1, None, 1), "v": (1, 1, 1)})
    before = seen(opened)
    closed = close(opened, organiser)
    assert seen(closed) == before
    assert closed.closing["voters"] == 3
    assert (closed.closing["agree"], closed.closing["pass"], closed.closing["disagree"]) == (5, 1, 2)


@pytest.mark.django_db(transaction=True)
def test_closing_destroys_the_key_drops_times_and_changes_pseudonyms(opened, organiser):
    cast(opened, {"t": (1, 0, -1), "u": (-1, None, 1)})
    key = keys.load(opened.pk)
    before = {bytes(vote.pseudonym) for vote in Vote.objects.all()}
    close(opened, organiser)
    assert not keys.exists(opened.pk)
    assert not Vote.objects.exclude(cast_at=None, first_at=None, first_value=None).exists()
    after = {bytes(vote.pseudonym) for vote in Vote.objects.all()}
    assert not before & after
    assert keys.pseudonym(key, "t") not in after


def test_closing_mixes_the_rows(opened, organiser):
    cast(opened, {f"t{number}": (1, 1, 1) for number in range(30)})
    close(opened, organiser)
    order = list(Vote.objects.order_by("pk").values_list("statement__position", flat=True))
    runs = [len(list(group)) for _, group in itertools.groupby(order)]
    # Cast order was 1, 2, 3, 1, 2, 3, ...: 90 runs. A random order of 90 rows has about 60; 85 is five deviations off.
    assert sum(runs) == 90
    assert len(runs) < 85


def guessed(salt=b""):
    """Every digest that somebody can make who tries out all votes of one or two people on three statements."""
    answers = itertools.product([None, 1, 0, -1], repeat=3)
    lines = ["\t".join(f"{code}={value}" for code, value in enumerate(row, 1) if value is not None) for row in answers]
    sheets = [*([line] for line in lines), *itertools.combinations_with_replacement(lines, 2)]
    contents = ("".join(f"{line}\n" for line in sorted(sheet)).encode() for sheet in sheets)
    return {hashlib.sha256(salt + content).hexdigest() for content in contents}


def test_commitment_to_the_votes_cannot_be_guessed_and_proves_them_to_who_holds_the_salt(opened, organiser):
    """A digest of few votes without salt is broken by trying them all; the same attack breaks it with the salt."""
    cast(opened, {"t": (1, 0, -1), "u": (1, None, None)})
    assert queries.ballots_of(opened).inputs[0].sha256 in guessed()
    closed = close(opened, organiser)
    commitment = closed.closing["votes_commitment"]
    assert commitment in LedgerEntry.objects.last().leaf
    assert queries.ballots_of(closed).inputs[0].sha256 == commitment
    published = {commitment, *re.findall(r"[0-9a-f]{64}", LedgerEntry.objects.last().leaf)}
    assert not published & guessed()
    assert commitment in guessed(bytes(closed.votes_salt))


def test_salt_of_the_votes_is_in_no_ledger_entry_and_differs_each_time(opened, organiser, institution):
    cast(opened, {"t": (1, 0, -1)})
    salts = [bytes(close(opened, organiser).votes_salt)]
    with acting(organiser):
        for _ in range(2):
            imported = actions.import_consultation(
                institution=institution, ballots=ballots(), title=Text.write("x", "en")
            )
            salts.append(bytes(imported.votes_salt))
    assert len({*salts}) == 3
    leaves = "".join(entry.leaf for entry in LedgerEntry.objects.all())
    assert not any(salt.hex() in leaves for salt in salts)


def test_closed_consultation_takes_nothing_more(opened, organiser):
    closed = close(opened, organiser)
    with pytest.raises(Refused, match="consultation-takes-no-votes"):
        cast(closed, {"t": (1,)})
    with acting(organiser), pytest.raises(Refused):
        actions.add_statement(consultation=closed, text=Text.write("late", "en"))
    with acting(organiser), pytest.raises(Refused):
        actions.close_consultation(consultation=closed)


def test_key_left_by_a_killed_process_is_destroyed_later(opened, organiser, monkeypatch):
    monkeypatch.setattr(actions, "_forget", lambda consultation: None)
    close(opened, organiser)
    assert keys.exists(opened.pk)
    assert actions.destroy_left_keys() == 1
    assert not keys.exists(opened.pk)


def test_key_of_an_open_consultation_is_left_alone(opened):
    assert actions.destroy_left_keys() == 0
    assert keys.exists(opened.pk)


def ballots():
    rows = [("p1", "s1", 1), ("p1", "s2", 0), ("p2", "s2", -1), ("p2", "unlisted", 1)]
    cast_votes = pl.DataFrame(rows, schema=["participant", "statement", "vote"], orient="row")
    return Ballots.take(cast_votes, [Listed("s1", "One"), Listed("s2", "Two", moderated_out=True)])


def test_import_is_one_act_and_keeps_everything(institution, organiser):
    before = LedgerEntry.objects.count()
    with acting(organiser):
        imported = actions.import_consultation(
            institution=institution, ballots=ballots(), title=Text.write("Real", "en"), language="de"
        )
    assert LedgerEntry.objects.count() == before + 1
    assert imported.state == Stage.CLOSED
    assert [(s.code, str(s.text), s.moderated_out) for s in statements(imported)] == [
        ("s1", "One", False),
        ("s2", "Two", True),
        ("unlisted", "", False),
    ]
    assert statements(imported)[0].text.original == "de"
    assert seen(imported) == [(("s1", 1), ("s2", 0)), (("s2", -1), ("unlisted", 1))]
    assert ledger.verify().fault is None


def test_import_keeps_no_name_of_a_participant(institution, organiser):
    with acting(organiser):
        actions.import_consultation(institution=institution, ballots=ballots(), title=Text.write("Real", "en"))
    stored = {bytes(vote.pseudonym) for vote in Vote.objects.all()}
    assert len(stored) == 2
    assert not stored & {b"p1", b"p2"}


def test_import_that_fails_leaves_nothing(institution, organiser, monkeypatch):
    def fail(rows):
        raise OSError("disk full")

    monkeypatch.setattr(actions, "_insert_shuffled", fail)
    with acting(organiser), pytest.raises(OSError, match="disk full"):
        actions.import_consultation(institution=institution, ballots=ballots(), title=Text.write("Real", "en"))
    assert not Consultation.objects.exists()
    assert not Statement.objects.exists()
    assert not LedgerEntry.objects.filter(leaf__contains="consultation.import").exists()
