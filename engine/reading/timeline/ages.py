"""An age beside the birth of the same person, in one sentence: "Her son, born in 2002, is 12".

Of things it is their opening, building or founding: "the bridge, opened in 1932, turns 90". Both
are of one where they hang on one noun, named or not, or where one hangs on "he" or "she" and the
sentence speaks of nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
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
from .births import YEAR, BirthFinder, Born, of_year

__all__ = ["AgeFinder", "Aged"]

_OLDEST = 115
_OLDEST_THING = 900
_YOUNGEST = 8
_BARE = 17
"""The least number that is an age without a word that says so: "the novelist, 62, …"."""
_DAY = timedelta(days=1)
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
        self._births = BirthFinder(grammar)
        self._persons = g.words("person") | g.words("officials")
        self._people = g.words("people")

    def find(self, scene: Scene) -> Iterator[Aged]:
        """The age, if there is one alone, and the years that the birth makes it."""
        births = list(self._births.find(scene))
        if len({born.time for born in births}) != 1:
            return
        born = births[0]
        ages = [age for age in self._ages(scene, born) if self._is_one(scene, born, age)]
        if len({age.years for age in ages}) != 1:
            return
        age = ages[0]
        times = self._times(scene, born, age)
        # What was rebuilt may be as old as that.
        begun = [born.time, *(_dates(scene.line, born.index) if born.thing else ())]
        found = [
            (each, years)
            for each in times
            for start in begun
            if (years := _years(start, each)) is not None
        ]
        if not found or born.index == age.index:
            return
        stated = _between(age.years - 1, age.years + 1)
        time, (low, high) = min(found, key=lambda each: abs(sum(each[1]) - 2 * age.years))
        if high < 0:
            return
        first, last = min(born.start, age.index), max(born.index, age.index)
        real = age.clause is not None and not (  # "until she died at 61", "will turn 70 in May"
            age.clause.conditional or age.clause.group.tense == "future"
        )
        statement = Stretch(first, last, age.clause if real else None)
        yield Aged(statement, stated, _between(low, high), time)

    def _ages(self, scene: Scene, born: Born) -> Iterator[_Age]:
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
                holder = self._births.left(line, at)
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
        if line.codes[end : end + 1] in tuple("HXGFP"):
            end += 1
        return end - 1 if end > at + 1 or self._births.names(line, at) else None

    def _birthday(self, scene: Scene, at: int, years: int, clause: Clause | None) -> Iterator[_Age]:
        """The "80th birthday" of who acts, and "the 30th anniversary of the treaty"."""
        line, g = scene.line, self._grammar
        behind = line.units[at + 1].word if at + 1 < len(line.units) else ""
        if behind not in _birthdays() or clause is None or clause.group.possible:
            return
        holder = clause.subject
        if line.codes[at + 2 : at + 3] and line.units[at + 2].word in g.words("bindings"):
            holder = next(
                (i for i in range(at + 3, len(line.units)) if self._births.names(line, i)), None
            )
        elif not at or line.units[at - 1].word not in g.words("possessives"):
            return
        now = clause.group.tense in ("present", "future") and not _dated(line, clause)
        if holder is not None:
            yield _Age(at, holder, years, clause, lasting=now)

    def _said(self, scene: Scene, at: int, years: int, clause: Clause | None) -> Iterator[_Age]:
        """An age that a verb has with it: "is 12", "turned 66", "died at 61", "aged 40"."""
        line, g = scene.line, self._grammar
        behind = line.codes[at + 1 : at + 2]
        closed = behind in (*_CLOSING, "V", "D") or self._opens(line, at + 1)
        worded = line.codes[at] == "Y" and _is_aged(line, at)
        before = line.units[at - 1].word if at else ""
        worded = worded or (before in g.words("at_ages") and closed)
        if clause is None:  # "Aged 88 when she died in 2010, the countess …"
            later = next((c for c in scene.clauses if c.verb > at), None)
            near = later is not None and later.verb <= at + len(["when", "she", "died"])
            if worded and near and later is not None and later.subject is not None:
                yield _Age(at, later.subject, years, later, lasting=False)
            return
        ahead = clause.group.tense == "future" and _dated(line, clause)
        unsure = clause.group.possible and not ahead
        if clause.group.negated or unsure or clause.subject is None:
            return
        lemmas = set(clause.group.lemmas)
        right_behind = at == clause.verb + 1
        if right_behind and lemmas & g.words("be") and closed:
            when = next((c for c in scene.clauses if c.verb > at), None)
            opened = behind not in _CLOSING and self._opens(line, at + 1)
            now = clause.group.tense == "present"
            if ahead:
                yield _Age(at, clause.subject, years, clause, lasting=False)
            elif opened or now:
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

    def _is_one(self, scene: Scene, born: Born, age: _Age) -> bool:
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
        return known and self._births.names(line, at)

    @staticmethod
    def _is_beside(line: Line, at: int, *holders: Born | _Age) -> bool:
        """Whether a noun is only what a holder is called: "the sculptor Ines Carvalho"."""
        return any(each.holder == at + 1 for each in holders) and line.codes[at] not in "HXQ"

    def _times(self, scene: Scene, born: Born, age: _Age) -> list[TimeSpan]:
        """When somebody may have been so old, by all that the sentence says."""
        line = scene.line
        dated = _dates(line, born.index)
        own = age.clause is not None and _dated(line, age.clause)
        dies = age.clause is not None and not self._grammar.words("dying").isdisjoint(
            age.clause.group.lemmas
        )
        if born.died is not None and dies:
            return [born.died]
        if age.lasting:
            told = line.text[scene.block : line.span.end]
            years = [of_year(int(each.group())) for each in YEAR.finditer(told)]
            dated += [year for year in years if year.start != _first_day(born.time)]
            if scene.published is None:
                return []
            dated.append(TimeSpan.of_publication(scene.published))
            return dated if scene.last_time is None else [*dated, scene.last_time]
        if dies and age.clause is not None and age.clause.group.tense == "perfect" and not dated:
            return [TimeSpan.of_publication(scene.published)] if scene.published else []
        return dated if own else []


def _dates(line: Line, but: int) -> list[TimeSpan]:
    """The dates of a sentence but the one at a unit."""
    mentions = (unit.mention for at, unit in enumerate(line.units) if at != but)
    dates = (each.time for each in mentions if isinstance(each, DateMention))
    return [time for time in dates if time is not None]


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
    oldest = _OLDEST if unit.code == "N" else _OLDEST_THING
    if quantity.unit not in ("year", None) or not _YOUNGEST <= low <= oldest:
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


def _first_day(time: TimeSpan) -> date | None:
    return None if time.start is None else time.start.replace(month=1, day=1)


def _years(born: TimeSpan, time: TimeSpan) -> tuple[int, int] | None:
    """The ages that somebody may have at a time, in whole years."""
    if born.start is None or born.end is None or time.start is None or time.end is None:
        return None
    return _whole_years(born.end - _DAY, time.start), _whole_years(born.start, time.end - _DAY)


def _whole_years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _between(low: int, high: int) -> Quantity:
    return Quantity(Decimal(low), Decimal(high), "between", "year")


@cache
def _birthdays() -> frozenset[str]:
    data = read_words("happenings").data
    return frozenset((*data["birthdays"], *data["anniversaries"]))
