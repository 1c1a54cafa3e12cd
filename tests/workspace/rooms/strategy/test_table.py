"""The table of recommendations: nothing is lost on the way out and in, and nothing is half imported."""

import csv
import io
import re
from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.csv_tables import LANGUAGES, MARK, TroubledTable
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.models import Finding, LedgerEntry
from majlis.workspace.commons.texts import State, Text, is_readable
from majlis.workspace.rooms.strategy import actions, queries, table, tabling
from majlis.workspace.rooms.strategy.models import Recommendation
from majlis.workspace.rooms.strategy.table import TEXTS, Row
from tests.workspace.rooms.strategy import planted

DIMENSIONS = ("social", "educational", "legal")
BODY = UUID("018f0000-0000-7000-8000-000000000001")
HOSTILE = [
    '"',
    ",",
    ";",
    "\t",
    "\n",
    "\n\n",
    "=1+1",
    "'=x",
    "-",
    "@a",
    "عربي",
    "«é»",
    "a\u202eb",
    "\u200f",
    "\ufeff",
    "'",
]
VISIBLE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
WORDS = st.lists(VISIBLE | st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join).map(str.strip)
PHRASE = WORDS.filter(is_readable)


@st.composite
def texts(draw):
    original = draw(st.sampled_from(LANGUAGES))
    text = Text.write(draw(PHRASE), original)
    for code in LANGUAGES:
        if code != original and draw(st.booleans()):
            text = text.translated(code, draw(PHRASE), reviewed=draw(st.booleans()))
    return text


@st.composite
def rows(draw):
    parts = {part: draw(texts() if part == "text" else st.none() | texts()) for part in TEXTS}
    return Row(
        line=0,
        code=draw(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)),
        version=draw(st.none() | st.integers(1, 99)),
        texts=parts,
        addressed_to=draw(st.sampled_from([None, BODY])),
        due_on=draw(st.none() | st.dates(min_value=date(1000, 1, 1))),
        dimensions=tuple(sorted(draw(st.sets(st.sampled_from(DIMENSIONS))))),
        stage=draw(st.sampled_from(["", "draft", "adopted"])),
        basis=tuple(sorted(draw(st.sets(st.sampled_from(["commons.finding:a", "commons.source:b"]))))),
    )


def comparable(row):
    return {name: value for name, value in vars(row).items() if name != "line"}


@given(st.lists(rows(), min_size=1, max_size=5, unique_by=lambda row: (row.code, row.version)))
def test_what_is_written_is_read_again(listed):
    again = table.read(MARK + table.write(listed), DIMENSIONS, [BODY])
    assert [comparable(row) for row in again] == [comparable(row) for row in listed]


@given(rows())
def test_no_written_cell_is_a_formula(row):
    for cells in csv.reader(io.StringIO(table.write([row]))):
        assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r"} for cell in cells if cell)


def read_or_told(text):
    """What was read, or the problems that were told; any other error is a fault."""
    try:
        return table.read(text, DIMENSIONS, [])
    except TroubledTable as error:
        return error.troubles


@given(st.text())
def test_any_text_is_read_or_refused_with_its_lines(text):
    assert read_or_told(text)


def test_problems_are_listed_by_line():
    header = "code,version,measure_en,original,reviewed,addressed_to,due_on,dimensions\n"
    lines = [
        "R 1,one,,de,maybe,nobody,soon,martial",
        "R2,,Do it,fr goal_xx,,,,",
        "R3,1,Do it,,,,,",
        "R3,1,Do it,,,,,",
        "R4,,\u200f\u202e,,,,,",
    ]
    with pytest.raises(TroubledTable) as caught:
        table.read(header + "\n".join(lines), DIMENSIONS, [])
    assert [(t.line, t.key) for t in caught.value.troubles] == [
        *((2, f"table-{key}") for key in ("code", "version", "original", "reviewed", "institution", "day")),
        *((2, "table-measure-missing"), (2, "table-dimension"), (3, "table-original")),
        *((5, "table-code-twice"), (6, "table-cell-invisible")),
    ]


@pytest.fixture
def two(organiser, strategy):
    """A draft whose texts are hostile, and an adopted one."""
    goal = Text.write('=HYPERLINK("x")\r\nالهدف', "ar").translated("fr", "Le « but »", reviewed=True)
    drafted = planted.draft(organiser, strategy, "Line\r\nbreak", goal=goal, dimensions=["legal"], code="R1")
    decided = planted.draft(organiser, strategy, "Decided", code="R2", rests_on=planted.findings(organiser))
    return drafted, planted.adopted(organiser, decided)


def exported(browser, strategy):
    return browser.get(reverse("strategy:table-csv", args=[strategy.pk])).content.decode()


