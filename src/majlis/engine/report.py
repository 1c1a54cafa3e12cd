"""One self-contained HTML file in three languages for any result: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from majlis.engine.charts import LOOK, Cell, Chart, DataTable
from majlis.engine.finding import Finding
from majlis.engine.messages import LANGUAGES, direction, format_number, say
from majlis.engine.text import laid_out, shown

if TYPE_CHECKING:
    from majlis.engine.analysis import Result

MOST_OF_A_KIND = 3


def sentence(finding: Finding, language: str) -> str:
    """The sentence of a finding; it is chosen by key and verdict, never stored."""
    values = {name: laid_out(v) if isinstance(v, str) else v for name, v in finding.values.items()}
    return say(f"finding-{finding.key}", language, verdict=finding.verdict.value, **values)


def lead(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Part the findings that a reader should meet first from those that only continue a list of one kind."""
    kinds: Counter[str] = Counter()
    first: list[Finding] = []
    rest: list[Finding] = []
    for finding in findings:
        kinds[finding.key] += 1
        (first if kinds[finding.key] <= MOST_OF_A_KIND else rest).append(finding)
    return first, rest


def fragment(result: Result, language: str) -> str:
    """The result as HTML without head: findings, figures with their table twins, tables, what it rests on."""
    parts = [
        f"<h1>{escape(say(f'analysis-{result.provenance.analysis}', language))}</h1>",
        _findings(result.findings(), language),
        *(_figure(chart, language) for chart in result.charts(language)),
        *(f"<section>{_table(table, language)}</section>" for table in result.tables(language)),
        _basis(result, language),
    ]
    return f'<article lang="{language}" dir="{direction(language)}">{"".join(parts)}</article>'


def document(result: Result) -> str:
    """A whole HTML file; the reader chooses the language at its head."""
    style = "\n".join((LOOK / name).read_text(encoding="utf-8") for name in ("tokens.css", "report.css"))
    title = escape(say(f"analysis-{result.provenance.analysis}", "en"))
    choices = "".join(
        f'<input type="radio" name="language" id="{tag}"{" checked" if tag == LANGUAGES[-1] else ""}>'
        f'<label for="{tag}" lang="{tag}">{escape(say("language-name", tag))}</label>'
        for tag in LANGUAGES
    )
    articles = "".join(fragment(result, tag) for tag in LANGUAGES)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>\n{style}\n</style></head>"
        f'<body><fieldset class="languages"><legend>{escape(say("choose-language", "en"))}</legend>{choices}</fieldset>'
        f"<main>{articles}</main></body></html>\n"
    )


def _findings(findings: Sequence[Finding], language: str) -> str:
    first, rest = lead(findings)
    if not rest:
        return _list(first, language)
    more = escape(say("more-findings", language, count=len(rest)))
    return f"{_list(first, language)}<details><summary>{more}</summary>{_list(rest, language)}</details>"


def _list(findings: Sequence[Finding], language: str) -> str:
    items = "".join(
        f'<li class="{finding.verdict.value}">{escape(sentence(finding, language))}</li>' for finding in findings
    )
    return f'<ol class="findings">{items}</ol>'


def _figure(chart: Chart, language: str) -> str:
    summary = escape(say("show-as-table", language))
    return (
        f"<figure><figcaption><h2>{escape(chart.title)}</h2><p>{escape(chart.caption)}</p></figcaption>"
        f'<div dir="ltr">{chart.to_svg()}</div>'
        f"<details><summary>{summary}</summary>{_table(chart.twin, language)}</details></figure>"
    )


def _table(table: DataTable, language: str) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in table.headings)
    body = "".join("<tr>" + "".join(_cell(cell, language) for cell in row) + "</tr>" for row in table.rows)
    note = f"<p>{escape(table.hidden_note)}</p>" if table.hidden_note else ""
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(table.title)}"><table>'
        f"<caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
    )


def _cell(cell: Cell, language: str) -> str:
    if cell is None:
        return f'<td class="hidden">{escape(say("hidden-cell", language))}</td>'
    if isinstance(cell, str):
        return f'<td dir="auto">{escape(laid_out(cell))}</td>'
    return f'<td class="number">{format_number(cell, language, digits=2)}</td>'


def _basis(result: Result, language: str) -> str:
    made = result.provenance
    rows = [
        (say("basis-analysis", language), f"{made.analysis}, Majlis {made.version}"),
        *((shown(source.name), f"SHA-256 {source.sha256}") for source in made.inputs),
        *((name, str(value)) for name, value in made.parameters.items()),
        (say("basis-seed", language), str(made.seed)),
    ]
    items = "".join(f"<dt>{escape(name)}</dt><dd><bdi>{escape(value)}</bdi></dd>" for name, value in rows)
    return f"<footer><h2>{escape(say('basis', language))}</h2><dl>{items}</dl></footer>"
