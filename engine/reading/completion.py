"""What follows from a statement by itself: the weekday of a day, how far two figures lie apart.

Copy that is read gives these fields as it is read; who hands over statements leaves them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..kinds import Kind
from ..model import Fact, TimeSpan, Value
from .grammar.classes import Grammar
from .meaning.changes import Changes
from .meaning.happenings import placed

__all__ = ["Completion"]

_STATED_DAY, _ACTUAL_DAY = "stated_weekday", "actual_weekday"


class Completion:
    """Fills the fields of a fact that follow from its others.

    Args:
        grammar: the word classes, by which the noun of what changed is told.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._changes = Changes(grammar)

    def complete(self, fact: Fact, kind: Kind) -> Fact:
        """``fact`` with what follows from it, where that is unknown."""
        fact = placed(fact, fact.published)
        found = {**_weekday(fact, kind), **self._changes.computed(kind, fact.fields, fact.value)}
        missing = {name: value for name, value in found.items() if fact.fields[name] is None}
        return replace(fact, fields={**fact.fields, **missing}) if missing else fact


def _weekday(fact: Fact, kind: Kind) -> Mapping[str, Value | None]:
    """The weekday that the one day of a date is, where one is stated."""
    day = fact.fields.get("day")
    time = day if fact.time is None and isinstance(day, TimeSpan) else fact.time
    if fact.fields.get(_STATED_DAY) is None or time is None or time.precision != "day":
        return {}
    days = kind.choices[_STATED_DAY]
    return {"form": "weekday", _ACTUAL_DAY: days[time.start.weekday()]} if time.start else {}
