"""The passages of an article that its findings are about, and how they lead to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from markupsafe import Markup

from ...model import Fact, Finding, Part, Report, Severity, Span
from .marking import Mark
from .readings import quoted

__all__ = ["SYMBOLS", "Passage", "Passages", "graver"]

SYMBOLS: Mapping[Severity, str] = {"contradiction": "✕", "discrepancy": "≠", "caution": "!"}
"""What stands beside the number of a note, so that no severity is told by colour alone."""

_PASSAGE, _LINK = 0, 1
_HINT = 80


def graver(finding: Finding) -> int:
    """Sorts findings by severity, the gravest first."""
    return get_args(Severity).index(finding.severity)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the article that findings are about.

    Attributes:
        part: whether they stand in the title or in the text.
        span: where.
        identity: the ``id`` of their element.
        notes: the numbers of the notes on them, from 1.
        leads: the ``id`` of what a click on them leads to.
        hint: what that is.
        severity: the gravest of their findings.
    """

    part: Part
    span: Span
    identity: str
    notes: tuple[int, ...]
    leads: str
    hint: str
    severity: Severity


class Passages:
    """The passages of one report.

    Args:
        report: of the article.
        prefix: what the ids of its page begin with.

    Attributes:
        all: by part and span.
    """

    def __init__(self, report: Report, prefix: str) -> None:
        self._report = report
        self._prefix = prefix
        about: dict[tuple[Part, Span], list[int]] = {}
        for number, finding in enumerate(report.findings, start=1):
            for fact in finding.named:
                key = self._key(fact)
                if key is not None and number not in about.setdefault(key, []):
                    about[key].append(number)
        ordered = sorted(about, key=lambda key: (key[0] != "title", key[1]))
        self._identities = {key: f"{prefix}p{at}" for at, key in enumerate(ordered, start=1)}
        self.all = {key: self._passage(key, about[key]) for key in self._identities}

    def note(self, number: int) -> str:
        """The ``id`` of a note."""
        return f"{self._prefix}n{number}"

    def identity(self, fact: Fact) -> str | None:
        """The ``id`` of the passage of ``fact``; none where that stands in other copy."""
        key = self._key(fact)
        return None if key is None else self._identities.get(key)

    def first(self, number: int) -> tuple[Part, int]:
        """Where the note with that number is put: at the first of its leading passages."""
        keys = map(self._key, self._report.findings[number - 1].facts.values())
        places = [(part != "title", span.start, part) for part, span in filter(None, keys)]
        _, start, part = min(places, default=(False, 0, "title"))
        return part, start

    def marks(self, part: Part) -> Iterator[Mark]:
        """The passages of ``part``, and the links in them, each to where its narrowest leads."""
        here = [each for (its, _), each in self.all.items() if its == part]
        for each in here:
            yield Mark(each.span, "mark", _PASSAGE, {"class": each.severity}, each.identity)
        for span, narrowest in _narrowest(here):
            attributes = {"href": f"#{narrowest.leads}", "title": narrowest.hint}
            yield Mark(span, "a", _LINK, attributes)

    def behind(self, part: Part) -> Mapping[int, Markup]:
        """By the offset behind a passage, the numbers of the notes on it, as links to these."""
        numbers: dict[int, list[int]] = {}
        for (its, span), each in self.all.items():
            if its == part:
                numbers.setdefault(span.end, []).extend(each.notes)
        return {end: self._references(sorted(set(each))) for end, each in numbers.items()}

    def _references(self, numbers: Sequence[int]) -> Markup:
        links = (
            Markup('<a class="{}" href="#{}" aria-label="Note {}, {}">{}{}</a>').format(
                severity, self.note(number), number, severity, SYMBOLS[severity], number
            )
            for number in numbers
            for severity in [self._report.findings[number - 1].severity]
        )
        return Markup('<sup class="reference">{}</sup>').format(Markup(" ").join(links))

    def _key(self, fact: Fact) -> tuple[Part, Span] | None:
        """Where ``fact`` stands in the article; none where it does not, or says nothing."""
        if self._report.article_of(fact) is not self._report.article:
            return None
        article = self._report.article
        length = len(article.text if fact.part == "text" else article.title or "")
        start, end = max(fact.span.start, 0), min(fact.span.end, length)
        return (fact.part, Span(start, end)) if start < end else None

    def _passage(self, key: tuple[Part, Span], notes: Sequence[int]) -> Passage:
        findings = self._report.findings
        leading = min(notes, key=lambda number: (graver(findings[number - 1]), number))
        finding = findings[leading - 1]
        others = {self._key(fact): fact for fact in finding.facts.values()}
        others.pop(None, None)
        ring = list(others)
        leads, hint = self.note(leading), f"to note {leading}"
        if key in ring and len(ring) > 1:
            other = ring[(ring.index(key) + 1) % len(ring)]
            assert other is not None  # noqa: S101 - taken out above
            leads = self._identities[other]
            hint = f"to “{quoted(others[other], _HINT)}”"
        return Passage(*key, self._identities[key], tuple(notes), leads, hint, finding.severity)


def _narrowest(passages: Sequence[Passage]) -> Iterator[tuple[Span, Passage]]:
    """The stretches between two ends of passages, each with the narrowest passage around it."""
    ends = sorted({end for each in passages for end in each.span})
    coming = sorted(passages, key=lambda each: each.span, reverse=True)
    around: list[Passage] = []
    for start, end in pairwise(ends):
        around = [each for each in around if each.span.end > start]
        while coming and coming[-1].span.start <= start:
            around.append(coming.pop())
        if around:
            narrow = min(around, key=lambda each: each.span.end - each.span.start)
            yield Span(start, end), narrow
