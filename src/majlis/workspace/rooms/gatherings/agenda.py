"""An agenda as a table: read from CSV with every problem by line, and written so that reading it loses nothing.

One row a session: `code`, `day`, `start`, `end` and at least one of `title_ar`, `title_fr`, `title_en` are needed;
`room`, `theme` (codes, separated by spaces), `chair_office_ar`, `..._fr`, `..._en` are not. `original` names the
language of the author's words, `reviewed` says whether the translations were reviewed. Pure; knows no table.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from majlis.engine.errors import InputError
from majlis.engine.tables import TableError, decode, separator_of
from majlis.workspace.commons.fields import CODE
from majlis.workspace.commons.texts import State, Text, is_readable
from majlis.workspace.rooms.gatherings.schedule import Slot, clock

LANGUAGES = ("ar", "fr", "en")
TITLES = tuple(f"title_{code}" for code in LANGUAGES)
CHAIRS = tuple(f"chair_office_{code}" for code in LANGUAGES)
COLUMNS = ("code", "day", "start", "end", "room", *TITLES, "original", "reviewed", "theme", *CHAIRS)
NEEDED = ("code", "day", "start", "end")
MOST_SESSIONS, MOST_BYTES = 500, 1_000_000
LONGEST = {"code": 40, "room": 80, **dict.fromkeys((*TITLES, *CHAIRS), 200)}
DAY = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})"),
)
HOUR = re.compile(r"(\d{1,2})\s?[:hH]\s?(\d{2})?(?::00)?")
YES, NO = {"yes", "oui", "نعم", "1", "true"}, {"no", "non", "لا", "0", "false", ""}
GUARDED, GUARD_OFF = re.compile(r"'*[=+\-@\t\r]"), re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True)
class Trouble:
    """A problem at a line (None: the whole file): a key of the catalogue and its values."""

    key: str
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)


class AgendaError(InputError):
    """The agenda cannot be used; `troubles` are all problems in the order of the file, `rows` what could be read."""

    def __init__(self, troubles: Sequence[Trouble], rows: Sequence[Row] = ()) -> None:
        super().__init__(troubles[0].key)
        self.troubles, self.rows = tuple(troubles), tuple(rows)


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
    """Read a file's bytes as text, whatever a spreadsheet wrote. Raises AgendaError."""
    if len(content) > MOST_BYTES:
        raise AgendaError([Trouble("agenda-too-large")])
    try:
        return decode(content, "")
    except TableError as error:
        row = error.problems[0].row
        raise AgendaError([Trouble("agenda-not-text" if row else "agenda-empty", row)]) from None


def read(text: str, themes: Iterable[str]) -> list[Row]:
    """Read the agenda's rows; `themes` are the codes that may be used. Raises AgendaError with every problem."""
    text = text_of(text.encode("utf-8", errors="replace"))
    lines = _lines(text)
    header = [name.strip().casefold() for name in next(lines, (1, []))[1]]
    _insist_on_columns(header)
    known, rows, troubles = frozenset(themes), [], []
    for line, values in lines:
        if len(values) != len(header):
            troubles.append(Trouble("agenda-ragged", line, {"found": len(values), "expected": len(header)}))
            continue
        cells = {name: _unguarded(value) for name, value in zip(header, values, strict=True)}
        row, wrong = _row(line, cells, known)
        troubles += wrong
        rows += [row] if row else []
    troubles += _twice(rows)
    if not rows and not troubles:
        raise AgendaError([Trouble("agenda-empty")])
    if troubles:
        raise AgendaError(sorted(troubles, key=lambda trouble: trouble.line or 0), rows)
    return rows


def write(rows: Iterable[Row]) -> str:
    """Write rows as CSV; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(value) for value in _cells(row)] for row in rows)
    return out.getvalue()


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record that is not empty with the line where it begins; the header is the first."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text.lstrip("\n")), strict=True)
    begins, count = 1, 0
    try:
        for values in reader:
            if any(value.strip() for value in values):
                count += 1
                if count > MOST_SESSIONS + 1:
                    raise AgendaError([Trouble("agenda-too-long", begins, {"most": MOST_SESSIONS})])
                yield begins, values
            begins = reader.line_num + 1
    except csv.Error:
        raise AgendaError([Trouble("agenda-quotes", begins)]) from None


def _insist_on_columns(header: Sequence[str]) -> None:
    listed = [Trouble("agenda-column-missing", 1, {"column": name}) for name in NEEDED if name not in header]
    if not set(TITLES) & set(header):
        listed.append(Trouble("agenda-column-missing", 1, {"column": ", ".join(TITLES)}))
    listed += [Trouble("agenda-column-unknown", 1, {"column": name}) for name in header if name not in COLUMNS]
    twice = sorted({name for name in header if name in COLUMNS and header.count(name) > 1})
    listed += [Trouble("agenda-column-twice", 1, {"column": name}) for name in twice]
    if listed:
        raise AgendaError(listed)


def _row(line: int, cells: Mapping[str, str], themes: frozenset[str]) -> tuple[Row | None, list[Trouble]]:
    """Read one row; None where anything in it is wrong."""
    wrong: list[Trouble] = []

    def read_with(reader: Callable[[str], object], name: str, key: str) -> object:
        value = reader(cells.get(name, ""))
        if value is None:
            wrong.append(Trouble(key, line, {"column": name, "found": cells.get(name, "")}))
        return value

    code = read_with(_code, "code", "agenda-code")
    day = read_with(_day, "day", "agenda-day")
    start, end = (read_with(_hour, name, "agenda-hour") for name in ("start", "end"))
    original = read_with(_language, "original", "agenda-original")
    reviewed = read_with(_answer, "reviewed", "agenda-reviewed")
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
            yield Trouble("agenda-cell-long", line, values)
    titles = [cells.get(name, "") for name in TITLES]
    if not any(titles):
        yield Trouble("agenda-title-missing", line)
    for name in (*TITLES, *CHAIRS, "room"):
        if cells.get(name) and not is_readable(cells[name]):
            yield Trouble("agenda-cell-invisible", line, {"column": name})


def _twice(rows: Iterable[Row]) -> Iterator[Trouble]:
    first: dict[str, int] = {}
    for row in rows:
        if row.code in first:
            yield Trouble("agenda-code-twice", row.line, {"code": row.code, "first": first[row.code]})
        first.setdefault(row.code, row.line)


def _code(cell: str) -> str | None:
    return cell if CODE.fullmatch(cell) else None


def _day(cell: str) -> date | None:
    found = next((match for pattern in DAY if (match := pattern.fullmatch(cell))), None)
    try:
        return date(*(int(found[part]) for part in "ymd")) if found else None
    except ValueError:
        return None


def _hour(cell: str) -> time | None:
    found = HOUR.fullmatch(cell)
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


def _language(cell: str) -> str | None:
    return cell.lower() if cell.lower() in {*LANGUAGES, ""} else None


def _answer(cell: str) -> bool | None:
    answer = cell.casefold()
    return True if answer in YES else False if answer in NO else None


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


def _guarded(value: str) -> str:
    return f"'{value}" if GUARDED.match(value) else value


def _unguarded(value: str) -> str:
    value = value.strip()
    return value[1:] if GUARD_OFF.match(value) else value
