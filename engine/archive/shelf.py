"""The archived facts that were read for one draft, under names that fit beside its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..beside import Draft
from ..kinds import Kind
from ..model import Article, Fact
from ..rulebook.columns import columns
from ..rulebook.formula import Row
from .keys import happening
from .records import ARTICLE_COLUMNS, MOST_ENTRIES, article_of, fact_of, named_among_all

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["Shelf"]

_BY_POSITION = """
    SELECT position, fact FROM facts
    WHERE position IN (SELECT unnest(?)) ORDER BY position
"""
_BY_ARTICLE = """
    SELECT position, fact FROM facts
    WHERE article IN (SELECT unnest(?)) AND kind IN (SELECT unnest(?)) ORDER BY position
"""
_ARTICLES = f"""
    SELECT number, {ARTICLE_COLUMNS} FROM articles
    WHERE number IN (SELECT unnest(?)) ORDER BY number
"""  # noqa: S608 - our names


class Shelf:
    """Facts of an archive beside a draft.

    Args:
        connection: the archive.
        archive: what it is called.
        draft: the draft.
        linked: by what a happening is called among all articles, the event of the draft it is.
        kinds: what facts are of, by name; others are passed over.

    """

    def __init__(
        self,
        connection: DuckDBPyConnection,
        archive: str,
        draft: Draft,
        linked: Mapping[str, str],
        kinds: Mapping[str, Kind],
    ) -> None:
        self._connection = connection
        self._archive = archive
        self._taken = draft.taken
        self._events = {event.id for event in draft.events}
        self._linked = linked
        self._kinds = kinds
        self._articles: dict[int, Article] = {}
        self._found: dict[int, tuple[Fact, Row]] = {}
        self._whole: set[int] = set()

    @property
    def facts(self) -> dict[str, Fact]:
        """Those that were read, by their ids here: by day of publication, then by article."""
        return {fact.id: fact for _, (fact, _) in self._in_order()}

    @property
    def rows(self) -> dict[str, Row]:
        """The same as plain columns."""
        return {fact.id: row for _, (fact, row) in self._in_order()}

    def _in_order(self) -> list[tuple[int, tuple[Fact, Row]]]:
        """What was read, in an order that does not depend on which was added first."""

        def place(found: tuple[int, tuple[Fact, Row]]) -> tuple[date, str, int]:
            position, (fact, _) = found
            return fact.published or date.max, fact.article or "", position

        return sorted(self._found.items(), key=place)

    def fetch(self, positions: Collection[int]) -> None:
        """Reads the facts at ``positions``."""
        new = sorted(set(positions) - self._found.keys())
        if new:
            self._take(self._connection.execute(_BY_POSITION, [new]).fetchall())

    def fetch_articles(self, numbers: Collection[int], kinds: Collection[str]) -> None:
        """Reads the facts of articles, those of ``kinds``, which are the same at each call."""
        new = sorted(set(numbers) - self._whole)
        if new:
            self._take(self._connection.execute(_BY_ARTICLE, [new, sorted(kinds)]).fetchall())
            self._whole |= set(new)

    def numbers_of(self, ids: Collection[str]) -> set[int]:
        """The numbers of the articles of facts that were read."""
        return {at // MOST_ENTRIES for at, (fact, _) in self._found.items() if fact.id in ids}

    def articles(self, ids: Collection[str | None]) -> tuple[Article, ...]:
        """The articles of these ids."""
        found = sorted(self._articles.values(), key=lambda each: each.id or "")
        return tuple(article for article in found if article.id in ids)

    def _take(self, rows: Sequence[tuple[int, str]]) -> None:
        self._name({position // MOST_ENTRIES for position, _ in rows})
        for position, data in rows:
            fact = fact_of(data)
            if position not in self._found and fact.kind in self._kinds:
                fact = self._called_here(fact, self._articles[position // MOST_ENTRIES])
                self._found[position] = fact, columns(fact, self._kinds[fact.kind])

    def _name(self, numbers: Collection[int]) -> None:
        """Reads the articles of these numbers, and gives each an id that is free."""
        new = sorted(set(numbers) - self._articles.keys())
        for number, *row in self._connection.execute(_ARTICLES, [new]).fetchall() if new else ():
            article = article_of(row, self._archive)
            if article.id in self._taken:
                article = replace(article, id=f"{article.id} ({self._archive})")
            self._articles[number] = article

    def _called_here(self, fact: Fact, article: Article) -> Fact:
        """``fact`` by its id among all, with the event of the draft if that is its own too."""
        event = happening(fact, ())
        if event is not None and event in self._events:
            event = f"{article.id}/{event}"  # a name that somebody gave, and belie too
        elif event is not None:
            event = self._linked.get(event, event)
        return named_among_all(replace(fact, article=article.id, event=event))
