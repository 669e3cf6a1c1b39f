"""Statements on Spark: the facts that the rows of Parquet files make."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..matching.sql import POSITION
from ..model import Article
from ..statements.articles import stated_alone
from ..statements.facts import FactMaker
from ..statements.tables import Row, unpacked
from .corpus import MOST_FACTS, fact_row, named_among_all
from .files import placed
from .frames import Rows, facts_schema, grouped, kinds

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["statements"]


def statements(session: SparkSession, path: str) -> DataFrame:
    """The facts that statements make, as ``extract`` gives those of articles.

    Args:
        session: of Spark.
        path: a Parquet file, or a folder of them, with a row a statement. The columns are the
            keys of a statement, as in a table; what names no ``article`` is of its file.

    Raises:
        ValueError: when the files have no column ``kind``.
    """
    from pyspark.sql import functions

    read = session.read.parquet(path, recursiveFileLookup=True)
    if "kind" not in read.columns:
        raise ValueError(f"{path} has no column 'kind'; a statement needs it")
    rows = placed(session, read)
    named = [functions.col("article").cast("string")] if "article" in read.columns else []
    of = functions.coalesce(*(functions.nullif(each, functions.lit("")) for each in named), "name")
    return grouped(rows.withColumn("of", of), "of", _facts, facts_schema())


@cache
def _maker() -> FactMaker:
    return FactMaker(kinds())


def _facts(rows: Rows) -> Rows:
    """The facts of one article, in the order of its statements."""
    rows.sort(key=lambda row: row[POSITION])
    first = rows[0][POSITION] * MOST_FACTS
    given = [Row(f"{row['name']}: row {row['row'] + 1}", _cells(row)) for row in rows]
    stated = stated_alone(rows[0]["of"], given, _maker())
    article = Article("", stated.article.title, stated.article.published, rows[0]["of"])
    beside = {"article": article.id, "title": article.title}
    found: Rows = [{POSITION: first, **beside, "error": each.message} for each in stated.errors]
    found += [
        {**fact_row(named_among_all(fact, article), first + number), **beside}
        for number, fact in enumerate(stated.facts)
    ]
    return found


def _cells(row: dict[str, object]) -> dict[str, object]:
    """What the files have of a row."""
    ours = ("file_path", "row", "name", "start", "of", POSITION)
    return unpacked((column, cell) for column, cell in row.items() if column not in ours)
