"""Distances from what an article dates elsewhere: "63 years after the boat went down"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, cast, get_args

from ...model import Quantity, TimeSpan
from ..dates import DateMention
from ..dates.calendar import Unit, days_in
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..grammar.line import Unit as LineUnit
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Stretch
from ..numbers import Number
from ..timeline.distances import between, stated_length, stated_offset
from .records import clause_of, told_by
from .words import HappeningWords, Wording

__all__ = ["Distance", "DistanceFinder"]

_PRECISE = ("day", "month", "year")
_REACH = 14
"""Units behind a distance in which it says what it is told from."""
_YEAR_SLACK = 400
"""Days by which a count of anniversaries, or of years without, may miss."""
_NEAR = 4
_ROUND = 100
"""Years from which hundreds and halves of them are no more than a round number."""
_MOST_YEARS = 1000
_RECENT = 800
"""Days from publication within which a date may be that of an anniversary told as of now."""

_From = Literal["act", "beginning", "last", "previous", "beside", "begun", "due"]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far something is said to lie from something that is not dated beside it.

    Attributes:
        sentence: number of the sentence.
        stretch: its words.
        stated: the days that are said, with what is let pass.
        backward: whether what is told lies before what it is told from.
        told: when what is told was.
        source: what it is told from: an act that is named, a beginning, the last time, or what
            the sentence before tells, or the date right before it.
        wording: what that is called.
        own: the time that it gives by itself.
    """

    sentence: int
    stretch: Stretch
    stated: Quantity
    backward: bool
    told: TimeSpan
    source: _From
    wording: Wording
    own: TimeSpan | None = None


