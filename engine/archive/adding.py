"""Articles into an archive: read, told from those that are there, and given their provenance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..articles import as_given, copy_of
from ..checker import Checker
from ..kinds import Kind
from ..model import Article, Issue, Provenance, Report, Stated
from .database import ArchiveError
from .records import Record, digest_of
from .store import Outcome, Store, now

if TYPE_CHECKING:
    from ..batch import Task

__all__ = ["Adding", "ArchiveWriter", "digest_of_given", "record_of"]


class ArchiveWriter:
    """Adds articles to an archive, and removes them. Nobody else can open it meanwhile.

    Leaving it as a context manager, or closing it, writes what is left. An article with the id of
    one that is there takes its place, or where its text is the same, changes nothing.

    Args:
        path: the archive; it is made where there is none.
        by: who adds.
        kinds: what to read, by name; those that come with belie when ``None``.

    Raises:
        ArchiveError: when it cannot be made or opened.
    """

    def __init__(
        self, path: str | PathLike[str], by: str, *, kinds: Mapping[str, Kind] | None = None
    ) -> None:
        self._path = Path(path)
        self._by = by
        self._checker = Checker(rulebook=(), engine="plain", kinds=kinds)
        self._store = Store(self._path, kinds)

    def add(
        self,
        article: Article | Stated,
        *,
        published: date | str | None = None,
        title: str | None = None,
    ) -> tuple[Outcome, tuple[Issue, ...]]:
        """Adds an article with what it states.

        Args:
            article: the copy, or what is stated of it. It has an id.
            published: its day of publication, where it carries none.
            title: its headline, where it carries none.

        Returns:
            ``added``, ``replaced`` or ``unchanged``; and what could not be read of it.

        Raises:
            ArchiveError: when it has no id, or cannot be written.
        """
        given = as_given(article, published, title)
        copy = copy_of(given)
        if not copy.id:
            raise ArchiveError(self._path, "an archive knows articles by their ids; give it one")
        digest = digest_of_given(given)
        before = self._store.kept(copy.id)
        if before is not None and before.digest == digest:
            return "unchanged", ()
        if isinstance(given, Stated):
            report = Report(copy, given.facts, errors=given.errors)
        else:
            report = self._checker.extract(given)
        outcome = self._store.put(record_of(report, digest, self._path, self._by))
        return outcome, report.errors

    def remove(self, *articles: str) -> int:
        """Removes articles by their ids; how many there were."""
        return self._store.remove(articles).articles

    def close(self) -> None:
        """Writes what is left, and gives the archive back."""
        self._store.close()
        self._checker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._store.__exit__(kind, error, traceback)
        self._checker.close()


class Adding:
    """Articles of files on their way into an archive.

    Args:
        store: the archive.
        path: what it is called.
        by: who adds.
        published: the day of publication of those that carry none.

    Attributes:
        outcomes: how many came to what.
        facts: how many facts were added.
    """

    def __init__(self, store: Store, path: Path, by: str, published: date | None) -> None:
        self._store = store
        self._path = path
        self._by = by
        self._published = published
        self.outcomes: Counter[Outcome] = Counter()
        self.facts = 0

    def changed(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Those that are not there already with the same text; only these have to be read."""
        for task in tasks:
            found = task.submission
            given = as_given(found.stated or found.article, self._published, None)
            before = self._store.kept(str(copy_of(given).id))
            if before is not None and before.digest == digest_of_given(given):
                self.outcomes["unchanged"] += 1
            else:
                yield task

    def add(self, task: Task, report: Report) -> str | None:
        """Adds what was read of an article; one line where it takes the place of another."""
        stated = None if task.submission.stated is None else report.facts
        digest = digest_of(report.article, stated)
        return self.put(record_of(report, digest, self._path, self._by, task.submission.file))

    def put(self, record: Record) -> str | None:
        """Adds an article as it is kept elsewhere; one line where it takes another's place."""
        before = self._store.kept(str(record.article.id))
        outcome = self._store.put(record)
        self.outcomes[outcome] += 1
        if outcome == "unchanged":
            return None
        self.facts += len(record.facts)
        if before is None:
            return None
        of = f" from {before.file}" if before.file else ""
        return f"{record.article.id}: replaces the version{of} of {before.at:%Y-%m-%d %H:%M} UTC"


def digest_of_given(given: Article | Stated) -> str:
    """What tells an article from others, before it is read."""
    return digest_of(copy_of(given), given.facts if isinstance(given, Stated) else None)


def record_of(
    report: Report, digest: str, archive: Path, by: str, file: str | None = None
) -> Record:
    """What is kept of an article.

    Args:
        report: the facts and events that were read.
        digest: of its text; see ``digest_of_given``.
        archive: where it is kept.
        by: who adds it.
        file: which file it was read from.
    """
    entry = report.article.entry
    line = None if entry is None else entry.line
    came = Provenance(str(archive), by, now(), file, line)
    article = replace(report.article, origin=None, entry=None, archived=came)
    return Record(article, report.facts, report.events, digest)
