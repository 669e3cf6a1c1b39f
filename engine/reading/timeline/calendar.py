"""Dates beside what else is said of them: a weekday, a distance, a length, an age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import cast

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, TimeSpan, Value
from ..dates import DateMention
from ..glance import Glance
from ..grammar.classes import Grammar
from ..inflect import forms
from ..meaning.circumstances import Circumstances, Told
from ..meaning.scene import Scene, Stretch
from .ages import AgeFinder
from .births import beginnings
from .early import EarlyFinder
from .lengths import LengthFinder
from .lifespans import Life, LifeFinder
from .offsets import OffsetFinder

__all__ = ["CalendarFinder"]

_AGES = frozenset("NYO")
"""The codes of what may be an age, or the rank of an anniversary."""


class CalendarFinder:
    """The structure of kinds that read dates."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._offsets = OffsetFinder(grammar)
        self._lengths = LengthFinder(grammar)
        self._lives = LifeFinder(grammar, circumstances)
        self._early = EarlyFinder(grammar)
        self._ages = AgeFinder(grammar)
        self._noun = re.compile(grammar.noun)
        self._hints = _Hints(grammar)

    def concerns(self, sentence: Glance) -> bool:
        """As for ``Structure``."""
        return self._hints.any(sentence)

    def facts(self, kind: Kind, scene: Scene, stated: Sequence[Fact]) -> Iterator[Fact]:
        """As for ``Structure``: the weekdays, then the distances, lengths, ages and births."""
        yield from self._weekdays(kind, scene)
        for told in self._offsets.find(scene):
            fields: dict[str, Value | None] = {
                "form": "offset", "stated": told.stated, "computed": told.computed,
                "anchor_day": told.anchor, "day": told.day,
            }  # fmt: skip
            yield self._fact(kind, told.statement, scene, fields, told.day)
        for lasting in self._lengths.find(scene):
            fields = {
                "form": "span", "stated": lasting.stated, "computed": lasting.computed,
                "day": lasting.range,
            }  # fmt: skip
            yield self._fact(kind, lasting.statement, scene, fields, lasting.range)
        for early in self._early.find(scene, stated):
            fields = {"form": "told", "tense": "past", "lies": "ahead", "day": early.day}
            yield self._fact(kind, early.statement, scene, fields, early.day)
        for life in self._lives.ages(scene):
            yield self._life(kind, scene, life, "age")
        for life in self._lives.births(scene):
            yield self._life(kind, scene, life, "birth")
        for aged in self._ages.find(scene):
            fields = {"form": "aged", "stated": aged.stated, "computed": aged.computed}
            yield self._fact(kind, aged.statement, scene, fields, aged.time)

    def _weekdays(self, kind: Kind, scene: Scene) -> Iterator[Fact]:
        weekdays = kind.choices["stated_weekday"]
        for index, unit in enumerate(scene.line.units):
            for part in unit.walk():
                found = part.mention
                if not isinstance(found, DateMention):
                    continue
                if found.impossible and self._stands_alone(scene, index):
                    fields: dict[str, Value | None] = {"form": "impossible"}
                    yield self._fact(kind, Stretch(index, index), scene, fields, None)
                if (
                    found.weekday is not None
                    and found.day is not None
                    and not (self._is_of_year(found, scene))
                ):
                    actual = _weekday_meant(found, scene.published)
                    fields = {
                        "form": "weekday",
                        "stated_weekday": weekdays[found.weekday],
                        "actual_weekday": weekdays[actual],
                    }
                    yield self._fact(kind, Stretch(index, index), scene, fields, found.time)

    @staticmethod
    def _is_of_year(found: DateMention, scene: Scene) -> bool:
        """Whether a date without a year may be of one that is named: "in 1789 … Nov. 26"."""
        if found.time is None or found.time.inferred != "year":
            return False
        mentions = (each.mention for unit in scene.line.units for each in unit.walk())
        times = (each.time for each in mentions if isinstance(each, DateMention))
        return any(t is not None and t.precision == "year" and t.anchor == "stated" for t in times)

    def _stands_alone(self, scene: Scene, index: int) -> bool:
        """Whether a number behind a month is of the month: not in "in June 31 people died"."""
        return self._noun.match(scene.line.codes, index + 1) is None

    def _life(self, kind: Kind, scene: Scene, life: Life, form: str) -> Fact:
        fields: dict[str, Value | None] = {
            "form": form, "person": life.person, "stated": life.age, "day": life.born,
        }  # fmt: skip
        return self._fact(kind, life.statement, scene, fields, life.time)

    def _fact(
        self,
        kind: Kind,
        statement: Stretch,
        scene: Scene,
        fields: Mapping[str, Value | None],
        time: TimeSpan | None,
    ) -> Fact:
        told = Told(time, self._circumstances.attribution(statement, scene))
        phrase = f"{kind.name}/{fields['form']}"
        return self._circumstances.fact(kind, statement, scene, fields, told, phrase=phrase)


