"""Which described places of a sentence are others of it: apposition and membership."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .classes import Grammar
from .line import Line

__all__ = ["LinkFinder", "Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Which described places of a line are others of it, by the index of their unit.

    Attributes:
        same: a described place to the name that it stands for
            ("Kherson, the first major city …").
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
        return Links(same, member)
