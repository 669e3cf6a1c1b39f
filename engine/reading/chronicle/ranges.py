"""How long something lasted, where the sentences before tell from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from ...model import Quantity, TimeSpan
from ..dates import DateMention
from ..dates.calendar import Unit
from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..meaning.scene import Stretch
from ..numbers import Number
from ..timeline.distances import length, stated_length
from .courses import CourseFinder
from .words import HappeningWords

__all__ = ["Lasted", "RangeFinder"]

_PRECISE = ("day", "month", "year")
_BACK = 2
"""Sentences back in which the range is looked for."""


_Length = tuple[int, int, int, str, Quantity]
"""The sentence of a length, its first and last unit, of what sort of course it is, and the days."""


@dataclass(frozen=True, slots=True)
class Lasted:
    """A length and the range that a sentence before gives for it.

    Attributes:
        sentence: number of the sentence of the length.
        stretch: its words.
        stated: the length, in days.
        computed: that of the range.
        source: number of the sentence of the range.
        where: its words.
        range: from when to when.
    """

    sentence: int
    stretch: Stretch
    stated: Quantity
    computed: Quantity
    source: int
    where: Stretch
    range: TimeSpan


class RangeFinder:
    """Finds lengths of what was dated before: "in his 35 years at the town hall"."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        self._grammar = grammar
        self._lasting = grammar.words("lasting_for")
        self._courses = CourseFinder(grammar, words)

    def find(self, lines: Sequence[tuple[int, Line]], at: int) -> Iterator[Lasted]:
        """The lengths of one of ``lines``, each with the range that alone comes before it."""
        number, line = lines[at]
        for index, unit in enumerate(line.units):
            if unit.code != "T" or not self._refers(line, index):
                continue
            stated = _stated(unit.mention)
            near = [each for each in lines[: at + 1] if number - each[0] <= _BACK]
            ranges = [
                (source, *found)
                for source, each in near
                for found in _ranges(each, index if source == number else len(each.units))
            ]
            if stated is None or len({time for *_, time in ranges}) != 1:
                continue
            source, where, time = ranges[-1]
            computed = length(time)
            if computed is not None:
                yield Lasted(
                    number, Stretch(index, index), stated, computed, source, where, time
                )  # fmt: skip

    def described(self, lines: Sequence[tuple[int, Line]]) -> Iterator[Lasted]:
        """The lengths by which what goes on is called: "the six-day fair … runs until the 9th"."""
        told = [each for number, line in lines for each in self._described(number, line)]
        if not told:
            return
        courses = self._courses.find(lines)
        if len({course.time for course in courses}) != 1:
            return
        course = courses[-1]
        computed = length(course.time)
        for number, index, last, kind, stated in told:
            fits = kind in course.kinds or not course.kinds
            alone = all(other == stated for *_, of, other in told if of == kind)
            if fits and alone and computed is not None:
                yield Lasted(
                    number, Stretch(index, last), stated, computed, course.sentence,
                    course.stretch, course.time,
                )  # fmt: skip

    def _described(self, number: int, line: Line) -> Iterator[_Length]:
        """The lengths before the noun for something that goes on."""
        g = self._grammar
        named = g.words("definites") | g.words("possessives") | g.words("demonstratives")
        for index, unit in enumerate(line.units[1:], 1):
            if unit.code != "T":
                continue
            if "-" not in line.text[unit.start : unit.end]:
                yield from self._told_of_verb(number, line, index)
                continue
            if index + 1 == len(line.units):
                continue
            kind = self._courses.kind(line.units[index + 1].word)
            stated = _stated(unit.mention)
            if kind is not None and stated is not None and line.units[index - 1].word in named:
                yield number, index, index + 1, kind, stated

    def _told_of_verb(self, number: int, line: Line, index: int) -> Iterator[_Length]:
        """A length behind the verb for something that goes on: "will be closed for six weeks"."""
        stated, verb = _stated(line.units[index].mention), line.codes.rfind("V", 0, index)
        if verb < 0 or stated is None or line.units[index - 1].word not in self._lasting:
            return
        kind = self._courses.of_verb(line.units[verb])
        if kind is not None and not {",", ";"} & set(line.codes[verb:index]):
            yield number, index, index, kind, stated

    def _refers(self, line: Line, index: int) -> bool:
        """Whether a length is of what was told: "over its six weeks", "in those 38 years"."""
        g = self._grammar
        if index < 1 or "-" in line.text[line.units[index].start : line.units[index].end]:
            return False
        owner = line.units[index - 1].word
        before = line.units[index - 2].word if index > 1 else ""
        owned = owner in g.words("possessives") | g.words("demonstratives")
        return owned and before in g.words("throughout_times")


def _stated(mention: object) -> Quantity | None:
    if not isinstance(mention, Number) or mention.quantity.unit not in get_args(Unit):
        return None
    return stated_length(mention.quantity, cast(Unit, mention.quantity.unit))


def _ranges(line: Line, end: int) -> Iterator[tuple[Stretch, TimeSpan]]:
    """The ranges that a line gives: one in words, or two dates of one grain."""
    dates: list[tuple[int, TimeSpan]] = []
    for at, unit in enumerate(line.units[:end]):
        time = unit.mention.time if isinstance(unit.mention, DateMention) else None
        if time is None or time.start is None or time.end is None:
            continue
        if time.precision == "span" and (time.end - time.start).days > 1:
            yield Stretch(at, at), time
        elif time.precision in _PRECISE:
            dates.append((at, time))
    if len(dates) == len(("first", "last")):
        (first, one), (last, other) = dates
        ordered = one.end is not None and other.start is not None and one.end <= other.start
        if ordered and one.precision == other.precision:
            yield Stretch(first, last), replace(one, end=other.end, precision="span")
