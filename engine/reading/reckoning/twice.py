"""One figure told twice: its digits mixed up, a thousand times as much, or of all of a sort."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .pairs import plain
from .reckoning import Reckoning
from .words import ReckoningWords, whole_words

__all__ = ["TwiceFinder"]

_NEAR = 30
"""Code points around a figure in which it says what it is of."""
_DIGITS = 2
"""Different digits that a figure has at least, by which it is known again."""
_THOUSAND = Decimal(1000)


class TwiceFinder:
    """Finds figures that are told again."""

    def __init__(self, words: ReckoningWords) -> None:
        self._properties = {name: whole_words(told) for name, told in words.told_twice.items()}
        all_of = any_of(words.all_of)
        self._sorts = [
            (re.compile(rf"\b{all_of} (?P<count>[\w,-]+) {re.escape(sort)}\b", re.IGNORECASE),
             whole_words(members))
            for sort, members in words.sorts.items()
        ]  # fmt: skip

    def digits(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """Two measures of one property, their digits in another order, or a thousand apart."""
        told: dict[tuple[str, str], list[tuple[int, Number, frozenset[str]]]] = {}
        for at, sentence in enumerate(sentences):
            for number in plain(sentence):
                key = _digits(number.quantity.low)
                unit = number.quantity.unit or _noun(sentence.text, number.end)
                if unit is None or len(set(key)) < _DIGITS:
                    continue
                around = sentence.text[max(0, number.start - _NEAR) : number.end + _NEAR]
                of = frozenset(name for name, p in self._properties.items() if p.search(around))
                for each in dict.fromkeys((key, _places(number.quantity.low))):
                    told.setdefault((unit, "".join(sorted(each))), []).append((at, number, of))
        seen: set[tuple[int, int]] = set()
        for found in told.values():
            for (at, one, of), (where, other, also) in combinations(found, 2):
                low, high = one.quantity.low, other.quantity.low
                if at == where or low is None or high is None or low == high:
                    continue
                mixed = max(low, high) < min(low, high) * 10 and bool(of & also)
                times = max(low, high) / min(low, high)
                scaled = times in (_THOUSAND, _THOUSAND**2) and len(found) == len((one, other))
                if (mixed or scaled) and (where, other.start) not in seen:
                    seen.add((where, other.start))
                    yield Reckoning(
                        "equivalent", (where, other.start, other.end), (at, one.start, one.end),
                        other.quantity, one.quantity,
                    )  # fmt: skip

    def sorts(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """All of a sort, in another number than the only ones of the sort that are told of."""
        for at, sentence in enumerate(sentences):
            for pattern, members in self._sorts if sentence.numbers else ():
                match = pattern.search(sentence.text)
                if match is None:
                    continue
                whole = _at(sentence, match.start("count"))
                counts = [
                    (where, number)
                    for where, other in enumerate(sentences)
                    for number in plain(other)
                    if where != at and number.quantity.unit is None
                    and members.match(other.text, _behind(other.text, number.end))
                ]  # fmt: skip
                if whole is None or len({n.quantity for _, n in counts}) != 1:
                    continue
                (where, number), *_ = counts
                yield Reckoning(
                    "equivalent", (at, match.start(), match.end()),
                    (where, number.start, number.end), whole.quantity, number.quantity,
                )  # fmt: skip


def _noun(text: str, end: int) -> str | None:
    """The word right behind a number in the millions, which it may be a sum of: "crowns"."""
    word = re.match(r" ([a-z]{4,})s\b", text[end:])
    return word[1] if word and text[:end].endswith("illion") else None


def _at(sentence: Told, start: int) -> Number | None:
    return next((n for n in plain(sentence) if n.start <= start < n.end), None)


def _behind(text: str, end: int) -> int:
    """Where the noun behind a number begins, past one word at most: "60 dairy cows"."""
    return end + len(text[end:]) - len(text[end:].lstrip())


def _places(number: Decimal | None) -> str:
    """All digits of a whole number, the zeros too, so that 250,000 may be 205,000."""
    return "" if number is None else f"{int(number)}" if number == int(number) else _digits(number)


def _digits(number: Decimal | None) -> str:
    """The digits of a number without the zeros behind."""
    return "" if number is None else f"{number:f}".replace(".", "").strip("0")
