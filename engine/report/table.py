"""Facts as the rows of a table, which can be fed back as statements.

A row has the keys of a fact in a report, a step down written with a dot (``value.low``), and a
column for each field that a kind has. What is more than one value there is JSON in its cell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TextIO

from ..kinds import Kind
from ..model import Report
from .json import fact_data, json_value

__all__ = ["Table", "table_columns"]

_HEAD = ("article", "published", "id", "kind", "part", "quote")
_TAIL = (
    "source",
    "stance",
    "evidential",
    "part_of",
    "event",
    "phrase",
    "span",
    "sentence",
    "names",
)
_QUANTITY = tuple(f"value.{name}" for name in ("low", "high", "hedge", "unit"))
_TIME = tuple(f"time.{name}" for name in ("start", "end", "precision", "anchor"))


def table_columns(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The columns of a table of facts of ``kinds``."""
    fields = dict.fromkeys(name for kind in kinds for name in kind.fields)
    return (*_HEAD, *_QUANTITY, *_TIME, *fields, *_TAIL)


class Table:
    """Writes reports as the rows of a table, separated by commas.

    Args:
        stream: where to.
        kinds: those whose facts there may be.
    """

    def __init__(self, stream: TextIO, kinds: Mapping[str, Kind]) -> None:
        self._columns = table_columns(kinds.values())
        self._writer = csv.DictWriter(stream, self._columns, restval="", lineterminator="\n")
        self._writer.writeheader()

    def add(self, report: Report) -> None:
        """Writes a row for each fact of ``report``."""
        for fact in report.facts:
            data = fact_data(fact)
            flat = {**data, **data.pop("fields"), "quote": data.pop("text")}
            flat["published"] = fact.published
            for name in ("value", "time"):
                for part, cell in (flat.pop(name) or {}).items():
                    flat[f"{name}.{part}"] = cell
            flat["event"] = fact.event
            self._writer.writerow({name: _cell(flat.get(name)) for name in self._columns})


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case date() | Decimal() | int():
            return json_value(value).strip('"')
        case _:
            return json_value(value) if value else ""
