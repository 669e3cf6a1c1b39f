"""Quantities with their equivalents beside them: "50 miles (80 km)", "9:54 a.m. ET (1354 UTC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, Hedge, Place, Quantity, Value
from ...quantities import quotient
from ..dates import DateMention
from ..dates.said import Clock
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..meaning.circumstances import Circumstances
from ..meaning.scene import Scene, Stretch
from ..names import NameMention
from ..numbers import Number
from .zones import Whereabouts, local_offsets

__all__ = ["ConversionFinder"]

_DAY = 24 * 60
_HOUR = 60
_HALF = 12
_QUARTER = 15
_CODES = frozenset("MLS")
_HUNDRED = Decimal(100)
_PARTS = 2
_FINE = Decimal("0.0001")

_Pair = tuple[Quantity, Quantity | None, str]
"""A quantity, the one beside it, and what both measure."""


@dataclass(frozen=True, slots=True)
class _Dimensions:
    """The file of dimensions.

    Attributes:
        of: what a unit measures.
        beside: for a word that stands for two units, the one meant beside another unit.
        summer: months in which a zone whose hour changes has its later hour.
        winter: months in which it has the earlier one.
    """

    of: Mapping[str, str]
    beside: Mapping[str, Mapping[str, str]]
    summer: frozenset[int]
    winter: frozenset[int]


@cache
def _dimensions() -> _Dimensions:
    data = read_words("dimensions").data
    of = {unit: name for name, units in data["dimensions"].items() for unit in units}
    return _Dimensions(of, data["beside"], frozenset(data["summer"]), frozenset(data["winter"]))


@cache
def _zones() -> frozenset[str]:
    """The words for zones, one of which stands beside each of two times of day."""
    return frozenset(map(str.lower, read_words("calendar").data["words"]["zone"]))


class ConversionFinder:
    """Finds the quantities of a sentence that are said twice."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._whereabouts = Whereabouts(grammar)
        g = grammar
        or_ = g.vocabulary.one_of(["or"])
        noun = rf"(?:-?(?:{g.noun})){{0,2}}"
        equal = rf"(?:{g['equals']})*"
        either = "[MLD]"
        # What stands between the two: a bracket, "or", or a pause on both sides, and where it is.
        # Not behind another figure: "6 feet 2 inches (188 cm)".
        place = rf"(?:{g['prepositions']}(?:{g['articles']})?[PGC](?:,[PGC])?)?"
        day = rf"(?:(?:{g['prepositions']})?D)?"  # "at 6 a.m. on Sunday in Minsk (0300 GMT)"
        there = rf"(?:{day}{place}|{place}{day})"
        self._pairs = re.compile(
            rf"(?<![ML])(?P<stated>{either}){noun}{there}(?=(?:\({equal}(?P<other>{either})"
            rf"|,?{or_}{equal}(?P<or>{either})"
            rf"|(?P<pause>[,–]){equal}(?P<paused>{either})(?:(?P=pause)|[.;]|$)))"
        )
        of = g.vocabulary.one_of(["of"])
        where = rf"(?:{g['prepositions']}(?:{g['determiners']})?(?:[PGCAHX]|{g.noun}){{1,3}})?"
        nouns = rf"(?:-?(?:{g.noun})){{0,4}}"
        # "12 of 48 schools (25%)", and "of the 48 schools, 12 (25%)".
        self._ratios = re.compile(
            rf"(?P<stated>S){nouns}{where}(?=(?:\({equal}(?P<other>S)\)"
            rf"|,?{or_}{equal}(?P<or>S)(?!{of})"
            rf"|(?P<pause>[,–]){equal}(?P<paused>S)(?:(?P=pause)|[.;]|$)))"
            rf"|{of}(?:{g['determiners']})*(?P<whole>[NQ]){nouns}{where},"
            rf"(?P<part>[NQ]){nouns}(?=(?:\({equal}(?P<of_whole>S)\)|,?{or_}{equal}(?P<or_of_whole>S)(?!{of})))"
        )

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence may say a quantity twice."""
        if not _CODES.isdisjoint(sentence.figures):
            return True
        return sentence.has_digits and not _zones().isdisjoint(sentence.words)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
        """The conversions of a sentence; arguments as for ``Structure``."""
        line = scene.line
        for match in self._pairs.finditer(line.codes):
            group = next(name for name in ("other", "or", "paused") if match[name])
            first, last = match.start("stated"), match.start(group)
            pair = _pair(line.units[first], line.units[last], scene, self._whereabouts)
            if pair is not None:
                yield self._fact(kind, scene, Stretch(first, last), pair)
        for match in self._ratios.finditer(line.codes):
            yield from self._share(kind, scene, match)

    def _share(self, kind: Kind, scene: Scene, match: re.Match[str]) -> Iterator[Fact]:
        """A share beside the two numbers that it is the share of."""
        units = scene.line.units
        at = {name: match.start(name) for name, found in match.groupdict().items() if found}
        first = at.get("stated", at.get("whole", 0))
        last = max(at.values())
        mentions = {name: _number(units[index]) for name, index in at.items()}
        share, stated = _number(units[last]), mentions.get("stated")
        ratio = (mentions.get("part"), mentions.get("whole"))
        numbers = [each.quantity for each in ratio if each is not None]
        if stated is not None:
            numbers = [each for each in (stated.part, stated.whole) if each is not None]
        if len(numbers) != _PARTS or share is None or share.part is not None:
            return
        computed = _percentage(*numbers)
        if computed is not None:
            pair = (computed, share.quantity, "share")
            yield self._fact(kind, scene, Stretch(first, last), pair)

    def _fact(self, kind: Kind, scene: Scene, statement: Stretch, pair: _Pair) -> Fact:
        value, equivalent, dimension = pair
        attribution = self._circumstances.attribution(statement, scene)
        told = self._circumstances.told(statement, scene, attribution)
        fields: dict[str, Value | None] = {"equivalent": equivalent, "dimension": dimension}
        if dimension == "money" and equivalent is not None:
            fields |= _rate(value, equivalent)
        return self._circumstances.fact(
            kind, statement, scene, fields, told, value, phrase=f"{kind.name}/beside"
        )


def _pair(first: Unit, second: Unit, scene: Scene, where: Whereabouts) -> _Pair | None:
    """The quantities of two units, where they measure the same in different units."""
    one, other = first.mention, second.mention
    if isinstance(one, DateMention) and isinstance(other, DateMention):
        return _clocks(one, other, scene, where)
    if not (isinstance(one, Number) and isinstance(other, Number)):
        return None
    value, equivalent = one.quantity, other.quantity
    value, equivalent = _meant(value, equivalent), _meant(equivalent, value)
    if value.unit == equivalent.unit:
        return None
    if first.code == second.code == "M" and (value.unit, equivalent.unit) == (
        one.quantity.unit,
        other.quantity.unit,
    ):
        return value, equivalent, "money"
    dimension = _dimensions().of.get(value.unit or "")
    if dimension is None or dimension != _dimensions().of.get(equivalent.unit or ""):
        return None
    return value, equivalent, dimension


def _number(unit: Unit) -> Number | None:
    """The figure of a unit, or the one that counts its people."""
    return next((each.mention for each in unit.walk() if isinstance(each.mention, Number)), None)


def _percentage(part: Quantity, whole: Quantity) -> Quantity | None:
    """How many in a hundred ``part`` is of ``whole``; ``None`` unless both are exact."""
    exact = part.low == part.high and whole.low == whole.high
    hedged = "about" in (part.hedge, whole.hedge)
    if not exact or hedged or part.low is None or not whole.low or part.low > whole.low:
        return None
    share = (part.low / whole.low * _HUNDRED).quantize(_FINE)
    return Quantity(share, share, None, "percent")


def _rate(value: Quantity, equivalent: Quantity) -> dict[str, Value | None]:
    """How many of one currency go for one of another, and which two these are."""
    one, other = sorted((value, equivalent), key=lambda money: money.unit or "")
    ends = quotient(one, other)
    if ends is None:
        return {}
    return {"pair": f"{one.unit}/{other.unit}", "rate": Quantity(*ends, "between")}


def _meant(quantity: Quantity, other: Quantity) -> Quantity:
    """``quantity`` in the unit that its words mean beside ``other``."""
    units = _dimensions().beside.get(quantity.unit or "", {})
    return replace(quantity, unit=units.get(other.unit or "", quantity.unit))


def _clocks(one: DateMention, other: DateMention, scene: Scene, where: Whereabouts) -> _Pair | None:
    """Two times of day in minutes after midnight UTC, on the same day where they are equal."""
    if one.clock is None or other.clock is None or one.clock.zone == other.clock.zone:
        return None
    unsaid = None in (one.clock.zone, other.clock.zone)
    places = where.places(scene) if unsaid else []
    first, second = (
        _universal(clock, _offsets(clock, scene, places)) for clock in (one.clock, other.clock)
    )
    if first is None or second is None:
        return None if _named(scene) else _ahead(one.clock, other.clock)
    while sum(second) - sum(first) > _DAY:
        second = (second[0] - _DAY, second[1] - _DAY)
    while sum(first) - sum(second) > _DAY:
        second = (second[0] + _DAY, second[1] + _DAY)
    half = abs(abs(sum(first) - sum(second)) - _DAY) <= _QUARTER
    if unsaid and half and min(one.clock.hour, other.clock.hour) < _HALF:
        return None  # "at 11:45 (1800 GMT)" may be before midnight
    return _minutes(first), _minutes(second), "clock"


def _ahead(one: Clock, other: Clock) -> _Pair | None:
    """How far local time is ahead of UTC, by a time of day in both: "4:12 a.m. (0112 GMT)"."""
    local, universal = (one, other) if other.offsets == (0,) else (other, one)
    if universal.offsets != (0,) or local.offsets:
        return None
    ahead = (local.hour - universal.hour) * _HOUR + local.minute - universal.minute
    ahead = (ahead + _DAY // 2) % _DAY - _DAY // 2
    return _minutes((ahead, ahead)), None, "offset"


def _named(scene: Scene) -> list[Place]:
    """The places that a sentence names, of which its times of day may be."""
    mentions = (part.mention for unit in scene.line.units for part in unit.walk())
    names = (mention for mention in mentions if isinstance(mention, NameMention))
    return [name.place for name in names if name.place is not None]


def _offsets(clock: Clock, scene: Scene, places: Sequence[Place]) -> tuple[int, ...]:
    """What the zone of ``clock`` may be ahead of UTC, in minutes; none where that is not known."""
    offsets, day = clock.offsets, scene.published
    if not offsets:
        if day is None:
            return ()
        return local_offsets(places if clock.zone is None else _named(scene), day)
    seasonal = max(offsets) - min(offsets) == _HOUR
    if seasonal and day is not None:
        if day.month in _dimensions().summer:
            offsets = (max(offsets),)
        elif day.month in _dimensions().winter:
            offsets = (min(offsets),)
    return offsets


def _universal(clock: Clock, offsets: Sequence[int]) -> tuple[int, int] | None:
    """The earliest and the latest that ``clock`` may be, in minutes after midnight UTC."""
    if not offsets:
        return None
    local = clock.hour * _HOUR + clock.minute
    low, high = local - max(offsets), local - min(offsets)
    shift = low // _DAY * _DAY
    return low - shift, high - shift


def _minutes(ends: tuple[int, int]) -> Quantity:
    hedge: Hedge | None = "between" if ends[0] < ends[1] else None
    return Quantity(Decimal(ends[0]), Decimal(ends[1]), hedge, "minute")
