"""The verbs of a sentence as its figures need them: which verb, in which voice, with an object.

In "two men shot dead in Izmir" the verb is "shoot", and "shot" is bare: a participle that
describes those before it, as no object follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .field import Evoked, Field
from .nouns import PhraseFinder
from .sentence import Sentence
from .tokens import Token
from .words import figure_words

__all__ = ["NEAR", "Governed", "VerbForms"]

NEAR = 8
"""Tokens behind a verb that may complete it: "shot … dead"."""
_NAMES = frozenset("PCHXFGEA")
_UNKNOWN = "XW"


@dataclass(frozen=True, slots=True)
class Governed:
    """What a figure is by a word that governs it.

    Attributes:
        evoked: what it is.
        construction: how it stands to the word.
        verb: index of the token of the verb; ``None`` where it is none.
        end: index of the token behind what says so.
        noun: index of the token of the noun that says so.
    """

    evoked: Evoked
    construction: str
    verb: int | None = None
    end: int | None = None
    noun: int | None = None


class VerbForms:
    """Tells which verb a token is, and what it acts on.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        nouns: tells people from things.
    """

    def __init__(self, grammar: Grammar, field: Field, nouns: PhraseFinder) -> None:
        g = grammar
        self._field = field
        self._nouns = nouns
        self._be = g.words("be")
        self._closed = g.closed | g.words("postmodifiers")
        self._objects = g.words("determiners") | g.words("oblique") | g.words("reflexives")
        self._articles = (
            g.words("articles") | g.words("demonstratives") | g.words("possessives")
            | g.words("prepositions")
        )  # fmt: skip

    def lemmas(self, sentence: Sentence, at: int) -> Sequence[str]:
        """The verbs at token ``at``, in their base form; none where it is no verb.

        A form of a verb that the grammar took for a noun or an adjective counts as one.
        """
        if not 0 <= at < len(sentence.tokens):
            return ()
        token = sentence.tokens[at]
        if token.group is not None:
            return token.group.lemmas
        verb = None if token.code == "N" else self._field.verb(token.word)
        if verb is None or (
            sentence.word(at - 1) in self._articles and not self._is_pronoun(sentence, at - 1)
        ):
            return ()  # "on trial for the massacre"
        if token.is_name and (token.code not in _UNKNOWN or not self._acts(sentence, at)):
            return ()
        return (verb,)

    @staticmethod
    def _is_pronoun(sentence: Sentence, at: int) -> bool:
        """Whether the word at ``at`` stands for those it is a part of: "nine of those seized"."""
        of = sentence.word(at - 1) in figure_words("ofs")
        return of and sentence.word(at) in figure_words("partial")

    @staticmethod
    def _acts(sentence: Sentence, at: int) -> bool:
        """Whether a number follows, on which a verb of a headline acts: "Attacks Kill 12"."""
        return any(token.number for token in sentence.tokens[at + 1 : at + 2])

    def voice(self, sentence: Sentence, at: int) -> str:
        """The voice of the verb at token ``at``, as in ``VerbGroup``."""
        token = sentence.tokens[at]
        if token.group is not None:
            return token.group.voice
        before = sentence.tokens[at - 1].group if at else None
        if before is not None and not self._be.isdisjoint(before.lemmas):
            return "passive"
        return "active" if self._field.is_gerund(token.word) else "bare"

    def is_participle(self, sentence: Sentence, at: int) -> bool:
        """Whether the verb at token ``at`` describes those before it: "two men shot in Izmir"."""
        return self.voice(sentence, at) == "bare" and not self.object_follows(sentence, at)

    def object_follows(self, sentence: Sentence, at: int) -> bool:
        """Whether what the verb at ``at`` acts on stands behind it."""
        following: Sequence[Token] = sentence.tokens[at + 1 : at + 4]
        while following and following[0].word in figure_words("completing"):
            following = following[1:]
        if not following:
            return False
        token = following[0]
        if token.number is not None:  # not "246 injured, nine of them badly", with its comma lost
            of = [each.word for each in sentence.tokens[at + 2 : at + 4]]
            parted = (
                len(of) > 1 and of[0] in figure_words("ofs") and of[1] in figure_words("partial")
            )
            return token.number.form in ("count", "ratio") and not parted
        if token.word in self._objects or token.is_name or token.code in _NAMES:
            return True
        if not token.is_word or token.word in self._closed:
            return False
        bound = any(each.word in figure_words("ofs") for each in following[1:2])
        return bound or is_plural(token.word) or self._nouns.people(token.word) is True

    def is_be(self, token: Token) -> bool:
        """Whether ``token`` is a form of "be" and nothing more."""
        lemmas = token.group.lemmas if token.group is not None else ()
        return bool(lemmas) and self._be.issuperset(lemmas)
