"""Figures behind their label: "Killed: 12", "Deaths – 3", "Dead - 12, in Izmir"."""

from __future__ import annotations

from .field import Field
from .sentence import Phrase, Sentence
from .verb_forms import Governed

__all__ = ["LabelReader"]

_LABEL = 4
"""Tokens of a label, with the mark behind it."""
_MARKS = frozenset(":–—-=")


class LabelReader:
    """Reads figures by what stands before the mark in front of them.

    Args:
        field: the words of the kind.
    """

    def __init__(self, field: Field) -> None:
        self._field = field

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What the label of a figure says that it is."""
        mark = phrase.at - 1
        words = sentence.words(phrase.at - _LABEL, mark)
        if not words or sentence.word(mark) not in _MARKS:
            return None
        beside = sentence.beside(phrase.at - _LABEL, phrase.end + _LABEL)
        for first in range(len(words)):
            found = self._field.state(words[first:], beside)
            if found is not None and found[1] == len(words) - first:
                return Governed(found[0], "label")
        evoked = self._field.of_noun("counted", words[-1], beside)
        evoked = evoked or self._field.of_noun("among", words[-1], beside)
        return Governed(evoked, "label") if evoked else None
