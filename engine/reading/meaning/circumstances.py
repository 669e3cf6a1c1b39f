"""What surrounds a statement: when it held, who says so, and how the copy stands to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...kinds import Kind
from ...model import Fact, Quantity, Span, TimeSpan, Value
from ..grammar.classes import Grammar
from .attribution import Attribution
from .scene import Scene, Statement
from .stance import StanceFinder
from .timing import TimeFinder

__all__ = ["Circumstances", "Told", "draft_name"]


@dataclass(frozen=True, slots=True)
class Told:
    """When a statement holds, and who says so.

    Attributes:
        time: when it holds.
        attribution: who says so.
        undated: the words that say when, where they cannot be dated.
    """

    time: TimeSpan | None
    attribution: Attribution | None
    undated: str | None = None


class Circumstances:
    """Finds what surrounds a statement, and makes the fact.

    Attributes:
        stances: how the copy stands to what it says.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._times = TimeFinder(grammar)
        self.stances = StanceFinder(grammar)

    def attribution(self, statement: Statement, scene: Scene) -> Attribution | None:
        """Who says what ``statement`` says; ``None`` when nobody is named."""
        clause = statement.clause
        position = clause.verb if clause else statement.first
        own = [a for a in scene.attributions if a.clause is not None and a.clause is clause]
        if own:
            return own[0]
        covering = [a for a in scene.attributions if a.reach[0] <= position < a.reach[1]]
        return covering[-1] if covering else None

    def told(self, statement: Statement, scene: Scene, attribution: Attribution | None) -> Told:
        """What ``attribution`` says, with the time that the copy gives it, if any."""
        time = self._times.of(
            scene.line, statement, scene.clauses, scene.published, scene.last_time, scene.block
        )
        if attribution is not None and (time is None or time.anchor == "publication"):
            said = self._times.noun_time(scene.line, attribution.first, attribution.last + 3)
            time = said or time
        undated = None
        if time is None and scene.published is None:
            undated = self._times.undated(scene.line, statement, scene.clauses)
        return Told(time, attribution, undated)

    def fact(
        self,
        kind: Kind,
        statement: Statement,
        scene: Scene,
        fields: Mapping[str, Value | None],
        told: Told,
        value: Quantity | None = None,
        *,
        phrase: str,
    ) -> Fact:
        """The fact that ``statement`` states, which has no id yet.

        Args:
            kind: of the fact.
            statement: what is said.
            scene: its sentence.
            fields: those of the kind that are known.
            told: as ``told`` gives it.
            value: its figure.
            phrase: what read it, as ``kind/word``.
        """
        line, attribution = scene.line, told.attribution
        span = Span(line.units[statement.first].start, line.units[statement.last].end)
        group = statement.clause.group if statement.clause else None
        return Fact(
            id="",
            kind=kind.name,
            fields={name: fields.get(name) for name in kind.fields},
            value=value,
            time=told.time,
            source=attribution.source if attribution else None,
            evidential=group.evidential if group else None,
            stance=self.stances.of(statement, scene, attribution, fields),
            part_of=None,
            part=scene.part,
            span=span,
            sentence=line.span,
            text=line.text[span.start : span.end],
            phrase=phrase,
            undated=told.undated,
            paragraph=None if told.undated is None else scene.block,
        )


def draft_name(fact: Fact) -> str:
    """What the parts of ``fact`` call it until facts have ids."""
    return f"{fact.kind}/{fact.part}/{fact.span.start}"
