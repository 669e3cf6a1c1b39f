"""Days told by name: weekdays, holidays, "yesterday" and the like.

The names are those of ``facts/words/calendar.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from . import calendar
from .calendar import Interval
from .said import Meaning, Meant, Said, digits

__all__ = ["DAYS"]

_SATURDAY = 5


def _weekday(said: Said) -> Meant:
    weekday = said.whole("weekday")
    which = said.whole("which") if "which" in said else None
    ahead = which == 1 or (which is None and said.ahead)
    toward: calendar.Toward = "this" if which == 0 else "future" if ahead else "past"
    before = timedelta(1 if which == -1 or (ahead and which is None) else 0)
    return Meant(
        said.told(
            lambda day: calendar.day(calendar.weekday_on(weekday, day - before, toward)),
            "day",
            "nothing" if which is not None else "week",
        ),
        weekday=weekday,
    )


def _days(said: Said) -> Meant:
    first, last = said.pair("today")
    return Meant(
        said.told(
            lambda day: (day + timedelta(first), day + timedelta(last + 1)),
            "day" if first == last else "span",
        )
    )


def _weekend(said: Said) -> Meant:
    def of(day: date) -> Interval:
        if said.ahead:
            return calendar.unit_at(day, "weekend")
        return calendar.unit_at(calendar.weekday_on(_SATURDAY, day, "past"), "weekend")

    return Meant(said.told(of, "weekend", "week"))


def _day_of_month(said: Said) -> Meant:
    number = digits(said["day"])
    choose = calendar.next_numbered if said.ahead else calendar.latest_numbered
    when = said.told(lambda day: calendar.day(choose(number, day)), "day", "month")
    return Meant(when, weekday=said.weekday)


def _holiday(said: Said) -> Meant:
    month, number = said.pair("holiday")

    def of(year: int) -> Interval:
        return calendar.day(date(year, month, number))

    when = said.which(of, "day") if "which" in said else said.in_year(of, "day")
    return Meant(when, weekday=said.weekday, day=when.start if when else None)


def _weekday_week(said: Said) -> Meant:
    """A week or two beyond a weekday: "Thursday week", "a week last Tuesday"."""
    weekday, days = said.whole("weekday"), timedelta(said.whole("days_beyond"))

    def of(day: date) -> Interval:
        if "which" in said:
            return calendar.day(calendar.weekday_on(weekday, day - timedelta(1), "past") - days)
        return calendar.day(calendar.weekday_on(weekday, day, "future") + days)

    return Meant(said.told(of, "day"), weekday=weekday)


DAYS: Mapping[str, Meaning] = {
    "named_weekday": _weekday,
    "days": _days,
    "weekend": _weekend,
    "day_of_month": _day_of_month,
    "named_holiday": _holiday,
    "weekday_week": _weekday_week,
}
"""What each of these meanings does."""
