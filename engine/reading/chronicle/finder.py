"""What an article dates, held to the distances and the order that it tells elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from ...kinds import Kind
from ...model import Fact, Quantity, TimeSpan, Value
from ..dates import DateMention
from ..dates.calendar import shift
from ..grammar.analysis import Analysis
from ..grammar.classes import Grammar
from ..meaning.circumstances import Circumstances, Told
from ..meaning.mentions import Passage
from ..meaning.scene import Scene, Stretch
from ..timeline.distances import between
from .lives import LifeStory
from .records import Record, records
from .told import Distance, DistanceFinder
from .words import HappeningWords, happening_words

__all__ = ["Chronicle", "ReadSentence"]

_WEAK = 1.6
_STRONG = 6
"""How many times apart two distances may lie and still be told of one happening."""
_LONG = 5 * 365


class ReadSentence(Protocol):
    """A sentence with what the grammar makes of it."""

    @property
    def passage(self) -> Passage:
        """Where it stands."""

    @property
    def published(self) -> date | None:
        """The day of publication of its article."""

    @property
    def dates(self) -> Sequence[DateMention]:
        """Its dates."""

    @property
    def analysis(self) -> Analysis:
        """Its units, clauses and links."""

    @property
    def words(self) -> frozenset[str]:
        """Its words, in lower case."""


@dataclass(slots=True)
class _Story:
    """What an article dates and how far it says that things lie apart.

    Attributes:
        sentences: those that are looked at, by number.
        records: what they date.
        distances: those that are told from elsewhere.
        times: every time that the article names.
    """

    sentences: dict[int, ReadSentence]
    records: list[Record]
    distances: list[Distance]
    times: list[TimeSpan]


class Chronicle:
    """Makes facts of what an article dates in one place and tells of in another."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._grammar = grammar
        self._words: HappeningWords = happening_words()
        self._distances = DistanceFinder(grammar, self._words)

    def facts(
        self,
        kind: Kind,
        sentences: Sequence[ReadSentence],
        scene_of: Callable[[ReadSentence], Scene],
        told: Sequence[Fact] = (),
    ) -> Iterator[Fact]:
        """The facts of ``kind``, each distance with the date that it is told from.

        Args:
            kind: of the facts.
            sentences: those of a part of an article.
            scene_of: a sentence in its place.
            told: the facts that the sentences state by themselves.
        """
        story = self._story(sentences)
        yield from self._lives(kind, story, scene_of, told)
        for distance in story.distances:
            for record in self._source(distance, story):
                yield from self._pair(kind, distance, record, story, scene_of)

    def _story(self, sentences: Sequence[ReadSentence]) -> _Story:
        story = _Story({}, [], [], [])
        for number, sentence in enumerate(sentences):
            story.times += [d.time for d in sentence.dates if d.time is not None]
            line, clauses = sentence.analysis.line, sentence.analysis.clauses
            story.sentences[number] = sentence
            story.records += records(line, clauses, number, self._words)
            story.distances += self._distances.find(line, clauses, number, sentence.published)
        return story

    def _lives(
        self,
        kind: Kind,
        story: _Story,
        scene_of: Callable[[ReadSentence], Scene],
        told: Sequence[Fact],
    ) -> Iterator[Fact]:
        """The ages and births that a sentence tells of somebody named before."""
        known = [
            fact.span
            for fact in told
            if fact.kind == kind.name and fact.fields.get("day") and fact.fields.get("person")
        ]
        lives = LifeStory(self._grammar)
        for sentence in story.sentences.values():
            line, clauses = sentence.analysis.line, sentence.analysis.clauses
            for life in lives.read(line, clauses, sentence.published):
                end = line.units[life.statement.last].end
                if any(span.start < end <= span.end for span in known):
                    continue
                yield self._fact(
                    kind, life.statement, scene_of(sentence), life.time,
                    {
                        "form": "birth" if life.age is None else "age", "person": life.person,
                        "stated": life.age, "day": life.born,
                    },
                )  # fmt: skip

    def _source(self, distance: Distance, story: _Story) -> Iterator[Record]:
        """The date that a distance is told from, where no date of the article is as far away."""
        if any(_fits(time, distance) for time in story.times if time != distance.told):
            return
        found = [
            (abs(apart - middle), record)
            for record in story.records
            if (closeness := self._closeness(record, distance))
            and (apart := _apart(record.time, distance)) is not None
            and (middle := _middle(distance.stated)) is not None
            and middle / closeness <= apart <= middle * closeness
        ]
        if found:
            yield min(found, key=lambda pair: pair[0])[1]

    def _closeness(self, record: Record, distance: Distance) -> float:
        """How many times apart they may lie for the record to be what the distance is from.

        0 where it is not.
        """
        if record.time == distance.told or record.last != (distance.source == "last"):
            return 0
        things = record.wording.things & distance.wording.things
        if distance.source == "previous":
            return _WEAK if record.sentence in (distance.sentence, distance.sentence - 1) else 0
        if distance.source == "last":
            return _STRONG
        acts = record.wording.acts
        if distance.source == "beginning":
            return _STRONG if acts & self._words.lists.anniversary_of else 0
        if self._words.meet(acts, distance.wording.acts):
            return _STRONG
        middle = _middle(distance.stated) or 0
        return _WEAK if things and middle >= _LONG else 0

    def _pair(
        self,
        kind: Kind,
        distance: Distance,
        record: Record,
        story: _Story,
        scene_of: Callable[[ReadSentence], Scene],
    ) -> Iterator[Fact]:
        """A distance and the date that it is told from, under one name."""
        first, second = story.sentences[distance.sentence], story.sentences[record.sentence]
        thread = f"{second.passage.part} {second.passage.span.start} {record.index}"
        computed = between(record.time, distance.told, backward=distance.backward)
        yield self._fact(
            kind, distance.stretch, scene_of(first), distance.told,
            {
                "form": "distance", "stated": distance.stated, "computed": computed,
                "anchor_day": record.time, "day": distance.told, "thread": thread,
            },
        )  # fmt: skip
        yield self._fact(
            kind, record.stretch, scene_of(second), record.time,
            {"form": "dated", "day": record.time, "thread": thread},
        )  # fmt: skip

    def _fact(
        self,
        kind: Kind,
        statement: Stretch,
        scene: Scene,
        time: TimeSpan | None,
        fields: Mapping[str, Value | None],
    ) -> Fact:
        told = Told(time, self._circumstances.attribution(statement, scene))
        phrase = f"{kind.name}/{fields['form']}"
        return self._circumstances.fact(kind, statement, scene, fields, told, phrase=phrase)


def _fits(time: TimeSpan, distance: Distance) -> bool:
    """Whether a time lies as far from what is told as is said, in whatever year is left out."""
    return any(_agrees(each, distance) for each in _years_of(time))


def _years_of(time: TimeSpan) -> Iterator[TimeSpan]:
    yield time
    if time.inferred == "year" and time.start is not None and time.end is not None:
        for by in (-1, 1):
            try:
                start, end = shift(time.start, "year", by), shift(time.end, "year", by)
            except (ValueError, OverflowError):
                continue
            yield replace(time, start=start, end=end)


def _agrees(time: TimeSpan, distance: Distance) -> bool:
    computed = between(time, distance.told, backward=distance.backward)
    if computed is None or computed.low is None or computed.high is None:
        return False
    said = distance.stated
    above = said.low is None or computed.high >= said.low
    return above and (said.high is None or computed.low <= said.high)


def _apart(time: TimeSpan, distance: Distance) -> float | None:
    """How many days what is told lies from a time, in the direction that is said."""
    computed = between(time, distance.told, backward=distance.backward)
    return _middle(computed) if computed is not None else None


def _middle(quantity: Quantity) -> float | None:
    if quantity.low is None or quantity.high is None:
        return None
    return float(quantity.low + quantity.high) / 2
