"""By how many seats, or points, a result is up or down on the one before: "down four", "(+3)"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...model import Quantity
from .candidates import counted
from .company import Company
from .field import ALONE, Beside, Evoked, Field
from .holders import lead_of
from .sentence import FigureReading, Phrase, Sentence
from .words import figure_words

__all__ = ["StepReader"]

_SIGNS = {"+": "up", "-": "down", "–": "down", "−": "down"}
_REACH = 5
"""Tokens behind a figure in which a noun of seats, and that they are more, may stand."""


class StepReader:
    """Reads the figures of a sentence that tell how far a result moved.

    Args:
        field: the words that tell what is won, and that a figure is up or down.
    """

    def __init__(self, field: Field) -> None:
        self._polled = field.kind.polled
        self._field = Field(field.kind, field.name, (self._polled.shift,))
        self._won = Field(field.kind, field.name, self._polled.won)

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``, in the place of what was there."""
        if not sentence.readings and not sentence.before:
            return
        beside = Beside(company.own, company.words)
        for at in range(1, len(sentence.tokens)):
            told = self._told(sentence, at)
            if told is None:
                continue
            found = self._signed(sentence, at, told) or self._worded(sentence, at, told, beside)
            if found is not None:
                sentence.add(found)

    def _told(self, sentence: Sentence, at: int) -> FigureReading | None:
        """The result that was told last before token ``at``."""
        last = sentence.last_reading(at) or next(reversed(sentence.before), None)
        known = (*self._polled.shares, *self._polled.won)
        return last if last is not None and last.choice in known else None

    def _signed(self, sentence: Sentence, at: int, told: FigureReading) -> FigureReading | None:
        """A figure with its sign: "Labour 21 (+5)"."""
        sign = _SIGNS.get(sentence.word(at - 1))
        brackets = sentence.word(at - 2) == "(" and sentence.word(at + 1) in (")", ",", "/")
        token = sentence.tokens[at]
        if sign is None or not brackets or not token.word.isdigit():
            return None
        found = self._field.state([sign], ALONE)
        value = Quantity(Decimal(token.word), Decimal(token.word))
        return self._made(at, at + 1, value, found[0], told) if found is not None else None

    def _worded(
        self, sentence: Sentence, at: int, told: FigureReading, beside: Beside
    ) -> FigureReading | None:
        """A count of seats that says by how many they are more: "down four", "two fewer than"."""
        number = sentence.tokens[at].number
        quantity = counted(number) if number is not None else None
        if quantity is None or told.choice not in self._polled.won:
            return None
        lead = lead_of(sentence, at)
        before = sentence.word(lead)
        end = at + 1
        if self._won.of_noun("counted", sentence.word(end), beside) is not None:
            end += 1
        led = self._field.state([before], beside)
        if led is None and before in figure_words("ofs"):
            noun = self._field.of_noun("quantity", sentence.word(lead - 1), beside)
            led = (noun, 1) if noun is not None else None  # "a loss of 15 seats"
        if led is None:
            led = self._field.state(sentence.words(end, end + 1), beside)
            near = sentence.words(end, end + _REACH)
            if led is None or not figure_words("needed_for").isdisjoint(near):
                return None
            end += 1
            ended = sentence.word(end) in figure_words("step_ends") | {""}
            if not ended:
                return None  # "two more seats"
        return self._made(at, end, quantity, led[0], told)

    def _made(
        self, at: int, end: int, quantity: Quantity, step: Evoked, told: FigureReading
    ) -> FigureReading:
        if told.choice in self._polled.won:
            step = replace(step, choice=told.choice)
        else:
            quantity = replace(quantity, unit="point")
        return FigureReading(Phrase(at, end, None, None), quantity, step, "step")
