"""An archive that is read: what it holds, and what of it stands against a draft."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from ..knowledge import nearest
from ..model import Event, Fact, Report
from . import listing
from .database import ArchiveError, explained, opened
from .listing import EVERYTHING, Page, Wanted
from .records import ARTICLE_COLUMNS, article_of, event_of, fact_of, named_among_all

__all__ = ["Archive"]

_PAGE = 50


class Archive:
    """An archive, opened to be read; others can read it too, and nobody can write meanwhile.

    It serves one thread at a time. Closing it, or leaving it as a context manager, gives it back.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = opened(path)

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Self:
        """The archive at ``path``, of which nothing can be changed and no other file reached.

        Raises:
            ArchiveError: when there is none, it is none or of another version, or in use.
        """
        return cls(Path(path))

    def __reduce__(self) -> tuple[type[Archive], tuple[Path]]:
        """Another process opens it anew."""
        return type(self), (self.path,)

    def articles(self, wanted: Wanted = EVERYTHING, *, limit: int = _PAGE, offset: int = 0) -> Page:
        """The articles with what is wanted, by day of publication, the latest first.

        Args:
            wanted: which.
            limit: how many at most.
            offset: how many to leave out before.
        """
        with explained(self.path):
            return listing.articles(self._connection, wanted, limit, offset)

    def facts(self, wanted: Wanted = EVERYTHING, *, limit: int = _PAGE, offset: int = 0) -> Page:
        """The facts that are wanted, by the day they are about; arguments as for ``articles``."""
        with explained(self.path):
            return listing.facts(self._connection, wanted, limit, offset)

    def report(self, article: str, *, own_ids: bool = True) -> Report:
        """An article with its facts and events, as it was added.

        Args:
            article: its id.
            own_ids: whether facts are called ``f1`` onwards, as when it was read, and not by the
                ids that they have among all of the archive, such as ``wire-7#f1``.

        Raises:
            ArchiveError: when there is no such article.
        """
        with explained(self.path):
            asked = f"SELECT number, {ARTICLE_COLUMNS} FROM articles WHERE id = ?"  # noqa: S608 - our names
            found = self._connection.execute(asked, [article]).fetchone()
            if found is None:
                raise ArchiveError(self.path, self._no_article(article))
            number, *row = found
            facts, events = self._facts_of(number), self._events_of(number)
        if not own_ids:
            facts = tuple(map(named_among_all, facts))
        counts = {"facts": len(facts)}
        return Report(article_of(row, str(self.path)), facts, counts=counts, events=events)

    def refuse_unknown_file(self, file: str) -> None:
        """Raises ArchiveError where no article was read from a file of that name."""
        with explained(self.path):
            asked = "SELECT DISTINCT file FROM articles WHERE file IS NOT NULL ORDER BY file"
            files = [name for (name,) in self._connection.execute(asked).fetchall()]
        if file not in files:
            problem = f"there is no article from {file!r}{nearest(file, files)}"
            raise ArchiveError(self.path, problem)

    def _no_article(self, article: str) -> str:
        names = self._connection.execute("SELECT id FROM articles ORDER BY number").fetchall()
        hint = nearest(article, [name for (name,) in names])
        return f"there is no article {article!r}{hint or '; belie archive list names them'}"

    def _facts_of(self, number: int) -> tuple[Fact, ...]:
        asked = "SELECT fact FROM facts WHERE article = ? ORDER BY position"
        return tuple(
            fact_of(data) for (data,) in self._connection.execute(asked, [number]).fetchall()
        )

    def _events_of(self, number: int) -> tuple[Event, ...]:
        asked = "SELECT event FROM events WHERE article = ? ORDER BY position"
        found = self._connection.execute(asked, [number]).fetchall()
        return tuple(event_of(data) for (data,) in found)

    def close(self) -> None:
        """Gives the archive back; it is not used again."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
