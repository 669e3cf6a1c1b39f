"""A sentence as a line of units, one character each.

Letters of mentions: ``N`` number, ``S`` share, ``U`` points, ``M`` money, ``L`` measure,
``T`` duration, ``Y`` age, ``O`` ordinal, ``D`` date; ``C`` country, ``E`` a people,
``A`` organisation, ``H`` person, ``P`` place, ``X`` unknown name.
Letters of chunks: ``Q`` counted people, ``F`` force or other actor, ``G`` described place,
``B`` population, ``R`` pronoun, ``V`` verb group; ``'`` is a possessive mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...model import Span
from ..dates import DateMention
from ..names import NameMention
from ..numbers import Number

__all__ = ["POSSESSIVE", "Line", "Mention", "Unit", "mention_code"]

POSSESSIVE = "'"

Mention = Number | DateMention | NameMention

_NUMBER_CODES = {
    "count": "N", "share": "S", "ratio": "S", "points": "U", "money": "M", "measure": "L",
    "duration": "T", "age": "Y", "ordinal": "O",
}  # fmt: skip
_NAME_CODES = {
    "country": "C", "demonym": "C", "metonym": "C", "people": "E", "place": "P", "actor": "A",
    "organisation": "A", "person": "H", "unknown": "X",
}  # fmt: skip


@dataclass(slots=True, eq=False)  # frozen, each of the many would take twice as long to make
class Unit:
    """One character of a line: a word, a mark, a mention, or a chunk of further units.

    Nothing of it is ever set again.

    Attributes:
        code: its character.
        start: offset of its first code point in the part of the article.
        end: offset behind its last.
        word: the word in lower case; for a chunk, its head; for a ratio, what stands before
            its second number ("the" in "nine of the 31").
        mention: the number, date or name it stands for.
        parts: the units of a chunk, the words between the members of a list among them.
        listed: the members of a list; empty for anything else.
        detail: what a verb group or a chunk knows further about itself.
    """

    code: str
    start: int
    end: int
    word: str = ""
    mention: Mention | None = None
    parts: tuple[Unit, ...] = ()
    listed: tuple[Unit, ...] = ()
    detail: object = None

    @property
    def members(self) -> tuple[Unit, ...]:
        """The members of a list; of anything else, itself."""
        return self.listed or (self,)

    def walk(self) -> Sequence[Unit]:
        """This unit and all within it, in reading order."""
        if not self.parts:
            return (self,)
        found = [self]
        for part in self.parts:
            found += part.walk()
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The units of one sentence and their codes, character for character."""

    text: str
    span: Span
    units: tuple[Unit, ...]
    codes: str

    def replaced(
        self, pattern: re.Pattern[str], make: Callable[[re.Match[str], Sequence[Unit]], Unit | None]
    ) -> Line:
        """This line with every match of ``pattern`` replaced by the unit that ``make`` gives.

        ``make`` is given the match and the units it covers; ``None`` leaves them alone.
        """
        units: list[Unit] = []
        position = 0
        for match in pattern.finditer(self.codes):
            first, last = match.span()
            covered = self.units[first:last]
            unit = make(match, covered) if covered else None
            if unit is not None:
                units += self.units[position:first]
                units.append(unit)
                position = last
        if not position:
            return self
        units += self.units[position:]
        return Line(self.text, self.span, tuple(units), "".join([unit.code for unit in units]))

    def quote(self, first: int, last: int) -> str:
        """The article's words from unit ``first`` up to and including unit ``last``."""
        return self.text[self.units[first].start : self.units[last].end]


def mention_code(mention: Mention) -> str:
    """The letter that stands for ``mention`` in a line."""
    if isinstance(mention, Number):
        times = mention.form == "ratio" and mention.quantity.unit != "percent"
        return "L" if times else _NUMBER_CODES[mention.form]
    return _NAME_CODES[mention.form] if isinstance(mention, NameMention) else "D"
