"""The nouns of belie: what is read, what is concluded, and what is reported.

Everything here is frozen data without behaviour beyond itself. Offsets are Unicode
code points into the text or the title exactly as given; end offsets are exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

__all__ = [
    "TIMEOUT",
    "Alternative",
    "Article",
    "DateForm",
    "EngineName",
    "Fact",
    "Finding",
    "Hedge",
    "Inferred",
    "Issue",
    "Match",
    "Mention",
    "MentionedDate",
    "MentionedName",
    "MentionedNumber",
    "Name",
    "NameForm",
    "NumberForm",
    "NumberRole",
    "Part",
    "Place",
    "Precision",
    "Quantity",
    "Reason",
    "Report",
    "Severity",
    "Span",
    "Stance",
    "Status",
    "TimeSpan",
    "Value",
    "days_after",
]

Part = Literal["title", "text"]
"""Which part of an article an offset counts in."""

Hedge = Literal["about", "at least", "over", "at most", "under", "between"]
"""How a number was qualified; no hedge at all means that it was stated exactly."""

Precision = Literal[
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "span",
]  # fmt: skip
"""The grain at which a time was stated; ``span`` is an explicit range."""

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

Anchor = Literal["stated", "publication", "event"]
"""What fixes a time: its own words, the day of publication, or another event in the text."""

Inferred = Literal["nothing", "week", "month", "year"]
"""What of a time the copy leaves out and belie chose: the year of "in May", say."""

Stance = Literal["asserted", "claimed", "denied", "possible", "superseded"]
"""How the copy stands to a fact.

``claimed``: its own interested party says so; ``possible``: conditional, planned or
hypothetical; ``superseded``: an earlier figure that the copy itself revises.
"""

Severity = Literal["contradiction", "discrepancy", "caution"]
"""Cannot both be; sources differ; an editor should look."""

Status = Literal["incubating", "stable", "deprecated"]
"""How far a rule is trusted."""

EngineName = Literal["auto", "durable", "duck", "plain", "spark"]
"""Which engine matches: all find the same.

``durable`` is for an article at a time, ``duck`` for an archive, ``spark`` for more than one
machine holds, ``plain`` needs nothing but Python; ``auto`` takes ``durable`` or ``duck`` by how
many facts there are, and what is installed of the two.
"""

TIMEOUT = 60.0
"""Seconds that an engine in a process of its own may take over one article, if nothing is said."""


class Span(NamedTuple):
    """A half-open interval of code points, ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of copy.

    Half a surrogate pair, which is no character, becomes U+FFFD, so that offsets stay as they are.

    Attributes:
        text: the body, as given.
        title: the headline, apart from the body; ``None`` when there is none.
        published: the day of publication; without it no relative date is resolved.
        id: what findings call the article, often its file name.
    """

    text: str
    title: str | None = None
    published: date | None = None
    id: str | None = None

    def __post_init__(self) -> None:
        for name in ("text", "title", "id"):
            given = getattr(self, name)
            if given is not None and (said := _characters(given)) is not given:
                object.__setattr__(self, name, said)


def _characters(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
    return text


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: a closed interval, an open end being ``None``.

    "at least 40" is ``40, None``; "up to 40" is ``None, 40``; "about 40" is ``40, 40``
    with the hedge ``about``. ``unit`` is ``None`` for a bare count.
    """

    low: Decimal | None
    high: Decimal | None
    hedge: Hedge | None = None
    unit: str | None = None


def days_after(day: date, count: int) -> date | None:
    """The day ``count`` days after ``day``; none, as an open end, where the calendar has no such.

    The calendar ends with 9999-12-31, which often stands for "no end", and begins with year 1.
    """
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days ``[start, end)`` in which something held or happened; an open end is ``None``.

    Attributes:
        start: the first day.
        end: the day after the last.
        precision: the grain at which it was stated.
        anchor: what fixes it.
        inferred: which of its parts is not stated, and may be another.
    """

    start: date | None
    end: date | None
    precision: Precision
    anchor: Anchor = "stated"
    inferred: Inferred = "nothing"

    @classmethod
    def of_publication(cls, day: date) -> TimeSpan:
        """The one day on which an article was published."""
        return cls(day, days_after(day, 1), "day", "publication")


@dataclass(frozen=True, slots=True)
class Name:
    """Someone or something that acts, or a group of people.

    Attributes:
        key: the same for every way of naming it.
        text: the article's own words.
        named: whether the copy names it; "the rebels" may be anybody's.
    """

    key: str
    text: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A place, nested by a pair of numbers.

    A place lies within another exactly when its ``[first, last]`` lies inside the
    other's. Places that the tables do not know get a pair of their own, so that they
    touch only themselves.
    """

    key: str
    text: str
    first: int
    last: int


