"""What is told from another time of the text: "a day after", "that year", "the quarter".

Copy goes on from the time that it spoke of last. "A year earlier" beside the results of a
quarter is the same quarter of the year before, as statistics are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ...model import Precision, TimeSpan
from . import calendar
from .calendar import Interval, Toward, Unit
from .finder import DateMention
from .said import AGO_GRAIN, Offset

__all__ = ["RunningTime"]

_FARTHEST = 3  # sentences
_APART = ", "  # between a date and the same told from an event
_COMPARED: frozenset[Precision] = frozenset(("month", "quarter", "half", "season"))
_YEAR: Unit = "year"


class RunningTime:
    """The time that a text speaks of, from sentence to sentence."""

    def __init__(self) -> None:
        self._last: TimeSpan | None = None
        self._period: TimeSpan | None = None
        self._told_at = self._sentence = 0

    def resolved(self, mentions: Iterable[DateMention]) -> Sequence[DateMention]:
        """The dates of the next sentence, with the days of those told from another.

        What it is told from must stand within three sentences, and be known to a year at least.
        """
        self._sentence += 1
        found: list[DateMention] = []
        for mention in mentions:
            beside = found[-1] if found else None
            if beside is not None and _restates(mention, beside):
                found.append(replace(mention, time=beside.time))
            else:
                found.append(self._resolved(mention))
        return found

    def _resolved(self, mention: DateMention) -> DateMention:
        mention = replace(mention, time=self._time(mention))
        time = mention.time
        if time is not None and time.start is not None and time.end is not None:
            self._last, self._told_at = time, self._sentence
            if time.precision == "quarter" and time.anchor != "event":
                self._period = time
        return mention

    def _time(self, mention: DateMention) -> TimeSpan | None:
        told = self._last if self._sentence - self._told_at <= _FARTHEST else None
        offset, period = mention.offset, self._period
        if period is not None and mention.running:
            return period
        if period is not None and mention.years_ago and told is not None:
            return _shifted(period, -mention.years_ago)
        if offset is None or mention.time is not None:
            return mention.time
        by_year = offset.unit == _YEAR and offset.direction == "before"
        base = period if by_year and period is not None else told
        return None if base is None else _told_from(base, offset, mention.weekday)


def _restates(mention: DateMention, beside: DateMention) -> bool:
    """Whether it says again, from an event, when that is: "on Friday, a week after the vote"."""
    told = mention.offset is not None and mention.offset.direction in ("before", "after")
    return told and beside.time is not None and mention.start - beside.end <= len(_APART)


def _told_from(base: TimeSpan, offset: Offset, weekday: int | None) -> TimeSpan | None:
    """The time so far from another; ``None`` where that is not known exactly enough."""
    unit, sign = offset.unit, {"before": -1, "after": 1, "at": 0}.get(offset.direction)
    if unit is None or sign is None or base.start is None or base.end is None:
        return None
    if unit == _YEAR and sign and base.precision in _COMPARED:
        return _shifted(base, sign * offset.count)
    if base.end - base.start > timedelta(calendar.days_in(unit, 1)[1]):
        return None
    day = base.end - timedelta(1) if sign > 0 else base.start
    try:
        start, end = _around(day, unit, sign * offset.count, weekday)
    except (ValueError, OverflowError):
        return None
    grain = AGO_GRAIN.get(unit, "day")
    return TimeSpan(start, end, calendar.grain(grain), "event", base.inferred)


def _around(day: date, unit: Unit, count: int, weekday: int | None) -> Interval:
    if weekday is not None:
        toward: Toward = "future" if count > 0 else "past"
        day -= timedelta(1 if count < 0 else 0)
        return calendar.day(calendar.weekday_on(weekday, day, toward) if count else day)
    return calendar.unit_at(calendar.shift(day, unit, count), AGO_GRAIN.get(unit, "day"))


def _shifted(time: TimeSpan, years: int) -> TimeSpan | None:
    if time.start is None or time.end is None:
        return None
    try:
        start, end = (calendar.shift(day, "year", years) for day in (time.start, time.end))
    except (ValueError, OverflowError):
        return None
    return replace(time, start=start, end=end, anchor="event")
