"""Rows gathered by the article that they stand in, however many there are."""

from __future__ import annotations

import errno
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count

from .statement import StatementError
from .tables import Row

__all__ = ["Gathered"]

_FULL = "the folder for temporary files is full; set TMPDIR to another"


class Gathered:
    """Rows by article.

    Rows of one article may stand anywhere in a file, so none is known to be complete before the
    last row. Until then they lie in a temporary file, which is gone with this object or the
    process; a few never leave memory. What is held is the rows of one article at a time.

    Args:
        rows: the first of them.
    """

    def __init__(self, rows: Iterable[Row | StatementError] = ()) -> None:
        self._numbers = count()
        self._kept = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._kept.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, article BLOB, row BLOB)")
        self._kept.execute("CREATE INDEX place ON rows (article, number)")
        self._kept.execute("BEGIN")  # of one transaction, for nothing is ever to be restored
        self.add(rows)

    def add(self, rows: Iterable[Row | StatementError]) -> None:
        """Takes ``rows`` in, behind those that are here.

        Raises:
            OSError: when there is no room for them.
        """
        with _room():
            self._kept.executemany("INSERT INTO rows VALUES (?, ?, ?)", map(self._record, rows))

    def _record(self, row: Row | StatementError) -> tuple[int, bytes | None, bytes]:
        if isinstance(row, StatementError):
            parts = (row.where, row.column, row.problem)
            return next(self._numbers), None, pickle.dumps(parts)
        article = row.cells.get("article")
        key = None if article in (None, "") else _key(str(article))
        return next(self._numbers), key, pickle.dumps((row.where, row.cells))

    def names_all(self) -> bool:
        """Whether every row names its article."""
        return not any(isinstance(row, Row) for row in self.of(None))

    def name_others(self, article: str) -> None:
        """Has rows that name no article, and what is no row, stand in ``article``."""
        with _room():
            self._kept.execute(
                "UPDATE rows SET article = ? WHERE article IS NULL", (_key(article),)
            )

    def articles(self) -> Iterator[str | None]:
        """What rows call their articles, each once, in the order of their first rows.

        ``None`` stands among them for the rows that name none, and for what is no row.
        """
        with _room():
            asked = "SELECT article FROM rows GROUP BY article ORDER BY min(number)"
            for (key,) in self._kept.execute(asked):
                yield None if key is None else key.decode("utf-8", "surrogatepass")

    def of(self, article: str | None) -> Iterator[Row | StatementError]:
        """The rows of ``article``, in their order; with ``None`` those that name none."""
        key = None if article is None else _key(article)
        with _room():
            asked = "SELECT row FROM rows WHERE article IS ? ORDER BY number"
            for (record,) in self._kept.execute(asked, (key,)):
                parts = pickle.loads(record)  # noqa: S301 - of a file that only this object has
                yield Row(*parts) if len(parts) == 2 else StatementError(*parts)  # noqa: PLR2004


def _key(article: str) -> bytes:
    return article.encode("utf-8", "surrogatepass")  # JSON can write half a pair


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as failure:
        raise OSError(errno.ENOSPC, _FULL) from failure
