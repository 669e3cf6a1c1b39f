"""So many before and so many more; how far one is ahead; so much each month for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ...model import Quantity
from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .marked import FIGURE, Marked
from .reckoning import Reckoning, is_ratio, meets, span
from .words import ReckoningWords, whole_words

__all__ = ["GainFinder"]

_NEAR = 3
"""Sentences over which a course of figures is told, at most."""
_MARGIN = 8
"""Sentences from a count of votes to how far the winner is ahead, at most."""
_FEWEST = 50
"""Votes below which two figures are of anything."""
_SLACK = Decimal("1.03")

_Found = tuple[int, Number]


class GainFinder:
    """Finds figures of several sentences of which one follows from the others."""

    def __init__(self, words: ReckoningWords) -> None:
        gap = rf"(?: (?!and\b)[^\W\d_{FIGURE}][\w'’-]*){{0,4}}?"
        self._had = re.compile(rf"\b{any_of(words.had)}{gap} (?={FIGURE})", re.IGNORECASE)
        self._gained = re.compile(rf"\b{any_of(words.gained)}{gap} (?={FIGURE})", re.IGNORECASE)
        self._shed = re.compile(rf"\b{any_of(words.shed)}\b", re.IGNORECASE)
        what = rf"{gap} (?P<number>{FIGURE})| (?P<none>{any_of(words.none)})\b"
        self._lost = re.compile(rf"\b{any_of(words.shed)}(?:{what})", re.IGNORECASE)
        self._has = re.compile(rf"\b{any_of(words.come_to)}{gap} (?={FIGURE})", re.IGNORECASE)
        margin = rf"\b{any_of(words.margins)} of (?={FIGURE})"
        self._margin = re.compile(margin, re.IGNORECASE)
        self._votes = whole_words((*words.voted, *words.counting_votes))
        self._share = re.compile(rf"an? {any_of(words.margins)}\b", re.IGNORECASE)
        longer = {name for within in words.within.values() for name in within}
        short = rf"(?:an?|per|each|every) (?P<short>{any_of(words.within)})"
        self._rate = re.compile(
            rf"(?P<rate>{FIGURE})(?: each)?,? {short}"
            rf"\b[^{FIGURE}.;]{{0,20}}? for an? (?P<long>{any_of(longer)})\b",
            re.IGNORECASE,
        )
        self._raise = whole_words((*words.totalling, *words.proceeds))
        self._denied = whole_words(words.disowned)

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """Every course, margin and product that comes to something else."""
        marks = [Marked.of(sentence, self._share) for sentence in sentences]
        for at, marked in enumerate(marks):
            if not marked.numbers or sentences[at].passage.part == "title":
                continue
            yield from self._course(at, marks)
            yield from self._ahead(at, marks)
            yield from self._product(at, marks)

    def _course(self, at: int, marks: Sequence[Marked]) -> Iterator[Reckoning]:
        """So many before, what came and went, and so many now."""
        has = self._has.search(marks[at].text)
        if has is None:
            return
        window = range(max(0, at - _NEAR), at + 1)
        starts = [(where, m) for where in window for m in self._had.finditer(marks[where].text)]
        starts = [(where, m) for where, m in starts if (where, m.end()) < (at, has.start())]
        if not starts:
            return
        where, had = starts[-1]
        first, last = marks[where].numbers[had.end()], marks[at].numbers[has.end()]
        between = [(i, marks[i]) for i in range(where, at + 1)]
        gains = [
            marked.numbers[m.end()]
            for i, marked in between
            for m in self._gained.finditer(marked.text)
            if (where, had.end()) < (i, m.start()) < (at, has.start())
        ]
        losses = self._losses([m for _, m in between])
        ends = [span(n.quantity) for n in (first, last, *gains)]
        known = [end for end in ends if end is not None]
        same = {n.quantity.unit for n in (first, last, *gains, *(losses or ()))}
        if not gains or losses is None or len(known) != len(ends) or len(same) != 1:
            return
        (low, high), (least, most), *added = known
        gone = [end for n in losses if (end := span(n.quantity)) is not None]
        low += sum(end[0] for end in added) - sum(end[1] for end in gone)
        high += sum(end[1] for end in added) - sum(end[0] for end in gone)
        if is_ratio(first, last, *gains) or any(self._denied.search(m.text) for _, m in between):
            return
        yield Reckoning(
            "gain", (at, last.start, last.end), (where, first.start, first.end),
            Quantity(least, most, "between", None), Quantity(low, high, "between", None),
        )  # fmt: skip

    def _losses(self, marks: Sequence[Marked]) -> list[Number] | None:
        """What was lost; ``None`` where that is told without a figure."""
        found: list[Number] = []
        for marked in marks:
            told = list(self._lost.finditer(marked.text))
            if len(told) != len(self._shed.findall(marked.text)):
                return None
            found += [marked.numbers[m.start("number")] for m in told if m["number"]]
        return None if any(span(number.quantity) is None for number in found) else found

    def _ahead(self, at: int, marks: Sequence[Marked]) -> Iterator[Reckoning]:
        """How far the winner is ahead, and the votes that are counted in another sentence."""
        match = self._margin.search(marks[at].text)
        if match is None or not any(self._votes.search(each.text) for each in marks):
            return
        margin = marks[at].numbers[match.end()]
        ends = _votes(margin)
        counted: list[tuple[int, list[Number]]] = []
        for where in range(max(0, at - _MARGIN), min(len(marks), at + _MARGIN + 1)):
            numbers = [n for n in marks[where].numbers.values() if _votes(n) and n is not margin]
            large = [n for n in numbers if (n.quantity.low or 0) >= _FEWEST]
            if where != at and len(large) > 1:
                counted.append((where, large))
        if ends is None or len(counted) != 1:
            return
        ((where, votes),) = counted
        lows = sorted((n.quantity.low or Decimal(0) for n in votes), reverse=True)
        stated = Quantity(*ends, "between", None)
        every = [abs(one - other) for one, other in combinations(lows, 2)]
        if ends[0] >= lows[0] or any(meets(stated, Quantity(e, e, None, None)) for e in every):
            return
        apart = lows[0] - lows[1]
        yield Reckoning(
            "difference", (at, match.start(), margin.end),
            (where, votes[0].start, votes[-1].end), stated, Quantity(apart, apart, None, None),
        )  # fmt: skip

    def _product(self, at: int, marks: Sequence[Marked]) -> Iterator[Reckoning]:
        """So many who pay so much each month for a year, and what that brings in."""
        match = self._rate.search(marks[at].text)
        times = _times(match["short"], match["long"]) if match else None
        before = [p for p in marks[at].numbers if match and p < match.start()]
        if match is None or times is None or not before:
            return
        rate, count = marks[at].numbers[match.start()], marks[at].numbers[before[-1]]
        money, many = span(rate.quantity), span(count.quantity)
        if rate.quantity.unit is None or count.quantity.unit not in (None, "person"):
            return
        totals = [
            (where, number)
            for where in range(at, min(len(marks), at + 2))
            for place, number in marks[where].numbers.items()
            if number.quantity.unit == rate.quantity.unit
            and (where, place) > (at, match.start())
            and self._raise.search(marks[where].text[:place])
        ]
        if len(totals) != 1 or money is None or many is None or is_ratio(rate, count):
            return
        ((where, total),) = totals
        come = span(total.quantity)
        if come is not None:
            yield Reckoning(
                "each", (where, total.start, total.end), (at, count.start, rate.end),
                Quantity(come[0] / _SLACK, come[1] * _SLACK, "between", None),
                Quantity(money[0] * many[0] * times, money[1] * many[1] * times, "between", None),
            )  # fmt: skip


def _votes(number: Number) -> tuple[Decimal, Decimal] | None:
    """A number of votes, which is told to the last one."""
    quantity = number.quantity
    exact = quantity.low is not None and quantity.low == quantity.high and not quantity.hedge
    if is_ratio(number) or not exact or quantity.unit not in (None, "vote"):
        return None
    low = quantity.low or Decimal(0)
    return low, low


_A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4}
_SHORTER = {("day", "week"): 7, ("hour", "day"): 24}


def _times(short: str, long: str) -> Decimal | None:
    """How often the one comes in the other."""
    if long.lower() == "year":
        found = _A_YEAR.get(short.lower())
    else:
        found = _SHORTER.get((short.lower(), long.lower()))
    return None if found is None else Decimal(found)
