"""What strangers wrote can neither command a terminal, nor turn a page round, nor run in a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.text import laid_out, one_line, shown, spreadsheet_cell

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


@given(st.text())
def test_one_line_is_what_is_shown_without_a_break(text):
    line = one_line(text)
    assert not set("\n\t") & set(line)
    assert "".join(line.split()) == "".join(shown(text).split())


def test_one_line_keeps_the_spaces_of_french():
    assert one_line("Oui\u202f?\n  «\u00a0non\u00a0»") == "Oui\u202f? «\u00a0non\u00a0»"


def test_spreadsheet_reads_formulas_as_text():
    assert spreadsheet_cell('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert spreadsheet_cell("@cmd") == "'@cmd"
    assert spreadsheet_cell("Aftercare = two years") == "Aftercare = two years"


OPEN, CLOSE = "\u2066", "\u2069"


@pytest.mark.parametrize(
    "number",
    ["+212 5 37 00 00 00", "05 37 00 00 00", "+212 (0)5 37 00 00 00", "+212537000000", "05-37-00-00-00", "10 000",
     "٠٥ ٣٧ ٠٠", "2026-05-12", "(05) 37.77", "-5%", "+3", "\u22120.5"],
)  # fmt: skip
def test_number_in_arabic_is_held_together(number):
    assert laid_out(f"هاتف {number} مكتب 2") == f"هاتف {OPEN}{number}{CLOSE} مكتب 2"


@pytest.mark.parametrize(
    "text", ["بين 2022-2023 و 5", "المادة 12.3، الفقرة 4", "هاتف", "Phone +212 5 37 00 00 00", "3: 4",
     "القرار 2178 (2014) بشأن",
     "شارك (5 أشخاص) فقط", "من (13 إلى 15) يوما", "انظر https://example.org/2026-05-12/a", "مجموعة الـ-20"]
)  # fmt: skip
def test_what_reads_well_without_help_is_left_alone(text):
    assert laid_out(text) == text


ARABIC_AND_NUMBERS = st.text(st.sampled_from("هتف +0159()-. \u2066\u2069\u202e\u200f"))


@given(st.text() | ARABIC_AND_NUMBERS)
def test_isolates_change_no_letter_and_are_closed_in_pairs(text):
    out = laid_out(text)
    assert out.replace(OPEN, "").replace(CLOSE, "") == shown(text)
    depth = 0
    for sign in out:
        depth += (sign == OPEN) - (sign == CLOSE)
        assert depth in (0, 1)
    assert depth == 0
    assert laid_out(out) == out
