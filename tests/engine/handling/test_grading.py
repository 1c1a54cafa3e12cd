"""The two scales of grading, and that no way between them makes anything better than it was."""

from itertools import product

import pytest

from majlis.engine.handling import Admiralty, FourByFour

ADMIRALTY = [Admiralty.read(*pair) for pair in product("ABCDEF", "123456")]
FOUR = [FourByFour.read(*pair) for pair in product("ABCX", "1234")]


def test_scales_are_whole():
    assert len(set(ADMIRALTY)) == 36
    assert len(set(FOUR)) == 16


@pytest.mark.parametrize("missing", [(None, None), ("", ""), ("G", 7), ("?", 0), ("AB", "12"), ("X", "-")])
def test_what_is_missing_or_unknown_cannot_be_judged(missing):
    assert Admiralty.read(*missing) == Admiralty() == Admiralty(source="F", information="6")
    unknown = FourByFour.read("Z" if missing[0] == "X" else missing[0], missing[1])
    assert unknown == FourByFour() == FourByFour(source="X", information="4")


def test_each_part_is_read_for_itself():
    assert Admiralty.read(" b ", 2) == Admiralty(source="B", information="2")
    assert Admiralty.read("B") == Admiralty(source="B", information="6")


@pytest.mark.parametrize("grade", ADMIRALTY, ids=lambda grade: f"{grade.source}{grade.information}")
def test_there_and_back_never_improves_a_grade(grade):
    assert grade.to_four().to_admiralty().is_no_better_than(grade)


@pytest.mark.parametrize("grade", FOUR, ids=lambda grade: f"{grade.source}{grade.information}")
def test_back_and_there_never_improves_a_grade(grade):
    assert grade.to_admiralty().to_four().is_no_better_than(grade)


def test_conversion_keeps_the_order_and_is_lossy():
    for one, other in product(ADMIRALTY, repeat=2):
        if one.is_no_better_than(other):
            assert one.to_four().is_no_better_than(other.to_four())
    assert Admiralty.read("D", 5).to_four() == FourByFour.read("C", 4)
    assert Admiralty.read("C", 4).to_four() == FourByFour.read("C", 4)
    assert FourByFour.read("C", 4).to_admiralty() == Admiralty.read("E", 6)


def test_what_cannot_be_judged_stays_so():
    assert Admiralty().to_four() == FourByFour()
    assert FourByFour().to_admiralty() == Admiralty()