def _weekday_meant(found: DateMention, published: date | None) -> int:
    """The weekday of a date; where the year is left out, that of the nearest may be meant."""
    day = cast(date, found.day)
    inferred = found.time is not None and found.time.inferred == "year"
    if not inferred or published is None or day.weekday() == found.weekday:
        return day.weekday()
    try:
        years = [day.replace(year=published.year + by) for by in (-1, 0, 1)]
    except ValueError:
        return day.weekday()
    nearest = min(years, key=lambda each: abs((each - published).days))
    return nearest.weekday()


class _Hints:
    """Whether a sentence may hold anything of the calendar, by its words and pieces of its text."""

    def __init__(self, grammar: Grammar) -> None:
        weekdays = _table("full_weekday")
        self._directions = tuple(sorted(grammar.words("directions_of_time")))
        self._births = frozenset(word for word in grammar.words("births") if len(word) > 1)
        self._units = frozenset(map(str.lower, (*_table("unit"), *_table("single"), *weekdays)))
        self._weekdays = frozenset(name.rstrip(".").lower() for name in _table("weekday"))
        self._age_words = frozenset(_age_words())
        self._ends = "|".join(sorted(grammar.words("range_ends")))
        then = "|".join(sorted(grammar.words("formerly_aged")))
        self._bare = re.compile(rf", (?:(?P<then>{then}) )?\d\d\d?[,.;)]")
        self._years = re.compile(r"\(\D{0,12}\d{4}[-–]")
        told = (forms(verb) for verb in beginnings())
        self._begun = frozenset(word for each in told for word in (*each.past, *each.participle))

    def any(self, sentence: Glance) -> bool:
        """Whether it may hold a weekday with its date, a distance, a length, an age or a birth."""
        if self._may_tell_age(sentence) or self._may_tell_birth(sentence):
            return True
        text, words = sentence.text, sentence.words
        if self._day_of_month.search(text):
            return True
        if not self._units.isdisjoint(words):
            if any(word in text for word in self._directions) and self._dated.search(text):
                return True
            if self._ranged.search(text) and "T" in sentence.figures:
                return True
        return not self._weekdays.isdisjoint(words) and self._weekday.search(text) is not None

    def _may_tell_age(self, sentence: Glance) -> bool:
        bare = self._bare.search(sentence.text)
        if bare is not None and bare["then"]:
            return True
        worded = not self._age_words.isdisjoint(sentence.words)
        return (bare is not None or worded) and "Y" in sentence.figures

    def _may_tell_birth(self, sentence: Glance) -> bool:
        if not self._births.isdisjoint(sentence.words):
            return True
        if not self._begun.isdisjoint(sentence.words) and not _AGES.isdisjoint(sentence.figures):
            return True
        return "(" in sentence.text and self._years.search(sentence.text) is not None

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        return re.compile(rf"\d{{4}}|{_alternatives('month', 'full_weekday')}")

    @cached_property
    def _day_of_month(self) -> re.Pattern[str]:
        months = _alternatives("month")
        return re.compile(
            rf"\b(?:{months})[. ]+\d\d?\b|\b\d\d?(?:st|nd|rd|th)? +(?:of )?(?:{months})"
        )

    @cached_property
    def _ranged(self) -> re.Pattern[str]:
        names = _alternatives("month", "full_weekday")
        return re.compile(rf"\d[-–]\d|(?: (?:{self._ends}) |[-–])(?:\d|{names})")

    @cached_property
    def _weekday(self) -> re.Pattern[str]:
        date = rf"(?:\w+\s)?(?:\d|{_alternatives('month')})"
        return re.compile(rf"(?i:(?:{_alternatives('weekday')})[,.]*\s*\W?\s*{date})")


def _age_words() -> Iterator[str]:
    """One word of each mark of an age in years: "aged 45", "45-year-old", "45 years of age"."""
    numbers = read_words("numbers").data
    for place, section in ((0, "prefixes"), (-1, "units")):
        for entry in numbers[section]:
            if entry["form"] == "age" and entry["unit"] == "year":
                yield from (words.split()[place] for words in entry["words"])


def _table(name: str) -> tuple[str, ...]:
    return tuple(read_words("calendar").data["words"][name])


def _alternatives(*tables: str) -> str:
    return "|".join(re.escape(word) for table in tables for word in _table(table))
