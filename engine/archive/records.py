"""What stands in the rows of an archive, and what is made of them again.

A fact or an event stands whole as JSON, as ``Report.to_json`` has it, beside the few columns by
which it is listed. Places come back with the numbers that today's tables give them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from ..model import Article, Event, Fact, Place, Provenance, TimeSpan
from ..report.json import json_value
from ..report.whole import event_from, fact_from, whole_event, whole_fact
from .keys import placed_today

__all__ = [
    "ARTICLE_COLUMNS", "MOST_ENTRIES", "Record", "article_of", "article_row", "digest_of",
    "event_of", "event_rows", "fact_of", "fact_rows", "named_among_all",
]  # fmt: skip

MOST_ENTRIES = 2**20
"""The position of a fact or an event: that of its article so many times, and its number there."""

ARTICLE_COLUMNS = "id, title, published, text, file, line, added_by, added_at"
"""What ``article_of`` makes an article of, in order."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article as it is kept.

    Attributes:
        article: the copy, with an id and how it came into the archive.
        facts: what was read of it, with ids from ``f1``.
        events: the happenings that these are about.
        digest: what tells its text from others; see ``digest_of``.
    """

    article: Article
    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    digest: str

    @property
    def provenance(self) -> Provenance:
        """How it came into the archive."""
        assert self.article.archived is not None  # noqa: S101 - what makes a record sees to it
        return self.article.archived


def digest_of(article: Article, stated: Sequence[Fact] | None = None) -> str:
    """The same for two articles that are alike in headline, day, text and what is stated of them.

    Args:
        article: the copy.
        stated: its facts, where somebody handed them over.
    """
    said: list[object] = [article.title, article.published, article.text]
    if stated is not None:
        said.append([{**whole_fact(fact), "article": None} for fact in stated])
    return sha256(json_value(said).encode()).hexdigest()


def article_row(record: Record, number: int) -> tuple[object, ...]:
    """The row of an article, in the order of the table's columns."""
    article, came = record.article, record.provenance
    return (
        number, article.id, article.title, article.published, article.text, record.digest,
        came.file, came.line, came.by, came.at,
    )  # fmt: skip


def event_rows(record: Record, number: int) -> Iterator[tuple[object, ...]]:
    """The rows of the events of an article."""
    for position, event in enumerate(record.events, start=number * MOST_ENTRIES):
        place = None if event.place is None else event.place.key
        data = json_value(whole_event(event))
        yield position, number, event.id, event.class_, place, *_days(event.time), data


def fact_rows(record: Record, number: int) -> Iterator[tuple[object, ...]]:
    """The rows of the facts of an article."""
    for position, fact in enumerate(record.facts, start=number * MOST_ENTRIES):
        places = (each.key for each in fact.fields.values() if isinstance(each, Place))
        source = None if fact.source is None else fact.source.key
        yield (
            position, number, fact.id, fact.kind, fact.text, next(places, None),
            *_days(fact.time), source, fact.event, json_value(whole_fact(fact)),
        )  # fmt: skip


def _days(time: TimeSpan | None) -> tuple[date | None, date | None]:
    """The first day, and the day after the last."""
    return (None, None) if time is None else (time.start, time.end)


def article_of(row: Sequence[Any], archive: str) -> Article:
    """The article of a row of ``ARTICLE_COLUMNS`` in the archive of that name."""
    name, title, published, text, file, line, added_by, added_at = row
    came = Provenance(archive, added_by, added_at, file, line)
    return Article(text, title, published, name, archived=came)


def fact_of(data: str) -> Fact:
    """The fact of a row; errors as for ``fact_from``."""
    fact = fact_from(_parsed(data))
    placed = {k: placed_today(v) for k, v in fact.fields.items() if isinstance(v, Place)}
    return replace(fact, fields=MappingProxyType({**fact.fields, **placed})) if placed else fact


def event_of(data: str) -> Event:
    """The event of a row; errors as for ``event_from``."""
    event = event_from(_parsed(data))
    return event if event.place is None else replace(event, place=placed_today(event.place))


def named_among_all(fact: Fact) -> Fact:
    """``fact`` by the id that it has among all facts of an archive, as ``wire-7#f3``."""
    part_of = None if fact.part_of is None else f"{fact.article}#{fact.part_of}"
    return replace(fact, id=f"{fact.article}#{fact.id}", part_of=part_of)


def _parsed(data: str) -> Any:  # noqa: ANN401 - whatever it holds
    return json.loads(data, parse_float=Decimal, parse_int=Decimal)
