"""Votes come in from files and from memory, and the last one counts."""

import csv
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.errors import InputError
from majlis.engine.opinion.votes import Ballots, Statement, Votes, natural
from majlis.engine.tables import TableError


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def triplets(votes):
    """The matrix as a set of (participant number, statement id, vote)."""
    matrix = votes.matrix
    return {
        (int(p), votes.kept[s].id, int(v))
        for p, s, v in zip(matrix.participants, matrix.statements, matrix.values, strict=True)
    }


def test_votes_keep_a_pass_apart_from_an_unseen_statement():
    votes = Votes.from_triplets([("a", "1", 0), ("b", "2", 1)])
    assert triplets(votes) == {(0, "1", 0), (1, "2", 1)}


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_header_alone_is_no_file_of_votes_and_none_of_statements(tmp_path, end):
    header = write(tmp_path / "v.csv", "participant,statement,vote" + end)
    with pytest.raises(TableError, match=r"v\.csv: expected at least one row below the header"):
        Votes.from_csv(header)
    votes = write(tmp_path / "votes.csv", "participant,statement,vote\na,1,1\n")
    listed = write(tmp_path / "s.csv", "statement,text" + end)
    with pytest.raises(TableError, match=r"s\.csv: expected at least one row below the header"):
        Votes.from_csv(votes, listed)


def test_last_vote_wins_by_timestamp(tmp_path):
    path = write(tmp_path / "v.csv", "participant,statement,vote,timestamp\na,1,1,200\na,1,-1,100\n")
    assert triplets(Votes.from_csv(path)) == {(0, "1", 1)}


def test_last_vote_wins_by_row_where_nobody_noted_the_time(tmp_path):
    path = write(tmp_path / "v.csv", "participant,statement,vote\na,1,1\na,1,-1\n")
    assert triplets(Votes.from_csv(path)) == {(0, "1", -1)}


def test_statements_stand_in_natural_order():
    votes = Votes.from_triplets([("a", "10", 1), ("a", "9", 1), ("a", "x", 1)])
    assert [statement.id for statement in votes.statements] == ["9", "10", "x"]


def test_moderated_statements_are_left_out_but_their_voters_are_counted():
    statements = [Statement("1", "in"), Statement("2", "out", moderated_out=True)]
    votes = Votes.from_triplets([("a", "1", 1), ("b", "2", 1)], statements)
    assert [statement.id for statement in votes.kept] == ["1"]
    assert (votes.participants, votes.matrix.n_participants) == (2, 1)


def test_statement_without_votes_is_kept():
    votes = Votes.from_triplets([("a", "1", 1)], [Statement("1", "x"), Statement("2", "y")])
    assert [statement.text for statement in votes.kept] == ["x", "y"]
    assert votes.matrix.n_statements == 2


def test_polis_folder_reads_votes_texts_and_moderation(tmp_path):
    write(tmp_path / "votes.csv", "timestamp,datetime,comment-id,voter-id,vote\n1,x,0,7,-1\n2,y,1,7,1\n3,z,1,7,0\n")
    write(
        tmp_path / "comments.csv",
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        '1,x,0,3,0,1,-1,"Out, quoted"\n1,x,1,3,1,0,1,"In\nanother line"\n1,x,2,3,0,0,0,Never voted\n',
    )
    votes = Votes.load([tmp_path])
    assert [(s.id, s.text, s.moderated_out) for s in votes.statements] == [
        ("0", "Out, quoted", True),
        ("1", "In\nanother line", False),
        ("2", "Never voted", False),
    ]
    assert triplets(votes) == {(0, "1", 0)}
    assert [source.name for source in votes.inputs] == ["votes.csv", "comments.csv"]


def test_empty_folder_names_the_files_that_a_polis_export_has(tmp_path):
    with pytest.raises(TableError) as refusal:
        Votes.load([tmp_path])
    assert [problem.file for problem in refusal.value.problems] == [
        f"{tmp_path.name}/votes.csv",
        f"{tmp_path.name}/comments.csv",
    ]


def test_statement_listed_twice_is_refused(tmp_path):
    votes = write(tmp_path / "v.csv", "participant,statement,vote\na,1,1\n")
    listed = write(tmp_path / "s.csv", "statement,text\n1,x\n1,y\n")
    with pytest.raises(TableError, match=r"s.csv, row 3, column statement: found «1», expected each statement once"):
        Votes.load([votes, listed])


def test_three_files_are_refused(tmp_path):
    with pytest.raises(InputError, match="found 3 inputs"):
        Votes.load([tmp_path / "a", tmp_path / "b", tmp_path / "c"])


def test_vote_of_seven_in_memory_is_refused():
    with pytest.raises(TableError, match="column vote: found «7», expected one of -1, 0, 1"):
        Votes.from_triplets([("a", "1", 7)])


ballots = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("123")), st.sampled_from([-1, 0, 1]), min_size=1
)


@given(ballots, st.randoms(use_true_random=False))
def test_digest_depends_on_who_voted_alike_and_on_nothing_else(cast, shuffle: random.Random):
    rows = [(p, s, v) for (p, s), v in cast.items()]
    names = dict(zip("abcdef", shuffle.sample("uvwxyz", 6), strict=True))
    renamed = [(names[p], s, v) for p, s, v in rows]
    shuffle.shuffle(renamed)
    assert Votes.from_triplets(renamed).inputs == Votes.from_triplets(rows).inputs


@given(ballots, st.data())
def test_digest_changes_with_any_vote(cast, data):
    changed = data.draw(st.sampled_from(sorted(cast)))
    other = {**cast, changed: (cast[changed] + 2) % 3 - 1}
    as_rows = [[(p, s, v) for (p, s), v in votes.items()] for votes in (cast, other)]
    first, second = (Votes.from_triplets(rows).inputs for rows in as_rows)
    assert first != second


def test_digest_covers_texts_and_moderation():
    cast = [("a", "1", 1)]
    plain = Votes.from_triplets(cast, [Statement("1", "x")]).inputs
    assert Votes.from_triplets(cast, [Statement("1", "y")]).inputs != plain
    assert Votes.from_triplets(cast, [Statement("1", "x", moderated_out=True)]).inputs != plain


def test_natural_order_puts_numbers_first():
    assert sorted(["b", "10", "2", "", "a"], key=natural) == ["2", "10", "", "a", "b"]


# Participants and voted statements as the publisher of the data counts them.
@pytest.mark.parametrize(
    ("name", "participants", "statements"),
    [("biodiversity", 536, 314), ("austria-climate", 1116, 522), ("london-youth-policing", 26, 36)],
)
def test_real_conversation_has_the_published_size(reference_data, name, participants, statements):
    votes = Votes.load([reference_data / "polis" / name])
    assert votes.participants == participants
    assert Ballots.read_polis(reference_data / "polis" / name).cast["statement"].n_unique() == statements


@pytest.mark.parametrize("name", ["biodiversity", "austria-climate", "london-youth-policing"])
def test_real_conversation_agrees_with_the_exported_matrix(reference_data, name):
    """participants-votes.csv is Polis's own matrix of the same votes, written by other code."""
    folder = reference_data / "polis" / name
    cast = Ballots.read_polis(folder).cast
    ours = {(p, s): v for p, s, v in cast.iter_rows()}
    with (folder / "participants-votes.csv").open(encoding="utf-8") as file:
        theirs = {
            (row["participant"], column): int(value)
            for row in csv.DictReader(file)
            for column, value in row.items()
            if column.isdigit() and value
        }
    assert ours == theirs
