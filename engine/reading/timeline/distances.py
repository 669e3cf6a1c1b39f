"""Distances in days: what copy says, what two dates give, and how exact words are taken to be.

Words are as exact as the unit that they count in: "two weeks" may be half a week more or less,
"two months" half a month, and a year half a year. Days are exact below a week; above, one day
in seven is allowed, and never more than three.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from ...model import Quantity, TimeSpan
from ..dates import Offset
from ..dates.calendar import Unit, days_in, shift

__all__ = ["between", "length", "stated_length", "stated_offset"]

_DAY = timedelta(days=1)
_WEEK = 7
_MOST_SLACK = 3
_SLACK = {
    "week": (2, 3), "fortnight": (3, 3), "month": (10, 15), "quarter": (30, 45),
    "year": (183, 183), "decade": (730, 730), "century": (3652, 3652),
}  # fmt: skip
"""Days allowed each way, for one of a unit and for several."""


def stated_offset(offset: Offset, unit: Unit, *, exact: bool, hedged: bool) -> Quantity | None:
    """The days that an offset allows, with what a copy editor lets pass.

    Args:
        offset: as read.
        unit: that it counts in.
        exact: whether its bounds already allow all that the words do ("the week before").
        hedged: whether "about" or the like stands before it.

    Returns:
        ``None`` when no amount is said.
    """
    if offset.low is None and offset.high is None:
        return None
    if exact:
        return _days(offset.low, offset.high, 0, hedged=hedged)
    named = offset.high if offset.high is not None else offset.low or 0
    allowed = _slack(unit, named)
    if offset.low and offset.high is not None:
        allowed = max(allowed, (offset.high - offset.low) // 2)
    if hedged:
        allowed = 2 * allowed + 1 + named // 4
    return _days(offset.low, offset.high, allowed, hedged=hedged)


def stated_length(quantity: Quantity, unit: Unit) -> Quantity | None:
    """The days that a length of time allows; days may be counted with or without the last.

    Args:
        quantity: in whole or broken units.
        unit: that it counts in.

    Returns:
        ``None`` of one that has no end, or further than the calendar reaches.
    """
    try:
        low, high = (_in_days(end, unit) for end in (quantity.low, quantity.high))
    except (ValueError, OverflowError):
        return None  # "for 10,000 years"
    if low is None and high is None:
        return None
    hedged = quantity.hedge is not None and None not in (low, high)
    named = high[1] if high is not None else low[0] if low is not None else 0
    allowed = max(1, _slack(unit, named))
    if hedged:
        allowed = 2 * allowed + named // 4
    return _days(low and low[0], high and high[1], allowed, hedged=hedged)


def between(anchor: TimeSpan, day: TimeSpan, *, backward: bool) -> Quantity | None:
    """The days from one time to another, at least and at most; below zero the other way.

    Args:
        anchor: the time that is told from.
        day: the time that is told.
        backward: whether ``day`` is told as lying before ``anchor``.

    Returns:
        ``None`` when a time is open.
    """
    first, last = (day, anchor) if backward else (anchor, day)
    if first.start is None or first.end is None or last.start is None or last.end is None:
        return None
    low = (last.start - (first.end - _DAY)).days
    high = ((last.end - _DAY) - first.start).days
    return Quantity(Decimal(low), Decimal(high), None, "day")


def length(time: TimeSpan) -> Quantity | None:
    """How many days a range lasts, whether or not its last day, month or year counts.

    A range from the first of January to the end of a December is one of years, one of whole
    months is one of months: either end may lie anywhere in its own.
    """
    if time.start is None or time.end is None:
        return None
    inner, outer = time.start, time.end
    if time.start.day == time.end.day == 1:
        unit: Unit = "year" if time.start.month == time.end.month == 1 else "month"
        inner, outer = shift(time.start, unit, 1), shift(time.end, unit, -1)
    else:
        inner = inner + _DAY
    low, high = max((outer - inner).days, 0), (time.end - time.start).days
    return Quantity(Decimal(low), Decimal(high), None, "day")


def _slack(unit: Unit, days: int) -> int:
    if unit == "hour":
        return 1
    if unit == "day":
        return min(days // _WEEK, _MOST_SLACK)
    one, several = _SLACK[unit]
    return one if days <= days_in(unit, 1)[1] else several


def _in_days(count: Decimal | None, unit: Unit) -> tuple[int, int] | None:
    if count is None:
        return None
    whole = int(count)
    low, high = days_in(unit, whole) if whole else (0, 0)
    broken = int((count - whole) * sum(days_in(unit, 1)) / 2)
    return low + broken, high + broken


def _days(low: int | None, high: int | None, allowed: int, *, hedged: bool) -> Quantity:
    least = None if low is None else Decimal(max(low - allowed, 0))
    most = None if high is None else Decimal(high + allowed)
    return Quantity(least, most, "about" if hedged else None, "day")
