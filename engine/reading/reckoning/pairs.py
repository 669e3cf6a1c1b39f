"""A figure and that of another time: "1,196 persons, whereas the year before saw 612"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from ...model import Quantity
from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .words import ReckoningWords, whole_words

__all__ = ["Pair", "PairFinder", "plain"]

_MOST_TIMES = 15
"""Beyond so many times the other, a figure is of something else."""
_LEAST = 5
"""Smaller numbers of things are of anything."""
_LONG_AGO = 300
"""Days before publication from which on a date is one of another time."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing.

    Attributes:
        sentence: number of the sentence of the earlier.
        now: the later figure.
        then: the earlier one.
        beside: number of the sentence of the later.
    """

    sentence: int
    now: Number
    then: Number
    beside: int


class PairFinder:
    """Finds the figures of an article that are set beside those of another time."""

    def __init__(self, words: ReckoningWords) -> None:
        self._then = whole_words(words.then)
        self._bound = re.compile(rf"[;:]|(?:, )?\b{any_of(words.beside)}\b", re.IGNORECASE)

    def find(self, sentences: Sequence[Told], published: date | None) -> list[Pair]:
        """The pairs of the article, none twice."""
        found: dict[tuple[Quantity, Quantity], Pair] = {}
        for at, sentence in enumerate(sentences):
            if sentence.passage.part == "title":
                continue
            numbers = list(plain(sentence))
            for one, other in pairwise(numbers):  # "goes from 400 naira to 500 naira"
                between = sentence.text[one.end : other.start]
                if between == " to " and sentence.text[: one.start].endswith(" from "):
                    found[other.quantity, one.quantity] = Pair(at, other, one, at)
            thens = [n for n in numbers if self._is_then(sentence, n, published)]
            if len(thens) != 1:
                continue
            (then,) = thens
            now = self._now(at, then, sentences, published)
            if now is not None:
                pair = Pair(at, now[1], then, now[0])
                found.setdefault((pair.now.quantity, then.quantity), pair)
        return list(found.values())

    def _now(
        self, at: int, then: Number, sentences: Sequence[Told], published: date | None
    ) -> tuple[int, Number] | None:
        """The figure of now: in the same sentence or the one before, or the only one at all."""
        own = [(at, n) for n in plain(sentences[at]) if n is not then and _alike(n, then)]
        before = [(at - 1, n) for n in (plain(sentences[at - 1]) if at else ()) if _alike(n, then)]
        others = chain.from_iterable(((i, n) for n in plain(s)) for i, s in enumerate(sentences))
        anywhere = [each for each in others if each[1] is not then and _alike(each[1], then)]
        for near in (own, before, anywhere):
            near = [  # noqa: PLW2901
                each for each in near if not self._is_then(sentences[each[0]], each[1], published)
            ]
            if near:
                return near[0] if len({n.quantity for _, n in near}) == 1 else None
        return None

    def _is_then(self, sentence: Told, number: Number, published: date | None) -> bool:
        """Whether the words around a figure put it at another time."""
        start, end = self._segment(sentence.text, number)
        if self._then.search(sentence.text, start, end):
            return True
        return any(
            mention.time is not None
            and mention.time.end is not None
            and published is not None
            and (published - mention.time.end).days > _LONG_AGO
            for mention in sentence.dates
            if start <= mention.start < end
        )

    def _segment(self, text: str, number: Number) -> tuple[int, int]:
        """The part of the sentence that is said of a figure alone."""
        bounds = [match.start() for match in self._bound.finditer(text)]
        start = max((at for at in bounds if at < number.start), default=0)
        return start, min((at for at in bounds if at >= number.end), default=len(text))


def plain(sentence: Told) -> Iterator[Number]:
    """The figures of a sentence that are a number or an amount and no share, rank or bound."""
    for number in sentence.numbers:
        quantity = number.quantity
        low = quantity.low
        small = quantity.unit is None and low is not None and low < _LEAST
        if low is None or low != quantity.high or low <= 0 or small or number.part is not None:
            continue
        if quantity.unit not in ("percent", "year", "day", "month", "week", "hour", "minute"):
            yield number


def _alike(one: Number, other: Number) -> bool:
    units = {one.quantity.unit, other.quantity.unit}
    low, high = one.quantity.low, other.quantity.low
    if len(units) > 1 or low is None or high is None:
        return False
    return max(low, high) <= min(low, high) * _MOST_TIMES and low != high
