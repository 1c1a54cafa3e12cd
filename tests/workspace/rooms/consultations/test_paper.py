"""Paper ballots: typed twice or not counted, never twice, never by half, and nothing of the typing is left."""

import threading

import pytest
from django.db import connection, connections

from majlis.engine.errors import Refused
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.actions import Outcome
from majlis.workspace.rooms.consultations.forms.hall import read_ballot, read_sheet, write_sheet
from majlis.workspace.rooms.consultations.models import PaperEntry, Statement, Vote
from majlis.workspace.rooms.consultations.queries.hall import live_counts

pytestmark = pytest.mark.django_db
PAPER = {"1": 1, "2": -1}


@pytest.fixture
def clerks(institution, join):
    return [join(institution, Role.CLERK) for _ in range(3)]


def enter(clerk, consultation, ballots=None):
    with acting(clerk):
        return actions.enter_paper(consultation=consultation, ballots=ballots or {"12": PAPER})


def votes():
    return sorted(Vote.objects.values_list("statement__code", "value"))


def test_one_entry_counts_nothing(opened, clerks):
    assert enter(clerks[0], opened).outcomes == {"12": Outcome.WAITS}
    assert votes() == []


def test_two_equal_entries_become_one_voter_and_both_go(opened, clerks):
    enter(clerks[0], opened)
    assert enter(clerks[1], opened).outcomes == {"12": Outcome.COUNTED}
    assert votes() == [("1", 1), ("2", -1)]
    assert Vote.objects.values("pseudonym").distinct().count() == 1
    assert not PaperEntry.objects.exists()


def test_one_clerk_alone_never_counts_a_ballot(opened, clerks):
    enter(clerks[0], opened)
    assert enter(clerks[0], opened).outcomes == {"12": Outcome.KNOWN}
    with pytest.raises(Refused, match="paper-entered-before"):
        enter(clerks[0], opened, {"12": {"1": -1}})
    assert (votes(), PaperEntry.objects.get().answers) == ([], PAPER)


@pytest.mark.parametrize("who", [0, 1, 2])
def test_counted_ballot_typed_again_changes_nothing(opened, clerks, who):
    enter(clerks[0], opened)
    enter(clerks[1], opened)
    assert enter(clerks[who], opened, {"12": {"1": -1}}).outcomes == {"12": Outcome.KNOWN}
    assert votes() == [("1", 1), ("2", -1)]
    assert not PaperEntry.objects.exists()


@pytest.mark.parametrize(
    ("answers", "rule"), [({}, "paper-blank"), ({"1": 1, "99": 1}, "paper-unknown-statement")], ids=["blank", "unknown"]
)
def test_bad_ballot_is_refused_with_everything_beside_it(opened, clerks, answers, rule):
    with pytest.raises(Refused, match=rule):
        enter(clerks[0], opened, {"11": PAPER, "12": answers})
    assert not PaperEntry.objects.exists()


def test_differing_entries_wait_for_a_third_person(opened, clerks):
    enter(clerks[0], opened)
    assert enter(clerks[1], opened, {"12": {"1": 1, "2": 1}}).outcomes == {"12": Outcome.DIFFERS}
    assert votes() == []
    for clerk in clerks[:2]:
        with acting(clerk), pytest.raises(Refused, match="paper-third-look"):
            actions.settle_paper(consultation=opened, ballot="12", answers=PAPER)
    with acting(clerks[2]):
        actions.settle_paper(consultation=opened, ballot="12", answers={"1": 0})
    assert votes() == [("1", 0)]
    assert not PaperEntry.objects.exists()


def test_third_entry_that_agrees_with_one_of_two_counts(opened, clerks):
    enter(clerks[0], opened)
    enter(clerks[1], opened, {"12": {"1": 0}})
    assert enter(clerks[2], opened).outcomes == {"12": Outcome.COUNTED}
    assert votes() == [("1", 1), ("2", -1)]


def test_single_entry_cannot_be_settled(opened, clerks):
    enter(clerks[0], opened)
    with acting(clerks[1]), pytest.raises(Refused, match="paper-nothing-to-settle"):
        actions.settle_paper(consultation=opened, ballot="12", answers=PAPER)


def test_statement_taken_out_after_printing_does_not_count(opened, clerks, organiser):
    enter(clerks[0], opened)
    with acting(organiser):
        actions.moderate_statement(statement=Statement.objects.get(code="2"), out=True, reason="subject")
    enter(clerks[1], opened)
    assert votes() == [("1", 1)]


@pytest.mark.parametrize("role", [Role.READER, Role.MODERATOR, Role.ANALYST])
def test_others_cannot_type(opened, institution, join, role):
    with pytest.raises(Refused, match="may-enter-paper"):
        enter(join(institution, role), opened)


def test_clerk_of_another_institution_cannot_type(opened, other_institution, join):
    with pytest.raises(Refused, match="may-enter-paper"):
        enter(join(other_institution, Role.CLERK), opened)


@pytest.mark.parametrize("token", ["12", "paper", "paper:12", "paper12"])
def test_no_token_that_a_voter_chooses_meets_a_ballot(opened, clerks, token):
    enter(clerks[0], opened)
    enter(clerks[1], opened)
    assert keys.pseudonym(keys.load(opened.pk), token) != bytes(Vote.objects.first().pseudonym)


