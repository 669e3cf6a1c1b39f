"""Noun phrases: runs of units that name one sort of thing become one unit.

The method is cascaded finite-state chunking (Abney, "Partial parsing via finite-state
cascades", 1996): each pattern sees what the ones before it made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ...model import Quantity
from ..names import NameMention
from ..numbers import Number
from .classes import Grammar
from .line import POSSESSIVE, Line, Unit

__all__ = ["Chunk", "Chunker"]

_MEMBERS = {"Q": "QN", **dict.fromkeys("PGCAFXH", "PGCAFXH")}

_LISTED = (("[CPG]", "[CPG]"), ("[PG]", "[PGX]"), ("[CAFX]", "[CAFX]"), ("[HX]", "[HX]"))
"""What the first member of a list can be, and what the others."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a noun phrase says beyond its words.

    Attributes:
        definite: it begins with a word such as "the" or "these".
        plural: its head names several.
        count: how many people, for counted people.
        extent: which share or number of it: "half of the city", "four regions".
        name: the unit that names it, when one does: "the city of Kherson".
        possessor: the unit of "its", "Russia's"; the owner of what the head names.
        part: it stands for a part of the place named: "parts of Kherson".
    """

    definite: bool = False
    plural: bool = False
    count: Quantity | None = None
    extent: Quantity | None = None
    name: Unit | None = None
    possessor: Unit | None = None
    part: bool = False


Maker = Callable[[re.Match[str], Sequence[Unit]], Unit | None]


def _unit(code: str, units: Sequence[Unit], head: str, chunk: Chunk) -> Unit:
    return Unit(code, units[0].start, units[-1].end, head, parts=tuple(units), detail=chunk)


class Chunker:
    """Finds the noun phrases of a line."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._steps: list[tuple[re.Pattern[str], Maker]] = [
            (re.compile(pattern), maker) for pattern, maker in self._patterns()
        ]

    def chunk(self, line: Line) -> Line:
        """``line`` with its noun phrases as single units."""
        for pattern, maker in self._steps:
            line = line.replaced(pattern, maker)
        return line

    def _patterns(self) -> list[tuple[str, Maker]]:
        g = self._grammar
        word = rf"(?:{g.modifier}(?:-{g.any_word})*)"
        loose = rf"(?:{g.modifier_after_determiner}(?:-{g.any_word})*)"
        determiner, more, of = g["determiners"], g["more"], g.vocabulary.one_of(["of"])
        owner = rf"(?:(?:{determiner})?(?:[CAHPXFG]|{word})?[CAHPXFG]{POSSESSIVE})"
        name = r"[CAHPXE]"
        before = (
            rf"(?:{g['predeterminers']}?{determiner}{g['adverbs']}?|{owner}|[NS])"
            rf"(?:{name}|[NSO]|{loose}){{0,4}}?"
        )
        bare = rf"(?:{name}|O|{word}){{0,3}}?"
        people = rf"(?:{g['people']}(?!-?{g.compound})|E)"
        object_of = rf"(?:(?<={g['relatives']})|(?<={g['prepositions']})|(?<={g['subordinators']}))"
        bare = rf"(?:{object_of}{loose})?{bare}"
        actors, places = g["actors"], g["places"]
        naming = g["naming"]
        return [
            (
                (
                    rf"(?:(?<=S)|(?<=S{of}))(?:{determiner})?(?:[CAX]|{word}){{0,3}}?"
                    rf"(?:{g['populations']}|E)(?![{POSSESSIVE}])"
                ),
                self._population,
            ),
            (
                (
                    rf"(?P<count>N){more}{{0,2}}(?:{of}(?:{determiner})?)?"
                    rf"(?:[CAPX]|O|{loose}){{0,4}}?{people}{more}?(?:,?Y)?"
                ),
                self._counted,
            ),
            (
                (
                    rf"(?:{g.vocabulary.one_of(['a', 'an', 'another'])}|N)"
                    rf"(?:Y-?|[CAP]|O|{loose}){{0,4}}?{g['person']}(?!{POSSESSIVE})"
                ),
                self._one_person,
            ),
            (rf"N{more}(?!{g.noun}|[A-Z])", self._more_people),
            (rf"{before}{actors}{{1,2}}(?:[AX](?![A-Z]))?", self._force),
            (rf"{bare}{actors}{{1,2}}(?:[AX](?![A-Z]))?", self._force),
            (rf"(?:C|{determiner}|{word}){{1,3}}A", self._force),
            (
                (
                    rf"{word}?(?P<extent>[SN]|{g['parts']}){of}(?P<whole>(?:(?:{before}|{bare}){places}"
                    rf"(?:{naming}{determiner}?[PCX])?(?!{POSSESSIVE})|{g['articles']}?{word}{{0,2}}[PC](?!{POSSESSIVE})))"
                ),
                self._part,
            ),
            (
                rf"{before}{places}{{1,2}}(?:{naming}{determiner}?(?P<name>[PXC])|(?P<called>P))?",
                self._place,
            ),
            (
                rf"{bare}{places}{{1,2}}(?:{naming}{determiner}?(?P<name>[PXC])|(?P<called>P))?",
                self._place,
            ),
            (rf"{g['articles']}{word}{{0,2}}(?P<called>P)(?!{POSSESSIVE})", self._place),
            (
                rf"{g['articles']}?{g['directions']}(?:-{g['directions']})?[PC](?!{POSSESSIVE})",
                self._place,
            ),
            (g["pronouns"], self._pronoun),
            *self._lists(),
        ]

    def _lists(self) -> list[tuple[str, Maker]]:
        g = self._grammar
        and_ = g["joining"]
        between = g.vocabulary.one_of(["in", "from", "of", "near", "at"])
        spot = rf"(?:{g['determiners']})?{g.modifier}{{1,4}}"  # verbs are still words here
        where = rf"(?:{between}(?:{g['articles']}?[PGC]|{spot}))?"
        patterns = [
            rf"{first}(?:,{other}){{0,8}}(?:,?{and_}{between}?{other})" for first, other in _LISTED
        ]
        patterns.append(rf"Q{where}(?:,[QN]{where}){{0,8}},?{and_}[QN](?!-?{g.noun}|[A-Z]){where}")
        return [(pattern, self._list) for pattern in patterns]

    def _population(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        return _unit("B", units, units[-1].word, Chunk(name=_named(units)))

    def _counted(self, match: re.Match[str], units: Sequence[Unit]) -> Unit:
        more = self._grammar.words("more")
        heads = [unit for unit in units[1:] if unit.code not in "Y," and unit.word not in more]
        head = heads[-1] if heads else units[0]
        count = _quantity(units[match.start("count") - match.start()])
        chunk = Chunk(plural=True, count=count, name=_named(units))
        return _unit("Q", units, head.word or "people", chunk)

    def _one_person(self, _: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        count = Quantity(Decimal(1), Decimal(1))
        if isinstance(units[0].mention, Number) and units[0].mention.quantity != count:
            return None
        return _unit("Q", units, units[-1].word, Chunk(count=count, name=_named(units)))

    def _more_people(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        chunk = Chunk(plural=True, count=_quantity(units[0]))
        return _unit("Q", units, "people", chunk)

    def _force(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        heads = [unit for unit in units if unit.word in self._grammar.words("actors")]
        head = heads[-1].word if heads else units[-1].word
        chunk = Chunk(
            definite=self._definite(units),
            plural=head in self._grammar.words("plural_actors"),
            name=_named(units),
            possessor=_possessor(units, self._grammar),
        )
        return _unit("F", units, head, chunk)

    def _place(self, match: re.Match[str], units: Sequence[Unit]) -> Unit:
        groups = match.groupdict()
        name = units[-1] if groups.get("name") or groups.get("called") else None
        heads = [unit.word for unit in units if unit.word in self._grammar.words("places")]
        head = heads[0] if heads else units[-1].word
        counted = next((unit for unit in units if unit.code == "N"), None)
        chunk = Chunk(
            definite=self._definite(units),
            plural=head in self._grammar.words("plural_places"),
            extent=_quantity(counted) if counted else None,
            name=name,
            possessor=_possessor(units, self._grammar),
        )
        return _unit("P" if name is not None else "G", units, head, chunk)

    def _part(self, match: re.Match[str], units: Sequence[Unit]) -> Unit:
        offset = match.start()
        whole = units[match.start("whole") - offset :]
        extent = units[match.start("extent") - offset]
        named = next((unit for unit in reversed(whole) if unit.code in "PC"), None)
        plain = named if named is units[-1] else None
        head = next((u.word for u in whole if u.word in self._grammar.words("places")), "")
        total = extent.word in self._grammar.words("totals")
        chunk = Chunk(
            definite=self._definite(whole),
            plural=head in self._grammar.words("plural_places"),
            extent=_quantity(extent) if extent.mention else None,
            name=plain,
            possessor=_possessor(whole, self._grammar),
            part=not total,
        )
        return _unit("P" if total and plain is not None else "G", units, head or extent.word, chunk)

    def _pronoun(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        word = units[0].word
        present = word in self._grammar.words("speakers_present")
        return _unit(
            "I" if present else "R",
            units,
            word,
            Chunk(plural=word in self._grammar.words("plurals")),
        )

    def _list(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        members = tuple(unit for unit in units if unit.code in _MEMBERS[units[0].code])
        members = tuple(inner for m in members for inner in (m.parts if m.listed else (m,)))
        code = "P" if any(m.code in "PG" for m in members) else members[0].code
        chunk = Chunk(plural=True)
        return Unit(
            code,
            units[0].start,
            units[-1].end,
            members[-1].word,
            None,
            members,
            listed=True,
            detail=chunk,
        )

    def _definite(self, units: Sequence[Unit]) -> bool:
        return units[0].word in self._grammar.words("definites")


def _quantity(unit: Unit) -> Quantity | None:
    return unit.mention.quantity if isinstance(unit.mention, Number) else None


def _named(units: Sequence[Unit]) -> Unit | None:
    """The name nearest to the head, which says whose or which."""
    for unit in reversed(units):
        for inner in unit.walk():
            if isinstance(inner.mention, NameMention):
                return inner
    return None


def _possessor(units: Sequence[Unit], grammar: Grammar) -> Unit | None:
    if units[0].word in grammar.words("possessives"):
        return units[0]
    for unit, following in pairwise(units):
        if following.code == POSSESSIVE:
            return unit
    return None
