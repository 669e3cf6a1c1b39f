"""What fills the slots of a phrase: actors, places, figures, words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Name, Quantity, Value
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..names import NameMention
from ..numbers import Number
from ..phrases.matching import PhraseMatch
from .reference import is_adjective
from .scene import Scene

__all__ = ["SlotValues", "figure"]

_MOST_LISTED = 12


class SlotValues:
    """Finds the values of the slots of a matched phrase."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._kinds = kinds
        self._grammar = grammar

    def of(
        self, kind: Kind, match: PhraseMatch, scene: Scene
    ) -> dict[str, list[tuple[Unit, Value]]] | None:
        """The values of every slot with the units they stand in, several for a list.

        ``None`` when a slot stays empty that must not, or the figure was already read.
        """
        values: dict[str, list[tuple[Unit, Value]]] = {}
        for slot, (first, behind) in match.slots.items():
            if slot not in kind.fields and slot != "value":
                continue
            type_ = kind.value if slot == "value" else kind.fields[slot]
            if type_ == "text":
                quoted = scene.line.quote(first, behind - 1)
                values[slot] = [(scene.line.units[first], quoted)]
                continue
            units = self._members(scene, first, type_ or "")
            filled = [(unit, self._value(unit, slot, match, scene)) for unit in units]
            known = [(unit, value) for unit, value in filled if value is not None]
            if slot == "value" and any((kind.name, u.start) in scene.used for u, _ in known):
                return None
            if not known and "value" in match.slots and slot != "value" and type_ != "place":
                continue  # the figure stands, whoever it is
            if not known:
                return None
            values[slot] = known[:_MOST_LISTED]
        return values

    def _members(self, scene: Scene, index: int, type_: str) -> Sequence[Unit]:
        unit = scene.line.units[index]
        if unit.listed:
            return unit.parts
        if type_ == "place" and index in scene.links.member:
            return self._members(scene, scene.links.member[index], "")
        return (unit,)

    def _value(self, unit: Unit, slot: str, match: PhraseMatch, scene: Scene) -> Value | None:
        line, context = scene.line, scene.context
        kind = self._kinds[match.phrase.kind]
        type_ = kind.value if slot == "value" else kind.fields[slot]
        slot_type = match.phrase.types[slot]
        if type_ in ("actor", "side"):
            subject = self._likely(match, scene)
            finder = context.side if type_ == "side" else context.actor
            if slot_type == "force" and not context.is_force(unit, line, subject):
                return None
            return finder(unit, line, subject)
        if type_ == "place":
            if is_adjective(unit):
                return None
            limit = match.clause.verb if match.clause else match.first
            acting = self._acting(match, scene)
            before = [other for other in line.units[:limit] if other not in acting]
            return context.place(unit, line, before, scene.links)
        if type_ == "group":
            return self.group(unit, scene)
        number = figure(unit, kind)
        exceeding = self._grammar.words("exceeding")
        lemmas = match.clause.group.lemmas if match.clause else ()
        if number is not None and not exceeding.isdisjoint(lemmas) and number.hedge is None:
            return replace(number, high=None, hedge="over")
        return number

    def _acting(self, match: PhraseMatch, scene: Scene) -> tuple[Unit | None, ...]:
        """Who acts in the clause, and so is not what its "it" means."""
        if match.clause is None or match.clause.subject is None:
            return ()
        subject = scene.line.units[match.clause.subject]
        return (subject, self._likely(match, scene)) if subject.code == "R" else (subject,)

    def _likely(self, match: PhraseMatch, scene: Scene) -> Unit | None:
        """Who a pronoun in the clause most likely means: who acts in the clause before."""
        clause = match.clause
        while clause is not None and clause.parent is not None:
            clause = scene.clauses[clause.parent]
            if clause.subject is not None and not clause.carried:
                return scene.line.units[clause.subject]
        return None

    def group(self, unit: Unit, scene: Scene) -> Name | None:
        """The people that a counted noun phrase speaks of."""
        text = scene.line.text[unit.start : unit.end]
        chunk = unit.detail if isinstance(unit.detail, Chunk) else Chunk()
        mention = unit.mention if isinstance(unit.mention, NameMention) else None
        named = chunk.name.mention if chunk.name else mention
        owner = named.actor if isinstance(named, NameMention) else None
        head = unit.word if mention is None else ""
        everyone = self._grammar.words("everyone")
        head = "people" if head in everyone else head
        if unit.code == "Q":
            text = scene.line.text[unit.parts[0].end : unit.end].strip() if unit.parts else text
        key = " ".join(word for word in (owner, head) if word)
        return Name(key or text.casefold(), text or head, named=owner is not None)


def figure(unit: Unit, kind: Kind) -> Quantity | None:
    """The number of a unit; of people where the kind counts them."""
    chunk = unit.detail
    number = unit.mention.quantity if isinstance(unit.mention, Number) else None
    if isinstance(chunk, Chunk) and chunk.count is not None:
        number = chunk.count
    if number is not None and number.unit is None and kind.value == "people":
        return replace(number, unit="person")
    return number
