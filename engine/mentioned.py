"""What a text mentions before any fact is made of it: its numbers, dates and names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from .values import Hedge, Inferred, Part, Precision, Span

__all__ = [
    "DateForm",
    "Mention",
    "MentionedDate",
    "MentionedName",
    "MentionedNumber",
    "NameForm",
    "NumberForm",
    "NumberRole",
]

NumberForm = Literal[
    "count", "share", "points", "money", "measure", "duration", "age", "ratio", "ordinal"
]
"""What sort of figure a number is."""

NumberRole = Literal["number", "ordinal", "quantifier", "label"]
"""What a number does: a rank is an ``ordinal`` ("the third man"), words that say how many and name
no number are a ``quantifier`` ("several", "most", "no"), and a digit that belongs to the name
before it is a ``label`` ("the game Halo 2")."""

DateForm = Literal["calendar", "relative", "clock"]
"""What sort of time a date is: days told from the calendar or from the day of publication, a
time told from an event in the text ("a day after"), or a time of day."""

NameForm = Literal[
    "country", "demonym", "people", "metonym", "place", "actor", "person", "organisation",
    "unknown",
]  # fmt: skip
"""What sort of name it is; ``unknown`` may be anything that is named."""


@dataclass(frozen=True, slots=True)
class MentionedNumber:
    """A number as the copy has it, with the words that qualify it and its unit.

    Attributes:
        type: a number, or what only looks or works like one.
        part: whether the span counts in the title or in the text.
        span: where it stands.
        text: the article's own words.
        sort: what sort of figure it is.
        low: the least that it may be; ``None`` for an open end ("up to 40").
        high: the most that it may be; ``None`` for an open end ("at least 40").
        hedge: how it was qualified; ``None`` for a number stated exactly.
        unit: what it is in, as the copy says it: ``percent``, a currency's code or ``cent``, a
            unit of measure; ``None`` for a bare count, and for a part of a whole ("a third").
    """

    type: NumberRole
    part: Part
    span: Span
    text: str
    sort: NumberForm
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class MentionedDate:
    """A date, a span of days or a time of day, as the copy has it.

    Attributes:
        type: tells the sorts of mention apart.
        part: whether the span counts in the title or in the text.
        span: where it stands.
        text: the article's own words.
        sort: what sort of time it is.
        start: the first day meant; ``None`` for an open end, and where no day can be known.
        end: the day after the last one meant; ``None`` likewise.
        precision: the grain at which it was stated; ``None`` where no day can be known.
        inferred: what of it the copy leaves out; ``None`` where no day can be known.
    """

    type: Literal["date"]
    part: Part
    span: Span
    text: str
    sort: DateForm
    start: date | None
    end: date | None
    precision: Precision | None
    inferred: Inferred | None


@dataclass(frozen=True, slots=True)
class MentionedName:
    """A name of someone, something or some place, as the copy has it.

    Attributes:
        type: tells the sorts of mention apart.
        part: whether the span counts in the title or in the text.
        span: where it stands.
        text: the article's own words.
        sort: what sort of name it is.
        name: whom or what it stands for: "Russia" for "the Kremlin", the full name for a
            surname; ``None`` where neither a table nor another passage tells.
        place: the place that it can stand for; ``None`` where that is none, or not known.
        title: a person's title as written.
    """

    type: Literal["name"]
    part: Part
    span: Span
    text: str
    sort: NameForm
    name: str | None
    place: str | None
    title: str | None


Mention = MentionedNumber | MentionedDate | MentionedName
"""What the copy mentions, before any fact is made of it."""
