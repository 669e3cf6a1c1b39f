"""The columns of frames, and how functions of Python are run over them where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from ..kinds import Kind, load_kinds
from ..matching.sql import POSITION
from ..rulebook.columns import attributes

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema, Table
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

__all__ = [
    "Rows", "articles_schema", "completed", "facts_schema", "grouped", "kinds", "mapped",
    "plain_columns", "reports_schema",
]  # fmt: skip

_NUMBERS = ("number", "day", "position", "offset")
"""The families of attributes that are whole numbers; all others are texts."""

Rows = list[dict[str, Any]]
"""Rows of a frame, each by column."""

kinds = cache(load_kinds)
"""The kinds that come with belie, loaded once in each process."""


def mapped(
    frame: DataFrame, give: Callable[[Iterable[RecordBatch]], Iterator[Rows]], schema: Schema
) -> DataFrame:
    """What ``give`` makes of ``frame``, a list of rows a batch; what a row lacks is NULL."""

    def batches(given: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
        from pyarrow import RecordBatch

        return (RecordBatch.from_pylist(rows, schema) for rows in give(given))

    return frame.mapInArrow(batches, _in_spark(schema))


def grouped(
    frame: DataFrame, column: str, give: Callable[[Rows], Rows], schema: Schema
) -> DataFrame:
    """What ``give`` makes of the rows of ``frame`` that have the same in ``column``."""

    def table(given: Table) -> Table:
        import pyarrow

        return pyarrow.Table.from_pylist(give(given.to_pylist()), schema)

    return frame.groupBy(column).applyInArrow(table, _in_spark(schema))


def completed(found: DataFrame) -> DataFrame:
    """``found`` with the columns of ``articles``, NULL where it has none, and no other."""
    from pyspark.sql import functions

    return found.select(
        *(
            (found[each.name] if each.name in found.columns else functions.lit(None))
            .cast(each.dataType)
            .alias(each.name)
            for each in _in_spark(articles_schema())
        )
    )


def articles_schema() -> Schema:
    """The columns of articles, each with those that it is held against."""
    import pyarrow

    entry = [(name, pyarrow.string()) for name in ("id", "title", "published", "text")]
    against = pyarrow.list_(pyarrow.struct(entry))
    return pyarrow.schema(
        [
            (POSITION, pyarrow.int64()),
            ("source", pyarrow.string()),
            *entry,
            ("against", against),
            ("error", pyarrow.string()),
        ]
    )


def reports_schema() -> Schema:
    """The columns of reports, which are JSON."""
    import pyarrow

    texts = [(name, pyarrow.string()) for name in ("id", "report", "error")]
    return pyarrow.schema([(POSITION, pyarrow.int64()), *texts])


def facts_schema() -> Schema:
    """The columns of facts: as JSON, and the plain columns of every kind."""
    import pyarrow

    plain: dict[str, DataType] = {}
    for kind in kinds().values():
        plain |= plain_columns(kind)
    names = ("article", "title", "id", "kind", "report", "stated")
    return pyarrow.schema(
        [
            (POSITION, pyarrow.int64()),
            *((name, pyarrow.string()) for name in names),
            ("columns", pyarrow.struct(sorted(plain.items()))),
            ("error", pyarrow.string()),
        ]
    )


def plain_columns(kind: Kind) -> dict[str, DataType]:
    """The plain columns of ``kind``, with their types."""
    import pyarrow

    whole = [each for each in attributes(kind).values() if each.family not in ("quantity", "time")]
    parts = [part for each in attributes(kind).values() for part in each.parts.values()]
    return {
        each.name: pyarrow.int64() if each.family in _NUMBERS else pyarrow.string()
        for each in (*whole, *parts)
    }


def _in_spark(schema: Schema) -> StructType:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)
