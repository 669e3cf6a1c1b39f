"""Facts as the rows of a table, which can be fed back as statements.

A row has the keys of a fact in a report, a step down written with a dot (``value.low``), and a
column for each field that a kind has. What is more than one value there is JSON in its cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from ..kinds import Kind
from ..model import Fact, Report
from .json import fact_data, json_value

__all__ = ["Table", "as_parquet"]

_HEAD = ("article", "published", "id", "kind", "part", "quote")
_PARTS = {
    "value": ("low", "high", "hedge", "unit"),
    "time": ("start", "end", "precision", "anchor", "inferred"),
}
_TAIL = (
    "source", "stance", "evidential", "part_of", "event", "phrase", "undated", "paragraph", "span",
    "sentence", "names",
)  # fmt: skip


class Table:
    """What a table of facts, separated by commas, has in its lines.

    Args:
        kinds: those whose facts there may be.
    """

    def __init__(self, kinds: Iterable[Kind]) -> None:
        fields = dict.fromkeys(name for kind in kinds for name in kind.fields)
        parts = (f"{whole}.{part}" for whole, several in _PARTS.items() for part in several)
        self._columns = (*_HEAD, *parts, *fields, *_TAIL)

    def heading(self) -> str:
        """The first line."""
        return _lines([self._columns])

    def rows(self, report: Report) -> str:
        """A row for each fact of ``report``."""
        return _lines(self._row(fact) for fact in report.facts)

    def _row(self, fact: Fact) -> list[str]:
        data = fact_data(fact)
        cells = {**data, **data["fields"], "quote": fact.text, "published": fact.published}
        cells["event"] = fact.event
        for whole in _PARTS:
            cells |= {f"{whole}.{part}": cell for part, cell in (data[whole] or {}).items()}
        return [_cell(cells.get(name)) for name in self._columns]


def _lines(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


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


def as_parquet(table: Path, path: Path) -> None:
    """Writes the table of the file ``table`` to ``path`` as Parquet, every cell a text.

    Raises:
        OSError: when it cannot be written.
    """
    import duckdb

    with duckdb.connect() as session:
        rows = session.read_csv(
            str(table), header=True, all_varchar=True, delimiter=",", quotechar='"', escapechar='"',
            parallel=False,
        )  # fmt: skip
        try:
            rows.write_parquet(str(path))
        except duckdb.IOException as failure:
            raise OSError(None, str(failure).partition("\n")[0]) from None
