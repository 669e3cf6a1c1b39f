"""A date told from another: "a week after the vote of 3 May", "two days later, on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, cast

from ...knowledge import read_words
from ...model import Quantity, TimeSpan
from ..dates import DateMention, Offset, find_dates
from ..dates.calendar import Unit, shift
from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..meaning.scene import Scene, Stretch
from ..sentences import split_sentences
from .distances import between, stated_offset

__all__ = ["OffsetFinder", "Told"]

_WEEK = 7
_PIECE = 200  # code points of copy looked through for dates at a time
_OVERLAP = 40
_PIECES_BACK = 8
_SENTENCE_BACK = 400
_UNITS_AWAY = 40
_GRAINS = {
    **dict.fromkeys(("hour", "day", "weekend", "week", "fortnight"), ("day",)),
    **dict.fromkeys(("month", "quarter", "half"), ("day", "month")),
    **dict.fromkeys(("year", "decade", "century"), ("day", "month", "year")),
}
"""How exact two dates must be for a distance in a unit to be held against them."""

_Loose = Literal["fixed", "weekday", "year"]


@dataclass(frozen=True, slots=True)
class Told:
    """A date told from another.

    Attributes:
        statement: its words.
        stated: the distance that is said.
        computed: the distance that the dates give.
        anchor: the date told from.
        day: the date told.
    """

    statement: Stretch
    stated: Quantity
    computed: Quantity
    anchor: TimeSpan
    day: TimeSpan


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, and what its words leave open: which week, or which year."""

    time: TimeSpan
    loose: _Loose
    index: int = -1


@dataclass(frozen=True, slots=True)
class _Distance:
    """What is said: how far, which way, and whether what it is told from comes behind it."""

    index: int
    offset: Offset
    unit: Unit
    stated: Quantity
    leads: bool

    @property
    def backward(self) -> bool:
        return self.offset.direction == "before"

    @property
    def days(self) -> timedelta:
        """The middle of what is said, in the direction that is said."""
        ends = [end for end in (self.stated.low, self.stated.high) if end is not None]
        middle = int(sum(ends) / len(ends))
        return timedelta(-middle if self.backward else middle)


