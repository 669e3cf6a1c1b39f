"""The nouns of belie: what is read, what is concluded, and what is reported.

Everything here is frozen data without behaviour beyond itself. Offsets are Unicode
code points into the text or the title exactly as given; end offsets are exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from .errors import WrongTypeError
from .mentioned import (
    DateForm,
    Mention,
    MentionedDate,
    MentionedName,
    MentionedNumber,
    NameForm,
    NumberForm,
    NumberRole,
)
from .origin import Entry, Location, Origin, Provenance, location
from .values import (
    Anchor,
    Hedge,
    Inferred,
    Name,
    Part,
    Place,
    Precision,
    Quantity,
    Span,
    TimeSpan,
    Value,
    days_after,
    iso_day,
)

__all__ = [
    "TIMEOUT",
    "Alternative",
    "Anchor",
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
    "Provenance",
    "Quantity",
    "Reason",
    "Report",
    "Severity",
    "Span",
    "Stance",
    "Stated",
    "Status",
    "TimeSpan",
    "Value",
    "days_after",
    "iso_day",
]

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

STATED = "stated"
"""Behind the kind, the phrase of a fact that somebody handed over and belie did not read."""

TIMEOUT = 60.0
"""Seconds that an engine in a process of its own may take over one article, if nothing is said."""


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of copy.

    Half a surrogate pair, which is no character, becomes U+FFFD, so that offsets stay as they are.

    Attributes:
        text: the body, as given.
        title: the headline, apart from the body; ``None`` when there is none.
        published: the day of publication, which may be given in ISO form; without it no relative
            date is resolved.
        id: what findings call the article, often its file name.
        origin: where it stands in the file that it was read from, where that has more than the
            text; positions then count in the file.
        entry: the file of JSON that it was read from, whatever it is called there.
        archived: how it came into the archive that it is from, if it is.
    """

    text: str
    title: str | None = None
    published: date | None = None
    id: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)
    entry: Entry | None = field(default=None, compare=False, repr=False)
    archived: Provenance | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Reads a day of publication in ISO form.

        Raises:
            DateError: when ``published`` is no date.
            WrongTypeError: when ``text`` is no text.
        """
        if not isinstance(self.text, str):
            raise WrongTypeError(f"an article's text is a str, not {type(self.text).__name__}")
        if self.published is not None and type(self.published) is not date:
            object.__setattr__(self, "published", iso_day(self.published))
        for name in ("text", "title", "id"):
            given = getattr(self, name)
            if given is not None and (said := _characters(given)) is not given:
                object.__setattr__(self, name, said)

    def locate(self, part: Part, span: Span) -> Location:
        """Where ``span`` of a part stands, in the file if the article was read from one."""
        if self.origin is not None:
            return self.origin.locate(part, span)
        return location(self.text, span) if part == "text" else Location(span)


def _characters(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
    return text


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
        paragraph: where the paragraph begins in which it stands; known where ``undated`` is, and of
            what somebody says.
        event: which happening it is about: the id of an ``Event`` of its report, or a name that
            someone gave; ``None`` where nothing says.
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


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that an article tells of.

    Attributes:
        id: unique within one check, ``e1`` onwards in the order of the first mentions.
        class_: what sort of happening it is, such as ``blast``, as special as the copy says.
        text: the word that first names it.
        part: whether that stands in the title or in the text.
        span: where.
        place: where it was, as narrow as the copy says.
        time: when it was.
        past: whether the article tells of it as something that came before its story.
        several: whether it is more than one, as "explosions" are.
        ordinal: which of several it is: of "the second blast" 2.
        name: what it is called: of "Storm Alex" "alex".
        of: what it happened to, as in "bus crash", each by the first of several words for it.
        article: id of the article.
    """

    id: str
    class_: str
    text: str
    part: Part
    span: Span
    place: Place | None = None
    time: TimeSpan | None = None
    past: bool = False
    several: bool = False
    ordinal: int | None = None
    name: str | None = None
    of: frozenset[str] = frozenset()
    article: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A rule that held, and the ids of the facts it held for, in the order of its roles."""

    rule: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition of a rule, as written, and in words with the values compared.

    Attributes:
        beside: whether it sets facts beside each other, or where no condition does, two things that
            a fact says; rather than saying something of one.
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
        argument: why they cannot stand together, in one sentence: the weightiest of ``because``.
        meant: by role, who, where and when the passage is about, in words that it may not use.
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
    argument: str = ""
    meant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
class Stated:
    """What is stated of one article.

    Attributes:
        article: the copy; where only statements are at hand, their passages.
        facts: what the statements make, with ids from ``f1``.
        errors: the statements that make none.
        events: the happenings that the facts are about, where these were told apart before.
    """

    article: Article
    facts: tuple[Fact, ...]
    errors: tuple[Issue, ...] = ()
    events: tuple[Event, ...] = ()


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
        events: the happenings that the facts of the article are about.
        omitted: by rule, how many findings of it there are beside those in ``findings``; see
            ``findings.MOST_FINDINGS``.
        dismissed: the fingerprints of what was found and left out, as somebody asked for.
    """

    article: Article
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...] = ()
    errors: tuple[Issue, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    against: tuple[Article, ...] = ()
    mentions: tuple[Mention, ...] | None = None
    notes: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    omitted: Mapping[str, int] = field(default_factory=dict)
    dismissed: tuple[str, ...] = ()

    def passages(self, finding: Finding) -> list[Fact]:
        """The facts of a finding in its order, those of the article checked before others."""
        return sorted(finding.facts.values(), key=lambda fact: fact.article != self.article.id)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, ``belie/report/1`` with the texts, so that nothing is lost.

        Spans count in the title or the text. Numbers are ``Decimal``, and days ``date``.
        """
        from .report.whole import whole_data  # built on this module

        return whole_data(self)

    def to_json(self) -> str:
        """``to_dict`` as JSON, on one line."""
        from .report.json import json_value

        return json_value(self.to_dict())

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """The report of which ``text`` is ``to_json``.

        Raises:
            ReportError: when it is none, or lacks the texts, as what the command writes does.
        """
        from .report.whole import report_from

        return report_from(text)

    def article_of(self, fact: Fact) -> Article:
        """The article that ``fact`` stands in: the one checked, or one that it was held against."""
        return next((each for each in self.against if each.id == fact.article), self.article)

    def event_of(self, fact: Fact) -> Event | None:
        """The happening that ``fact`` is about; ``None`` where no happening here has its name."""
        return next((event for event in self.events if event.id == fact.event), None)
