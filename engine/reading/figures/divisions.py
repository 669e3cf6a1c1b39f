"""Two figures without a sign that divide a vote: "the popular vote was 43.7 to 41.3", "61-39"."""

from __future__ import annotations

import re
from decimal import Decimal

from ...model import Quantity
from .company import Company, is_of_chamber
from .field import Evoked, Field
from .sentence import FigureReading, Phrase, Sentence
from .standing import default
from .words import figure_words

__all__ = ["DivisionReader"]

_SHARE = r"(?<![\d.,£$€])(\d{1,3}(?:\.\d{1,2})?)"
_DIVIDED = re.compile(rf"{_SHARE}(?: to |[-–/]){_SHARE}(?![\d%-]|[.,]\d)")
_FEWEST = 10
"""Seats that a side has whose majority is told as a score, at least."""
_HALF, _WHOLE, _LOST = Decimal(50), Decimal(100), Decimal(1)


class DivisionReader:
    """Reads the two figures of a vote that is told as a score.

    Args:
        field: the words that tell what is measured.
    """

    def __init__(self, field: Field) -> None:
        self._field = field
        self._polled = field.kind.polled

    def read(self, sentence: Sentence, company: Company) -> None:
        """Adds the two figures of each division that was not read yet."""
        going_on = self._is_told(sentence)
        if not going_on and not any(company.near.get(each) for each in self._polled.topics):
            return
        if not figure_words("scoring").isdisjoint(company.own):
            return
        chamber = is_of_chamber(company)
        span = sentence.scene.line.span
        starts = {token.start: at for at, token in enumerate(sentence.tokens)}
        for found in _DIVIDED.finditer(sentence.scene.line.text, span.start, span.end):
            values = [Decimal(each) for each in found.groups()]
            places = [starts.get(found.start(group)) for group in (1, 2)]
            if None in places or sentence.readings.keys() & set(places):
                continue
            seats = self._seats(sentence, places[1]) if min(values) >= _FEWEST else None
            if seats is None and (chamber or not _divides(values, told=going_on)):
                continue
            for at, value, group in zip(places, values, (1, 2), strict=True):
                if at is not None:
                    told = sentence.last_reading(at) or next(reversed(sentence.before), None)
                    evoked = seats or self._evoked(told)
                    self._add(sentence, at, value, found.end(group), evoked)

    def _seats(self, sentence: Sentence, at: int | None) -> Evoked | None:
        """What two figures count that are the seats of both sides: "a 54-46 majority"."""
        behind = sentence.words(at + 1, at + 4) if at is not None else []
        if not figure_words("electoral").isdisjoint(behind):
            return default(self._field, self._polled.won[-1])  # "226-180 in electoral votes"
        majority = not figure_words("seat_majorities").isdisjoint(behind)
        return default(self._field, self._polled.won[0]) if majority else None

    def _evoked(self, told: FigureReading | None) -> Evoked:
        """What they are shares of, by what was read before."""
        shared = (
            told is not None
            and told.choice in self._polled.shares
            and told.choice != self._polled.turnout
        )
        return default(
            self._field, told.choice if told is not None and shared else self._polled.ballot
        )

    def _is_told(self, sentence: Sentence) -> bool:
        """Whether shares were read before, so that a pair of figures is one of shares."""
        read = (*sentence.before, *sentence.readings.values())
        return any(each.choice in self._polled.shares for each in read)

    def _add(self, sentence: Sentence, at: int, value: Decimal, end: int, evoked: Evoked) -> None:
        """Adds one of the two, whose last code point is before ``end``."""
        behind = at + 1
        while behind < len(sentence.tokens) and sentence.tokens[behind].start < end:
            behind += 1
        unit = None if evoked.choice in self._polled.won else "percent"
        quantity = Quantity(value, value, None, unit)
        sentence.add(FigureReading(Phrase(at, behind, None, None), quantity, evoked, "division"))


def _divides(values: list[Decimal], *, told: bool) -> bool:
    """Whether two figures are shares: they are all there is, or told to a tenth.

    Where others were ``told``, it is enough that the greater stands first, as no range has it.
    """
    total = sum(values)
    exact = any(value != value.to_integral_value() for value in values)
    if values[0] == values[1] and not exact:
        return False  # "a 50-50 chance"
    led = told and values[0] > values[1]
    return (_HALF if exact or led else _WHOLE - _LOST) <= total <= _WHOLE
