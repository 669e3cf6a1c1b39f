"""Finds the figures of kinds that declare what evokes them, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from .sentence import FigureReading, Sentence, around
from .surveys import SurveyReader
from .words import figure_words

__all__ = ["FieldFinder"]

_MEASURE = "measure"
_APART = 40
"""Characters between two sentences of which one goes on with the other, at most."""
_FAR = 700
"""Characters between a sentence and those of which it may go on with the topic, at most."""
_LINE = 8
"""Words of a line that may be an entry of a list."""
_BULLETS = " \n\t\r-–—•*·|/"


@dataclass(frozen=True, slots=True)
class _Told:
    """What was read in a sentence, for the one behind it.

    Attributes:
        end: where the sentence ends.
        readings: what was read.
    """

    end: int
    readings: tuple[FigureReading, ...]


class FieldFinder:
    """Finds the facts of one kind by its field of meaning.

    Args:
        kind: the kind, which has ``evokes``.
        grammar: the word classes.
        circumstances: finds what surrounds a statement.
    """

    def __init__(self, kind: Kind, grammar: Grammar, circumstances: Circumstances) -> None:
        self._field = field = Field(kind, _MEASURE)
        self._reader: CountReader | PollingReader | SurveyReader
        if kind.polled.opinion:
            self._reader = PollingReader(grammar, field)
        elif kind.polled.sample:
            self._reader = SurveyReader(grammar, field)
        else:
            self._reader = CountReader(grammar, field)
        self._facts = FactMaker(grammar, circumstances, field)
        self._going_on = grammar.words("newcomers") | figure_words("resumptive")

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word of the field, or a figure that goes on, stands in ``sentence``."""
        goes_on = self._field.kind.name in sentence.goes_on and sentence.figures
        if goes_on or self._reader.concerns(sentence):
            return True
        if not sentence.figures:
            return False
        return len(sentence.words) <= _LINE or not self._going_on.isdisjoint(sentence.words)

    def matter(self, text: str, headline: str) -> frozenset[str]:
        """What of the whole of an article is looked at: the words of it that tell a subject."""
        return around(text, headline) & self._field.subjects

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Sequence[Fact]:
        """The facts of a sentence; arguments as for ``Structure``."""
        span = scene.line.span
        told = scene.context.told.get((kind.name, scene.part))
        before: tuple[FigureReading, ...] = ()
        earlier: tuple[FigureReading, ...] = ()
        if isinstance(told, _Told) and 0 <= span.start - told.end <= _FAR:
            earlier = told.readings
            apart = scene.line.text[told.end : span.start].strip(_BULLETS)
            before = () if apart or span.start - told.end > _APART else told.readings
        if not before and not self._may_begin(scene):
            return ()  # there is nothing that it could go on with
        sentence = Sentence.of(scene, before, earlier)
        self._reader.read(sentence)
        readings = tuple(sentence.in_order())
        if readings:
            scene.context.open.add(kind.name)
        # Their verbs stand in this sentence, and the next one has other words at those places.
        verbless = tuple(replace(each, verb=None) for each in readings)
        if readings or not earlier:
            scene.context.told[kind.name, scene.part] = _Told(span.end, verbless)
        return self._facts.facts(sentence)

    def _may_begin(self, scene: Scene) -> bool:
        """Whether a figure may stand in a sentence that goes on with none before it."""
        if isinstance(self._reader, PollingReader):
            return True
        span = scene.line.span
        return self._field.concerns(Glance(scene.line.text[span.start : span.end]))
