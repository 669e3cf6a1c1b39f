"""Which articles and sentences may hold what is told elsewhere, by their words alone."""

from __future__ import annotations

from typing import Protocol

from ...knowledge import read_words
from ..grammar.classes import Grammar
from ..inflect import forms
from .words import HappeningWords

__all__ = ["Hints", "Seen"]


class Seen(Protocol):
    """A sentence of which only the words are looked at."""

    @property
    def words(self) -> frozenset[str]:
        """Its words, in lower case."""

    @property
    def has_digits(self) -> bool:
        """Whether a digit stands in it."""


class Hints:
    """Tells what may be of use, so that most sentences need not be analysed."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        tables = read_words("calendar").data["words"]
        names = (*tables["month"], *tables["weekday"], *tables["full_weekday"])
        lists = words.lists
        told = [forms(verb) for verbs in lists.course_verbs.values() for verb in verbs]
        lives = {form for verb in grammar.words("dying") for form in forms(verb).past}
        self._units = frozenset(map(str.lower, (*tables["unit"], *tables["single"])))
        self._relating = (
            grammar.words("leads") | grammar.words("onwards") | grammar.words("agos")
            | grammar.words("since") | grammar.words("afterwards") | lists.waits
            | grammar.words("throughout_times")
            | lists.terms | grammar.words("enduring")
            | frozenset(form for verb in told for form in (verb.base, *verb.past, *verb.participle))
            | frozenset(noun for nouns in lists.courses.values() for noun in nouns)
        )  # fmt: skip
        self._marks = lists.anniversaries | lists.birthdays | frozenset(lists.jubilees)
        self._lives = lives | grammar.words("births")
        self._ordering = grammar.words("earlier_than") | grammar.words("later_than")
        self._dated = frozenset(name.rstrip(".").lower() for name in names)

    def concern(self, sentence: Seen) -> bool:
        """Whether a sentence may hold one, or a date."""
        dated = sentence.has_digits or not self._dated.isdisjoint(sentence.words)
        return dated or self._tells(sentence)

    def _tells(self, sentence: Seen) -> bool:
        words = sentence.words
        if not self._units.isdisjoint(words) and not self._relating.isdisjoint(words):
            return True
        told = self._marks | self._lives | self._ordering
        return not told.isdisjoint(words)
