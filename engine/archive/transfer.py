"""An archive as three Parquet files, and back: nothing of it is lost on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .database import SCHEMA, ArchiveError, explained, opened
from .records import ARTICLE_COLUMNS, Record, article_of, event_of, fact_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["Exported", "export", "is_export", "taken"]

_MARK = "belie"
_FORM = f"archive/{SCHEMA}"
_AT_ONCE = 200
"""Articles that are read at once."""

_EXPORTED = {
    "articles": (
        "row_number() OVER (ORDER BY number) AS number, id, title, published, text, digest, file, "
        "line, added_by, added_at FROM articles ORDER BY number"
    ),
    "events": (
        "n.number AS number, a.id AS article, e.id, class, place, starts, ends, event "
        "FROM events AS e JOIN articles AS a ON e.article = a.number "
        "JOIN numbers AS n ON n.old = a.number ORDER BY position"
    ),
    "facts": (
        "n.number AS number, a.id AS article, f.id, kind, f.text, place, starts, ends, source, "
        "happening, fact FROM facts AS f JOIN articles AS a ON f.article = a.number "
        "JOIN numbers AS n ON n.old = a.number ORDER BY position"
    ),
}
"""By file, what it holds; articles are numbered from one, whatever was removed before."""

Exported = dict[str, int]
"""By table, how many rows were written."""


def export(path: Path, folder: Path) -> Exported:
    """Writes the archive at ``path`` into ``folder``, which is made or is an earlier export.

    Raises:
        ArchiveError: when it cannot be read, or the folder holds something else.
        OSError: when it cannot be written.
    """
    if folder.exists() and not is_export(folder) and any(folder.iterdir()):
        raise ArchiveError(folder, "is there already, and no export of belie; name another folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f".belie-{uuid4().hex}")
    aside.mkdir()
    try:
        with opened(path, exporting=aside.resolve()) as connection, explained(path):
            rows = {name: _written(connection, name, aside) for name in _EXPORTED}
        folder.mkdir(exist_ok=True)
        for name in _EXPORTED:
            (aside / f"{name}.parquet").replace(folder / f"{name}.parquet")
    finally:
        for left in aside.iterdir():
            left.unlink()
        aside.rmdir()
    return rows


def _written(connection: DuckDBPyConnection, name: str, folder: Path) -> int:
    """How many rows of a table were written into ``folder``."""
    numbers = (
        "WITH numbers AS (SELECT number AS old, row_number() OVER (ORDER BY number) AS number "
        "FROM articles)"
    )
    target = str(folder.resolve() / f"{name}.parquet").replace("'", "''")
    form = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{_MARK}: '{_FORM}'}}"
    asked = f"COPY ({numbers} SELECT {_EXPORTED[name]}) TO '{target}' ({form})"
    ((number,),) = connection.execute(asked).fetchall()
    return int(number)


def is_export(folder: str | Path) -> bool:
    """Whether a folder is one that ``export`` wrote."""
    found = Path(folder, "articles.parquet")
    return found.is_file() and _form_of(found) is not None


def _form_of(path: Path) -> str | None:
    """What belie says in a file of Parquet that it is; ``None`` where it says nothing."""
    import duckdb

    try:
        with _reading(path.parent) as connection:
            asked = "SELECT value FROM parquet_kv_metadata(?) WHERE key = ?"
            found = connection.execute(asked, [str(path.resolve()), _MARK.encode()]).fetchone()
    except duckdb.Error:
        return None
    return None if found is None else bytes(found[0]).decode("utf-8", "replace")


def taken(folder: Path, archive: Path) -> Iterator[Record]:
    """The articles of an export, in their order, as they were kept.

    Args:
        folder: what ``export`` wrote.
        archive: where they are going.

    Raises:
        ArchiveError: when it is of another version, or damaged.
    """
    form = _form_of(folder / "articles.parquet")
    if form != _FORM:
        raise ArchiveError(folder, f"was exported as {form}, and this belie reads {_FORM}")
    with _reading(folder) as connection, explained(folder):
        first = 1
        while articles := _rows(connection, folder, "articles", first):
            beside: dict[str, dict[int, list[str]]] = {}
            for name, column in (("events", "event"), ("facts", "fact")):
                beside[name] = defaultdict(list)
                for number, data in _rows(connection, folder, name, first, column):
                    beside[name][number].append(data)
            for number, digest, *row in articles:
                events, facts = beside["events"][number], beside["facts"][number]
                yield _record(folder, archive, (digest, row), (events, facts))
            first += _AT_ONCE


def _rows(
    connection: DuckDBPyConnection,
    folder: Path,
    name: str,
    first: int,
    columns: str = f"digest, {ARTICLE_COLUMNS}",
) -> list[tuple[Any, ...]]:
    """The rows of some articles in a file, in the order in which they were written."""
    asked = (
        f"SELECT number, {columns} FROM read_parquet(?, file_row_number => true) "  # noqa: S608
        "WHERE number >= ? AND number < ? ORDER BY file_row_number"
    )
    path = str((folder / f"{name}.parquet").resolve())
    return connection.execute(asked, [path, first, first + _AT_ONCE]).fetchall()


def _record(
    folder: Path,
    archive: Path,
    article: tuple[str, Sequence[Any]],
    beside: tuple[list[str], list[str]],
) -> Record:
    digest, row = article
    events, facts = beside
    try:
        return Record(
            article_of(row, str(archive)),
            tuple(map(fact_of, facts)),
            tuple(map(event_of, events)),
            digest,
        )
    except (AttributeError, KeyError, TypeError, ValueError) as failure:
        problem = f"article {row[0]!r} is not as belie exports one: {failure!r}"
        raise ArchiveError(folder, problem) from failure


def _reading(folder: Path) -> DuckDBPyConnection:
    """A connection that can read what is in ``folder``, and nothing else."""
    import duckdb

    connection = duckdb.connect(config={"python_enable_replacements": False})
    allowed = str(folder.resolve()).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{allowed}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
