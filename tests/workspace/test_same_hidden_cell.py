"""What is hidden is hidden everywhere: page, chart, CSV, JSON, PDF, DOCX, Markdown, JSON-LD.

*Non-interference*: two truths that differ only in hidden counts give the same bytes in every form, so that no form can
hold anything of them. *Planted*: one hidden cell of a map is looked up in every form in which a reader meets it.
"""

import csv
import io
import json
import re
from datetime import date

import docx
import numpy as np
import pytest
from django.urls import reverse
from pypdf import PdfReader

from majlis.engine.charts import Chart, DataTable
from majlis.engine.disclosure.margins import Dimension
from majlis.engine.disclosure.tables import CountTable
from majlis.engine.handling import Handling
from majlis.workspace.commons import releases
from majlis.workspace.commons.documents import FORMS, Document, Figure, Table, render, runs
from majlis.workspace.commons.models import CountRelease
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.pages import MapPage
from tests.workspace.rooms.consultations import planted

LANGUAGES = ("ar", "fr", "en")
SITE, DONE = Dimension("site", ("north", "south")), Dimension("completed", ("yes", "no"))
TRUTH = np.array([[26, 4], [41, 33]])
OTHER = np.array([[24, 6], [43, 31]])  # the same totals


def chart_of(table: DataTable) -> Chart:
    """A chart as a room makes it: its tooltips, words and twin come from the released table."""
    rows = [{"site": a, "completed": b, "count": count} for a, b, count in table.rows]
    spec = {
        "data": {"values": rows},
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": {"field": "count", "type": "quantitative"},
            "y": {"field": "site", "type": "nominal"},
            "tooltip": [{"field": "count"}],
            "description": {"field": "count"},
        },
    }
    spoken = ", ".join(f"{a} {b} {'hidden' if count is None else count}" for a, b, count in table.rows)
    return Chart("cohort", "Cohort", "", spec, spoken, table)


def every_form(counts, population, language="en"):
    """All that a reader can get of one cohort."""
    kept = releases.release_counts(
        population=population, table="completed", counts=CountTable((SITE, DONE), counts), state="one"
    )
    released = releases.shown(population, "completed")
    table = released.data_table("cohort", "Cohort", ("Site", "Completed", "People"), "All", "Fewer than 10 people.")
    chart = chart_of(table)
    blocks = (Table.of(table, language), Figure(chart))
    document = Document(runs("Cohort"), language, date(2026, 6, 10), blocks, handling=Handling())
    return {
        "json": json.dumps(released.to_dict()).encode(),
        "history": json.dumps(kept.content).encode(),
        "csv": table.to_csv().encode(),
        "svg": chart.to_svg().encode(),
        "print": chart.to_print().encode(),
        "spec": json.dumps(chart.spec).encode(),
        **{form: render(document, form) for form in FORMS},
    }


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_differs_by_a_hidden_count(language):
    one = every_form(TRUTH, "cohort:one", language)
    two = every_form(OTHER, "cohort:two", language)
    assert {form: one[form] == two[form] for form in one} == dict.fromkeys(one, True)


@pytest.mark.django_db
def test_forms_do_differ_by_a_shown_count():
    """The test above has teeth."""
    one = every_form(TRUTH, "cohort:one")
    two = every_form(TRUTH + 20, "cohort:two")
    assert {form for form in one if one[form] == two[form]} == set()


# The planted hidden cell of a map: statement 10, on which the second camp has two voters


HEADING = re.compile(r"Agree, %,? Group [AB]")


@pytest.fixture
def page(organiser):
    found = planted.mapped(organiser)
    return MapPage(found, queries.latest_map(found))


@pytest.fixture
def document(page):
    blocks = (Table.of(page.table("statements"), "en"), *[Figure(chart) for chart in page.map.charts("en")])
    return Document(runs("Outcome"), "en", date(2026, 6, 10), blocks)


def in_csv(text):
    rows = list(csv.reader(io.StringIO(text)))
    places = [index for index, heading in enumerate(rows[0]) if HEADING.match(heading)]
    return [row[place] for row in rows if row[0] == planted.FEW_IN_A_CAMP for place in places]


@pytest.mark.django_db
def test_the_planted_cell_is_hidden_on_the_page_and_in_its_exports(page, organiser, client):
    client.force_login(organiser.user)
    pk = page._consultation.pk
    table = client.get(reverse("consultations:map-table", args=[pk, "statements"]))
    assert in_csv(table.content.decode("utf-8-sig")) == ["", ""]
    document = client.get(reverse("consultations:map-json", args=[pk])).json()
    row = next(s for s in document["result"]["statements"] if s["id"] == planted.FEW_IN_A_CAMP)
    assert {(g["votes"], g["agree"], g["disagree"], g["pass"], g["share"]) for g in row["per_group"]} == {(None,) * 5}
    html = client.get(reverse("consultations:map", args=[pk])).content.decode()
    row = re.search(r"<tr>(?:(?!</tr>).)*Seen by one camp.*?</tr>", html, re.DOTALL)[0]
    assert len(re.findall("hidden", row)) >= 9


@pytest.mark.django_db
def test_the_planted_cell_is_in_no_chart(page):
    for chart in page.map.charts("en"):
        assert "Seen by one camp" not in json.dumps(chart.spec)
        assert "Seen by one camp" not in chart.to_svg()
        assert "Seen by one camp" not in chart.twin.to_csv()


@pytest.mark.django_db
def test_the_planted_cell_is_hidden_in_every_document(page, document):
    tables = docx.Document(io.BytesIO(render(document, "docx"))).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    word = next(row for row in rows if "Seen by one camp" in " ".join(row))
    assert [cell.strip("\u2066\u2067\u2068\u2069") for cell in word[7:9]] == ["hidden", "hidden"]
    text = render(document, "markdown").decode()
    line = next(line for line in text.splitlines() if "Seen by one camp" in line)
    assert [cell.strip() for cell in line.split("|")[8:10]] == ["*hidden*", "*hidden*"]
    html = render(document, "html").decode()
    row = re.search(r"<tr>(?:(?!</tr>).)*Seen by one camp.*?</tr>", html, re.DOTALL)[0]
    # What all would answer, two groups, two estimates with their intervals, and the bridging score.
    assert row.count('<td class="hidden">hidden</td>') == 1 + 2 + 3 + 3 + 1
    linked = json.dumps(json.loads(render(document, "jsonld")), ensure_ascii=False)
    assert re.search(r"Seen by one camp[^\\]*?(,hidden|,\[hidden\]|,){2}", linked)
    pages = "".join(part.extract_text() for part in PdfReader(io.BytesIO(render(document, "pdf"))).pages)
    assert pages.count("hidden") >= 9 + 12


@pytest.mark.django_db
def test_what_the_history_keeps_of_the_map_has_no_hidden_count(page):
    kept = CountRelease.objects.get(population__key=f"question:{page._consultation.pk}", table="opinion-map").content
    row = next(s for s in kept["statements"] if s["id"] == planted.FEW_IN_A_CAMP)
    assert {value for group in row["groups"] for name, value in group.items() if name != "id"} == {None}
    few = next(s for s in kept["statements"] if s["id"] == planted.FEW_VOTERS)
    assert few["votes"] is None
