"""Articles out of the files that Spark reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from ..entries import Submission, Unreadable
from ..matching.sql import POSITION
from ..model import Article
from ..sources import read_line
from .frames import Rows, articles_schema, completed, mapped

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["articles", "placed"]

_Block = tuple[str, int]  # the path of a file, and the byte at which the block begins


def articles(
    session: SparkSession, path: str, form: Literal["jsonl", "parquet"] | None = None
) -> DataFrame:
    """The articles in files that Spark reaches.

    What is in the files is counted at once, and read when Spark is asked for it.

    Args:
        session: where to read them.
        path: a file, or a folder that is searched to the bottom.
        form: what the files are, where ``path`` does not end in it. A ``jsonl`` file has an
            article a line, as ``sources`` describes it; the columns of a ``parquet`` file are
            called as its keys, and ``published`` may be a date.

    Returns:
        A row an article: ``position`` BIGINT; ``source`` STRING, its file and the line or row;
        ``id``, ``title``, ``published``, ``text`` STRING; ``against``, an ARRAY of STRUCT of
        these four; ``error`` STRING. One that has no id is called by its file and line, as by
        ``belie check`` where a file is given by its full path.

    Raises:
        ValueError: when the form is not said, or a Parquet file has no ``text``.
    """
    for each in ("jsonl", "parquet"):
        form = form or (each if path.rstrip("/").endswith(f".{each}") else None)
    if form is None:
        raise ValueError(f"{path} ends neither in .jsonl nor in .parquet; say which form it has")
    return (_from_lines if form == "jsonl" else _from_columns)(session, path)


def _from_lines(session: SparkSession, path: str) -> DataFrame:
    lines = session.read.text(path, lineSep="\n", recursiveFileLookup=True).selectExpr(
        "_metadata.file_path AS file",
        "_metadata.file_block_start AS block",
        "CAST(value AS BINARY) AS line",  # what is not UTF-8 must come to be said so
    )
    starts: dict[_Block, tuple[int, int]] = {}
    position, in_file = 0, Counter[str]()
    for file, block, count in sorted(map(tuple, lines.groupBy("file", "block").count().collect())):
        starts[file, block] = position, in_file[file]
        position += count
        in_file[file] += count

    def entries(batches: Iterable[RecordBatch]) -> Iterator[Rows]:
        passed = Counter[_Block]()
        for batch in batches:
            rows = []
            for file, block, line in zip(*batch.to_pydict().values(), strict=True):
                if (file, block) not in starts:
                    raise ValueError(f"{file} is not cut as it was when its lines were counted")
                before, above = (start + passed[file, block] for start in starts[file, block])
                passed[file, block] += 1
                name, number = _plain_path(file), above + 1
                entry = read_line(name, number, line)
                if isinstance(entry, list):
                    problem = "holds statements, not an article; belie check reads these"
                    entry = Unreadable(f"{name}:{number}", problem)
                if entry is not None:
                    rows.append({"position": before, "source": f"{name}:{number}", **_entry(entry)})
            yield rows

    return mapped(lines, entries, articles_schema())


def _from_columns(session: SparkSession, path: str) -> DataFrame:
    from pyspark.sql import functions

    read = session.read.parquet(path, recursiveFileLookup=True)
    if dict(read.dtypes).get("text") != "string":
        raise ValueError(f"{path} has no column 'text' of type STRING; an article needs it")
    number = functions.col("row") + 1
    given = [functions.col("id").cast("string")] if "id" in read.columns else []
    named = functions.concat("name", functions.lit("#"), number)
    rows = placed(session, read).withColumns(
        {
            "source": functions.concat("name", functions.lit(":"), number),
            "id": functions.coalesce(
                *(functions.nullif(each, functions.lit("")) for each in given), named
            ),
        }
    )
    return completed(rows)


def placed(session: SparkSession, read: DataFrame) -> DataFrame:
    """The rows of files with their ``position``, the ``name`` of the file and the ``row`` in it.

    Files go by their path.
    """
    from pyspark.sql import functions

    rows = read.select(
        "*", "_metadata.file_path", functions.col("_metadata.row_index").alias("row")
    )
    starts, position = [], 0
    for file, count in sorted(map(tuple, rows.groupBy("file_path").count().collect())):
        starts.append((file, _plain_path(file), position))
        position += count
    files = session.createDataFrame(starts, "file_path STRING, name STRING, start BIGINT")
    return rows.join(functions.broadcast(files), "file_path").withColumn(
        POSITION, functions.col("start") + functions.col("row")
    )


def _plain_path(file: str) -> str:
    """The path of a file on this machine; what Spark calls any other."""
    path = file.removeprefix("file:")
    return file if path == file else "/" + unquote(path).lstrip("/")


def _entry(found: Submission | Unreadable) -> dict[str, Any]:
    if isinstance(found, Unreadable):
        return {"error": str(found)}
    return {**_described(found.article), "against": [_described(each) for each in found.against]}


def _described(article: Article) -> dict[str, str | None]:
    published = None if article.published is None else article.published.isoformat()
    return {
        "id": article.id, "title": article.title, "published": published, "text": article.text,
    }  # fmt: skip
