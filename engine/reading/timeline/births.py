"""When somebody was born or something begun, and on whom or on what the words hang."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ...knowledge import read_words
from ...model import TimeSpan
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..meaning.scene import Scene
from .lifespans import first_year

__all__ = ["YEAR", "BirthFinder", "Born", "beginnings", "of_year"]

YEAR = re.compile(r"(?<![\d.,])(?:1[6-9]|20)\d\d(?![\d,])")
"""A year in figures."""
_REACH = 10


@dataclass(frozen=True, slots=True)
class Born:
    """A date of birth: where its words begin, where it stands, of whom, and when.

    Attributes:
        start: index of the unit where its words begin.
        index: that of the date.
        holder: that of whom or of what it is said.
        time: the date.
        died: the year of death beside it.
        thing: something was founded, built or opened then.
    """

    start: int
    index: int
    holder: int
    time: TimeSpan
    died: TimeSpan | None = None
    thing: bool = False


class BirthFinder:
    """Finds in a sentence dates of birth, and of the founding, building or opening of things."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        self._noun = re.compile(g.noun)
        self._skipped = re.compile(rf"[,(YN]|{g['relatives']}")

    def find(self, scene: Scene) -> Iterator[Born]:
        """The dates, each with what it is said of."""
        line, births = scene.line, self._grammar.words("births")
        for at, clause in enumerate(scene.clauses):
            words = {part.word for part in line.units[clause.verb].walk() if not part.parts}
            if clause.group.negated or clause.group.possible:
                continue
            found = _birth_date(line, clause.verb)
            if births.isdisjoint(words) and not (found and _is_begun(clause, found[0])):
                continue
            holder = self._whose(scene, clause.verb, clause, at)
            if found is not None and holder is not None:
                thing = births.isdisjoint(words)
                yield Born(clause.verb, found[0], holder, found[1], thing=thing)
        for at in range(1, len(line.units) - 1):
            if line.codes[at - 1 : at + 2] == "(D)":
                time, holder = first_year(line.units[at]), self.left(line, at - 1)
                lived = line.units[at].mention
                if time is not None and holder is not None and isinstance(lived, DateMention):
                    yield Born(at, at, holder, time, _last_year(lived.time))

    def _whose(self, scene: Scene, index: int, clause: Clause, at: int) -> int | None:
        """On whom a verb hangs: what stands before it, its subject, or that of the next verb."""
        before = self.left(scene.line, index)
        if before is not None:
            return before
        if index == 0 and at + 1 < len(scene.clauses):
            return scene.clauses[at + 1].subject
        if clause.group.form == "gerund" and at:  # "…, having been born in 1949"
            return scene.clauses[at - 1].subject
        return clause.subject

    def left(self, line: Line, index: int) -> int | None:
        """The noun, name or pronoun before a unit, past an age, a comma and "who"."""
        at = index - 1
        while at >= 0 and self._skipped.match(line.codes, at):
            at -= 1
        return at if at >= 0 and self.names(line, at) else None

    def names(self, line: Line, at: int) -> bool:
        """Whether a unit may be whom something is said of."""
        code = line.codes[at]
        if code in "HX":
            return True
        if code == "R":
            names = ("persons_singular", "things_singular")
            return any(line.units[at].word in self._grammar.words(name) for name in names)
        if code in "GFAP":
            return True
        return code not in "VDNTYOSUMLCEBQ" and self._noun.match(line.codes, at) is not None


def _birth_date(line: Line, verb: int) -> tuple[int, TimeSpan] | None:
    """The date behind a verb of birth, before anything else is told."""
    for index in range(verb + 1, min(len(line.units), verb + _REACH)):
        unit = line.units[index]
        if unit.code in "V;:“”()–" or (unit.code == "," and line.codes[index - 1] not in "PCGX"):
            return None
        year = YEAR.fullmatch(line.text, unit.start, unit.end)
        if year is not None and index == verb + 1:
            return index, of_year(int(year.group()))  # "(born 1940)"
        time = unit.mention.time if isinstance(unit.mention, DateMention) else None
        if time is not None:
            known = time.anchor == "stated" and time.precision in ("day", "month", "year")
            return (index, time) if known and time.inferred == "nothing" else None
    return None


def _is_begun(clause: Clause, born: int) -> bool:
    """Whether a verb tells when a thing began: not in "she founded a club in 1964"."""
    begun = not beginnings().isdisjoint(clause.group.lemmas)
    return begun and born <= clause.verb + len(("in", "1964"))


def _last_year(time: TimeSpan | None) -> TimeSpan | None:
    return None if time is None or time.end is None else of_year(time.end.year - 1)


def of_year(year: int) -> TimeSpan:
    """A year as a time."""
    return TimeSpan(date(year, 1, 1), date(year + 1, 1, 1), "year", "stated")


@cache
def beginnings() -> frozenset[str]:
    """The verbs that tell how something began that has anniversaries since."""
    data = read_words("happenings").data
    classes = (data["classes"][name] for name in data["begun_with"])
    return frozenset(verb for each in classes for verb in each["verbs"] if " " not in verb)
