"""Which described places of a sentence are others of it: apposition and membership."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .chunks import Chunk
from .classes import Grammar
from .line import Line
from .verbs import VerbGroup

__all__ = ["LinkFinder", "Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Which described places of a line are others of it, by the index of their unit.

    Attributes:
        same: a described place to the name that it stands for
            ("Kherson, the first major city …", "Kherson is the first city that …").
        member: a set of places to what is said to be among them, which may be a list.
    """

    same: Mapping[int, int]
    member: Mapping[int, int]


class LinkFinder:
    """Finds the links of a line."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._apposition = re.compile(
            r"(?P<name>[PCX])[,–](?P<described>G)|(?P<before>G),(?P<called>[PC]),"
        )
        self._being = g.words("be")
        self._predicate = re.compile(r"(?P<name>[PX])V(?P<described>G)")
        one_of = rf"{g.vocabulary.one_of(['one of'])}"
        self._one_of = re.compile(rf"(?P<name>[PX]),{one_of}(?P<described>G)")
        self._membership = re.compile(
            rf"(?P<member>[PCG]),?(?:{g['relatives']})?V{g['membership']}(?P<group>G)"
        )

    def find(self, line: Line) -> Links:
        """The links between the places of ``line``."""
        same = {
            match.start("described" if match["name"] else "before"): match.start(
                "name" if match["name"] else "called"
            )
            for match in self._apposition.finditer(line.codes)
        }
        member = {
            match.start("group"): match.start("member")
            for match in self._membership.finditer(line.codes)
        }
        for match in self._one_of.finditer(line.codes):
            same[match.start("described")] = match.start("name")
        for match in self._predicate.finditer(line.codes):
            name, described = match.start("name"), match.start("described")
            group, chunk = line.units[name + 1].detail, line.units[described].detail
            if not (isinstance(group, VerbGroup) and isinstance(chunk, Chunk)):
                continue
            several = bool(line.units[name].listed)
            unsaid = group.negated or group.possible or self._being.isdisjoint(group.lemmas)
            if not unsaid and several is chunk.plural:
                (member if several else same)[described] = name
        return Links(same, member)
