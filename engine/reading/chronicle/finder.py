"""What an article dates, held to the distances and the order that it tells elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, cast

from ...kinds import Kind
from ...model import Fact, Name, Quantity, TimeSpan, Value
from ..dates import DateMention
from ..dates.calendar import shift
from ..grammar.analysis import Analysis
from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..meaning.circumstances import Circumstances, Told
from ..meaning.mentions import Passage
from ..meaning.scene import Scene, Stretch
from ..timeline.distances import between
from .clocks import ElapsedFinder
from .doubles import OrderFinder, twice_dated
from .hints import Hints, Seen
from .lives import LifeStory
from .ranges import Lasted, RangeFinder
from .records import Record, records
from .sequels import SequelFinder
from .standing import StandingFinder
from .told import Distance, DistanceFinder
from .words import HappeningWords, Wording, happening_words

__all__ = ["Chronicle", "ReadSentence"]

_WEAK = 1.6
_STRONG = 6
"""How many times apart two distances may lie and still be told of one happening."""
_LONG = 5 * 365
_NEAR = 3
"""Sentences within which copy goes on about a thing without its name."""


class ReadSentence(Seen, Protocol):
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


@dataclass(slots=True)
class _Story:
    """What an article dates and how far it says that things lie apart.

    Attributes:
        sentences: all of them, by number.
        analyses: what the grammar makes of those that may tell or date something.
        records: what they date.
        distances: those that are told from elsewhere.
        times: every time that the article names.
    """

    sentences: dict[int, ReadSentence]
    analyses: dict[int, Analysis]
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
        self._orders = OrderFinder(grammar, self._words)
        self._ranges = RangeFinder(grammar, self._words)
        self._standing = StandingFinder(grammar, self._words)
        self._elapsed = ElapsedFinder(grammar)
        self._sequels = SequelFinder(grammar, self._words)
        self._hints = Hints(grammar, self._words)

    def facts(
        self,
        kinds: Iterable[Kind],
        sentences: Sequence[ReadSentence],
        scene_of: Callable[[Any], Scene],
        told: Sequence[Fact],
    ) -> list[Fact]:
        """The facts of those ``kinds`` that read dates, each with the date that it is told from.

        Args:
            kinds: all that are read.
            sentences: those of a part of an article.
            scene_of: a sentence in its place.
            told: the facts that the sentences state by themselves.
        """
        reading = [kind for kind in kinds if kind.reads == "dates"]
        if not reading:
            return []
        story = self._story(sentences)
        makers = [_Maker(kind, self._circumstances, scene_of) for kind in reading]
        return [fact for make in makers for fact in self._facts(story, make, told)]

    def _facts(self, story: _Story, make: _Maker, told: Sequence[Fact]) -> Iterator[Fact]:
        yield from self._lives(story, make, told)
        for distance in story.distances:
            for record in self._source(distance, story):
                yield from _pair(distance, record, story, make)
        for distance, record in self._sequels.find(story.analyses, story.records):
            if not _is_met(distance, story):
                yield from _pair(distance, record, story, make)
        for one, other in twice_dated(story.records, story.analyses, self._words, self._grammar):
            yield from _twice(one, other, story, make)
        yield from self._ordered(story, make)
        yield from self._lasting(story, make)

    def _story(self, sentences: Sequence[ReadSentence]) -> _Story:
        story = _Story({}, {}, [], [], [])
        for number, sentence in enumerate(sentences):
            story.sentences[number] = sentence
            if not self._hints.concern(sentence):
                continue
            story.times += [d.time for d in sentence.dates if d.time is not None]
            story.analyses[number] = analysis = sentence.analysis
            line, clauses = analysis.line, analysis.clauses
            story.records += records(line, clauses, number, self._words)
            story.distances += self._distances.find(line, clauses, number, sentence.published)
        return story

    def _lives(self, story: _Story, make: _Maker, told: Sequence[Fact]) -> Iterator[Fact]:
        """The ages and births that a sentence tells of somebody named before."""
        known = [
            fact
            for fact in told
            if fact.kind == make.kind.name and fact.fields.get("day") and fact.fields.get("person")
        ]
        lives = LifeStory(self._grammar)
        keys = {cast(Name, fact.fields["person"]).key for fact in known}
        for number, sentence in story.sentences.items():
            analysis = story.analyses.get(number)
            if analysis is None:
                lives.hear(sentence.passage)
                continue
            found = list(lives.read(analysis.line, analysis.clauses, sentence.published))
            for life in found:
                end = analysis.line.units[life.statement.last].end
                if any(fact.span.start < end <= fact.span.end for fact in known):
                    continue
                form = "birth" if life.age is None else "age"
                surname = life.person.key.split()[-1]
                short = life.person.key not in keys and surname in keys
                person = replace(life.person, key=surname) if short else life.person
                fields = {"person": person, "stated": life.age, "day": life.born}
                yield make.fact(form, life.statement, sentence, life.time, fields)
            for fact in known:
                if fact.sentence == sentence.passage.span:
                    lives.know(cast(Name, fact.fields["person"]).key)

    def _ordered(self, story: _Story, make: _Maker) -> Iterator[Fact]:
        """What is told as before or after what, and when each was."""
        for number, analysis in story.analyses.items():
            for order in self._orders.find(analysis, number):
                beside = self._words.wording(analysis.line.units, analysis.line.text)
                one, other = (
                    [
                        record
                        for record in story.records
                        if self._words.meet(_acts(record), acts)
                        and self._is_told(record, acts, beside)
                    ]
                    for acts in order.acts
                )
                if len(one) != 1 or len(other) != 1 or one[0] is other[0]:
                    continue
                fields: dict[str, Value | None] = {
                    "order": "before" if order.before else "after",
                    "day": one[0].time, "anchor_day": other[0].time,
                    "thread": _thread(other[0], story),
                }  # fmt: skip
                sentence = story.sentences[number]
                yield make.fact("order", order.stretch, sentence, one[0].time, fields)
                yield from _dated(other[0], story, make)

    def _is_told(self, record: Record, acts: frozenset[str], beside: Wording) -> bool:
        """Whether a record may date an act: "died after testing positive", but many are tested."""
        shared = record.wording.things & beside.things | (_acts(record) & beside.acts) - acts
        return bool(acts & self._words.classes or shared)

    def _lasting(self, story: _Story, make: _Maker) -> Iterator[Fact]:
        """How long things lasted, by what the sentences before and the clock say."""
        lines = [(number, each.line) for number, each in story.analyses.items()]
        before: Line | None = None
        for at, (number, line) in enumerate(lines):
            sentence = story.sentences[number]
            for each in self._elapsed.find(line, before):
                fields: dict[str, Value | None] = {
                    "stated": each.stated, "computed": each.computed,
                }  # fmt: skip
                yield make.fact("clock", each.stretch, sentence, None, fields)
            clauses = story.analyses[number].clauses
            standing = self._standing.find(line, clauses, number, sentence.published)
            for lasted in (*self._ranges.find(lines, at), *standing):
                yield from _lasted(lasted, story, make)
            before = line
        for lasted in self._ranges.described(lines):
            yield from _lasted(lasted, story, make)

    def _source(self, distance: Distance, story: _Story) -> Iterator[Record]:
        """The date that a distance is told from, where no date of the article is as far away."""
        if distance.source != "beside" and _is_met(distance, story):
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
        if distance.source == "beside":
            at = distance.stretch.last - len((",", "ago"))
            return _STRONG if (record.sentence, record.index) == (distance.sentence, at) else 0
        if record.time == distance.told or record.last != (distance.source == "last"):
            return 0
        things = record.wording.things & distance.wording.things
        near = abs(record.sentence - distance.sentence) <= _NEAR
        if distance.source == "previous":
            return _WEAK if record.sentence in (distance.sentence, distance.sentence - 1) else 0
        if distance.source == "last":
            return _STRONG
        if distance.source == "begun":
            beside = abs(record.sentence - distance.sentence) == 1
            return _STRONG if beside and record.wording.acts & self._words.lists.begun else 0
        acts = record.wording.acts
        if distance.source == "beginning":
            counted = acts & self._words.lists.anniversary_of and not _is_leap_day(record.time)
            return _STRONG if counted else 0
        if self._words.meet(acts, distance.wording.acts):
            strange = record.wording.things and distance.wording.things and not things
            return 0 if strange and not near else _STRONG  # "he was elected", "she was elected"
        middle = _middle(distance.stated) or 0
        return _WEAK if things and near and middle >= _LONG else 0


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes facts of a kind."""

    kind: Kind
    circumstances: Circumstances
    scene_of: Callable[[Any], Scene]

    def fact(
        self,
        form: str,
        statement: Stretch,
        sentence: ReadSentence,
        time: TimeSpan | None,
        fields: Mapping[str, Value | None],
    ) -> Fact:
        """The fact of a form that a stretch of a sentence states."""
        scene = self.scene_of(sentence)
        told = Told(time, self.circumstances.attribution(statement, scene))
        return self.circumstances.fact(
            self.kind, statement, scene, {"form": form, **fields}, told,
            phrase=f"{self.kind.name}/{form}",
        )  # fmt: skip


