"""Rows of tables and objects of JSON, as they stand in files.

A ``.csv`` or ``.tsv`` file has a heading line, and semicolons may stand for the commas, as the
spreadsheets of half of Europe write them. A ``.jsonl`` file has one object a line, a ``.json`` file
one object or a list; ``.parquet`` and ``.xlsx`` are tables. An object may hold several statements
of one article under ``statements``, or ``facts`` as ``belie extract`` writes them.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from ..files import TooLargeError, lines, whole
from .statement import StatementError

__all__ = [
    "NEEDED", "SUFFIXES", "TABLES", "Row", "columns", "is_stated", "read_rows", "rows_of",
    "rows_of_lines", "unpacked",
]  # fmt: skip

TABLES = (".csv", ".tsv", ".parquet", ".xlsx")
"""The files that can only hold statements."""

SUFFIXES = (*TABLES, ".jsonl", ".json")
"""The files that may hold statements."""

NEEDED = ("kind",)
"""The columns without which a row of a table states nothing."""

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_SEVERAL = ("statements", "facts")
_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        where: the file with the line or row, as ``tolls.csv:3``.
        cells: by column or key.
    """

    where: str
    cells: Mapping[str, Any]


def read_rows(path: Path, needed: Collection[str] = NEEDED) -> Iterator[Row | StatementError]:
    """The rows of a file, and in its place among them whatever is none.

    Args:
        path: the file.
        needed: the columns that a heading must have.

    Raises:
        OSError: when it cannot be read.
    """
    match path.suffix.lower():
        case ".csv" | ".tsv" as suffix:
            with path.open("rb") as file:
                yield from _separated(str(path), file, "\t" if suffix == ".tsv" else ",", needed)
        case ".jsonl":
            with path.open("rb") as file:
                yield from rows_of_lines(str(path), file)
        case ".json":
            try:
                with path.open("rb") as file:
                    raw = whole(file)
            except TooLargeError as failure:
                yield StatementError(str(path), None, str(failure))
            else:
                yield from _json(str(path), raw)
        case ".parquet":
            yield from _parquet(path)
        case ".xlsx":
            yield from _sheet(path, needed)
        case suffix:
            problem = f"holds no statements; {' '.join(SUFFIXES)} are read"
            yield StatementError(str(path), None, problem)


def _separated(
    name: str, file: BinaryIO, separator: str, needed: Collection[str]
) -> Iterator[Row | StatementError]:
    csv.field_size_limit(sys.maxsize)
    first = file.readline()
    file.seek(0)
    if separator == "," and b"," not in first and b";" in first:
        separator = ";"
    lines = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    table = csv.reader(lines, delimiter=separator, strict=True)
    empty = True
    try:
        heading = columns(next(table, []))
        if problem := _heading_problem(heading, separator, needed):
            yield StatementError(f"{name}:1", None, problem)
            return
        line = table.line_num
        for cells in table:
            where, line = f"{name}:{line + 1}", table.line_num
            if len(cells) > len(heading):
                problem = f"has {len(cells)} cells under {len(heading)} headings"
                problem += f"; put cells with {_SEPARATORS[separator]} in quotes"
                yield StatementError(where, None, problem)
            elif not _storable(cells):
                yield StatementError(where, None, "is not UTF-8; save it as UTF-8")
            elif any(cells) and len(cells) < len(heading):
                problem = f"has {len(cells)} cells under {len(heading)} headings"
                yield StatementError(where, None, f"{problem}; leave a cell empty, and not out")
            elif any(cells):
                yield Row(where, unpacked(zip(heading, cells, strict=True)))
            empty &= not any(cells)
        if empty:
            yield StatementError(name, None, "has no row under its headings; nothing is stated")
    except csv.Error as failure:
        where = f"{name}:{table.line_num}"
        yield StatementError(where, None, f"is not CSV: {failure}; the rest is not read")


def _storable(cells: list[str]) -> bool:
    """Whether the bytes of a row were UTF-8."""
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return False
    return True


def columns(heading: Iterable[object]) -> list[str]:
    """The names of columns, which people write as "Part of"."""
    return ["_".join(str(column).casefold().split()) for column in heading]


