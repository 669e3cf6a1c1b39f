"""What the words of a date say: its slots, their values, and days computed from them.

The ``dateparser`` package reads the day and month of an absolute date and resolves "two weeks
ago"; it is imported when the first of these is met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from ...model import Anchor, Precision, TimeSpan
from . import calendar
from .calendar import Interval, Unit
from .forms import forms
from .templates import Number

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = [
    "AGO_GRAIN",
    "Clock",
    "Direction",
    "Meaning",
    "Meant",
    "Offset",
    "Said",
    "bounds",
    "digits",
    "latest_year",
    "month_and_day",
    "numeral",
    "span",
    "units_ago",
]

Direction = Literal["before", "after", "at", "since", "until"]
"""Where a time lies from the event that it is told from."""

_POSIX_PIVOT = 69
_NOON = 12

# dateparser takes some 0.4 ms to answer, and answers are remembered: this bounds a long text.
_MOST_ASKED = 99

# How each unit is put to dateparser, which has no fortnights and quarters.
_ASKED: Mapping[Unit, tuple[str, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
}

AGO_GRAIN: Mapping[Unit, Unit] = {
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "year",
    "century": "decade",
}
"""How exact it is to say that something was so many units ago."""


@dataclass(frozen=True, slots=True)
class Offset:
    """A time told from an event in the text: "a day after", "since the invasion".

    Attributes:
        direction: where the time lies from the event.
        low: days from it, at least; ``None`` when no amount is said.
        high: days from it, at most; ``None`` when no amount or no bound is said.
    """

    direction: Direction
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes after local midnight, and the zone as written."""

    minute: int
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """What a date says; the attributes are those of ``DateMention``."""

    time: TimeSpan | None = None
    offset: Offset | None = None
    weekday: int | None = None
    day: date | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """The slots of a form as they stand in the copy, and the day it speaks from."""

    slots: Mapping[str, str]
    published: date | None

    def __contains__(self, name: str) -> bool:
        return name in self.slots

    def __getitem__(self, name: str) -> str:
        return self.slots[name]

    def value(self, table: str) -> Number:
        """What the table stands for the word in the slot of its name."""
        return forms().value(table, self.slots[table])

    def whole(self, table: str) -> int:
        """``value`` of a table of integers."""
        return cast(int, self.value(table))

    def pair(self, table: str) -> tuple[int, int]:
        """``value`` of a table of pairs of integers."""
        return cast(tuple[int, int], self.value(table))

    def unit(self, table: str) -> Unit:
        """``value`` of a table of units."""
        return cast(Unit, self.value(table))

    @property
    def weekday(self) -> int | None:
        """The weekday, Monday 0, where one is said."""
        return self.whole("weekday") if "weekday" in self else None

    @property
    def amount(self) -> tuple[int, int]:
        """How many units are said, at least and at most; one where no amount is said."""
        if "vague" in self:
            return self.pair("vague")
        low = numeral(self["low"]) if "low" in self else 1
        return low, numeral(self["most"]) if "most" in self else low

    def told(self, compute: Callable[[date], Interval], precision: Precision) -> TimeSpan | None:
        """A time told from the day of publication; ``None`` where that is not known."""
        if self.published is None:
            return None
        published = self.published
        return span(lambda: compute(published), precision, "publication")

    def in_year(self, of: Callable[[int], Interval], precision: Precision) -> TimeSpan | None:
        """What comes once a year, in the year that is said or left out."""
        if "year" in self:
            return span(lambda: of(int(self["year"])), precision, "stated")
        if "short_year" in self:
            year = _full_year(digits(self["short_year"]), self.published)
            return span(lambda: of(year), precision, "stated")
        if "year_which" in self:
            years = self.whole("year_which")
            return self.told(lambda day: of(day.year + years), precision)
        return self.told(lambda day: calendar.nearest(of, day), precision)

    def which(self, of: Callable[[int], Interval], precision: Precision) -> TimeSpan | None:
        """What comes once a year: the last, this or the next one."""
        choose = (calendar.around, calendar.starting_after, calendar.ending_before)
        return self.told(lambda day: choose[self.whole("which")](of, day), precision)


Meaning = Callable[[Said], Meant | None]
"""What a form means; ``None`` where the words, though of the form, do not mean it."""


def span(compute: Callable[[], Interval], precision: Precision, anchor: Anchor) -> TimeSpan | None:
    """The computed days as a time; ``None`` where there are no such days."""
    try:
        start, end = compute()
    except (ValueError, OverflowError):
        return None
    return TimeSpan(start, end, precision, anchor)


def bounds(time_span: TimeSpan) -> Interval:
    """The days of a time that has both ends."""
    return cast(Interval, (time_span.start, time_span.end))


def digits(said: str) -> int:
    """The digits of "24th" or "'88"."""
    return int(re.sub(r"\D", "", said))


def numeral(said: str) -> int:
    """A number in digits or words; "twenty-five" is the sum of its parts."""
    if said.isdecimal():
        return int(said)
    try:
        return cast(int, forms().value("number", said))
    except KeyError:
        return sum(cast(int, forms().value("number", part)) for part in re.split(r"[\s–-]+", said))


def _full_year(two_digits: int, published: date | None) -> int:
    if published is not None:
        return latest_year(two_digits, published)
    return two_digits + (1900 if two_digits >= _POSIX_PIVOT else 2000)


def latest_year(two_digits: int, published: date) -> int:
    """The latest year not after publication that ends in the two digits."""
    return published.year - (published.year - two_digits) % 100


@lru_cache(maxsize=1024)
def month_and_day(month: str, day: int) -> date | None:
    """The day in the leap year 2000; ``None`` where the month has no such day."""
    return _parsed(f"{day} {month.rstrip('.')} 2000", date(2000, 12, 31))


@lru_cache(maxsize=4096)
def _parsed(words: str, told_from: date) -> date | None:
    """What ``dateparser`` makes of ``words`` when they are told from a day."""
    found = _parser(told_from).get_date_data(words).date_obj
    return found.date() if found else None


@lru_cache(maxsize=64)
def _parser(told_from: date) -> DateDataParser:
    from dateparser.date import DateDataParser

    base = datetime.combine(told_from, time(_NOON))
    return DateDataParser(languages=["en"], settings={"RELATIVE_BASE": base})


def units_ago(count: int, unit: Unit, told_from: date) -> Interval:
    """The days of ``count`` units before another day, to the grain of ``AGO_GRAIN``.

    Raises:
        ValueError: when there are no such days.
    """
    asked, times = _ASKED[unit]
    if count > _MOST_ASKED:
        there: date | None = calendar.shift(told_from, unit, -count)
    else:
        there = _parsed(f"{count * times} {asked}s ago", told_from)
    if there is None:
        raise ValueError("before the first year")
    return calendar.unit_at(there, AGO_GRAIN[unit])
