"""An age beside the birth of the same person, in one sentence: "Her son, born in 2002, is 12".

Nobody need be named. Both are of one person where they hang on one noun, or where one hangs on
"he" or "she" and the sentence speaks of nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from ...knowledge import read_words
from ...model import Quantity, TimeSpan
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..grammar.nouns import singular
from ..meaning.scene import Scene, Stretch
from ..numbers import Number
from .lifespans import first_year

__all__ = ["AgeFinder", "Aged"]

_OLDEST = 115
_YOUNGEST = 8
_BARE = 17
"""The least number that is an age without a word that says so: "the novelist, 62, …"."""
_DAYS = Decimal("365.2425")
_REACH = 10
_YEAR = re.compile(r"(?<![\d.,])(?:1[6-9]|20)\d\d(?![\d,])")
_CLOSING = ("", ".", ",", ";", ")", "–", "”")


@dataclass(frozen=True, slots=True)
class Aged:
    """An age, and that which a date of birth gives.

    Attributes:
        statement: the words of both.
        stated: the years that are said, with the one that is let pass.
        computed: those that the dates give, where they come nearest.
        time: when the age was reached, as far as the sentence says.
    """

    statement: Stretch
    stated: Quantity
    computed: Quantity
    time: TimeSpan


@dataclass(frozen=True, slots=True)
class _Born:
    """A date of birth: where its words begin, where it stands, of whom, and when."""

    start: int
    index: int
    holder: int
    time: TimeSpan
    died: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class _Age:
    """An age: where it stands, of whom, how many years, and the clause whose time it is of."""

    index: int
    holder: int
    years: int
    clause: Clause | None
    lasting: bool


class AgeFinder:
    """Finds the ages of a sentence that stand beside the one birth that it tells."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        self._noun = re.compile(g.noun)
        self._skipped = re.compile(rf"[,(YN]|{g['relatives']}")
        self._persons = g.words("person") | g.words("officials")
        self._people = g.words("people")

    def find(self, scene: Scene) -> Iterator[Aged]:
        """The age, if there is one alone, and the years that the birth makes it."""
        births = list(self._births(scene))
        if len({born.time for born in births}) != 1:
            return
        born = births[0]
        ages = [age for age in self._ages(scene, born) if self._is_one(scene, born, age)]
        if len({age.years for age in ages}) != 1:
            return
        age = ages[0]
        times = self._times(scene, born, age)
        found = [(each, years) for each in times if (years := _years(born.time, each)) is not None]
        if not found or born.index == age.index:
            return
        stated = _between(age.years - 1, age.years + 1)
        time, (low, high) = min(found, key=lambda each: abs(sum(each[1]) - 2 * age.years))
        if high < 0:
            return
        first, last = min(born.start, age.index), max(born.index, age.index)
        real = age.clause is not None and not age.clause.conditional  # "until she died at 61"
        statement = Stretch(first, last, age.clause if real else None)
        yield Aged(statement, stated, _between(low, high), time)

    def _births(self, scene: Scene) -> Iterator[_Born]:
        line, births = scene.line, self._grammar.words("births")
        for at, clause in enumerate(scene.clauses):
            words = {part.word for part in line.units[clause.verb].walk() if not part.parts}
            if clause.group.negated or clause.group.possible or births.isdisjoint(words):
                continue
            found = _birth_date(line, clause.verb)
            holder = self._whose(scene, clause.verb, clause, at)
            if found is not None and holder is not None:
                yield _Born(clause.verb, found[0], holder, found[1])
        for at in range(1, len(line.units) - 1):
            if line.codes[at - 1 : at + 2] == "(D)":
                time, holder = first_year(line.units[at]), self._left(line, at - 1)
                lived = line.units[at].mention
                if time is not None and holder is not None and isinstance(lived, DateMention):
                    yield _Born(at, at, holder, time, _last_year(lived.time))

    def _whose(self, scene: Scene, index: int, clause: Clause, at: int) -> int | None:
        """On whom a verb hangs: what stands before it, its subject, or that of the next verb."""
        before = self._left(scene.line, index)
        if before is not None:
            return before
        if index == 0 and at + 1 < len(scene.clauses):
            return scene.clauses[at + 1].subject
        if clause.group.form == "gerund" and at:  # "…, having been born in 1949"
            return scene.clauses[at - 1].subject
        return clause.subject

    def _left(self, line: Line, index: int) -> int | None:
        """The noun, name or pronoun before a unit, past an age, a comma and "who"."""
        at = index - 1
        while at >= 0 and self._skipped.match(line.codes, at):
            at -= 1
        return at if at >= 0 and self._names(line, at) else None

    def _names(self, line: Line, at: int) -> bool:
        """Whether a unit may be whom something is said of."""
        code = line.codes[at]
        if code in "HX":
            return True
        if code == "R":
            return line.units[at].word in self._grammar.words("persons_singular")
        return code not in "VDNTYOSUMLCEAPFGBQ" and self._noun.match(line.codes, at) is not None

    def _ages(self, scene: Scene, born: _Born) -> Iterator[_Age]:
        line, g = scene.line, self._grammar
        for at, unit in enumerate(line.units):
            years = _number(line, at)
            clause = _clause(scene, at)
            if years is None or at == born.index:
                continue
            before = line.units[at - 1].word if at else ""
            if before in g.words("formerly_aged"):
                continue
            if unit.code == "O":
                yield from self._birthday(scene, at, years, clause)
            elif self._apposed(line, at, years):
                holder = self._left(line, at)
                told = clause if holder is not None and clause and clause.verb < holder else None
                if holder is not None:
                    yield _Age(at, holder, years, told, lasting=True)
            elif (holder := self._described(line, at)) is not None:
                yield _Age(at, holder, years, None, lasting=True)
            else:
                yield from self._said(scene, at, years, clause)

    @staticmethod
    def _apposed(line: Line, at: int, years: int) -> bool:
        """Whether an age stands between commas behind whom it is of."""
        paused = line.codes[at - 1 : at] == "," and line.codes[at + 1 : at + 2] in (",", ")")
        if not paused or at < len((",", "N")):
            return False
        return line.codes[at] == "Y" or years >= _BARE

    def _described(self, line: Line, at: int) -> int | None:
        """Whom an age in front describes: "the 34-year-old plumber"."""
        text = line.text[line.units[at].start : line.units[at].end]
        if line.codes[at] != "Y" or "-" not in text or not text.lower().endswith("old"):
            return None
        end = at + 1
        while end < len(line.units) and self._noun.match(line.codes, end) and end < at + 4:
            end += 1
        if line.codes[end : end + 1] in tuple("HX"):
            end += 1
        return end - 1 if end > at + 1 or self._names(line, at) else None

    def _birthday(self, scene: Scene, at: int, years: int, clause: Clause | None) -> Iterator[_Age]:
        """The "80th birthday" of who acts."""
        line, g = scene.line, self._grammar
        behind = line.units[at + 1].word if at + 1 < len(line.units) else ""
        owned = at and line.units[at - 1].word in g.words("possessives")
        if behind in _birthdays() and owned and clause and clause.subject is not None:
            yield _Age(at, clause.subject, years, clause, lasting=False)

    def _said(self, scene: Scene, at: int, years: int, clause: Clause | None) -> Iterator[_Age]:
        """An age that a verb has with it: "is 12", "turned 66", "died at 61", "aged 40"."""
        line, g = scene.line, self._grammar
        behind = line.codes[at + 1 : at + 2]
        closed = behind in _CLOSING or behind == "V" or self._opens(line, at + 1)
        worded = line.codes[at] == "Y" and _is_aged(line, at)
        before = line.units[at - 1].word if at else ""
        worded = worded or (before in g.words("at_ages") and closed)
        if clause is None:  # "Aged 88 when she died in 2010, the countess …"
            later = next((c for c in scene.clauses if c.verb > at), None)
            near = later is not None and later.verb <= at + len(["when", "she", "died"])
            if worded and near and later is not None and later.subject is not None:
                yield _Age(at, later.subject, years, later, lasting=False)
            return
        if clause.group.negated or clause.group.possible or clause.subject is None:
            return
        lemmas = set(clause.group.lemmas)
        right_behind = at == clause.verb + 1
        if right_behind and lemmas & g.words("be") and closed:
            when = next((c for c in scene.clauses if c.verb > at), None)
            opened = behind not in _CLOSING and self._opens(line, at + 1)
            now = clause.group.tense == "present"
            if opened or now:
                yield _Age(at, clause.subject, years, when if opened else None, lasting=now)
        elif right_behind and lemmas & g.words("turning") and closed:
            yield _Age(at, clause.subject, years, clause, lasting=not _dated(line, clause))
        elif worded:
            yield _Age(at, clause.subject, years, clause, lasting=False)

    def _opens(self, line: Line, at: int) -> bool:
        """Whether a unit opens an adjunct: "when", "in", "and"."""
        word = line.units[at].word if at < len(line.units) else ""
        names = ("prepositions", "subordinators", "whens", "conjunctions")
        return any(word in self._grammar.words(name) for name in names)

    def _is_one(self, scene: Scene, born: _Born, age: _Age) -> bool:
        """Whether a birth and an age are of one person."""
        if born.holder == age.holder:
            return True
        line = scene.line
        pair = (line.units[born.holder], line.units[age.holder])
        singular_persons = self._grammar.words("persons_singular")
        if not any(unit.code == "R" and unit.word in singular_persons for unit in pair):
            return False
        joining = self._grammar.words("conjunctions")
        later = max(born.holder, age.holder)
        if line.codes[later] == "R" and line.units[later - 1].word in joining:
            return False  # "her husband, 60, and she, born in 1970"
        return not any(
            self._is_person(line, at)
            for at in range(len(line.units))
            if at not in (born.holder, age.holder) and not self._is_beside(line, at, born, age)
        )

    def _is_person(self, line: Line, at: int) -> bool:
        """Whether a unit speaks of somebody."""
        unit = line.units[at]
        if unit.code in "HXQ":
            return True
        if unit.code == "R":
            return False
        known = singular(unit.word) in self._persons or unit.word in self._people
        return known and self._names(line, at)

    @staticmethod
    def _is_beside(line: Line, at: int, *holders: _Born | _Age) -> bool:
        """Whether a noun is only what a holder is called: "the sculptor Ines Carvalho"."""
        return any(each.holder == at + 1 for each in holders) and line.codes[at] not in "HXQ"

    def _times(self, scene: Scene, born: _Born, age: _Age) -> list[TimeSpan]:
        """When somebody may have been so old, by all that the sentence says."""
        line = scene.line
        dated = [
            time
            for at, unit in enumerate(line.units)
            if at != born.index and isinstance(unit.mention, DateMention)
            and (time := unit.mention.time) is not None
        ]  # fmt: skip
        own = age.clause is not None and _dated(line, age.clause)
        dies = age.clause is not None and not self._grammar.words("dying").isdisjoint(
            age.clause.group.lemmas
        )
        if born.died is not None and dies:
            return [born.died]
        if age.lasting:
            told = line.text[scene.block : line.span.end]
            years = [_of_year(int(each.group())) for each in _YEAR.finditer(told)]
            dated += [year for year in years if year.start != _first_day(born.time)]
            if scene.published is None:
                return []
            dated.append(TimeSpan.of_publication(scene.published))
            return dated if scene.last_time is None else [*dated, scene.last_time]
        if dies and age.clause is not None and age.clause.group.tense == "perfect" and not dated:
            return [TimeSpan.of_publication(scene.published)] if scene.published else []
        return dated if own else []


