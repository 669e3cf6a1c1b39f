"""The arithmetic of days: intervals ``[start, end)`` at every grain that copy speaks in.

Weeks run from Monday to Sunday (ISO 8601), a weekend is its Saturday and Sunday, seasons
are whole months (the tables say which), and a winter bears the year in which it begins.
Nothing here knows a word or today's date. Results outside the years 1 to 9999 raise
``ValueError`` or ``OverflowError``, as ``datetime.date`` does.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Literal

from ...model import Precision

__all__ = [
    "Edge",
    "Interval",
    "Toward",
    "Unit",
    "around",
    "century",
    "coming",
    "day",
    "days_in",
    "ending_before",
    "grain",
    "half",
    "last_day",
    "latest",
    "latest_numbered",
    "months_from",
    "nearest",
    "next_numbered",
    "nth_weekday",
    "shift",
    "starting_after",
    "third",
    "unit_at",
    "weekday_on",
    "within",
    "year",
]

Interval = tuple[date, date]
"""Days ``[start, end)``."""

Unit = Literal[
    "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade",
    "century",
]  # fmt: skip
"""What time is counted in; minutes and seconds count as hours."""

Edge = Literal["first", "middle", "last"]
"""A third of an interval: its early, middle or late part."""

Toward = Literal["past", "this", "future"]
"""Where a bare weekday lies: behind, in the same week, or ahead."""

_DAY = timedelta(1)
_PAST_DAYS = 310
_FUTURE_DAYS = 62
_YEARS_AHEAD = 9  # to the next February 29, whatever the century
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SHORT = 7
_MONTH_LIKE = 31
_COUNTED_IN_MONTHS = 36


def grain(unit: Unit) -> Precision:
    """The precision of a time known to one ``unit``."""
    return "span" if unit == "hour" or unit == "fortnight" else unit  # noqa: PLR1714 - narrows


def day(of: date) -> Interval:
    """The one day ``of``."""
    return of, of + timedelta(1)


def last_day(interval: Interval) -> Interval:
    """The last day of an interval."""
    return interval[1] - _DAY, interval[1]


def months_from(first_year: int, first_month: int, count: int = 1) -> Interval:
    """``count`` whole months from ``first_month``, which may lie outside 1 to 12."""
    return _month_start(first_year, first_month), _month_start(first_year, first_month + count)


def year(number: int, count: int = 1) -> Interval:
    """``count`` calendar years from ``number``."""
    return months_from(number, 1, 12 * count)


def century(ordinal: int) -> Interval:
    """The ``ordinal``-th century, the 20th being 1901 to 2000."""
    return year(100 * ordinal - 99, 100)


def _month_start(of_year: int, month: int) -> date:
    years, months = divmod(month - 1, 12)
    return date(of_year + years, months + 1, 1)


def unit_at(of: date, unit: Unit) -> Interval:
    """The calendar ``unit`` that holds the day ``of``; for a weekend, that of its week."""
    if unit == "weekend":
        saturday = of + timedelta(5 - of.weekday())
        return saturday, saturday + timedelta(2)
    if unit in ("week", "fortnight"):
        monday = of - timedelta(of.weekday())
        return monday, monday + timedelta(_DAYS[unit])
    if unit in ("hour", "day"):
        return day(of)
    months = _MONTHS[unit]
    if unit == "century":
        return century((of.year + 99) // 100)
    if unit == "decade":
        return year(of.year - of.year % 10, 10)
    return months_from(of.year, (of.month - 1) // months * months + 1, months)


def shift(of: date, unit: Unit, count: int) -> date:
    """The day ``count`` units after ``of``; the last of a month where it has no such day.

    Hours count as whole days, rounded away from ``of``.
    """
    if unit == "hour":
        return of + timedelta(-(-count // 24) if count > 0 else count // 24)
    if unit in _DAYS:
        return of + timedelta(_DAYS[unit] * count)
    start = _month_start(of.year, of.month + _MONTHS[unit] * count)
    return start.replace(day=min(of.day, monthrange(start.year, start.month)[1]))


@cache
def days_in(unit: Unit, count: int) -> tuple[int, int]:
    """How many days ``count`` units are, at least and at most."""
    if unit == "hour":
        return count // 24, -(-count // 24)
    if unit in _DAYS:
        return _DAYS[unit] * count, _DAYS[unit] * count
    starts = [date(2000 + month // 12, month % 12 + 1, 1) for month in range(48)]
    lengths = [(shift(start, unit, count) - start).days for start in starts]
    return min(lengths), max(lengths)


def weekday_on(weekday: int, published: date, toward: Toward) -> date:
    """The day of a weekday (Monday 0) as copy of the day ``published`` means it.

    Args:
        weekday: which weekday.
        published: the day from which it is said.
        toward: ``past`` is the latest one, that day included; ``future`` the first one
            after it; ``this`` the one in the same week.
    """
    if toward == "this":
        return published + timedelta(weekday - published.weekday())
    if toward == "future":
        return published + timedelta((weekday - published.weekday() - 1) % 7 + 1)
    return published - timedelta((published.weekday() - weekday) % 7)


def next_numbered(number: int, published: date) -> date:
    """The first ``number``-th of a month, that of the day ``published`` included."""
    start = published.replace(day=1)
    for _ in range(12):
        following = _month_start(start.year, start.month + 1)
        if number <= (following - start).days and start.replace(day=number) >= published:
            return start.replace(day=number)
        start = following
    raise ValueError(f"no month has a day {number}")


def latest_numbered(number: int, published: date) -> date:
    """The latest ``number``-th of a month, that of the day ``published`` included."""
    start = published.replace(day=1)
    for _ in range(12):
        last = _month_start(start.year, start.month + 1) - timedelta(1)
        if number <= last.day and start.replace(day=number) <= published:
            return start.replace(day=number)
        start = _month_start(start.year, start.month - 1)
    raise ValueError(f"no month has a day {number}")


def nearest(of: Callable[[int], Interval], published: date) -> Interval:
    """The interval of a year left out, as copy of the day ``published`` means it.

    The middle of the interval lies within 310 days before and 62 days after publication;
    the earlier year is preferred where two fit.

    Args:
        of: gives the interval in a given year; may raise ``ValueError`` where a year lacks it.
        published: the day from which it is said.

    Raises:
        ValueError: when no year fits, as for a February 29.
    """
    for number in (published.year - 1, published.year, published.year + 1):
        try:
            start, end = of(number)
        except ValueError:
            continue
        middle = start + (end - start) // 2
        if -_PAST_DAYS <= (middle - published).days <= _FUTURE_DAYS:
            return start, end
    raise ValueError("no year fits")


def coming(of: Callable[[int], Interval], published: date) -> Interval:
    """The interval of a year left out that lies ahead: the first not over on ``published``.

    Raises:
        ValueError: when no year has it.
    """
    for number in range(published.year - 1, published.year + _YEARS_AHEAD):
        try:
            start, end = of(number)
        except ValueError:
            continue
        if end > published:
            return start, end
    raise ValueError("no year fits")


def latest(of: Callable[[int], Interval], published: date) -> Interval:
    """The interval of a year left out that lies behind: the latest begun by ``published``.

    A day is allowed for, since the world has more than one date.

    Raises:
        ValueError: when no year has it.
    """
    for number in range(published.year + 1, published.year - _YEARS_AHEAD, -1):
        try:
            start, end = of(number)
        except ValueError:
            continue
        if start <= published + _DAY:
            return start, end
    raise ValueError("no year fits")


def around(of: Callable[[int], Interval], published: date) -> Interval:
    """The interval that holds the day ``published``, else that of its calendar year."""
    for number in (published.year - 1, published.year):
        start, end = of(number)
        if start <= published < end:
            return start, end
    return of(published.year)


def ending_before(of: Callable[[int], Interval], published: date) -> Interval:
    """The latest interval, one a year, that was over by the day ``published``."""
    for number in (published.year, published.year - 1):
        start, end = of(number)
        if end <= published:
            return start, end
    return of(published.year - 2)


def starting_after(of: Callable[[int], Interval], published: date) -> Interval:
    """The first interval, one a year, that begins after the day ``published``."""
    start, end = of(published.year)
    return (start, end) if start > published else of(published.year + 1)


def third(interval: Interval, edge: Edge) -> Interval:
    """The early, middle or late part of an interval.

    Of a month the days 1 to 10, 11 to 20 and 21 to its end; of longer intervals about a
    third, in whole months up to a few years and in whole years beyond. A week or less is
    returned whole: copy is no more exact than that.
    """
    start, end = interval
    length = (end - start).days
    if length <= _SHORT:
        return interval
    if length <= _MONTH_LIKE:
        cuts = (start, start + timedelta(10), start + timedelta(20), end)
    else:
        months = 12 * (end.year - start.year) + end.month - start.month
        step: Unit = "month" if months <= _COUNTED_IN_MONTHS else "year"
        steps = months if step == "month" else months // 12
        first, second = (shift(start, step, round(steps * part / 3)) for part in (1, 2))
        cuts = (start, first, second, end)
    index = {"first": 0, "middle": 1, "last": 2}[edge]
    return cuts[index], cuts[index + 1]


def within(interval: Interval, unit: Unit, first: int, count: int = 1) -> Interval:
    """``count`` units inside an interval, from the ``first`` (0 the first, -1 the last).

    "The second week of March" is its days 8 to 14, "the last three months of 2021" is
    October to December.

    Raises:
        ValueError: when they do not lie inside.
    """
    start, end = interval
    if first < 0:
        found = shift(end, unit, -count), end
    else:
        found = shift(start, unit, first), shift(start, unit, first + count)
    if not start <= found[0] < found[1] <= end:
        raise ValueError("not inside the interval")
    return found


def nth_weekday(interval: Interval, weekday: int, ordinal: int) -> Interval:
    """The ``ordinal``-th day of a weekday (Monday 0) in an interval, from 1, or the last (-1).

    Raises:
        ValueError: when it has no such day.
    """
    start, end = interval
    if ordinal < 0:
        found = weekday_on(weekday, end - _DAY, "past") + timedelta(7 * (ordinal + 1))
    else:
        found = weekday_on(weekday, start - _DAY, "future") + timedelta(7 * (ordinal - 1))
    if not start <= found < end:
        raise ValueError("not inside the interval")
    return day(found)


def half(interval: Interval, which: int) -> Interval:
    """The first (0) or last (1 or -1) half of an interval, in whole months where it has two."""
    start, end = interval
    months = 12 * (end.year - start.year) + end.month - start.month
    middle = shift(start, "month", months // 2) if months > 1 else start + (end - start) / 2
    return (start, middle) if which == 0 else (middle, end)
