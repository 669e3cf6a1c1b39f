"""What fills a slot that plain words may fill: somebody, or something, by name or described."""

from __future__ import annotations

from collections.abc import Sequence

from ...kinds import Kind
from ...model import Name, Value
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..phrases.matching import PhraseMatch
from ..phrases.patterns import WORDED
from .scene import Scene
from .things import Thing, ThingFinder

__all__ = ["WordedSlots"]

_ACTING = "who"
_COUNTED = "Q"
_PEOPLE = "FE"
_PRONOUN = "R"

Filled = dict[str, list[tuple[Unit, Value]]]


class WordedSlots:
    """Finds who or what fills such a slot."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._things = ThingFinder(grammar)

    def fill(
        self, kind: Kind, match: PhraseMatch, scene: Scene, slot: str, likely: Unit | None
    ) -> Filled | None:
        """The values of ``slot`` by field: its own, and whose it is where the kind asks for it.

        Empty where it is not known; ``None`` where what stands there cannot be meant, so that
        the phrase says something else.

        Args:
            kind: of the fact.
            match: the phrase found.
            scene: its sentence.
            slot: the name of the slot.
            likely: what a pronoun most likely means.
        """
        first, behind = match.slots[slot]
        unit = scene.line.units[first]
        if unit.code == _PRONOUN and self._is_misfit(unit, match, first, slot):
            return None
        last = scene.line.units[behind - 1]  # "Mayor Ada Cole" is who is named last
        unit = last if last.code in WORDED[_ACTING] else unit
        if self._is_nobody(unit, scene.line.units[first - 1] if first else None):
            return None
        if kind.fields[slot] != "actor":
            return self._something(kind, match, scene, slot, likely)
        if self._is_unclear(unit):
            return {}
        units = unit.members
        if unit.code in WORDED[_ACTING]:
            names = self._named(units, match.phrase.types[slot], scene, likely)
            return {slot: names} if names else {}
        thing = self._things.somebody(scene.line, *match.slots[slot])
        return {slot: [(unit, thing.name)]} if thing else {}

    def _named(
        self, units: Sequence[Unit], type_: str, scene: Scene, likely: Unit | None
    ) -> list[tuple[Unit, Value]]:
        names: list[tuple[Unit, Value]] = []
        for unit in units:
            counted = unit.code == _COUNTED or (unit.code in _PEOPLE and type_ != _ACTING)
            name: Name | None = (
                self._things.counted(unit, scene.line).name
                if counted
                else scene.context.actor(unit, scene.line, likely)
            )
            if name is not None and name.key:
                names.append((unit, name))
        return names

    def _something(
        self, kind: Kind, match: PhraseMatch, scene: Scene, slot: str, likely: Unit | None
    ) -> Filled:
        thing = self._thing(match, scene, slot)
        if thing is None:
            return {}
        filled: Filled = {slot: [(scene.line.units[match.slots[slot][0]], thing.text)]}
        if thing.owner is not None and kind.fields.get("actor") == "actor":
            described = self._things.described(thing.owner, scene.line)
            owner = described or scene.context.actor(thing.owner, scene.line, likely)
            if owner is not None and owner.key:
                filled["actor"] = [(thing.owner, owner)]
        return filled

    def _thing(self, match: PhraseMatch, scene: Scene, slot: str) -> Thing | None:
        first, behind = match.slots[slot]
        verb = match.clause.verb if match.clause else first
        return self._things.thing(scene.line, first, behind, verb)

    def _is_misfit(self, unit: Unit, match: PhraseMatch, first: int, slot: str) -> bool:
        """Whether a pronoun cannot be meant: "it died", "one of them died", "he began in May"."""
        g, type_ = self._grammar, match.phrase.types[slot]
        if type_ == _ACTING:
            return False
        acting = match.clause is not None and first < match.clause.verb
        if acting and unit.word in g.words("oblique"):
            return True
        if type_ not in WORDED or type_ == "thing":
            return unit.word in g.words("persons_singular")
        return unit.word in g.words("things_singular") | g.words("reflexives")

    def _is_nobody(self, unit: Unit, before: Unit | None) -> bool:
        """Whether it happened to nobody: "no one was hurt"."""
        if unit.code != _COUNTED:
            return False
        count = unit.detail.count if isinstance(unit.detail, Chunk) else None
        negated = before is not None and before.word in self._grammar.words("nonspecific")
        return negated or (count is not None and count.high == 0)

    def _is_unclear(self, unit: Unit) -> bool:
        """Whether a pronoun may mean more than one that was named: "they", "it", "his arrest"."""
        g = self._grammar
        if unit.word in g.words("persons_owning"):
            return True
        unclear = g.words("plurals") | g.words("things_singular")
        return unit.code == _PRONOUN and unit.word in unclear
