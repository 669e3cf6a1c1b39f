"""From a phrase found in a sentence to facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

from ...kinds import Kind
from ...model import Fact, Name, Quantity, Value
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..phrases.matching import PhraseMatch
from ..phrases.patterns import is_worded
from .attribution import Attribution
from .changes import Changes, Choices
from .circumstances import Circumstances, Told
from .gapping import PlaceGapFinder
from .happenings import Happenings
from .scene import Scene
from .scopes import ScopeFinder
from .values import SlotValues, people_of
from .whereabouts import PlaceFinder

__all__ = ["Resolver"]


class Resolver:
    """Turns phrase matches into facts, which have no ids yet."""

    def __init__(
        self, kinds: Mapping[str, Kind], grammar: Grammar, circumstances: Circumstances
    ) -> None:
        self._kinds = kinds
        self._grammar = grammar
        self._circumstances = circumstances
        self._values = SlotValues(kinds, grammar)
        self._places = PlaceGapFinder(grammar)
        self._whereabouts = PlaceFinder(grammar)
        self._happenings = Happenings(kinds, grammar)
        self._changes = Changes(grammar)
        self._scopes = ScopeFinder(grammar)

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
        choices = self._choices(kind, match, scene)
        if choices is None:
            return []
        told = self._told(kind, match, scene)
        facts = []
        common = self._common(kind, gives, match, scene)
        for combination in product(*choices.values()):
            fields = dict(common)
            unit_of = dict(zip(choices, combination, strict=True))
            value = self._fill(fields, kind, unit_of, match, scene)
            if kind.fields.get("place") == "place" and fields["place"] is None:
                own = self._happenings.concern(kind)
                fields["place"] = self._whereabouts.of(match, scene, own_clause=own)
            fact = self._circumstances.fact(
                kind, match, scene, fields, told, value, phrase=match.phrase.name
            )
            facts.append(fact)
        if "place" in match.slots and kind.value is None and facts:
            facts += self._places.facts(facts[-1], match, scene)
        scene.last_time = told.time or scene.last_time
        if self._happenings.concern(kind):
            return self._happenings.staged(facts, match, scene)
        return facts

    def _fill(
        self,
        fields: dict[str, Value | None],
        kind: Kind,
        unit_of: Mapping[str, tuple[Unit, Value]],
        match: PhraseMatch,
        scene: Scene,
    ) -> Quantity | None:
        """Puts what fills the slots into ``fields``, and gives the figure of the fact."""
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
        if kind.value == "amount":
            fields.update(self._changes.computed(kind, fields, value))
            fields.update(self._changes.basis(kind, scene))
        return value

    def _choices(self, kind: Kind, match: PhraseMatch, scene: Scene) -> Choices | None:
        """What fills the slots; ``None`` where the phrase says nothing after all."""
        choices = self._values.of(kind, match, scene)
        if choices is None or self._is_adjective(match, scene):
            return None
        if self._happenings.concern(kind) and not self._happenings.settle(choices, match, scene):
            return None
        if kind.value == "amount" and not self._changes.settle(choices, match, scene):
            return None
        doing = match.phrase.subject if match.phrase.subject_optional else None
        described = doing in choices and is_worded(match.phrase.types[doing])
        if doing is not None and described and not self._happenings.is_sure(match, scene):
            del choices[doing]
        return choices

    def _told(self, kind: Kind, match: PhraseMatch, scene: Scene) -> Told:
        told = self._circumstances.told(match, scene, self._attribution(match, scene))
        if self._happenings.concern(kind):
            return replace(told, time=self._happenings.time(told.time, match, scene))
        return told

    def _common(
        self, kind: Kind, gives: Mapping[str, str], match: PhraseMatch, scene: Scene
    ) -> dict[str, Value | None]:
        """The fields that are the same for every member of a list."""
        fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
        fields |= {k: self._given(kind, k, v, match, scene) for k, v in gives.items()}
        if self._happenings.concern(kind):
            tense = self._happenings.tense(match, scene)
            fields |= {name: tense for name, type_ in kind.fields.items() if type_ == "tense"}
            fields |= self._happenings.order(kind, match, scene)
        return fields

    def _describe_people(
        self, fields: dict[str, Value | None], kind: Kind, unit: Unit, scene: Scene
    ) -> None:
        if kind.fields.get("subject") == "group" and fields["subject"] is None:
            if unit.code == "Q":
                fields["subject"] = people_of(unit, scene.line, self._grammar)
            elif unit.code == "N":
                fields["subject"] = Name("people", "people", named=False)

    def _describe_increment(
        self, fields: dict[str, Value | None], kind: Kind, match: PhraseMatch, scene: Scene
    ) -> None:
        """Whether the figure is said to come on top of another: "12 more", "five new deaths"."""
        if "increment" not in kind.fields.values():
            return
        first, last = match.slots["value"][0], match.last
        near = scene.line.units[max(0, first - 1) : last + 1]
        words = {part.word for unit in near if unit.code != "V" for part in unit.walk()}
        if not words.isdisjoint(self._grammar.words("newcomers")):
            fields |= {name: "yes" for name, type_ in kind.fields.items() if type_ == "increment"}

    @staticmethod
    def _describe_extent(fields: dict[str, Value | None], unit: Unit) -> None:
        if "extent" in fields and isinstance(unit.detail, Chunk) and unit.detail.extent:
            fields["extent"] = unit.detail.extent

    def _given(
        self, kind: Kind, name: str, given: str, match: PhraseMatch, scene: Scene
    ) -> Value | None:
        if kind.fields[name] == "count":
            return self._changes.count(Decimal(given), match)
        if kind.fields[name] != "scope":
            return given
        return self._scopes.of(given, scene)

    def _is_adjective(self, match: PhraseMatch, scene: Scene) -> bool:
        """Whether a word that is a verb too is none behind a form of "be": "is still open"."""
        clause = match.clause
        g = self._grammar
        if clause is None or clause.group.voice != "active" or clause.group.ongoing:
            return False
        if not g.words("be").isdisjoint(clause.group.lemmas):
            return False
        words = [part.word for part in scene.line.units[clause.verb].parts][:-1]
        skipped = g.words("adverbs") | g.words("degrees") | g.words("negations")
        before = [word for word in words if word and word not in skipped]
        return bool(before) and before[-1] in g.words("be")

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
            fields.get(slot) in ("side", "actor") and first == attribution.last
            for slot, (first, _) in match.slots.items()
        )
