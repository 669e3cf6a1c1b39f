"""Figures behind their label: "Killed: 12", "Deaths – 3", "Dead - 12, in Izmir"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from .field import Evoked, Field
from .sentence import Phrase, Sentence
from .verb_forms import Governed

__all__ = ["LabelReader"]

_LABEL = 4
"""Tokens of a label, with the mark behind it."""
_DESCRIBED = 10
"""Tokens of a label with what describes its noun."""
_LISTING = (":",)
_MARKS = frozenset(":–—-=")
_APART = frozenset(",;./|)•*")


class LabelReader:
    """Reads figures by what stands before the mark in front of them.

    Args:
        grammar: the word classes.
        field: the words of the kind.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._closed = grammar.closed

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What the label of a figure says that it is."""
        mark = phrase.at - 1
        words = sentence.words(phrase.at - _LABEL, mark)
        if not words:
            return None
        if sentence.word(mark) not in _MARKS:
            return self._unmarked(sentence, phrase)
        beside = sentence.beside(phrase.at - _LABEL, phrase.end + _LABEL)
        for first in range(len(words)):
            found = self._field.state(words[first:], beside)
            if found is not None and found[1] == len(words) - first:
                return Governed(found[0], "label")
        evoked = self._field.of_noun("counted", words[-1], beside)
        evoked = evoked or self._field.of_noun("among", words[-1], beside)
        evoked = evoked or self._described(sentence, mark) or self._acted(sentence, mark)
        return Governed(evoked, "label") if evoked else None

    def _acted(self, sentence: Sentence, mark: int) -> Evoked | None:
        """What a verb right before the mark says: "where people died: 18 in Tula, 32 in Ica"."""
        token = sentence.tokens[mark - 1]
        if token.group is None or token.group.negated or sentence.word(mark) not in _LISTING:
            return None
        beside = sentence.beside(mark - _LABEL, mark)
        subject = self._field.of_verb("subject", token.group.lemmas, beside)
        passive = token.group.voice == "passive"
        return subject or (
            self._field.of_verb("object", token.group.lemmas, beside) if passive else None
        )

    def _unmarked(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What a label without a mark says: "dead 223; injured 654"."""
        at = phrase.at - 1
        opening = at == 0 or sentence.word(at - 1) in _APART | _MARKS
        if phrase.noun is not None or not opening:
            return None
        found = self._field.state([sentence.word(at)], sentence.beside(at, phrase.end))
        return Governed(found[0], "label") if found else None

    def _described(self, sentence: Sentence, mark: int) -> Evoked | None:
        """What a label says whose noun is its first word: "Bodies recovered by Thursday: 41"."""
        first = mark - 1
        while first >= 0 and mark - first <= _DESCRIBED and sentence.word(first) not in _APART:
            first -= 1
        for at in range(first + 1, min(first + 3, mark)):
            following = sentence.tokens[at + 1]
            compound = following.is_word and following.word not in self._closed  # "body parts"
            if not compound and self._field.names(sentence.word(at), "counted"):
                return self._field.of_noun("counted", sentence.word(at), sentence.beside(at, mark))
        return None
