"""What strangers wrote can neither command a terminal, nor turn a page round, nor run in a spreadsheet."""

from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.text import shown, spreadsheet_cell

TURNING = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


@given(st.text())
def test_shown_text_holds_no_control_and_no_direction_override(text):
    assert not TURNING & set(shown(text))
    assert all(ord(c) >= 0x20 or c in "\n\t" for c in shown(text))


def test_shown_text_keeps_arabic_with_its_plain_marks():
    arabic = "تحتاج الأسر\u200f إلى دعم (A/RES/60/288)"
    assert shown(arabic) == arabic


def test_shown_text_is_stable():
    once = shown("  a\x1b[2J\u202eb ")
    assert once == "a [2Jb"
    assert shown(once) == once


def test_spreadsheet_reads_formulas_as_text():
    assert spreadsheet_cell('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert spreadsheet_cell("@cmd") == "'@cmd"
    assert spreadsheet_cell("Aftercare = two years") == "Aftercare = two years"