class DistanceFinder:
    """Finds the distances of a sentence that are told from what it does not date."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        self._grammar = g = grammar
        self._words = words
        self._hedge = re.compile(rf"(?:{g['approximate']}){g['only']}?$")
        self._stop = re.compile(r"[,;:()“”–]")

    def find(
        self, line: Line, clauses: Sequence[Clause], number: int, published: date | None
    ) -> Iterator[Distance]:
        """Every such distance."""
        for index, unit in enumerate(line.units):
            found: Distance | None = None
            if isinstance(unit.mention, DateMention):
                found = self._after(line, clauses, index, number, published)
                found = found or self._ago(line, clauses, index, number, published)
            elif unit.code == "T":
                found = self._lasting(line, clauses, index, number, published)
            elif unit.code == "O" or unit.word in self._words.lists.jubilees:
                found = self._anniversary(line, clauses, index, number, published)
            if found is not None:
                yield found

    def _after(
        self,
        line: Line,
        clauses: Sequence[Clause],
        index: int,
        number: int,
        published: date | None,
    ) -> Distance | None:
        """So long after: "63 years after the boat went down", "54 years on"."""
        unit = line.units[index]
        offset = cast(DateMention, unit.mention).offset
        if offset is None or offset.unit is None or offset.unit == "hour" or offset.count < 1:
            return None
        if offset.direction not in ("before", "after"):
            return None
        hedged = self._hedge.search(line.codes, max(0, index - 3), index) is not None
        stated = stated_offset(offset, offset.unit, exact=False, hedged=hedged)
        spoken = line.text[unit.start : unit.end].lower().split()
        if stated is None:
            return None
        leads = spoken[-1] in self._grammar.words("leads")
        end = self._end(line, index) if leads else index + 1
        if leads and (end <= index + 1 or "D" in line.codes[index + 1 : end]):
            return None
        if leads and self._is_report(line, index, end):
            return None  # "a day after he insisted that": what he said is of no day
        told = self._told(line, clauses, (index, end), published)
        if told is None or (not leads and spoken[-1] not in self._grammar.words("onwards")):
            return None
        return Distance(
            number,
            Stretch(index, end - 1, clause_of(line, clauses, index)),
            stated,
            offset.direction == "before",
            told,
            "act" if leads else "previous",
            self._words.wording(
                line.units[index + 1 : _first_clause(line, index + 1, end)], line.text
            ),
        )

    def _is_report(self, line: Line, index: int, end: int) -> bool:
        """Whether what stands behind a distance is that somebody said something."""
        verb = line.codes.find("V", index, end)
        group = line.units[verb].detail if verb >= 0 else None
        return isinstance(group, VerbGroup) and not self._words.reporting.isdisjoint(group.lemmas)

    def _ago(
        self,
        line: Line,
        clauses: Sequence[Clause],
        index: int,
        number: int,
        published: date | None,
    ) -> Distance | None:
        """So long before publication: "it began in a garage 30 years ago"."""
        unit = line.units[index]
        time = cast(DateMention, unit.mention).time
        spoken = line.text[unit.start : unit.end].lower().split()
        if published is None or time is None or spoken[-1] not in self._grammar.words("agos"):
            return None
        if time.precision not in _PRECISE or len(spoken) < len(("two", "years", "ago")):
            return None
        today = TimeSpan.of_publication(published)
        far = between(time, today, backward=False)
        clause = clause_of(line, clauses, index)
        if far is None or far.low is None or far.high is None or clause is None:
            return None
        slack = {"day": 0, "month": 16, "year": _rounding(far)}[time.precision]
        stated = replace(far, low=max(far.low - slack, Decimal(0)), high=far.high + slack)
        wording, _, first = told_by(line, clauses, index, clause, self._words)
        beside = index > 1 and line.codes[index - 2] == "D" and line.codes[index - 1] in ",(–"
        return Distance(
            number, Stretch(first, index, clause), stated, False, today,
            "beside" if beside else "act", wording, time,
        )  # fmt: skip

    def _lasting(
        self,
        line: Line,
        clauses: Sequence[Clause],
        index: int,
        number: int,
        published: date | None,
    ) -> Distance | None:
        """So long since something: "247 years since his birth", "a wait of 22 years"."""
        g, stated = self._grammar, _years(line.units[index])
        if stated is None:
            return self._at_last(line, clauses, index, number)
        behind = line.units[index + 1].word if index + 1 < len(line.units) else ""
        before = {each.word for each in line.units[max(0, index - _NEAR) : index]}
        after = {each.word for each in line.units[index + 1 : index + 3]}
        waits = self._words.lists.waits
        act: _From = "act"
        if behind in g.words("since"):
            end, source = self._end(line, index + 1), act
            if end <= index + 2 or "D" in line.codes[index + 1 : end]:
                return None
        elif not waits.isdisjoint(before | after) or _first_time(line, index):
            end, source = index + 1, "last"
        else:
            return None
        be = index and not self._grammar.words("be").isdisjoint(
            part.word for part in line.units[index - 1].walk()
        )
        if source == "act" and not be:
            return None
        told = self._told(line, clauses, (index, end), published)
        if told is None:
            return None
        about = line.units[index + 2 : end] if source == "act" else line.units
        wording = self._words.wording(about, line.text)
        stretch = Stretch(index, end - 1, clause_of(line, clauses, index))
        return Distance(number, stretch, stated, False, told, source, wording)

    def _at_last(
        self, line: Line, clauses: Sequence[Clause], index: int, number: int
    ) -> Distance | None:
        """So long after it began: "they returned on Thursday after twenty days"."""
        mention = line.units[index].mention
        before = line.units[index - 1].word if index else ""
        closed = line.codes[index + 1 : index + 2] in ("", ".", ",", ";")
        if not closed or before not in self._grammar.words("later_than"):
            return None
        if not isinstance(mention, Number) or mention.quantity.unit not in get_args(Unit):
            return None
        stated = stated_length(mention.quantity, cast(Unit, mention.quantity.unit))
        told = self._told(line, clauses, (index, index + 1), None)
        if stated is None or told is None or mention.quantity.unit == "hour":
            return None
        stretch = Stretch(index - 1, index, clause_of(line, clauses, index))
        return Distance(
            number, stretch, stated, False, told, "begun", Wording(frozenset(), frozenset())
        )  # fmt: skip

    def _anniversary(
        self,
        line: Line,
        clauses: Sequence[Clause],
        index: int,
        number: int,
        published: date | None,
    ) -> Distance | None:
        """So many years since: "its 70th anniversary", "the centenary of the flood"."""
        lists, unit = self._words.lists, line.units[index]
        count = lists.jubilees.get(unit.word)
        at = index
        if count is None:
            number_said = cast(Number, unit.mention).quantity.low
            at = index + 1
            if number_said is None or at >= len(line.units):
                return None
            if line.units[at].word not in lists.anniversaries | lists.birthdays:
                return None
            count = int(number_said)
        if count > _MOST_YEARS:
            return None
        told = self._told(line, clauses, (index, at + 1), published, dated=False)
        if told is None or told.start is None:
            return None
        if published is not None and abs((published - told.start).days) > _RECENT:
            clause = clause_of(line, clauses, index)
            if clause is None or clause.group.tense == "past":
                return None
            told = TimeSpan.of_publication(published)
        end, of = at + 1, line.units[at + 1].word if at + 1 < len(line.units) else ""
        wording = Wording(frozenset(), frozenset())
        source: _From = "beginning"
        if of in self._grammar.words("bindings"):
            end = self._end(line, at + 1)
            wording = self._words.wording(line.units[at + 2 : end], line.text)
            source = "act" if wording.acts else source
        stretch = Stretch(index, end - 1, clause_of(line, clauses, index))
        return Distance(number, stretch, _about(count), False, told, source, wording)

    def _end(self, line: Line, index: int) -> int:
        """Where what stands behind a unit ends."""
        stop = self._stop.search(line.codes, index + 1, index + 1 + _REACH)
        if stop is not None:
            return stop.start()
        end = min(len(line.units), index + 1 + _REACH)
        return end - 1 if line.codes[end - 1 : end] in (".", "?", "!") else end

    def _told(
        self,
        line: Line,
        clauses: Sequence[Clause],
        reach: tuple[int, int],
        published: date | None,
        *,
        dated: bool = True,
    ) -> TimeSpan | None:
        """When what is told was: by a date of the sentence, or now."""
        first, end = reach
        beside: list[tuple[int, TimeSpan]] = []
        for at, unit in enumerate(line.units):
            mention = unit.mention
            if first <= at < end or not isinstance(mention, DateMention):
                continue
            if mention.time is not None and mention.time.precision in _PRECISE:
                beside.append((at, mention.time))
        joined = first and line.units[first - 1].word in self._grammar.words("conjunctions")
        before = [time for at, time in beside if at < first and not joined]
        if before or beside:
            return before[-1] if before else self._behind(line, clauses, beside, reach, published)
        if published is None:
            return None
        own = [clause for clause in clauses if not first <= clause.verb < end]
        if clauses and not own:
            return None  # "ten years after the listing it bought a rival"
        main = [clause for clause in own if clause.verb < first][-1:] or own[:1]
        if dated and not self._is_long(line.units[first]):
            return None
        now = not main or main[0].group.tense in ("present", "perfect", "future")
        return TimeSpan.of_publication(published) if now or not dated else None

    def _behind(
        self,
        line: Line,
        clauses: Sequence[Clause],
        beside: Sequence[tuple[int, TimeSpan]],
        reach: tuple[int, int],
        published: date | None,
    ) -> TimeSpan | None:
        """When what is told was, where no date stands right before the distance."""
        first, end = reach
        later = [time for at, time in beside if at >= end]
        if later:
            return later[0]
        main = next((c for c in clauses if c.verb >= first and not first <= c.verb < end), None)
        now = main is not None and main.group.tense in ("present", "perfect")
        far = self._is_long(line.units[first])
        return TimeSpan.of_publication(published) if now and far and published else None

    @staticmethod
    def _is_long(unit: LineUnit) -> bool:
        """Whether a distance is one of years, to which the day of the news makes no difference."""
        mention = unit.mention
        offset = mention.offset if isinstance(mention, DateMention) else None
        return offset is None or offset.unit in ("year", "decade", "century")


def _first_clause(line: Line, start: int, end: int) -> int:
    """Where the words behind the first verb of a stretch end that belong to it."""
    verb = line.codes.find("V", start, end)
    return end if verb < 0 else min(end, verb + _NEAR)


def _first_time(line: Line, index: int) -> bool:
    """Whether a length tells how long it is since the last time: "the first time in 22 years"."""
    codes = line.codes[max(0, index - 5) : index]
    return "O" in codes


def _rounding(far: Quantity) -> int:
    """The days by which so many years may miss: half a year, and more where they are round."""
    years = round(((far.low or 0) + (far.high or 0)) / 730)
    return years * 365 // 10 if years >= _ROUND and years % (_ROUND // 2) == 0 else 183


def _years(unit: LineUnit) -> Quantity | None:
    """A length in years, as days, with what is let pass."""
    number = unit.mention
    if not isinstance(number, Number) or number.quantity.unit not in get_args(Unit):
        return None
    low, high = number.quantity.low, number.quantity.high
    if low is None or high is None or low != high or number.quantity.hedge is not None:
        return None
    return _about(int(low)) if number.quantity.unit == "year" and low <= _MOST_YEARS else None


def _about(years: int) -> Quantity:
    low, high = days_in("year", years)
    return Quantity(Decimal(max(low - _YEAR_SLACK, 0)), Decimal(high + _YEAR_SLACK), None, "day")
