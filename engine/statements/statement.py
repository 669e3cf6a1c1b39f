"""A statement as data: one row of a table, one object of JSON."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from ..errors import BelieError
from ..knowledge import nearest, read_words
from ..model import Part, Span, Stance, Value, iso_day

__all__ = ["Cell", "Statement", "StatementError", "is_unknown", "statement_from"]

Cell = str | int | float | date | Value | Mapping[str, Any]
"""What stands under a key: what people write ("at least 40"), or the parts of it by name."""


class StatementError(BelieError, ValueError):
    """A statement that is none; the message says where, what and what to do.

    Attributes:
        where: the row, as ``tolls.csv:3``; empty for a statement made by a program.
        column: the key or column at fault; ``None`` where it is the whole row.
        problem: what is wrong and what to do, in one sentence.
    """

    column: str | None

    def __init__(self, where: str, column: str | None, problem: str) -> None:
        place = ": ".join(filter(None, (where, column)))
        super().__init__(f"{place}: {problem}" if place else problem)
        self.where = where
        file, _, line = where.rpartition(":")
        if file and line.isdigit():
            self.file, self.line = Path(file), int(line)
        self.column = column
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What someone read in copy, or knows.

    Values are what people write: ``at least 40``, ``about a quarter``, ``€2.5bn``, ``last
    month``, ``Russian forces``. What is left out is unknown, and stays unknown.

    Attributes:
        kind: the name of its kind, such as ``casualty``; ``belie kinds`` lists them.
        fields: those of the kind, by name.
        value: its figure, where the kind has one.
        time: when it held or happened.
        source: who says so.
        evidential: the words that report without naming a reporter ("is estimated").
        stance: how the copy stands to it.
        id: what the ``part_of`` of others calls it.
        part_of: the ``id`` of the statement whose figure includes this one.
        event: which happening it is about; the same name is the same happening.
        article: the copy that it stands in.
        published: the day of publication of that copy, an ISO date.
        part: whether it stands in the title or in the text.
        quote: the passage, word for word.
        span: where the quote stands, in code points of the title or the text.
        sentence: where the sentence around it stands, likewise.
        phrase: what read it.
        undated: the words of a time that no day is known for, as belie writes it.
        paragraph: where the paragraph of such a time begins, likewise.
        where: the row, for errors, as ``tolls.csv:3``.
    """

    kind: str
    fields: Mapping[str, Cell | None] = field(default_factory=dict)
    value: Cell | None = None
    time: Cell | None = None
    source: Cell | None = None
    evidential: str | None = None
    stance: Stance = "asserted"
    id: str | None = None
    part_of: str | None = None
    event: str | None = None
    article: str | None = None
    published: date | None = None
    part: Part = "text"
    quote: str | None = None
    span: Span | tuple[int, int] | None = None
    sentence: Span | tuple[int, int] | None = None
    phrase: str | None = None
    undated: str | None = None
    paragraph: int | None = None
    where: str = ""


_HALF_A_PAIR = re.compile("[\ud800-\udfff]")
_OWN = {each.name for each in dataclasses.fields(Statement)} - {"fields", "where"}
_FOR_PEOPLE = ("line", "column")
_CHOICES: Mapping[str, tuple[str, ...]] = {"stance": get_args(Stance), "part": get_args(Part)}


