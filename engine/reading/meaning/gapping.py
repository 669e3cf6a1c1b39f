"""Figures and places whose verb is left out, because the one before it is meant: "and Junts 35".

What linguists call gapping: of the clause before, only what differs is said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Span, Value
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..phrases.matching import PhraseMatch
from ..phrases.patterns import SLOT_CODES
from .naming import is_adjective
from .scene import Scene
from .values import figure, people_of

__all__ = ["GapFinder", "PlaceGapFinder"]


class GapFinder:
    """Finds the figures that only stand beside one that a phrase read."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._grammar = grammar
        self._kinds = [kind for kind in kinds.values() if kind.gaps is not None]
        g = grammar
        owner, end = f"[{SLOT_CODES['actor']}P]", "[^VSN.;:”]"
        lead = rf"(?:{g['articles']}|{g['possessives']}|{g['adverbs']}|{g['degrees']})*"
        joint = rf"(?:{g['gapping']}|{g['agents']}|[,;(–])"
        between = rf"(?:,?{g['figured']}|{g['adverbs']}|[(,](?=S))*"
        self._owned = re.compile(
            rf"{joint}{lead}(?P<owner>{owner})(?!['-]){between}"
            rf"(?:(?P<share>S)|(?P<count>N)(?!-|[A-Z]))"
        )
        self._bare = re.compile(
            rf"(?:{g['gapping']}|[,(]){end}{{0,4}}?(?P<share>S)"
            rf"(?:{g['beneficiaries']}?{lead}(?P<owner>{owner}))?"
        )
        of = g.vocabulary.one_of(["of"])
        whom = rf"{of}(?:{g['articles']})?(?P<whom>[BEQCAX]|{g.noun})"
        self._before = re.compile(rf"(?P<share>S){whom}(?:,|,?{g['additions']})(?=S)")
        self._noun = re.compile(g.noun)

    def facts(self, stated: Sequence[Fact], scene: Scene) -> Iterator[Fact]:
        """The facts that such figures state, each said as the nearest one before it.

        Args:
            stated: the facts that phrases read in the sentence.
            scene: the sentence.
        """
        for kind in self._kinds:
            own = [each for each in stated if each.kind == kind.name and each.value]
            if not own:
                continue
            for pattern in (self._owned, self._bare):
                for found in pattern.finditer(scene.line.codes):
                    fact = self._fact(kind, found, own, scene)
                    if fact is not None:
                        yield fact
            yield from self._ahead(kind, own, scene)

    def _ahead(self, kind: Kind, own: Sequence[Fact], scene: Scene) -> Iterator[Fact]:
        """Of those whose verb comes behind another: "40% of men and 35% of women want it"."""
        line = scene.line
        if kind.occasion is None or kind.occasion.group is None:
            return
        meant = {fact.span.start: fact for fact in own}
        for found in reversed([*self._before.finditer(line.codes)]):
            unit, following = line.units[found.start()], line.units[found.end()]
            value = figure(unit, kind)
            same = meant.get(following.start)
            if same is None or value is None or (kind.name, unit.start) in scene.used:
                continue
            scene.used.add((kind.name, unit.start))
            whom = line.units[found.start("whom")]
            group = people_of(whom, scene.line, self._grammar)
            span = Span(unit.start, whom.end)
            meant[unit.start] = replace(
                same,
                fields={**same.fields, kind.occasion.group: group},
                value=value,
                span=span,
                text=line.text[span.start : span.end],
            )
            yield meant[unit.start]

    def _fact(
        self, kind: Kind, found: re.Match[str], own: Sequence[Fact], scene: Scene
    ) -> Fact | None:
        line, gaps = scene.line, kind.gaps
        at = found.start("share") if found["share"] else found.start("count")
        unit, value = line.units[at], figure(line.units[at], kind)
        if gaps is None or value is None or (kind.name, unit.start) in scene.used:
            return None
        earlier = [each for each in own if each.span.start < unit.start and each.value]
        units = {each.value.unit for each in earlier if each.value}
        alone = value.unit is None and not self._noun.match(line.codes, at + 1)
        if alone and len(units) == 1:
            value = replace(value, unit=units.pop())  # "with 30 percent, and the Greens with 18"
        before = [each for each in earlier if each.value and each.value.unit == value.unit]
        if not before or (not found["share"] and not self._goes_on(before[-1], kind, at, scene)):
            return None
        fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
        fields |= {name: before[-1].fields[name] for name in gaps.same}
        owner = line.units[found.start("owner")] if found["owner"] else None
        if owner is not None:
            fields[gaps.own] = scene.context.actor(owner, line, None)
        scene.used.add((kind.name, unit.start))
        span = _span(owner, unit)
        return replace(
            before[-1], fields=fields, value=value, span=span, text=line.text[span.start : span.end]
        )

    def _goes_on(self, fact: Fact, kind: Kind, at: int, scene: Scene) -> bool:
        """Whether a bare number counts what ``fact`` counts, for it names nothing else."""
        if kind.gaps is None or fact.fields[kind.gaps.own] is None:
            return False
        line = scene.line
        if not self._noun.match(line.codes, at + 1):
            return True
        counted = {
            line.units[index + 1].word
            for index, unit in enumerate(line.units[:at])
            if (kind.name, unit.start) in scene.used
        }
        return line.units[at + 1].word in counted


class PlaceGapFinder:
    """Finds the places, each with its own date, that only stand beside one that a phrase read.

    "They took Goma in January and Bukavu in February", "in May Goma, in June Bukavu".
    """

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        dated = rf"(?:{g['prepositions']})?(?P<date>D)"
        joint, place = rf"(?:,|,?{g['additions']})", rf"(?:{g['articles']})?(?P<place>[PGXC])"
        end = rf"(?=[,.;]|{g['additions']}|$)"
        self._first = re.compile(rf"(?:{g['prepositions']})?D")
        self._behind = re.compile(rf"{joint}{place}{dated}{end}")
        self._before = re.compile(rf"{joint}{dated},?{place}{end}")

    def facts(self, stated: Fact, match: PhraseMatch, scene: Scene) -> Iterator[Fact]:
        """The same of every place that follows with a date, as ``stated`` has it of the first.

        Args:
            stated: a fact.
            match: the phrase that states it.
            scene: the sentence.
        """
        line, start = scene.line, match.last + 1
        first = self._first.match(line.codes, start)
        pattern, at = (self._behind, first.end()) if first else (self._before, start)
        while found := pattern.match(line.codes, at):
            at = found.end()
            unit = line.units[found.start("place")]
            mention = line.units[found.start("date")].mention
            place = None if is_adjective(unit) else scene.context.place(unit, line, (), None)
            if place is None or not isinstance(mention, DateMention):
                return
            yield replace(
                stated,
                fields={**stated.fields, "place": place},
                time=mention.time,
                span=Span(unit.start, unit.end),
                text=line.text[unit.start : unit.end],
            )


def _span(owner: Unit | None, unit: Unit) -> Span:
    if owner is None:
        return Span(unit.start, unit.end)
    return Span(min(owner.start, unit.start), max(owner.end, unit.end))
