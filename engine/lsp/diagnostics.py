"""What came of a check as the diagnostics that an editor shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types

from ..model import Fact, Finding, Report, Severity
from ..report.quoting import argued, shown
from .checking import Checked
from .places import Places

__all__ = ["NOTE", "UNCHECKED", "diagnostics_of"]

_SOURCE = "belie"
_LEVELS: Mapping[Severity, types.DiagnosticSeverity] = {
    "contradiction": types.DiagnosticSeverity.Error,
    "discrepancy": types.DiagnosticSeverity.Warning,
    "caution": types.DiagnosticSeverity.Information,
}

UNCHECKED = "unchecked"
"""The code of what was not checked."""

NOTE = "note"
"""The code of what could be understood better."""


def diagnostics_of(checked: Checked, places: Places) -> list[types.Diagnostic]:
    """What is to be shown: findings, what was not checked, and notes.

    A finding stands at the first of its passages in the document, and what is about all of it on
    its first line.
    """
    found = [
        _said(UNCHECKED, each.message, places.whole_line((each.line or 1) - 1))
        for each in checked.problems
    ]
    if checked.report is None:
        return found
    findings = [_finding(each, checked, places) for each in checked.report.findings]
    return [*findings, *found, *_remarks(checked.report, places)]


def _finding(finding: Finding, checked: Checked, places: Places) -> types.Diagnostic:
    assert checked.report is not None  # noqa: S101 - a finding is of a report
    first, *others = checked.report.passages(finding)
    return types.Diagnostic(
        range=places.passage(first.part, first.span),
        severity=_LEVELS[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(
            checked.rules[finding.rule].document.path.absolute().as_uri()
        ),
        source=_SOURCE,
        message=argued(finding),
        related_information=[
            types.DiagnosticRelatedInformation(places.location(fact), shown(fact.text))
            for fact in (*others, *_further(finding))
        ],
        data=finding.fingerprint,
    )


def _further(finding: Finding) -> Iterator[Fact]:
    """What else says the same, and of all else that is said the first that does."""
    yield from finding.also
    yield from (each.facts[0] for each in finding.alternatives)


def _remarks(report: Report, places: Places) -> Iterator[types.Diagnostic]:
    """What was not checked, how many findings are not told, and notes."""
    for issue in report.errors:
        yield _said(UNCHECKED, issue.message, places.passage(issue.part, issue.span))
    more = (f"and {number:,} more of {rule}" for rule, number in report.omitted.items())
    for text in (*more, *report.notes):
        yield _said(NOTE, text, places.whole_line(0))


def _said(code: str, message: str, where: types.Range) -> types.Diagnostic:
    severity = types.DiagnosticSeverity
    return types.Diagnostic(
        range=where,
        severity=severity.Error if code == UNCHECKED else severity.Information,
        code=code,
        source=_SOURCE,
        message=shown(message),
    )
