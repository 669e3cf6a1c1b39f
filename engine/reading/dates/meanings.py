"""What each form of a date means: one function a meaning, from slots to days.

The names are those of ``facts/words/calendar.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from ...model import Anchor, TimeSpan
from . import calendar
from .amounts import AMOUNTS
from .calendar import Edge, Interval, Unit
from .days import DAYS
from .events import EVENTS
from .forms import forms
from .reporting import REPORTING
from .said import (
    Meaning,
    Meant,
    Said,
    bounds,
    digits,
    latest_year,
    month_and_day,
    numeral,
    span,
    three_numbers,
)

__all__ = ["MEANINGS"]

_LAST_OF_CENTURY = 99
_DECADES_AS_SUCH = 2000
_CENTURIES = 21
_LEAP_DAY = (2, 29)
_YEARLESS = ("date", "named_month")


def _read(period: str, said: Said) -> tuple[Meant, str, Said] | None:
    """A period inside another form: what it means, by which meaning, from which slots."""
    for form, slots in forms().periods(period):
        inner = said.within(slots)
        meant = MEANINGS[form.meaning](inner)
        if meant is not None:
            return meant, form.meaning, inner
    return None


# Absolute dates


def _date(said: Said) -> Meant:
    found = month_and_day(said.whole("month"), digits(said["day"]))
    if found is None:
        return Meant(weekday=said.weekday, impossible=True)
    leap = found
    when = said.in_year(lambda year: calendar.day(leap.replace(year=year)), "day")
    if when is not None and when.inferred == "year":
        when = _by_weekday(when, said)
    day = when.start if when else None
    return Meant(when, weekday=said.weekday, day=day, impossible=not when and "year" in said)


def _by_weekday(when: TimeSpan, said: Said) -> TimeSpan:
    """``when``, or the same day of the year in which it is nearest, where the weekday says so."""
    start, published = when.start, said.published
    if start is None or said.weekday in (None, start.weekday()) or published is None:
        return when
    if (start.month, start.day) == _LEAP_DAY or not date.min.year < published.year < date.max.year:
        return when
    years = (start.replace(year=published.year + by) for by in (-1, 0, 1))
    nearest = min(years, key=lambda each: abs((each - published).days))
    if nearest.weekday() != said.weekday:
        return when
    return replace(when, start=nearest, end=nearest + timedelta(1))


def _numeric_date(said: Said) -> Meant | None:
    if "iso" in said:
        year, month, day = map(int, re.split("[-/]", said["iso"]))
        when = span(lambda: calendar.day(date(year, month, day)), "day", "stated")
    else:
        when = span(lambda: three_numbers(said["three_numbers"]), "day", "stated")
    return Meant(when, day=when.start) if when else None


def _month(said: Said) -> Meant:
    return Meant(said.in_year(_month_in(said), "month"))


def _month_in(said: Said) -> Callable[[int], Interval]:
    month = said.whole("month")
    return lambda year: calendar.months_from(year, month)


def _season(said: Said) -> Meant:
    return Meant(said.in_year(_season_in(said), "season"))


def _season_in(said: Said) -> Callable[[int], Interval]:
    first, count = said.pair("season")
    return lambda year: calendar.months_from(year, first, count)


def _named_year(said: Said) -> Meant:
    return Meant(said.in_year(calendar.year, "year"))


def _year_pair(said: Said) -> Meant | None:
    first = int(said["year"])
    last = first // 100 * 100 + int(said["last_digits"])
    if first % 100 == _LAST_OF_CENTURY:
        last += 100
    if last <= first:
        return None
    return Meant(span(lambda: calendar.year(first, last - first + 1), "span", "stated"))


def _decade(said: Said) -> Meant:
    if "short_decade" in said or "decade_word" in said:
        worded = "decade_word" in said
        tens = said.whole("decade_word") if worded else int(said["short_decade"])
        return Meant(said.told(lambda day: calendar.year(latest_year(tens, day), 10), "decade"))
    first = int(said["decade"])
    if first % 100 == 0 and first < _DECADES_AS_SUCH:
        return Meant(span(lambda: calendar.year(first, 100), "century", "stated"))
    return Meant(span(lambda: calendar.year(first, 10), "decade", "stated"))


def _century(said: Said) -> Meant | None:
    if "century_digits" in said:
        ordinal = int(said["century_digits"])
    else:
        ordinal = said.whole("century_ordinal")
    if not 1 <= ordinal <= _CENTURIES:
        return None
    return Meant(span(lambda: calendar.century(ordinal), "century", "stated"))


# Periods told from the day of publication


def _relative(said: Said) -> Meant:
    unit = said.unit("calendar_unit")
    table = next((name for name in ("which", "next_but_one") if name in said), None)
    count = said.whole(table) if table else 0
    return Meant(
        said.told(
            lambda day: calendar.unit_at(calendar.shift(day, unit, count), unit),
            calendar.grain(unit),
        )
    )


def _week_of(said: Said) -> Meant:
    return _week_at(said, "first", lambda day: calendar.unit_at(day, "week"))


def _week_from(said: Said) -> Meant:
    return _week_at(said, "first", lambda day: (day, calendar.shift(day, "week", 1)))


def _week_to(said: Said) -> Meant:
    def of(day: date) -> Interval:
        return calendar.shift(day, "week", -1) + timedelta(1), day + timedelta(1)

    return _week_at(said, "last", of)


def _week_at(said: Said, slot: str, of: Callable[[date], Interval]) -> Meant:
    read = _read(said[slot], said)
    time = read[0].time if read else None
    if time is None:
        return Meant()
    day = bounds(time)[0]
    return Meant(span(lambda: of(day), "week", time.anchor, time.inferred))


def _day_of_week(said: Said) -> Meant | None:
    read = _read(said["period"], said)
    time = read[0].time if read else None
    if time is None:
        return Meant(weekday=said.weekday) if read else None
    if time.precision != "week":
        return None
    start, weekday = bounds(time)[0], said.whole("weekday")
    found = start + timedelta((weekday - start.weekday()) % 7)
    return Meant(
        replace(time, start=found, end=found + timedelta(1), precision="day"), weekday=weekday
    )


def _relative_month(said: Said) -> Meant:
    return Meant(said.which(_month_in(said), "month"))


def _relative_season(said: Said) -> Meant:
    return Meant(said.which(_season_in(said), "season"))


# Parts of periods


def _part_of(said: Said) -> Meant | None:
    read = _read(said["period"], said)
    if read is None or read[0].time is None:
        return read[0] if read else None
    period = read[0].time
    edge = cast(Edge, said.value("part" if "part" in said else "edge"))
    part = calendar.third(bounds(period), edge)
    if part == bounds(period):
        return read[0]
    return Meant(TimeSpan(*part, "span", period.anchor, period.inferred))


def _nth(said: Said) -> Meant | None:
    read = _read(said["period"], said)
    if read is None or read[0].time is None:
        return read[0] if read else None
    period = read[0].time
    unit = said.unit("counted_unit")
    ordinal = next(
        said.whole(table)
        for table in ("ordinal", "opening", "quarter_code", "half_code")
        if table in said
    )
    count = numeral(said["count"]) if "count" in said else 1
    first = ordinal - 1 if ordinal > 0 else ordinal
    if unit == "half":
        part = span(
            lambda: calendar.half(bounds(period), first), "span", period.anchor, period.inferred
        )
        of_year = period.precision == "year"
        return Meant(replace(part, precision="half") if part and of_year else part)
    precision = calendar.grain(unit) if count == 1 else "span"
    return Meant(
        span(
            lambda: calendar.within(bounds(period), unit, first, count),
            precision,
            period.anchor,
            period.inferred,
        )
    )


def _nth_weekday(said: Said) -> Meant | None:
    read = _read(said["period"], said)
    period = read[0].time if read else None
    if period is None:
        return Meant(weekday=said.weekday) if read else None
    if period.precision not in ("month", "year"):
        return None
    weekday, ordinal = said.whole("weekday"), said.whole("ordinal")
    when = span(
        lambda: calendar.nth_weekday(bounds(period), weekday, ordinal),
        "day",
        period.anchor,
        period.inferred,
    )
    return Meant(when, weekday=weekday)


def _cut(said: Said) -> Meant | None:
    read = _read(said["period"], said)
    if read is None or read[0].time is None or said.published is None:
        return read[0] if read else None
    start, end = bounds(read[0].time)
    if read[0].time.precision == "day" or not start <= said.published < end:
        return read[0]
    past = said.value("cut") == "past"
    return Meant(said.told(lambda day: (start, day + timedelta(1)) if past else (day, end), "span"))


# Ranges


def _day_range(said: Said) -> Meant | None:
    first = month_and_day(said.whole("month"), digits(said["day"]))
    last = month_and_day(said.whole("month"), digits(said["last_day"]))
    if first is None or last is None or last <= first:
        return None
    start, end = first, last
    when = said.in_year(
        lambda year: (start.replace(year=year), end.replace(year=year) + timedelta(1)), "span"
    )
    return Meant(when, weekday=said.weekday)


def _day_pair(said: Said) -> Meant | None:
    neighbours = digits(said["last_day"]) == digits(said["day"]) + 1
    return _day_range(said) if neighbours else None


def _range(said: Said) -> Meant | None:
    first_read = _read(said["first"], said)
    last_read = _read(said["last"], said)
    if first_read is None or last_read is None:
        return None
    first, last = _borrowing(first_read, last_read), _borrowing(last_read, first_read)
    if first is None or last is None:
        return Meant()
    (start, _), (last_start, end) = bounds(first), bounds(last)
    if start >= last_start:
        cycle: Unit = "week" if first_read[1] == "named_weekday" else "year"
        if "year" in first_read[2] or said.ahead:
            last_start, end = (calendar.shift(day, cycle, 1) for day in (last_start, end))
        else:
            start = calendar.shift(start, cycle, -1)
    if start >= last_start:
        return None
    anchor: Anchor = "stated" if first.anchor == last.anchor == "stated" else "publication"
    inferred = first.inferred if first.inferred != "nothing" else last.inferred
    return Meant(TimeSpan(start, end, "span", anchor, inferred))


def _borrowing(read: tuple[Meant, str, Said], other: tuple[Meant, str, Said]) -> TimeSpan | None:
    """The time of one end of a range, in the other's year where it says none itself."""
    meant, meaning, said = read
    when = other[0].time
    if meaning not in _YEARLESS or "year" in said or when is None or when.anchor != "stated":
        return meant.time
    year = {"year": str(bounds(when)[0].year)}
    borrowed = MEANINGS[meaning](said.within({**said.slots, **year}))
    return borrowed.time if borrowed else None


