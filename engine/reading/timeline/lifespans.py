"""When people were born: said by a date of birth, or by their age at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from ...model import Name, Quantity, TimeSpan
from ..dates import DateMention
from ..dates.calendar import shift
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..grammar.verbs import VerbGroup
from ..meaning.circumstances import Circumstances
from ..meaning.scene import Scene, Stretch
from ..names import NameMention
from ..numbers import Number

__all__ = ["Life", "LifeFinder", "first_year", "implied"]

_DAY = timedelta(days=1)
_SHORTEST = 30  # years: fewer between two in brackets are a term of office
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Life:
    """What is said of when somebody was born.

    Attributes:
        statement: its words.
        person: whose birth.
        age: in years, where an age is said.
        time: when that age was theirs.
        born: the days on which they may have been born, as far as this says.
    """

    statement: Stretch
    person: Name
    age: Quantity | None
    time: TimeSpan | None
    born: TimeSpan | None


class LifeFinder:
    """Finds ages and births."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._grammar = g = grammar
        self._circumstances = circumstances
        end = rf"(?=[,.;:)–”]|$|{g['conjunctions']}|{g['prepositions']})"
        held = rf"(?:{g.noun}|[CAPO-]){{0,4}}"
        born = r"(?:[^V,;:.“”()–D]|,(?=[PC])|(?<=[PC]),){0,10}?(?P<born>D)"
        self._ages = tuple(
            re.compile(pattern)
            for pattern in (
                rf"(?P<person>[HX])(?:\([^)]*\))?,(?P<then>{g['formerly_aged']})?(?P<age>Y){end}",
                rf"(?P<person>[HX]),(?P<then>{g['formerly_aged']})(?P<age>N),",
                r"^“?(?P<age>Y),(?P<person>[HX])(?=V)",
                rf"(?P<age>Y)-?{held}(?P<person>[HX])(?!{g.noun})",
                rf"(?P<person>[HX]),(?:{g['articles']})?(?P<age>Y)-?{g.noun}",
                r"(?P<person>[HX]),(?P<age>Q)",
                r"(?P<age>Q)(?P<person>[HX])(?=[,.;V]|$)",
                r"(?P<age>Q),(?P<person>H),",
            )
        )
        self._births = re.compile(
            rf"(?P<person>[HX])(?:,|\()(?P<relative>{g['relatives']})?(?P<verb>V|{g['births']}){born}"
        )
        self._opening = re.compile(rf"^“?(?P<verb>V){born}[^V;“”]{{0,8}}?,(?P<person>H)V")
        self._clause = re.compile(rf"(?P<verb>V){born}")
        unowned = rf"(?!.*{g['possessives']})"
        self._own = re.compile(rf"{unowned}(?:,?{g['relatives']}.*|(?!,$)[^V]*)")
        self._years = re.compile(r"(?P<person>[HX])\((?P<born>D)\)")

    def ages(self, scene: Scene) -> Iterator[Life]:
        """The ages that a sentence gives to those whom it names."""
        line = scene.line
        found: set[int] = set()
        for pattern in self._ages:
            for match in pattern.finditer(line.codes):
                at, whose = match.start("age"), match.start("person")
                age = _age(line.units[at])
                if age is None or at in found:
                    continue
                found.add(at)
                then = bool(match.groupdict().get("then"))
                if life := self._aged(scene, whose, at, age, then=then):
                    yield life
        for at, unit in enumerate(line.units):
            if unit.code == "Y" and at not in found:
                life = self._of_subject(scene, at)
                if life is not None:
                    yield life

    def births(self, scene: Scene) -> Iterator[Life]:
        """The dates of birth that a sentence gives to those whom it names."""
        line = scene.line
        found: set[int] = set()
        for pattern in (self._births, self._opening):
            for match in pattern.finditer(line.codes):
                at, verb = match.start("born"), line.units[match.start("verb")]
                alone = not verb.parts[1:] or match.groupdict().get("relative")
                if alone and self._bears(verb) and at not in found:
                    found.add(at)
                    yield from self._born(scene, match.start("person"), at)
        for clause in scene.clauses:
            said = self._clause.match(line.codes, clause.verb)
            if said is None or said.start("born") in found or clause.subject is None:
                continue
            if self._bears(line.units[clause.verb]) and self._does(scene, clause):
                yield from self._born(scene, clause.subject, said.start("born"))
        for match in self._years.finditer(line.codes):
            whose, at = match.start("person"), match.start("born")
            name, born = line.units[whose].mention, first_year(line.units[at])
            holds_office = isinstance(name, NameMention) and name.title is not None
            if born is not None and not holds_office:
                yield from self._born(scene, whose, at, born)

    def _of_subject(self, scene: Scene, at: int) -> Life | None:
        """The age of who acts in the clause: "he died aged 71 in 1999", "she is 45 years old"."""
        age = _age(scene.line.units[at])
        clause = next((c for c in scene.clauses if c.verb < at < c.end), None)
        if age is None or clause is None or clause.subject is None or clause.group.negated:
            return None
        if not self._does(scene, clause):
            return None
        dies = not self._grammar.words("dying").isdisjoint(clause.group.lemmas)
        is_so = clause.verb == at - 1 and not self._grammar.words("be").isdisjoint(
            clause.group.lemmas
        )
        return self._aged(scene, clause.subject, at, age, then=True) if dies or is_so else None

    def _does(self, scene: Scene, clause: Clause) -> bool:
        """Whether nothing stands between subject and verb that could be the subject instead."""
        if clause.subject is None:
            return False
        codes = scene.line.codes[clause.subject + 1 : clause.verb]
        return self._own.fullmatch(codes) is not None

    def _aged(self, scene: Scene, whose: int, at: int, age: Quantity, *, then: bool) -> Life | None:
        person = _person(scene, whose)
        if person is None:
            return None
        statement = Stretch(min(whose, at), max(whose, at), _clause_of(scene, max(whose, at)))
        time = self._time(scene, statement, then=then)
        if at == whose + len((",",)) + 1 and scene.line.codes[at - 1] == ",":
            statement = replace(statement, clause=None)  # "Hale, 59, plans to": he is 59
        return Life(statement, person, age, time, implied(age, time))

    def _time(self, scene: Scene, statement: Stretch, *, then: bool) -> TimeSpan | None:
        """When an age held: at publication, unless the sentence tells of a time long before.

        Nobody is of that age when born, and so "Hale, 61, was born in 1962" tells today's.
        """
        told = None
        if statement.clause is None or not self._bears(scene.line.units[statement.clause.verb]):
            told = self._circumstances.told(statement, scene, None).time
        published = scene.published
        today = TimeSpan.of_publication(published) if published is not None else None
        if told is None or told.start is None or told.end is None:
            awaited = told is None or (
                told.end is not None and published is not None and published - told.end < _YEAR
            )
            return today if awaited and not then else None  # "was released on bail until May"
        if then or today is None or today.end is None or today.end - told.start < _YEAR:
            return told
        return replace(told, end=max(told.end, today.end), precision="span")

    def _born(
        self, scene: Scene, whose: int, at: int, time: TimeSpan | None = None
    ) -> Iterator[Life]:
        person = _person(scene, whose)
        mention = scene.line.units[at].mention
        if time is None and isinstance(mention, DateMention):
            time = mention.time
        if person is not None and time is not None and time.anchor == "stated":
            statement = Stretch(min(whose, at), max(whose, at), _clause_of(scene, at))
            yield Life(statement, person, None, time, time)

    def _bears(self, unit: Unit) -> bool:
        """Whether a verb or a word says that somebody was born."""
        births = self._grammar.words("births")
        if isinstance(unit.detail, VerbGroup) and unit.detail.negated:
            return False
        return any(part.word in births for part in unit.walk() if not part.parts)


