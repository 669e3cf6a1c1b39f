"""Writing to an archive: whole articles, each batch of them in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from ..kinds import Kind, load_kinds
from ..rulebook.columns import columns
from ..stopping import whole
from .database import ArchiveError, create, explained, opened
from .keys import event_keys, fact_keys
from .records import MOST_ENTRIES, Record, article_row, event_rows, fact_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["Kept", "Outcome", "Removed", "Store", "now"]

_AT_ONCE = 20_000
"""Facts after which a batch is written."""
_MOST_WAITING = 500
"""Articles after which it is, however few facts they state."""

Outcome = Literal["added", "replaced", "unchanged"]
"""What became of an article: it is new, a new version, or there already."""


class Kept(NamedTuple):
    """What the archive has of an article.

    Attributes:
        digest: of its text.
        at: when it was added, in UTC.
        file: from which file.
    """

    digest: str
    at: datetime
    file: str | None


class Removed(NamedTuple):
    """How many articles were removed, and how many facts with them."""

    articles: int
    facts: int


class Store:
    """An archive that is written to. Nobody else can open it until it is closed.

    Articles are written when enough have come together, or it is closed. Each batch is one
    transaction: whatever ends the process, an article is there whole or not at all.

    Args:
        path: the file; it is made where there is none.
        kinds: those that facts may be of; those that come with belie when ``None``.

    Raises:
        ArchiveError: when it cannot be made or opened.
    """

    def __init__(self, path: Path, kinds: Mapping[str, Kind] | None = None) -> None:
        if not path.exists():
            create(path, now())
        self._path = path
        self._kinds = load_kinds() if kinds is None else kinds
        self._connection = opened(path, write=True)
        self._waiting: dict[str, Record] = {}
        with explained(path):
            asked = "SELECT coalesce(max(number), 0) + 1 FROM articles"
            ((self._next,),) = self._connection.execute(asked).fetchall()

    def kept(self, article: str) -> Kept | None:
        """What there is of the article of that id, written or still to be."""
        if (waiting := self._waiting.get(article)) is not None:
            return Kept(waiting.digest, waiting.provenance.at, waiting.provenance.file)
        with explained(self._path):
            asked = "SELECT digest, added_at, file FROM articles WHERE id = ?"
            found = self._connection.execute(asked, [article]).fetchone()
        return None if found is None else Kept(*found)

    def put(self, record: Record) -> Outcome:
        """Takes an article in, in place of what there is of it.

        Raises:
            ArchiveError: when it states too much to be kept, or cannot be written.
        """
        name = str(record.article.id)
        if max(len(record.facts), len(record.events)) > MOST_ENTRIES:
            problem = f"{name} states more than {MOST_ENTRIES:,} facts; divide it"
            raise ArchiveError(self._path, problem)
        before = self.kept(name)
        if before is not None and before.digest == record.digest:
            return "unchanged"
        self._waiting.pop(name, None)
        self._waiting[name] = record
        facts = sum(len(each.facts) for each in self._waiting.values())
        if facts >= _AT_ONCE or len(self._waiting) >= _MOST_WAITING:
            self.flush()
        return "added" if before is None else "replaced"

    def flush(self) -> None:
        """Writes what has come together, all of it or, where that fails, nothing."""
        if not self._waiting:
            return
        records = list(self._waiting.values())
        rows: dict[str, list[tuple[object, ...]]] = {
            "articles": [], "events": [], "facts": [], "keys": []
        }  # fmt: skip
        for number, record in enumerate(records, start=self._next):
            rows["articles"].append(article_row(record, number))
            rows["events"] += event_rows(record, number)
            rows["facts"] += fact_rows(record, number)
            rows["keys"] += self._key_rows(record, number)
        with whole(), explained(self._path):
            with _transaction(self._connection):
                self._delete(self._numbers(list(self._waiting)))
                for name, each in rows.items():
                    self._append(name, each)
            self._next += len(records)
            self._waiting.clear()

    def remove(self, articles: Sequence[str] = (), files: Sequence[str] = ()) -> Removed:
        """Removes articles by their ids, and those that were read from ``files``."""
        self.flush()
        with whole(), explained(self._path), _transaction(self._connection):
            numbers = {*self._numbers(articles), *self._numbers(files, "file")}
            return self._delete(sorted(numbers))

    def _numbers(self, names: Sequence[str], column: str = "id") -> list[int]:
        asked = f"SELECT number FROM articles WHERE {column} IN (SELECT unnest(?))"  # noqa: S608 - our names
        return [number for (number,) in self._connection.execute(asked, [names]).fetchall()]

    def _delete(self, numbers: Sequence[int]) -> Removed:
        if not numbers:
            return Removed(0, 0)
        deleted = {}
        for table, article in (
            ("articles", "number"),
            ("events", "article"),
            ("facts", "article"),
            ("keys", f"position // {MOST_ENTRIES}"),
        ):
            statement = f"DELETE FROM {table} WHERE {article} IN (SELECT unnest(?))"  # noqa: S608
            ((deleted[table],),) = self._connection.execute(statement, [numbers]).fetchall()
        return Removed(deleted["articles"], deleted["facts"])

    def _append(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            appender = self._connection.appender(table)
            appender.append_rows(rows)
            appender.flush()

    def _key_rows(self, record: Record, number: int) -> Iterator[tuple[int, int]]:
        first = number * MOST_ENTRIES
        told = {event.id for event in record.events}
        for position, event in enumerate(record.events, start=first):
            yield from ((key, position) for key in event_keys(event))
        for position, fact in enumerate(record.facts, start=first):
            kind = self._kinds.get(fact.kind)
            if kind is not None:  # else of a house that is not at hand, and is only listed
                keys = fact_keys(fact, columns(fact, kind), kind, told)
                yield from ((key, position) for key in dict.fromkeys(keys))

    def close(self) -> None:
        """Writes what is left, and gives the archive back."""
        try:
            self.flush()
        finally:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Closes it; what has come together is whole, and so it is kept even when stopped."""
        if kind is not None and issubclass(kind, ArchiveError):
            self._waiting.clear()
        self.close()


@contextmanager
def _transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """All that is done in its block, or none of it."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def now() -> datetime:
    """This moment in UTC, to the second, without a zone as DuckDB has it."""
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None)
