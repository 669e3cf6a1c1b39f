"""Parts and, in another sentence, their whole: "the remaining 15", "all 620 at the two mills"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...knowledge import read_words
from ...model import Quantity
from ..alternatives import any_of
from ..grammar.nouns import singular
from ..numbers import Number
from .claims import Told
from .marked import FIGURE, Marked
from .reckoning import Reckoning, is_money, is_ratio, meets, span
from .words import ReckoningWords, whole_words

__all__ = ["TotalFinder"]

_NEAR = 6
"""Sentences between parts and their whole, at most."""
_FEW = 9
"""Groups that copy counts: "the two mills"."""
_MOST_TIMES = 2
"""Beyond so many times the whole, what the parts come to is of something else."""
_SHORT = Decimal("0.7")
"""How much of the whole its parts come to at least, or it of them."""
_NOUNS = 3
_FEWEST = 2
"""Parts that a whole has, the rest among them, at least."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")

_Placed = tuple[int, Number]
"""The number of a sentence, and a figure of it."""


class TotalFinder:
    """Finds wholes that the parts told of in other sentences do not come to."""

    def __init__(self, words: ReckoningWords) -> None:
        the = any_of(words.known)
        self._rest = re.compile(rf"\b{the} {any_of(words.remaining)} (?={FIGURE})", re.IGNORECASE)
        self._elided = re.compile(rf" (?:{any_of(words.elided)})\b", re.IGNORECASE)
        cardinals = read_words("numbers").data["cardinals"]
        self._counts = {str(word): int(n) for word, n in cardinals.items() if 1 < int(n) <= _FEW}
        self._counts |= dict.fromkeys(words.both, 2)
        self._groups = re.compile(
            rf"\b{any_of(words.within_groups)} (?:{the} )?(?:all )?(?:{the} )?"
            rf"(?P<count>{any_of(self._counts)}|{FIGURE}) (?:[a-z]+ )?(?P<noun>[a-z]+s)\b",
            re.IGNORECASE,
        )
        self._whole = re.compile(rf"\b(?:{the}|{any_of(words.all_of)}|{any_of(words.whole_sum)}) $",
                                 re.IGNORECASE)  # fmt: skip
        self._places = whole_words(words.part_at)
        self._denied = whole_words((*words.disowned, *words.unreal))

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """The wholes with parts that come to something else."""
        for at, sentence in enumerate(sentences):
            if not sentence.numbers or sentence.passage.part == "title":
                continue
            marked = Marked.of(sentence)
            yield from self._remaining(at, marked, sentences)
            yield from self._left(at, marked, sentences)
            yield from self._grouped(at, marked, sentences)

    # -- the remaining 15 ------------------------------------------------------------------------

    def _remaining(self, at: int, marked: Marked, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """A rest that ends the parts of what a sentence before counts."""
        rest = self._rest.search(marked.text)
        if rest is None:
            return
        places = [place for place in marked.numbers if place <= rest.end()]
        parts = [marked.numbers[place] for place in places]
        elided = all(self._elided.match(marked.text, place + 1) for place in places[:-1])
        ends = [_count(part) for part in parts]
        known = [end for end in ends if end is not None]
        if len(parts) < _FEWEST or not elided or len(known) != len(parts):
            return
        come = (sum(end[0] for end in known), sum(end[1] for end in known))
        wholes = [
            (where, number)
            for where in range(max(0, at - _NEAR), at)
            for number in sentences[where].numbers
            if (reach := _count(number)) and max(each[0] for each in known) < reach[1]
        ]
        if not wholes or _is_met(come, sentences, but=at):
            return
        where, whole = wholes[-1]
        yield from _told((where, whole), (at, parts), come)

    # -- the remaining £800,000 ------------------------------------------------------------------

    def _left(self, at: int, marked: Marked, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """A rest of money behind what several others get, and the one sum that was divided."""
        rest = self._rest.search(marked.text)
        last = marked.numbers.get(rest.end()) if rest is not None else None
        if rest is None or last is None or not is_money(last):
            return
        if any(place > rest.end() for place in marked.numbers):
            return
        unit = last.quantity.unit
        parts = [number for number in marked.numbers.values() if number.quantity.unit == unit]
        ends = [end for part in parts if (end := span(part.quantity)) is not None]
        if not len(parts) == len(ends) > _FEWEST or is_ratio(*parts):
            return
        come = (sum(end[0] for end in ends), sum(end[1] for end in ends))
        computed = Quantity(Decimal(come[0]), Decimal(come[1]), "between", unit)
        wholes = [
            (where, number)
            for where in range(at)
            for number in sentences[where].numbers
            if number.quantity.unit == unit and _is_near(number, come)
        ]
        sums = {number.quantity for _, number in wholes}
        if len(sums) != 1 or any(meets(each, computed) for each in sums):
            return
        (where, whole), *_ = wholes
        yield Reckoning(
            "total",
            (where, whole.start, whole.end),
            (at, min(n.start for n in parts), max(n.end for n in parts)),
            whole.quantity,
            computed,
        )

    # -- all 620 at the two mills ----------------------------------------------------------------

    def _grouped(self, at: int, marked: Marked, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """A whole of so many groups, each of which the copy counts by itself."""
        for match in self._groups.finditer(marked.text):
            before = [place for place in marked.numbers if place < match.start()]
            count = self._count(marked, match)
            if not before or count is None:
                continue
            place = before[-1]
            noun = self._noun(marked.text, place + 1)
            if noun is None or not self._whole.search(marked.text[:place]):
                continue
            if self._denied.search(marked.text, 0, match.end()):
                continue
            whole = marked.numbers[place]
            parts = list(self._parts(at, whole, noun, sentences))
            ends = [_count(number) for _, number in parts]
            known = [end for end in ends if end is not None]
            if len(parts) != count or all(where == at for where, _ in parts):
                continue
            come = (sum(end[0] for end in known), sum(end[1] for end in known))
            (where, _), *_ = parts
            same = [number for index, number in parts if index == where]
            yield from _told((at, whole), (where, same), come)

    def _count(self, marked: Marked, match: re.Match[str]) -> int | None:
        """How many groups there are."""
        if match["count"] != FIGURE:
            return self._counts[match["count"].lower()]
        low = marked.numbers[match.start("count")].quantity.low
        return int(low) if low is not None and 1 < low <= _FEW else None

    def _parts(
        self, at: int, whole: Number, noun: str, sentences: Sequence[Told]
    ) -> Iterator[_Placed]:
        """The figures of the same things near a whole, each of them at another place."""
        for where in range(max(0, at - _NEAR), at + 1):
            marked = Marked.of(sentences[where])
            for place, number in marked.numbers.items():
                if number is whole or number.quantity.unit != whole.quantity.unit:
                    continue
                behind = marked.text[place + 1 :]
                named = noun in map(singular, _WORD.findall(behind.split(FIGURE)[0])[:_NOUNS])
                if _count(number) and (named or self._places.match(behind.lstrip())):
                    yield where, number

    @staticmethod
    def _noun(text: str, behind: int) -> str | None:
        """The noun right behind a figure: it is all there is before a preposition."""
        word = _WORD.match(text, behind + 1)
        return singular(word.group().lower()) if word else None


def _told(
    whole: _Placed, parts: tuple[int, Sequence[Number]], come: tuple[Decimal | int, Decimal | int]
) -> Iterator[Reckoning]:
    """A whole and its parts, where it may be of these at all."""
    at, number = whole
    where, several = parts
    bounds = _count(number)
    if bounds is None or come[0] > bounds[1] * _MOST_TIMES or come[1] * _MOST_TIMES < bounds[0]:
        return
    yield Reckoning(
        "total",
        (at, number.start, number.end),
        (where, min(n.start for n in several), max(n.end for n in several)),
        Quantity(*bounds, "between", None),
        Quantity(Decimal(come[0]), Decimal(come[1]), "between", None),
    )


def _is_near(number: Number, come: tuple[Decimal | int, Decimal | int]) -> bool:
    """Whether a sum may be that of which the parts come to so much, or nearly."""
    low = number.quantity.low
    return low is not None and come[0] * _SHORT <= low and low * _SHORT <= come[1]


def _count(number: Number) -> tuple[Decimal, Decimal] | None:
    """The least and the most that a count may be; ``None`` for a share, a bound or a measure."""
    low = number.quantity.low
    if is_ratio(number) or low is None or low <= 0 or number.quantity.unit not in (None, "person"):
        return None
    return span(number.quantity)


def _is_met(
    come: tuple[Decimal | int, Decimal | int], sentences: Sequence[Told], *, but: int
) -> bool:
    """Whether any figure of another sentence is what the parts come to."""
    computed = Quantity(Decimal(come[0]), Decimal(come[1]), "between", None)
    return any(
        _count(number) is not None and meets(number.quantity, computed)
        for at, sentence in enumerate(sentences)
        if at != but
        for number in sentence.numbers
    )