def _age(unit: Unit) -> Quantity | None:
    """The whole years of an age, of somebody who has one, or of a bare number in its place."""
    form = "count" if unit.code == "N" else "age"
    for part in unit.walk():
        if isinstance(part.mention, Number) and part.mention.form == form:
            age = part.mention.quantity
            counted = age.unit == ("year" if form == "age" else None)
            certain = counted and age.hedge is None and age.low == age.high
            return replace(age, unit="year") if certain else None
    return None


def _person(scene: Scene, index: int) -> Name | None:
    unit = scene.line.units[index]
    if unit.code not in "HXR":
        return None
    if unit.code == "R" and unit.word not in scene.context.grammar.words("persons_singular"):
        return None
    return scene.context.actor(unit, scene.line, None)


def _clause_of(scene: Scene, index: int) -> Clause | None:
    """The clause around a unit, or, before its verb, the one that it begins."""
    around = [clause for clause in scene.clauses if clause.verb <= index < clause.end]
    return around[-1] if around else next(iter(scene.clauses), None)


def implied(age: Quantity, time: TimeSpan | None) -> TimeSpan | None:
    """The days on which one was born who is so many years old at a time."""
    if time is None or time.start is None or time.end is None or age.low is None:
        return None
    years = int(age.low)
    try:
        start = shift(time.start, "year", -years - 1) + _DAY
        end = shift(time.end - _DAY, "year", -years) + _DAY
    except (ValueError, OverflowError):
        return None
    return replace(time, start=start, end=end, precision="span")


def first_year(unit: Unit) -> TimeSpan | None:
    """The first of two years that are a lifetime apart."""
    time = unit.mention.time if isinstance(unit.mention, DateMention) else None
    if time is None or time.start is None or time.end is None or time.anchor != "stated":
        return None
    first_of_year = time.start.replace(month=1, day=1)
    if time.start != first_of_year or time.end.year - time.start.year < _SHORTEST:
        return None
    return TimeSpan(time.start, shift(time.start, "year", 1), "year", "stated")
