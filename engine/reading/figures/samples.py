"""Figures of how many were asked."""

from __future__ import annotations

from ...model import Quantity
from ..grammar.classes import Grammar
from .company import Company
from .field import ALONE, Beside, Evoked, Field
from .holders import lead_of
from .nouns import PhraseFinder
from .sentence import FigureReading, Phrase, Sentence
from .standing import default
from .words import figure_words

__all__ = ["SampleReader"]

_NEAR = 7


class SampleReader:
    """Reads the figures of a sentence that count those who were asked.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._choice = field.kind.polled.sample
        self._nouns = PhraseFinder(grammar, field)
        self._among = grammar.words("among") | figure_words("asked_of")

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``."""
        if not company.own.isdisjoint(figure_words("investigating")):
            return
        for at, token in enumerate(sentence.tokens):
            number = token.number
            if number is None or at in sentence.readings or not number.figure:
                continue
            if number.form != "count" or number.quantity.unit is not None:
                continue
            found = self._reading(sentence, at, number.quantity, company)
            if found is not None:
                sentence.add(found)

    def _reading(
        self, sentence: Sentence, at: int, quantity: Quantity, company: Company
    ) -> FigureReading | None:
        phrase = self._nouns.find(sentence, at)
        answered = any(token.code == "S" for token in sentence.tokens)
        spoken = bool(company.near.get(self._choice)) or answered
        asked = spoken or self._asks(sentence, at)
        if not asked or (
            phrase.people is not True and not self._field.names(phrase.noun or "", "counted")
        ):
            return None
        found = self._asked(sentence, phrase, company)
        if found is None:
            return None
        evoked, verb = found
        return FigureReading(phrase, quantity, evoked, "sample", verb)

    def _asks(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb stands before it that asks nothing else: "surveyed 1,510 adults"."""
        lead = lead_of(sentence, at)
        group = sentence.tokens[lead].group if lead >= 0 else None
        if group is None:
            return False
        evoked = self._field.of_verb("object", group.lemmas, ALONE)
        return evoked is not None

    def _asked(
        self, sentence: Sentence, phrase: Phrase, company: Company
    ) -> tuple[Evoked, int | None] | None:
        """What says that those of ``phrase`` were asked, and by which verb."""
        tokens, lead = sentence.tokens, lead_of(sentence, phrase.at)
        beside = Beside(frozenset(sentence.words(phrase.end, phrase.end + _NEAR)), company.words)
        sampled = default(self._field, self._choice)
        group = tokens[lead].group if lead >= 0 else None
        if group is not None and self._field.has_verb("object", self._choice, group.lemmas):
            return sampled, lead
        if lead > 0 and tokens[lead].word in self._among:
            for here in range(lead - 1, max(-1, lead - _NEAR), -1):
                evoked = self._field.of_noun("of", tokens[here].word, beside)
                if evoked is not None:
                    return evoked, None
        if self._does(sentence, phrase, beside):
            return sampled, phrase.end
        if lead >= 0 and tokens[lead].word in self._among:
            counted = self._field.of_noun("counted", phrase.noun or "", beside)
            if counted is not None:
                return counted, None
        return None

    def _does(self, sentence: Sentence, phrase: Phrase, beside: Beside) -> bool:
        """Whether they were asked or took part: "1,001 people took part in the survey"."""
        behind = sentence.tokens[phrase.end : phrase.end + 1]
        group = behind[0].group if behind else None
        if group is None:
            return False
        if group.voice != "active" and not figure_words("asked").isdisjoint(group.lemmas):
            return True
        spoken = not beside.near.isdisjoint(self._field.topics[self._choice])
        return spoken and self._field.has_verb("subject", self._choice, group.lemmas)
