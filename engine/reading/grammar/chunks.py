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
from .shapes import Shapes
from .vocabulary import UNKNOWN_NAME

__all__ = ["Chunk", "Chunker"]

_PLACES, _SHARE = "PG", "S"
_MEMBERS = {"Q": "QN", **dict.fromkeys("PGCAFXH", "PGCAFXH")}

_LEAD = 3
"""How many units before a list a verb that acts on it may stand."""
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
_Step = tuple[str, str, Maker]


def _unit(code: str, units: Sequence[Unit], head: str, chunk: Chunk) -> Unit:
    return Unit(code, units[0].start, units[-1].end, head, parts=tuple(units), detail=chunk)


class Chunker:
    """Finds the noun phrases of a line."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._shapes = Shapes(grammar)
        g, vocabulary = grammar, grammar.vocabulary
        telling = vocabulary.surfaces(
            g.words("reporting") | g.words("denying") | g.words("doubting") | g.words("wishing")
        )
        acting = vocabulary.one_of(vocabulary.verbs.keys() - telling - g.words("hearsay"))
        self._acted_on = re.compile(rf"{acting}(?:{g['determiners']}|{g['adverbs']}){{0,2}}$")
        self._opens = re.compile(rf"(?:{g['adverbs']})*(?:{g['modals']}|{g.verb})")
        self._parting = re.compile(g["partitives"])
        self._steps: list[tuple[frozenset[str], re.Pattern[str], Maker]] = [
            (frozenset(heads), re.compile(pattern), maker)
            for heads, pattern, maker in self._patterns()
        ]

    def chunk(self, line: Line) -> Line:
        """``line`` with its noun phrases as single units."""
        there = frozenset(line.codes)
        for heads, pattern, maker in self._steps:
            if heads.isdisjoint(there):
                continue
            chunked = line.replaced(pattern, maker)
            if chunked is not line:
                line, there = chunked, frozenset(chunked.codes)
        return line

    def _codes(self, *lists: str) -> str:
        """The codes of the words of ``lists``."""
        codes = self._grammar.vocabulary.codes
        return "".join(codes[word] for name in lists for word in self._grammar.words(name))

    def _patterns(self) -> list[_Step]:
        """The steps in their order, each with the codes of which a line needs one."""
        return [*self._people(), *self._actors(), *self._places(), *self._lists()]

    def _people(self) -> list[_Step]:
        """The steps for people who are counted."""
        g, shapes = self._grammar, self._shapes
        determiner, more, of = g["determiners"], g["more"], g.vocabulary.one_of(["of"])
        loose, people = shapes.loose, shapes.people
        one = rf"(?:{g.vocabulary.one_of(['a', 'an', 'another'])}|N)"
        end = rf"(?={g['be']}|{g['have']}|[.,;]|$|{g['joining']}(?:{determiner}|[NQ]))"
        held = rf"(?<!{g['holding']}S{of})(?<!{g['holding']}.S{of})"
        population = (
            rf"(?:(?<=S)|(?<=S{of})){held}(?:{determiner})?(?:[CAX]|{shapes.word}){{0,3}}?"
            rf"(?:{g['populations']}|E)(?![{POSSESSIVE}])"
        )
        counted = (
            rf"(?P<count>N){more}{{0,2}}(?:{of}(?:{determiner}N?)?)?"
            rf"(?:[CAPX]|O|{loose}){{0,4}}?{people}{more}?(?:,?Y)?"
        )
        person = rf"{one}(?:Y-?|[CAP]|O|{loose}){{0,4}}?{g['person']}(?!{POSSESSIVE})"
        return [
            ("S", rf"(?P<count>S)(?:{loose}{{0,3}}?{people}|(?={g['aboard']}))", self._some_of),
            ("S", population, self._population),
            ("N", counted, self._counted),
            ("N", rf"(?P<count>N){more}?(?={g['aboard']})", self._counted),
            (self._codes("person"), person, self._one_person),
            ("C", rf"{one}C{end}", self._one_of_a_people),
            (self._codes("nobody"), rf"{g['nobody']}(?!{g['else']})", self._nobody),
            ("N", rf"N{more}(?!{g.noun}|[A-Z])", self._more_people),
        ]

    def _actors(self) -> list[_Step]:
        """The steps for who acts."""
        g, shapes = self._grammar, self._shapes
        word = shapes.word
        plain = rf"(?:C|(?!{g['places']}){word})"
        owned = g.without("determiners", "complementisers")
        force = rf"{g['actors']}{{1,2}}(?!{g['places']})(?:[AX](?![A-Z]))?"
        own = rf"(?<={g['prepositions']}){g['possessives']}(?={word}{{0,2}}{g['dominion']})"
        side = rf"{g['factional']}(?=-{g['held']}|{g['dominion']})"
        men = rf"(?:{g['possessives']}|[CAHPXF]{POSSESSIVE}){word}?{g['underlings']}"
        return [
            (self._codes("dominion"), own, self._pronoun),
            (self._codes("factional"), side, self._force),
            ("E", rf"{g['articles']}?{word}E(?!{POSSESSIVE}|-)", self._a_people),
            (self._codes("actors"), rf"{shapes.before}{force}", self._force),
            (self._codes("actors"), rf"{shapes.bare}{force}", self._force),
            (self._codes("underlings"), men, self._force),
            ("A", rf"(?:{owned}{plain}{{0,2}}|{plain}{{1,2}})A", self._force),
        ]

    def _places(self) -> list[_Step]:
        """The steps for places, and for pronouns."""
        g, shapes = self._grammar, self._shapes
        places, naming, determiner = g["places"], g["naming"], g["determiners"]
        before, bare, word = shapes.before, shapes.bare, shapes.word
        name = rf"(?P<name>[PXC](?:-[PX])?|{UNKNOWN_NAME}{{1,2}}[PXH]?)"
        alone = rf"(?!-?{g.known_noun})"  # "the city council" is no city
        called = rf"(?:{naming}{determiner}?{name}|(?P<called>P)|{alone})"
        direction = rf"{g['articles']}?{g['directions']}(?:-{g['directions']})?"
        described = rf"(?:{g['articles']}{word}{{0,2}}|{g['place_adjectives']})"
        of, bunch = g.vocabulary.one_of(["of"]), g["bunches"]
        end = rf"{POSSESSIVE}|-?(?:{g.compound}|{g['electing']})"
        part = (
            rf"(?:(?P<nothing>{g['nothing']}){g.vocabulary.one_of(['part of'])}"
            rf"|(?:{g['articles']}(?={word}?{bunch}))?{word}?(?P<extent>[SNL]|{g['parts']}|{bunch}){of})"
            rf"(?P<whole>(?:(?:{before}|{bare}){places}"
            rf"(?:{naming}{determiner}?[PCX])?(?!{POSSESSIVE})"
            rf"|(?:{g['articles']}|{shapes.owner})?{word}{{0,2}}[PC](?!{end})"
            rf"|{determiner}{places}{POSSESSIVE}N?{word}?{places}(?!-?{g.compound})))"
        )
        return [
            ("SNL" + self._codes("parts", "bunches", "nothing"), part, self._part),
            ("C", rf"{before}{places}(?P<called>C)(?!{POSSESSIVE})", self._capital),
            (self._codes("places"), rf"{before}{places}{{1,2}}{called}", self._place),
            (self._codes("places"), rf"{bare}{places}{{1,2}}{called}", self._place),
            ("P", rf"{described}(?P<called>P)(?!{POSSESSIVE})", self._place),
            (self._codes("directions"), rf"{direction}[PCX](?!{POSSESSIVE})", self._place),
            (self._codes("pronouns"), g["pronouns"], self._pronoun),
        ]

    def _lists(self) -> list[_Step]:
        g = self._grammar
        and_ = g["joining"]
        between = g.vocabulary.one_of(["in", "from", "of", "near", "at"])
        spot = rf"(?:{g['determiners']})?{g.modifier}{{1,4}}"  # verbs are still words here
        where = rf"(?:{between}(?:{g['articles']}?[PGC]|{spot}))?"
        patterns = [
            rf"{first}(?:,{other}){{0,8}}(?:,?{and_}{between}?{other})" for first, other in _LISTED
        ]
        own = rf"(?:{g['possessives']}|{g['articles']})?"
        last = rf"(?:Q(?!-|[A-Z])|N(?!-?{g.noun}|[A-Z]))"
        close = rf"Q(?:,{own}[QN]){{0,8}},?{and_}{own}{last}"
        apart = rf"Q{where}(?:,{own}[QN]{where}){{0,8}},?{and_}{own}{last}{where}"
        joining = self._codes("joining")
        return [
            *((joining, pattern, self._list_of_names) for pattern in patterns),
            *(
                (joining, pattern, self._people_listed)
                for pattern in (close, rf"(?<=Q,){close}", apart)
            ),
        ]

    def _population(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        return _unit("B", units, units[-1].word, Chunk(name=_named(units)))

    def _counted(self, match: re.Match[str], units: Sequence[Unit]) -> Unit:
        more = self._grammar.words("more")
        heads = [unit for unit in units[1:] if unit.code not in "Y," and unit.word not in more]
        head = heads[-1] if heads else units[0]
        count = _quantity(units[match.start("count") - match.start()])
        chunk = Chunk(plural=True, count=count, name=_named(units))
        return _unit("Q", units, head.word or "people", chunk)

    def _some_of(self, _: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        """So many people, "nine of the 31 passengers", where "nine in ten" is a share."""
        part = units[0].mention.part if isinstance(units[0].mention, Number) else None
        if part is None or not self._definite(units):
            return None
        head = units[-1].word or "people"
        return _unit("Q", units, head, Chunk(plural=True, count=part, name=_named(units[1:])))

    def _one_person(self, _: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        count = Quantity(Decimal(1), Decimal(1))
        if isinstance(units[0].mention, Number) and units[0].mention.quantity != count:
            return None
        return _unit("Q", units, units[-1].word, Chunk(count=count, name=_named(units)))

    def _one_of_a_people(self, match: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        """Somebody, "a Syrian", where the name of a country is no adjective."""
        mention = units[-1].mention
        named = isinstance(mention, NameMention) and mention.form == "demonym"
        return self._one_person(match, units) if named else None

    @staticmethod
    def _nobody(_: re.Match[str], units: Sequence[Unit]) -> Unit:
        nothing = Quantity(Decimal(0), Decimal(0))
        return _unit("Q", units, "people", Chunk(plural=True, count=nothing))

    def _more_people(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        chunk = Chunk(plural=True, count=_quantity(units[0]))
        return _unit("Q", units, "people", chunk)

    def _a_people(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        chunk = Chunk(definite=self._definite(units), plural=True, name=units[-1])
        return _unit("E", units, "", chunk)

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
        if len(named := groups.get("name") or "") > 1 or named == UNKNOWN_NAME:
            name = _joined(units[match.start("name") - match.start() :])
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

    def _capital(self, match: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        """A city whose name may stand for its country, and does not here: "the capital Kabul"."""
        mention = units[-1].mention
        city = mention.place if isinstance(mention, NameMention) else None
        if not isinstance(mention, NameMention) or city is None or city.key == mention.actor:
            return None
        return self._place(match, units)

    def _part(self, match: re.Match[str], units: Sequence[Unit]) -> Unit:
        offset = match.start()
        whole = units[match.start("whole") - offset :]
        extent = units[match.start("nothing" if match["nothing"] else "extent") - offset]
        named = next((unit for unit in reversed(whole) if unit.code in "PC"), None)
        plain = named if named is units[-1] else None
        g = self._grammar
        head = next((u.word for u in whole if u.word in g.words("places")), "")
        total = extent.word in g.words("totals") or match["nothing"] is not None
        chunk = Chunk(
            definite=self._definite(whole),
            plural=head in self._grammar.words("plural_places"),
            extent=_quantity(extent) if extent.code in "SN" else None,
            name=plain,
            possessor=_possessor(whole, self._grammar),
            part=not total and extent.word not in g.words("bunches"),
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

    def _list_of_names(self, match: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        """A list, unless a share follows a name behind a place: "Ohio and Lund 51 percent"."""
        placed = units[0].code in _PLACES and units[-1].code not in _PLACES
        shared = match.string[match.end() : match.end() + 1] == _SHARE
        return None if placed and shared else self._list(match, units)

    def _list(self, _: re.Match[str], units: Sequence[Unit]) -> Unit:
        members = tuple(unit for unit in units if unit.code in _MEMBERS[units[0].code])
        members = tuple(inner for m in members for inner in m.members)
        code = "P" if any(m.code in "PG" for m in members) else members[0].code
        first, *others = members
        if self._is_part(first) and all(each.code in "CP" and each.mention for each in others):
            part = Chunk(part=True)  # "swaths of Iraq and Syria"
            return _unit("G", units, first.word, part)
        chunk = Chunk(plural=True)
        return Unit(
            code,
            units[0].start,
            units[-1].end,
            members[-1].word,
            parts=tuple(units),
            listed=members,
            detail=chunk,
        )

    def _is_part(self, unit: Unit) -> bool:
        """Whether ``unit`` is a part of the place that it names."""
        chunk = unit.detail
        if not isinstance(chunk, Chunk) or chunk.name is None:
            return False
        return chunk.part or unit.word in self._grammar.words("parts")

    def _people_listed(self, match: re.Match[str], units: Sequence[Unit]) -> Unit | None:
        """People one after another; not where the last of them open a clause of their own.

        "Killed nine people and two were hurt", "nine people, and two of them died". Nor where
        the first are all the others: "nine people, five men and four women".
        """
        listed = any(unit.listed for unit in units)
        if listed or self._parting.match(match.string, match.end()):
            return None
        nearby = max(0, match.start() - _LEAD)
        opens = self._opens.match(match.string, match.end())
        if opens and self._acted_on.search(match.string, nearby, match.start()):
            return None
        people = self._list(match, units)
        first, *others = (_count(unit) for unit in people.listed)
        if len(others) > 1 and None not in others and first == sum(filter(None, others)):
            return None
        return people

    def _definite(self, units: Sequence[Unit]) -> bool:
        return units[0].word in self._grammar.words("definites")


def _quantity(unit: Unit) -> Quantity | None:
    return unit.mention.quantity if isinstance(unit.mention, Number) else None


def _count(unit: Unit) -> Decimal | None:
    """How many people a member of a list counts."""
    counted = unit.detail.count if isinstance(unit.detail, Chunk) else _quantity(unit)
    return counted.low if counted else None


def _named(units: Sequence[Unit]) -> Unit | None:
    """The name nearest to the head, which says whose or which: none in "pro-Russian rebels"."""
    for before, unit in reversed(tuple(pairwise((None, *units)))):
        for inner in unit.walk() if unit is not None else ():
            if isinstance(inner.mention, NameMention):
                return inner if before is None or before.code != "-" else None
    return None


def _joined(words: Sequence[Unit]) -> Unit:
    """Words of a name that is not in any table, as one name."""
    return Unit("X", words[0].start, words[-1].end, parts=tuple(words))


def _possessor(units: Sequence[Unit], grammar: Grammar) -> Unit | None:
    if units[0].word in grammar.words("possessives"):
        return units[0]
    for unit, following in pairwise(units):
        if following.code == POSSESSIVE:
            return unit
    return None