def _birth_date(line: Line, verb: int) -> tuple[int, TimeSpan] | None:
    """The date behind a verb of birth, before anything else is told."""
    for index in range(verb + 1, min(len(line.units), verb + _REACH)):
        unit = line.units[index]
        if unit.code in "V;:“”()–" or (unit.code == "," and line.codes[index - 1] not in "PCGX"):
            return None
        year = _YEAR.fullmatch(line.text, unit.start, unit.end)
        if year is not None and index == verb + 1:
            return index, _of_year(int(year.group()))  # "(born 1940)"
        time = unit.mention.time if isinstance(unit.mention, DateMention) else None
        if time is not None:
            known = time.anchor == "stated" and time.precision in ("day", "month", "year")
            return (index, time) if known and time.inferred == "nothing" else None
    return None


def _number(line: Line, at: int) -> int | None:
    """The whole years that a number may be, or the rank of a birthday."""
    unit = line.units[at]
    number = unit.mention
    if unit.code not in "NYO" or not isinstance(number, Number):
        return None
    quantity = number.quantity
    low = quantity.low
    if low is None or low != quantity.high or quantity.hedge is not None or low != int(low):
        return None
    if quantity.unit not in ("year", None) or not _YOUNGEST <= low <= _OLDEST:
        return None
    return int(low)