Value = str | Name | Place | Quantity | TimeSpan
"""What a field of a fact may hold; an unknown field holds ``None`` instead."""


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


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a kind, read from a passage.

    Attributes:
        id: unique within one check, ``f1`` onwards in reading order.
        kind: the name of its kind, such as ``control``.
        fields: every field that the kind declares; ``None`` where the copy does not say.
        value: its figure, where the kind has one.
        time: when it held or happened.
        source: who says so; ``None`` when nobody is named.
        evidential: the words that report without naming a reporter ("is estimated").
        stance: how the copy stands to it.
        part_of: id of the fact whose figure includes this one ("including nine children").
        part: whether the spans count in the title or in the text.
        span: the passage that states it.
        sentence: the sentence around the passage.
        text: the passage in the article's own words.
        phrase: which phrase read it, as ``kind/number``.
        article: id of the article it stands in.
        published: the day of publication of that article.
        undated: the words of its time, where no day is known for want of a day of publication.
        paragraph: where the paragraph begins in which it stands; known where ``undated`` is.
        event: which happening it is about, where someone says so by a name for it.
    """

    id: str
    kind: str
    fields: Mapping[str, Value | None]
    value: Quantity | None
    time: TimeSpan | None
    source: Name | None
    evidential: str | None
    stance: Stance
    part_of: str | None
    part: Part
    span: Span
    sentence: Span
    text: str
    phrase: str
    article: str | None = None
    published: date | None = None
    undated: str | None = None
    paragraph: int | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A rule that held, and the ids of the facts it held for, in the order of its roles."""

    rule: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition of a rule, as written, and in words with the values compared.

    Attributes:
        beside: whether it sets facts beside each other, rather than saying something of one.
    """

    condition: str
    text: str
    beside: bool


@dataclass(frozen=True, slots=True)
class Alternative:
    """What else the copy says in one role of a finding.

    Attributes:
        role: the role in the rule.
        understood: in what it is read otherwise than the fact that leads in this role, in words.
        facts: those that say it, in reading order.
    """

    role: str
    understood: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A match, explained, with those that are told together with it.

    Attributes:
        facts: the facts by their role in the rule, in the rule's order.
        because: every condition of the rule with the values that met it.
        fingerprint: names the statements under ``facts``; unchanged by edits elsewhere, and
            by what stands under ``also`` and ``alternatives``.
        understood: by role, what the rule took from the passage, in words.
        also: further facts that say the same, in reading order; they are not reported apart.
        alternatives: what else is said that cannot stand beside these facts, each thing once,
            in reading order: further tolls where two differ, further losses of what is claimed.
    """

    rule: str
    severity: Severity
    message: str
    fingerprint: str
    facts: Mapping[str, Fact]
    because: tuple[Reason, ...]
    understood: Mapping[str, str] = field(default_factory=dict)
    also: tuple[Fact, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    @property
    def named(self) -> tuple[Fact, ...]:
        """All facts that it names."""
        further = (fact for each in self.alternatives for fact in each.facts)
        return (*self.facts.values(), *self.also, *further)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that kept part of an article from being checked."""

    message: str
    part: Part | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that one check of one article gives.

    Attributes:
        facts: those of the article, then those of other articles that a finding names.
        errors: what could not be checked; no finding there says nothing.
        counts: ``sentences`` and ``facts`` of the article, and ``compared``, the facts set
            beside each other with those of the other articles.
        against: the articles it was held against, each with the id that its facts name.
        mentions: the numbers, dates and names of the article; ``None`` where only facts were asked
            for.
        notes: what could have been understood better, each said once.
        omitted: by rule, how many findings of it there are beside those in ``findings``; see
            ``findings.MOST_FINDINGS``.
    """

    article: Article
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...] = ()
    errors: tuple[Issue, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    against: tuple[Article, ...] = ()
    mentions: tuple[Mention, ...] | None = None
    notes: tuple[str, ...] = ()
    omitted: Mapping[str, int] = field(default_factory=dict)
