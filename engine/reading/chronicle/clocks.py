"""Two times of day and the hours that are said to lie between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from ...model import Quantity
from ..dates import Clock, DateMention
from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Stretch
from ..numbers import Number

__all__ = ["Elapsed", "ElapsedFinder"]

_DAY = 1440
_HALF = 720
_HOUR = 60
_NEAR = 6
_BROKEN = 35
"""Minutes that hours may be more than is said: "two hours and a half"."""
_TWO = len(("first", "last"))
_UNITS = {"hour": 60, "minute": 1}


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Hours between two times of day.

    Attributes:
        stretch: its words.
        stated: the minutes that are said, with what is let pass.
        computed: those that the two times give.
    """

    stretch: Stretch
    stated: Quantity
    computed: Quantity


class ElapsedFinder:
    """Finds in a sentence, and the one before, two times of day with the hours between."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def find(self, line: Line, before: Line | None) -> Iterator[Elapsed]:
        """The hours of a sentence that stand with two times of day."""
        clocks = _clocks(line)
        lengths = list(self._lengths(line))
        if len(lengths) != 1 or not clocks:
            return
        at, minutes, sequel = lengths[0]
        behind = {unit.word for unit in line.units[at : at + _NEAR]}
        words = line.text[line.units[at].start : line.units[at].end].lower().split()
        later = not self._grammar.words("afterwards").isdisjoint({*behind, *words})
        known = [clock for _, clock in clocks]
        if len(clocks) == 1 and sequel and before is not None and clocks[0][0] > at:
            earlier = _clocks(before)
            known = [clock for _, clock in earlier[-1:]] + known
        own_day = line.codes[clocks[0][0] + 1 : clocks[0][0] + 3].endswith("D")
        if sequel and len(clocks) == 1 and own_day:
            return  # "hours later he wrote that at 8 a.m. on Monday he would"
        if len(known) != _TWO or any(clock.zone for clock in known):
            return
        first, last = (clock.hour * _HOUR + clock.minute for clock in known)
        stated = _stated(minutes)
        if any(stated[0] <= each <= stated[1] for each in _between(first, last, either=not later)):
            return
        ends = [at, *(index for index, _ in clocks)]
        computed = (last - first) % _DAY
        yield Elapsed(
            Stretch(min(ends), max(ends)), _minutes(*stated), _minutes(computed, computed)
        )

    def _lengths(self, line: Line) -> Iterator[tuple[int, int, bool]]:
        """Where hours or minutes are said, how many minutes, and whether of what came before."""
        for at, unit in enumerate(line.units):
            mention = unit.mention
            if isinstance(mention, DateMention) and mention.offset is not None:
                offset = mention.offset
                words = line.text[unit.start : unit.end].lower().split()
                if offset.unit == "hour" and offset.count:
                    in_hours = not self._grammar.words("hours").isdisjoint(words)
                    yield at, offset.count * (_HOUR if in_hours else 1), True
            elif isinstance(mention, Number) and unit.code == "T":
                scale = _UNITS.get(mention.quantity.unit or "")
                low, high = mention.quantity.low, mention.quantity.high
                exact = low is not None and low == high and mention.quantity.hedge is None
                between = self._is_between(line, at) or self._is_beside(line, at)
                if scale and low is not None and exact and between:
                    yield at, int(low * scale), False

    def _is_between(self, line: Line, at: int) -> bool:
        """Whether a length is told of what the times begin and end: "lasted", "later"."""
        g = self._grammar
        behind = {unit.word for unit in line.units[at + 1 : at + 5]}
        verb = line.units[at - 1] if at else None
        lasts = isinstance(verb and verb.detail, VerbGroup) and not g.words("enduring").isdisjoint(
            cast(VerbGroup, line.units[at - 1].detail).lemmas
        )
        return lasts or not behind.isdisjoint(g.words("afterwards"))

    def _is_beside(self, line: Line, at: int) -> bool:
        """Whether a length stands right beside its two ends: "six hours, from 2 a.m. to 8 a.m."."""
        clocks = [index for index, _ in _clocks(line)]
        if len(clocks) != _TWO or clocks[1] - clocks[0] != _TWO:
            return False
        if line.units[clocks[0] + 1].word not in self._grammar.words("range_ends"):
            return False
        behind = line.codes[at + 1 : clocks[0]]
        lead = line.units[clocks[0] - 1].word
        before = at > clocks[1] and line.codes[clocks[1] + 1 : at] in (",", "–")
        ahead = at < clocks[0] and len(behind) <= _TWO and behind[:1] in (",", "–", "(")
        return before or (ahead and lead in self._grammar.words("ranging"))


def _clocks(line: Line) -> list[tuple[int, Clock]]:
    return [
        (at, unit.mention.clock)
        for at, unit in enumerate(line.units)
        if isinstance(unit.mention, DateMention) and unit.mention.clock is not None
    ]


def _stated(minutes: int) -> tuple[int, int]:
    """The minutes that words allow: hours half an hour more, either a tenth each way."""
    slack = max(5, minutes // 10)
    broken = _BROKEN if minutes % _HOUR == 0 else 0
    return minutes - slack - broken // 2, minutes + slack + broken


def _between(first: int, last: int, *, either: bool) -> Sequence[int]:
    """The minutes between two times, in either half of the day, and whichever comes first."""
    found = [*range((last - first) % _HALF, 2 * _DAY, _HALF)]
    return [*found, *range((first - last) % _HALF, 2 * _DAY, _HALF)] if either else found


def _minutes(low: int, high: int) -> Quantity:
    return Quantity(Decimal(low), Decimal(high), None, "minute")
