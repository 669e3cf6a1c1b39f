"""How long something lasted beside when: "ruled for 12 years, from 1990 to 2002"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from ...knowledge import read_words
from ...model import Quantity, TimeSpan
from ..dates import DateMention
from ..dates.calendar import Unit
from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..grammar.line import Unit as LineUnit
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Scene, Stretch
from ..numbers import Number
from .distances import length, stated_length

__all__ = ["Lasting", "LengthFinder"]


_MARKS = ("", "_", "__", "___", "____")
"""What the groups of one expression have behind their names, each alternative its own."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time and the range that is given for it.

    Attributes:
        statement: its words.
        stated: the length that is said.
        computed: the length of the range.
        range: when.
    """

    statement: Stretch
    stated: Quantity
    computed: Quantity
    range: TimeSpan


class LengthFinder:
    """Finds lengths of time with their ranges."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        between = rf"(?:{g.noun}|[CAPHXGFO]|{g['settings']}|{g['articles']}|{g['possessives']}|')"
        lead = rf"(?:[,–(]?(?:{g['adverbs']})?(?:{g['ranging']})?)"
        of = g.vocabulary.one_of(["of"])
        self._behind = re.compile(
            rf"(?P<length>T)-?(?P<verb>V)?{between}{{0,5}}?{lead}(?P<range>D)"
        )
        self._before = re.compile(
            rf"(?P<range>D)(?:[,–](?:{g['articles']})|\()(?:{g['adverbs']})*(?P<length>T)"
            rf"|(?P<range_>D)[,–](?P<length_>T)(?=(?:{g['prepositions']})?{g['relatives']})"
            rf"|(?<={g['ranging']})(?P<range__>D)[,–(](?P<length__>T)"
            rf"(?={g['in_all']}|(?P<row>{g['prepositions']}{g['articles']}?{g['succession']})|[.;,)]|$)"
            rf"|(?P<range___>D),{g['articles']}{g['stretches']}{of}(?P<length___>T)"
            rf"|(?P<range____>D)[,)]?(?P<verb>V)(?P<length____>T)"
        )
        self._described = re.compile(
            rf"(?P<length>T)(?P<verb>)-?{g.noun}{{1,3}},{g['relatives']}V(?:{g['ranging']})?(?P<range>D)"
        )
        self._counted = re.compile(r"N[^,;]?$")

    def find(self, scene: Scene) -> Iterator[Lasting]:
        """Every length that stands beside a range of dates that it is the length of."""
        line = scene.line
        if "T" not in line.codes:
            return
        found: set[int] = set()
        for pattern in (self._behind, self._before, self._described):
            for match in pattern.finditer(line.codes):
                names = match.groupdict()
                mark = next((mark for mark in _MARKS if names.get(f"range{mark}")), "")
                at, when = match.start(f"length{mark}"), match.start(f"range{mark}")
                if at in found or self._is_other(line, at) or self._is_open(line, at, when):
                    continue
                if names.get("verb") and not self._takes(line, match.start("verb"), at, when):
                    continue  # "the five-year plan for …" has no verb
                lasting = _lasting(line, at, when)
                within = bool(names.get("row")) or (mark == _MARKS[-1] and _in_days(line, at))
                if lasting is None or (within and _fits(lasting)):
                    continue  # a trial may sit on twelve days of a month
                if not self._is_within(line, when, lasting):
                    found.add(at)
                    yield lasting

    def _takes(self, line: Line, verb: int, at: int, when: int) -> bool:
        """Whether a verb between a length and a range leaves one that of the other."""
        if at < when:
            return _describes(line, at)
        group = line.units[verb].detail
        lasting = self._grammar.words("enduring")
        return isinstance(group, VerbGroup) and not lasting.isdisjoint(group.lemmas)

    def _is_within(self, line: Line, when: int, lasting: Lasting) -> bool:
        """Whether the range is one that the length lies in: "six months between 2011 and 2014"."""
        before = line.units[when - 1].word if when else ""
        if before not in self._grammar.words("windows"):
            return False
        return _fits(lasting)

    def _is_open(self, line: Line, at: int, when: int) -> bool:
        """Whether it recurs, or the range has no end: "every 40 days", "a 12-month low since"."""
        g, said = self._grammar, line.text[line.units[when].start :].lower()
        recurs = at > 0 and line.units[at - 1].word in g.words("nonspecific") | g.words("eaches")
        led = {said.split(" ")[0], line.units[when - 1].word if when else ""}
        return recurs or (_describes(line, at) and not led.isdisjoint(g.words("since")))

    def _is_other(self, line: Line, at: int) -> bool:
        """Whether the range is none of this length: "two four-year terms", "a 30-year bond"."""
        if self._counted.search(line.codes, max(0, at - 2), at):
            return True
        head = next((unit for unit in line.units[at + 1 :] if unit.word.isalpha()), None)
        if head is None or not _describes(line, at):
            return False
        several = head.word.endswith("s") and not head.word.endswith("ss")
        words = {unit.word for unit in line.units[at + 1 : at + 5]}
        return several or not words.isdisjoint(self._grammar.words("unspanned"))


def _describes(line: Line, at: int) -> bool:
    """Whether a length stands as an adjective: "five-year"."""
    return "-" in line.text[line.units[at].start : line.units[at].end]


def _fits(lasting: Lasting) -> bool:
    """Whether a length may lie in its range."""
    low, high = lasting.stated.low, lasting.computed.high
    return low is None or high is None or low <= high


def _in_days(line: Line, at: int) -> bool:
    number = line.units[at].mention
    return isinstance(number, Number) and number.quantity.unit == "day"


def _lasting(line: Line, at: int, when: int) -> Lasting | None:
    number, dates = line.units[at].mention, line.units[when].mention
    if not isinstance(number, Number) or not isinstance(dates, DateMention):
        return None
    unit = number.quantity.unit
    if (
        dates.time is None
        or dates.time.precision == "day"
        or unit not in get_args(Unit)
        or unit == "hour"
        or not _is_range(line, line.units[when])
    ):
        return None
    stated = stated_length(number.quantity, cast(Unit, unit))
    computed = length(dates.time)
    if stated is None or computed is None:
        return None
    return Lasting(Stretch(min(at, when), max(at, when)), stated, computed, dates.time)


def _is_range(line: Line, unit: LineUnit) -> bool:
    """Whether a date names the two ends of a range, and neither only roughly."""
    words = re.findall(r"\w+", line.text[unit.start : unit.end])
    named = [word for word in words if word.isdecimal() or word in _names()]
    return len(named) > 1 and _rough().isdisjoint(word.lower() for word in words)


@cache
def _names() -> frozenset[str]:
    tables = read_words("calendar").data["words"]
    return frozenset(word.rstrip(".") for name in ("month", "weekday") for word in tables[name])


@cache
def _rough() -> frozenset[str]:
    tables = read_words("calendar").data["words"]
    return frozenset(word for name in ("part", "edge", "season") for word in tables[name])
