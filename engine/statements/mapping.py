"""Tables that others keep, as statements: a small file says what their columns are.

A row becomes one statement for each entry under ``statements`` of its mapping. Texts there take
cells in, as in ``{place}, {oblast} Oblast``. Where a cell that a text takes in is empty, what the
text would say is unknown; a statement that lacks the figure that its entry gives it states nothing,
and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ..kinds import Kind
from ..knowledge import Document, Form, nearest, read_yaml
from ..model import iso_day
from .statement import StatementError, is_unknown
from .tables import Row

__all__ = ["TableMapping", "read_mapping"]

_COLUMN = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup(Form):
    """What a cell means: ``to`` has it by what the text ``of`` comes to; all else is unknown."""

    of: str
    to: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Form):
    """What a row states.

    Attributes:
        kind: the kind of fact.
        only: by column, what a row must hold to state it; every row does if nothing is said.
        article: what the statement stands in, so that findings can name it.
        published: the day from which on the row was known.
        time: when it held or happened.
        lasts: for how many days it holds, the one of ``time`` included.
        value: its figure.
        source: who says so.
        event: what the happening is called.
        fields: those of the kind.
    """

    kind: str
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)
    article: str | None = None
    published: str | None = None
    time: str | None = None
    lasts: int | None = None
    value: str | Lookup | None = None
    source: str | Lookup | None = None
    event: str | None = None
    fields: dict[str, str | Lookup] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Form):
    """A mapping as it is written.

    Attributes:
        title: what the table holds.
        source: where it is from.
        licence: under which terms.
        days: by column, how its days are written where that is not 2022-12-02, as Python's
            ``strptime`` has it.
        statements: what a row states.
    """

    title: str
    source: str
    licence: str
    statements: tuple[Entry, ...]
    days: dict[str, str] = field(default_factory=dict)


class TableMapping:
    """What the columns of a table are; ``read_mapping`` reads one."""

    def __init__(self, document: Document, file: _File) -> None:
        self._document = document
        self._file = file
        self._columns = tuple(_columns(file))

    def statements(
        self, rows: Iterable[Row | StatementError]
    ) -> Iterator[dict[str, Any] | StatementError]:
        """What ``rows`` state, as the rows that ``statement_from`` reads.

        The first row has all columns. In the place of a row that is none, or has a day that is
        not written as the mapping says, comes what is wrong with it.

        Raises:
            KnowledgeError: when the mapping names a column that there is not.
        """
        first = True
        for row in rows:
            if isinstance(row, StatementError):
                yield row
                continue
            if first:
                self._refuse_unknown(row.cells)
                first = False
            try:
                cells = self._with_days(row)
                found = [self._stated(entry, cells, row.where) for entry in self._file.statements]
            except StatementError as failure:
                yield failure
            else:
                yield from (each for each in found if each is not None)

    def _refuse_unknown(self, known: Iterable[str]) -> None:
        for at, column in self._columns:
            if column not in known:
                problem = f"the table has no column {column!r}{nearest(column, known)}"
                raise self._document.error(problem, at)

    def _with_days(self, row: Row) -> dict[str, str]:
        """The cells that are named, as texts, days among them as 2022-12-02."""
        given = {name: row.cells.get(name) for _, name in self._columns}
        cells = {name: "" if cell is None else str(cell).strip() for name, cell in given.items()}
        for name, form in self._file.days.items():
            if cell := cells[name]:
                try:
                    cells[name] = str(datetime.strptime(cell, form).date())
                except ValueError:
                    problem = f"{cell!r} is no day written as {form}, as the mapping says"
                    raise StatementError(row.where, name, problem) from None
        return cells

    def _stated(self, entry: Entry, cells: Mapping[str, str], where: str) -> dict[str, Any] | None:
        """What a row states by ``entry``, if it does."""
        if any(cells[name] not in among for name, among in entry.only.items()):
            return None
        said = {key[-1]: _filled(text, cells) for key, text in _texts(entry)}
        if entry.value is not None and said["value"] is None:
            return None
        stated: dict[str, Any] = {"kind": entry.kind, **said}
        if entry.lasts is not None and (day := said.get("time")) is not None:
            stated["time"] = _lasting(day, entry.lasts, where)
        return {name: cell for name, cell in stated.items() if cell is not None}


def read_mapping(path: Path, kinds: Mapping[str, Kind]) -> TableMapping:
    """The mapping in a file of YAML.

    Args:
        path: the file.
        kinds: what there is.

    Raises:
        KnowledgeError: when it cannot be used: it names a kind or a field that there is not, or
            gives a kind without figures a value.
    """
    document = read_yaml(path)
    file = document.parse(_File)
    for number, entry in enumerate(file.statements):
        at = ("statements", number)
        kind = kinds.get(entry.kind)
        if kind is None:
            problem = f"there is no kind {entry.kind!r}{nearest(entry.kind, kinds)}"
            raise document.error(problem, (*at, "kind"))
        for name in entry.fields:
            if name not in kind.fields:
                problem = f"{kind.name} has no field {name!r}{nearest(name, kind.fields)}"
                raise document.error(problem, (*at, "fields", name))
        if entry.value is not None and kind.value is None:
            raise document.error(f"{kind.name} has no figure", (*at, "value"))
    return TableMapping(document, file)


def _columns(file: _File) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every column that is named, and where."""
    yield from ((("days", name), name) for name in file.days)
    for number, entry in enumerate(file.statements):
        at: tuple[str | int, ...] = ("statements", number)
        yield from (((*at, "only", name), name) for name in entry.only)
        for key, text in _texts(entry):
            yield from (((*at, *key), name) for name in _COLUMN.findall(_words(text)))


def _texts(entry: Entry) -> Iterator[tuple[tuple[str, ...], str | Lookup]]:
    """What ``entry`` makes of cells, by where it stands."""
    for name in ("article", "published", "time", "value", "source", "event"):
        text = getattr(entry, name)
        if text is not None:
            yield (name,), text
    yield from ((("fields", name), text) for name, text in entry.fields.items())


def _words(text: str | Lookup) -> str:
    return text.of if isinstance(text, Lookup) else text


def _filled(text: str | Lookup, cells: Mapping[str, str]) -> str | None:
    """``text`` with its cells taken in; ``None`` where one of them is unknown."""
    words = _words(text)
    if any(is_unknown(cells[name]) for name in _COLUMN.findall(words)):
        return None
    told = _COLUMN.sub(lambda found: cells[found[1]], words)
    return text.to.get(told) if isinstance(text, Lookup) else told


def _lasting(day: str, days: int, where: str) -> dict[str, str]:
    """The time from ``day`` on, its end being the day after the last."""
    try:
        start = iso_day(day)
    except ValueError as failure:
        raise StatementError(where, "time", f"{failure}; 'lasts' counts from a day") from None
    return {"start": day, "end": str(start + timedelta(days))}
