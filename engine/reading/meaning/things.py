"""Things: the noun phrases that a fact is about, as texts that can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE, Line, Unit
from ..names import NameMention

__all__ = ["Thing", "ThingFinder"]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a noun phrase names.

    Attributes:
        text: its words in lower case, without articles, owner, place or date.
        owner: whose it is: "Germany" in "Germany's exports".
    """

    text: str
    owner: Unit | None = None

    @property
    def name(self) -> Name:
        """It as somebody whom the copy does not name."""
        return Name(self.text, self.text, named=False)


class ThingFinder:
    """Finds how far a noun phrase reaches, and what it says."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        run = g.thing_words
        self._run = re.compile(run)
        compound = rf"(?:(?:{run}{POSSESSIVE})?{g.any_word}-)?"  # "Germany's first-half exports"
        chained = rf"(?:{run}{g['describing']}(?:{g['determiners']})*)"
        self._before = re.compile(
            rf"(?<!{g['prepositions']})(?<!{g['prepositions']}{g['determiners']})(?<!V)"
            rf"{compound}{chained}{{0,3}}{run}$"
        )
        self._nearest = re.compile(rf"{compound}{run}$")
        self._behind = re.compile(
            rf"(?:{g['describing']}(?:{g['determiners']})*(?:{run}|Q)){{0,2}}"
        )
        self._link = re.compile(g["describing"])
        self._where = re.compile(rf"(?:{g['locatives']}(?:{g['articles']})?[PGC])+$")

    def somebody(self, line: Line, first: int, behind: int) -> Thing | None:
        """Whom the noun phrase that ends before unit ``behind`` describes: "his sister"."""
        before = self._nearest.search(line.codes, 0, first + 1)
        start = before.start() if before else first
        text = self._text(line.units[start:behind], line)
        return Thing(text) if text else None

    def thing(self, line: Line, first: int, behind: int, verb: int) -> Thing | None:
        """What the noun phrase around some units names; ``None`` for a pronoun.

        Args:
            line: the sentence.
            first: the first unit known to belong to it.
            behind: one behind the last.
            verb: where its clause has its verb, which no subject reaches beyond.
        """
        codes = line.codes
        if codes[first] == "R":
            return None
        start, end = first, behind
        if first < verb:
            before = self._before.search(codes, 0, first + 1)
            before = before or self._nearest.search(codes, 0, first + 1)
            start = before.start() if before else first
            run = self._run.match(codes, first, verb)
            end = max(end, run.end()) if run else end
        after = self._behind.match(codes, end, verb if end <= verb else len(codes))
        end = after.end() if after else end
        where = self._where.search(codes, start + 1, end)
        if where is not None and self._is_placed(line.units[where.end() - 1]):
            end = where.start()
        first_of = self._link.search(codes, start, end)
        owned = codes.rfind(POSSESSIVE, start, first_of.start() if first_of else end)
        owner = line.units[owned - 1] if start < owned < end - 1 else None
        text = self._text(line.units[owned + 1 if owner else start : end], line)
        return Thing(text, owner) if text else None

    def counted(self, unit: Unit, line: Line) -> Thing:
        """The people that a chunk counts: "three men", "a Russian soldier"."""
        return Thing(self._text([unit], line) or unit.word)

    def described(self, unit: Unit, line: Line) -> Name | None:
        """Who a plain word names: "company"; ``None`` for what is more than a word."""
        text = self._text([unit], line)
        return Thing(text).name if text and unit.code not in "CAHPXFGERQ" else None

    @staticmethod
    def _is_placed(unit: Unit) -> bool:
        """Whether a place is on the map, or only described; "Siemens" may be either."""
        return not isinstance(unit.mention, NameMention) or unit.mention.place is not None

    def _text(self, units: Sequence[Unit], line: Line) -> str:
        dropped = self._grammar.words("determiners") | self._grammar.words("comparing")
        text = " ".join(
            word
            for unit in units
            for word in line.text[unit.start : unit.end].lower().split()
            if word not in dropped and unit.code != "D"
        )
        return text.replace(" - ", "-").replace(f" {POSSESSIVE}s", f"{POSSESSIVE}s")
