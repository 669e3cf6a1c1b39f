"""How many there were, by what there is once for each: "12 candles, one for each victim"."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.classes import Grammar
from .candidates import counted
from .sentence import FigureReading, Phrase, Sentence
from .verbs import VerbReader
from .words import figure_words

__all__ = ["MatchedReader"]

_BETWEEN = 8
"""Tokens between a figure and "one for each", at most."""


class MatchedReader:
    """Reads the figures of things of which there is one for everybody who is counted.

    Args:
        grammar: the word classes.
        verbs: finds what those are called for whom the things are.
    """

    def __init__(self, grammar: Grammar, verbs: VerbReader) -> None:
        self._verbs = verbs
        self._each = grammar.words("eaches") | figure_words("every_one")

    def find(self, sentence: Sentence) -> Iterator[FigureReading]:
        """The figures of a sentence that are as many as those harmed."""
        for at in range(1, len(sentence.tokens) - 3):
            if sentence.word(at) not in figure_words("once"):
                continue
            if sentence.word(at + 1) not in figure_words("intended"):
                continue
            if sentence.word(at + 2) not in self._each:
                continue
            before = sentence.number_before(at)
            if before is None or before in sentence.readings or at - before > _BETWEEN:
                continue
            number = sentence.tokens[before].number
            quantity = counted(number) if number is not None else None
            evoked = self._verbs.among(sentence, at + 3)
            if quantity is not None and evoked is not None:
                sentence.remove(at)
                phrase = Phrase(before, before + 1, None, people=True)
                yield FigureReading(phrase, quantity, evoked, "matched")
