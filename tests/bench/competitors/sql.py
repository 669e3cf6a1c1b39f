"""DuckDB, with the join as a query written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workload import TABLE, Match, Size, tolls

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 100_000
ORDER = "ORDER BY first.position, second.position"
QUERY = """
    SELECT first.position, second.position
    FROM toll AS first
    JOIN toll AS second USING (subject, measure)
    WHERE second."value.low" > first."value.low"
"""


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What loads the facts and finds the pairs."""
    import duckdb
    import numpy

    facts = tolls(size)
    database = duckdb.connect()

    def search() -> Iterator[list[Match]]:
        positions, subjects, measures, figures = zip(*facts, strict=True)
        _columns = {
            "position": numpy.array(positions),
            "subject": numpy.array(subjects, dtype=object),
            "measure": numpy.array(measures, dtype=object),
            "value.low": numpy.array(figures),
        }
        database.execute("CREATE OR REPLACE TABLE toll AS SELECT * FROM _columns")
        yield from _pairs(database)

    return search


def loaded(size: Size, order: str = "") -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs in a table that is there already."""
    import duckdb

    database = fill(duckdb.connect(), size)
    return lambda: _pairs(database, order)


def fill(database: DuckDBPyConnection, size: Size) -> DuckDBPyConnection:
    """The database, with the facts of the join in it."""
    groups = size.facts // size.group
    database.execute(TABLE, {"facts": size.facts, "groups": groups, "seed": size.seed})
    return database


def _pairs(database: DuckDBPyConnection, order: str = "") -> Iterator[list[Match]]:
    found = database.execute(QUERY + order)
    while batch := found.fetchmany(BATCH):
        yield batch
