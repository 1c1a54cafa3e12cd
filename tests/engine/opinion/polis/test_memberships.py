"""The file of memberships: what it may say, and one clear line for what it may not."""

import numpy as np
import pytest

from majlis.engine.opinion.polis.memberships import given
from majlis.engine.tables import TableError

PEOPLE = ("10", "9", "a", "b")


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "m.csv"
    path.write_text(text, encoding=encoding)
    return given(path, PEOPLE)


def test_bases_and_groups_keep_their_ids_in_natural_order(tmp_path):
    found = read(tmp_path, "participant,base,group\na,101,1\n9,7,0\nb,7,0\n10,33,1\n")
    assert found.base_names == ("7", "33", "101")
    assert found.group_names == ("0", "1")
    assert found.bases.tolist() == [1, 0, 2, 0]
    assert found.groups.tolist() == [0, 1, 1]
    assert found.of_participants.tolist() == [1, 0, 1, 0]
    assert found.sizes.tolist() == [2, 1, 1]
    assert found.digest.name == "m.csv"


@pytest.mark.parametrize("header", ["voter-id;base-id;group-id", "participant\tbase_id\tgroup_id"])
def test_headers_of_exports_and_other_separators_are_read(tmp_path, header):
    separator = ";" if ";" in header else "\t"
    rows = [header, *(separator.join(row) for row in (("a", "1", "x"), ("b", "2", "y")))]
    assert read(tmp_path, "\r\n".join(rows), "utf-16").group_names == ("x", "y")


def test_who_is_left_out_or_has_neither_is_in_no_group(tmp_path):
    found = read(tmp_path, "participant,base,group,note\na,1,1,x\n9,,,y\n")
    assert found.bases.tolist() == [-1, -1, 0, -1]
    assert found.of_participants.tolist() == [-1, -1, 0, -1]


def test_a_header_alone_puts_nobody_anywhere(tmp_path):
    found = read(tmp_path, "participant,base,group\n")
    assert found.bases.tolist() == [-1] * 4
    assert found.centres(np.zeros((4, 2))).shape == (0, 2)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "participant,base,group\na,1,1\nghost,1,1\n",
            "row 3, column participant: found «ghost», expected a participant",
        ),
        (
            "participant,base,group\na,1,1\na,1,1\n",
            "row 3, column participant: found «a», expected each participant once",
        ),
        ("participant,base,group\na,1,1\nb,1,2\n", "row 3, column group: found «2», expected group 1, where row 2 has"),
        (
            "participant,base,group\na,1,\n",
            "row 2, column group: found nothing, expected a base cluster with its group",
        ),
        ("participant,base,group\na,,1\n", "row 2, column base: found nothing, expected a base cluster with its group"),
        ("participant,base,group\n,1,1\n", "row 2, column participant: found nothing, expected a text"),
        ("participant,group\na,1\n", "row 1: expected a column base or base-id or base_id"),
        ("participant,base\na,1\n", "row 1: expected a column group or group-id or group_id"),
        ("who,base,group\na,1,1\n", "row 1: found «who, base, group», expected a column participant"),
        ("participant,base,group\na,1,1,1\n", "row 2: found «4 values», expected 3 values"),
        ("participant,base,base,group\na,1,1,1\n", "row 1, column base: found «the column twice»"),
        ("", "expected a header and at least one row; the file is empty"),
        ("participant,base,group\n\x00,1,1\n", "expected text, not binary content"),
    ],
    ids=range(13),
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path, text, line):
    with pytest.raises(TableError) as refused:
        read(tmp_path, text)
    assert str(refused.value).startswith("m.csv")
    assert line in str(refused.value)


def test_every_wrong_row_is_counted(tmp_path):
    ghosts = "".join(f"ghost{n},1,1\n" for n in range(200))
    with pytest.raises(TableError, match=r"\(and 199 more\)") as refused:
        read(tmp_path, f"participant,base,group\n{ghosts}")
    assert refused.value.total == 200


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(TableError, match=r"absent\.csv: expected a file that exists"):
        given(tmp_path / "absent.csv", PEOPLE)
