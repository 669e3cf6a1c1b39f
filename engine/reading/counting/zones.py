"""What "local time" is ahead of UTC, by the country that a sentence speaks of.

A time of day without a zone is local time where the sentence says where: "in Seoul", "near
Kathmandu". A country that acts, as in "Egypt said", does not say so, nor does where somebody spoke.

The zones of a country and their rules are those of the IANA database, as the package ``pytz``
has it; it is imported when a local time is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache, partial

from ...model import Place
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..meaning.scene import Scene
from ..names import NameMention, gazetteer
from ..names.world import read_columns

__all__ = ["Whereabouts", "local_offsets"]

_MINUTE = timedelta(minutes=1)
_NEAR = timedelta(days=10)  # what is told may lie so far off, and the clocks change between
_CITY = 150_000
_REACH = 4
"""Units between "in" and the place: "in the Egyptian capital, Cairo".
"""


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


class Whereabouts:
    """Finds where what a sentence tells with a time of day happens."""

    def __init__(self, grammar: Grammar) -> None:
        self._in = grammar.words("locatives")
        self._saying = grammar.words("reporting")

    def places(self, scene: Scene) -> list[Place]:
        """All places that a sentence names; none where it may happen elsewhere."""
        if any(map(partial(_is_far, scene.published), scene.line.units)):
            return []
        found, located = [], False
        for at, unit in enumerate(scene.line.units):
            for part in unit.walk():
                name = part.mention
                if isinstance(name, NameMention) and name.place is not None:
                    found.append(name.place)
                    located = located or self._locates(scene, at, unit, name)
        return found if located and any(map(_is_certain, found)) else []

    def _locates(self, scene: Scene, at: int, unit: Unit, name: NameMention) -> bool:
        """Whether a name says where something happens, and not who acts or where one spoke."""
        clause = next((c for c in reversed(scene.clauses) if c.verb < at < c.end), None)
        if clause is not None and not self._saying.isdisjoint(clause.group.lemmas):
            return False
        before = scene.line.units[max(0, at - _REACH) : at]
        codes = scene.line.codes[max(0, at - _REACH) : at]
        opened = max((i for i, each in enumerate(before) if each.word in self._in), default=-1)
        if opened >= 0 and not set("VD").intersection(codes[opened + 1 :]):
            return True
        return name.form == "place" and unit.code == "P" and codes[-1:] == "V"


def _is_certain(place: Place) -> bool:
    """Whether a place is a country, or a city so large that its name is hardly another's."""
    known = gazetteer()
    if place.first >= len(known.names):
        return False
    people = known.populations[place.first]
    return known.levels[place.first] == "country" or int(people or 0) >= _CITY


def _is_far(published: date | None, unit: Unit) -> bool:
    """Whether a date lies so far from publication that the clocks may go otherwise."""
    time = unit.mention.time if isinstance(unit.mention, DateMention) else None
    if time is None or time.start is None or published is None:
        return False
    return abs(time.start - published) > _NEAR


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
        days = (published, published - _NEAR, published + _NEAR)
    except OverflowError:
        return ()
    moments = [datetime.combine(day, time(12)) for day in days]
    names = pytz.country_timezones.get(code, ())
    ahead = (pytz.timezone(name).utcoffset(moment) for name in names for moment in moments)
    return tuple(sorted({offset // _MINUTE for offset in ahead if offset is not None}))
