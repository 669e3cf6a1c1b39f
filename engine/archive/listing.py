"""What an archive holds, picked by day, kind, place and source, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..reading.meaning.naming import is_tabled, named_place
from .keys import around, placed_today

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["EVERYTHING", "ListedArticle", "ListedFact", "Page", "Wanted", "articles", "facts"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is picked: all of what is said here, and whatever where nothing is.

    Attributes:
        first: no earlier than this day.
        last: no later than this day.
        kind: facts of this kind.
        place: facts about this place, or one within it.
        source: facts that this source gives.
        file: read from this file.
    """

    first: date | None = None
    last: date | None = None
    kind: str | None = None
    place: str | None = None
    source: str | None = None
    file: str | None = None


EVERYTHING = Wanted()
"""What is wanted where nothing is said."""


class ListedArticle(NamedTuple):
    """An article as it is listed; ``facts`` is how many of its facts are wanted."""

    id: str
    title: str | None
    published: date | None
    facts: int
    file: str | None
    line: int | None
    added_by: str
    added_at: Any


class ListedFact(NamedTuple):
    """A fact as it is listed.

    Attributes:
        id: among all of the archive, as ``corrections`` takes it.
        starts: the first day that it is about.
        ends: the day after the last.
    """

    id: str
    kind: str
    text: str
    place: str | None
    source: str | None
    starts: date | None
    ends: date | None
    article: str
    title: str | None
    published: date | None


class Page(NamedTuple):
    """Some of what is wanted, and how many there are of it."""

    rows: Sequence[Any]
    total: int


def articles(connection: DuckDBPyConnection, wanted: Wanted, limit: int, offset: int) -> Page:
    """The articles with what is wanted, by day of publication, the latest first."""
    of_facts, values = _of_facts(connection, wanted)
    of_articles, more = _of_articles(wanted)
    if of_facts:
        of_articles.append(f"number IN (SELECT article FROM facts WHERE {_all(of_facts)})")  # noqa: S608 - our names, and marks
        more += values
    counted = f"(SELECT count(*) FROM facts WHERE article = number AND {_all(of_facts)})"  # noqa: S608
    columns = f"id, title, published, {counted}, file, line, added_by, added_at"
    source = f"FROM articles WHERE {_all(of_articles)}"
    order = "ORDER BY published DESC NULLS LAST, number LIMIT ? OFFSET ?"
    asked = f"SELECT {columns} {source} {order}"
    found = connection.execute(asked, [*values, *more, limit, offset]).fetchall()
    ((total,),) = connection.execute(f"SELECT count(*) {source}", more).fetchall()
    return Page([ListedArticle(*row) for row in found], total)


def facts(connection: DuckDBPyConnection, wanted: Wanted, limit: int, offset: int) -> Page:
    """The facts that are wanted, by the day they are about or else that of publication."""
    of_facts, values = _of_facts(connection, wanted)
    if wanted.file is not None:
        of_facts.append("articles.file = ?")
        values.append(wanted.file)
    if wanted.first is not None:
        of_facts.append("coalesce(ends, starts + 1, published + 1) > ?")
        values.append(wanted.first)
    if wanted.last is not None:
        of_facts.append("coalesce(starts, ends - 1, published) <= ?")
        values.append(wanted.last)
    columns = (
        "articles.id || '#' || facts.id, kind, facts.text, place, source, starts, ends, "
        "articles.id, title, published"
    )
    source = f"FROM facts JOIN articles ON article = number WHERE {_all(of_facts)}"
    order = "ORDER BY coalesce(starts, published) DESC NULLS LAST, position LIMIT ? OFFSET ?"
    asked = f"SELECT {columns} {source} {order}"
    found = connection.execute(asked, [*values, limit, offset]).fetchall()
    ((total,),) = connection.execute(f"SELECT count(*) {source}", values).fetchall()
    return Page([ListedFact(*row) for row in found], total)


def _of_facts(connection: DuckDBPyConnection, wanted: Wanted) -> tuple[list[str], list[object]]:
    """What is asked of a fact, and the values that stand in it."""
    conditions, values = [], list[object]()
    if wanted.kind is not None:
        conditions.append("kind = ?")
        values.append(wanted.kind)
    if wanted.place is not None:
        conditions.append("place IN (SELECT unnest(?))")
        values.append(list(_within(connection, wanted.place)))
    if wanted.source is not None:
        conditions.append("contains(lower(source), lower(?))")
        values.append(wanted.source)
    return conditions, values


def _of_articles(wanted: Wanted) -> tuple[list[str], list[object]]:
    conditions, values = [], list[object]()
    for condition, value in (
        ("published >= ?", wanted.first),
        ("published <= ?", wanted.last),
        ("file = ?", wanted.file),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    return conditions, values


def _all(conditions: Sequence[str]) -> str:
    return " AND ".join(conditions) or "true"


def _within(connection: DuckDBPyConnection, name: str) -> Iterator[str]:
    """The places of facts that are called ``name``, or lie in the place of that name."""
    place = named_place(name)
    wanted = place.key.casefold()
    asked = "SELECT DISTINCT place FROM facts WHERE place IS NOT NULL ORDER BY place"
    for (key,) in connection.execute(asked).fetchall():
        if key.casefold() == wanted or (is_tabled(place) and place.key in _holding(key)):
            yield key


def _holding(key: str) -> Sequence[str]:
    """The places around the one of that key."""
    found = placed_today(named_place(key))
    return around(found) if is_tabled(found) else ()