def _up_to(said: Said) -> Meant | None:
    read = _read(said["last"], said)
    if read is None or read[0].time is None:
        return read[0] if read else None
    time, unit, most = read[0].time, said.unit("unit"), said.amount[1]
    end = bounds(time)[1]
    return Meant(
        span(lambda: (calendar.shift(end, unit, -most), end), "span", time.anchor, time.inferred)
    )


_MEANINGS: Mapping[str, Meaning] = {
    "date": _date,
    "numeric_date": _numeric_date,
    "dated_month": _month,
    "named_month": _month,
    "month_of_year": _month,
    "named_year": _named_year,
    "year_pair": _year_pair,
    "decade": _decade,
    "century": _century,
    "dated_season": _season,
    "named_season": _season,
    "relative": _relative,
    "relative_month": _relative_month,
    "relative_season": _relative_season,
    "this_unit": _relative,
    "week_of": _week_of,
    "week_from": _week_from,
    "week_to": _week_to,
    "day_of_week": _day_of_week,
    "part_of": _part_of,
    "nth": _nth,
    "nth_weekday": _nth_weekday,
    "cut": _cut,
    "day_range": _day_range,
    "day_pair": _day_pair,
    "range": _range,
    "up_to": _up_to,
    **AMOUNTS,
    **DAYS,
    **EVENTS,
    **REPORTING,
}


def _in_calendar(meaning: Meaning) -> Meaning:
    """``meaning``, which means nothing where the calendar has no such day: the year 0."""

    def meant(said: Said) -> Meant | None:
        try:
            return meaning(said)
        except (ValueError, OverflowError):
            return None

    return meant


MEANINGS = {name: _in_calendar(meaning) for name, meaning in _MEANINGS.items()}
"""What each meaning of the calendar file does."""
