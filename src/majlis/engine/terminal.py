"""A result in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from majlis.engine.analysis import Result
from majlis.engine.charts import Cell, DataTable
from majlis.engine.finding import Verdict
from majlis.engine.messages import format_number, say
from majlis.engine.report import lead, sentence
from majlis.engine.text import one_line, shown

MOST_ROWS = 12


def show(result: Result, console: Console, language: str = "en") -> None:
    """Print findings as sentences, then the numbers behind each figure, then what the result rests on."""
    made = result.provenance
    console.print(Text(say(f"analysis-{made.analysis}", language), style="bold"))
    first, rest = lead(result.findings())
    for finding in first:
        style = "yellow" if finding.verdict is Verdict.CANNOT_TELL else ""
        console.print(Padding(Text(one_line(sentence(finding, language)), style=style), (0, 0, 0, 2)))
    if rest:
        more = shown(say("more-findings", language, count=len(rest)))
        console.print(Padding(Text(more, style="dim"), (0, 0, 0, 2)))
    for chart in result.charts(language):
        console.print()
        console.print(_table(chart.twin, language))
    sources = ", ".join(f"{one_line(source.name)} {source.sha256[:12]}" for source in made.inputs)
    console.print(Text(f"\n{made.analysis}, Majlis {made.version}, seed {made.seed}; {sources}", style="dim"))


def _table(table: DataTable, language: str) -> Table:
    drawn = Table(title=Text(table.title), title_justify="left", box=None, pad_edge=False, header_style="dim")
    for column, heading in enumerate(table.headings):
        words = any(isinstance(row[column], str) for row in table.rows)
        drawn.add_column(heading, overflow="fold", justify="left" if words else "right")
    for row in table.rows[:MOST_ROWS]:
        drawn.add_row(*(_cell(cell, language) for cell in row))
    rest = len(table.rows) - MOST_ROWS
    if rest > 0:
        drawn.caption = shown(say("more-rows", language, count=rest))
    return drawn


def _cell(cell: Cell, language: str) -> Text:
    if cell is None:
        return Text(say("hidden-cell", language), style="dim")
    return Text(one_line(cell) if isinstance(cell, str) else format_number(cell, language, digits=2))
