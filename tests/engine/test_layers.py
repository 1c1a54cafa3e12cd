"""A graph in layers: what rests on something stands before it, nothing overlaps, and words stay words."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.layers import LINES, Box, columns, draw, wrapped

number = st.integers(0, 11)
edges = st.lists(st.tuples(number, number), max_size=40)


def boxes(count=12):
    return [Box(str(one), "Kind", f"Box {one}") for one in range(count)]


def rects(svg):
    return [
        tuple(float(rect.get(name)) for name in ("x", "y", "width", "height"))
        for rect in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect")
    ]


@given(edges)
def test_what_rests_on_something_stands_in_an_earlier_column(pairs):
    acyclic = [(str(min(pair)), str(max(pair))) for pair in pairs if pair[0] != pair[1]]
    found = columns(boxes(), acyclic)
    assert all(found[upper] < found[lower] for upper, lower in acyclic)
    standing_on_nothing = {box.id for box in boxes()} - {lower for _, lower in acyclic}
    assert all(found[pk] == 0 for pk in standing_on_nothing)


@given(edges, st.sampled_from(["ltr", "rtl"]))
def test_boxes_never_overlap_even_where_there_are_cycles(pairs, direction):
    drawn = draw(boxes(), [(str(a), str(b)) for a, b in pairs], direction=direction, alternative="A graph")
    places = sorted(rects(drawn))
    assert len(places) == 12
    for (x1, y1, wide, high), (x2, y2, *_) in pairwise(places):
        assert x2 >= x1 + wide or y2 >= y1 + high


def test_right_to_left_mirrors_the_columns():
    chain = [("0", "1"), ("1", "2")]
    left, right = (
        [x for x, *_ in rects(draw(boxes(3), chain, direction=way, alternative="A chain"))] for way in ("ltr", "rtl")
    )
    assert sorted(left) == sorted(right)
    assert [left.index(min(left)), right.index(max(right))] == [0, 0]


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "\"&'<", "a" * 400])
def test_words_are_escaped_and_cut(hostile):
    svg = draw([Box("1", hostile[:9], hostile)], [], direction="ltr", alternative=hostile)
    assert "<script" not in svg
    ElementTree.fromstring(svg)
    assert len(re.findall("<text", svg)) <= 1 + LINES


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_whatever_people_wrote_the_file_is_well_formed(words):
    ElementTree.fromstring(draw([Box("1", words, words)], [], direction="ltr", alternative=words, on_page=False))


@given(st.text(max_size=300))
def test_wrapped_words_are_never_more_lines_than_there_is_room_for(words):
    assert 1 <= len(wrapped(words)) <= LINES


def test_a_file_of_its_own_needs_no_style_sheet_and_a_page_takes_the_looks_colours():
    on_page, alone = (
        draw(boxes(2), [("0", "1")], direction="ltr", alternative="Two", on_page=way) for way in (True, False)
    )
    assert "var(--surface)" in on_page
    assert "var(--" not in alone


def test_a_marked_box_is_not_told_by_its_colour_alone():
    plain, marked = (
        draw([Box("1", "Kind", "Words", marked=way)], [], direction="ltr", alternative="One") for way in (False, True)
    )
    assert plain.count("<path") == 0
    assert marked.count("<path") == 1
