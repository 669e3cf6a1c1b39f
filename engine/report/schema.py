"""The JSON Schema of ``belie/report/1``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from ..forms import schema_of
from ..model import Issue, Part, Quantity, Severity, Span, Stance, TimeSpan

__all__ = ["report_schema"]

_Value = str | Quantity | TimeSpan | None
_About = Annotated[str, Field(description="The id of a fact.")]
_Line = Annotated[
    int | None, Field(description="From one; null where there is no line, as in a title.")
]
_Column = Annotated[int | None, Field(description="From one, in code points; null likewise.")]


@dataclass(frozen=True, slots=True)
class _Article:
    """Which article it is."""

    id: str | None
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class _Named:
    """Someone or something as the copy has it."""

    text: str
    named: Annotated[bool, Field(description="Whether the copy names it, or tells of it.")]


@dataclass(frozen=True, slots=True)
class _PlaceNamed:
    """A place as the copy has it. It lies within another if its two numbers do."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _EventTold:
    """The happening that a fact is about; of one that somebody gave, the id alone is known."""

    id: str
    class_: Annotated[str, Field(alias="class")] = ""
    text: str = ""
    place: str | None = None
    day: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class _Fact:
    """One statement of a kind, as the copy has it."""

    id: str
    kind: Annotated[str, Field(description="Such as casualty; belie kinds lists them.")]
    part: Part
    span: Annotated[Span, Field(description="The passage that states it.")]
    text: Annotated[str, Field(description="That passage, in the copy's words.")]
    sentence: Span
    value: Annotated[Quantity | None, Field(description="Its figure, where the kind has one.")]
    fields: Annotated[dict[str, _Value], Field(description="Those of the kind; null is unknown.")]
    time: Annotated[TimeSpan | None, Field(description="When it held or happened.")]
    source: Annotated[str | None, Field(description="Who says so.")]
    stance: Stance
    phrase: Annotated[str, Field(description="What read it.")]
    evidential: Annotated[str | None, Field(description="Words as in: it is estimated.")]
    part_of: Annotated[str | None, Field(description="The fact whose figure includes this one.")]
    article: Annotated[str | None, Field(description="The id of the article it stands in.")]
    undated: Annotated[str | None, Field(description="A time of which no day is known.")]
    paragraph: int | None
    names: dict[str, _Named | _PlaceNamed]
    line: _Line
    column: _Column
    event: _EventTold | None = None


@dataclass(frozen=True, slots=True)
class _Event:
    """One happening that the article tells of."""

    id: str
    class_: Annotated[str, Field(alias="class")]
    text: str
    place: str | None
    day: TimeSpan | None
    part: Part
    span: Span
    past: Annotated[bool, Field(description="Whether it came before what the article tells.")]


@dataclass(frozen=True, slots=True)
class _Passage:
    """Where a fact of a finding stands."""

    part: Part
    span: Span
    line: _Line
    column: _Column
    article: str | None


@dataclass(frozen=True, slots=True)
class _Reason:
    """One condition of the rule, as written and in words."""

    condition: str
    text: str


@dataclass(frozen=True, slots=True)
class _Alternative:
    """What else the copy says in one role of a finding."""

    role: str
    understood: str
    facts: list[_About]


@dataclass(frozen=True, slots=True)
class _Finding:
    """Statements that cannot stand together."""

    rule: str
    severity: Annotated[
        Severity,
        Field(
            description="contradiction: they cannot both be; discrepancy: sources differ; "
            "caution: an editor should look."
        ),
    ]
    message: str
    fingerprint: Annotated[str, Field(description="The same until its rule or its words change.")]
    facts: Annotated[dict[str, _About], Field(description="By role in the rule.")]
    spans: Annotated[list[_Passage], Field(description="Where these stand, in their order.")]
    because: list[_Reason]
    argument: Annotated[str, Field(description="Why they cannot stand together, in a sentence.")]
    understood: Annotated[dict[str, str], Field(description="How each was read, by role.")]
    meant: Annotated[dict[str, list[str]], Field(description="Who, where and when, by role.")]
    also: Annotated[list[_About], Field(description="Further facts that say the same.")]
    alternatives: list[_Alternative]


@dataclass(frozen=True, slots=True)
class _Document:
    """The facts of one article, and which of them cannot stand together.

    Offsets count Unicode code points; ends are exclusive. They count in the title or the text, or
    in the file where the article was read from one.
    """

    schema: Literal["belie/report/1"]
    article: _Article
    facts: Annotated[
        list[_Fact],
        Field(description="Those of the article, and those of others that a finding names."),
    ]
    events: list[_Event]
    findings: list[_Finding]
    errors: Annotated[
        list[Issue], Field(description="What could not be checked; no finding there says nothing.")
    ]
    counts: dict[str, int]
    notes: Annotated[list[str], Field(description="What could have been understood better.")]
    omitted: Annotated[
        dict[str, int], Field(description="How many findings of a rule there are beside these.")
    ]
    dismissed: Annotated[
        list[str], Field(description="Fingerprints of what was found and left out, as was asked.")
    ]


def report_schema() -> dict[str, Any]:
    """The JSON Schema of what ``belie check`` writes of an article."""
    return schema_of(_Document)
