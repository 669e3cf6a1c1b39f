"""The noun phrase of a figure, and whether it is one of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ...knowledge import read_words
from ..grammar.classes import Grammar
from ..grammar.nouns import singular
from ..names import NameMention
from .field import Field
from .sentence import Phrase, Sentence
from .tokens import Token

__all__ = ["PhraseFinder", "figure_words", "with_plurals"]

_MOST_WORDS = 6
_PEOPLES = "EBQ"
_MARKS = ("-", "'s", "'")
_OF_PEOPLE = re.compile(r"(?:ers|ors|ists|men|women|ians|ees|ants|ese)$")
"""How nouns of people end that no list has: "divers", "Kenyans", "trainees"."""


@cache
def figure_words(name: str) -> frozenset[str]:
    """The words of the list ``name`` of ``facts/words/figures.yaml``."""
    return frozenset(read_words("figures").data[name])


def with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    """``nouns`` with what may be their plurals."""
    return frozenset(
        each
        for noun in nouns
        for each in (
            noun,
            f"{noun}s",
            f"{noun}es",
            f"{noun[:-1]}ies" if noun.endswith("y") else noun,
        )
    )


class PhraseFinder:
    """Finds the noun phrases of figures.

    Args:
        grammar: the word classes.
        field: the words of the kind, of which a noun ends the phrase ("17 deaths").
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        self._more = g.words("more") | g.words("newcomers") | figure_words("described")
        self._others = g.words("more")
        self._eaches = g.words("eaches")
        self._ends = (
            g.words("prepositions") | g.words("subordinators") | g.words("relatives")
            | g.words("conjunctions") | g.words("pronouns") | g.words("articles")
            | g.words("possessives") | g.words("demonstratives") | g.words("adverbs")
        )  # fmt: skip
        self._articles = g.words("articles")
        self._closed = g.closed
        lists = [g.words(name) for name in ("people", "person", "officials")]
        self._people = frozenset(word.split()[-1] for words in lists for word in words)
        self._everyone = g.words("everyone")
        self._persons = frozenset(
            word.split()[-1] for word in g.words("person") | g.words("everyone")
        )

    def find(self, sentence: Sentence, at: int) -> Phrase:
        """The noun phrase of the number at token ``at``."""
        tokens = sentence.tokens
        end, noun = at + 1, None
        if _of(tokens, end, figure_words("partial")):
            return Phrase(at, end + 2, "them", self.antecedent(sentence, at))
        while end < len(tokens) and tokens[end].word in self._more | self._eaches:
            noun = "others" if tokens[end].word in self._others else noun
            end += 1
        if _of(tokens, end, figure_words("whole")):
            end += 2
            named = end < len(tokens) and self._field.names(tokens[end].word, "among")
            if named and not self._noun_follows(sentence, end):
                return Phrase(at, end + 1, tokens[end].word, people=True)
        end, noun = self._run(sentence, end, noun)
        people = self.people(noun)
        if people is None and tokens[end - 1].code in _PEOPLES:
            people = True  # "17 Kenyans"
        return Phrase(at, end, noun, people)

    def people(self, noun: str | None) -> bool | None:
        """Whether ``noun`` names people: ``None`` where nobody can tell."""
        if noun is None:
            return None
        word = noun.split()[-1].rstrip("'")
        one = singular(word)
        if word in self._everyone or word in self._people or one in self._people or word == "them":
            return True
        if word in figure_words("things") or one in figure_words("things"):
            return False
        return True if _OF_PEOPLE.search(word) else None

    def is_person(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a phrase names one person by what they are: "driver", "a Syrian"."""
        last = sentence.tokens[phrase.end - 1].mention
        if isinstance(last, NameMention) and last.form in ("demonym", "people"):
            return True
        noun = sentence.tokens[phrase.end - 1].word
        return noun == phrase.noun and noun.split()[-1] in self._persons

    def antecedent(self, sentence: Sentence, at: int) -> bool | None:
        """Whether those whom "of them" means are people: what the figure before it counts."""
        for before in range(at - 1, -1, -1):
            if sentence.tokens[before].number is not None:
                counted = self.find(sentence, before)
                return True if counted.noun is None else counted.people
        return True

    def _run(self, sentence: Sentence, end: int, noun: str | None) -> tuple[int, str | None]:
        """Where the words of a phrase end that begin at ``end``, and its noun."""
        tokens, length = sentence.tokens, 0
        while end < len(tokens) and length < _MOST_WORDS:
            token = tokens[end]
            if token.code in "YO":  # "a 17-year-old student", "a fifth life"
                end += 1
                continue
            if token.group is not None and token.word in self._everyone:  # "1,269 Libyan lives"
                return end + 1, token.word
            if self._describes(sentence, end):
                end, length = end + 1, length + 1
                continue
            if self._is_end(token) or self._is_state(sentence, end, noun):
                break
            if token.word[:1].isalpha() and token.word not in self._articles:
                noun = token.word
            end, length = end + 1, length + 1
            if self._field.names(token.word, "counted") and not self._noun_follows(
                sentence, end - 1
            ):
                break
            if self.people(noun) and not self._is_compound(tokens, end):
                break
        return end, noun

    def _describes(self, sentence: Sentence, at: int) -> bool:
        """Whether a participle at ``at`` describes a noun: "4 laboratory confirmed cases"."""
        group = sentence.tokens[at].group
        following = sentence.words(at + 1, at + 2)
        bare = group is not None and group.voice == "bare"
        return bare and any(self._field.names(word, "counted") for word in following)

    def _is_end(self, token: Token) -> bool:
        if token.group is not None or token.code == "D" or token.number is not None:
            return True
        if not token.word[:1].isalpha():
            return token.word not in _MARKS
        return token.word in self._ends and token.mention is None

    def _is_state(self, sentence: Sentence, at: int, noun: str | None) -> bool:
        """Whether a word says what befell those counted rather than who they are."""
        word = sentence.tokens[at].word
        beside = sentence.beside(at, at + 1)
        if self._field.state([word], beside) is None or self._field.names(word, "counted"):
            return False
        return noun is not None or not self._noun_follows(sentence, at)

    def _noun_follows(self, sentence: Sentence, at: int) -> bool:
        """Whether the word at ``at`` stands before a noun: "two dead whales"."""
        following = sentence.tokens[at + 1 : at + 2]
        return any(
            token.is_word and token.word not in self._ends | self._closed for token in following
        )

    def _is_compound(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether the noun before ``end`` goes on: "passengers' relatives", "police officers"."""
        if end >= len(tokens):
            return False
        return tokens[end].word in _MARKS or self.people(tokens[end].word) is True


def _of(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Whether "of" and one of ``words`` stand at ``at``."""
    following = [token.word for token in tokens[at : at + 2]]
    return len(following) > 1 and following[0] == "of" and following[1] in words