def _pair(distance: Distance, record: Record, story: _Story, make: _Maker) -> Iterator[Fact]:
    """A distance and the date that it is told from, under one name."""
    fields: dict[str, Value | None] = {
        "stated": distance.stated,
        "computed": between(record.time, distance.told, backward=distance.backward),
        "anchor_day": record.time, "day": distance.told, "thread": _thread(record, story),
    }  # fmt: skip
    sentence = story.sentences[distance.sentence]
    yield make.fact("distance", distance.stretch, sentence, distance.told, fields)
    yield from _dated(record, story, make)


def _twice(one: Record, other: Record, story: _Story, make: _Maker) -> Iterator[Fact]:
    """Two dates of one happening, under one name."""
    thread = _thread(one, story)
    yield from _dated(one, story, make, thread)
    yield from _dated(other, story, make, thread)


def _lasted(lasted: Lasted, story: _Story, make: _Maker) -> Iterator[Fact]:
    """A length and the range that is given for it, under one name."""
    where = story.analyses[lasted.source].line
    thread = where.quote(lasted.where.first, lasted.where.last)
    fields: dict[str, Value | None] = {
        "stated": lasted.stated, "computed": lasted.computed,
        "day": lasted.range, "thread": thread,
    }  # fmt: skip
    sentence, source = story.sentences[lasted.sentence], story.sentences[lasted.source]
    yield make.fact("distance", lasted.stretch, sentence, lasted.range, fields)
    fields = {"day": lasted.range, "thread": thread}
    yield make.fact("dated", lasted.where, source, lasted.range, fields)


def _dated(
    record: Record, story: _Story, make: _Maker, thread: str | None = None
) -> Iterator[Fact]:
    """A date with what happened then."""
    fields: dict[str, Value | None] = {
        "day": record.time, "thread": thread or _thread(record, story),
    }  # fmt: skip
    sentence = story.sentences[record.sentence]
    yield make.fact("dated", record.stretch, sentence, record.time, fields)


def _thread(record: Record, story: _Story) -> str:
    """The words that date something, by which what is told from there goes."""
    line = story.analyses[record.sentence].line
    return line.quote(record.stretch.first, record.stretch.last)


def _is_leap_day(time: TimeSpan) -> bool:
    """Whether it is a day of which some count every fourth anniversary alone."""
    day = time.start
    return time.precision == "day" and day is not None and (day.month, day.day) == (2, 29)


def _acts(record: Record) -> frozenset[str]:
    return record.wording.acts


def _is_met(distance: Distance, story: _Story) -> bool:
    """Whether a date of the article lies as far away as is said."""
    told = (distance.told, distance.own)
    times = [time for time in story.times if time not in told]
    if distance.source == "due":  # a term does not run from "the weekend"
        times = [time for time in times if time.precision == "day"]
    return any(_fits(time, distance) for time in times)


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
