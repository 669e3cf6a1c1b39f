"""What "local time" is ahead of UTC, by the country that a sentence speaks of.

The zones of a country and their rules are those of the IANA database, as the package ``pytz``
has it; it is imported when a local time is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache

from ...model import Place
from ..names import gazetteer
from ..names.world import read_columns

__all__ = ["local_offsets"]

_MINUTE = timedelta(minutes=1)
_BEFORE = timedelta(days=10)  # what is told may lie so far back, and the clocks have changed since


def local_offsets(places: Iterable[Place], published: date) -> tuple[int, ...]:
    """How many minutes local time is ahead of UTC: every offset that it may have.

    Args:
        places: those that the time is told of.
        published: the day of publication.

    Returns:
        Ascending; empty where the places are not of one country.
    """
    countries = {country for country in map(_country, places) if country is not None}
    if len(countries) != 1:
        return ()
    return _offsets(_codes().get(countries.pop(), ""), published)


def _country(place: Place) -> str | None:
    """The key of the country around a place; ``None`` where no table has it."""
    known = gazetteer()
    number = place.first
    if number >= len(known.names):
        return None
    while number >= 0 and known.levels[number] != "country":
        number = known.parents[number]
    return known.names[number] if number >= 0 else None


@cache
def _codes() -> dict[str, str]:
    codes, _, names, *_ = read_columns("countries")
    return dict(zip(names, codes, strict=True))


@cache
def _offsets(code: str, published: date) -> tuple[int, ...]:
    import pytz

    try:
        days = (published, published - _BEFORE)
    except OverflowError:
        return ()
    moments = [datetime.combine(day, time(12)) for day in days]
    names = pytz.country_timezones.get(code, ())
    ahead = (pytz.timezone(name).utcoffset(moment) for name in names for moment in moments)
    return tuple(sorted({offset // _MINUTE for offset in ahead if offset is not None}))
