"""What is said of all at once, of none in particular or of some: "everyone escaped unhurt".

Who says that all were spared says that nobody was harmed. Who says so of most of the 52 says
nothing of all 52, and who says that no injuries were serious tells that there were some.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Quantity
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .candidates import NOBODY
from .field import ALONE, Field
from .nouns import PhraseFinder
from .sentence import FigureReading, Phrase, Sentence
from .verb_forms import Governed, VerbForms
from .words import figure_words

__all__ = ["UniversalReader"]

_REACH = 9
"""Tokens behind those who are all meant in which it is said that they were spared."""
_OWNED = 5
"""Tokens between "most of" and the figure: "many of the city's roughly 17"."""
_SAID = ("passive subject", "subject", "predicate", "among")
"""Constructions in which the verb of the sentence says it, and not what tells who is meant."""


class UniversalReader:
    """Reads what is said of all, and tells it from what is said of some.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        nouns: finds noun phrases.
        forms: the verbs of the sentence.
    """

    def __init__(
        self, grammar: Grammar, field: Field, nouns: PhraseFinder, forms: VerbForms
    ) -> None:
        g = grammar
        self._field = field
        self._nouns = nouns
        self._forms = forms
        self._breaks = (
            g.words("pronouns") | g.words("possessives") | g.words("relatives")
            | g.words("subordinators") | g.words("conjunctions") | frozenset(",;:.–—()")
        )  # fmt: skip
        self._relatives = g.words("relatives")
        self._whereabouts = g.words("prepositions") | g.words("adverbs") | figure_words("within")
        self._spared = field.surfaces("spared")
        self._all = figure_words("every") | figure_words("everybody")
        self._negations = figure_words("not_all")

    def concerns(self, words: frozenset[str]) -> bool:
        """Whether all may be said to be spared in a sentence with ``words``."""
        return not self._all.isdisjoint(words) and not self._spared.isdisjoint(words)

    def spared(self, sentence: Sentence) -> Iterator[FigureReading]:
        """Those of whom none was harmed: "all 40 passengers escaped unhurt"."""
        for at, token in enumerate(sentence.tokens):
            if token.word not in self._all or sentence.word(at - 1) in self._negations:
                continue
            phrase = self._everybody(sentence, at)
            if phrase is None or phrase.at in sentence.readings:
                continue
            verb: int | None = None
            for here in range(phrase.end, min(phrase.end + _REACH, len(sentence.tokens))):
                each = sentence.tokens[here]
                verb = here if each.group is not None else verb
                if each.group is not None and each.group.negated:
                    break
                evoked = self._field.of_noun("spared", each.word, ALONE)
                if evoked is not None:
                    yield FigureReading(phrase, NOBODY, evoked, "subject", verb, last=here)
                    break
                if each.word in self._breaks:
                    break

    def _everybody(self, sentence: Sentence, at: int) -> Phrase | None:
        """The noun phrase of all who are meant: "everyone", "all aboard", "all 40 passengers"."""
        if sentence.word(at) in figure_words("everybody"):
            return Phrase(at, at + 1, None, people=True)
        first = at + 1
        while sentence.word(first) in figure_words("ofs") | figure_words("whole"):
            first += 1
        if first >= len(sentence.tokens):
            return None
        if sentence.tokens[first].number is not None:
            phrase = self._nouns.find(sentence, first)
            return phrase if phrase.people else None
        noun = sentence.word(first)
        if self._nouns.people(noun) and is_plural(noun):
            return Phrase(at, first + 1, noun, people=True)
        alone = sentence.tokens[first].group is not None or noun in self._whereabouts
        return Phrase(at, first, None, people=True) if alone else None

    def is_of_some(self, sentence: Sentence, phrase: Phrase, governed: Governed) -> bool:
        """Whether something is said of only some of those counted: "most of the 52 were hurt"."""
        if governed.construction not in _SAID:
            return False
        for at in range(phrase.at - 1, max(0, phrase.at - 1 - _OWNED), -1):
            token = sentence.tokens[at]
            if token.word in figure_words("ofs"):
                before = sentence.tokens[at - 1]
                share = before.number is not None and before.number.quantity.unit == "percent"
                return share or before.word in figure_words("some_of")
            if token.group is not None or token.number is not None:
                return False
        return False

    def is_of_those(self, sentence: Sentence, phrase: Phrase, governed: Governed) -> bool:
        """Whether what is said tells of whom some are meant: "24 of those hurt", "of the 40 hurt".

        What the verb of the sentence says is said of all of the figure: "24 of the 40 were hurt".
        """
        number = sentence.tokens[phrase.at].number
        parted = number is not None and number.form == "ratio"
        words = sentence.words(phrase.at + 1, phrase.at + 3)
        parted = parted or (
            len(words) == len(("of", "those"))
            and words[0] in figure_words("ofs")
            and words[1] in figure_words("whole")
        )
        if not parted:
            return False
        if governed.construction in ("state", "participle"):
            return governed.verb is None or governed.verb == phrase.end
        behind = sentence.tokens[phrase.end : (governed.verb or 0) + 1]
        if not behind or behind[0].word not in self._relatives:
            return False
        return sum(token.group is not None for token in behind) == 1

    def is_qualified(self, sentence: Sentence, phrase: Phrase, quantity: Quantity) -> bool:
        """Whether none of a sort are told of, so that there are others: "no serious injuries"."""
        if quantity.high != 0:
            return False
        words = sentence.words(phrase.at + 1, phrase.end - 1)
        if not figure_words("qualifying").isdisjoint(words):
            return True
        verb = sentence.tokens[phrase.end : phrase.end + 1]
        if not verb or verb[0].group is None or not self._forms.is_be(verb[0]):
            return False
        return sentence.word(phrase.end + 1) not in figure_words("circumstantial")
