"""Input tables: declared columns, forgiving reading, exact errors, digests.

A table says what columns it needs; reading accepts what spreadsheets produce (byte-order mark, UTF-16, semicolons or
tabs, any line ends) and refuses everything else with the file, the row as a spreadsheet counts it (the header is
row 1), the column, what was found and what was expected.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from majlis.engine.errors import InputError
from majlis.engine.finding import Frozen
from majlis.engine.text import one_line

MOST_PROBLEMS = 50
PIECE = 2**25
HEAD = 2**16
FIRST_DATA_ROW = 2


class InputDigest(Frozen):
    """Name and SHA-256 of one input, as it stands in every result."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Problem:
    """One place where a table breaks its declaration; `row` is None where the whole file is meant."""

    file: str
    expected: str
    row: int | None = None
    column: str | None = None
    found: str | None = None

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        found = "" if self.found is None else f"found {_quoted(self.found)}, "
        return f"{', '.join(place)}: {found}expected {self.expected}"


def _quoted(found: str) -> str:
    clean = one_line(found)
    if not clean:
        return "nothing"
    return f"«{clean[:60]}…»" if len(clean) > 60 else f"«{clean}»"


class TableError(InputError):
    """A table breaks its declaration.

    problems: the first problems, at most fifty, in the order of the file.
    total: how many there are in all.
    """

    def __init__(self, problems: Sequence[Problem], total: int | None = None) -> None:
        self.problems = tuple(problems[:MOST_PROBLEMS])
        self.total = len(problems) if total is None else total
        more = f" (and {self.total - 1} more)" if self.total > 1 else ""
        super().__init__(f"{self.problems[0]}{more}")


@dataclass(frozen=True)
class Column:
    """A declared column.

    name: its name in Majlis; also_called: other headers that are accepted.
    whole_number: the allowed values, as a range or a set of whole numbers; None means text.
    required: whether every row needs a value (text) and the table needs the column.
    repeats: whether texts come again and again, so that they are kept once, as categories.
    """

    name: str
    also_called: tuple[str, ...] = ()
    whole_number: range | frozenset[int] | None = None
    required: bool = True
    repeats: bool = False

    @property
    def expected(self) -> str:
        """The expectation in words, for errors."""
        if self.whole_number is None:
            return "a text that is not empty"
        if isinstance(self.whole_number, range):
            return f"a whole number from {self.whole_number.start} to {self.whole_number.stop - 1}"
        return "one of " + ", ".join(str(number) for number in sorted(self.whole_number))


def digest_bytes(name: str, content: bytes) -> InputDigest:
    """Name and SHA-256 of `content`."""
    return InputDigest(name=name, sha256=hashlib.sha256(content).hexdigest())


