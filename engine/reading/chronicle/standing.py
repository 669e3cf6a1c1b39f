"""How long something has gone on by now, beside when it began: "since 1998, a run of 26 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import cast, get_args

from ...model import Quantity, TimeSpan
from ..dates import DateMention
from ..dates.calendar import Unit, days_in
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Stretch
from ..numbers import Number
from ..timeline.distances import between, stated_length
from .ranges import Lasted
from .words import HappeningWords

__all__ = ["StandingFinder"]

_PRECISE = ("day", "month", "year")
_MONTH = 31
"""Days by which a year that is counted may be out."""
_NOW = 4
"""Units before "third year" in which the word stands that says that it is now."""


class StandingFinder:
    """Finds lengths of what began on a date of the same sentence and goes on."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        self._grammar, self._words = grammar, words
        g = grammar
        of = g.vocabulary.one_of(["of"])
        lasts = g.vocabulary.one_of(["for"])
        since = g["since"]
        self._patterns = (
            re.compile(rf"{since}(?P<begun>D)[,–]{g['articles']}{g['stretches']}{of}"
                       rf"(?P<length>T)"),
            re.compile(rf"^[^V;]*{since}(?P<begun>D),?(?P<verb>V)[^V,;]{{0,5}}?{lasts}"
                       rf"(?P<length>T)"),
            re.compile(rf"(?P<verb>V)[^V,;]{{0,5}}?{lasts}(?P<length>T),?{since}(?P<begun>D)"),
        )  # fmt: skip

    def find(
        self, line: Line, clauses: Sequence[Clause], number: int, published: date | None
    ) -> Iterator[Lasted]:
        """The lengths that end now, and the years that are counted up to now."""
        if published is None:
            return
        today = TimeSpan.of_publication(published)
        for pattern in self._patterns:
            for match in pattern.finditer(line.codes):
                at, begun = match.start("length"), match.start("begun")
                verb = match.start("verb") if match.groupdict().get("verb") else None
                stated = _stated(line.units[at].mention)
                if stated is not None and (verb is None or self._goes_on(line, verb)):
                    yield from _lasted(number, Stretch(at, at), stated, line, begun, today)
        yield from self._counted(line, clauses, number, today)

    def _goes_on(self, line: Line, verb: int) -> bool:
        """Whether a verb tells of what still is so."""
        group = line.units[verb].detail
        return isinstance(group, VerbGroup) and group.tense == "perfect" and not group.past_perfect

    def _counted(
        self, line: Line, clauses: Sequence[Clause], number: int, today: TimeSpan
    ) -> Iterator[Lasted]:
        """Which year of it this is: "the war, now in its third year, began in February 2022"."""
        begins = [
            clause for clause in clauses
            if self._words.acts(clause.group.lemmas, ()) & self._words.lists.begun
        ]  # fmt: skip
        dates = [at for at, unit in enumerate(line.units) if _time(unit.mention) is not None]
        if len(begins) != 1 or len(dates) != 1 or not begins[0].verb < dates[0]:
            return
        for at, unit in enumerate(line.units[:-1]):
            following = line.units[at + 1].word
            if unit.code != "O" or following not in self._words.lists.counted_years:
                continue
            led = [each.word for each in line.units[max(0, at - _NOW) : at]]
            owned = led and led[-1] in self._grammar.words("possessives")
            if owned and not self._words.lists.now.isdisjoint(led):
                count = cast(Number, unit.mention).quantity.low or Decimal(1)
                years = _years(int(count))
                yield from _lasted(number, Stretch(at, at + 1), years, line, dates[0], today)


def _lasted(
    number: int, stretch: Stretch, stated: Quantity, line: Line, begun: int, today: TimeSpan
) -> Iterator[Lasted]:
    """A length and the time from a date up to now."""
    time = _time(line.units[begun].mention)
    computed = between(time, today, backward=False) if time is not None else None
    if time is not None and computed is not None:
        yield Lasted(number, stretch, stated, computed, number, Stretch(begun, begun), time)


def _time(mention: object) -> TimeSpan | None:
    """The time of a date that is known to the day, the month or the year."""
    if not isinstance(mention, DateMention) or mention.offset is not None:
        return None
    time = mention.time
    return time if time is not None and time.precision in _PRECISE else None


def _stated(mention: object) -> Quantity | None:
    if not isinstance(mention, Number) or mention.quantity.unit not in get_args(Unit):
        return None
    return stated_length(mention.quantity, cast(Unit, mention.quantity.unit))


def _years(count: int) -> Quantity:
    """The days that have gone by in the year of that number."""
    low, high = days_in("year", count - 1)[0] if count > 1 else 0, days_in("year", count)[1]
    return Quantity(Decimal(max(low - _MONTH, 0)), Decimal(high + _MONTH), None, "day")
