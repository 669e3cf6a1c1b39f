"""Who or what did harm where nothing else names the happening: "a mortar round killed four"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..figures.tokens import Token
from ..grammar.classes import Grammar
from ..grammar.nouns import singular
from ..grammar.vocabulary import UNKNOWN_NAME
from ..inflect import forms
from .sentence import EventSentence
from .words import EventWords

__all__ = ["Cause", "CauseFinder"]

_BEHIND = 4
"""Tokens behind the verb within which those are counted whom it befell."""


@dataclass(frozen=True, slots=True)
class Cause:
    """The subject of a verb of harm.

    Attributes:
        at: index of the token of its noun.
        class_: what sort of happening it is taken for.
        noun: the noun, in the singular.
        other: whether it is said to be another than was told of: "another round".
    """

    at: int
    class_: str
    noun: str
    other: bool


class CauseFinder:
    """Finds what did harm in a sentence, where it is spoken of as new.

    Args:
        grammar: the word classes.
        words: the words that name happenings.
    """

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        self._lists = lists = words.lists
        self._class = next(each for each in lists.general if words.names_anything(each))
        self._definites = grammar.words("definites")
        self._indefinites = grammar.words("articles") - self._definites
        self._prepositions = grammar.words("prepositions")
        self._known = self._definites | grammar.words("pronouns") | grammar.words("subordinators")
        self._joining = grammar.words("conjunctions")
        self._past = {past for verb in lists.harming for past in forms(verb).past}
        self._other = lists.others | frozenset(lists.ordinals)

    def find(self, sentence: EventSentence) -> Cause | None:
        """What the first verb of harm has for its subject."""
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            harming = self._harms(token) or self._is_read_as_noun(tokens, at)
            behind = tokens[at + 1 : at + 1 + _BEHIND]
            if harming and any(each.number is not None for each in behind):
                return self._subject(tokens, at)
        return None

    def _harms(self, token: Token) -> bool:
        """Whether somebody was harmed, and once: not "kills 40 people a year"."""
        group = token.group
        return (
            group is not None
            and group.voice != "passive"
            and group.form == "finite"
            and group.tense in ("past", "perfect")
            and not (group.negated or group.possible or group.past_perfect)
            and not self._lists.harming.isdisjoint(group.lemmas)
        )

    def _is_read_as_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb of harm stands right behind "another", as the noun of that would."""
        token = tokens[at]
        return (
            token.group is None
            and token.word in self._past
            and at > 0
            and (tokens[at - 1].word in self._lists.apart)
        )

    def _subject(self, tokens: Sequence[Token], verb: int) -> Cause | None:
        """What stands before the verb, past the verbs that it is joined to: "fell and killed"."""
        first = verb
        while first and (tokens[first - 1].is_word or tokens[first - 1].number is not None):
            before = tokens[first - 1]
            joined = tokens[first].word in self._joining or first == verb
            if before.group is not None and not joined:
                break
            first -= 1
        opened = next((at for at in range(first, verb) if self._opens(tokens, first, at)), None)
        if opened is None:
            return None
        last = opened
        while last + 1 < verb and self._goes_on(tokens[last + 1]):
            last += 1
        word = tokens[last].word
        other = any(each.word in self._other for each in tokens[opened : last + 1])
        if last == opened and not other and word in self._indefinites:
            return None
        return Cause(last, self._class, singular(word), other)

    def _opens(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether a noun phrase that is spoken of as new begins at a token."""
        token = tokens[at]
        if at > first and tokens[at - 1].word in self._prepositions:
            return False
        if token.word in self._definites:
            return tokens[at + 1].word in self._other
        if token.word in self._indefinites or token.word in self._other:
            return True
        if token.number is not None:
            return token.number.quantity.low == 1
        bare = token.is_word and (not token.is_name or token.code == UNKNOWN_NAME)
        return at == 0 and bare and token.word not in self._known | self._prepositions

    def _goes_on(self, token: Token) -> bool:
        """Whether a noun phrase goes on with a token."""
        plain = token.is_word and token.group is None and token.number is None
        return plain and token.word not in self._prepositions | self._joining