def unpacked(cells: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Cells by column; where several values stand in one, they are written as JSON."""
    row: dict[str, Any] = {}
    for column, cell in cells:
        row[column] = cell
        if isinstance(cell, str) and cell[:1] in ("{", "[") and column != "quote":
            with suppress(ValueError, RecursionError):
                row[column] = json.loads(cell, parse_float=Decimal)
    return row


def _heading_problem(heading: list[str], separator: str, needed: Collection[str]) -> str | None:
    """What is the matter with the first line of a table, if anything."""
    if not any(heading):
        return "is empty; the first line names the columns"
    twice = next((column for column in heading if column and heading.count(column) > 1), None)
    if twice is not None:
        return f"names the column {twice!r} twice"
    missing = next((column for column in needed if column not in heading), None)
    if missing is not None:
        other = " (or is it not separated by tabs?)" if separator == "\t" else ""
        return f"has no column {missing!r}; the first line names the columns{other}"
    return None


def rows_of_lines(name: str, file: BinaryIO) -> Iterator[Row | StatementError]:
    """The rows of JSON lines, each of which may hold several."""
    empty = True
    try:
        for number, line in enumerate(lines(file), start=1):
            if line.strip():
                empty = False
                yield from _json(f"{name}:{number}", line.rstrip())
    except TooLargeError as failure:
        yield StatementError(f"{name}:{failure.line}", None, str(failure))
        return
    if empty:
        yield StatementError(name, None, "is empty; there is nothing to check")


def _json(where: str, raw: bytes) -> Iterator[Row | StatementError]:
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        yield StatementError(where, None, "is not UTF-8; save it as UTF-8")
    except json.JSONDecodeError as failure:
        at = f"column {failure.colno}"
        at = f"line {failure.lineno}, {at}" if failure.lineno > 1 else at
        yield StatementError(where, None, f"is not JSON at {at}")
    except (RecursionError, ValueError):
        yield StatementError(where, None, "is nested too deep, or holds a number too long")
    else:
        yield from rows_of(where, data)


def is_stated(data: object) -> bool:
    """Whether JSON is one statement, or holds several, and is no article."""
    keys = ("kind", *_SEVERAL)
    return isinstance(data, dict) and "text" not in data and any(key in data for key in keys)


def rows_of(where: str, data: object) -> Iterator[Row | StatementError]:
    """The rows that an object or a list of JSON holds; ``where`` says where it stands."""
    match data:
        case list():
            for number, entry in enumerate(data, start=1):
                yield from rows_of(f"{where}: {number}", entry)
        case dict() if several := next((name for name in _SEVERAL if name in data), None):
            common = _common(data)
            for row in rows_of(where, data[several]):
                yield Row(row.where, {**common, **row.cells}) if isinstance(row, Row) else row
        case dict():
            yield Row(where, data)
        case _:
            problem = 'is no statement; write {"kind": "casualty", "value": "at least 40"}'
            yield StatementError(where, None, problem)


def _common(data: Mapping[str, Any]) -> dict[str, Any]:
    """What an object says of all statements in it."""
    match data.get("article"):
        case {"id": name, "published": published}:  # as a report has it
            return {"article": name, "published": published}
        case _:
            return {key: data[key] for key in ("article", "published") if key in data}


def _parquet(path: Path) -> Iterator[Row | StatementError]:
    import duckdb

    with duckdb.connect() as session:
        try:
            found = session.execute("FROM read_parquet(?)", [str(path)])
            names, number = columns(column[0] for column in found.description or ()), 0
            while rows := found.fetchmany(_BATCH):
                for cells in rows:
                    number += 1
                    where = f"{path}: row {number}"
                    yield Row(where, unpacked(zip(names, cells, strict=True)))
        except duckdb.Error as failure:
            first = str(failure).partition("\n")[0]
            yield StatementError(str(path), None, f"is not Parquet: {first}")


def _sheet(path: Path, needed: Collection[str]) -> Iterator[Row | StatementError]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        problem = "needs python-calamine; install it with: pip install 'belie[xlsx]'"
        yield StatementError(str(path), None, problem)
        return
    try:
        table = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    except CalamineError as failure:
        yield StatementError(str(path), None, f"is not a workbook: {failure}")
        return
    heading = columns(table[0] if table else [])
    if wrong := _heading_problem(heading, "", needed):
        yield StatementError(f"{path}: row 1", None, wrong)
        return
    for number, cells in enumerate(table[1:], start=2):
        if any(cell != "" for cell in cells):
            yield Row(f"{path}: row {number}", dict(zip(heading, map(_plain, cells), strict=False)))


def _plain(cell: object) -> object:
    """A cell of a sheet as someone would write it: whole numbers there are 12.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
