"""So many at so much each, with what they come to: "40 hours at $50 an hour, a total of $2,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model import Quantity
from ..alternatives import any_of
from ..grammar.nouns import singular
from .claims import Told
from .marked import FIGURE, Marked
from .reckoning import Reckoning, is_ratio, span
from .words import ReckoningWords, whole_words

__all__ = ["RateFinder"]

_THREE = 3
_SLACK = Decimal("0.1")
_NEAR = 28
"""Characters before a figure in which it is called a total."""


class RateFinder:
    """Finds sentences of three figures: a rate, what it is of, and what these two come to."""

    def __init__(self, words: ReckoningWords) -> None:
        self._each = re.compile(rf"(?: [a-z]+){{0,2}} {any_of(words.every_one)}\b", re.IGNORECASE)
        self._per = re.compile(r" (?:an?|per) (?P<noun>[a-z]+)\b")
        self._noun = re.compile(r"(?: of)?(?: [a-z-]+){0,2}? (?P<noun>[a-z]+)")
        self._total = re.compile(
            rf"(?:^|[ ,–(-]){any_of(words.totalling)} (?:about |some |an? )?$", re.IGNORECASE
        )
        self._in_all = re.compile(rf" {any_of(words.in_total)}\b", re.IGNORECASE)
        self._own = whole_words(words.totalling)
        self._denied = whole_words(words.disowned)
        self._within = words.within
        a = r"(?: of)?(?: (?!a |an |per |each )[a-z]+)? (?:an?|per|each) (?P<{}>[a-z]+)"
        self._rhythm = re.compile(
            rf"(?P<often>{FIGURE}){a.format('short')},? (?:or |that is |which is |meaning )"
            rf"(?P<seldom>{FIGURE}){a.format('long')}\b"
        )

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """The rates whose sentence says what they come to."""
        for at, sentence in enumerate(sentences):
            marked = Marked.of(sentence)
            for match in self._rhythm.finditer(marked.text):
                yield from self._often(at, marked, match)
            if len(marked.numbers) == _THREE and not self._denied.search(marked.text):
                yield from self._multiplied(at, marked)

    def _multiplied(self, at: int, marked: Marked) -> Iterator[Reckoning]:
        places = list(marked.numbers)
        for rate in places:
            rest = [place for place in places if place != rate]
            totals = [place for place in rest if self._is_total(marked, place)]
            if len(totals) != 1:
                continue
            total = totals[0]
            (count,) = (place for place in rest if place != total)
            if not self._is_rate(marked, rate, count):
                continue
            one, many, all_ = (marked.numbers[place] for place in (rate, count, total))
            ends, others, come = span(one.quantity), span(many.quantity), span(all_.quantity)
            if one.quantity.unit != all_.quantity.unit or None in (ends, others, come):
                continue
            if ends is None or others is None or come is None or is_ratio(one, many, all_):
                continue
            spread = 1 + _SLACK
            stated = Quantity(come[0] / spread, come[1] * spread, "between", None)
            computed = Quantity(ends[0] * others[0], ends[1] * others[1], "between", None)
            first, last = min(rate, count), max(rate, count)
            yield Reckoning(
                "product", (at, all_.start, all_.end), (at, *marked.place(first, last + 1)),
                stated, computed,
            )  # fmt: skip

    def _is_total(self, marked: Marked, place: int) -> bool:
        """Whether a figure is called what others come to."""
        before = self._total.search(marked.text[:place][-_NEAR:])
        behind = self._in_all.match(marked.text, place + 1)
        spoken = marked.spoken(place)  # "a total of $2,000" is one figure
        return bool(before or behind or (spoken[:1].isalpha() and self._own.search(spoken)))

    def _is_rate(self, marked: Marked, rate: int, count: int) -> bool:
        """Whether a figure is that of each one of those that another counts."""
        quantity = marked.numbers[count].quantity
        if self._each.match(marked.text, rate + 1):
            return quantity.unit is None
        per = self._per.match(marked.text, rate + 1)
        if per is None:
            return False
        noun = self._noun.match(marked.text, count + 1)
        counted = {singular(word) for word in (noun.group().split() if noun else ())}
        return per["noun"] == quantity.unit or (quantity.unit is None and per["noun"] in counted)

    def _often(self, at: int, marked: Marked, match: re.Match[str]) -> Iterator[Reckoning]:
        """So much a day, and so much a year."""
        times = self._within.get(match["short"], {}).get(match["long"])
        one, other = (marked.numbers[match.start(name)] for name in ("often", "seldom"))
        ends, come = span(one.quantity), span(other.quantity)
        if (
            times is None
            or ends is None
            or come is None
            or one.quantity.unit != other.quantity.unit
        ):
            return
        spread = 1 + _SLACK
        stated = Quantity(come[0] / spread, come[1] * spread, "between", None)
        computed = Quantity(ends[0] * times[0], ends[1] * times[1], "between", None)
        said, given = (
            marked.place(match.start(name), match.end(end))
            for name, end in (("seldom", "long"), ("often", "short"))
        )
        yield Reckoning("product", (at, *said), (at, *given), stated, computed)
