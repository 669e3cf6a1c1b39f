"""What fills the slots of a phrase: actors, places, figures, words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Name, Quantity, Value
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..numbers import Number
from ..phrases.matching import PhraseMatch
from ..phrases.patterns import is_worded
from .naming import is_adjective, name_of
from .scene import Scene
from .worded import WordedSlots

__all__ = ["SlotValues", "figure", "people_of"]

_MOST_LISTED = 12


class SlotValues:
    """Finds the values of the slots of a matched phrase."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._kinds = kinds
        self._grammar = grammar
        self._worded = WordedSlots(grammar)

    def of(
        self, kind: Kind, match: PhraseMatch, scene: Scene
    ) -> dict[str, list[tuple[Unit, Value]]] | None:
        """The values of every slot with the units they stand in, several for a list.

        ``None`` when a slot stays empty that must not, or the figure was already read.
        """
        values = self._carried(kind, match, scene)
        if values is None:
            return None
        for slot, (first, behind) in match.slots.items():
            if slot not in kind.fields and slot != "value":
                continue
            type_ = kind.value if slot == "value" else kind.fields[slot]
            if is_worded(match.phrase.types[slot]):
                likely = self._likely(match, scene)
                worded = self._worded.fill(kind, match, scene, slot, likely)
                if worded is None:
                    return None
                values = {**worded, **values}
                continue
            if type_ == "text":
                quoted = scene.line.quote(first, behind - 1)
                values[slot] = [(scene.line.units[first], quoted)]
                continue
            known = self._known(kind, match, scene, slot)
            if known is None:
                return None
            if known:
                values[slot] = known
        return values

    def _known(
        self, kind: Kind, match: PhraseMatch, scene: Scene, slot: str
    ) -> list[tuple[Unit, Value]] | None:
        """The values of one slot; none where it may stay empty, ``None`` where it must not."""
        type_ = kind.value if slot == "value" else kind.fields[slot]
        units = self._members(scene, match.slots[slot][0], type_ or "")
        filled = [(unit, self._value(unit, slot, match, scene)) for unit in units]
        known = [(unit, value) for unit, value in filled if value is not None][:_MOST_LISTED]
        if slot == "value" and any((kind.name, unit.start) in scene.used for unit, _ in known):
            return None
        if known and type_ in ("place", "side"):
            scene.carried[kind.name, slot] = known
        figured = "value" in match.slots and slot != "value" and type_ != "place"
        return known if known or figured else None  # the figure stands, whoever it is

    def _carried(
        self, kind: Kind, match: PhraseMatch, scene: Scene
    ) -> dict[str, list[tuple[Unit, Value]]] | None:
        """The places that a phrase leaves out, from the clauses before: "marched in".

        ``None`` when the clauses before have none, or the phrase states nothing here.
        """
        if self._moves_part(match, scene):
            return None
        left_out = [name for name in match.phrase.gives if kind.fields[name] == "place"]
        if left_out and match.clause is not None and match.clause.group.possible:
            return None
        carried = {name: scene.carried.get((kind.name, name)) for name in left_out}
        return None if None in carried.values() else {k: v for k, v in carried.items() if v}

    def _moves_part(self, match: PhraseMatch, scene: Scene) -> bool:
        """Whether only some of a force are moved: "withdrew one brigade from the town"."""
        verb = match.clause.verb if match.clause else None
        first, _ = match.slots.get("_", (0, 0))
        if verb is None or first <= verb or match.phrase.types["_"] != "force":
            return False
        opening = scene.line.units[first].parts[:1]
        some = self._grammar.words("some")
        return any(part.code == "N" or part.word in some for part in opening)

    def _members(self, scene: Scene, index: int, type_: str) -> Sequence[Unit]:
        unit = scene.line.units[index]
        if unit.listed:
            return unit.listed
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
            if unit.code == "I":
                return self._spoken_for(unit, match, scene)
            if slot_type == "force" and not context.is_force(unit, line, subject):
                return None
            return finder(unit, line, subject)
        if type_ == "place":
            if is_adjective(unit) or unit.word in self._grammar.words("persons_singular"):
                return None
            if _describes(unit, line):
                return None
            limit = match.clause.verb if match.clause else match.first
            acting = self._acting(match, scene)
            before = [other for other in line.units[:limit] if other not in acting]
            return context.place(unit, line, before, scene.links)
        if type_ == "group":
            return people_of(unit, scene.line, self._grammar)
        return self._figure(unit, slot, match, scene)

    def _spoken_for(self, unit: Unit, match: PhraseMatch, scene: Scene) -> Value | None:
        """The force for which the speaker says "we": "We hold the town," the rebels said."""
        at = match.clause.verb if match.clause else match.first
        speaking = [a for a in scene.attributions if a.reach[0] <= at < a.reach[1]]
        if not speaking or unit.word not in self._grammar.words("speakers_together"):
            return None
        line, context = scene.line, scene.context
        first = max(0, speaking[-1].first - 1)  # "army spokesman Adel Karim"
        for each in line.units[first : speaking[-1].last + 1]:
            if each.code in "CAF" and context.is_force(each, line, None):
                name = context.side(each, line, None)
                text = line.text[unit.start : unit.end]
                return Name(name.key, text, name.named) if name else None
        return None

    def _figure(self, unit: Unit, slot: str, match: PhraseMatch, scene: Scene) -> Quantity | None:
        """The number of ``unit``, as the phrase has it."""
        kind = self._kinds[match.phrase.kind]
        type_ = kind.value if slot == "value" else kind.fields[slot]
        number = figure(unit, kind)
        if type_ == "count" and number is not None and number.unit == "times":
            number = replace(number, unit=None)
        if number is not None and number.hedge is None and self._exceeds(slot, match, scene):
            return replace(number, high=None, hedge="over")
        return number

    def _exceeds(self, slot: str, match: PhraseMatch, scene: Scene) -> bool:
        """Whether the verb makes the figure a bound: "passed 40", "climbed past 40"."""
        if match.clause is None:
            return False
        before = scene.line.units[match.slots[slot][0] - 1].word
        exceeding = self._grammar.words("exceeding")
        passed = not exceeding.isdisjoint(match.clause.group.lemmas)
        return passed or before in self._grammar.words("beyond")

    def _acting(self, match: PhraseMatch, scene: Scene) -> Sequence[Unit | None]:
        """Who acts in the clause or in those before, and so is not what its "it" means."""
        sides = [
            unit
            for slot, type_ in self._kinds[match.phrase.kind].fields.items()
            if type_ == "side"
            for unit, _ in scene.carried.get((match.phrase.kind, slot), ())
        ]
        if match.clause is None or match.clause.subject is None:
            return sides
        subject = scene.line.units[match.clause.subject]
        return [*sides, subject, *([self._likely(match, scene)] if subject.code == "R" else [])]

    def _likely(self, match: PhraseMatch, scene: Scene) -> Unit | None:
        """Who a pronoun in the clause most likely means: who acts in the clause before."""
        clause = match.clause
        while clause is not None and clause.parent is not None:
            clause = scene.clauses[clause.parent]
            if clause.subject is not None and not clause.carried:
                return scene.line.units[clause.subject]
        return None


def people_of(unit: Unit, line: Line, grammar: Grammar) -> Name:
    """The people that a counted noun phrase speaks of."""
    text = line.text[unit.start : unit.end]
    chunk = unit.detail if isinstance(unit.detail, Chunk) else Chunk()
    mention = name_of(unit)
    named = name_of(chunk.name) if chunk.name else mention
    owner = named.actor if named else None
    head = unit.word if mention is None else ""
    head = "people" if head in grammar.words("everyone") else head
    if unit.code == "Q":
        text = line.text[unit.parts[0].end : unit.end].strip() if unit.parts else text
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


def _describes(unit: Unit, line: Line) -> bool:
    """Whether a name only describes what it is tied to: "the Oro-flagged tanker"."""
    return (
        line.text[unit.end : unit.end + 1] == "-"
        and line.text[unit.end + 1 : unit.end + 2].islower()
    )
