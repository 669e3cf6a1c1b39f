"""Changes: from what, to what and by how much, where one figure says more than one of these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Quantity, Value
from ...quantities import quotient, reach
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..grammar.nouns import noun_words, singular, standard_noun
from ..numbers import find_numbers
from ..phrases.matching import PhraseMatch
from .scene import Scene

__all__ = ["Changes", "Choices"]

_BEGINNING = "initial"
_PARTICIPLE = frozenset(("past", "participle"))
_PERCENT, _POINT = "percent", "point"
_HUNDRED = Decimal(100)
_FIGURES = {"value", "difference", "proportion", "factor", _BEGINNING}

Choices = dict[str, list[tuple[Unit, Value]]]


class Changes:
    """Settles what the figures of a change are."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def settle(self, choices: Choices, match: PhraseMatch, scene: Scene) -> bool:
        """Whether a change is told, with its figures put in order.

        Args:
            choices: what fills the slots; a step that runs into a level is parted in it.
            match: the phrase found.
            scene: its sentence.
        """
        if set(match.slots) & _FIGURES == {_BEGINNING}:
            return False  # "fell from 12": to what, or by how much?
        if self._is_of_another(match, scene):
            del choices[_BEGINNING]
        self._part_step(choices, match, scene)
        _share_unit(choices)
        return True

    def _is_of_another(self, match: PhraseMatch, scene: Scene) -> bool:
        """Whether the beginning is not that of the step: "rose 2% to $45, up from $30 in May"."""
        if match.clause is None or not {_BEGINNING, "value"} <= match.slots.keys():
            return False
        before = scene.line.units[match.slots[_BEGINNING][0] - 1].word
        steps = match.slots.keys() & {"difference", "proportion"}
        return bool(steps) and before in self._grammar.words("superseding")

    def computed(
        self, kind: Kind, fields: Mapping[str, Value | None], value: Quantity | None
    ) -> dict[str, Value | None]:
        """What the beginning and the end of a change come to, and the noun of what changed.

        Args:
            kind: of the fact.
            fields: as read.
            value: where the change ended.
        """
        about, initial = fields.get("about"), fields.get(_BEGINNING)
        found: dict[str, Value | None] = {}
        if isinstance(about, str):
            found |= {"counted": self.noun(about), "sort": self.sort(about)}
        if isinstance(initial, Quantity) and value is not None:
            found |= _apart(initial, value)
        return {name: each for name, each in found.items() if name in kind.fields}

    def basis(self, kind: Kind, scene: Scene) -> dict[str, Value | None]:
        """Whether its sentence says that a change leaves something out, or is adjusted."""
        if "basis" not in kind.fields:
            return {}
        start, end = scene.line.span
        adjusted = _adjusting().search(scene.line.text.lower(), start, end)
        return {"basis": "other" if adjusted else None}

    def sort(self, about: str) -> str | None:
        """Which of several: of "single ticket" and "revenue from parking" all but the noun."""
        noun, closed = self.noun(about), self._grammar.closed
        words = [word for word in about.split() if word not in closed]
        told = [word for word in words if standard_noun(singular(word)) != noun]
        return " ".join(sorted(told)) or None

    def noun(self, about: str) -> str | None:
        """The noun that "number of new cases in the east" counts, in the singular."""
        prepositions = self._grammar.words("prepositions")
        words = about.split()
        ends = [at for at, word in enumerate(words) if word in prepositions]
        if ends and ends[0] and words[ends[0] - 1] in noun_words("numbering"):
            words, ends = words[ends[0] + 1 :], [at - ends[0] - 1 for at in ends[1:]]
        end = ends[0] if ends else len(words)
        while end > 1 and self._grammar.vocabulary.tags(words[end - 1]) == _PARTICIPLE:
            end -= 1  # "number of cars sold"
        if end > 1 and words[end - 1] in noun_words("numbers_of"):
            end -= 1
        return standard_noun(singular(words[end - 1])) if end else None

    def count(self, count: Decimal, match: PhraseMatch) -> Quantity:
        """The number that a verb itself says, "doubled", with what qualifies the verb."""
        g, group = self._grammar, match.clause.group if match.clause else None
        if group is not None and not group.manner.isdisjoint(g.words("outdoing")):
            return Quantity(count, None, "over")
        rough = group is not None and group.degree in g.words("approaching")
        return Quantity(count, count, "about" if rough else None)

    def _part_step(self, choices: Choices, match: PhraseMatch, scene: Scene) -> None:
        """Parts a step from the level it leads to: "rose by $4 to $86" is no range."""
        for slot, type_ in match.phrase.types.items():
            unit, step = choices[slot][0] if slot in choices else (None, None)
            if type_ != "step" or unit is None or not isinstance(step, Quantity):
                continue
            text = scene.line.text[unit.start : unit.end]
            words = [word for word in self._grammar.words("to") if f" {word} " in text]
            own = find_numbers(text.split(f" {words[0]} ")[0]) if words else ()
            if step.hedge == "between" and own and own[0].quantity.unit == step.unit:
                choices[slot] = [(unit, replace(step, high=step.low, hedge=None))]
                choices.setdefault("value", [(unit, replace(step, low=step.high, hedge=None))])


def _share_unit(choices: Choices) -> None:
    """Gives a bare end of a change the unit of the other: "to 40 million euros from 45 million"."""
    for bare, other in ((_BEGINNING, "value"), ("value", _BEGINNING)):
        if bare not in choices or other not in choices:
            return
        (at, end), (_, told) = choices[bare][0], choices[other][0]
        if isinstance(end, Quantity) and isinstance(told, Quantity) and end.unit is None:
            choices[bare] = [(at, replace(end, unit=told.unit))]


@cache
def _adjusting() -> re.Pattern[str]:
    words = read_words("comparisons").data["adjusting"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _apart(initial: Quantity, value: Quantity) -> dict[str, Value | None]:
    """How far a beginning and an end lie apart: by how much, by what share, how many times."""
    begins, ends, times = reach(initial), reach(value), quotient(value, initial)
    if initial.unit != value.unit or begins is None or ends is None or times is None:
        return {}
    if ends[1] < begins[0]:
        begins, ends = ends, begins
    found: dict[str, Value | None] = {"times": Quantity(*times, "between")}
    if ends[0] <= begins[1]:
        return found  # rounded to so little that they may be one
    unit = _POINT if value.unit == _PERCENT else value.unit
    found["step"] = Quantity(ends[0] - begins[1], ends[1] - begins[0], "between", unit)
    least, most = sorted(abs(end - 1) * _HUNDRED for end in times)
    found["growth"] = Quantity(least, most, "between", _PERCENT)
    return found
