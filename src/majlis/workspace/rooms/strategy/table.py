"""A strategy's recommendations as a table: every problem by line, and written so that reading it loses nothing.

One row a version. `original` is the language of the author's words; where a part has another one, its column follows
(`fr goal_ar`). `reviewed` is yes, no, or the columns of the reviewed translations. `stage` and `basis` are read only.
Pure; knows no table of the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majlis.workspace.commons import csv_tables
from majlis.workspace.commons.csv_tables import LANGUAGES, Record, Shape, Trouble, TroubledTable, answer_in, day_in
from majlis.workspace.commons.fields import CODE
from majlis.workspace.commons.texts import State, Text, is_readable

# The parts of a recommendation in the order of the table, and what each is called there.
TEXTS = {
    "text": "measure",
    "goal": "goal",
    "addressee": "addressee",
    "indicator": "indicator",
    "rights_note": "rights_note",
    "unfounded": "unfounded",
}
MEASURES = tuple(f"measure_{code}" for code in LANGUAGES)


def columns_of(part: str) -> tuple[str, ...]:
    """Name the columns of a text, one a language."""
    return tuple(f"{TEXTS[part]}_{code}" for code in LANGUAGES)


COLUMNS = (
    *("code", "version", "stage", *MEASURES, "original", "reviewed"),
    *(*columns_of("goal"), *columns_of("addressee"), "addressed_to", "due_on", *columns_of("indicator")),
    *("dimensions", *columns_of("rights_note"), *columns_of("unfounded"), "basis"),
)
WORDS = tuple(name for part in TEXTS for name in columns_of(part))
MOST_ROWS, MOST_BYTES = 1000, 2_000_000
# Letters that a part may have, here and in the form.
MOST_LETTERS = {"text": 2000, "goal": 1000, "addressee": 300, "indicator": 500, "rights_note": 2000, "unfounded": 1000}
MOST_IN = {name: MOST_LETTERS[part] for part in TEXTS for name in columns_of(part)}
SHAPE = Shape(COLUMNS, ("code",), MEASURES, MOST_ROWS, MOST_BYTES)
SPACES = re.compile(r"[\s,;|]+")


@dataclass(frozen=True)
class Row:
    """One version of a recommendation as the table has it, and the line where it begins.

    version: None where the table does not say. texts: the parts that are texts, by the model's names.
    """

    line: int
    code: str
    version: int | None
    texts: Mapping[str, Text | None]
    addressed_to: UUID | None = None
    due_on: date | None = None
    dimensions: tuple[str, ...] = ()
    stage: str = ""
    basis: tuple[str, ...] = ()


def read(text: str, dimensions: Iterable[str], institutions: Iterable[UUID]) -> list[Row]:
    """Read the table's rows; what may be named in it is given. Raises TroubledTable with every problem."""
    known = frozenset(dimensions), frozenset(institutions)
    records, troubles = csv_tables.records(text, SHAPE)
    rows = []
    for record in records:
        row, wrong = _row(record, *known)
        troubles += wrong
        rows += [row] if row else []
    troubles += _twice(rows)
    if troubles:
        raise TroubledTable(troubles)
    return rows


def write(rows: Iterable[Row]) -> str:
    """Write rows as CSV; no cell can be taken for a formula."""
    return csv_tables.written(COLUMNS, (_cells(row) for row in rows))


def _row(record: Record, dimensions: frozenset[str], institutions: frozenset[UUID]) -> tuple[Row | None, list[Trouble]]:
    """Read one row; None where anything in it is wrong."""
    wrong: list[Trouble] = []
    line, cells = record.line, record.cells
    code = record.read(_code, "code", "table-code", wrong)
    version = record.read(_version, "version", "table-version", wrong)
    originals = record.read(_originals, "original", "table-original", wrong)
    reviewed = record.read(_reviewed, "reviewed", "table-reviewed", wrong)
    body = record.read(lambda cell: _institution(cell, institutions), "addressed_to", "table-institution", wrong)
    due_on = record.read(lambda cell: day_in(cell) if cell else "", "due_on", "table-day", wrong)
    wrong += _wrong_words(line, cells)
    used = _listed(cells.get("dimensions", ""))
    wrong += [Trouble("table-dimension", line, {"found": name}) for name in used if name not in dimensions]
    if wrong:
        return None, wrong
    texts = {part: _text(part, cells, originals, reviewed) for part in TEXTS}
    basis = _listed(cells.get("basis", ""))
    stage = cells.get("stage", "")
    return Row(line, code, version or None, texts, body or None, due_on or None, used, stage, basis), []


