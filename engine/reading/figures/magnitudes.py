"""Figures that tell no more than how large a number is: "deaths running into the thousands".

They stand behind those who number so many, or behind what befell them: "civilians are dying in
their hundreds".
"""

from __future__ import annotations

from ..grammar.classes import Grammar
from .field import Evoked, Field
from .nouns import PhraseFinder
from .sentence import Phrase, Sentence
from .verb_forms import Governed, VerbForms
from .words import figure_words

__all__ = ["MagnitudeReader"]

_REACH = 14
"""Tokens before such a figure in which what it is of is looked for."""
_PEOPLE = 5
"""Tokens before it in which those stand whom a verb speaks of."""
_BREAKS = frozenset(",;:?!")


class MagnitudeReader:
    """Reads the figures of a magnitude.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        nouns: tells people from things.
        forms: the verbs of the sentence.
    """

    def __init__(
        self, grammar: Grammar, field: Field, nouns: PhraseFinder, forms: VerbForms
    ) -> None:
        self._field = field
        self._nouns = nouns
        self._forms = forms
        self._breaks = _BREAKS | grammar.words("subordinators")
        self._possessives = grammar.words("possessives")
        self._passed = figure_words("amounting") | figure_words("amounting_shares")

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What the number of so many is of."""
        link = sentence.lead(phrase.at)
        if phrase.noun is not None or sentence.word(link) not in figure_words("in_numbers"):
            return None
        if not self._nouns.is_vague(sentence, phrase.at):
            return None
        for at in range(link - 1, max(-1, link - 1 - _REACH), -1):
            if sentence.word(at) in self._breaks:
                return None
            lemmas = self._forms.lemmas(sentence, at)
            beside = sentence.beside(at - 3, at + 4)
            evoked = self._field.of_any_verb(lemmas, beside)
            if evoked is not None:
                told = self._is_of_people(sentence, link)
                return Governed(evoked, "quantity", at) if told else None
            if lemmas and self._passed.isdisjoint(lemmas):
                return None
            acting = sentence.word(phrase.at - 1) in self._possessives  # those of the verb
            named = None if lemmas or acting else self._named(sentence, at)
            if named is not None:
                return Governed(named, "quantity", noun=at)
        return None

    def _named(self, sentence: Sentence, at: int) -> Evoked | None:
        """What the noun at ``at`` says of those who number so many."""
        word, beside = sentence.word(at), sentence.beside(at - 3, at + 4)
        for role in ("counted", "quantity", "among"):
            evoked = self._field.of_noun(role, word, beside)
            if evoked is not None:
                return evoked
        state = self._field.state([word], beside)
        return state[0] if state is not None else None

    def _is_of_people(self, sentence: Sentence, link: int) -> bool:
        """Whether people stand before the figure, rather than what else may die or be hurt."""
        return any(
            self._nouns.people(token.word) is True
            for token in sentence.tokens[max(0, link - _PEOPLE) : link]
        )
