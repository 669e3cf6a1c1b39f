"""What is told from another event in the text, and times of day: meanings without a day.

The names are those of ``facts/words/calendar.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from . import calendar
from .said import Clock, Direction, Meaning, Meant, Offset, Said

__all__ = ["EVENTS"]

_NOON = 12
_DIGITS = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?")


def _event(said: Said) -> Meant:
    direction = cast(Direction, said.value("direction"))
    if "units" in said:
        return Meant(offset=Offset(direction))
    unit = said.unit("unit")
    least, most = said.amount
    low, high = (calendar.days_in(unit, count) for count in (least, most))
    bound = said.value("bound") if "bound" in said else None
    exact = bound is None and least == most
    return Meant(
        offset=Offset(
            direction,
            0 if bound == "below" else low[0],
            None if bound == "above" else high[1],
            unit if exact else None,
            least if exact else 0,
        )
    )


def _neighbour(said: Said) -> Meant:
    direction = cast(Direction, said.value("before_after"))
    if "weekday" in said:
        return Meant(offset=Offset(direction, 1, 7, "day", 1), weekday=said.weekday)
    unit = said.unit("single")
    longest = calendar.days_in(unit, 1)[1]
    return Meant(offset=Offset(direction, 1, 2 * longest - 1, unit, 1))


def _same(said: Said) -> Meant:
    if "weekday" in said:
        return Meant(offset=Offset("at"), weekday=said.weekday)
    unit = said.unit("single")
    return Meant(offset=Offset("at", 0, 0, unit) if unit == "day" else Offset("at", unit=unit))


def _anchored(said: Said) -> Meant:
    return Meant(offset=Offset(cast(Direction, said.value("since"))))


def _clock(said: Said) -> Meant | None:
    zone = said.slots.get("zone")
    ahead = said.value("zone") if zone else "unknown"
    offsets = () if isinstance(ahead, str) else (ahead,) if isinstance(ahead, int) else (*ahead,)
    if "clock_word" in said:
        return Meant(clock=Clock(said.whole("clock_word"), 0, zone, offsets))
    digits = next(said[name] for name in ("four_digits", "time", "hour") if name in said)
    read = _DIGITS.fullmatch(digits)
    if read is None:
        return None
    hour, minute = int(read[1]), int(read[2] or 0)
    if "meridiem" in said:
        if hour > _NOON:
            return None
        hour = hour % _NOON + said.whole("meridiem")
    return Meant(clock=Clock(hour, minute, zone, offsets))


EVENTS: Mapping[str, Meaning] = {
    "event": _event,
    "neighbour": _neighbour,
    "same": _same,
    "anchored": _anchored,
    "clock": _clock,
}
"""What each of these meanings does."""
