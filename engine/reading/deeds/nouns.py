"""Deeds that are told of as done, by a noun: "welcomed the board's refusal of the licence"."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Name, Span
from ..counting.counted import Leaves
from ..grammar.classes import Grammar
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Scene
from .matters import NAMES, Matter, MatterReader
from .words import DeedWords, Sense

__all__ = ["NounDeed", "NounDeeds"]

_OWNER = 4
"""Leaves before a noun among which whose it is begins."""


@dataclass(frozen=True, slots=True)
class NounDeed:
    """A deed by its noun.

    Attributes:
        deed: the verb that stands for it.
        doer: whose it is.
        about: what it is about.
        span: its words.
    """

    deed: str
    doer: Name | None
    about: Matter
    span: Span


class NounDeeds:
    """Finds deeds by their nouns."""

    def __init__(self, grammar: Grammar, words: DeedWords, matters: MatterReader) -> None:
        self._words, self._matters = words, matters
        self._definite = (
            grammar.words("definites") | grammar.words("possessives")
            | grammar.words("demonstratives")
        )  # fmt: skip
        self._of = grammar.words("bindings") | words.lists.asked_for

    def find(self, index: int, leaves: Leaves, scene: Scene) -> NounDeed | None:
        """The deed that the noun at a leaf tells of, where it is met as one that is done."""
        unit = leaves.units[index]
        deed = self._words.nouns.get((unit.word or "").rpartition(" ")[2])
        if deed is None or not self._is_met(scene):
            return None
        first = self._first(index, leaves)
        if first is None:
            return None
        about, last = Matter(None, None), index
        behind = leaves.units[index + 1].word if index + 1 < len(leaves.units) else ""
        if behind in self._of:
            about = self._matters.matter(index + 1, Sense(deed), leaves, scene)
            last = min(index + 3, len(leaves.units) - 1)
        doer = self.owner(index, leaves, scene)
        if doer is None and about.matter is None and about.whom is None:
            return None
        return NounDeed(deed, doer, about, Span(leaves.units[first].start, leaves.units[last].end))

    def owner(self, index: int, leaves: Leaves, scene: Scene) -> Name | None:
        """Whose the noun at a leaf is: "the board's refusal", "its refusal"."""
        if index < 1:
            return None
        before = leaves.units[index - 1]
        if leaves.codes[index - 1] == "'" and index > 1:
            return self._matters.called(leaves.units[index - 2], scene)
        return self._matters.called(before, scene) if before.code in "RI" else None

    def decided(self, index: int, leaves: Leaves, scene: Scene) -> int:
        """The noun whose infinitive a verb is: "the court's decision to refuse it"; 0 if none."""
        group, before = leaves.units[index].detail, leaves.units[index - 1] if index else None
        if before is None or not isinstance(group, VerbGroup) or group.form != "infinitive":
            return 0
        deciding = before.word in self._words.lists.deciding
        known = deciding and self._first(index - 1, leaves) is not None
        return index - 1 if known and self._is_met(scene) and not group.negated else 0

    def _first(self, index: int, leaves: Leaves) -> int | None:
        """Where a noun phrase begins that speaks of one that is known."""
        for at in range(index - 1, max(-1, index - 1 - _OWNER), -1):
            word, code = leaves.units[at].word, leaves.codes[at]
            if code == "'":
                return max(0, at - 1)
            if word in self._definite or code in "RI":
                return at
            if code in NAMES or code in "V,;:D“”":
                return None
        return None

    def _is_met(self, scene: Scene) -> bool:
        """Whether the sentence tells how something that was done is met."""
        met = self._words.lists.met
        for clause in scene.clauses:
            group = clause.group
            so = not (group.possible or group.past_perfect or clause.conditional)
            if so and not met.isdisjoint(group.lemmas):
                return True
        units = (unit for unit in scene.line.units if unit.code != "V")
        return any(unit.word in self._words.lists.met_by for unit in units)
