"""What a run has come to so far: how many articles, findings, facts and notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .model import Report

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """What a run has come to so far.

    Attributes:
        findings: how many of each severity.
        counts: how many ``sentences`` and ``facts``.
        articles: how many articles gave a report.
        unread: how many files, or entries of files, gave none.
        failed: ``unread``, and how many reports carry errors.
        notes: how many articles each note was made of.
        noted: the first article that each was made of.
        kinds: how many facts of each kind.
        rules: how many findings of each severity and rule.
    """

    findings: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    unread: int = 0
    failed: int = 0
    notes: Counter[str] = field(default_factory=Counter)
    noted: dict[str, str | None] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Counts ``report`` in."""
        self.articles += 1
        self.failed += bool(report.errors)
        self.counts.update(report.counts)
        own = report.article.id
        self.notes.update(report.notes)
        for note in report.notes:
            self.noted.setdefault(note, own)
        self.kinds.update(fact.kind for fact in report.facts if fact.article in (None, own))
        self.findings.update(finding.severity for finding in report.findings)
        self.rules.update((finding.severity, finding.rule) for finding in report.findings)
        severities = {finding.rule: finding.severity for finding in report.findings}
        for rule, number in report.omitted.items():
            self.findings[severities[rule]] += number
            self.rules[severities[rule], rule] += number

    def miss(self) -> None:
        """Counts in something that gave no report."""
        self.unread += 1
        self.failed += 1
