"""Figures of how a poll was taken: of how many, and how far it may be off."""

from __future__ import annotations

from ..glance import Glance
from ..grammar.classes import Grammar
from .company import company_of
from .distances import DistanceReader
from .field import Field
from .samples import SampleReader
from .sentence import Sentence

__all__ = ["SurveyReader"]


class SurveyReader:
    """Reads the figures of a sentence that are of a kind of polls, rather than of their answers.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        kind, polled = field.kind, field.kind.polled
        self._field = field
        self._errors = DistanceReader(grammar, Field(kind, field.name, (polled.error,)))
        self._samples = SampleReader(grammar, Field(kind, field.name, (polled.sample,)))

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence may hold one."""
        return not sentence.figures.isdisjoint("NSU") and self._field.concerns(sentence)

    def read(self, sentence: Sentence) -> None:
        """Puts what is read into the readings of ``sentence``."""
        company = company_of(sentence.scene, self._field)
        self._errors.read(sentence, company)
        self._samples.read(sentence, company)
