"""Figures of some of those told of: "17 of the dead", "the dead included nine"."""

from __future__ import annotations

from .field import Field
from .sentence import Phrase, Sentence
from .verb_forms import Governed
from .verbs import VerbReader
from .words import figure_words

__all__ = ["IncludedReader"]

_ASIDE = 16
"""Tokens that an aside may have."""
_OPENED = 10
"""Tokens with which a sentence may begin: "of those who died on Monday,"."""
_NAMED = 40
"""Tokens before a verb such as "include" in which those are looked for whom it includes."""


class IncludedReader:
    """Reads the figures of those who are some of a group.

    Args:
        field: the words of the kind.
        verbs: reads what verbs say.
    """

    def __init__(self, field: Field, verbs: VerbReader) -> None:
        self._field = field
        self._verbs = verbs
        self._wholes = figure_words("whole") | figure_words("every")
        self._some = figure_words("partly") | figure_words("linking")

    def of_those(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """Those whom a noun of the field names, or some: "the 17 victims", "17 of the dead"."""
        if phrase.noun is None:
            return None
        beside = sentence.beside(phrase.at, phrase.end)
        named = self._field.of_noun("among", phrase.noun, beside)
        if named is None:
            return None
        words = sentence.words(phrase.at + 1, min(phrase.at + 3, phrase.end - 1))
        if figure_words("ofs").isdisjoint(words):
            whole = sentence.word(phrase.at - 1) in self._wholes
            return Governed(named, "counted") if whole else None
        behind = self._verbs.read(sentence, phrase)
        return Governed(behind.evoked if behind else named, "part", behind.verb if behind else None)

    def opened(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """Some of those with whom the sentence begins: "of those who died, 678 were drivers"."""
        if phrase.noun is not None or figure_words("opening").isdisjoint(sentence.words(0, 1)):
            return None
        comma = next((at for at in range(_OPENED) if sentence.word(at) == ","), None)
        if comma is None or phrase.at < comma or sentence.number_before(comma) is not None:
            return None
        evoked = self._verbs.among(sentence, 1)
        if evoked is None and comma == len(("of", "those")) and sentence.before:
            evoked = sentence.before[-1].evoked
        return Governed(evoked, "part") if evoked else None

    @staticmethod
    def is_whole(sentence: Sentence, at: int) -> bool:
        """Whether a figure is only the whole of what comes: "of the 87 aboard, 23 died"."""
        of = at - 2 if sentence.word(at - 1) in figure_words("whole") else at - 1
        return sentence.word(of) in figure_words("ofs") and sentence.word(of - 1) in ("", ",")

    def named(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """Those named before: "among the dead were nine", "the dead included nine"."""
        tokens, verb = sentence.tokens, sentence.lead(phrase.at)
        group = tokens[verb].group if verb > 0 else None
        if group is None or figure_words("naming").isdisjoint(group.lemmas):
            return None
        here = verb - 1
        if tokens[here].word == ",":  # "the dead, who included a judge, numbered nine"
            here = _aside_start(sentence, here) - 1
        for at in range(here, max(-1, here - _NAMED), -1):
            word = tokens[at].word
            if self._field.names(word, "among"):
                evoked = self._field.of_noun("among", word, sentence.beside(at, verb))
                if evoked is not None:
                    whole = self._some.isdisjoint(group.lemmas)  # "the dead numbered 19" are all
                    return Governed(evoked, "quantity" if whole else "among", verb, noun=at)
            if tokens[at].group is not None or word in (",", ";"):
                return None
        return None


def _aside_start(sentence: Sentence, end: int) -> int:
    """Where the aside begins whose last comma is at token ``end``."""
    for at in range(end - 1, max(-1, end - _ASIDE), -1):
        if sentence.tokens[at].word == ",":
            return at
    return 0
