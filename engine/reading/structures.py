"""Kinds whose facts no phrase names, for they are in how a sentence is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from ..kinds import Kind, Reads
from ..knowledge import nearest
from ..model import Fact
from .claims.finder import ClaimFinder
from .counting.beside import MentionFinder
from .counting.comparisons import ComparisonFinder
from .counting.conversions import ConversionFinder
from .counting.figures import FigureFinder
from .counting.lists import ListFinder
from .counting.numbered import NumberedFinder
from .deeds.finder import DeedFinder
from .figures.finder import FieldFinder
from .glance import Glance
from .grammar.classes import Grammar
from .meaning.circumstances import Circumstances
from .meaning.scene import Scene
from .speech.positions import PositionFinder
from .speech.quotes import QuoteFinder
from .timeline.calendar import CalendarFinder

__all__ = ["FILLED", "STRUCTURES", "Structure", "by_roles", "check_filled"]


class Structure(Protocol):
    """One thing that sentences are built of, such as a figure with what it counts."""

    def concerns(self, sentence: Glance) -> bool:
        """Whether ``sentence`` may hold one; quick, and wrong on one side only."""

    def facts(self, kind: Kind, scene: Scene, stated: list[Fact]) -> Iterable[Fact]:
        """The facts of ``kind`` in a sentence.

        Args:
            kind: of the facts.
            scene: the sentence.
            stated: the facts that phrases read there, which may be completed in place.
        """


STRUCTURES: Mapping[Reads, Callable[[Grammar, Circumstances], Structure]] = {
    "dates": CalendarFinder,
    "figures": FigureFinder,
    "lists": ListFinder,
    "conversions": ConversionFinder,
    "positions": PositionFinder,
    "quotes": QuoteFinder,
    "mentions": MentionFinder,
    "comparisons": ComparisonFinder,
    "deeds": DeedFinder,
    "labels": NumberedFinder,
}
"""What makes the facts of a kind that reads something of this sort."""

FILLED: Mapping[Reads, Sequence[str]] = {
    "names": ("person", "spelling", "given_name", "title"),
    "dates": (
        "form", "stated_weekday", "actual_weekday", "stated", "computed", "anchor_day", "day",
        "person", "thread", "order", "tense", "lies",
    ),
    "figures": (
        "counted", "described", "predicate", "role", "actor", "place", "setting", "further",
        "partitive", "share",
    ),
    "lists": ("counted", "listed", "counts", "complete", "members"),
    "comparisons": ("about", "direction", "initial", "counted", "sort", "step", "growth", "times"),
    "conversions": ("equivalent", "dimension", "pair", "rate"),
    "positions": (
        "holder", "attitude", "topic", "direction", "towards", "condition", "conditional",
    ),
    "quotes": (
        "speaker", "anonymous", "pronoun", "form", "act", "words", "predicate", "object",
        "polarity", "figure", "counted", "day", "place", "condition", "condition_text",
        "condition_about", "topic", "about", "listener", "sequence", "regarding", "long",
    ),
    "deeds": (
        "axis", "deed", "doer", "matter", "whom", "sequence", "role", "tense", "detail", "way",
        "noun",
    ),
    "labels": ("thing", "number", "digits"),
    "universals": ("reach", "deed", "so", "doer", "object", "lasting", "anybody", "thread"),
    "reckonings": ("form", "side", "stated", "computed", "thread"),
    "mentions": (
        "sort", "said", "counted", "before", "after", "predicate", "role", "verb", "beyond",
        "place", "each", "further", "partitive", "read", "party", "doer", "object", "end",
        "form", "frame",
    ),
}  # fmt: skip
"""The fields that are filled where a kind is read from something of this sort."""


def by_roles(kind: Kind) -> Iterable[type[FieldFinder | ClaimFinder]]:
    """What makes the facts of ``kind`` of which its words tell by their roles."""
    if kind.evokes:
        yield FieldFinder
    if kind.claims is not None:
        yield ClaimFinder


def check_filled(kind: Kind) -> None:
    """Refuses a kind with a field that what it is read from never fills.

    Raises:
        KnowledgeError: at the first such field.
    """
    filled = FILLED.get(kind.reads, tuple(kind.fields))
    for name in kind.fields:
        if name not in filled:
            problem = f"what reads {kind.reads} fills no field {name!r}{nearest(name, filled)}"
            raise kind.document.error(problem, ("fields", name))
