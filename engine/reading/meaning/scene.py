"""One sentence in its place: what resolving it needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from ...model import Part, TimeSpan, Value
from ..grammar.analysis import Analysis
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..grammar.links import Links
from .attribution import Attribution
from .reference import Context

__all__ = ["Scene", "Statement", "Stretch"]


class Statement(Protocol):
    """What is said in a sentence: a phrase found there, or a stretch of its units."""

    @property
    def clause(self) -> Clause | None:
        """The clause that says it; ``None`` where no verb does."""

    @property
    def first(self) -> int:
        """Index of its first unit."""

    @property
    def last(self) -> int:
        """Index of its last unit."""

    @property
    def verbs(self) -> tuple[str, ...]:
        """The verbs that are part of what is said, rather than of how it is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A statement that no phrase found: attributes as for ``Statement``."""

    first: int
    last: int
    clause: Clause | None = None
    verbs: tuple[str, ...] = ()


@dataclass(slots=True)
class Scene:
    """One sentence in its place.

    Attributes:
        analysis: its units, clauses and links.
        attributions: who speaks in it.
        context: what came before it.
        part: title or text.
        block: start of the block it stands in.
        published: day of publication of the article.
        last_time: time of the fact before, in this sentence or the one before it.
        used: units that already gave a figure, by kind.
        carried: what filled a field of a kind last, by both, for what leaves it out.
    """

    analysis: Analysis
    attributions: Sequence[Attribution]
    context: Context
    part: Part
    block: int
    published: date | None
    last_time: TimeSpan | None = None
    used: set[tuple[str, int]] = field(default_factory=set)
    carried: dict[tuple[str, str], list[tuple[Unit, Value]]] = field(default_factory=dict)

    @property
    def line(self) -> Line:
        """The units of the sentence."""
        return self.analysis.line

    @property
    def clauses(self) -> Sequence[Clause]:
        """Its clauses."""
        return self.analysis.clauses

    @property
    def links(self) -> Links:
        """What its described places stand for."""
        return self.analysis.links
