"""Noun phrases of a line, those that no chunk was made of as well."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..figures.words import figure_endings
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE, Line, Unit
from ..grammar.nouns import is_plural, singular

__all__ = ["NounPhrase", "PhraseReader"]

_CHUNKS = "CAHPXFGEBOQNSLW"
_ENDING = "PG"
_MOST = 9
"""Units of a noun phrase, at most."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase without what follows its head.

    Attributes:
        first: index of its first unit.
        last: index of its head.
    """

    first: int
    last: int


class PhraseReader:
    """Finds noun phrases."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._noun = re.compile(g.thing_word)
        self._lead = (
            g.words("determiners") | g.words("predeterminers") | g.words("degrees")
            | g.words("parts") | g.words("totals")
        )  # fmt: skip
        self._former = g.words("formerly") | g.words("adverbs")
        self._extending = g.words("extending")
        self._adverbial = figure_endings("adverb_endings")
        self._ground = g.words("grounds") | g.words("weak_grounds") | g.words("places")

    def is_noun(self, unit: Unit) -> bool:
        """Whether ``unit`` may belong to a noun phrase."""
        if unit.code in _CHUNKS:
            return True
        return self._noun.match(unit.code) is not None and not unit.word.endswith(self._adverbial)

    def is_lead(self, unit: Unit) -> bool:
        """Whether ``unit`` stands before a noun phrase, as a determiner does."""
        return unit.word in self._lead

    def _leads(self, unit: Unit) -> bool:
        """The same of a word, and not of a chunk like "parts of the city"."""
        return not unit.parts and self.is_lead(unit)

    def behind(self, line: Line, at: int) -> NounPhrase | None:
        """The noun phrase that begins at unit ``at``."""
        units, first = line.units, at
        while at < len(units) and (
            units[at].code == "“"
            or self._leads(units[at])
            or (at > first and units[at].word in self._former)  # "the once rebel-held town"
        ):
            at += 1
        end = at
        while end < len(units) and end - at < _MOST and self._goes_on(line, end, at):
            end += 1
        while end > at and units[end - 1].code in "-'":
            end -= 1
        return NounPhrase(first, end - 1) if end > at else None

    def _goes_on(self, line: Line, at: int, start: int) -> bool:
        """Whether the noun phrase from unit ``start`` has unit ``at`` too."""
        unit, before = line.units[at], line.units[at - 1]
        if at == start:
            return self.is_noun(unit) and unit.code not in "'-"
        if unit.code == POSSESSIVE:
            return at + 1 < len(line.units) and unit.word == "'s"
        if unit.code == "-" or before.code in "-'":
            return unit.code in "-”“" or self.is_noun(unit)
        if before.code in _ENDING and not self._is_headed(line, at):
            return False  # "the town overnight"
        grounded = before.word in self._ground or singular(before.word) in self._ground
        if grounded and unit.word in self._extending:
            return False  # "the road leading to"
        return self.is_noun(unit) and unit.code not in "NSL"

    def _is_headed(self, line: Line, at: int) -> bool:
        """Whether a place is only an adjective of unit ``at``: "Goma airport", "Goma mayor's"."""
        word, behind = line.units[at].word, line.units[at + 1 : at + 2]
        if behind and behind[0].code == POSSESSIVE:
            return True
        return word in self._ground or singular(word) in self._ground or is_plural(word)

    def around(self, line: Line, head: int) -> NounPhrase:
        """The noun phrase whose head is unit ``head``."""
        units, first = line.units, head
        while first and head - first < _MOST:
            unit = units[first - 1]
            if units[first].code in _ENDING and unit.code not in "-'":
                break
            if unit.code not in "-'" and not self.is_noun(unit):
                break
            first -= 1
        while first and units[first - 1].word in self._lead:
            first -= 1
        return NounPhrase(first, head)