class OffsetFinder:
    """Finds the dates of a sentence that are told from others."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        plain = r"[^VD,;:–“”()]"
        stop = rf"(?!{g['conjunctions']}|{g['relatives']}|{g['subordinators']})"
        free = rf"(?:{stop}{plain})"
        dating = rf"(?:{g['dating']})?"
        adverbs = rf"(?:{g['adverbs']}|{g['only']}|{g['approximate']})*"
        self._apposed = re.compile(rf"(?P<comma>,?){dating}(?P<day>D)|\((?P<set>D)\)")
        self._source = re.compile(rf"{free}{{0,8}}(?:V{free}{{0,8}}?)?(?P<anchor>D)")
        self._beside = (
            re.compile(rf"(?P<day>D){free}{{0,8}}[,–(]?{adverbs}$"),
            re.compile(rf"(?:^|[;“]){free}*(?P<day>D){free}{{0,6}}V{free}{{0,10}}[,–]?{adverbs}$"),
        )
        self._opening = re.compile(rf"^“?{adverbs}$")
        self._main = re.compile(
            rf"{plain}{{0,6}},(?:{dating}(?P<first>D)|{plain}{{1,8}}"
            rf"(?:V{dating}(?P<last>D)|{dating}(?P<middle>D)V))"
        )
        self._hedge = re.compile(rf"{g['approximate']}{g['only']}?$")

    def find(self, scene: Scene) -> Iterator[Told]:
        """Every date of the sentence told from one that is known as exactly as need be."""
        line = scene.line
        for index, unit in enumerate(line.units):
            distance = self._distance(line, index) if unit.code == "D" else None
            if distance is None:
                continue
            pair = self._leading(line, distance) or self._following(scene, distance)
            if pair is None:
                continue
            anchor, day = pair
            computed = between(anchor.time, day.time, backward=distance.backward)
            if computed is not None:
                reach = [i for i in (index, anchor.index, day.index) if i >= 0]
                first = min(i for i in (index, day.index) if i >= 0)
                yield Told(
                    Stretch(first, max(reach)), distance.stated, computed, anchor.time, day.time
                )

    def _distance(self, line: Line, index: int) -> _Distance | None:
        """What the date at ``index`` says of how far it lies from another."""
        unit = line.units[index]
        mention = unit.mention
        if not isinstance(mention, DateMention) or mention.offset is None:
            return None
        words = re.findall(r"[\w'-]+", line.text[unit.start : unit.end].lower())
        counted, single = (_table(name) for name in ("unit", "single"))
        units = [counted[word] for word in words if word in counted]
        named = units or [single[word] for word in words if word in single]
        if not named and mention.weekday is None:
            return None
        of: Unit = named[-1] if named else "day"
        hedged = self._hedge.search(line.codes, max(0, index - 3), index) is not None
        exact = not units
        stated = stated_offset(mention.offset, of, exact=exact, hedged=hedged)
        if stated is None or mention.offset.direction not in ("before", "after"):
            return None
        leads = words[-1] in self._grammar.words("leads")
        return _Distance(index, mention.offset, of, stated, leads)

    def _leading(self, line: Line, distance: _Distance) -> tuple[_Dated, _Dated] | None:
        """The dates of "on 9 May, two days after the vote of 7 May"."""
        codes, index = line.codes, distance.index
        source = self._source.match(codes, index + 1) if distance.leads else None
        if source is None:
            return None
        anchor = _dated(line, source.start("anchor"))
        floor = max(0, index - _UNITS_AWAY)
        beside = (pattern.search(codes, floor, index) for pattern in self._beside)
        at = next((found.start("day") for found in beside if found), -1)
        if at < 0 and self._opening.match(codes, 0, index):
            main = self._main.match(codes, source.end())
            at = main.start(main.lastgroup or 0) if main else -1
        day = _dated(line, at) if at >= 0 else None
        if anchor is None or day is None:
            return None
        return _fitted(anchor, day, distance)

    def _following(self, scene: Scene, distance: _Distance) -> tuple[_Dated, _Dated] | None:
        """The dates of "it opened on 7 May. Two days later, on 9 May, …"."""
        line, index = scene.line, distance.index
        apposed = self._apposed.match(line.codes, index + 1)
        if apposed is None:
            return None
        at = apposed.start(apposed.lastgroup or 0)
        if distance.leads and at == index + 1:  # "a day after Sunday's vote"
            return None
        day = _dated(line, at)
        if day is None:
            return None
        nearest = line.codes.rfind("D", max(0, index - _UNITS_AWAY), index)
        before = _dated(line, nearest) if nearest >= 0 else self._before(scene)
        pair = _fitted(before, day, distance) if before else None
        if pair is None or _agree(pair, distance):
            return pair
        settled = replace(day, loose="fixed") if day.loose == "weekday" else day
        for time in dict.fromkeys(_around(scene, at, index)):
            if time == day.time:
                continue  # a month is told from no day of its own
            told = _fitted(_Dated(time, "fixed"), settled, distance)
            if told and _agree(told, distance, exactly=True):
                return told
        behind = between(pair[0].time, pair[1].time, backward=distance.backward)
        wrong_way = behind is not None and behind.high is not None and behind.high < 0
        stated = before is not None and before.loose == day.loose == "fixed"
        return None if wrong_way and nearest < 0 and not stated else pair

    def _before(self, scene: Scene) -> _Dated | None:
        """When what the sentence before states happened, where it states one thing."""
        line = scene.line
        text, end = line.text, line.span.start
        sentences = list(split_sentences(text, max(scene.block, end - _SENTENCE_BACK), end))
        if not sentences:
            return None
        words = text[sentences[-1].start : sentences[-1].end]
        dates = find_dates(words, scene.published)
        if not dates:
            return None
        rest = set(re.findall(r"\w+", words[dates[-1].end :].lower()))
        if not rest.isdisjoint(self._grammar.words("conjunctions")):
            return None
        return _as_dated(dates[-1], words[dates[-1].start : dates[-1].end], -1)


def _around(scene: Scene, told: int, index: int) -> Iterator[TimeSpan]:
    """Whatever else the distance may be told from: any date before, the day of publication."""
    line, published = scene.line, scene.published
    for at, unit in enumerate(line.units[max(0, index - _UNITS_AWAY) : index + _UNITS_AWAY]):
        time = unit.mention.time if isinstance(unit.mention, DateMention) else None
        if time is not None and at + max(0, index - _UNITS_AWAY) != told:
            yield time
    begun = line.span.start - line.span.start % _PIECE
    for start in range(begun, max(0, begun - _PIECES_BACK * _PIECE) - 1, -_PIECE):
        yield from _times(line.text[max(0, start - _OVERLAP) : start + _PIECE], published)
    if published is not None:
        yield TimeSpan.of_publication(published)


@lru_cache(maxsize=64)
def _times(words: str, published: date | None) -> tuple[TimeSpan, ...]:
    times = (mention.time for mention in find_dates(words, published))
    return tuple(dict.fromkeys(time for time in times if time is not None))


def _dated(line: Line, index: int) -> _Dated | None:
    unit = line.units[index]
    if not isinstance(unit.mention, DateMention):
        return None
    return _as_dated(unit.mention, line.text[unit.start : unit.end], index)


def _as_dated(mention: DateMention, words: str, index: int) -> _Dated | None:
    time = mention.time
    if time is None or time.start is None or time.end is None:
        return None
    chosen = not set(words.lower().split()).isdisjoint(_choosing())
    if time.anchor == "stated" or chosen:
        loose: _Loose = "fixed"
    elif mention.day is not None or time.precision == "month":
        loose = "year"
    else:
        loose = "weekday" if mention.weekday is not None else "fixed"
    return _Dated(time, loose, index)


def _fitted(anchor: _Dated, day: _Dated, distance: _Distance) -> tuple[_Dated, _Dated] | None:
    """Both dates in the week and the year that suit the distance best.

    ``None`` where they are not known as exactly as the distance is said.
    """
    grains = _GRAINS[distance.unit]
    if not {anchor.time.precision, day.time.precision} <= set(grains):
        return None
    if "weekday" in (anchor.loose, day.loose) and len(grains) > 1:
        return None
    start = cast(date, anchor.time.start)
    try:
        if day.loose != "fixed" and (day.loose == "weekday" or anchor.loose != "weekday"):
            return anchor, _moved(day, start + distance.days)
        if anchor.loose != "fixed":
            return _moved(anchor, cast(date, day.time.start) - distance.days), day
    except (ValueError, OverflowError):
        return None
    return anchor, day


def _moved(dated: _Dated, near: date) -> _Dated:
    """A date in the week or the year in which it comes nearest to another."""
    start, end = cast(date, dated.time.start), cast(date, dated.time.end)
    if dated.loose == "weekday":
        by = timedelta(_WEEK * round((near - start).days / _WEEK))
        moved = start + by, end + by
    else:
        years = (near.year - start.year + step for step in (0, -1, 1))
        each = [(shift(start, "year", count), shift(end, "year", count)) for count in years]
        moved = min(each, key=lambda pair: abs((pair[0] - near).days))
    time = replace(dated.time, start=moved[0], end=moved[1])
    return _Dated(time, "fixed", dated.index)


def _agree(pair: Sequence[_Dated], distance: _Distance, *, exactly: bool = False) -> bool:
    """Whether two dates lie as far apart as is said, with or without what is let pass."""
    computed = between(pair[0].time, pair[1].time, backward=distance.backward)
    if computed is None or computed.low is None or computed.high is None:
        return False
    said = distance.offset if exactly else distance.stated
    above = said.low is None or computed.high >= said.low
    return above and (said.high is None or computed.low <= said.high)


@cache
def _table(name: str) -> dict[str, Unit]:
    table: dict[str, Unit] = read_words("calendar").data["words"][name]
    return table


@cache
def _choosing() -> frozenset[str]:
    """What fixes a weekday or a month to the day of publication: "last", "next"."""
    tables = read_words("calendar").data["words"]
    return frozenset(word for name in ("which", "year_which") for word in tables[name])