def _is_aged(line: Line, at: int) -> bool:
    """Whether an age has a word that says so: "aged 40", "age of 51", "40 years old"."""
    return not line.text[line.units[at].start : line.units[at].end].isdigit()


def _clause(scene: Scene, at: int) -> Clause | None:
    return next((clause for clause in scene.clauses if clause.verb < at < clause.end), None)


def _dated(line: Line, clause: Clause) -> bool:
    """Whether a date stands with a verb."""
    units = line.units[clause.verb + 1 : clause.end]
    return any(isinstance(unit.mention, DateMention) for unit in units)


def _last_year(time: TimeSpan | None) -> TimeSpan | None:
    return None if time is None or time.end is None else _of_year(time.end.year - 1)


def _of_year(year: int) -> TimeSpan:
    return TimeSpan(date(year, 1, 1), date(year + 1, 1, 1), "year", "stated")


def _first_day(time: TimeSpan) -> date | None:
    return None if time.start is None else time.start.replace(month=1, day=1)


def _years(born: TimeSpan, time: TimeSpan) -> tuple[int, int] | None:
    """The ages that somebody may have at a time, in whole years."""
    if born.start is None or born.end is None or time.start is None or time.end is None:
        return None
    least, most = (time.start - born.end).days, (time.end - born.start).days - 1
    return int(least // _DAYS) + (least < 0), int(most // _DAYS)


def _between(low: int, high: int) -> Quantity:
    return Quantity(Decimal(low), Decimal(high), "between", "year")


@cache
def _birthdays() -> frozenset[str]:
    return frozenset(read_words("happenings").data["birthdays"])
