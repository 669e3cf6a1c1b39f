"""A figure that is called a rest, a difference or a sum, and the figures near it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations
from typing import Literal

from ...model import Quantity
from ..alternatives import any_of
from ..grammar.nouns import singular
from ..numbers import Number
from .claims import Told
from .marked import Marked
from .reckoning import Reckoning, is_ratio, meets, span
from .words import ReckoningWords, whole_words

__all__ = ["MarkedResultFinder"]

_MOST = 5
"""Figures near a result from which it may come, at most."""
_FEWEST = 2
_TIMES = 3
"""Beyond so many times what the figures come to, a result is of something else."""
_FAR = 45
"""Code points before a figure in which it is called what it is."""
_UNSUMMED = frozenset(("percent", "year", "person-year"))
_WORD = re.compile(r"[ -]([^\W\d_][\w'’-]*)")

_Role = Literal["rest", "difference", "sum"]


@dataclass(frozen=True, slots=True)
class _Source:
    """A figure from which another may come."""

    sentence: int
    number: Number
    low: Decimal
    high: Decimal
    noun: str | None


class MarkedResultFinder:
    """Finds results that no sum or difference of the figures beside them is."""

    def __init__(self, words: ReckoningWords) -> None:
        end = r"(?= ?[,.;:)–—]| -| |$)"
        gap = r"(?: [^\W\d_][\w’-]*){0,3}"
        self._before: dict[_Role, re.Pattern[str]] = {
            "rest": re.compile(rf"{any_of(words.rest_before)} $", re.IGNORECASE),
            "difference": re.compile(
                rf"(?:\b(?:{any_of(words.steps)}|{any_of(words.margins)}) of"
                rf"|\b{any_of(words.apart_before)}{gap} by) (?:just |only |some )?$",
                re.IGNORECASE,
            ),
            "sum": re.compile(rf"{any_of(words.sum_before)} $", re.IGNORECASE),
        }
        noun = rf"(?: (?!{any_of(words.part_at)}\b)[a-z][\w-]*){{0,2}}?"
        self._behind: dict[_Role, re.Pattern[str]] = {
            "rest": re.compile(rf"{noun} {any_of(words.rest_behind)}{end}", re.IGNORECASE),
            "difference": re.compile(rf"{noun} {any_of(words.apart_behind)}{end}", re.IGNORECASE),
            "sum": re.compile(rf"{noun},? {any_of(words.sum_behind)}{end}", re.IGNORECASE),
        }
        self._nameless = frozenset((*words.elided, *words.part_at, *words.nameless))
        self._denied = whole_words((*words.disowned, *words.unreal, *words.not_overall))
        self._share = re.compile(rf"an? {any_of(words.margins)}\b", re.IGNORECASE)

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """Every result with figures that do not come to it."""
        marks = [Marked.of(sentence, self._share) for sentence in sentences]
        for at, marked in enumerate(marks):
            in_title = sentences[at].passage.part == "title"
            if in_title or not marked.numbers or self._denied.search(marked.text):
                continue
            for place, number in marked.numbers.items():
                role = self._role(marked.text, place)
                result = self._source(at, marked, place, number)
                told = number.quantity.hedge is None
                if role is not None and result is not None and told:
                    yield from self._checked(role, result, marks)

    def _role(self, text: str, place: int) -> _Role | None:
        """What a figure is called by the words around it."""
        before, behind = text[max(0, place - _FAR) : place], text[place + 1 :]
        for role, pattern in self._before.items():
            if pattern.search(before) or self._behind[role].match(behind):
                return role
        return None

    def _source(self, at: int, marked: Marked, place: int, number: Number) -> _Source | None:
        """A figure that may be added or taken away."""
        if is_ratio(number) or number.quantity.unit in _UNSUMMED:
            return None
        ends = span(number.quantity)
        if ends is None or ends[0] <= 0 or number.quantity.low != number.quantity.high:
            return None
        word = _WORD.match(marked.text, place + 1)
        noun = singular(word[1].lower()) if word else None
        return _Source(at, number, *ends, None if noun in self._nameless else noun)

    def _checked(
        self, role: _Role, result: _Source, marks: Sequence[Marked]
    ) -> Iterator[Reckoning]:
        """A result and the figures beside it, where none of their sums is it."""
        near = [
            source
            for at in range(max(0, result.sentence - 1), min(len(marks), result.sentence + 2))
            for place, number in marks[at].numbers.items()
            if number is not result.number
            and (source := self._source(at, marks[at], place, number)) is not None
            and _is_like(source, result)
        ]
        before = [each for each in near if each.sentence <= result.sentence]
        sources = before if len(before) >= _FEWEST else near
        if not _FEWEST <= len(sources) <= _MOST:
            return
        come = list(_results(role, sources))
        stated = Quantity(result.low, result.high, "between", None)
        computed = [Quantity(low, high, "between", None) for low, high in come]
        told = [each.number.quantity for each in sources]
        if not come or any(meets(stated, each) for each in (*computed, *told)):
            return
        nearest = min(come, key=lambda each: abs(each[0] - result.low))
        if not nearest[1] / _TIMES <= result.high or result.low > nearest[0] * _TIMES:
            return
        if _is_told_elsewhere(result, marks):
            return
        at = sources[-1].sentence
        own = [each.number for each in sources if each.sentence == at]
        yield Reckoning(
            "total" if role == "sum" else "difference",
            (result.sentence, result.number.start, result.number.end),
            (at, min(n.start for n in own), max(n.end for n in own)),
            stated, Quantity(*nearest, "between", None),
        )  # fmt: skip


def _is_like(source: _Source, result: _Source) -> bool:
    """Whether two figures may be of the same things."""
    if source.number.quantity.unit != result.number.quantity.unit:
        return False
    if source.number.quantity.unit is not None:
        return True
    return source.noun == result.noun or None in (source.noun, result.noun)


def _results(role: _Role, sources: Sequence[_Source]) -> Iterator[tuple[Decimal, Decimal]]:
    """What figures may come to: sums of several, or what is left of the largest."""
    several = chain.from_iterable(
        combinations(sources, count) for count in range(1, len(sources) + 1)
    )
    for each in several:
        low, high = sum((s.low for s in each), Decimal(0)), sum((s.high for s in each), Decimal(0))
        if role == "sum":
            if len(each) >= _FEWEST:
                yield low, high
            continue
        for whole in sources:
            if whole not in each and whole.high > low:
                yield max(whole.low - high, Decimal(0)), whole.high - low


def _is_told_elsewhere(result: _Source, marks: Sequence[Marked]) -> bool:
    """Whether another sentence has the same figure, so that it comes from elsewhere."""
    return any(
        number.quantity.low == result.number.quantity.low
        and number.quantity.unit == result.number.quantity.unit
        for at, marked in enumerate(marks)
        if at != result.sentence
        for number in marked.numbers.values()
    )
