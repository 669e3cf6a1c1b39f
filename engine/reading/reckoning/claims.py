"""What copy says in words that two of its figures come to: "doubled", "down by a third"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from ...knowledge import read_words
from ...model import Quantity
from ...quantities import half_step
from ..alternatives import any_of
from ..dates import DateMention
from ..inflect import forms
from ..meaning.mentions import Passage
from ..numbers import Number
from .words import ReckoningWords, whole_words

__all__ = ["Claim", "ClaimFinder", "Told"]

_NEAR = 28
"""Code points before a share in which the word stands that says which way it goes."""
_FAR = 48
"""Code points before a claim in which it is said to be none."""
_FRACTION = Decimal("0.05")
_PERCENT = Decimal("0.02")
_HUNDRED = 100


class Told(Protocol):
    """A sentence with its numbers and dates."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def words(self) -> frozenset[str]:
        """The same, one by one, in lower case."""

    @property
    def passage(self) -> Passage:
        """Where it stands."""

    @property
    def numbers(self) -> Sequence[Number]:
        """Its figures."""

    @property
    def dates(self) -> Sequence[DateMention]:
        """Its dates."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of two figures that stand elsewhere.

    Attributes:
        sentence: number of the sentence.
        start: where it begins in it.
        end: where it ends.
        form: a ratio of the later to the earlier figure, or how far they lie apart.
        stated: what it lets pass.
    """

    sentence: int
    start: int
    end: int
    form: Literal["ratio", "difference"]
    stated: Quantity


class ClaimFinder:
    """Finds claims in the sentences of an article."""

    def __init__(self, words: ReckoningWords) -> None:
        self._words = words
        hedges = {"short": words.short, "beyond": words.beyond, "roughly": words.roughly}
        hedge = "|".join(f"(?P<{name}>{any_of(said)})" for name, said in hedges.items())
        multiples = any_of(words.multiples)
        self._multiple = re.compile(
            rf"(?<![\w-])(?:(?:{hedge}) )?(?P<multiple>{multiples})(?![\w-])", re.IGNORECASE
        )
        self._unreal = whole_words(words.unreal)
        self._rose, self._fell = (whole_words(_ways(way)) for way in ("rose", "fell"))
        self._more = re.compile(rf"\s*{any_of(words.more_behind)}\b", re.IGNORECASE)
        self._less = re.compile(rf"\s*{any_of(words.less_behind)}\b", re.IGNORECASE)
        known = any_of(words.known)
        self._before = re.compile(rf"\b{known} {any_of(words.added_before)}\s*$", re.IGNORECASE)
        self._the = re.compile(rf"\b{known}\s*$", re.IGNORECASE)
        self._behind = re.compile(rf"[ -]{any_of(words.added_behind)}\b", re.IGNORECASE)

    def find(self, sentences: Sequence[Told]) -> Iterator[Claim]:
        """Every claim of the article."""
        for at, sentence in enumerate(sentences):
            for claim in (*self._multiples(at, sentence), *self._shares(at, sentence)):
                if not self._unreal.search(sentence.text, max(0, claim.start - _FAR), claim.start):
                    yield claim
            yield from self._differences(at, sentence)

    def _multiples(self, at: int, sentence: Told) -> Iterator[Claim]:
        for match in self._multiple.finditer(sentence.text):
            factor = self._words.multiples[match["multiple"].lower()]
            least, most = Decimal("0.87"), Decimal("1.2")
            if match["short"]:
                least, most = Decimal("0.8"), Decimal("1.03")
            elif match["beyond"]:
                least, most = Decimal("0.97"), Decimal("1.6")
            elif match["roughly"]:
                least, most = Decimal("0.8"), Decimal("1.25")
            stated = Quantity(factor * least, factor * most, "between", None)
            yield Claim(at, match.start(), match.end(), "ratio", stated)

    def _shares(self, at: int, sentence: Told) -> Iterator[Claim]:
        """The shares by which something rose or fell."""
        text = sentence.text
        for number in sentence.numbers:
            quantity = number.quantity
            low, high = quantity.low, quantity.high
            if quantity.unit != "percent" or low is None or low != high or number.part is not None:
                continue
            before = text[max(0, number.start - _NEAR) : number.start]
            rose, fell = _last(self._rose, before), _last(self._fell, before)
            way = 0 if rose == fell else 1 if rose > fell else -1
            start = max(0, number.start - _NEAR) + max(rose, fell) if way else number.start
            end = number.end
            for pattern, sign in ((self._more, 1), (self._less, -1)):
                if not way and (match := pattern.match(text, number.end)):
                    way, end = sign, match.end()
            if not way or low >= _HUNDRED:
                continue
            slack = _FRACTION if number.stated.unit is None else _PERCENT
            slack *= 2 if quantity.hedge else 1
            ratio = 1 + way * low / _HUNDRED
            stated = Quantity(max(ratio - slack, Decimal(0)), ratio + slack, "between", None)
            yield Claim(at, start, end, "ratio", stated)

    def _differences(self, at: int, sentence: Told) -> Iterator[Claim]:
        """The sums that are known to have come on top, or gone."""
        text = sentence.text
        for number in sentence.numbers:
            low = number.quantity.low
            if low is None or low != number.quantity.high or number.quantity.unit == "percent":
                continue
            before, behind = text[: number.start], self._behind.match(text, number.end)
            start, end = number.start, number.end
            if added := self._before.search(before):
                start = added.start()
            elif behind and (the := self._the.search(before)):
                start, end = the.start(), behind.end()
            else:
                continue
            slack = 2 * half_step(low)
            stated = Quantity(low - slack, low + slack, "between", number.quantity.unit)
            yield Claim(at, start, end, "difference", stated)


def _ways(way: str) -> Iterable[str]:
    for word in read_words("comparisons").data[way]:
        each = forms(word)
        yield from (word, *each.present, *each.past, *each.participle, *each.gerund)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins; -1 where there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)
