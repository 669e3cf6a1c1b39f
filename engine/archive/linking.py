"""Which archived happenings are those of a draft: found by place or name and by day, then told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ..beside import Draft
from ..events import are_surely_one
from ..model import Article, Event, days_after
from ..stories import are_of_one_story
from .keys import EVENT, saying, touching
from .records import event_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["happenings_of", "linked"]

_SLACK = 1
"""Days by which two articles may differ about when it was, as in ``engine.events``."""

_ASKED = """
    WITH
        wanted AS (
            SELECT unnest($drafts) AS draft, unnest($keys::UBIGINT[]) AS key),
        days AS (
            SELECT unnest($numbers) AS draft, unnest($starts::DATE[]) AS starts,
                unnest($ends::DATE[]) AS ends),
        found AS (
            SELECT DISTINCT draft, position FROM wanted JOIN keys USING (key))
    SELECT found.draft, events.event, articles.id, articles.title, articles.text
    FROM found
    JOIN days ON days.draft = found.draft
    JOIN events ON events.position = found.position
        AND events.starts < days.ends AND events.ends > days.starts
    JOIN articles ON articles.number = events.article
    WHERE articles.id IS DISTINCT FROM $own
    ORDER BY found.draft, events.position
"""


def linked(connection: DuckDBPyConnection, draft: Draft) -> Mapping[str, str]:
    """The archived happenings that are those of ``draft``.

    Returns:
        By what a happening is called among all articles, the event of the draft that it is.
    """
    events = [each for each in draft.events if _bounds(each) is not None]
    keys = [(number, key) for number, each in enumerate(events) for key in _keys(each)]
    if not keys:
        return {}
    bounds = [bound for each in events if (bound := _bounds(each)) is not None]
    given = {
        "drafts": [number for number, _ in keys],
        "keys": [key for _, key in keys],
        "numbers": list(range(len(events))),
        "starts": [start for start, _ in bounds],
        "ends": [end for _, end in bounds],
        "own": draft.article.id,
    }
    found: dict[str, str] = {}
    for number, data, name, title, text in connection.execute(_ASKED, given).fetchall():
        event, article = event_of(data), Article(text, title, id=name)
        called = f"{name}/{event.id}"
        one_story = partial(are_of_one_story, draft.article, article)
        if called not in found and are_surely_one(events[number], event, same_story=one_story):
            found[called] = events[number].id
    return found


def happenings_of(found: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """The same the other way round: by event of the draft, what the archive calls it."""
    called: dict[str, list[str]] = {}
    for name, event in found.items():
        called.setdefault(event, []).append(name)
    return called


def _keys(event: Event) -> list[int]:
    keys = [] if event.place is None else touching(EVENT, "place", event.place)
    return keys if event.name is None else [*keys, saying(EVENT, "name", event.name)]


def _bounds(event: Event) -> tuple[date, date] | None:
    """The days within which an archived event may be the same, the last exclusive."""
    if event.time is None or event.time.start is None or event.time.end is None:
        return None
    start, end = days_after(event.time.start, -_SLACK), days_after(event.time.end, _SLACK)
    return None if start is None or end is None else (start, end)