def posted(browser, strategy, text, **more):
    return browser.post(reverse("strategy:table", args=[strategy.pk]), {"table": text, **more})


def marked(page):
    return page.context["form"].initial["seen"]


def test_a_strategy_that_leaves_and_comes_back_is_the_same(organiser, strategy, two, sign_in):
    browser = sign_in(organiser)
    content = exported(browser, strategy)
    assert content.startswith(MARK)
    assert "commons.finding:" in content
    # A browser's field ends lines in its own way.
    page = posted(browser, strategy, re.sub("\r?\n", "\r\n", content))
    assert {change.kind for change in page.context["changes"]} == {"same"}
    rows = table.read(content, [t.code for t in queries.dimensions()], tabling.institutions())
    with acting(organiser):
        assert actions.import_table(strategy=strategy, rows=rows, seen=tabling.table_stamp(strategy)) == []
    assert Recommendation.objects.get(code="R1").digest == two[0].digest


def test_a_change_and_a_new_one_are_one_act(organiser, strategy, two, sign_in):
    browser = sign_in(organiser)
    text = "code,measure_fr,measure_en,original,reviewed\nR1,,Changed,en,no\nR7,Nouvelle mesure,New one,fr,yes\n"
    preview = posted(browser, strategy, text)
    assert [(c.row.code, c.kind) for c in preview.context["changes"]] == [("R1", "changed"), ("R7", "new")]
    assert Recommendation.objects.count() == 2
    before = LedgerEntry.objects.count()
    saved = posted(browser, strategy, text, save="1", seen=marked(preview))
    assert saved.status_code == 302
    assert LedgerEntry.objects.count() == before + 1
    new = Recommendation.objects.get(code="R7")
    assert (new.text.original, new.text.versions["en"].state) == ("fr", State.REVIEWED)
    assert str(Recommendation.objects.get(code="R1").text) == "Changed"


def test_an_adopted_text_is_refused_by_line_and_nothing_is_half_imported(organiser, strategy, two, sign_in):
    text = "code,measure_en\nR9,New\nR2,Rewritten\n"
    page = posted(sign_in(organiser), strategy, text, save="1")
    assert page.status_code == 400
    assert "Line 3: " in page.content.decode().translate({0x2068: None, 0x2069: None})
    assert "R9,New" in page.content.decode()
    assert Recommendation.objects.count() == 2
    rows = table.read(text, [], [])
    with acting(organiser), pytest.raises(tabling.Unimportable):
        actions.import_table(strategy=strategy, rows=rows, seen=tabling.table_stamp(strategy))
    assert Recommendation.objects.count() == 2


def test_a_table_that_was_overtaken_is_previewed_again(organiser, strategy, two, sign_in):
    browser = sign_in(organiser)
    text = "code,measure_en\nR1,Mine\n"
    preview = posted(browser, strategy, text)
    planted.draft(organiser, strategy, "Meanwhile")
    late = posted(browser, strategy, text, save="1", seen=marked(preview))
    assert late.status_code == 409
    assert str(Recommendation.objects.get(code="R1").text) == "Line\r\nbreak"
    assert posted(browser, strategy, text, save="1", seen=marked(late)).status_code == 302
    rows = table.read(text, [], [])
    with acting(organiser), pytest.raises(Outdated):
        actions.import_table(strategy=strategy, rows=rows, seen="another mark")


def test_the_table_holds_what_its_reader_may_see(organiser, stranger, strategy, two, sign_in):
    secret = planted.draft(organiser, strategy, planted.SECRET)
    assert planted.SECRET in exported(sign_in(organiser), strategy)
    for browser in (sign_in(stranger), sign_in(None)):
        assert planted.SECRET not in exported(browser, strategy)
    assert sign_in(stranger).get(reverse("strategy:table", args=[strategy.pk])).status_code == 403
    assert secret.code in exported(sign_in(organiser), strategy)


def test_what_a_text_rests_on_is_named_as_far_as_the_reader_may_see_it_in_few_queries(
    organiser, strategy, django_assert_max_num_queries
):
    mild = planted.findings(organiser, 3)
    for number in range(5):
        planted.draft(organiser, strategy, f"Measure {number}", rests_on=mild)
    with django_assert_max_num_queries(6):
        rows = tabling.rows_of(strategy, organiser)
    assert {row.basis for row in rows} == {tuple(sorted(f"commons.finding:{found.pk}" for found in mild))}
    Finding.objects.filter(pk=mild[0].pk).update(handling=Handling(tlp=Tlp.RED))
    assert {len(row.basis) for row in tabling.rows_of(strategy, organiser)} == {2}
