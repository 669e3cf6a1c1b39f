"""Two figures with what the one is of the other: "60 seats, twice as many as the 30 it had"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model import Quantity
from ...quantities import quotient, reach
from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .marked import FIGURE, Marked
from .reckoning import Reckoning, is_ratio, meets
from .words import ReckoningWords, whole_words

__all__ = ["ComparedFinder"]

_HUNDRED = Decimal(100)
_POINTS = Decimal("3.5")
"""How far a share may be out, in points."""
_ROUGH = Decimal(8)
_FEW = 10
"""One in so many is a share; of more, it is a count."""
_MOST_TIMES = 30
"""More times another, a figure is of something else."""


class ComparedFinder:
    """Finds figures of one sentence that are said to be so many times, or a part of, another."""

    def __init__(self, words: ReckoningWords) -> None:
        self._multiples = words.multiples
        self._denied = whole_words((*words.disowned, *words.unreal))
        multiple = any_of(words.multiples)
        self._spoken = re.compile(rf"{multiple}\b", re.IGNORECASE)
        noun = r"(?:[ -][a-z][\w'’-]*){0,4}"
        hedges = {"short": words.short, "beyond": words.beyond, "roughly": words.roughly}
        hedge = "|".join(f"(?P<{name}>{any_of(said)})" for name, said in hedges.items())
        the = r"(?:the |its |their |all |all the |those |these )?"
        be = r"(?:is |was |are |were |or |which is |which was )?"
        again = any_of((*words.in_total, *words.people))
        end = r"(?= ?[,.;)–—]| -|$)"
        named = r"(?= ?[,.;)–—]| -|$| [a-z]+ ?[,.;)–—])"  # "or 14 towns,"
        self._times = re.compile(
            rf"(?P<value>{FIGURE}){noun},? {be}(?:(?:{hedge}) )?(?P<times>{multiple})"
            rf"(?: (?!than\b)[a-z]+){{0,3}} {the}(?P<base>{FIGURE})",
            re.IGNORECASE,
        )
        apposed = r"(?:(?P<or>, or )|, | – | — | \(|, that is, )"
        self._part = re.compile(
            rf"(?P<share>{FIGURE})(?: of {the}| the )(?P<whole>{FIGURE}){noun}{apposed}"
            rf"(?P<part>{FIGURE})(?: {again})?(?(or){named}|{end})",
            re.IGNORECASE,
        )
        self._of = re.compile(
            rf"\bof {the}(?P<whole>{FIGURE}){noun}, (?P<part>{FIGURE}){noun}"
            rf"{apposed}(?P<share>{FIGURE})(?= ?[,.;)–—]| -|$)",
            re.IGNORECASE,
        )
        self._told = re.compile(
            rf"(?P<share>{FIGURE})(?: of)?{noun}(?::|,? or| –| —| \() ?(?P<part>{FIGURE})"
        )
        further = any_of(words.further)
        self._more = re.compile(
            rf"(?P<value>{FIGURE}){noun}(?:,| –| \() (?P<step>{FIGURE}){noun} {further} than "
            rf"{the}(?P<base>{FIGURE})"
        )

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """The comparisons, with the figures that they are of."""
        for at, sentence in enumerate(sentences):
            if len(sentence.numbers) <= 1:
                continue
            marked = Marked.of(sentence, self._spoken)
            found = (
                *self._multiplied(at, marked), *self._parts(at, marked),
                *self._ratios(at, marked), *self._steps(at, marked),
            )  # fmt: skip
            for place, reckoning in found:
                if not self._denied.search(marked.text, 0, place):
                    yield reckoning

    def _multiplied(self, at: int, marked: Marked) -> Iterator[tuple[int, Reckoning]]:
        """So many times as many."""
        for match in self._times.finditer(marked.text):
            value, base = (marked.numbers[match.start(name)] for name in ("value", "base"))
            ends = quotient(value.quantity, base.quantity)
            if ends is None or value.quantity.unit != base.quantity.unit or is_ratio(value, base):
                continue
            factor = self._multiples[match["times"].lower()]
            least, most = Decimal("0.87"), Decimal("1.15")
            if match["short"]:
                least, most = Decimal("0.75"), Decimal("1.05")
            elif match["beyond"]:
                least, most = Decimal("0.95"), Decimal("1.6")
            elif match["roughly"]:
                least, most = Decimal("0.8"), Decimal("1.25")
            stated = Quantity(factor * least, factor * most, "between", None)
            computed = Quantity(*ends, "between", None)
            if not meets(stated, computed) and self._is_of_another(marked, match, base, stated):
                continue
            yield self._found(at, marked, match, stated, computed, "times")

    @staticmethod
    def _is_of_another(
        marked: Marked, match: re.Match[str], base: Number, stated: Quantity
    ) -> bool:
        """Whether a figure before may be meant: "$28 million, or 67 cents a share, twice the"."""
        before = [each for place, each in marked.numbers.items() if place < match.start("value")]
        come = [quotient(each.quantity, base.quantity) for each in before]
        fit = [ends for ends in come if ends and meets(stated, Quantity(*ends, "between", None))]
        ends = quotient(marked.numbers[match.start("value")].quantity, base.quantity)
        far = ends is None or not 1 / _MOST_TIMES < ends[0] < _MOST_TIMES
        return bool(fit) or far

    def _parts(self, at: int, marked: Marked) -> Iterator[tuple[int, Reckoning]]:
        """Such a share of so many, and how many that is."""
        for pattern in (self._part, self._of):
            for match in pattern.finditer(marked.text):
                share, whole, part = (
                    marked.numbers[match.start(name)] for name in ("share", "whole", "part")
                )
                ends = quotient(part.quantity, whole.quantity)
                alike = part.quantity.unit == whole.quantity.unit != "percent"
                if ends is None or not alike or ends[0] > 1 or is_ratio(whole, part):
                    continue
                stated = _shared(share, rough=bool(whole.quantity.hedge or part.quantity.hedge))
                if stated is not None:
                    yield self._found(at, marked, match, stated, _percent(ends), "share")

    def _ratios(self, at: int, marked: Marked) -> Iterator[tuple[int, Reckoning]]:
        """Such a share, and how many of how many: "one in four failed: 45 of the 300"."""
        for match in self._told.finditer(marked.text):
            share, ratio = (marked.numbers[match.start(name)] for name in ("share", "part"))
            if ratio.part is None or ratio.whole is None or (ratio.whole.low or 0) <= _FEW:
                continue
            ends, stated = quotient(ratio.part, ratio.whole), _shared(share, rough=False)
            if ends is not None and stated is not None:
                yield self._found(at, marked, match, stated, _percent(ends), "share")

    def _steps(self, at: int, marked: Marked) -> Iterator[tuple[int, Reckoning]]:
        """So much more than another."""
        for match in self._more.finditer(marked.text):
            value, step, base = (
                marked.numbers[match.start(name)] for name in ("value", "step", "base")
            )
            one, said, other = (reach(each.quantity) for each in (value, step, base))
            if one is None or said is None or other is None or is_ratio(value, step, base):
                continue
            unit = value.quantity.unit
            own = "point" if unit == "percent" else unit
            if unit != base.quantity.unit or step.quantity.unit != own:
                continue
            apart = sorted(abs(a - b) for a in one for b in other)
            computed = Quantity(apart[0], apart[-1], "between", None)
            yield self._found(at, marked, match, Quantity(*said, "between", None), computed, "step")

    @staticmethod
    def _found(
        at: int, marked: Marked, match: re.Match[str], stated: Quantity, computed: Quantity, by: str
    ) -> tuple[int, Reckoning]:
        said, given = marked.place(*match.span(by)), marked.place(*match.span())
        return match.start(), Reckoning("compared", (at, *said), (at, *given), stated, computed)


def _shared(share: Number, *, rough: bool) -> Quantity | None:
    """The share that is told, with what is let pass; ``None`` for one of few told in figures."""
    quantity, whole = share.quantity, share.whole
    if quantity.unit != "percent" or (whole is not None and (whole.low or 0) > _FEW):
        return None
    said = reach(quantity)
    if said is None:
        return (
            None if quantity.low is None else Quantity(quantity.low, _HUNDRED, "between", "percent")
        )
    slack = _ROUGH if rough or quantity.hedge else _POINTS
    return Quantity(said[0] - slack, said[1] + slack, "between", "percent")


def _percent(ends: tuple[Decimal, Decimal]) -> Quantity:
    return Quantity(ends[0] * _HUNDRED, ends[1] * _HUNDRED, "between", "percent")