def _wrong_words(line: int, cells: Mapping[str, str]) -> Iterator[Trouble]:
    for name in WORDS:
        cell = cells.get(name, "")
        if len(cell) > MOST_IN[name]:
            yield Trouble("table-cell-long", line, {"column": name, "found": len(cell), "most": MOST_IN[name]})
        if cell and not is_readable(cell):
            yield Trouble("table-cell-invisible", line, {"column": name})
    if not any(cells.get(name) for name in MEASURES):
        yield Trouble("table-measure-missing", line)


def _twice(rows: Iterable[Row]) -> Iterator[Trouble]:
    first: dict[tuple[str, int | None], int] = {}
    for row in rows:
        if (row.code, row.version) in first:
            values = {"code": row.code, "first": first[row.code, row.version]}
            yield Trouble("table-code-twice", row.line, values)
        first.setdefault((row.code, row.version), row.line)


def _code(cell: str) -> str | None:
    return cell if CODE.fullmatch(cell) and len(cell) <= 40 else None


def _version(cell: str) -> int | None:
    if not cell:
        return 0
    return int(cell) if cell.isdecimal() and len(cell) <= 6 and int(cell) > 0 else None


def _originals(cell: str) -> dict[str, str] | None:
    """Read the languages of originals by part; the first one, under "", is that of all other parts."""
    named = [name.casefold() for name in _listed(cell, keep_order=True)]
    found = {"": named.pop(0) if named and named[0] in LANGUAGES else ""}
    for name in named:
        if name not in WORDS:
            return None
        found |= {_part(name): name[-2:]}
    return found


def _reviewed(cell: str) -> frozenset[str] | None:
    """Read which translations were reviewed, by column."""
    said = answer_in(cell)
    if said is not None:
        return frozenset(WORDS if said else ())
    named = frozenset(name.casefold() for name in _listed(cell))
    return named if named <= set(WORDS) else None


def _institution(cell: str, institutions: frozenset[UUID]) -> UUID | str | None:
    if not cell:
        return ""
    try:
        return found if (found := UUID(cell)) in institutions else None
    except ValueError:
        return None


def _listed(cell: str, *, keep_order: bool = False) -> tuple[str, ...]:
    named = [name for name in SPACES.split(cell) if name]
    return tuple(named) if keep_order else tuple(sorted(set(named)))


def _part(column: str) -> str:
    return next(part for part in TEXTS if column in columns_of(part))


def _text(part: str, cells: Mapping[str, str], originals: Mapping[str, str], reviewed: frozenset[str]) -> Text | None:
    names = dict(zip(LANGUAGES, columns_of(part), strict=True))
    given = {code: cells.get(name, "") for code, name in names.items() if cells.get(name)}
    if not given:
        return None
    wanted = originals.get(part) or originals[""]
    first = wanted if wanted in given else next(iter(given))
    text = Text.write(given.pop(first), first)
    for code, words in given.items():
        text = text.translated(code, words, reviewed=names[code] in reviewed)
    return text


def _cells(row: Row) -> list[str]:
    texts = {part: row.texts.get(part) for part in TEXTS}
    words = {part: _versions(text) for part, text in texts.items()}
    measure = texts["text"]
    return [
        *(row.code, str(row.version or ""), row.stage, *words["text"]),
        *(_said_originals(measure.original if measure else "", texts), _said_reviewed(texts)),
        *(*words["goal"], *words["addressee"], str(row.addressed_to or "")),
        *(row.due_on.isoformat() if row.due_on else "", *words["indicator"], " ".join(row.dimensions)),
        *(*words["rights_note"], *words["unfounded"], " ".join(row.basis)),
    ]


def _versions(text: Text | None) -> Sequence[str]:
    held = text.versions if text else {}
    return [held[code].text if code in held else "" for code in LANGUAGES]


def _said_originals(first: str, texts: Mapping[str, Text | None]) -> str:
    others = [f"{TEXTS[part]}_{t.original}" for part, t in texts.items() if t is not None and t.original != first]
    return " ".join([first, *others])


def _said_reviewed(texts: Mapping[str, Text | None]) -> str:
    states = {
        f"{TEXTS[part]}_{code}": version.state
        for part, text in texts.items()
        if text is not None
        for code, version in text.versions.items()
        if version.state is not State.ORIGINAL
    }
    reviewed = sorted(name for name, state in states.items() if state is State.REVIEWED)
    if not reviewed:
        return "no"
    return "yes" if len(reviewed) == len(states) else " ".join(reviewed)
