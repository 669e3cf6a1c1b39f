"""Figures that stand beside one that a phrase read: its parts, and those it replaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Span, Value
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.verbs import VerbGroup
from ..phrases.matching import PhraseMatch
from .circumstances import draft_name
from .scene import Scene
from .values import figure, people_of

__all__ = ["RiderFinder"]


class RiderFinder:
    """Finds the figures beside a fact."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._kinds = kinds
        self._grammar = g = grammar
        place = rf"(?:{g['determiners']})?(?:[PGCDF]|{g.noun}+)"
        gap = rf"(?:,?(?:{g['prepositions']}{place}|{g['aboard']}(?:{place})?)){{0,2}}"
        self._included = re.compile(
            rf"{gap},?–?\(?{g['inclusions']}(?:{g['adverbs']})*(?P<part>[QN])"
        )
        self._apposed = re.compile(r"[,–(:](?P<part>Q)(?=[,–).;])")
        ends = rf"(?=[,.;)]|{g['subordinators']}|$)"
        self._of_whom = re.compile(
            rf"{gap},?(?P<part>[NQ])(?!{g['in_all']})(?:{g['partitives']}|{g['adverbs']}{ends})"
        )
        of = g.vocabulary.one_of(["of"])
        count = rf"(?:{g['determiners']})?(?:{g.noun}){{0,3}}(?:{of})?(?:{g['determiners']})?"
        alone = rf"N(?!-?{g.noun}|[A-Z])"
        self._superseded = re.compile(
            rf"{gap},?\(?(?:{g['superseding']}(?:{count})?(?P<earlier>[QNS])"
            rf"|{g['nots']}(?P<instead>Q|{alone}))"
        )
        where = rf"{g['locatives']}(?:{g['articles']})?"
        self._beside_count = re.compile(
            rf"(?:[,;–]|{g['additions']})+(?:{where}(?P<before>[PGC]),?|(?P<side>[FA]))?"
            rf"(?P<more>{alone})(?P<each>{g['eaches']})?(?:{where}(?P<after>[PGC]))?"
        )
        self._others = re.compile(rf"{gap},?{g['alongside']}(?P<others>Q)(?!{g['adverbs']}?V)")
        self._changed = re.compile(rf"{gap},?{g['starts']}(?P<earlier>[QS]|N(?!-?{g.noun}|[A-Z]))")

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
        riders = self._parts_and_rivals(fact, kind, match, scene)
        riders += self._alongside(fact, kind, match, scene)
        return riders + self._elsewhere(fact, kind, match, scene)

    def _parts_and_rivals(
        self, fact: Fact, kind: Kind, match: PhraseMatch, scene: Scene
    ) -> list[Fact]:
        line, (first, behind) = scene.line, match.slots["value"]
        if "earlier" in match.slots:
            unit = line.units[match.slots["earlier"][0]]
            return [self._rider(fact, kind, unit, scene, part=False)]
        levelled = line.units[first - 1].word in self._grammar.words("levels")
        starts = (behind, match.last + 1)
        for start in starts:
            if found := (
                self._included.match(line.codes, start)
                or self._partly(line, start)
                or self._apart(fact, kind, line, start)
            ):
                unit = line.units[found.start("part")]
                if (kind.name, unit.start) in scene.worded:
                    return []  # "23 were hurt, five of them fatally"
                return [self._rider(fact, kind, each, scene, part=True) for each in unit.members]
            found = self._superseded.match(line.codes, start) or (
                self._changed.match(line.codes, start) if levelled else None
            )
            if found:
                earlier = found.start(found.lastgroup or "earlier")
                return [self._rider(fact, kind, line.units[earlier], scene, part=False)]
        return []

    def _apart(self, fact: Fact, kind: Kind, line: Line, start: int) -> re.Match[str] | None:
        """All of them told apart behind ``start``: "nine people, five men and four women,"."""
        found = self._apposed.match(line.codes, start)
        if found is None or fact.value is None:
            return None
        unit = line.units[found.start("part")]
        counts = [figure(each, kind) for each in unit.listed]
        total = sum(count.low for count in counts if count and count.low)
        return found if total == fact.value.low else None

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
                people_of(unit, scene.line, self._grammar)
                if unit.code == "Q"
                else fields["subject"]
            )
        scene.used.add((kind.name, unit.start))
        span = Span(unit.start, unit.end)
        return replace(
            fact,
            fields=fields,
            value=figure(unit, kind),
            part_of=draft_name(fact) if part else None,
            stance=fact.stance if part else "superseded",
            time=fact.time if part else None,
            span=span,
            text=scene.line.text[span.start : span.end],
        )

    def _alongside(self, fact: Fact, kind: Kind, match: PhraseMatch, scene: Scene) -> list[Fact]:
        """Others of whom the same is said: "three men died, along with two soldiers"."""
        if kind.value != "people":
            return []
        found = self._others.match(scene.line.codes, match.last + 1)
        if found is None:
            return []
        unit = scene.line.units[found.start("others")]
        others = [each for each in unit.members if (kind.name, each.start) not in scene.used]
        return [
            replace(self._rider(fact, kind, each, scene, part=True), part_of=None)
            for each in others
        ]

    def _elsewhere(self, fact: Fact, kind: Kind, match: PhraseMatch, scene: Scene) -> list[Fact]:
        """Figures for other places or sides: "and 12 in Quito", "and the army six"."""
        line = scene.line
        verb = line.codes.find("V", match.last + 1)
        end = verb if verb >= 0 else len(line.codes)
        if kind.value != "people":
            return []
        riders: list[Fact] = []
        for found in self._beside_count.finditer(line.codes, match.last + 1, end):
            unit = line.units[found.start("more")]
            spot = "before" if found["before"] else "after" if found["after"] else None
            side = found["side"] and line.codes[found.end() :][:1] in (".", ",", ";", "")
            if not (spot or side) or (kind.name, unit.start) in scene.used:
                continue
            rider = replace(self._rider(fact, kind, unit, scene, part=True), part_of=None)
            if side:
                owner = scene.context.actor(line.units[found.start("side")], line, None)
                rider = _with(rider, "subject", owner)
            spots: tuple[Unit, ...] = (line.units[found.start(spot)],) if spot else ()
            if found["each"] and spots and spots[0].listed:
                spots = spots[0].listed
            places = [scene.context.place(each, line, (), scene.links) for each in spots]
            riders += [_with(rider, "place", place) for place in places or (None,)]
        return riders


def _with(fact: Fact, field: str, value: Value | None) -> Fact:
    """``fact`` with another value of ``field``, where it has that field."""
    return replace(fact, fields={**fact.fields, field: value}) if field in fact.fields else fact
