"""Figures that stand beside one that a phrase read: its parts, those it replaces, its rivals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Span, Value
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.verbs import VerbGroup
from ..phrases.matching import PhraseMatch
from .scene import Scene
from .values import SlotValues, figure

__all__ = ["RiderFinder"]


class RiderFinder:
    """Finds the figures beside a fact."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar, values: SlotValues) -> None:
        self._kinds = kinds
        self._grammar = g = grammar
        self._values = values
        gap = rf"(?:,?{g['prepositions']}(?:{g['determiners']})?(?:[PGCDF]|{g.noun}+)){{0,2}}"
        self._included = re.compile(
            rf"{gap},?–?\(?{g['inclusions']}(?:{g['adverbs']})*(?P<part>[QN])"
        )
        ends = rf"(?=[,.;)]|{g['subordinators']}|$)"
        self._of_whom = re.compile(
            rf"{gap},?(?P<part>[NQ])(?:{g['partitives']}|{g['adverbs']}{ends})"
        )
        self._superseded = re.compile(rf"{gap},?\(?{g['superseding']}(?P<earlier>[QNS])")
        self._changed = re.compile(rf"{gap},?{g['starts']}(?P<earlier>[QS]|N(?!-?{g.noun}|[A-Z]))")
        self._gapped = re.compile(rf"(?:{g['gapping']}|[,(])[^VS.;:”]{{0,4}}?(?P<share>S)")

    def beside(self, fact: Fact, kind: Kind, match: PhraseMatch, scene: Scene) -> list[Fact]:
        """Figures that ride on the one found: those it includes, those it replaces.

        Args:
            fact: the fact found.
            kind: its kind.
            match: the phrase that found it.
            scene: its sentence.
        """
        if "value" not in match.slots:
            return []
        line, (first, behind) = scene.line, match.slots["value"]
        if "earlier" in match.slots:
            unit = line.units[match.slots["earlier"][0]]
            return [self._rider(fact, kind, unit, scene, part=False)]
        levelled = line.units[first - 1].word in self._grammar.words("levels")
        starts = (behind, match.last + 1)
        for start in starts:
            if found := (self._included.match(line.codes, start) or self._partly(line, start)):
                unit = line.units[found.start("part")]
                members = unit.parts if unit.listed else (unit,)
                return [self._rider(fact, kind, each, scene, part=True) for each in members]
            found = self._superseded.match(line.codes, start) or (
                self._changed.match(line.codes, start) if levelled else None
            )
            if found:
                unit = line.units[found.start("earlier")]
                return [self._rider(fact, kind, unit, scene, part=False)]
        return []

    def _partly(self, line: Line, start: int) -> re.Match[str] | None:
        """A part behind ``start`` that does nothing of its own: "two of whom were officers"."""
        found = self._of_whom.match(line.codes, start)
        if found is None or found.end() == len(line.codes):
            return found
        group = line.units[found.end()].detail
        does = isinstance(group, VerbGroup) and self._grammar.words("be").isdisjoint(group.lemmas)
        return None if does else found

    def _rider(self, fact: Fact, kind: Kind, unit: Unit, scene: Scene, *, part: bool) -> Fact:
        fields = dict(fact.fields)
        if part and kind.fields.get("subject") == "group":
            fields["subject"] = (
                self._values.group(unit, scene) if unit.code == "Q" else fields["subject"]
            )
        scene.used.add((kind.name, unit.start))
        span = Span(unit.start, unit.end)
        return replace(
            fact,
            fields=fields,
            value=figure(unit, kind),
            part_of="whole" if part else None,
            stance=fact.stance if part else "superseded",
            time=fact.time if part else None,
            span=span,
            text=scene.line.text[span.start : span.end],
        )

    def left_over(self, facts: Sequence[Fact], scene: Scene) -> list[Fact]:
        """Shares that only stand beside one that was read: "41% back her and 40% her rival".

        Args:
            facts: those read from the sentence so far.
            scene: the sentence.
        """
        extra: list[Fact] = []
        for kind in self._kinds.values():
            own = [fact for fact in facts if fact.kind == kind.name and fact.value]
            if kind.value != "share" or not own:
                continue
            for found in self._gapped.finditer(scene.line.codes):
                unit = scene.line.units[found.start("share")]
                before = [fact for fact in own if fact.span.end <= unit.start]
                if before and (kind.name, unit.start) not in scene.used:
                    named = replace(before[-1], fields=_shared(kind, before[-1]))
                    extra.append(self._rider(named, kind, unit, scene, part=True))
        return [replace(fact, part_of=None) for fact in extra]


def _shared(kind: Kind, fact: Fact) -> dict[str, Value | None]:
    """The fields that a figure shares with the one it stands beside: what both measure."""
    return {
        name: fact.fields[name] if type_ in ("choice", "scope") else None
        for name, type_ in kind.fields.items()
    }
