"""The file of an archive: a DuckDB database with tables of its own, and what is wrong with it."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..errors import BelieError
from ..sources import is_archive

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["SCHEMA", "TABLES", "ArchiveError", "create", "explained", "opened"]

SCHEMA = 1
"""The version of the tables; a file of another is refused."""

TABLES: Mapping[str, str] = {
    "belie_archive": "version INTEGER, belie VARCHAR, made TIMESTAMP",
    "articles": (
        "number INTEGER, id VARCHAR, title VARCHAR, published DATE, text VARCHAR, digest VARCHAR, "
        "file VARCHAR, line INTEGER, added_by VARCHAR, added_at TIMESTAMP"
    ),
    "events": (
        "position BIGINT, article INTEGER, id VARCHAR, class VARCHAR, place VARCHAR, starts DATE, "
        "ends DATE, event VARCHAR"
    ),
    "facts": (
        "position BIGINT, article INTEGER, id VARCHAR, kind VARCHAR, text VARCHAR, place VARCHAR, "
        "starts DATE, ends DATE, source VARCHAR, happening VARCHAR, fact VARCHAR"
    ),
    "keys": "key UBIGINT, position BIGINT",
}
"""The columns of each table: what is listed by and found by stands in columns, and the whole of a
fact or an event beside it as JSON, so that a new field of a kind changes no table."""

_WRITING_MEMORY = "512MB"
_ELSEWHERE = "is open in this process in another way; close that first"
_HOLDER = re.compile(r"\(PID (\d+)\)")


class ArchiveError(BelieError):
    """A file that is no archive, or cannot be used as one now; the message says what to do."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.file = path


def create(path: Path, made: datetime) -> None:
    """Makes an empty archive, which is there whole or not at all.

    Args:
        path: where; nothing is there yet.
        made: when, in UTC.

    Raises:
        ArchiveError: when it cannot be made there.
    """
    import duckdb

    from .. import __version__

    aside = path.with_name(f".belie-{uuid4().hex}")
    try:
        with duckdb.connect(str(aside)) as connection:
            for name, columns in TABLES.items():
                connection.execute(f"CREATE TABLE {name} ({columns})")
            row = [SCHEMA, __version__, made]
            connection.execute("INSERT INTO belie_archive VALUES (?, ?, ?)", row)
        os.link(aside, path)  # never over a file that came meanwhile
    except (OSError, duckdb.Error) as failure:
        reason = failure.strerror if isinstance(failure, OSError) else _first_line(failure)
        raise ArchiveError(path, f"cannot be made: {reason}") from failure
    finally:
        aside.unlink(missing_ok=True)


def opened(path: Path, *, write: bool = False, exporting: Path | None = None) -> DuckDBPyConnection:
    """A connection to the archive at ``path``, which can reach no other file.

    Args:
        path: the file.
        write: whether it is to be written to, which nobody else may do meanwhile.
        exporting: a folder that it may write to.

    Raises:
        ArchiveError: when there is none, it is none or of another version, or in use.
    """
    if not path.exists():
        problem = f"there is no such archive; make one with: belie archive add {path} FILE"
        raise ArchiveError(path, problem)
    if not is_archive(path):
        raise ArchiveError(path, "is no archive of belie; name a file that belie archive add made")
    import duckdb

    try:
        connection = duckdb.connect(str(path), read_only=not write, config=_settings(write))
    except duckdb.Error as failure:
        raise ArchiveError(path, _why_closed(failure, write=write)) from failure
    try:
        _close_in(path, connection, exporting)
        _refuse_others(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _close_in(path: Path, connection: DuckDBPyConnection, exporting: Path | None) -> None:
    """Has ``connection`` reach no file but the archive, and what is below ``exporting``."""
    asked = "SELECT current_setting('lock_configuration')"
    ((locked,),) = connection.execute(asked).fetchall()
    if locked and exporting is not None:
        raise ArchiveError(path, _ELSEWHERE)
    if locked:  # opened before in this process, and so closed in already
        return
    if exporting is not None:
        folder = str(exporting).replace("'", "''")
        connection.execute(f"SET allowed_directories = ['{folder}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _settings(write: bool) -> dict[str, Any]:
    """How DuckDB is set up; memory for writing is bounded, so that it stays flat."""
    settings: dict[str, Any] = {
        # Of one process: DuckDB opens a file twice only where all is set up alike.
        "temp_directory": str(Path(tempfile.gettempdir(), f"belie-{os.getpid()}")),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,
    }
    return {**settings, "memory_limit": _WRITING_MEMORY} if write else settings


def _refuse_others(path: Path, connection: DuckDBPyConnection) -> None:
    """Raises ArchiveError where the tables are not those of an archive of this version."""
    asked = "SELECT table_name, table_type FROM information_schema.tables"
    found: dict[str, str] = dict(connection.execute(asked).fetchall())
    if found.get("belie_archive") != "BASE TABLE":
        raise ArchiveError(path, "is a database, but no archive of belie")
    ((version,),) = connection.execute("SELECT max(version) FROM belie_archive").fetchall()
    if version != SCHEMA:
        problem = (
            f"is an archive of version {version}, and this belie reads version {SCHEMA}; export it "
            "with the belie that made it, and add that to a new archive"
        )
        raise ArchiveError(path, problem)
    missing = [name for name in TABLES if found.get(name) != "BASE TABLE"]
    if missing:
        raise ArchiveError(path, f"is no whole archive: it has no table {missing[0]!r}")


def _why_closed(failure: Exception, *, write: bool) -> str:
    """What keeps an archive from being opened, and what to do."""
    import duckdb

    said = str(failure)
    if isinstance(failure, duckdb.ConnectionException):
        return _ELSEWHERE
    if isinstance(failure, duckdb.IOException) and "lock" in said:
        holder = _HOLDER.search(said)
        by = f"process {holder[1]}" if holder else "another process"
        doing = "reads or writes it" if write else "writes to it"
        return f"is in use: {by} {doing}; wait until that is done, and try again"
    return f"cannot be opened, and may be damaged: {_first_line(failure)}"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What goes wrong in DuckDB, as an ``ArchiveError``."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as failure:
        raise ArchiveError(path, "there is not enough memory, nor room on disk") from failure
    except duckdb.IOException as failure:
        raise ArchiveError(path, f"cannot be read or written: {_first_line(failure)}") from failure
    except duckdb.Error as failure:
        raise ArchiveError(path, f"DuckDB: {_first_line(failure)}") from failure
    except RuntimeError as failure:  # all that DuckDB makes of Ctrl-C
        if str(failure) == "Query interrupted":
            raise KeyboardInterrupt from failure
        raise


def _first_line(failure: Exception) -> str:
    return str(failure).partition("\n")[0]
