"""Figures of a kind of shares: what people answer and vote, and what they win by it."""

from __future__ import annotations

from ...kinds import Kind
from ..glance import Glance
from ..grammar.classes import Grammar
from .company import company_of
from .field import Field
from .seats import SeatReader
from .sentence import Sentence
from .shares import ShareReader

__all__ = ["PollingReader"]


class PollingReader:
    """Reads the figures of a sentence that are of a kind of shares."""

    def __init__(self, grammar: Grammar, kind: Kind) -> None:
        self._field = Field(kind, "measure")
        self._shares = ShareReader(grammar, self._field)
        self._seats = SeatReader(grammar, self._field, ("seats", "delegates"))

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence may hold one."""
        return not sentence.figures.isdisjoint("SNU") or "-" in sentence.text

    def read(self, sentence: Sentence) -> None:
        """Puts what is read into the readings of ``sentence``."""
        company = company_of(sentence.scene.line, self._field)
        self._shares.read(sentence, company)
        self._seats.read(sentence, company)
