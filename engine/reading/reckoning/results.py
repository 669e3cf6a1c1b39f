"""What is left of two sums, and what a price times a number comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model import Quantity
from ...quantities import reach
from ..numbers import Number
from .claims import Told
from .pairs import plain
from .reckoning import Reckoning, around, meets
from .words import ReckoningWords, whole_words

__all__ = ["ResultFinder"]

_BEFORE = 40
"""Code points before a figure in which it is called what is left, or what was taken."""
_AROUND = 30
_NEAR = 3
"""Sentences from the figures to what they come to, at most."""
_PAIR = 2
_LARGE = 1000
_SLACK = Decimal("0.1")


class ResultFinder:
    """Finds differences and products that are told beside the figures that they come from."""

    def __init__(self, words: ReckoningWords) -> None:
        self._net = whole_words(words.net)
        self._opposed = whole_words(words.opposed)
        self._compared = whole_words(set(words.beside) - set(words.opposed))
        self._price, self._proceeds = whole_words(words.price), whole_words(words.proceeds)

    def rests(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """What is called a surplus or a net gain, beside the two figures that it is between."""
        for at, result in self._called(sentences, self._net):
            unit = result.quantity.unit
            sources = [
                (where, [n for n in plain(sentence) if n is not result and _may_be(n, unit)])
                for where, sentence in enumerate(sentences)
                if abs(where - at) <= _NEAR
            ]
            pairs = [(where, found) for where, found in sources if len(found) == _PAIR]
            if len(pairs) != 1:
                continue
            ((where, (one, other)),) = pairs
            text = sentences[where].text
            joined = self._opposed.search(text, one.end, other.start)
            if joined is None or self._compared.search(text, one.end, other.start):
                continue
            ends, others = reach(one.quantity), reach(other.quantity)
            if ends is None or others is None or result.quantity.low is None:
                continue
            apart = sorted(abs(a - b) for a in ends for b in others)
            computed = Quantity(apart[0], apart[-1], "between", unit)
            come = (one.quantity.low or 0) + (other.quantity.low or 0)
            low = result.quantity.low
            stated = around(low, _SLACK, unit)
            if meets(stated, Quantity(Decimal(come), Decimal(come), None, unit)):
                continue
            given = (where, min(one.start, other.start), max(one.end, other.end))
            yield Reckoning("difference", (at, result.start, result.end), given, stated, computed)

    def products(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """What so many at so much each are said to have brought in."""
        for at, total in self._called(sentences, self._proceeds):
            if total.quantity.unit is None:
                continue
            near = [(w, s) for w, s in enumerate(sentences) if abs(w - at) <= _NEAR]
            prices = [
                (where, n) for where, s in near for n in plain(s)
                if n.quantity.unit == total.quantity.unit and n is not total
                and self._price.search(s.text, max(0, n.start - _AROUND), n.end + _AROUND)
            ]  # fmt: skip
            if len(prices) != 1:
                continue
            ((where, price),) = prices
            counts = [n for n in plain(sentences[where]) if n.quantity.unit is None]
            if len(counts) != 1 or price.quantity.low is None or counts[0].quantity.low is None:
                continue
            come, low = price.quantity.low * counts[0].quantity.low, total.quantity.low
            if low is None or low < price.quantity.low:
                continue
            stated = around(low, _SLACK, price.quantity.unit)
            given = (where, min(price.start, counts[0].start), max(price.end, counts[0].end))
            computed = Quantity(come, come, None, price.quantity.unit)
            yield Reckoning("each", (at, total.start, total.end), given, stated, computed)

    def _called(
        self, sentences: Sequence[Told], pattern: re.Pattern[str]
    ) -> Iterator[tuple[int, Number]]:
        """The figures that are called so."""
        for at, sentence in enumerate(sentences):
            if not sentence.numbers or not pattern.search(sentence.text):
                continue
            for number in plain(sentence):
                before = sentence.text[max(0, number.start - _BEFORE) : number.start]
                match = next(iter(pattern.finditer(before)), None)
                if match is not None and len(before) - match.end() < _AROUND // 3:
                    yield at, number


def _may_be(number: Number, unit: str | None) -> bool:
    """Whether a figure may be in a unit: "took in 4.2 million euros and spent 3.9 million"."""
    low = number.quantity.low or 0
    return number.quantity.unit == unit or (number.quantity.unit is None and low >= _LARGE)
