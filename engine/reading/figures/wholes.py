"""The noun phrases of which a share may be: where they end, and whether they are of people."""

from __future__ import annotations

import re
from dataclasses import replace

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, singular
from .field import ALONE, Field
from .sentence import Sentence
from .tokens import PLAIN, Token
from .words import figure_endings, figure_words

__all__ = ["WholeFinder"]

_MOST_WORDS = 9
_OF_PEOPLE = re.compile(r"(?:ers|ors|ists|men|women|ians|ees|ants|ese|ans|crats)$")
_OF_A_PEOPLE = re.compile(r"(?:s|ese|ish|ch)$")
"""How names of peoples and of those of a party end: "Democrats", "Japanese"."""


class WholeFinder:
    """Finds the noun phrases of wholes, and what their nouns are of.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        lists = [g.words(name) for name in ("people", "person", "populations", "harmed")]
        self._people = frozenset(word.split()[-1] for words in lists for word in words)
        self._people |= figure_words("answering") | figure_words("collective")
        self._people |= figure_words("minded")
        self._determiners = g.words("determiners")
        self._openers = self._determiners | g.words("pronouns") | g.words("complementisers")
        self._ends = (
            g.words("prepositions") | g.words("subordinators") | g.words("relatives")
            | g.words("conjunctions") | g.words("be") | g.words("modals") | g.words("pronouns")
            | g.words("contrasts")
            | figure_words("versus")
        ) - figure_words("ofs")  # fmt: skip
        self._skipped = (
            g.words("adverbs")
            | g.words("degrees")
            | g.words("determiners")
            | figure_words("placing_shares")
        )
        self._adverbs = g.words("adverbs")

    def is_people(self, token: Token) -> bool:
        """Whether a word is of people: "voters", "Danes", "those polled"."""
        if token.code in "BE" and token.word[:1].isalpha():
            return True
        word = token.word.split()[-1] if token.word else ""
        if word in self._people or singular(word) in self._people:
            return True
        if token.is_name:
            return token.code in "CAFEXW" and _OF_A_PEOPLE.search(word) is not None
        thing = singular(word) in figure_words("things")
        return token.is_word and not thing and _OF_PEOPLE.search(word) is not None

    def _is_person(self, token: Token) -> bool:
        return token.is_word and self.is_people(replace(token, word=f"{token.word}s"))

    def is_noun_of_people(self, token: Token) -> bool:
        """Whether a word says who some are: "women", or how they are: "jobless"."""
        described = token.word in figure_words("people_adjectives")
        return described or (token.is_word and self.is_people(token))

    def is_cast(self, token: Token) -> bool:
        """Whether a noun is of what people cast: "votes"."""
        return self._field.names(token.word, "among")

    def is_noun(self, token: Token, before: Token | None, following: Token | None = None) -> bool:
        """Whether what looks like a verb is a noun of the field: "the Hispanic vote"."""
        group = token.group
        if following is not None and (following.is_name or following.word in self._openers):
            return False  # "68% trust the military"
        named = group is not None and (group.lemmas == (token.word,) or group.form == "gerund")
        acts = following is not None and following.group and following.group.form == "finite"
        if group is not None and acts and token.word.removesuffix("s") in group.lemmas:
            named = True  # "of the votes went to her"
        if group is None or not named or group.voice != "active":
            return False
        plural = before is not None and self.is_people(before) and is_plural(before.word)
        return not plural and self._field.names(token.word, "among", "quantity", "counted")

    def _end(self, sentence: Sentence, first: int, most: int = _MOST_WORDS) -> int:
        """Where the noun phrase ends that begins at ``first``."""
        tokens, end = sentence.tokens, first
        before: Token | None = None  # but for how old they are: "voters aged 30 to 49"
        while end < len(tokens) and end - first < most:
            token = tokens[end]
            if token.code == "Y":
                end += 1
                continue
            counted = token.number is not None and token.code in "NO"  # "of the 1,500 respondents"
            if token.code == "D" or (token.number and not counted):
                break
            following = tokens[end + 1] if end + 1 < len(tokens) else None
            if token.group is not None and not self.is_noun(token, before, following):
                break
            if before is not None and self._ends_at(token, before):
                break
            if not counted and self._is_mark(token, before):
                break
            end += 1
            if not counted or before is None:  # "voters 50 to 64 (view it as such)"
                before = token
        return end

    def _ends_at(self, token: Token, before: Token) -> bool:
        """Whether what is said of those whom a noun phrase names begins with a word."""
        adverb = token.word in self._adverbs or (
            token.is_word
            and token.word.endswith(figure_endings("adverb_endings"))
            and is_plural(before.word)
        )
        if adverb and self.is_people(before):
            return True  # "34 percent of Brits now fancy it", "of Danes closely follow it"
        described = before.word in figure_words("people_adjectives") and not self.is_cast(token)
        if described and self._field.verb(token.word):
            return True  # "of the employed trust it"
        return self._field.state([token.word], ALONE) is not None or self.is_verb(before, token)

    def _is_mark(self, token: Token, before: Token | None) -> bool:
        """Whether a mark, or a word that begins something else, ends a noun phrase."""
        if token.word == "-" and before is not None and token.start > before.end:
            return True  # a dash: "41.5 percent - official result"
        inner = token.word[:1].isalpha() or token.word in figure_words("inner_marks")
        return not inner or (token.word in self._ends and not token.is_name)  # "120 million US"

    def is_verb(self, before: Token, token: Token) -> bool:
        """Whether a word must be a verb, though the grammar knows it as none: "voters lean".

        No noun has a noun of several people before it that describes it.
        """
        several = self.is_people(before) and is_plural(before.word)
        if several and token.word in figure_words("before_verbs"):
            return True
        verb = token.code == PLAIN or self._field.verb(token.word) is not None
        return several and verb and self._is_noun(token) and not self.is_people(token)

    def _is_noun(self, token: Token) -> bool:
        return (
            token.is_word
            and token.word not in self._skipped
            and token.word not in self._ends
            and not token.word.endswith(figure_endings("adverb_endings"))
        )
