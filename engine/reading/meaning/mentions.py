"""Kinds that need no phrase: every person named, every date that names its weekday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...kinds import Kind
from ...model import Fact, Part, Span, TimeSpan, Value
from ..dates import DateMention
from ..names import NameMention, bare_surname, fold

__all__ = ["Passage", "calendar_facts", "name_facts"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence where it stands.

    Attributes:
        text: the part of the article.
        part: which part that is.
        block: start of the block around it.
        span: the sentence.
        names: the names in it, with offsets into ``text``.
    """

    text: str
    part: Part
    block: int
    span: Span
    names: Sequence[NameMention]

    @property
    def sentence(self) -> str:
        """Its words."""
        return self.text[self.span.start : self.span.end]


def name_facts(kind: Kind, passage: Passage, known: set[str]) -> Iterator[Fact]:
    """The persons named in a passage: what they are known by, and how that is spelled.

    Args:
        kind: the kind of fact to make.
        passage: one sentence.
        known: the namings already given in this article, which are not given again.
    """
    for name in passage.names:
        written = passage.text[name.start : name.end]
        if name.form in ("person", "unknown") and written not in known:
            known.add(written)
            *given, surname = written.split()
            fields: dict[str, Value | None] = {
                "person": fold(surname),
                "spelling": bare_surname(surname),
                "given_name": fold(" ".join(given)) if given else None,
            }
            yield _fact(kind, passage, Span(name.start, name.end), fields, None)


def calendar_facts(kind: Kind, passage: Passage, dates: Sequence[DateMention]) -> Iterator[Fact]:
    """The dates of a passage that name a weekday beside the day of a year.

    Args:
        kind: the kind of fact to make.
        passage: one sentence.
        dates: the dates in it, with offsets into the sentence.
    """
    weekdays = kind.choices["stated_weekday"]
    start = passage.span.start
    for found in dates:
        if found.weekday is not None and found.day is not None:
            fields: dict[str, Value | None] = {
                "stated_weekday": weekdays[found.weekday],
                "actual_weekday": weekdays[found.day.weekday()],
            }
            span = Span(start + found.start, start + found.end)
            yield _fact(kind, passage, span, fields, found.time)


def _fact(
    kind: Kind,
    passage: Passage,
    span: Span,
    fields: Mapping[str, Value | None],
    time: TimeSpan | None,
) -> Fact:
    return Fact(
        id="",
        kind=kind.name,
        fields={name: fields.get(name) for name in kind.fields},
        value=None,
        time=time,
        source=None,
        evidential=None,
        stance="asserted",
        part_of=None,
        part=passage.part,
        span=span,
        sentence=passage.span,
        text=passage.text[span.start : span.end],
        phrase=f"{kind.name}/mention",
    )
