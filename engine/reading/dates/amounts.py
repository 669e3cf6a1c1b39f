"""Amounts of time told from the day of publication: meanings such as "two weeks ago".

The names are those of ``facts/words/calendar.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from ...model import TimeSpan
from . import calendar
from .calendar import Interval, Unit
from .said import AGO_GRAIN, Meaning, Meant, Said, units_ago

__all__ = ["AMOUNTS"]


def _ago(said: Said) -> Meant:
    (low, high), unit = said.amount, said.unit("unit")
    if unit == "hour":
        low, high, unit = calendar.days_in(unit, low)[0], calendar.days_in(unit, high)[1], "day"
    if "bound" in said:
        return Meant(_ago_bounded(said, low, high, unit))
    if low == high:
        grain = calendar.grain(AGO_GRAIN[unit])
        told = said.told(lambda day: units_ago(low, unit, day), grain)
        return Meant(told, years_ago=low if unit == "year" else 0)
    return Meant(
        said.told(lambda day: (units_ago(high, unit, day)[0], units_ago(low, unit, day)[1]), "span")
    )


def _ago_bounded(said: Said, low: int, high: int, unit: Unit) -> TimeSpan | None:
    """More than, or less than, so many units ago."""
    if said.value("bound") == "above":
        since = said.told(lambda day: calendar.day(calendar.shift(day, unit, -low)), "span")
        return replace(since, start=None) if since else None
    return said.told(lambda day: (calendar.shift(day, unit, -high), day + timedelta(1)), "span")


def _past(said: Said) -> Meant:
    unit, most = said.unit("unit"), said.amount[1]
    return Meant(
        said.told(lambda day: (calendar.shift(day, unit, -most), day + timedelta(1)), "span")
    )


def _future(said: Said) -> Meant:
    unit, most = said.unit("unit"), said.amount[1]
    return Meant(
        said.told(lambda day: (day, calendar.shift(day, unit, most) + timedelta(1)), "span")
    )


def _hence(said: Said) -> Meant:
    (low, high), unit = said.amount, said.unit("unit")
    grain = AGO_GRAIN.get(unit, "day")

    def of(day: date) -> Interval:
        first, last = (calendar.shift(day, unit, count) for count in (low, high))
        return calendar.unit_at(first, grain)[0], calendar.unit_at(last, grain)[1]

    return Meant(said.told(of, calendar.grain(grain) if low == high else "span"))


def _recent(said: Said) -> Meant:
    if said.published is None:
        return Meant()
    return Meant(TimeSpan(None, said.published, "span", "publication"))


def _coming(said: Said) -> Meant:
    if said.published is None:
        return Meant()
    return Meant(TimeSpan(said.published, None, "span", "publication"))


AMOUNTS: Mapping[str, Meaning] = {
    "ago": _ago,
    "past": _past,
    "future": _future,
    "hence": _hence,
    "recent": _recent,
    "coming": _coming,
}
"""What each of these meanings does."""