def read_bytes(path: Path) -> bytes:
    """Read a file; a file that is absent or unreadable is an input error, not a fault."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise TableError([Problem(path.name, "a file that exists")]) from None
    except OSError as error:
        raise TableError([Problem(path.name, f"a file that can be read ({error.strerror})")]) from None


def read_csv(path: Path, columns: Sequence[Column]) -> tuple[pl.DataFrame, InputDigest]:
    """Read a delimited file into exactly the declared `columns`.

    Whole-number columns come as Int64, the others as text without surrounding space (as categories where they repeat);
    a column that is not required and absent is left out. Raises TableError.
    """
    content = read_bytes(path)
    return parse_csv(content, path.name, columns), digest_bytes(path.name, content)


def parse_csv(content: bytes, name: str, columns: Sequence[Column]) -> pl.DataFrame:
    """Parse the bytes of a delimited file; see `read_csv`."""
    plain = _plain(content, name)
    head = plain[:HEAD].decode(errors="ignore")
    separator = separator_of(head)
    header = _header(head, separator)
    if not any(header):
        raise TableError([Problem(name, "the names of the columns", row=1, found="an empty row")])
    _refuse_twice(header, name, columns)
    frames: list[pl.DataFrame] = []
    problems: list[Problem] = []
    rows = total = 0
    for piece in _pieces(plain):
        body = _parse(piece, plain, separator, name, header)
        frame = _declared_columns(body if rows else body.slice(1), name, columns)
        declared = [column for column in columns if column.name in frame.columns]
        wrong, count = _problems(frame, name, declared, rows + FIRST_DATA_ROW - bool(rows))
        problems, total, rows = problems + wrong, total + count, rows + body.height
        if not problems:
            frames.append(_typed(frame, declared))
    if problems:
        raise TableError(sorted(problems, key=lambda problem: problem.row or 0), total)
    return pl.concat(frames)


def _plain(content: bytes, name: str) -> bytes:
    """The same text in UTF-8 with one kind of line end; large plain files are not copied."""
    if content.isascii() and b"\r" not in content and b"\x00" not in content and content[:HEAD].strip():
        return content
    return decode(content, name).encode()


def _pieces(plain: bytes) -> Iterator[bytes]:
    """Whole lines, about `PIECE` bytes at a time; a text with quotes is one piece, since they may hold line ends."""
    if b'"' in plain:
        yield plain
        return
    start = 0
    while start < len(plain):
        end = plain.find(b"\n", start + PIECE) + 1 or len(plain)
        yield plain[start:end]
        start = end


def decode(content: bytes, name: str) -> str:
    """Read bytes as text: UTF-8, or UTF-16 where a mark says so, with one kind of line end. Raises TableError."""
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise TableError([Problem(name, "text in UTF-8 (save the file as CSV UTF-8)", row=row)]) from None
    if "\x00" in text:
        row = text[: text.index("\x00")].count("\n") + 1
        raise TableError([Problem(name, "text, not binary content", row=row)])
    if not text.strip():
        raise TableError([Problem(name, "a header and at least one row; the file is empty")])
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def separator_of(text: str) -> str:
    """Give what separates the values of the header: comma, semicolon or tab."""
    header = text.split("\n", maxsplit=1)[0]
    return max(",;\t", key=header.count)


def _header(text: str, separator: str) -> list[str]:
    return [name.strip() for name in next(csv.reader(io.StringIO(text), delimiter=separator), [])]


def _refuse_twice(header: list[str], name: str, columns: Sequence[Column]) -> None:
    twice = sorted({column for column in header if column and header.count(column) > 1} & _accepted(columns))
    if twice:
        raise TableError([Problem(name, "each column once", row=1, column=twice[0], found="the column twice")])


def _parse(piece: bytes, plain: bytes, separator: str, name: str, header: list[str]) -> pl.DataFrame:
    names = [f"{index}:{column}" for index, column in enumerate(header)]
    try:
        frame = pl.read_csv(
            piece, separator=separator, schema=dict.fromkeys(names, pl.String), infer_schema=False, has_header=False
        )
    except pl.exceptions.PolarsError:
        raise _ragged(plain.decode(), separator, name, len(header)) from None
    return frame


def _accepted(columns: Sequence[Column]) -> set[str]:
    return {name for column in columns for name in (column.name, *column.also_called)}


def _ragged(text: str, separator: str, name: str, width: int) -> TableError:
    expected = f"{width} values, as in the header"
    try:
        for row, values in enumerate(csv.reader(io.StringIO(text), delimiter=separator, strict=True), start=1):
            if len(values) > width:
                return TableError([Problem(name, expected, row=row, found=f"{len(values)} values")])
    except csv.Error as error:
        return TableError([Problem(name, f"well-formed quotes ({error})")])
    return TableError([Problem(name, "a table of separated values")])


def _declared_columns(frame: pl.DataFrame, name: str, columns: Sequence[Column]) -> pl.DataFrame:
    present = {heading.split(":", maxsplit=1)[1]: heading for heading in frame.columns}
    chosen: list[pl.Expr] = []
    for column in columns:
        heading = next((present[n] for n in (column.name, *column.also_called) if n in present), None)
        if heading is not None:
            chosen.append(pl.col(heading).str.strip_chars().alias(column.name))
        elif column.required:
            names = " or ".join((column.name, *column.also_called))
            raise TableError([Problem(name, f"a column {names}", row=1, found=", ".join(present))])
    return frame.select(chosen)


def _problems(frame: pl.DataFrame, name: str, columns: Sequence[Column], first_row: int) -> tuple[list[Problem], int]:
    """The first problems of each column, and how many there are."""
    problems: list[Problem] = []
    total = 0
    for column in columns:
        wrong = _wrong_rows(frame[column.name], column)
        total += len(wrong)
        found = frame[column.name].gather(wrong[:MOST_PROBLEMS])
        problems += [
            Problem(name, column.expected, row=int(row) + first_row, column=column.name, found=value or "")
            for row, value in zip(wrong[:MOST_PROBLEMS], found, strict=True)
        ]
    return problems, total


def _typed(frame: pl.DataFrame, columns: Sequence[Column]) -> pl.DataFrame:
    numbers = [pl.col(column.name).cast(pl.Int64) for column in columns if column.whole_number is not None]
    texts = [pl.col(column.name).cast(pl.Categorical) for column in columns if column.repeats]
    return frame.with_columns(*numbers, *texts)


def _wrong_rows(values: pl.Series, column: Column) -> pl.Series:
    absent = values.is_null() | (values == "")
    if column.whole_number is None:
        return absent.arg_true() if column.required else pl.Series([], dtype=pl.UInt32)
    number = values.cast(pl.Int64, strict=False)
    if isinstance(column.whole_number, range):
        fits = number.is_between(column.whole_number.start, column.whole_number.stop - 1)
    else:
        fits = number.is_in(sorted(column.whole_number))
    wrong = ~fits.fill_null(value=False)
    return (wrong if column.required else wrong & ~absent).arg_true()
