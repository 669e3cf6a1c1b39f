"""What a figure counts or measures: the noun behind it, the noun before it, and their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.nouns import is_plural, noun_words, singular
from ..grammar.vocabulary import UNKNOWN_NAME

__all__ = ["Counted", "CountedFinder", "Leaves"]

_MOST_WORDS = 7
_REACH = 16
"""Leaves that are looked at before a figure, so that a line takes time by its length."""
_NAMED = "CAHPXE" + UNKNOWN_NAME
_NAMED_SEVERAL = "CAXE" + UNKNOWN_NAME
_LOOSE = re.compile(r"(?:ed|ing|ly)$")
_FAMILY = re.compile(r"(?:supp|rep|fami|al|ral|bul|assemb|monopo|anoma|je|bel|f)ly$")


@dataclass(frozen=True, slots=True)
class Leaves:
    """A line with its noun phrases taken apart again.

    Attributes:
        line: the sentence.
        units: its words, mentions and verb groups.
        codes: their codes.
        at: for each, the index of the unit of the line that it is in.
    """

    line: Line
    units: tuple[Unit, ...]
    codes: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, line: Line) -> Leaves:
        """The leaves of ``line``."""
        units: list[Unit] = []
        at: list[int] = []
        for index, unit in enumerate(line.units):
            _take_apart(unit, units)
            at += [index] * (len(units) - len(at))
        codes = "".join([unit.code for unit in units])
        return cls(line, tuple(units), codes, tuple(at))

    def ending(self, pattern: re.Pattern[str], behind: int) -> re.Match[str] | None:
        """Where ``pattern``, which ends in ``$``, is found right before leaf ``behind``."""
        return pattern.search(self.codes, max(0, behind - _REACH), behind)

    def text(self, first: int, last: int) -> str:
        """The words from leaf ``first`` up to and including ``last``."""
        return self.line.text[self.units[first].start : self.units[last].end]


def _take_apart(unit: Unit, leaves: list[Unit]) -> None:
    """Adds the leaves of ``unit`` to ``leaves``."""
    if not unit.parts or unit.code in "VRI":
        leaves.append(unit)
        return
    for part in unit.parts:
        _take_apart(part, leaves)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that says what a figure is a figure of.

    Attributes:
        head: its noun in the singular and in lower case.
        described: the same with its modifiers.
        last: index of its last leaf, or of the figure where that stands behind.
        first: index of its first leaf, or of the figure.
        partitive: the figure is a part of what it names: "two of the boats".
        further: the figure comes on top of another: "five more boats".
    """

    head: str
    described: str
    first: int
    last: int
    partitive: bool = False
    further: bool = False


