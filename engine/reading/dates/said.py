"""What the words of a date say: its slots, their values, and days computed from them.

The ``dateparser`` package reads a date of three numbers; it is imported when one is met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from ...model import Anchor, Inferred, Precision, TimeSpan
from . import calendar
from .calendar import Interval, Unit
from .forms import forms
from .templates import Number
from .tense import Lies

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
    "three_numbers",
    "units_ago",
]

Direction = Literal["before", "after", "at", "since", "until"]
"""Where a time lies from the event that it is told from."""

_POSIX_PIVOT = 69
_DAYS = 31

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
        unit: what it is counted in; ``None`` when no exact amount is said.
        count: how many of them.
    """

    direction: Direction
    low: int | None = None
    high: int | None = None
    unit: Unit | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        hour: 0 to 23.
        minute: 0 to 59.
        zone: as written.
        offsets: what the zone may be ahead of UTC, in minutes: one where that is known, two
            where it depends on the day or the country ("ET", "IST"), none for "local time"
            and where no zone is said.
    """

    hour: int
    minute: int = 0
    zone: str | None = None
    offsets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a date says; the attributes are those of ``DateMention``."""

    time: TimeSpan | None = None
    offset: Offset | None = None
    weekday: int | None = None
    day: date | None = None
    clock: Clock | None = None
    running: bool = False
    years_ago: int = 0
    impossible: bool = False


def _untold() -> None:
    """Where a date lies of which no verb is known."""


@dataclass(frozen=True, slots=True)
class Said:
    """The slots of a form as they stand in the copy, and how it is told.

    Attributes:
        slots: what stands in each.
        published: the day from which it is told.
        telling: where the verb that governs it puts it, looked for when it is asked for.
    """

    slots: Mapping[str, str]
    published: date | None
    telling: Callable[[], Lies | None] = _untold

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

    def within(self, slots: Mapping[str, str]) -> Said:
        """Other slots, told alike."""
        return Said(slots, self.published, self.telling)

    def untensed(self) -> Said:
        """The same, whatever the verb says."""
        return Said(self.slots, self.published)

    @property
    def ahead(self) -> bool:
        """Whether it lies ahead of the day of publication."""
        return self.telling() == "ahead"

    @property
    def weekday(self) -> int | None:
        """The weekday, Monday 0, where one is said."""
        return self.whole("weekday") if "weekday" in self else None

    @property
    def amount(self) -> tuple[int, int]:
        """How many units are said, at least and at most; one where no amount is said."""
        for table in ("vague", "spelt_years", "spelt_months"):
            if table in self:
                return self.pair(table)
        low = numeral(self["low"]) if "low" in self else 1
        return low, numeral(self["most"]) if "most" in self else low

    def told(
        self,
        compute: Callable[[date], Interval],
        precision: Precision,
        inferred: Inferred = "nothing",
    ) -> TimeSpan | None:
        """A time told from the day of publication; ``None`` where that is not known."""
        if self.published is None:
            return None
        published = self.published
        return span(lambda: compute(published), precision, "publication", inferred)

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
        if self.published is None:
            return None
        choose = _CHOICES[self.telling()]
        return self.told(lambda day: choose(of, day), precision, "year")

    def which(self, of: Callable[[int], Interval], precision: Precision) -> TimeSpan | None:
        """What comes once a year: the last, this or the next one."""
        choose = (calendar.around, calendar.starting_after, calendar.ending_before)
        return self.told(lambda day: choose[self.whole("which")](of, day), precision)


Meaning = Callable[[Said], Meant | None]
"""What a form means; ``None`` where the words, though of the form, do not mean it."""


_CHOICES: Mapping[Lies | None, Callable[[Callable[[int], Interval], date], Interval]] = {
    "behind": calendar.latest,
    "ahead": calendar.coming,
    None: calendar.nearest,
}


def span(
    compute: Callable[[], Interval],
    precision: Precision,
    anchor: Anchor,
    inferred: Inferred = "nothing",
) -> TimeSpan | None:
    """The computed days as a time; ``None`` where there are no such days."""
    try:
        start, end = compute()
    except (ValueError, OverflowError):
        return None
    return TimeSpan(start, end, precision, anchor, inferred)


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


def month_and_day(month: int, day: int) -> date | None:
    """The day in the leap year 2000; ``None`` where the month has no such day."""
    try:
        return date(2000, month, day)
    except ValueError:
        return None


def three_numbers(said: str) -> Interval:
    """The day of "12/2/2022", month first, or "2.12.2022", day first.

    Raises:
        ValueError: when there is no such day.
    """
    first, second, year = map(int, re.split("[/.]", said))
    in_leap_year = _day_of_leap_year(first, second, "MDY" if "/" in said else "DMY")
    if in_leap_year is None:
        raise ValueError("no such day")
    return calendar.day(in_leap_year.replace(year=year))


@lru_cache(maxsize=2048)  # dateparser takes some 0.4 ms to answer: this bounds a long text
def _day_of_leap_year(first: int, second: int, order: str) -> date | None:
    if max(first, second) > _DAYS:
        return None
    from dateparser.date import DateDataParser

    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    parser = DateDataParser(languages=["en"], settings=settings)
    found = parser.get_date_data(f"{first}/{second}/2000").date_obj
    return found.date() if found else None


def units_ago(count: int, unit: Unit, told_from: date) -> Interval:
    """The days of ``count`` units before another day, to the grain of ``AGO_GRAIN``.

    Raises:
        ValueError: when there are no such days; likewise ``OverflowError``.
    """
    return calendar.unit_at(calendar.shift(told_from, unit, -count), AGO_GRAIN[unit])
