"""Figures draw themselves with the look's colours and say in words what they show."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest

from majlis.engine.charts import PRINT_FONTS, Chart, DataTable, group_shapes, printed, token, tokens

TWIN = DataTable("twin", "Twin", ("Group", "Share"), (("A", 0.5), ("=1+1", None)), hidden_note="fewer than 5")


def chart(**overrides):
    spec = {
        "width": 100,
        "height": 50,
        "data": {"values": [{"x": 1, "g": "مجموعة"}, {"x": 2, "g": "<script>"}]},
        "mark": {"type": "text", "color": token("accent")},
        "encoding": {"x": {"field": "x", "type": "quantitative"}, "text": {"field": "g"}},
    }
    return Chart(
        **{
            "key": "k",
            "title": "t",
            "caption": "c",
            "spec": spec,
            "alternative": 'a "b" <c>',
            "twin": TWIN,
            **overrides,
        }
    )


def test_svg_is_well_formed_and_carries_its_alternative():
    root = ElementTree.fromstring(chart().to_svg())
    assert root.get("role") == "img"
    assert root.get("aria-label") == 'a "b" <c>'


def test_svg_uses_the_look_so_that_dark_pages_work():
    svg = chart().to_svg()
    assert "var(--accent)" in svg
    assert tokens()["accent"] not in svg


def test_svg_needs_no_inline_style_and_no_script():
    svg = chart().to_svg()
    assert " style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg


def test_svg_is_the_same_twice():
    assert chart().to_svg() == chart().to_svg()


def test_unknown_colour_is_an_error():
    with pytest.raises(KeyError):
        token("puce")


def test_group_shapes_differ_for_six_groups():
    assert len(set(group_shapes(6))) == 6


def test_table_writes_csv_that_no_spreadsheet_runs():
    rows = list(csv.reader(io.StringIO(TWIN.to_csv())))
    assert rows == [["Group", "Share"], ["A", "0.5"], ["'=1+1", ""]]


def test_print_uses_colours_and_fonts_of_its_own():
    svg = chart().to_print()
    assert tokens()["accent"] in svg
    assert "var(--" not in svg
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {PRINT_FONTS}


def test_printed_changes_fonts_and_no_word_of_the_data():
    spec = {"data": {"values": [{"a": "sans-serif"}]}, "mark": {"type": "text", "font": "sans-serif"}}
    assert printed(spec)["data"] == spec["data"]
    assert printed(spec)["mark"]["font"] == PRINT_FONTS
