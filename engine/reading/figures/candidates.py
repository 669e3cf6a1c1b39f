"""The numbers of a sentence that may count somebody: not "12-member", not "17 per 1,000"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...model import Quantity
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from ..numbers import Number
from .nouns import PhraseFinder
from .sentence import Phrase, Sentence
from .tokens import Token
from .words import figure_words

__all__ = ["NOBODY", "ONE", "CandidateFinder", "counted", "is_stepped"]

NOBODY = Quantity(Decimal(0), Decimal(0))
"""The value of "nobody", "no one" and "none of the 17"."""

ONE = Quantity(Decimal(1), Decimal(1))
"""The value of "one of them", and of one person."""

_DENIED = 5
"""Tokens before a figure in which it is said that it is of none: "none of the city's 17"."""
_PERSON, _UNKNOWN, _BRACKETS = "H", "X", "()"
_AGE_ENDS = ("", ",", ".", ";", ")", "–", "—")
_LISTING, _OLDEST = (",", "and"), 120
_REACH = 12
"""Tokens before and behind an age in which others are listed."""
_AGED = 3
"""Tokens before a figure that make it an age: "between the ages of 17"."""


class CandidateFinder:
    """Finds the numbers that may count somebody, and their noun phrases.

    Args:
        grammar: the word classes.
        nouns: finds noun phrases.

    Attributes:
        words: a sentence without a number has one of these where it counts somebody.
    """

    def __init__(self, grammar: Grammar, nouns: PhraseFinder) -> None:
        self._nouns = nouns
        self._oblique = grammar.words("oblique")
        self._rates = grammar.words("rates")
        self._nobody = frozenset(entry.replace(" ", "") for entry in grammar.words("nobody"))
        self._nothing = grammar.words("nothing")
        self._locatives = grammar.words("locatives")
        parts = (part for entry in grammar.words("nobody") for part in entry.split())
        self.words = (self._nobody | frozenset(parts)) - self._nothing

    def find(self, sentence: Sentence) -> Iterator[tuple[Phrase, Quantity]]:
        """The noun phrases of the figures, with their values, in reading order."""
        for at, token in enumerate(sentence.tokens):
            number = token.number
            if number is None:
                if token.word in self._nobody:
                    yield Phrase(at, at + 1, token.word, people=True), NOBODY
                elif self._is_one_of(sentence, at):
                    yield self._nouns.find(sentence, at), ONE
                elif token.word in self._nothing and self._is_no_one(sentence, at):
                    yield Phrase(at, at + 2, token.word, people=True), NOBODY
            elif number.quantity.high == 0 and sentence.word(at + 1) in figure_words("ofs"):
                people = self._nouns.antecedent(sentence, at + 1)  # "none of the 92 passengers"
                yield Phrase(at, at + 1, self._noun_of(sentence, at), people), NOBODY
            elif (quantity := self._value(sentence, at, number)) is not None:
                yield self._nouns.find(sentence, at), quantity

    def _value(self, sentence: Sentence, at: int, number: Number) -> Quantity | None:
        """How many the number at token ``at`` comes to, if it may count somebody."""
        if " ".join(sentence.words(at - 2, at)) in figure_words("all_but"):
            return _rest(number)  # "all but two of the 30"
        if is_stepped(sentence, at):  # "rose by 12 to 30"
            return replace(number.quantity, low=number.quantity.high, hedge=None)
        if number.whole is not None and sentence.word(at - 1) in figure_words("every_one"):
            return number.whole  # "every one of the 85 cars"
        return None if self._is_denied(sentence, at) else counted(number)

    def _noun_of(self, sentence: Sentence, at: int) -> str | None:
        """The noun behind "none of", also that of a number: "none of the city's 40 schools"."""
        of = self._nouns.find(sentence, at)
        if of.end < len(sentence.tokens) and sentence.tokens[of.end].number is not None:
            of = self._nouns.find(sentence, of.end)
        return None if of.partitive else of.noun

    @staticmethod
    def _is_one_of(sentence: Sentence, at: int) -> bool:
        """Whether "one of them" stands at ``at``, which the grammar takes for a word."""
        words = sentence.words(at, at + 3)
        if not words[2:] or words[0] not in figure_words("single"):
            return False
        return words[1] in figure_words("ofs") and words[2] in figure_words("resumptive")

    def _is_no_one(self, sentence: Sentence, at: int) -> bool:
        return "".join(sentence.words(at, at + 2)) in self._nobody

    def _is_denied(self, sentence: Sentence, at: int) -> bool:
        """Whether it counts nobody: "none of the 17", "none of the bodies", "a 12-member crew"."""
        if _is_joined(sentence.tokens[at].word):
            return True
        words = sentence.words(at - _DENIED, at + 2)
        return any(a in self._nothing and b in figure_words("ofs") for a, b in pairwise(words))

    def is_rate(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a figure is one of a rate or an age: "17 deaths per 1,000"."""
        behind = sentence.tokens[phrase.end : phrase.end + 3]
        words = [token.word for token in behind]
        if behind[2:] and " ".join(words[:2]) in figure_words("rationed"):
            return behind[2].number is not None
        if " ".join(sentence.words(phrase.at + 1, phrase.at + 3)) in figure_words("excessive"):
            return True  # "nine too many"
        rated = behind[1:] and (words[1][:1].isdigit() or words[1] in figure_words("rated"))
        if rated and words[0] in self._rates:
            return True
        if self.is_age(sentence, phrase):
            return True
        before = sentence.words(phrase.at - _AGED, phrase.at)
        if phrase.noun is None and self._oblique.intersection(before[-1:]):
            return True  # "all of them over 80"
        return not figure_words("rating").isdisjoint(before)

    def is_age(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a bare figure stands behind the name of a person: "Ashish Kumar, 38,".

        In a list with one in brackets behind a person, all in brackets are ages: "his wife Asha
        (36)". Whose names are of no form that is known may be persons, too.
        """
        tokens, at = sentence.tokens, phrase.at
        if sentence.words(at - 2, at) == [".", ","]:  # "Lucas V., 27, died"
            initial = tokens[at - 3].capital and tokens[at - 3].code in (_PERSON, _UNKNOWN)
            return initial and sentence.word(phrase.end) in _AGE_ENDS
        if phrase.noun is not None or at < 2:  # noqa: PLR2004 - a name and a mark
            return False
        listed = tokens[at - 2].number if tokens[at - 1].word in _LISTING else None
        if listed is not None and listed.form == "age":
            return True  # "the men, aged 23 and 49"
        person = tokens[at - 2].code == _PERSON
        if self._is_of_several(sentence, at):
            return True
        if tokens[at - 1].word == ",":
            unknown = (
                tokens[at - 2].code == _UNKNOWN and sentence.word(at - 3) not in self._locatives
            )
            told = self._nouns.names_one(sentence.word(at - 2))  # "the gunman, 24, was shot"
            return (person or unknown or told) and sentence.word(phrase.end) in _AGE_ENDS
        if sentence.words(at - 1, at + 2)[::2] != [*_BRACKETS]:
            return False
        if not tokens[at - 2].capital:
            return self._nouns.names_one(sentence.word(at - 2))
        return person or any(
            sentence.word(other - 1) == _BRACKETS[0] and tokens[other - 2].code == _PERSON
            for other in sentence.numbers
            if other > 1
        )

    def _is_of_several(self, sentence: Sentence, at: int) -> bool:
        """Whether it is one of the ages of several between commas: "two men, 24 and 31, died"."""
        tokens, first, last = sentence.tokens, at, at
        lowest, highest = max(1, at - _REACH), min(len(tokens) - 1, at + _REACH)
        while first > lowest and (
            tokens[first - 1].word in _LISTING or _is_bare(tokens[first - 1])
        ):
            first -= 1
        while last < highest and (tokens[last + 1].word in _LISTING or _is_bare(tokens[last + 1])):
            last += 1
        listed = [each for each in tokens[first : last + 1] if _is_bare(each)]
        closed = tokens[first].word == tokens[last].word == ","
        noun = sentence.word(first - 1)
        return closed and len(listed) > 1 and is_plural(noun) and self._nouns.people(noun) is True


def is_stepped(sentence: Sentence, at: int) -> bool:
    """Whether a number is by how much a count went, and to what: "rose by 12 to 30"."""
    number, verb = sentence.tokens[at].number, sentence.tokens[at - 2].group if at > 1 else None
    if number is None or number.form != "count" or number.quantity.unit is not None:
        return False
    low, high = number.quantity.low, number.quantity.high
    several = low is not None and high is not None and low < high
    by = sentence.word(at - 1) in figure_words("bys") and verb is not None
    words = sentence.tokens[at].word.split()
    reached = several and by and not figure_words("share_levels").isdisjoint(words)
    return reached and verb is not None and not figure_words("rising").isdisjoint(verb.lemmas)


def _rest(number: Number) -> Quantity | None:
    """How many there are but for so many of a whole: 28 for "two of the 30"."""
    part = number.part.low if number.part is not None else None
    whole = number.whole.low if number.whole is not None else None
    if part is None or whole is None or part >= whole:
        return None
    return Quantity(whole - part, whole - part)


def _is_bare(token: Token) -> bool:
    """Whether it is a number that nothing is said of, and may be an age."""
    if token.number is None or not token.word.isdigit():
        return False
    low = token.number.quantity.low
    return low is not None and low == token.number.quantity.high and low <= _OLDEST


def _is_joined(word: str) -> bool:
    """Whether a number is joined to a noun: "12-member"."""
    if word.rpartition("-")[2] in figure_words("upwards"):
        return False  # "2,000-plus"
    return word[-1].isalpha() and any(a.isdigit() and b == "-" for a, b in pairwise(word))


def counted(number: Number) -> Quantity | None:
    """The value of a number that may count people; ``None`` where it measures."""
    if number.form == "ratio":
        return number.part if number.whole is not None else None
    if number.form != "count" or number.quantity.unit is not None or not number.figure:
        return None
    ends = (number.quantity.low, number.quantity.high)
    broken = any(end is not None and end != end.to_integral_value() for end in ends)
    return None if broken else number.quantity
