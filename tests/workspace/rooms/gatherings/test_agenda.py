"""Agendas from hostile spreadsheets: every problem by line, and nothing lost on the way out and in."""

import csv
import io
from datetime import date, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from majlis.workspace.commons.csv_tables import TroubledTable
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.gatherings import agenda
from majlis.workspace.rooms.gatherings.agenda import Row
from majlis.workspace.rooms.gatherings.schedule import Slot
from tests.workspace.rooms.gatherings.planted import HEADER

THEMES = ("narratives", "prisons")
SHORT = "code,day,start,end,title_fr\n"
GOOD = "s1,2022-06-08,09:00,10:30,Une session\n"


def read_or_told(read):
    """What was read, or the problems that were told; any other error is a fault."""
    try:
        return read()
    except TroubledTable as error:
        return error.troubles


def troubles(text):
    with pytest.raises(TroubledTable) as caught:
        agenda.read(text, THEMES)
    return [(trouble.line, trouble.key) for trouble in caught.value.troubles]


# Round trip

VISIBLE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)
WORDS = st.lists(
    VISIBLE | st.sampled_from(['"', ",", ";", "=1+1", "'=x", "-", "@a", "عربي", "«é»", "a\u202eb"]),
    min_size=1,
    max_size=4,
)
PHRASE = WORDS.map(" ".join).filter(lambda text: len(text) <= 80 and agenda.is_readable(text))


@st.composite
def texts(draw, original):
    others = draw(st.dictionaries(st.sampled_from(agenda.LANGUAGES), PHRASE, max_size=3))
    return {original: draw(PHRASE), **{code: text for code, text in others.items() if code != original}}


@st.composite
def rows(draw):
    original, reviewed = draw(st.sampled_from(agenda.LANGUAGES)), draw(st.booleans())
    start, end = sorted((draw(st.times()), draw(st.times())))
    slot = Slot(
        draw(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)),
        draw(st.dates(min_value=date(1000, 1, 1))),
        start.replace(second=0, microsecond=0),
        end.replace(second=0, microsecond=0),
        draw(st.just("") | PHRASE),
    )
    titles = draw(texts(original))
    chair = draw(st.none() | texts(original))
    assume(reviewed is False or len(titles) > 1 or (chair is not None and len(chair) > 1))
    themes = tuple(sorted(draw(st.sets(st.sampled_from(THEMES)))))
    title = Text.compose(titles, original, reviewed=reviewed)
    return Row(0, slot, title, themes, Text.compose(chair, original, reviewed=reviewed) if chair else None)


@given(st.lists(rows(), min_size=1, max_size=6, unique_by=lambda row: row.code))
def test_what_is_written_is_read_again(programme):
    again = agenda.read(agenda.write(programme), THEMES)
    assert [(r.slot, r.title, r.themes, r.chair_office) for r in again] == [
        (r.slot, r.title, r.themes, r.chair_office) for r in programme
    ]


@given(rows())
def test_no_written_cell_is_a_formula(row):
    for cells in csv.reader(io.StringIO(agenda.write([row]))):
        assert not any(cell[:1] in {"=", "+", "-", "@", "\t"} for cell in cells if cell)


@given(st.text())
def test_any_text_is_read_or_refused_with_its_lines(text):
    assert read_or_told(lambda: agenda.read(text, THEMES))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    assert read_or_told(lambda: agenda.text_of(content).strip())


# What spreadsheets write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends_of_spreadsheets_are_read(encoding, separator, line_end):
    lines = [
        "code,day,start,end,room,title_ar",
        "s1,08/06/2022,9h30,10:30:00,القاعة,سؤال",
        "s2,8.6.2022,11:00,12h,,آخر",
    ]
    content = line_end.join(line.replace(",", separator) for line in lines).encode(encoding)
    first, second = agenda.read(agenda.text_of(content), THEMES)
    assert first.slot == Slot("s1", date(2022, 6, 8), time(9, 30), time(10, 30), "القاعة")
    assert first.title == Text.write("سؤال", "ar")
    assert second.slot == Slot("s2", date(2022, 6, 8), time(11), time(12), "")