def statement_from(row: Mapping[str, Any], where: str = "") -> Statement:
    """The statement that ``row`` is.

    Keys are those of ``Statement``; every other one is a field of the kind, under ``fields`` or
    beside the rest. A dot goes a step down, as in ``value.low``. What is empty is unknown.

    Args:
        row: by column or key.
        where: the row, for errors.

    Raises:
        StatementError: when it has no kind, or a key holds what it cannot.
    """
    data = _nested(row)
    for key, cell in data.items():
        if isinstance(cell, str) and _HALF_A_PAIR.search(cell):
            raise StatementError(where, key, "holds half a surrogate pair; save it as UTF-8 text")
    if data.get("phrase"):  # belie's own, which says where for people, too
        data = {key: cell for key, cell in data.items() if key not in _FOR_PEOPLE}
    fields: dict[str, Any] = dict(_mapping(data.pop("fields", None), where, "fields"))
    names = _mapping(data.pop("names", None), where, "names")
    if "quote" not in data and "text" in data:
        data["quote"] = data.pop("text")  # as a report calls the passage
    given: dict[str, Any] = {}
    for key, cell in data.items():
        if key in _OWN:
            given[key] = _READ.get(key, _as_it_is)(cell, where, key)
        else:
            fields.setdefault(key, cell)
    if not given.get("kind"):
        problem = "names no kind; belie kinds lists what there is"
        raise StatementError(where, "kind", problem)
    for name, parts in names.items():
        holder = given if name == "source" else fields
        holder[name] = {"key": holder.get(name, ""), **_mapping(parts, where, name)}
    return Statement(**given, fields=fields, where=where)


def is_unknown(cell: object) -> bool:
    """Whether a cell says, as people do, that nothing is known: it is blank, "unknown", "n/a"."""
    return isinstance(cell, str) and cell.strip().casefold() in _unknown()


@cache
def _unknown() -> frozenset[str]:
    return frozenset(("", *read_words("cells").data["unknown"]))


def _nested(row: Mapping[str, Any]) -> dict[str, Any]:
    """``row`` without what is empty, and with ``{"a": {"b": …}}`` for ``a.b``."""
    data: dict[str, Any] = {}
    own = bool(row.get("phrase"))  # belie's own words are never in place of a value
    for key, cell in row.items():
        blank = isinstance(cell, str) and not cell.strip()
        if cell is None or blank or (key != "quote" and not own and is_unknown(cell)):
            continue
        *above, last = key.strip().split(".")
        inner = data
        for step in above:
            inner = inner.setdefault(step, {})
        inner[last] = cell
    return data


def _mapping(cell: object, where: str, column: str) -> Mapping[str, Any]:
    if cell is None:
        return {}
    if isinstance(cell, Mapping):
        return cell
    raise StatementError(where, column, "is not an object of keys and values")


def _as_it_is(cell: object, where: str, column: str) -> object:  # noqa: ARG001 - as the others
    return cell


def _text(cell: object, where: str, column: str) -> str:
    if isinstance(cell, str):
        return cell if column == "quote" else cell.strip()
    if isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    raise StatementError(where, column, f"is not text: {cell!r}")


def _choice(cell: object, where: str, column: str) -> str:
    choices = _CHOICES[column]
    text = str(cell).strip().casefold()
    if text not in choices:
        problem = f"is never {cell!r}, but {' or '.join(choices)}{nearest(text, choices)}"
        raise StatementError(where, column, problem)
    return text


def _event(cell: object, where: str, column: str) -> str:
    return _text(cell.get("id") if isinstance(cell, Mapping) else cell, where, column)


def _span(cell: object, where: str, column: str) -> Span:
    """``[start, end]``, or ``{"start": …, "end": …}`` from the columns of a table."""
    ends = [cell.get("start"), cell.get("end")] if isinstance(cell, Mapping) else cell
    try:
        start, end = (int(str(each)) for each in cast("list[object]", ends))
    except (TypeError, ValueError):
        start, end = 0, -1
    if not 0 <= start <= end:
        raise StatementError(where, column, f"is not [start, end] in code points: {cell!r}")
    return Span(start, end)


def _offset(cell: object, where: str, column: str) -> int:
    if not str(cell).isdecimal():
        raise StatementError(where, column, f"is no offset in code points: {cell!r}")
    return int(str(cell))


def _day(cell: object, where: str, column: str) -> date:
    try:
        return iso_day(cell)
    except ValueError as failure:
        raise StatementError(where, column, str(failure)) from None


_READ: Mapping[str, Callable[[object, str, str], object]] = {
    **dict.fromkeys(
        ("kind", "evidential", "id", "part_of", "article", "quote", "phrase", "undated"), _text
    ),
    **dict.fromkeys(("stance", "part"), _choice),
    **dict.fromkeys(("span", "sentence"), _span),
    "event": _event,
    "paragraph": _offset,
    "published": _day,
}
