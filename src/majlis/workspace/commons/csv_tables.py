"""Tables that people edit in a spreadsheet: read with every problem by line, written so that reading loses nothing.

Pure; knows no table of the database. A problem is a key of the catalogue with its values.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from majlis.engine.errors import InputError
from majlis.engine.tables import TableError, decode, separator_of
from majlis.workspace.commons import words

LANGUAGES = ("ar", "fr", "en")
MARK = "\ufeff"  # at the start of a file it lets spreadsheets read UTF-8
DAY = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})"),
)
YES, NO = {"yes", "oui", "نعم", "1", "true"}, {"no", "non", "لا", "0", "false", ""}
GUARDED, GUARD_OFF = re.compile(r"'*[=+\-@\t\r]"), re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True)
class Trouble:
    """A problem at a line (None: the whole file): a key of the catalogue and its values."""

    key: str
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)


class TroubledTable(InputError):
    """The table cannot be used; `troubles` are all problems in the order of the file."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__(troubles[0].key)
        self.troubles = tuple(sorted(troubles, key=lambda trouble: trouble.line or 0))


@dataclass(frozen=True)
class Shape:
    """What a table may hold: its columns, those that are needed, how many rows, how many bytes.

    one_of: columns of which at least one is needed.
    """

    columns: Sequence[str]
    needed: Sequence[str]
    one_of: Sequence[str]
    most_rows: int
    most_bytes: int


@dataclass(frozen=True)
class Record:
    """The cells of one line by column, guards taken off, and the line where it begins."""

    line: int
    cells: Mapping[str, str]

    def read(self, reader: Callable[[str], object], name: str, key: str, wrong: list[Trouble]) -> object:
        """Read a cell; where the reader gives None the trouble `key` is noted."""
        value = reader(self.cells.get(name, ""))
        if value is None:
            wrong.append(Trouble(key, self.line, {"column": name, "found": self.cells.get(name, "")}))
        return value


def text_of(content: bytes, most_bytes: int) -> str:
    """Read a file's bytes as text, whatever a spreadsheet wrote. Raises TroubledTable."""
    if len(content) > most_bytes:
        raise TroubledTable([Trouble("table-too-large", values={"most": most_bytes // 1_000_000})])
    try:
        return decode(content, "")
    except TableError as error:
        row = error.problems[0].row
        raise TroubledTable([Trouble("table-not-text" if row else "table-empty", row)]) from None


def records(text: str, shape: Shape) -> tuple[list[Record], list[Trouble]]:
    """Give the table's records, and the troubles of lines that are none. Raises TroubledTable without a usable header.

    A table without a single line under its header is troubled too.
    """
    lines = _lines(text_of(text.encode("utf-8", errors="replace"), shape.most_bytes), shape.most_rows)
    header = [name.strip().casefold() for name in next(lines, (1, []))[1]]
    _insist_on_columns(header, shape)
    found, troubles = [], []
    for line, values in lines:
        if len(values) != len(header):
            troubles.append(Trouble("table-ragged", line, {"found": len(values), "expected": len(header)}))
            continue
        found.append(Record(line, {name: unguarded(value) for name, value in zip(header, values, strict=True)}))
    if not found and not troubles:
        raise TroubledTable([Trouble("table-empty")])
    return found, troubles


def written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as CSV; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(value) for value in row] for row in rows)
    return out.getvalue()


def guarded(value: str) -> str:
    """Put an apostrophe before what a spreadsheet could take for a formula."""
    return f"'{value}" if GUARDED.match(value) else value


def unguarded(value: str) -> str:
    """Take the apostrophe off again, and the white space around."""
    value = value.strip()
    return value[1:] if GUARD_OFF.match(value) else value


def told(trouble: Trouble) -> str:
    """Say a problem in the reader's language, with its line where it has one."""
    problem = words.say(trouble.key, **trouble.values)
    return words.say("table-line", line=trouble.line, problem=problem) if trouble.line else problem


def day_in(cell: str) -> date | None:
    """Read a day such as 2022-06-08 or 08/06/2022; None for anything else."""
    found = next((match for pattern in DAY if (match := pattern.fullmatch(cell))), None)
    try:
        return date(*(int(found[part]) for part in "ymd")) if found else None
    except ValueError:
        return None


def answer_in(cell: str) -> bool | None:
    """Read yes or no in any of the three languages, an empty cell as no; None for anything else."""
    answer = cell.casefold()
    return True if answer in YES else False if answer in NO else None


def _lines(text: str, most: int) -> Iterator[tuple[int, list[str]]]:
    """Give each record that is not empty with the line where it begins; the header is the first."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text.lstrip("\n")), strict=True)
    begins, count = 1, 0
    try:
        for values in reader:
            if any(value.strip() for value in values):
                count += 1
                if count > most + 1:
                    raise TroubledTable([Trouble("table-too-long", begins, {"most": most})])
                yield begins, values
            begins = reader.line_num + 1
    except csv.Error:
        raise TroubledTable([Trouble("table-quotes", begins)]) from None


def _insist_on_columns(header: Sequence[str], shape: Shape) -> None:
    listed = [Trouble("table-column-missing", 1, {"column": name}) for name in shape.needed if name not in header]
    if not set(shape.one_of) & set(header):
        listed.append(Trouble("table-column-missing", 1, {"column": ", ".join(shape.one_of)}))
    listed += [Trouble("table-column-unknown", 1, {"column": name}) for name in header if name not in shape.columns]
    twice = sorted({name for name in header if name in shape.columns and header.count(name) > 1})
    listed += [Trouble("table-column-twice", 1, {"column": name}) for name in twice]
    if listed:
        raise TroubledTable(listed)
