"""The numbers, dates and names of one sentence, as the copy has them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import assert_never

from ..model import DateForm, Mention, MentionedDate, MentionedName, MentionedNumber, Part, Span
from .dates import DateMention
from .grammar.analysis import Placed, place_mentions
from .meaning.mentions import Passage
from .names import NameMention
from .numbers import Number

__all__ = ["list_mentions"]


def list_mentions(
    passage: Passage, dates: Sequence[DateMention], numbers: Sequence[Number]
) -> list[Mention]:
    """What is mentioned in ``passage``, in order; of two that overlap, one.

    But the length of a time is listed beside the date that it is in: "in the last 3 months".

    Args:
        passage: one sentence, with the names in it.
        dates: the dates in it, with offsets into the sentence.
        numbers: the numbers in it, with offsets into the sentence.
    """
    placed = place_mentions(passage.span, dates, passage.names, numbers)
    start = passage.span.start
    times = [(first, end) for first, end, found in placed if isinstance(found, DateMention)]
    within = [
        (number.start + start, number.end + start, number)
        for number in numbers
        if number.form == "duration"
        and any(a < number.end + start and number.start + start < b for a, b in times)
    ]
    return [_mention(passage, each) for each in sorted([*placed, *within], key=itemgetter(0, 1))]


def _mention(passage: Passage, placed: Placed) -> Mention:
    start, end, found = placed
    where = passage.part, Span(start, end), passage.text[start:end]
    match found:
        case Number():
            return _number(*where, found)
        case DateMention():
            return _date(*where, found)
        case NameMention():
            place = None if found.place is None else found.place.key
            name = found.actor or place
            return MentionedName("name", *where, found.form, name, place, found.title)
        case _:
            assert_never(found)


def _number(part: Part, span: Span, text: str, number: Number) -> MentionedNumber:
    stated = number.stated
    low, high, hedge, unit = stated.low, stated.high, stated.hedge, stated.unit
    return MentionedNumber(number.role, part, span, text, number.form, low, high, hedge, unit)


def _date(part: Part, span: Span, text: str, found: DateMention) -> MentionedDate:
    sort: DateForm = "clock" if found.clock else "relative" if found.offset else "calendar"
    time = found.time
    if time is None:
        return MentionedDate("date", part, span, text, sort, None, None, None, None)
    days = time.start, time.end
    return MentionedDate("date", part, span, text, sort, *days, time.precision, time.inferred)
