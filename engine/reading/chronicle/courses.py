"""From when to when something goes on, told by verbs: "opens on 3 May … and runs until the 9th"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import TimeSpan
from ..dates import DateMention
from ..dates.calendar import shift
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Stretch
from .words import HappeningWords

__all__ = ["Course", "CourseFinder"]

_PRECISE = ("day", "month")
_BEFORE = 9
"""Units before a date in which the verb stands that tells whether it begins or ends there."""
_ORDINAL = re.compile(r"(?:the )?(\d\d?)(?:st|nd|rd|th)")
_SOON = 1
"""Sentences behind the first day in which the last may be told."""


@dataclass(frozen=True, slots=True)
class Course:
    """A time that is told by its first and its last day.

    Attributes:
        sentence: number of the sentence that tells its end.
        stretch: what tells it there.
        time: from when to when.
        kinds: what sorts of courses the sentences name: a show, a stoppage.
    """

    sentence: int
    stretch: Stretch
    time: TimeSpan
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a course: where it stands, and whether it is the first."""

    sentence: int
    index: int
    time: TimeSpan
    first: bool


class CourseFinder:
    """Finds what goes on from one day to another, and the kinds of things that do."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        self._words = words
        g = grammar
        self._passed = g.words("articles") | g.words("dating") | g.words("adverbs")
        self._until = g.words("lasting_until")
        self._from = g.words("lasting_from")
        verbs = words.lists.course_verbs
        self._verbs = {verb: kind for kind, several in verbs.items() for verb in several}
        self._kinds = {noun: kind for kind, nouns in words.lists.courses.items() for noun in nouns}

    def kind(self, word: str) -> str | None:
        """The sort of course that a noun names."""
        return self._kinds.get(word)

    def of_verb(self, unit: Unit) -> str | None:
        """The sort of course that a verb tells of, where it is so or will be."""
        group = unit.detail
        if not isinstance(group, VerbGroup) or group.negated or group.tense == "past":
            return None
        return next((kind for verb in group.lemmas if (kind := self._verbs.get(verb))), None)

    def find(self, lines: Sequence[tuple[int, Line]]) -> list[Course]:
        """The courses of an article."""
        found: list[Course] = []
        begun: _End | None = None
        for number, line in lines:
            if begun is not None and number - begun.sentence > _SOON:
                begun = None
            for end in self._ends(number, line, begun):
                if end.first:
                    begun = end
                elif begun is not None and _ordered(begun.time, end.time):
                    first = begun.index if begun.sentence == number else 0
                    time = replace(begun.time, end=end.time.end, precision="span")
                    both = [each for at, each in lines if begun.sentence <= at <= number]
                    kinds = frozenset(kind for each in both for kind in self.named(each))
                    found.append(Course(number, Stretch(first, end.index), time, kinds))
                    begun = None
        return found

    def named(self, line: Line) -> Iterator[str]:
        """The sorts of courses that a line names."""
        for unit in line.units:
            for part in unit.walk():
                for word in part.word.split():
                    if (kind := self._kinds.get(word)) is not None:
                        yield kind

    def _ends(self, number: int, line: Line, begun: _End | None) -> Iterator[_End]:
        before = 0
        for index, unit in enumerate(line.units):
            mention = unit.mention
            if begun is not None and (day := _ORDINAL.fullmatch(line.quote(index, index))):
                time = _of_month(int(day[1]), begun.time)
            elif isinstance(mention, DateMention):
                time = mention.time if mention.offset is None else None
            else:
                continue
            first = self._side(line, before, index)
            before = index + 1
            if time is None or first is None or time.precision not in _PRECISE:
                continue
            begun = _End(number, index, time, first)
            yield begun

    def _side(self, line: Line, start: int, index: int) -> bool | None:
        """Whether something begins (or ends) at a date; ``None`` where nothing says."""
        at = index - 1
        while at >= start and line.units[at].word in self._passed:
            at -= 1
        lead = line.units[at].word if at >= start else ""
        if lead in self._until:
            return False
        if lead in self._from:
            return True
        stretch = line.units[max(start, index - _BEFORE) : index]
        begins, ends = self._turns(stretch, line)
        if begins and ends:  # "the closure starts": the last of them
            each = (self._turns([unit], line) for unit in reversed(stretch))
            begins, ends = next((turn for turn in each if any(turn)), (False, False))
        return begins if begins != ends else None

    def _turns(self, units: Sequence[Unit], line: Line) -> tuple[bool, bool]:
        """Whether words say that something begins, and that it ends."""
        acts, lists = self._words.wording(units, line.text).acts, self._words.lists
        return bool(acts & lists.begun), bool(acts & lists.ended)


def _ordered(first: TimeSpan, last: TimeSpan) -> bool:
    if first.start is None or last.start is None or first.precision != last.precision:
        return False
    return first.start < last.start


def _of_month(number: int, first: TimeSpan) -> TimeSpan | None:
    """The day of "until the 13th", in the month of the first day or the next."""
    if first.start is None or first.precision != "day":
        return None
    start = first.start
    if number <= start.day:
        start = shift(start.replace(day=1), "month", 1)
    try:
        day = start.replace(day=number)
    except ValueError:
        return None
    return replace(first, start=day, end=shift(day, "day", 1))