def test_mixed_line_ends_keep_their_line_numbers():
    assert troubles(f"{SHORT}{GOOD.strip()}\r\n\r\ns2,tomorrow,09:00,10:00,x\rs3,2022-06-08,09:00,10:00,\n") == [
        (4, "agenda-day"),
        (5, "agenda-title-missing"),
    ]


def test_a_cell_with_line_breaks_keeps_the_count_of_lines():
    assert troubles(f'{SHORT}s1,2022-06-08,09:00,10:00,"two\nlines"\ns2,never,09:00,10:00,x\n') == [(4, "agenda-day")]


def test_arabic_digits_are_digits():
    (row,) = agenda.read(f"{SHORT}s1,٢٠٢٢-٠٦-٠٨,٠٩:٠٠,١٠:٣٠,x\n", THEMES)
    assert row.slot == Slot("s1", date(2022, 6, 8), time(9), time(10, 30))


def test_translations_say_whether_they_were_reviewed():
    lines = [f"{code},2022-06-08,09:00,10:00,,عنوان,Titre,,fr,{told},,,," for code, told in (("s1", "oui"), ("s2", ""))]
    text = "\n".join([HEADER, *lines])
    first, second = agenda.read(text, THEMES)
    assert first.title.original == second.title.original == "fr"
    assert first.title.versions["ar"].state is State.REVIEWED
    assert second.title.versions["ar"].state is State.UNREVIEWED


# What is refused


def test_all_problems_of_all_lines_are_listed():
    text = f"{HEADER}\n" + "\n".join(
        [
            "s1,2022-06-08,25:00,10:00,,,Titre,,,,,,,",
            "s 2,2022-02-30,09:60,10:00,,,,,de,peut-être,unknown,,,",
            "s3,2022-06-08,09:00,10:00",
            "s4,2022-06-08,09:00,10:00,,,Titre,,,,,,,",
            "s4,2022-06-08,11:00,12:00,,,\u202e\u2066,,,,,,,",
            f"s5,2022-06-08,11:00,12:00,{'x' * 81},,{'y' * 201},,,,,,,",
            "s4,2022-06-08,11:00,12:00,,,Titre,,,,,,,",
        ]
    )
    assert troubles(text) == [
        (2, "agenda-hour"),
        (3, "agenda-code"),
        (3, "agenda-day"),
        (3, "agenda-hour"),
        (3, "agenda-original"),
        (3, "agenda-reviewed"),
        (3, "agenda-title-missing"),
        (3, "agenda-theme"),
        (4, "table-ragged"),
        (6, "table-cell-invisible"),
        (7, "table-cell-long"),
        (7, "table-cell-long"),
        (8, "agenda-code-twice"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(None, "table-empty")]),
        (" \n\n", [(None, "table-empty")]),
        (SHORT, [(None, "table-empty")]),
        ("code,day,start,title_fr\n", [(1, "table-column-missing")]),
        ("code,day,start,end\n", [(1, "table-column-missing")]),
        ("code,day,start,end,title_fr,title_de,code\n", [(1, "table-column-unknown"), (1, "table-column-twice")]),
        (f'{SHORT}s1,2022-06-08,09:00,10:00,"open\n', [(2, "table-quotes")]),
        (f"{SHORT}s1,2022-06-08,09:00,10:00,a\x00b\n", [(2, "table-not-text")]),
        (SHORT + GOOD * 10_000, [(502, "table-too-long")]),
        ("x" * 1_000_001, [(None, "table-too-large")]),
    ],
    ids=["empty", "blank", "header", "missing", "no title", "unknown", "quote", "nul", "long", "large"],
)
def test_tables_that_are_none_are_refused(text, expected):
    assert troubles(text) == expected


def test_bytes_that_are_no_text_are_refused_at_their_line():
    with pytest.raises(TroubledTable) as caught:
        agenda.text_of(SHORT.encode() + b"s1,\xff\xfe\n")
    assert [(t.line, t.key) for t in caught.value.troubles] == [(2, "table-not-text")]


def test_formula_cells_are_text_and_leave_guarded():
    (row,) = agenda.read(f'{SHORT}s1,2022-06-08,09:00,10:00,"=HYPERLINK(""http://evil.example"")"\n', THEMES)
    assert str(row.title) == '=HYPERLINK("http://evil.example")'
    written = list(csv.reader(io.StringIO(agenda.write([row]))))
    assert written[1][6].startswith("'=")
