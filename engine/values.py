"""What a field of a fact may hold: numbers, times, names and places as the copy has them."""

from __future__ import annotations

import copyreg
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from .errors import DateError

__all__ = [
    "Anchor",
    "Hedge",
    "Inferred",
    "Name",
    "Part",
    "Place",
    "Precision",
    "Quantity",
    "Span",
    "TimeSpan",
    "Value",
    "days_after",
    "iso_day",
]

Part = Literal["title", "text"]
"""Which part of an article an offset counts in."""

Hedge = Literal["about", "at least", "over", "at most", "under", "between"]
"""How a number was qualified; no hedge at all means that it was stated exactly."""

Precision = Literal[
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "span",
]  # fmt: skip
"""The grain at which a time was stated; ``span`` is an explicit range."""

Anchor = Literal["stated", "publication", "event"]
"""What fixes a time: its own words, the day of publication, or another event in the text."""

Inferred = Literal["nothing", "week", "month", "year"]
"""What of a time the copy leaves out and belie chose: the year of "in May", say."""


class Span(NamedTuple):
    """A half-open interval of code points, ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: a closed interval, an open end being ``None``.

    "at least 40" is ``40, None``; "up to 40" is ``None, 40``; "about 40" is ``40, 40``
    with the hedge ``about``. ``unit`` is ``None`` for a bare count.
    """

    low: Decimal | None
    high: Decimal | None
    hedge: Hedge | None = None
    unit: str | None = None


def iso_day(day: object) -> date:
    """The day that is given, a string being in ISO form; a time of day is dropped.

    Raises:
        DateError: when it is none.
    """
    try:
        given = datetime.fromisoformat(day.strip()) if isinstance(day, str) else day
    except ValueError:
        given = None
    if isinstance(given, date):
        return date(given.year, given.month, given.day)
    raise DateError(f"{day!r} is no date; write it as 2022-12-02")


def days_after(day: date, count: int) -> date | None:
    """The day ``count`` days after ``day``; none, as an open end, where the calendar has no such.

    The calendar ends with 9999-12-31, which often stands for "no end", and begins with year 1.
    """
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days ``[start, end)`` in which something held or happened; an open end is ``None``.

    Attributes:
        start: the first day.
        end: the day after the last.
        precision: the grain at which it was stated.
        anchor: what fixes it.
        inferred: which of its parts is not stated, and may be another.
    """

    start: date | None
    end: date | None
    precision: Precision
    anchor: Anchor = "stated"
    inferred: Inferred = "nothing"

    @classmethod
    def of_publication(cls, day: date) -> TimeSpan:
        """The one day on which an article was published."""
        return cls(day, days_after(day, 1), "day", "publication")

    def is_before(self, other: TimeSpan) -> bool:
        """Whether this is known to be over when ``other`` begins."""
        return self.end is not None and other.start is not None and self.end <= other.start

    def is_apart(self, other: TimeSpan) -> bool:
        """Whether the two are known to share no day."""
        return self.is_before(other) or other.is_before(self)


@dataclass(frozen=True, slots=True)
class Name:
    """Someone or something that acts, or a group of people.

    Attributes:
        key: the same for every way of naming it.
        text: the article's own words.
        named: whether the copy names it; "the rebels" may be anybody's.
    """

    key: str
    text: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A place, nested by a pair of numbers.

    A place lies within another exactly when its ``[first, last]`` lies inside the
    other's. Places that the tables do not know get a pair of their own, so that they
    touch only themselves.
    """

    key: str
    text: str
    first: int
    last: int

    def holds(self, other: Place) -> bool:
        """Whether ``other`` lies within this, or is the same."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: Place) -> bool:
        """Whether one of the two holds the other."""
        return self.holds(other) or other.holds(self)


Value = str | Name | Place | Quantity | TimeSpan
"""What a field of a fact may hold; an unknown field holds ``None`` instead."""


def _frozen(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


# What cannot be changed in a report or a plan is such a mapping, which Python does not pickle.
copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))
