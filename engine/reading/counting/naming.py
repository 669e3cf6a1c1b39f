"""Sentences that name all of those counted before: "The branches to close are Ely and Wells"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from ...model import Quantity
from ..figures.words import figure_words
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, noun_words, singular
from ..meaning.scene import Scene
from ..numbers import Number
from .counted import CountedFinder, Leaves

__all__ = ["Named", "NamingFinder"]

_REACH = 12
"""Leaves with which the sentence says of whom it is a list, at most."""
_APART = 4
"""Characters between a sentence and the one that "they" reaches back to, at most."""
_NEAR = 5
"""Leaves behind the verb in which a colon may stand that the names follow."""
_SEVERAL = 2
_MOST = 40


@dataclass(frozen=True, slots=True)
class Named:
    """Where those who are named begin, and how many there should be.

    Attributes:
        noun: what they are, in the singular.
        start: index of the leaf of the first name.
        value: how many the copy said there are.
    """

    noun: str
    start: int
    value: Quantity


@dataclass(frozen=True, slots=True)
class _Count:
    """A count told before.

    Attributes:
        words: the noun and what describes it, in the singular.
        noun: the noun.
        value: how many.
        end: where its sentence ends.
    """

    words: frozenset[str]
    noun: str
    value: Quantity
    end: int


class NamingFinder:
    """Remembers what an article counts, and finds where it names them all."""

    def __init__(self, grammar: Grammar, nouns: CountedFinder) -> None:
        self._nouns = nouns
        self._be = grammar.words("be")
        self._articles = grammar.words("definites")
        self._of = next(iter(figure_words("ofs")))
        verbs = "|".join(sorted(self._be))
        self._names = re.compile(rf"(?:\b(?:{verbs})|:)\s+[A-Z]")

    def concerns(self, sentence: Glance) -> bool:
        """Whether names may follow in ``sentence`` right behind "are" or a colon."""
        return "," in sentence.text and self._names.search(sentence.text) is not None

    def note(self, leaves: Leaves, scene: Scene) -> None:
        """Remembers what a sentence counts."""
        told = self._told(scene)
        for index, unit in enumerate(leaves.units):
            number = unit.mention
            if leaves.codes[index] != "N" or not isinstance(number, Number):
                continue
            value = number.quantity
            if value.low is None or value.low != value.high or not 1 < value.low <= _MOST:
                continue
            counted = self._nouns.several(leaves, index)
            if counted is not None and not counted.further and not counted.partitive:
                words = frozenset(map(singular, counted.described.split()))
                told.append(_Count(words, counted.head, value, scene.line.span.end))

    def found(self, leaves: Leaves, scene: Scene) -> Named | None:
        """Where a sentence names those whom one before it counts."""
        told = self._told(scene)
        mark = self._mark(leaves)
        if mark is None or not told:
            return None
        end, start = mark
        words = [unit.word for unit in leaves.units[:end]]
        if leaves.codes[0] == "R":
            last = [each for each in told if scene.line.span.start - each.end <= _APART]
            return Named(last[0].noun, start, last[0].value) if len(last) == 1 else None
        noun = self._noun(words)
        meant = [each for each in told if noun in each.words]
        values = {each.value for each in meant}
        return Named(noun, start, values.pop()) if noun and len(values) == 1 else None

    def _mark(self, leaves: Leaves) -> tuple[int, int] | None:
        """Where the sentence has said of whom it tells, and where the names begin."""
        for at, unit in enumerate(leaves.units[:_REACH]):
            if leaves.codes[at] == ":":
                return at, at + 1
            if leaves.codes[at] in ",;(–":
                return None
            if leaves.codes[at] == "V" and len(unit.parts) < _SEVERAL and unit.word in self._be:
                colon = leaves.codes.find(":", at + 1, at + _NEAR)  # "is as follows:"
                return at, max(at, colon) + 1
        return None

    def _noun(self, words: list[str]) -> str:
        """The noun of "the branches to close", "the full list of (the) branches to close"."""
        if not words or words[0] not in self._articles:
            return ""
        lists = [at for at, word in enumerate(words) if word in noun_words("listing")]
        first = 1
        if lists:
            first = lists[0] + 1
            if words[first : first + 1] != [self._of]:
                return ""
            first += 1
            first += first < len(words) and words[first] in self._articles
        noun = words[first] if first < len(words) else ""
        return singular(noun) if is_plural(noun) else ""

    @staticmethod
    def _told(scene: Scene) -> list[_Count]:
        """What the part counts so far."""
        key = ("counts", scene.part)
        return cast("list[_Count]", scene.context.told.setdefault(key, []))
