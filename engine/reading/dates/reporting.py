"""The periods that firms and statistics report of: quarters, years in words, "a year earlier".

The names are those of ``facts/words/calendar.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model import TimeSpan
from . import calendar
from .calendar import Interval
from .said import Meaning, Meant, Offset, Said, bounds, digits, numeral, span

__all__ = ["REPORTING"]


def _spelt_year(said: Said) -> Meant:
    year = said.whole("century_word") + (numeral(said["rest"]) if "rest" in said else 0)
    return Meant(span(lambda: calendar.year(year), "year", "stated"))


def _year_end(said: Said) -> Meant:
    return Meant(said.in_year(lambda year: calendar.last_day(calendar.year(year)), "day"))


def _quarter_in(said: Said) -> Callable[[int], Interval]:
    number = said.whole("quarter_ordinal") - 1
    return lambda year: calendar.within(calendar.year(year), "quarter", number)


def _coded_part(said: Said) -> Meant | None:
    unit, number = said.unit("counted_unit"), digits(said["count"]) - 1
    when = said.in_year(
        lambda year: calendar.within(calendar.year(year), unit, number), calendar.grain(unit)
    )
    return Meant(when) if when else None


def _named_quarter(said: Said) -> Meant:
    return Meant(said.in_year(_quarter_in(said), "quarter"))


def _reported_quarter(said: Said) -> Meant:
    """What is reported of is most often over, whatever the verb that reports it says."""
    return Meant(said.untensed().in_year(_quarter_in(said), "quarter"))


def _opening_months(said: Said) -> Meant:
    unit, count = said.unit("counted_unit"), numeral(said["count"])
    return Meant(
        said.in_year(lambda year: calendar.within(calendar.year(year), unit, 0, count), "span")
    )


def _period(said: Said) -> Meant:
    """The quarter that is spoken of, or else the latest that is over."""
    last = said.told(
        lambda day: calendar.unit_at(calendar.shift(day, "quarter", -1), "quarter"), "quarter"
    )
    return Meant(last, running=True)


def _year_earlier(said: Said) -> Meant:
    if "quarter_ordinal" not in said:
        return Meant(offset=Offset("before", 365, 366, "year", 1))
    quarter = _reported_quarter(said).time
    if quarter is None:
        return Meant()
    start, end = (calendar.shift(day, "year", -1) for day in bounds(quarter))
    return Meant(TimeSpan(start, end, "quarter", "publication", "year"))


REPORTING: Mapping[str, Meaning] = {
    "spelt_year": _spelt_year,
    "year_end": _year_end,
    "coded_part": _coded_part,
    "named_quarter": _named_quarter,
    "reported_quarter": _reported_quarter,
    "opening_months": _opening_months,
    "period": _period,
    "year_earlier": _year_earlier,
}
"""What each of these meanings does."""
