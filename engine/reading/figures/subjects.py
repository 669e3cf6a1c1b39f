"""Whom a figure counts, and whose they are: of "Russian casualties", Russia's."""

from __future__ import annotations

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..grammar.nouns import singular, standard_noun
from ..meaning.values import people_of
from ..names import NameMention
from .sentence import FigureReading, Phrase, Sentence
from .words import figure_words

__all__ = ["SubjectFinder"]

_BORNE = ("counted", "quantity", "object")
"""Constructions in which the verb may say whose they are."""
_NAMED = ("counted", "quantity")
"""Constructions in which a name before the noun does: "12 Russian casualties"."""
_PARTS = ("part", "among", "predicate")
"""Constructions in which a figure without a noun is of some of a group."""
_ACTORS, _REGIONS = "CAFX", "CPG"
_LED = 3
"""Words before a noun of quantity that may name whose it is: "Russian casualties passed 300"."""
_PEOPLE = "people"


class SubjectFinder:
    """Finds whom figures count.

    Args:
        grammar: the word classes.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._be = grammar.words("be")
        self._people = grammar.words("people") - grammar.words("everyone")
        self._everyone = grammar.words("everyone")
        self._closed = grammar.closed - grammar.words("pronouns")

    def of(self, sentence: Sentence, reading: FigureReading, clause: Clause | None) -> Name:
        """Whom the figure counts: those who bear the loss, or the people that its noun names.

        Args:
            sentence: the sentence.
            reading: the figure.
            clause: the clause that says it.
        """
        if reading.owner is not None:
            scene = sentence.scene
            unit = scene.line.units[sentence.tokens[reading.owner].at]
            placed = unit.code in "PG" or (reading.construction == "entry" and unit.code == "C")
            actor = None if placed else scene.context.actor(unit, scene.line, None)
            if actor is not None:
                return actor
        return (
            self._named(sentence, reading)
            or self.bearer(sentence, reading, clause)
            or self._said_to_be(sentence, reading)
            or self._counted(sentence, reading.phrase)
        )

    def counted(self, reading: FigureReading) -> Name | None:
        """What a figure counts, people or things, in the noun that stands for its like."""
        phrase, noun = reading.phrase, reading.phrase.noun
        if noun is None or noun in self._everyone or phrase.partitive or noun in self._closed:
            return None
        if reading.construction == "counted":
            return None  # "nine arrests"
        word = standard_noun(singular(noun.split()[-1]))
        return Name(word, word, named=False)

    def _said_to_be(self, sentence: Sentence, reading: FigureReading) -> Name | None:
        """Whom those of a group are said to be: "of the dead, 18 were women"."""
        phrase = reading.phrase
        if reading.construction not in _PARTS or phrase.noun is not None:
            return None
        noun = sentence.word(phrase.end + 1)
        said = sentence.word(phrase.end) in self._be and noun in self._people
        return Name(noun, noun, named=False) if said else None

    def _named(self, sentence: Sentence, reading: FigureReading) -> Name | None:
        """Whose the noun says they are: "Russian casualties"."""
        phrase, scene = reading.phrase, sentence.scene
        if reading.construction not in _NAMED:
            return None
        first, end = phrase.at, phrase.end
        if reading.construction == "quantity" and reading.first is not None:
            first, end = reading.first - _LED, reading.first + 1
        for token in reversed(sentence.tokens[max(0, first) : end]):
            if token.word in self._closed:
                return None
            if isinstance(token.mention, NameMention) and token.mention.actor:
                unit = Unit(token.code, token.start, token.end, "", token.mention)
                return scene.context.actor(unit, scene.line, None)
        return None

    @staticmethod
    def bearer(sentence: Sentence, reading: FigureReading, clause: Clause | None) -> Name | None:
        """Who the verb says bears the loss: "Italy reported 475 deaths"."""
        if reading.construction not in _BORNE or clause is None or clause.subject is None:
            return None
        scene = sentence.scene
        lemmas, subject = clause.group.lemmas, scene.line.units[clause.subject]
        bearing = not figure_words("bearing").isdisjoint(lemmas) and subject.code in _ACTORS
        counting = not figure_words("counting").isdisjoint(lemmas) and subject.code in _REGIONS
        if clause.group.voice == "passive" or not (bearing or counting):
            return None
        return scene.context.actor(subject, scene.line, None)

    def _counted(self, sentence: Sentence, phrase: Phrase) -> Name:
        """Whom the figure counts by its noun."""
        line, token, noun = sentence.scene.line, sentence.tokens[phrase.at], phrase.noun
        party = sentence.word(phrase.at - 2)
        of = sentence.word(phrase.at - 1) in figure_words("ofs")
        if noun is None and of and party in self._grammar.words("people"):
            return Name(party, party, named=False)  # "a crew of three"
        unit = line.units[token.at]
        unit = next((each for each in unit.members if each.start <= token.start < each.end), unit)
        if unit.code == "Q":
            return people_of(unit, line, self._grammar)
        if noun is None or noun in self._everyone or phrase.partitive or not phrase.people:
            return Name(_PEOPLE, _PEOPLE, named=False)
        words = sentence.tokens[phrase.at + 1 : phrase.end]
        text = line.text[words[0].start : words[-1].end] if words else noun
        return Name(noun, text, named=False)
