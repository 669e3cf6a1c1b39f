"""Figures and places whose verb is left out, because the one before it is meant: "and Junts 35".

What linguists call gapping: of the clause before, only what differs is said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Fact, Span
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..phrases.matching import PhraseMatch
from .naming import is_adjective
from .scene import Scene

__all__ = ["PlaceGapFinder"]


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
