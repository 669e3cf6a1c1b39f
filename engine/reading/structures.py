"""Kinds whose facts no phrase names, for they are in how a sentence is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from ..kinds import Kind, Reads
from ..model import Fact
from .counting.beside import MentionFinder
from .counting.conversions import ConversionFinder
from .counting.figures import FigureFinder
from .counting.lists import ListFinder
from .glance import Glance
from .grammar.classes import Grammar
from .meaning.circumstances import Circumstances
from .meaning.scene import Scene
from .speech.positions import PositionFinder
from .speech.quotes import QuoteFinder
from .timeline.calendar import CalendarFinder

__all__ = ["STRUCTURES", "Structure"]


class Structure(Protocol):
    """One thing that sentences are built of, such as a figure with what it counts."""

    def concerns(self, sentence: Glance) -> bool:
        """Whether ``sentence`` may hold one; quick, and wrong on one side only."""

    def facts(self, kind: Kind, scene: Scene, stated: Sequence[Fact]) -> Iterable[Fact]:
        """The facts of ``kind`` in a sentence.

        Args:
            kind: of the facts.
            scene: the sentence.
            stated: the facts that phrases read there.
        """


STRUCTURES: Mapping[Reads, Callable[[Grammar, Circumstances], Structure]] = {
    "dates": CalendarFinder,
    "figures": FigureFinder,
    "lists": ListFinder,
    "conversions": ConversionFinder,
    "positions": PositionFinder,
    "quotes": QuoteFinder,
    "mentions": MentionFinder,
}
"""What makes the facts of a kind that reads something of this sort."""
