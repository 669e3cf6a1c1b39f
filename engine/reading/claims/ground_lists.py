"""Lists of ground: "Oro, in the north, as well as Bela and two villages"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.nouns import is_plural
from .ground_nouns import LIKELY
from .phrases import PhraseReader

__all__ = ["Ground", "GroundLists", "members"]

_MOST_LISTED = 12
_MOST_ADJUNCTS = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """Some ground.

    Attributes:
        unit: the unit that says which, made for it where the line has none.
        first: index of the first unit of its noun phrase.
        last: index of the last.
        sure: how surely it is ground.
    """

    unit: Unit
    first: int
    last: int
    sure: int


def members(ground: Ground) -> list[Ground]:
    """Each of those that one unit lists."""
    return [
        Ground(each, ground.first, ground.last, ground.sure)
        for each in ground.unit.members[:_MOST_LISTED]
    ]


class GroundLists:
    """Reads what is listed behind some ground.

    Args:
        grammar: the word classes.
        phrases: finds noun phrases.
        one: reads the ground that begins at a unit.
    """

    def __init__(
        self, grammar: Grammar, phrases: PhraseReader, one: Callable[[Line, int], Ground | None]
    ) -> None:
        g = grammar
        self._phrases = phrases
        self._one = one
        self.including = g.words("including")
        self._examples = g.words("examples")
        self._further = g.words("listed_further")
        self._links = g.words("joining") | self.including | self._further
        self._where = g.words("locatives") | g.words("bearings")
        self._adjoining = self._where | g.words("adjoining")
        self._ways = self._adjoining | g.words("ways_out") | g.words("ways_in")

    def behind(self, line: Line, first: Ground) -> Iterator[Ground]:
        """What is listed behind ``first``."""
        kept: list[Ground] = []
        joined, last = 0, first.last
        if self._is_part_of_several(line, first):
            return
        way = line.units[first.first - 1].word in self._ways if first.first else False
        while len(kept) < _MOST_LISTED:
            step = self._paired(line, last + 1)
            step = step or self._next(line, last + 1, after_name=first.unit.code != "G", way=way)
            if step is None:
                # "Lost half its coast, two ports and mineral rights": the ports as well.
                rest = line.units[last + 1 : last + 2]
                if rest and rest[0].word in self._links:
                    joined = len(kept)
                break
            ground, links = step
            kept.append(ground)
            last = ground.last
            if links:
                joined = len(kept)
        for ground in kept[:joined]:
            yield from members(ground)

    def _is_part_of_several(self, line: Line, first: Ground) -> bool:
        """Whether examples are named of whose parts it is: "parts of states such as Oro"."""
        chunk, behind = first.unit.detail, line.units[first.last + 1 : first.last + 2]
        part = isinstance(chunk, Chunk) and (chunk.part or chunk.extent is not None)
        words = line.text[first.unit.start : first.unit.end].split()
        several = len(words) > 1 and words[-1].islower() and is_plural(words[-1])
        return part and several and bool(behind) and behind[0].word in self._examples

    def acts(self, line: Line, ground: Ground) -> bool:
        """Whether a verb stands behind some ground of which it says more: "claim Russia has"."""
        behind = line.units[ground.last + 1 : ground.last + 2]
        return bool(behind) and behind[0].code == "V" and _is_finite(behind[0])

    def _paired(self, line: Line, at: int) -> tuple[Ground, bool] | None:
        """A name told with its date as the one before it: "Oro in May, Bela in June"."""
        comma = self._dated(line, at)
        if comma is None or line.codes[comma : comma + 1] != ",":
            return None
        ground = self._one(line, comma + 1)
        named = ground is not None and ground.unit.code in "PXC"
        dated = ground is not None and self._dated(line, ground.last + 1) is not None
        return (ground, True) if ground is not None and named and dated else None

    def _dated(self, line: Line, at: int) -> int | None:
        """The unit behind the date that begins at unit ``at``, with or without its preposition."""
        at += at < len(line.units) and line.units[at].word in self._adjoining
        return at + 1 if line.codes[at : at + 1] == "D" else None

    def _next(
        self, line: Line, at: int, *, after_name: bool, way: bool
    ) -> tuple[Ground, bool] | None:
        """The member of a list that begins at unit ``at``, and whether a word joins it.

        Args:
            line: the sentence.
            at: the unit.
            after_name: whether a name is the first of the list.
            way: whether a preposition stands before it, and may stand before each.
        """
        units, first, start = line.units, at, self._behind_where(line, at)
        at = start
        if at < len(units) and units[at].code in ",:–":
            at += 1
        links = at < len(units) and units[at].word in self._links
        if links and units[at - 1].code == "–":
            return None  # "all of Syria – and its backers"
        if links and start > first and units[at].word in self._examples:
            return None  # "sections of several states such as Oro" are not of Oro alone
        comma = units[at - 1].code == ","
        at += links
        at += links and at < len(units) and units[at].word in self._further  # "and then"
        at += links and way and at < len(units) and units[at].word in self._ways
        if at == start or at >= len(units):
            return None
        ground = self._one(line, at)
        if ground is None or ground.sure < LIKELY or ground.unit.code == "R":
            return None
        chunk = ground.unit.detail
        if not links and after_name and isinstance(chunk, Chunk) and chunk.definite:
            return None  # "Kherson, the first major city": an apposition
        behind = units[ground.last + 1 : ground.last + 2]
        apart = comma or any(unit.code == "D" for unit in units[max(0, start - 1) : start])
        if self.acts(line, ground) or (behind and behind[0].code == "V" and apart and links):
            return None  # it does something itself: "took the town, and Paris protested"
        return ground, links or bool(ground.unit.listed)

    def _behind_where(self, line: Line, at: int) -> int:
        """The unit behind where or since when a member of a list is: "Mosul, in the north, and"."""
        units, end = line.units, at
        for _ in range(_MOST_ADJUNCTS):
            first = end + (end < len(units) and units[end].code == ",")
            if first >= len(units):
                return at
            if units[first].word in self._adjoining:
                first += 1
                inner = self._phrases.behind(line, first)
                dated = line.codes[first : first + 1] == "D"
                end = first + 1 if dated or inner is None else inner.last + 1
            elif units[first].code == "D":
                end = first + 1
            else:
                return at
            words = {unit.word for unit in units[end : end + 2]}
            if not words.isdisjoint(self._links) or line.codes[end : end + 1] == ":":
                return end
        return at


def _is_finite(unit: Unit) -> bool:
    voice, form = getattr(unit.detail, "voice", ""), getattr(unit.detail, "form", "")
    return form == "finite" and voice != "bare"
