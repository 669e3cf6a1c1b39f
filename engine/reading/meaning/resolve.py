"""From a phrase found in a sentence to facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product

from ...kinds import Kind
from ...model import Fact, Name, Quantity, Value
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..phrases.matching import PhraseMatch
from .attribution import Attribution
from .circumstances import Circumstances
from .riders import RiderFinder
from .scene import Scene
from .values import SlotValues

__all__ = ["Resolver"]


class Resolver:
    """Turns phrase matches into facts, which have no ids yet."""

    def __init__(
        self, kinds: Mapping[str, Kind], grammar: Grammar, circumstances: Circumstances
    ) -> None:
        self._kinds = kinds
        self._grammar = g = grammar
        self._circumstances = circumstances
        self._values = SlotValues(kinds, grammar)
        self._riders = RiderFinder(kinds, grammar, self._values)
        self._where = re.compile(rf"{g['locatives']}(?:{g['articles']})?(?P<place>[PGC])(?!')")
        self._contrast = re.compile(rf"{g['withs']}(?:{g['adverbs']})*S")

    def facts(self, match: PhraseMatch, scene: Scene) -> list[Fact]:
        """The facts that ``match`` states, one for every member of a list.

        None when it is negated and the phrase does not say what that means, or when its
        figure was already read.
        """
        kind = self._kinds[match.phrase.kind]
        group = match.clause.group if match.clause else None
        gives = match.phrase.gives
        if group is not None and (group.negated or self._is_unwanted(match, scene)):
            if not match.phrase.negated:
                return []
            gives = {**gives, **match.phrase.negated}
        elif group is not None and group.ongoing:
            gives = {**gives, **match.phrase.ongoing}
        choices = self._values.of(kind, match, scene)
        if choices is None:
            return []
        attribution = self._attribution(match, scene)
        told = self._circumstances.told(match, scene, attribution)
        facts = []
        for combination in product(*choices.values()):
            fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
            fields |= {k: self._given(kind, k, v, scene) for k, v in gives.items()}
            unit_of = dict(zip(choices, combination, strict=True))
            value: Quantity | None = None
            for slot, (unit, filled) in unit_of.items():
                if slot == "value":
                    value = filled if isinstance(filled, Quantity) else None
                    self._describe_people(fields, kind, unit, scene)
                    self._describe_increment(fields, kind, match, scene)
                    scene.used.add((kind.name, unit.start))
                else:
                    fields[slot] = filled
                    self._describe_extent(fields, unit)
            if kind.fields.get("place") == "place" and fields["place"] is None:
                fields["place"] = self._whereabouts(match, scene)
            facts.append(
                self._circumstances.fact(
                    kind, match, scene, fields, told, value, phrase=match.phrase.name
                )
            )
        scene.last_time = told.time or scene.last_time
        return facts + [
            extra for fact in facts for extra in self._riders.beside(fact, kind, match, scene)
        ]

    def left_over(self, facts: Sequence[Fact], scene: Scene) -> list[Fact]:
        """Figures that no phrase reads, beside those of ``facts`` in the same sentence."""
        return self._riders.left_over(facts, scene)

    def _describe_people(
        self, fields: dict[str, Value | None], kind: Kind, unit: Unit, scene: Scene
    ) -> None:
        if kind.fields.get("subject") == "group" and fields["subject"] is None:
            if unit.code == "Q":
                fields["subject"] = self._values.group(unit, scene)
            elif unit.code == "N":
                fields["subject"] = Name("people", "people", named=False)

    def _describe_increment(
        self, fields: dict[str, Value | None], kind: Kind, match: PhraseMatch, scene: Scene
    ) -> None:
        """Whether the figure is said to come on top of another: "12 more", "five new deaths"."""
        first, last = match.slots["value"][0], match.last
        near = scene.line.units[max(0, first - 1) : last + 1]
        words = {part.word for unit in near if unit.code != "V" for part in unit.walk()}
        if not words.isdisjoint(self._grammar.words("newcomers")):
            fields |= {name: "yes" for name, type_ in kind.fields.items() if type_ == "increment"}

    @staticmethod
    def _describe_extent(fields: dict[str, Value | None], unit: Unit) -> None:
        if "extent" in fields and isinstance(unit.detail, Chunk) and unit.detail.extent:
            fields["extent"] = unit.detail.extent

    def _whereabouts(self, match: PhraseMatch, scene: Scene) -> Value | None:
        line = scene.line
        end = match.clause.end if match.clause else len(line.codes)
        for first, last in ((match.first, end), (0, len(line.codes))):
            for found in self._where.finditer(line.codes, first, last):
                unit = line.units[found.start("place")]
                place = scene.context.place(unit, line, (), scene.links)
                if place is not None:
                    return place
        return None

    def _given(self, kind: Kind, name: str, given: str, scene: Scene) -> str | None:
        if kind.fields[name] != "scope":
            return given
        where = f"{scene.context.article}/{scene.part}"
        if given == "block":
            return f"{where}/{scene.block}"
        if given == "contrast" and not self._contrast.search(scene.line.codes):
            return None
        return f"{where}/{scene.line.span.start}"

    def _is_unwanted(self, match: PhraseMatch, scene: Scene) -> bool:
        return self._circumstances.stances.is_unwanted(match.clause, scene)

    def _attribution(self, match: PhraseMatch, scene: Scene) -> Attribution | None:
        attribution = self._circumstances.attribution(match, scene)
        if attribution is not None and attribution.clause is match.clause is not None:
            return None if self._does(match, attribution) else attribution
        return attribution

    def _does(self, match: PhraseMatch, attribution: Attribution) -> bool:
        """Whether the speaker does what the verb says, as who annexes by announcing it."""
        fields = self._kinds[match.phrase.kind].fields
        return any(
            fields.get(slot) == "side" and first == attribution.last
            for slot, (first, _) in match.slots.items()
        )
