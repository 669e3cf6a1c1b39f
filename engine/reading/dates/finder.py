"""Dates and clock times of a sentence, and the days that they mean.

The forms are those of ``facts/words/calendar.yaml`` (``dateforms``), what each means stands in
``datemeanings``, the arithmetic in ``calendar``.

No sentence is dated by the clock of the machine: what is told from the day of publication has
no time without one. A span that runs up to publication includes that day, except what is
called recent, which ends where that day begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import NamedTuple, get_args

from ...model import TimeSpan
from .calendar import Edge, Unit
from .codes import Coded
from .forms import Form, Forms, forms
from .meanings import MEANINGS
from .said import Clock, Direction, Meant, Offset, Said
from .tense import is_told_in_present, lies

__all__ = [
    "Clock",
    "DateMention",
    "Direction",
    "Offset",
    "find_dates",
    "narrated_time",
    "tells_from_publication",
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or clock time in a sentence.

    Attributes:
        start: first code point of its words, "early" and "the" included, the preposition
            not; but "since" belongs to "since the invasion", where it says the direction.
        end: the code point after them.
        time: the days meant; ``None`` for a clock time, for what is told from an event, and
            for what cannot be known without the day of publication or at all (February 30).
        offset: set for what is told from an event.
        weekday: the weekday that is said, Monday 0.
        day: the day that month and day (and year) say by themselves, whatever the weekday.
        clock: set for a time of day.
        running: whether ``time`` stands in for the period that the text speaks of.
        years_ago: how many years ago it is said to be, where it may be told from that period.
        impossible: whether the calendar has no such day (June 31).
    """

    start: int
    end: int
    time: TimeSpan | None
    offset: Offset | None = None
    weekday: int | None = None
    day: date | None = None
    clock: Clock | None = None
    running: bool = False
    years_ago: int = 0
    impossible: bool = False


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """The dates and clock times of one sentence, in order, none overlapping.

    Where several forms fit at one place, the longest counts. "12/2/2022" is read month
    first, as in the United States, and "2.12.2022" day first, the other way only where the
    month would exceed 12. The verb that governs a date chooses the year, the month or the week
    that is left out: the latest begun by publication for what is past, the first not over by
    then for what is to come. Where no verb says, the middle of the date lies within 310 days
    before and 62 days after publication, the past being preferred, and a weekday is the latest.
    A year of two digits is the latest not after publication, and without one 1969 to 2068 as
    in POSIX.

    Args:
        text: the sentence.
        published: the day from which it speaks; without it only dates with a year are
            resolved.

    Raises:
        KnowledgeError: when ``facts/words/calendar.yaml`` is not as it should be.
    """
    known = _forms()
    held = known.candidates(text)
    if held is None:
        return []
    coded, beginnings = held
    mentions: list[DateMention] = []
    end = 0
    for start, candidates in beginnings:
        if start < end:
            continue
        found = _longest(candidates, coded, start, published)
        while found is not None:
            mentions.append(found.mention)
            end = found.end
            found = _continued(found, known, coded)
    return mentions


def tells_from_publication(text: str) -> bool:
    """Whether there is a date in a text that only the day of publication dates."""
    times = (mention.time for mention in find_dates(text, _ANY_DAY))
    return any(time is not None and time.anchor == "publication" for time in times)


def narrated_time(text: str, published: date) -> TimeSpan | None:
    """The day or month before publication that a sentence tells of in the present, as history.

    The latest of several; ``None`` for a sentence that states none.
    """
    for mention in reversed(find_dates(text, published)):
        time = mention.time
        if time is None or time.end is None or time.anchor != "stated" or time.end > published:
            continue
        if time.precision in ("day", "month") and is_told_in_present(
            text, mention.start, mention.end
        ):
            return replace(time, anchor="event")
    return None


_ANY_DAY = date(2000, 2, 1)

_VALUES = {
    **dict.fromkeys(("unit", "calendar_unit", "counted_unit", "single"), get_args(Unit)),
    **dict.fromkeys(("direction", "before_after", "since"), get_args(Direction)),
    **dict.fromkeys(("part", "edge"), get_args(Edge)),
    "bound": ("above", "below"),
    "cut": ("past", "future"),
}


class _Found(NamedTuple):
    mention: DateMention
    end: int
    meaning: str
    said: Said


@cache
def _forms() -> Forms:
    known = forms()
    known.require(MEANINGS, _VALUES)
    return known


def _longest(
    candidates: tuple[Form, ...], coded: Coded, start: int, published: date | None
) -> _Found | None:
    """The longest form that means something at a token, the earlier filed of two."""
    matches = [
        (match.end(), -rank, form, match)
        for rank, form in enumerate(candidates)
        if (match := form.pattern.match(coded.codes, start)) is not None
    ]
    for end, _, form, match in sorted(matches, key=lambda found: found[:2], reverse=True):
        stretch = coded.text, coded.starts[start], coded.starts[end]
        said = Said(form.slots(match, coded), published, partial(lies, *stretch))
        meant = MEANINGS[form.meaning](said)
        if meant is not None:
            return _Found(_mention(coded, start, end, meant), end, form.meaning, said)
    return None


def _continued(before: _Found, known: Forms, coded: Coded) -> _Found | None:
    """A date that borrows from the one before it: the 12 of "May 3, 9 and 12"."""
    for form in known.continuations.get(before.meaning, ()):
        match = form.pattern.match(coded.codes, before.end)
        if match is None:
            continue
        own = form.slots(match, coded)
        slots = {**before.said.slots, **own}
        slots.pop("weekday", None)
        said = before.said.within(slots)
        meant = MEANINGS[before.meaning](said)
        if meant is not None:
            start, end = min(match.start(name) for name in own), match.end()
            return _Found(_mention(coded, start, end, meant), end, before.meaning, said)
    return None


def _mention(coded: Coded, first: int, last: int, meant: Meant) -> DateMention:
    return DateMention(
        coded.starts[first],
        coded.starts[last],
        meant.time,
        meant.offset,
        meant.weekday,
        meant.day,
        meant.clock,
        meant.running,
        meant.years_ago,
        meant.impossible,
    )
