"""What each gets, what share some are, and one measure told in two units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise

from ...knowledge import read_words
from ...model import Fact, Quantity
from ...quantities import in_base_unit, quotient
from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .pairs import plain
from .reckoning import Reckoning, around, is_money, meets
from .words import ReckoningWords, whole_words

__all__ = ["SumFinder"]

_NEAR = 40
"""Code points around a figure in which it says what it is of."""
_SLACK = Decimal("0.02")
_ROUGH = Decimal("0.3")
"""By how much of itself "one in ten" may be out."""
_TENTH = Decimal("0.1")
_FEW = 12
_THEN_PART = re.compile(r" [^,;:]{2,40}, ")
"""Between a whole and its part: "of the 1,480 bottles tested, 74"."""
_HUNDRED = 100


class SumFinder:
    """Finds what the figures of an article give by dividing and by converting."""

    def __init__(self, words: ReckoningWords) -> None:
        self._dividing, self._each = whole_words(words.dividing), whole_words(words.each)
        numbers = read_words("numbers").data
        counts = {**numbers["cardinals"], **numbers["tens"]}
        self._counts = {str(word): Decimal(str(n)) for word, n in counts.items()}
        count = any_of(self._counts)
        self._one_in = re.compile(
            rf"\b(?P<part>{count}) (?:[a-z]+ ){{0,2}}{any_of(words.out_of)} (?P<whole>{count})\b",
            re.IGNORECASE,
        )
        self._of = re.compile(rf"\b{any_of(words.whole_of)} $", re.IGNORECASE)
        self._properties = {name: whole_words(spoken) for name, spoken in words.properties.items()}

    def each(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """A sum divided among so many, and what each of them is said to get."""
        for at, sentence in enumerate(sentences):
            if not self._dividing.search(sentence.text):
                continue
            numbers = list(plain(sentence))
            sums = [n for n in numbers if is_money(n)]
            counts = [n for n in numbers if n.quantity.unit is None]
            if len(sums) != 1 or len(counts) != 1:
                continue
            computed = quotient(sums[0].quantity, counts[0].quantity)
            shares = list(self._shares(sentences, sums[0]))
            if computed is None or len({n.quantity for _, n in shares}) != 1:
                continue
            (where, share), *_ = shares
            low = share.quantity.low or Decimal(0)
            stated = around(low, _SLACK, share.quantity.unit)
            ends = (sums[0].start, sums[0].end, counts[0].start, counts[0].end)
            yield Reckoning(
                "each", (where, share.start, share.end), (at, min(ends), max(ends)), stated,
                Quantity(*computed, "between", share.quantity.unit),
            )  # fmt: skip

    def _shares(self, sentences: Sequence[Told], whole: Number) -> Iterator[tuple[int, Number]]:
        """The sums that one of several gets."""
        for at, sentence in enumerate(sentences):
            for number in plain(sentence):
                around = (max(0, number.start - _NEAR), number.end + 2 * _NEAR)
                alike = number.quantity.unit == whole.quantity.unit and number is not whole
                if alike and self._each.search(sentence.text, *around):
                    yield at, number

    def parts(self, sentences: Sequence[Told], told: Sequence[Fact]) -> Iterator[Reckoning]:
        """A share told as "one in ten", and the one part that the copy tells of a whole."""
        parts = {(at, start, end): share for at, start, end, share in self._told(sentences, told)}
        if len(parts) != 1:
            return
        ((given, computed),) = parts.items()
        said = [
            (at, match) for at, sentence in enumerate(sentences)
            for match in self._one_in.finditer(sentence.text)
        ]  # fmt: skip
        if len(said) != 1:
            return
        ((at, match),) = said
        part, whole = (self._counts[match[name].lower()] for name in ("part", "whole"))
        if at == given[0] or not part < whole:
            return
        share = part / whole * _HUNDRED
        stated = around(share, _ROUGH, "percent")
        spoken = (at, match.start(), match.end())
        if not meets(stated, computed) and self._is_met(stated, sentences, spoken):
            return
        yield Reckoning("share", spoken, given, stated, computed)

    def _told(
        self, sentences: Sequence[Told], told: Sequence[Fact]
    ) -> Iterator[tuple[int, int, int, Quantity]]:
        """The parts that are told of a whole: where, and what share each is."""
        places = {(s.passage.part, s.passage.span): at for at, s in enumerate(sentences)}
        for fact in told:
            share, at = fact.fields.get("share"), places.get((fact.part, fact.sentence))
            if fact.kind == "figure" and at is not None and isinstance(share, Quantity):
                start = fact.sentence.start
                yield at, fact.span.start - start, fact.span.end - start, share
        for at, sentence in enumerate(sentences):
            for whole, part in pairwise(plain(sentence)):
                between = sentence.text[whole.end : part.start]
                before = sentence.text[: whole.start]
                ends = quotient(part.quantity, whole.quantity)
                if self._of.search(before) and _THEN_PART.fullmatch(between) and ends is not None:
                    share = Quantity(ends[0] * _HUNDRED, ends[1] * _HUNDRED, "between", "percent")
                    yield at, part.start, part.end, share

    @staticmethod
    def _is_met(stated: Quantity, sentences: Sequence[Told], spoken: tuple[int, int, int]) -> bool:
        """Whether any two counts of the article, or a share in it, are as is said."""
        counts = [n.quantity for s in sentences for n in plain(s) if n.quantity.unit is None]
        for one, other in combinations(counts, 2):
            if one.low and other.low:
                come = min(one.low, other.low) / max(one.low, other.low) * _HUNDRED
                if meets(stated, Quantity(come, come, None, "percent")):
                    return True
        return any(
            number.quantity.unit == "percent" and meets(stated, number.quantity)
            for at, sentence in enumerate(sentences) for number in sentence.numbers
            if at != spoken[0] or not spoken[1] <= number.start < spoken[2]
        )  # fmt: skip

    def equivalents(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """A measure told in one unit here and in another there, each time of the same property."""
        found: dict[tuple[str, str], list[tuple[int, Number]]] = {}
        for at, sentence in enumerate(sentences):
            for number in plain(sentence):
                dimension = _dimensions().get(number.quantity.unit or "")
                beside = sentence.text[max(0, number.start - _NEAR) : number.end + _NEAR]
                for name, pattern in self._properties.items():
                    if dimension is not None and pattern.search(beside):
                        found.setdefault((dimension, name), []).append((at, number))
        seen: set[tuple[int, int]] = set()
        for measures in found.values():
            units = {number.quantity.unit for _, number in measures}
            if len(measures) != len(units) or len(units) != len(("one", "other")):
                continue
            (at, one), (where, other) = measures
            if at == where or (at, where) in seen:
                continue
            seen.add((at, where))
            stated, computed = in_base_unit(one.quantity), in_base_unit(other.quantity)
            if stated.low is None or computed.low is None or not _near(stated.low, computed.low):
                continue
            yield Reckoning(
                "equivalent", (where, other.start, other.end), (at, one.start, one.end),
                around(computed.low, _TENTH, computed.unit), stated,
            )  # fmt: skip


def _near(one: Decimal, other: Decimal) -> bool:
    """Whether two measures may be of one thing at all."""
    return max(one, other) <= min(one, other) * _FEW


@cache
def _dimensions() -> Mapping[str, str]:
    data = read_words("dimensions").data["dimensions"]
    return {unit: name for name, units in data.items() for unit in units}
