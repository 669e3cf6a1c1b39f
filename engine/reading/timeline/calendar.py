"""Dates beside what else is said of them: a weekday, a distance, a length, an age."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, TimeSpan, Value
from ..dates import DateMention, may_name_weekday
from ..grammar.classes import Grammar
from ..meaning.circumstances import Circumstances, Told
from ..meaning.scene import Scene, Stretch
from .lengths import LengthFinder
from .lifespans import Life, LifeFinder
from .offsets import OffsetFinder

__all__ = ["CalendarFinder"]


class CalendarFinder:
    """The structure of kinds that read dates."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._offsets = OffsetFinder(grammar)
        self._lengths = LengthFinder(grammar)
        self._lives = LifeFinder(grammar, circumstances)
        self._hints = _Hints(grammar)

    def concerns(self, sentence: str, figures: Callable[[], AbstractSet[str]]) -> bool:
        """As for ``Structure``."""
        return self._hints.any(sentence, figures)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
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
        for life in self._lives.ages(scene):
            yield self._life(kind, scene, life, "age")
        for life in self._lives.births(scene):
            yield self._life(kind, scene, life, "birth")

    def _weekdays(self, kind: Kind, scene: Scene) -> Iterator[Fact]:
        weekdays = kind.choices["stated_weekday"]
        for index, unit in enumerate(scene.line.units):
            for part in unit.walk():
                found = part.mention
                if not isinstance(found, DateMention):
                    continue
                if found.weekday is not None and found.day is not None:
                    fields: dict[str, Value | None] = {
                        "form": "weekday",
                        "stated_weekday": weekdays[found.weekday],
                        "actual_weekday": weekdays[found.day.weekday()],
                    }
                    yield self._fact(kind, Stretch(index, index), scene, fields, found.time)

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


class _Hints:
    """Whether a sentence may hold anything of the calendar, by pieces of its text."""

    def __init__(self, grammar: Grammar) -> None:
        self._directions = tuple(sorted(grammar.words("directions_of_time")))
        births = [word for word in grammar.words("births") if len(word) > 1]
        self._births = tuple(sorted((*births, *map(str.capitalize, births))))
        self._ends = "|".join(sorted(grammar.words("range_ends")))
        then = "|".join(sorted(grammar.words("formerly_aged")))
        self._bare = re.compile(rf", (?:(?P<then>{then}) )?\d\d\d?[,.;)]")
        self._years = re.compile(r"\(\D{0,12}\d{4}[-–]")

    def any(self, sentence: str, figures: Callable[[], AbstractSet[str]]) -> bool:
        """Whether it may hold a weekday with its date, a distance, a length, an age or a birth."""
        if self._may_tell_age(sentence, figures) or self._may_tell_birth(sentence):
            return True
        if any(unit in sentence for unit in self._units):
            if any(word in sentence for word in self._directions) and self._dated.search(sentence):
                return True
            if self._ranged.search(sentence) and "T" in figures():
                return True
        return may_name_weekday(sentence) and self._weekday.search(sentence) is not None

    def _may_tell_age(self, sentence: str, figures: Callable[[], AbstractSet[str]]) -> bool:
        bare = self._bare.search(sentence)
        if bare is not None and bare["then"]:
            return True
        worded = any(piece in sentence for piece in self._age_pieces)
        return (bare is not None or worded) and "Y" in figures()

    def _may_tell_birth(self, sentence: str) -> bool:
        if any(word in sentence for word in self._births):
            return True
        return "(" in sentence and self._years.search(sentence) is not None

    @cached_property
    def _units(self) -> tuple[str, ...]:
        """What words of units begin with."""
        words = {word.rstrip("s") for word in _table("unit")}
        words |= {*_table("single"), *_table("full_weekday")}
        return tuple(sorted(w for w in words if not any(w != o and w.startswith(o) for o in words)))

    @cached_property
    def _age_pieces(self) -> tuple[str, ...]:
        """What marks an age in years: "aged 45", "45-year-old", "45 years old"."""
        units = read_words("numbers").data
        words = {
            word for entry in (*units["prefixes"], *units["units"])
            if entry["form"] == "age" and entry["unit"] == "year" for word in entry["words"]
        }  # fmt: skip
        behind = {word for word in words if word.split()[0] in _table("unit")}
        before = words - behind
        pieces = {*behind, *(word.replace(" ", "-") for word in behind)}
        pieces |= {f"{mark}{word} " for word in before for mark in " ("}
        return tuple(sorted((*pieces, *(f"{word.capitalize()} " for word in before))))

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        return re.compile(rf"\d{{4}}|{_alternatives('month', 'full_weekday')}")

    @cached_property
    def _ranged(self) -> re.Pattern[str]:
        names = _alternatives("month", "full_weekday")
        return re.compile(rf"\d[-–]\d|(?: (?:{self._ends}) |[-–])(?:\d|{names})")

    @cached_property
    def _weekday(self) -> re.Pattern[str]:
        date = rf"(?:\w+\s)?(?:\d|{_alternatives('month')})"
        return re.compile(rf"(?i:(?:{_alternatives('weekday')})[,.]*\s*\W?\s*{date})")


def _table(name: str) -> tuple[str, ...]:
    return tuple(read_words("calendar").data["words"][name])


def _alternatives(*tables: str) -> str:
    return "|".join(re.escape(word) for table in tables for word in _table(table))
