"""What stands in the margin for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...kinds import Kind
from ...model import Fact, Finding, Report, Severity, Span
from ..located import whereabouts
from ..quoting import shown, why
from .marking import Mark, Writer
from .passages import SYMBOLS, Passages
from .pictures import Picture, picture_of
from .readings import clipped, quoted, read_as

__all__ = ["Note", "Quotation", "note"]

_MOST_QUOTED = 12
_MOST_LISTED = 5
_AROUND = 160
"""Code points of other copy to each side of a passage, where its sentence is longer."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage as a note has it.

    Attributes:
        words: of the passage.
        leads: the ``id`` of the passage in the article; none where it stands in other copy.
        where: its line, with the name of other copy before it.
        sentence: of other copy, the words around the passage, which is marked in them.
        read_as: what it was taken for.
        times: how many more passages say the same.
    """

    words: str
    leads: str | None
    where: str
    sentence: Markup | None = None
    read_as: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, for the margin.

    Attributes:
        identity: the ``id`` of its element.
        number: from 1, in the order of the report.
        symbol: of the severity.
        message: what was found.
        because: why the passages cannot stand together.
        quotations: of the passages that lead it.
        unquoted: how many there are besides.
        also: those that say the same.
        further: what else is said, each thing once.
        picture: of its figures or times, where there is something to see.
        fingerprint: by which ``belie dismiss`` knows it.
    """

    identity: str
    number: int
    severity: Severity
    symbol: str
    message: str
    because: str
    quotations: Sequence[Quotation]
    unquoted: int
    also: Sequence[Quotation]
    also_unlisted: int
    further: Sequence[Quotation]
    further_unlisted: int
    picture: Picture | None
    rule: str
    fingerprint: str


def note(report: Report, number: int, passages: Passages, kinds: Mapping[str, Kind]) -> Note:
    """The note on the finding with that number, from 1."""
    finding = report.findings[number - 1]
    roles = list(finding.facts)[:_MOST_QUOTED]
    places = {(fact.article, fact.part, fact.span): fact for fact in reversed(finding.also)}
    same = list(reversed(places.values()))
    also = [_quotation(report, fact, passages) for fact in same[:_MOST_LISTED]]
    further = [
        replace(_quotation(report, each.facts[0], passages), times=len(each.facts) - 1)
        for each in finding.alternatives[:_MOST_LISTED]
    ]
    return Note(
        identity=passages.note(number),
        number=number,
        severity=finding.severity,
        symbol=SYMBOLS[finding.severity],
        message=clipped(shown(finding.message), 600),
        because=clipped(why(finding), 600),
        quotations=[*_quotations(report, finding, roles, passages, kinds)],
        unquoted=len(finding.facts) - len(roles),
        also=also,
        also_unlisted=len(same) - len(also),
        further=further,
        further_unlisted=len(finding.alternatives) - len(further),
        picture=picture_of(finding, report, kinds),
        rule=shown(finding.rule),
        fingerprint=shown(finding.fingerprint),
    )


def _quotations(
    report: Report,
    finding: Finding,
    roles: Sequence[str],
    passages: Passages,
    kinds: Mapping[str, Kind],
) -> Iterator[Quotation]:
    for role in roles:
        reading = clipped(read_as(finding, role, kinds))
        yield replace(_quotation(report, finding.facts[role], passages), read_as=reading)


def _quotation(report: Report, fact: Fact, passages: Passages) -> Quotation:
    article = report.article_of(fact)
    if article is report.article:
        where = whereabouts(replace(article, id=None), fact.part, fact.span)
        return Quotation(quoted(fact), passages.identity(fact), where)
    where = whereabouts(article, fact.part, fact.span)
    text = article.text if fact.part == "text" else article.title or ""
    return Quotation(quoted(fact), None, where, _sentence(text, fact))


def _sentence(text: str, fact: Fact) -> Markup:
    """The words around a passage, with the passage marked."""
    start = max(min(fact.sentence.start, fact.span.start), fact.span.start - _AROUND)
    end = min(max(fact.sentence.end, fact.span.end), fact.span.end + _AROUND)
    before = "…" if start > fact.sentence.start else ""
    after = "…" if end < fact.sentence.end else ""
    writer = Writer(text, [Mark(fact.span, "mark", 0)])
    words = writer.stretch(Span(max(start, 0), min(end, len(text))))
    return Markup("{}{}{}").format(before, words, after)