class CountedFinder:
    """Finds the noun phrases around figures."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        of, item = g.vocabulary.one_of(["of"]), rf"(?:[CAHPXEO]|{g.noun})"
        self._run = re.compile(
            rf"{item}(?:(?:[-']|-{g['conjunctions']})?{item}){{0,{_MOST_WORDS}}}"
        )
        self._lead = re.compile(
            rf"(?P<more>{g['more']}){{0,2}}(?P<of>{of}(?P<definite>{g['determiners']}{{1,2}})?)?"
        )
        self._owns = re.compile("'(?!')")  # two are a quotation mark
        self._joined = re.compile(rf",?{g['conjunctions']}?")
        self._of = re.compile(rf"{of}(?:{g['determiners']}){{0,2}}")
        self._modifies = re.compile(rf"-?{item}")
        self._in = re.compile(g.vocabulary.one_of(["in"]))
        self._determined = re.compile(rf"(?:{g['determiners']}|'){g['adverbs']}?$")
        self._before_of = re.compile(
            rf"(?P<run>(?:{item}[-']?){{1,4}})(?:{of}(?:{g['articles']})?|,?{g['worths']})$"
        )
        self._run_before = re.compile(rf"(?P<run>(?:{item}[-']?){{1,4}}),?$")

    def leaves(self, line: Line) -> Leaves:
        """The leaves of ``line``."""
        return Leaves.of(line)

    def several(self, leaves: Leaves, index: int, *, hollow: bool = False) -> Counted | None:
        """The plural noun behind the count at leaf ``index``: "43 (of the) old buildings".

        Args:
            leaves: the sentence.
            index: the leaf of the count.
            hollow: whether the noun may say nothing of what is counted: "five things".
        """
        lead = self._lead.match(leaves.codes, index + 1)
        if lead is None:
            return None
        start = lead.end()
        if lead["of"] and lead["definite"] is None and self._is_exact(leaves, index):
            return None  # "ten of clubs"
        run = self._run.match(leaves.codes, start)
        if run is None:
            return None
        head = self._plural(leaves, run)
        joint = self._joined.match(leaves.codes, run.end())
        if head is None and joint is not None and joint.end() > run.end():
            second = self._run.match(leaves.codes, joint.end())
            head = self._plural(leaves, second) if second else None
        if head is None:
            return None
        words = {unit.word for unit in leaves.units[lead.start() : start]}
        definite = not words.isdisjoint(self._grammar.words("definites"))
        return self._made(
            leaves, start, head, index,
            partitive=bool(lead["of"]) and definite,
            further=not words.isdisjoint(self._grammar.words("newcomers")),
            hollow=hollow,
        )  # fmt: skip

    def single(self, leaves: Leaves, index: int) -> Counted | None:
        """The singular noun right behind leaf ``index``: "a $8,000 fine", "one driver"."""
        run = self._run.match(leaves.codes, index + 1)
        if run is None:
            return None
        last = run.end() - 1
        words = {unit.word for unit in leaves.units[index + 1 : last + 1]}
        while last > index and self._is_loose(leaves.units[last].word):
            last -= 1
        hollow = not words.isdisjoint(noun_words("hollow"))
        if hollow or last == index or leaves.units[last].code in "CAHPX":
            return None
        return self._made(leaves, index + 1, last, index)

    def whole(self, leaves: Leaves, index: int) -> Counted | None:
        """What a share or an amount is of: "69 percent of drivers", "40 kg of cocaine"."""
        found = self._of.match(leaves.codes, index + 1)
        return self._mass(leaves, found.end(), index) if found else None

    def mass(self, leaves: Leaves, index: int) -> Counted | None:
        """What money is spent in: "$3bn in aid"."""
        found = self._in.match(leaves.codes, index + 1)
        behind = leaves.units[index + 2 : index + 3]
        if found is None or any(leaves.line.text[unit.start].isupper() for unit in behind):
            return None
        counted = self._mass(leaves, found.end(), index)
        return None if counted is None or counted.head.isdigit() else counted

    def _mass(self, leaves: Leaves, start: int, index: int) -> Counted | None:
        run = self._run.match(leaves.codes, start)
        if run is None:
            return None
        head = self._plural(leaves, run)
        if head is None:
            head = run.end() - 1
        return self._made(leaves, start, head, index)

    def amounting(self, leaves: Leaves, index: int) -> Counted | None:
        """The noun whose figure follows "of": "a fine of $8,000", "a population of 40,000"."""
        if self._modifies.match(leaves.codes, index + 1):
            return None  # "the memory of the eight-year war"
        return self._behind(leaves, leaves.ending(self._before_of, index), index)

    def before(self, leaves: Leaves, index: int, verb: int) -> Counted | None:
        """The noun phrase that ends right before leaf ``verb``, with the figure at ``index``."""
        return self._behind(leaves, leaves.ending(self._run_before, verb), index)

    def _behind(self, leaves: Leaves, found: re.Match[str] | None, index: int) -> Counted | None:
        if found is None:
            return None
        first, last = found.span("run")
        made = self._made(leaves, first, last - 1, last - 1)
        if made is None or leaves.units[last - 1].code in "CAHPX":
            return None
        return Counted(made.head, made.described, first, index)

    def is_determined(self, leaves: Leaves, index: int) -> bool:
        """Whether an article or an owner stands before leaf ``index``."""
        return leaves.ending(self._determined, index) is not None

    def _plural(self, leaves: Leaves, run: re.Match[str]) -> int | None:
        """The last leaf of ``run`` that is a noun in the plural, a name's only without others."""
        plain, named = None, None
        for index in range(run.start(), run.end()):
            unit = leaves.units[index]
            if self._owns.match(leaves.codes, index + 1):
                continue
            if unit.code in _NAMED:
                word = leaves.line.text[unit.start : unit.end].split()[-1]
                if word.islower() and is_plural(word):
                    plain = index  # "Colorado counties"
                elif unit.code in _NAMED_SEVERAL and (unit.code == "E" or is_plural(word.lower())):
                    named = index
            elif unit.word and is_plural(unit.word.split()[-1]):
                plain = index
        return named if plain is None else plain

    def _is_exact(self, leaves: Leaves, index: int) -> bool:
        unit = leaves.units[index]
        return leaves.line.text[unit.start : unit.end][-1].isdigit()

    @staticmethod
    def _is_loose(word: str) -> bool:
        return bool(_LOOSE.search(word)) and not _FAMILY.search(word)

    def _made(
        self,
        leaves: Leaves,
        start: int,
        head: int,
        index: int,
        *,
        partitive: bool = False,
        further: bool = False,
        hollow: bool = False,
    ) -> Counted | None:
        """The noun phrase from leaf ``start`` to its noun ``head``; none where that is hollow."""
        unit = leaves.units[head]
        first = head
        while first > start + 1 and leaves.codes[first - 1] == "-":
            first -= 2
        words = leaves.text(first, head).lower().replace("’", "'").split()
        noun = singular(words[-1])
        empty = frozenset() if hollow else noun_words("hollow")
        if words[-1] in empty or noun in empty or not unit.start or not noun[0].isalpha():
            return None
        described = " ".join([*leaves.text(start, head).lower().split()[:-1], noun])
        return Counted(noun, described, index, head, partitive, further)
