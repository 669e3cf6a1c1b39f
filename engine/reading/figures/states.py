"""Figures by the state behind them: "17 dead", "two feared drowned", "six in hospital"."""

from __future__ import annotations

from dataclasses import replace

from ..grammar.classes import Grammar
from ..inflect import forms
from .field import Beside, Evoked, Field
from .sentence import Phrase, Sentence
from .verb_forms import NEAR, Governed, VerbForms
from .words import figure_words

__all__ = ["StateReader"]

_JOINED = 3
"""Tokens of what joins a state to another: "and feared dead"."""


class StateReader:
    """Reads what is said to be the state of those counted.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        forms: the verbs of the sentence.
    """

    def __init__(self, grammar: Grammar, field: Field, forms: VerbForms) -> None:
        self._field = field
        self._forms = forms
        self._of_people = field.kind.value == "people"
        self._prepositions = grammar.words("prepositions")
        self._conjunctions = grammar.words("conjunctions")
        self._closed = grammar.closed | grammar.words("postmodifiers")

    def read(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """The state that stands at token ``at``: "dead", "feared drowned", "in hospital"."""
        tokens, first, stating = sentence.tokens, at, figure_words("stating")
        surely = bool(phrase.people or (phrase.people is None and phrase.noun is None))
        beside: Beside | None = None
        while at < len(tokens):
            word = tokens[at].word
            if self._field.begins_state(word):
                beside = beside or sentence.beside(
                    first, first + NEAR, surely=surely, phrase=phrase
                )
                if (found := self._state(sentence, at, beside)) is not None:
                    return found
            if word not in stating:
                break
            at += 1
        if at >= len(tokens) or not (lemmas := self._forms.lemmas(sentence, at)):
            return None
        if not self._forms.is_participle(sentence, at):
            return None
        beside = replace(sentence.beside(at, at + NEAR, surely=surely), noun=phrase.noun)
        harmed = self._field.of_verb("object", lemmas, beside)
        return Governed(harmed, "state", at if at == first else None, at + 1) if harmed else None

    def attribute(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The state in which those are called who are counted: "nine injured persons"."""
        if not phrase.people and (self._of_people or phrase.noun is None):
            return None
        for at in range(phrase.at + 1, phrase.end - 1):
            word = sentence.word(at)
            beside = replace(sentence.beside(at, phrase.end), noun=phrase.noun)
            found = self._field.state([word], beside) if self._field.names(word, "state") else None
            evoked = found[0] if found else self._participle(word, beside)
            if evoked is not None:
                return Governed(evoked, "attribute", None, phrase.end)
        return None

    def _participle(self, word: str, beside: Beside) -> Evoked | None:
        """What a participle makes of the things that it describes: "the 14 seized boats"."""
        verb = self._field.verb(word)
        if verb is None or self._of_people or word not in forms(verb).participle:
            return None
        return self._field.of_any_verb([verb], beside)

    def _state(self, sentence: Sentence, at: int, beside: Beside) -> Governed | None:
        """The state whose first word is at token ``at``."""
        if self._forms.lemmas(sentence, at) and self._forms.object_follows(sentence, at):
            return None
        words = sentence.words(at, at + NEAR)
        found = self._field.state(words, beside)
        if found is None:
            return None
        evoked, length = found
        bound = words[0] in figure_words("stating") or words[0] in self._prepositions
        if bound and self._is_attribute(sentence, at + length):
            return None
        evoked = self.joined(sentence, evoked, at + length)
        verb = at if sentence.tokens[at].group is not None else None
        return Governed(evoked, "state", verb, at + length)

    def _is_attribute(self, sentence: Sentence, at: int) -> bool:
        """Whether what stands before ``at`` describes the word there: "in hospital gowns"."""
        following = sentence.tokens[at : at + 1]
        return any(token.is_word and token.word not in self._closed for token in following)

    def joined(self, sentence: Sentence, evoked: Evoked, at: int) -> Evoked:
        """The same with what "and wounded" behind it makes of it: "17 dead and wounded"."""
        following = sentence.tokens[at : at + _JOINED]
        if not following or following[0].word not in self._conjunctions:
            return evoked
        if not following[1:] or any(token.number for token in following):
            return evoked
        beside = sentence.beside(at + 1, at + NEAR)
        found = self._field.state([token.word for token in following[1:]], beside)
        other = found[0] if found else None
        if other is None and self._forms.is_participle(sentence, at + 1):
            lemmas = self._forms.lemmas(sentence, at + 1)
            other = self._field.of_verb("object", lemmas, beside)
        both = self._field.both((evoked.choice, other.choice)) if other is not None else None
        return Evoked(both) if both else evoked
