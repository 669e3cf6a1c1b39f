"""Figures behind the word that governs them: "killed 17", "shot dead 17", "the bodies of 17"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from .field import Field
from .nouns import PhraseFinder
from .sentence import Phrase, Sentence
from .verb_forms import Governed, VerbForms
from .words import figure_words

__all__ = ["ObjectReader"]

_COMPLETING = 6
"""Tokens behind a figure that may complete its verb: "shot five protesters dead"."""
_NOUN_REACH = 6
"""Tokens before "of" that may decide what the noun says: "claimed the lives of"."""


class ObjectReader:
    """Reads figures by the verb or the noun before them.

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
        self._to = grammar.words("to")

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The verb right before a figure: "killed at least 17", "shot dead 17"."""
        at = sentence.lead(phrase.at)
        if at > 1 and sentence.tokens[at].word in figure_words("genitives"):
            at = sentence.lead(at - 1)  # "an ambush claimed the army's 17"
        if sentence.word(at) in figure_words("ofs") and sentence.word(at - 1) in figure_words(
            "collective"
        ):
            at = sentence.lead(at - 1)  # "wiping out a family of five"
        if at < 0:
            return None
        if self._forms.lemmas(sentence, at):
            return self._of_verb(sentence, phrase, at)
        two = not self._to.isdisjoint(sentence.words(at - 1, at + 1))
        verb = at - (2 if two else 1)  # "put to death 17", "set fire to 17"
        if not sentence.tokens[at].is_word or verb < 0:
            return None
        return self._of_completed(sentence, phrase, verb, at)

    def _of_verb(self, sentence: Sentence, phrase: Phrase, verb: int) -> Governed | None:
        if self._forms.voice(sentence, verb) == "passive":
            return None
        return self._object_of(sentence, phrase, verb)

    def _of_completed(
        self, sentence: Sentence, phrase: Phrase, verb: int, last: int
    ) -> Governed | None:
        """The object of a verb with a particle, or with what it does, up to token ``last``."""
        if not self._forms.lemmas(sentence, verb):
            return None
        particles = sentence.tokens[verb + 1 : last + 1]
        burned = particles[-1].word in self._to  # "set fire to 17"
        if not burned and any(token.group is not None for token in particles):
            return None
        found = self._of_verb(sentence, phrase, verb)
        evoked = found.evoked if found is not None else None
        needy = evoked is not None and bool(evoked.beside or evoked.about or evoked.counted)
        return found if needy else None

    def listed(self, sentence: Sentence, phrase: Phrase, verb: int) -> Governed | None:
        """What a figure is that stands in a list behind others on which the verb acts.

        Args:
            sentence: the sentence.
            phrase: the noun phrase of the figure.
            verb: index of the token of the verb.
        """
        if not self._forms.lemmas(sentence, verb) or self._forms.is_participle(sentence, verb):
            return None
        return self._of_verb(sentence, phrase, verb)

    def _object_of(self, sentence: Sentence, phrase: Phrase, verb: int) -> Governed | None:
        surely = phrase.people is True or (phrase.noun is None and self._is_told(sentence, phrase))
        end = phrase.end + _COMPLETING
        beside = sentence.beside(verb, end, surely=surely, phrase=phrase)
        evoked = self._field.of_verb("object", self._forms.lemmas(sentence, verb), beside)
        return Governed(evoked, "object", verb) if evoked else None

    def _is_told(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether people were counted before a bare figure, so that it is one of people too."""
        if sentence.readings or sentence.before:
            return True
        before = sentence.number_before(phrase.at) is not None
        return before and self._nouns.antecedent(sentence, phrase.at) is True

    def complement(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """A figure behind "of": "the bodies of 17", "claimed the lives of 17", "injuries to 17"."""
        at = sentence.lead(phrase.at)
        bound = sentence.word(at) in figure_words("ofs")
        if at < 1 or not (bound or sentence.word(at) in self._to):
            return None
        noun = sentence.word(at - 1)
        if noun in figure_words("collective"):  # "the bodies of a group of nine"
            at = sentence.lead(at - 1)
            bound = sentence.word(at) in figure_words("ofs")
            noun = sentence.word(at - 1) if at > 0 else noun
        if not self._field.names(noun, "of"):
            return None
        surely = phrase.noun is None or phrase.people is True
        beside = sentence.beside(at - _NOUN_REACH, phrase.end + 2, surely=surely)
        evoked = self._field.of_noun("of", noun, beside)
        if evoked is None or not (bound or not self._to.isdisjoint(evoked.beside)):
            return None
        return Governed(evoked, "complement", noun=at - 1)
