"""Finds the figures of kinds that declare what evokes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...kinds import Kind
from ...model import Fact
from ..glance import Glance
from ..grammar.classes import Grammar
from ..meaning.circumstances import Circumstances
from ..meaning.scene import Scene
from .counts import CountReader
from .facts import FactMaker
from .field import Field
from .polling import PollingReader
from .sentence import Reading, Sentence

__all__ = ["FieldFinder"]

_MEASURE = "measure"
_APART = 4
"""Characters between two sentences of which one goes on with the other, at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What was read in a sentence, for the one behind it.

    Attributes:
        end: where the sentence ends.
        readings: what was read.
    """

    end: int
    readings: tuple[Reading, ...]


class FieldFinder:
    """Finds the facts of one kind by its field of meaning.

    Args:
        kind: the kind, which has ``evokes``.
        grammar: the word classes.
        circumstances: finds what surrounds a statement.
    """

    def __init__(self, kind: Kind, grammar: Grammar, circumstances: Circumstances) -> None:
        self._kind = kind
        field = Field(kind, _MEASURE)
        self._reader: CountReader | PollingReader = (
            PollingReader(grammar, kind) if kind.value == "share" else CountReader(grammar, field)
        )
        self._facts = FactMaker(grammar, circumstances, field)
        self._open = False  # whether a figure was read in the sentence before
        self._going_on = grammar.words("oblique") | grammar.words("newcomers") | {"whom"}

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word of the field, or a figure that goes on, stands in ``sentence``."""
        open_, self._open = self._open, False
        if self._reader.concerns(sentence) or (open_ and sentence.figures):
            return True
        return bool(sentence.figures) and not self._going_on.isdisjoint(sentence.words)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Sequence[Fact]:
        """The facts of a sentence; arguments as for ``Structure``."""
        told = scene.context.told.get((kind.name, scene.part))
        near = isinstance(told, _Told) and 0 <= scene.line.span.start - told.end <= _APART
        sentence = Sentence.of(scene, told.readings if near and isinstance(told, _Told) else ())
        self._reader.read(sentence)
        readings = tuple(sentence.readings[at] for at in sorted(sentence.readings))
        self._open = bool(readings)
        scene.context.told[kind.name, scene.part] = _Told(scene.line.span.end, readings)
        return self._facts.facts(sentence)
