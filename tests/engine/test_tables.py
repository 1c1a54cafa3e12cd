"""Reading tables: everything a spreadsheet writes is read; everything else is refused with its place."""

import codecs
import csv
import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.tables import Column, TableError, parse_csv, read_csv

COLUMNS = (
    Column("participant", ("voter-id",)),
    Column("statement"),
    Column("vote", whole_number=frozenset({-1, 0, 1})),
)
ROWS = [("a", "1", 1), ("b", "2", -1)]
PLAIN = "participant,statement,vote\na,1,1\nb,2,-1\n"


def parse(content: bytes | str) -> list[tuple]:
    raw = content if isinstance(content, bytes) else content.encode()
    return parse_csv(raw, "votes.csv", COLUMNS).rows()


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        codecs.BOM_UTF8 + PLAIN.encode(),
        PLAIN.encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        b"participant,statement,vote\r\na,1,1\nb,2,-1\r",
        b"vote,other,voter-id,statement\n1,x, a ,1\n-1,,b,2",
        b'"participant","statement","vote"\n"a","1","1"\n"b","2","-1"\n',
    ],
    ids=["plain", "bom", "utf-16", "utf-16-be", "semicolons", "tabs", "crlf", "cr", "mixed", "order", "quotes"],
)
def test_table_reads_what_spreadsheets_write(content):
    assert parse(content) == ROWS


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (PLAIN + "c,1,7\n", "votes.csv, row 4, column vote: found «7», expected one of -1, 0, 1"),
        (PLAIN + "c,1,\n", "votes.csv, row 4, column vote: found nothing, expected one of -1, 0, 1"),
        (PLAIN + "c,1,1.5\n", "votes.csv, row 4, column vote: found «1.5», expected one of -1, 0, 1"),
        (PLAIN + ",1,1\n", "votes.csv, row 4, column participant: found nothing, expected a text that is not empty"),
        (PLAIN + "c,1\n", "votes.csv, row 4, column vote: found nothing, expected one of -1, 0, 1"),
        (PLAIN + "c,1,1,9\n", "votes.csv, row 4: found «4 values», expected 3 values, as in the header"),
        ("who,what\na,1\n", "votes.csv, row 1: found «who, what», expected a column participant or voter-id"),
        ("", "votes.csv: expected a header and at least one row; the file is empty"),
        (" \n\n", "votes.csv: expected a header and at least one row; the file is empty"),
        ("\n" + PLAIN, "votes.csv, row 1: found «an empty row», expected the names of the columns"),
        ("  \r\n" + PLAIN, "votes.csv, row 1: found «an empty row», expected the names of the columns"),
        (",,\n" + PLAIN, "votes.csv, row 1: found «an empty row», expected the names of the columns"),
        (PLAIN + 'c,1,"a\nb\t c"\n', "votes.csv, row 4, column vote: found «a b c», expected one of -1, 0, 1"),
        (b"\x89PNG\r\n\x1a\n\x00", "votes.csv, row 1: expected text in UTF-8 (save the file as CSV UTF-8)"),
        (PLAIN.encode() + b"c,\xe9,1\n", "votes.csv, row 4: expected text in UTF-8 (save the file as CSV UTF-8)"),
        (PLAIN + "c,\x00,1\n", "votes.csv, row 4: expected text, not binary content"),
        (
            "vote,participant,statement,vote\n1,a,1,1\n",
            "votes.csv, row 1, column vote: found «the column twice», expected each column once",
        ),
        (PLAIN + '"c,1,1\n', "votes.csv: expected well-formed quotes (unexpected end of data)"),
    ],
)
def test_table_refuses_with_file_row_column_and_expectation(content, message):
    with pytest.raises(TableError) as refusal:
        parse(content)
    assert str(refusal.value) == message


def test_table_counts_rows_as_a_spreadsheet_does_when_cells_hold_line_breaks():
    with pytest.raises(TableError, match=r"row 3, column vote: found «9»"):
        parse('participant,statement,vote\n"a\nb\nc",1,1\nd,1,9\n')


def test_table_names_every_problem_in_the_order_of_the_file():
    with pytest.raises(TableError) as refusal:
        parse("participant,statement,vote\n,1,1\na,,5\nb,1,6\n")
    places = [(problem.row, problem.column) for problem in refusal.value.problems]
    assert places == [(2, "participant"), (3, "statement"), (3, "vote"), (4, "vote")]
    assert refusal.value.total == 4
    assert str(refusal.value).endswith("(and 3 more)")


def test_table_error_keeps_few_problems_and_counts_all():
    with pytest.raises(TableError) as refusal:
        parse("participant,statement,vote\n" + "a,1,9\n" * 1000)
    assert (len(refusal.value.problems), refusal.value.total) == (50, 1000)


def test_table_error_cannot_turn_the_direction_of_a_terminal():
    with pytest.raises(TableError) as refusal:
        parse("participant,statement,vote\na,1,\u202e\x1b[31m7\n")
    assert "\u202e" not in str(refusal.value)
    assert "\x1b" not in str(refusal.value)


def test_table_digest_is_that_of_the_file(tmp_path):
    path = tmp_path / "votes.csv"
    path.write_bytes(PLAIN.encode())
    _, digest = read_csv(path, COLUMNS)
    assert (digest.name, digest.sha256) == ("votes.csv", hashlib.sha256(PLAIN.encode()).hexdigest())


def test_table_that_is_absent_is_an_input_error(tmp_path):
    with pytest.raises(TableError, match=r"absent\.csv: expected a file that exists"):
        read_csv(tmp_path / "absent.csv", COLUMNS)


cells = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(lambda t: t.strip())


@given(st.lists(st.tuples(cells, cells, st.sampled_from([-1, 0, 1])), max_size=20))
def test_table_round_trips_any_text_that_a_csv_writer_writes(rows):
    out = io.StringIO()
    csv.writer(out).writerows([("participant", "statement", "vote"), *rows])
    # str.strip and the reader agree on white space; both are applied so that only the content is compared.
    assert [(p.strip(), s.strip(), v) for p, s, v in parse(out.getvalue())] == [
        (p.strip(), s.strip(), v) for p, s, v in rows
    ]
