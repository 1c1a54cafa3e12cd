"""An agenda as a table: read from CSV with every problem by line, and written so that reading it loses nothing.

One row a session: `code`, `day`, `start`, `end` and at least one of `title_ar`, `title_fr`, `title_en` are needed;
`room`, `theme` (codes, separated by spaces), `chair_office_ar`, `..._fr`, `..._en` are not. `original` names the
language of the author's words, `reviewed` says whether the translations were reviewed. Pure; knows no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from majlis.workspace.commons import csv_tables
from majlis.workspace.commons.csv_tables import LANGUAGES, Record, Shape, Trouble, TroubledTable, answer_in, day_in
from majlis.workspace.commons.fields import CODE
from majlis.workspace.commons.texts import State, Text, is_readable
from majlis.workspace.rooms.gatherings.schedule import Slot, clock

TITLES = tuple(f"title_{code}" for code in LANGUAGES)
CHAIRS = tuple(f"chair_office_{code}" for code in LANGUAGES)
COLUMNS = ("code", "day", "start", "end", "room", *TITLES, "original", "reviewed", "theme", *CHAIRS)
MOST_SESSIONS, MOST_BYTES = 500, 1_000_000
SHAPE = Shape(COLUMNS, ("code", "day", "start", "end"), TITLES, MOST_SESSIONS, MOST_BYTES)
LONGEST = {"code": 40, "room": 80, **dict.fromkeys((*TITLES, *CHAIRS), 200)}
HOUR = re.compile(r"(\d{1,2})\s?[:hH]\s?(\d{2})?(?::00)?")


class UnfitAgenda(TroubledTable):
    """The agenda cannot be used as it is; `rows` are those that could be read."""

    def __init__(self, troubles: Sequence[Trouble], rows: Sequence[Row]) -> None:
        super().__init__(troubles)
        self.rows = tuple(rows)


@dataclass(frozen=True)
class Row:
    """One session as the agenda has it, and the line where it begins."""

    line: int
    slot: Slot
    title: Text
    themes: tuple[str, ...] = ()
    chair_office: Text | None = None

    @property
    def code(self) -> str:
        """The session's stable name."""
        return self.slot.code


def text_of(content: bytes) -> str:
    """Read a file's bytes as text, whatever a spreadsheet wrote. Raises TroubledTable."""
    return csv_tables.text_of(content, MOST_BYTES)


def read(text: str, themes: Iterable[str]) -> list[Row]:
    """Read the agenda's rows; `themes` are the codes that may be used. Raises TroubledTable with every problem."""
    known, rows = frozenset(themes), []
    records, troubles = csv_tables.records(text, SHAPE)
    for record in records:
        row, wrong = _row(record, known)
        troubles += wrong
        rows += [row] if row else []
    troubles += _twice(rows)
    if troubles:
        raise UnfitAgenda(troubles, rows)
    return rows


def write(rows: Iterable[Row]) -> str:
    """Write rows as CSV; no cell can be taken for a formula."""
    return csv_tables.written(COLUMNS, (_cells(row) for row in rows))


def _row(record: Record, themes: frozenset[str]) -> tuple[Row | None, list[Trouble]]:
    """Read one row; None where anything in it is wrong."""
    wrong: list[Trouble] = []
    line, cells = record.line, record.cells
    code = record.read(_code, "code", "agenda-code", wrong)
    day = record.read(day_in, "day", "agenda-day", wrong)
    start, end = (record.read(_hour, name, "agenda-hour", wrong) for name in ("start", "end"))
    original = record.read(_language, "original", "agenda-original", wrong)
    reviewed = record.read(answer_in, "reviewed", "agenda-reviewed", wrong)
    wrong += _wrong_texts(line, cells)
    used = tuple(sorted(set(re.split(r"[\s,;|]+", cells.get("theme", ""))) - {""}))
    wrong += [Trouble("agenda-theme", line, {"found": code}) for code in used if code not in themes]
    if wrong:
        return None, wrong
    slot = Slot(code, day, start, end, cells.get("room", ""))
    title, chair = (_text(cells, names, original, reviewed) for names in (TITLES, CHAIRS))
    return Row(line, slot, title, used, chair), []


def _wrong_texts(line: int, cells: Mapping[str, str]) -> Iterator[Trouble]:
    for name, most in LONGEST.items():
        if len(cells.get(name, "")) > most:
            values = {"column": name, "found": len(cells[name]), "most": most}
            yield Trouble("table-cell-long", line, values)
    titles = [cells.get(name, "") for name in TITLES]
    if not any(titles):
        yield Trouble("agenda-title-missing", line)
    for name in (*TITLES, *CHAIRS, "room"):
        if cells.get(name) and not is_readable(cells[name]):
            yield Trouble("table-cell-invisible", line, {"column": name})


def _twice(rows: Iterable[Row]) -> Iterator[Trouble]:
    first: dict[str, int] = {}
    for row in rows:
        if row.code in first:
            yield Trouble("agenda-code-twice", row.line, {"code": row.code, "first": first[row.code]})
        first.setdefault(row.code, row.line)


def _code(cell: str) -> str | None:
    return cell if CODE.fullmatch(cell) else None


def _hour(cell: str) -> time | None:
    found = HOUR.fullmatch(cell)
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


def _language(cell: str) -> str | None:
    return cell.lower() if cell.lower() in {*LANGUAGES, ""} else None


def _text(cells: Mapping[str, str], names: Sequence[str], original: str, reviewed: bool) -> Text | None:
    versions = {code: cells.get(name, "") for code, name in zip(LANGUAGES, names, strict=True)}
    first = original or next((code for code, text in versions.items() if text), LANGUAGES[0])
    return Text.compose(versions, first, reviewed=reviewed)


def _cells(row: Row) -> list[str]:
    slot = row.slot
    when = [slot.code, slot.day.isoformat(), clock(slot.start), clock(slot.end), slot.room]
    states = {version.state for text in (row.title, row.chair_office) if text for version in text.versions.values()}
    reviewed = "yes" if State.REVIEWED in states and State.UNREVIEWED not in states else "no"
    themes = " ".join(row.themes)
    return [*when, *_versions(row.title), row.title.original, reviewed, themes, *_versions(row.chair_office)]


def _versions(text: Text | None) -> list[str]:
    held = text.versions if text else {}
    return [held[code].text if code in held else "" for code in LANGUAGES]
