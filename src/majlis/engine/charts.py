"""Figures as Vega-Lite specifications, one for page, report and print; each with its table twin.

Colours in a specification are names of the look's tokens (`token("accent")`); drawn for a page or a report they become
CSS variables, so that one picture serves light and dark. Source of the format: https://vega.github.io/vega-lite
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from majlis.engine.text import spreadsheet_cell

Spec = dict[str, Any]
Cell = str | int | float | None

LOOK = Path(__file__).parent / "look"
FONTS = LOOK / "fonts"
PRINT_FONTS = "Noto Sans, Noto Naskh Arabic, Noto Sans Math"
GROUP_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


@dataclass(frozen=True)
class DataTable:
    """A table to show: a title, headings, and rows; a hidden cell is None and `hidden_note` says why."""

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    hidden_note: str = ""

    def to_csv(self) -> str:
        """The table as CSV, with texts that no spreadsheet takes for formulas."""
        import csv
        import io

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.headings)
        for row in self.rows:
            writer.writerow([spreadsheet_cell(cell) if isinstance(cell, str) else cell for cell in row])
        return out.getvalue()


@dataclass(frozen=True)
class Chart:
    """A figure: title, caption, a Vega-Lite specification, a text alternative and the table with the same numbers."""

    key: str
    title: str
    caption: str
    spec: Spec = field(repr=False)
    alternative: str
    twin: DataTable

    def to_svg(self) -> str:
        """Draw the figure as SVG whose colours are the look's CSS variables."""
        import vl_convert

        svg = vl_convert.vegalite_to_svg(json.dumps(themed(self.spec), sort_keys=True))
        return _accessible(_with_variables(svg), self.alternative)

    def to_print(self) -> str:
        """Draw the figure as SVG for paper: the light colours of the look, in the fonts of `look/fonts`."""
        import vl_convert

        _register_fonts()
        return str(vl_convert.vegalite_to_svg(json.dumps(printed(self.spec), sort_keys=True)))


@cache
def tokens() -> dict[str, str]:
    """The light colours of the look by name, read from `look/tokens.css`."""
    light = (LOOK / "tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})\b", light))


def token(name: str) -> str:
    """The colour `name` of the look, for a specification; raises KeyError for an unknown name."""
    return tokens()[name]


def group_colours(count: int) -> list[str]:
    """Colours of the first `count` groups (six, then again from the first); shapes tell them apart as well."""
    return [token(f"group-{index % 6 + 1}") for index in range(count)]


def group_shapes(count: int) -> list[str]:
    """Shapes of the first `count` groups."""
    return [GROUP_SHAPES[index % len(GROUP_SHAPES)] for index in range(count)]


def themed(spec: Spec) -> Spec:
    """Add the house's frame, fonts and grid to a specification."""
    axis = {
        "domainColor": token("line"),
        "gridColor": token("line"),
        "tickColor": token("line"),
        "labelColor": token("ink-2"),
        "titleColor": token("ink-2"),
        "labelFont": "sans-serif",
        "titleFont": "sans-serif",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    config = {
        "background": None,
        "view": {"stroke": None},
        "axis": axis,
        "text": {"font": "sans-serif", "color": token("ink"), "fontSize": 12},
    }
    return {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": config, **spec}


def printed(spec: Spec) -> Spec:
    """Give a specification the house's frame for paper: its own fonts wherever it asks for `sans-serif`."""
    return {name: _with_print_fonts(part, name) for name, part in themed(spec).items()}


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def _with_print_fonts(part: Any, name: str = "") -> Any:
    if isinstance(part, dict):
        return {inner: _with_print_fonts(value, inner) for inner, value in part.items()}
    if isinstance(part, list):
        return [_with_print_fonts(value) for value in part]
    return PRINT_FONTS if part == "sans-serif" and name.lower().endswith("font") else part


def reading_scale(language_direction: str) -> Spec:
    """Scale settings that let a horizontal axis run in the reading direction."""
    return {"reverse": language_direction == "rtl"}


def _with_variables(svg: str) -> str:
    names: dict[str, str] = {}
    for name, colour in tokens().items():
        names.setdefault(colour.lower(), name)
    return re.sub(
        r'="(#[0-9a-fA-F]{6})"',
        lambda match: f'="var(--{names[match[1].lower()]})"' if match[1].lower() in names else match[0],
        svg,
    )


def _accessible(svg: str, alternative: str) -> str:
    from html import escape

    opening = re.match(r"<svg[^>]*>", svg)
    if opening is None:
        raise ValueError("the drawing is not an SVG")
    box = re.search(r'viewBox="([^"]+)"', opening[0])
    size = f' viewBox="{box[1]}"' if box else ""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="plot"{size} role="img" aria-label="{escape(alternative)}">'
    inner = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg[opening.end() :])
    return head + inner


def rows_of(values: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Freeze rows for a `DataTable`."""
    return tuple(tuple(row) for row in values)
