"""Marks that were never passed, and a figure of their time that passes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ...model import Quantity
from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .reckoning import Reckoning
from .words import ReckoningWords, whole_words

__all__ = ["LimitFinder"]

_NEAR = 40
_FAR = 30
"""Per cent that two levels of one thing may lie apart."""
_HUNDRED = 100
_YEAR = 366
_FURTHER = 300
"""And that one of them may lie beyond a mark."""
_OLD = 200
"""Days before publication from which on a level is one of another time."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A figure with the year that it is of; ``None`` for one of the present."""

    sentence: int
    number: Number
    quantity: Quantity
    year: int | None


class LimitFinder:
    """Finds records and bounds in time, and the one figure that they are broken by, or not."""

    def __init__(self, words: ReckoningWords) -> None:
        self._highest, self._lowest = whole_words(words.highest), whole_words(words.lowest)
        above, below = any_of(words.never_above), any_of(words.never_below)
        ever = rf"{any_of(words.never)}(?: \w+){{1,5}}?"  # "has never carried more than 90 ships"
        self._above = re.compile(rf"\b(?:{above}|{ever} {any_of(words.over)})\b", re.IGNORECASE)
        self._below = re.compile(rf"\b(?:{below}|{ever} {any_of(words.under)})\b", re.IGNORECASE)
        since = any_of(words.since)
        self._since = re.compile(
            rf"\b{since}\b[^.;]{{0,40}}?\b(?P<year>1[89]\d\d|20\d\d)\b", re.IGNORECASE
        )
        self._after_since = re.compile(rf"\b{since}\b[^.;]{{0,20}}$", re.IGNORECASE)
        self._ever = whole_words((*words.ever, *words.since))
        self._of_then = whole_words(words.of_then)

    def find(self, sentences: Sequence[Told], published: date | None) -> Iterator[Reckoning]:
        """Every mark with the level that comes nearest to breaking it."""
        if published is None:
            return
        levels: list[_Level] | None = None
        for at, sentence in enumerate(sentences):
            for pattern, up, bound in (
                (self._above, True, True), (self._below, False, True),
                (self._highest, True, False), (self._lowest, False, False),
            ):  # fmt: skip
                match = None if bound and not sentence.numbers else pattern.search(sentence.text)
                if match is None or not (bound or self._ever.search(sentence.text)):
                    continue
                if levels is None:
                    levels = list(self._levels(sentences, published))
                since = self._since.search(sentence.text)
                first = int(since["year"]) if since else 0
                found = (
                    self._bound(at, match, sentence, levels, first, up=up)
                    if bound
                    else self._record(at, match, levels, first, up=up)
                )
                if found is not None:
                    yield found

    def _bound(
        self, at: int, match: re.Match[str], sentence: Told, levels: Sequence[_Level], first: int,
        *, up: bool,
    ) -> Reckoning | None:  # fmt: skip
        """A level of the time since, beside a mark that was not passed in it."""
        reach = match.end() + _NEAR
        mark = next((n for n in sentence.numbers if match.start() <= n.start < reach), None)
        limit = mark.quantity.low if mark is not None else None
        if mark is None or limit is None:
            return None
        own = [
            level for level in levels
            if level.sentence != at and level.year is not None and level.year >= max(first, 1)
            and _alike(level.quantity, replace(mark.quantity, high=limit), _FURTHER)
        ]  # fmt: skip
        if len(own) != 1:
            return None
        return _reckoned((at, match.start(), mark.end), own[0], mark.quantity, up=up)

    def _record(
        self, at: int, match: re.Match[str], levels: Sequence[_Level], first: int, *, up: bool
    ) -> Reckoning | None:
        """A level of another time, beside what is now said to be the highest or the lowest."""
        now = [level for level in levels if level.year is None]
        then = [
            (level, current) for level in levels for current in now
            if level.year is not None and level.year >= first
            and _alike(level.quantity, current.quantity)
        ]  # fmt: skip
        if len({(level.number, current.quantity) for level, current in then}) != 1:
            return None
        level, current = then[0]
        return _reckoned((at, match.start(), match.end()), level, current.quantity, up=up)

    def _levels(self, sentences: Sequence[Told], published: date) -> Iterator[_Level]:
        """The figures of the text with the years that their sentence, or the one before, has."""
        before: int | None = None
        for at, sentence in enumerate(sentences):
            years = {
                mention.time.end.year if mention.time.end.month > 1 else mention.time.end.year - 1
                for mention in sentence.dates
                if mention.time is not None
                and not self._after_since.search(sentence.text[: mention.start])
                and mention.time.end is not None
                and mention.time.start is not None
                and (mention.time.end - mention.time.start).days <= _YEAR
                and (published - mention.time.end).days > _OLD
            }
            year = years.pop() if len(years) == 1 else None
            spoken = self._of_then.search(sentence.text) is not None
            if sentence.passage.part == "title" or len(years) > 0:
                before = year
                continue
            for number in sentence.numbers:
                quantity = number.quantity
                if quantity.low is None or quantity.low <= 0:
                    continue
                level = quantity.high if quantity.high is not None else quantity.low
                own = year if year is not None else before if spoken else None
                yield _Level(at, number, Quantity(level, level, None, quantity.unit), own)
            before = year


def _reckoned(said: tuple[int, int, int], level: _Level, mark: Quantity, *, up: bool) -> Reckoning:
    """A level beside the mark that it is said to stay under (``up``) or over."""
    stated = Quantity(None, mark.low, "at most") if up else Quantity(mark.low, None, "at least")
    stated = replace(stated, unit=mark.unit)
    given = (level.sentence, level.number.start, level.number.end)
    computed = replace(level.quantity, unit=stated.unit)
    return Reckoning("limit", said, given, stated, computed)


def _alike(one: Quantity, other: Quantity, far: int = _FAR) -> bool:
    """Whether two figures may be levels of one thing; a bare one may leave its unit out."""
    low, high = one.low, other.low
    units = [(each.unit or "").partition("/")[0] for each in (one, other)]
    if low is None or high is None or (units[0] != units[1] and units[0]):
        return False
    return abs(low - high) <= min(low, high) * Decimal(far) / _HUNDRED
