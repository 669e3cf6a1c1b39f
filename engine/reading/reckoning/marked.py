"""A sentence with a mark in the place of each of its figures, so that patterns can name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..numbers import Number
from .claims import Told

__all__ = ["FIGURE", "Marked"]

FIGURE = "\ue000"
"""What stands for a figure; no copy has it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and its figures.

    Attributes:
        text: its words, with ``FIGURE`` for each figure.
        numbers: the figures, by where the mark of each stands.
        shifts: where in the sentence what stands at a place of ``text`` begins.
        source: the words as they are.
    """

    text: str
    numbers: dict[int, Number]
    shifts: Sequence[int]
    source: str

    @classmethod
    def of(cls, sentence: Told, but: re.Pattern[str] | None = None) -> Marked:
        """The sentence, marked but for figures that open what ``but`` matches."""
        pieces: list[str] = []
        shifts: list[int] = []
        numbers: dict[int, Number] = {}
        behind = 0
        for number in sentence.numbers:
            if number.start < behind or (but and but.match(sentence.text, number.start)):
                continue
            pieces.append(sentence.text[behind : number.start])
            shifts += range(behind, number.start)
            numbers[len(shifts)] = number
            pieces.append(FIGURE)
            shifts.append(number.start)
            behind = number.end
        pieces.append(sentence.text[behind:])
        shifts += range(behind, len(sentence.text) + 1)
        return cls("".join(pieces), numbers, shifts, sentence.text)

    def spoken(self, place: int) -> str:
        """The words of the figure that is marked at ``place``."""
        number = self.numbers[place]
        return self.source[number.start : number.end]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the sentence a stretch of ``text`` stands."""
        last = self.numbers.get(end - 1)
        return self.shifts[start], self.shifts[end] if last is None else last.end