def test_ledger_says_neither_answers_nor_how_many_nor_the_ballot(opened, clerks):
    enter(clerks[0], opened, {"987654": {"1": 1}})
    enter(clerks[1], opened, {"987654": {"1": 1}})
    one = [entry.leaf for entry in LedgerEntry.objects.filter(leaf__contains="paper.enter")]
    enter(clerks[0], opened, {"987653": {"1": 1, "2": 0, "3": -1}})
    enter(clerks[1], opened, {"987653": {"1": 1, "2": 0, "3": -1}})
    many = [entry.leaf for entry in LedgerEntry.objects.filter(leaf__contains="paper.enter")][2:]
    assert len(one) == len(many) == 2
    assert not [leaf for leaf in one + many if "98765" in leaf or "vote.cast" in leaf]
    assert {len(leaf) for leaf in one} == {len(leaf) for leaf in many}


def test_closing_drops_what_is_unmatched_and_says_how_many(opened, clerks, organiser):
    enter(clerks[0], opened, {"1": PAPER, "2": PAPER, "3": PAPER})
    enter(clerks[1], opened, {"1": PAPER, "2": {"1": 0}})
    with acting(organiser):
        closed = actions.close_consultation(consultation=opened)
    assert closed.closing["ballots_dropped"] == 2
    assert votes() == [("1", 1), ("2", -1)]
    assert not PaperEntry.objects.exists()
    with acting(clerks[2]), pytest.raises(Refused):
        actions.enter_paper(consultation=closed, ballots={"4": PAPER})


def test_paper_voters_come_last_on_the_screen_and_as_one_person_each(opened, clerks):
    for statement in queries.statements_in(opened)[:1]:
        for voter in range(9):
            actions.cast_vote(statement=statement, token=f"t{voter}", value=-1)
    enter(clerks[0], opened, {"1": {"1": 1}})
    enter(clerks[1], opened, {"1": {"1": 1}})
    counts = live_counts(opened)
    assert counts.voters == 5
    assert (counts.tallies["1"].disagree, counts.tallies["1"].agree) == (5, 0)


@pytest.mark.django_db(transaction=True)
def test_two_clerks_in_the_same_moment_count_a_ballot_once(opened, clerks):
    ready, outcomes = threading.Barrier(2), []

    def type_it(clerk):
        try:
            ready.wait()
            outcomes.append(enter(clerk, opened).outcomes["12"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=type_it, args=(clerk,)) for clerk in clerks[:2]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connection.close()
    assert sorted(outcomes) == [Outcome.COUNTED, Outcome.WAITS]
    assert votes() == [("1", 1), ("2", -1)]


# The form sheet


@pytest.fixture
def statements(opened):
    return list(queries.statements_in(opened))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_sheet_is_read_as_spreadsheets_write_it(statements, delimiter, mark):
    lines = [
        ["ballot", "1", "2", "3"],
        ["#", "x, y; z", "", ""],
        ["٠١٢", "a", "D", ""],
        ["", "", "", ""],
        ["13", "", "", "p"],
    ]
    text = mark + "\r\n".join(delimiter.join(f'"{c}"' if c[:1] == "x" else c for c in line) for line in lines)
    sheet = read_sheet(text.encode(), statements)
    assert sheet.errors == []
    assert sheet.ballots == {"12": {"1": 1, "2": -1}, "13": {"3": 0}}


def test_empty_sheet_can_be_read_back_and_holds_no_ballot(statements):
    sheet = read_sheet(write_sheet(statements).encode(), statements)
    assert (sheet.ballots, len(sheet.errors)) == ({}, 1)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("ballot,1,99\n1,a,a", "Line 1: no statement has the code 99"),
        ("ballot,1,1\n1,a,a", "Line 1 must begin"),
        ("paper,1\n1,a", "Line 1 must begin"),
        ("ballot,1\n1,x", "Line 2, statement 1: x is not"),
        ("ballot,1\n1,a\n1,d", "Line 3: ballot 1 stands in line 2 already"),
        ("ballot,1\nx,a", "Line 2: the ballot’s number"),
        ("ballot,1\n0,a", "Line 2: the ballot’s number"),
        ("ballot,1\n7,", "Line 2: ballot 7 has no answer"),
        ("ballot,1\n7,a,d", "Line 2 has more answers"),
        ("", "Line 1 must begin"),
        ("ballot,1", "no ballot in the file"),
    ],
)
def test_every_problem_of_a_sheet_is_named_with_its_line(statements, content, told):
    errors = read_sheet(content.encode(), statements).errors
    assert any(told in error.replace("\u2068", "").replace("\u2069", "") for error in errors), errors


def test_sheet_in_another_encoding_says_what_to_do(statements):
    assert "UTF-8" in read_sheet("ballot,1\n1,é".encode("latin-1"), statements).errors[0]


def test_all_problems_are_named_at_once(statements):
    assert len(read_sheet(b"ballot,1\nx,a\n2,z\n3,", statements).errors) == 3


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        (" 0012 ", "12"),
        ("١٢", "12"),
        ("۱۲", "12"),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("9999999", None),
    ],
)
def test_ballot_numbers_are_read_in_any_digits(typed, number):
    assert read_ballot(typed) == number


def test_sheet_in_utf_16_is_read_and_no_text_turns_its_neighbours(opened, organiser):
    with acting(organiser):
        actions.add_statement(consultation=opened, text=Text.write("safe\u202egnihtemos", "en"))
    statements = list(queries.statements_in(opened))
    empty = write_sheet(statements)
    assert "\u202e" not in empty
    filled = empty + "7,a,d,p,a\r\n"
    sheet = read_sheet(filled.encode("utf-16"), statements)
    assert sheet.errors == []
    assert sheet.ballots == {"7": {"1": 1, "2": -1, "3": 0, "4": 1}}
