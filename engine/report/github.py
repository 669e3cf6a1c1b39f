"""Findings as the commands by which a workflow of GitHub marks lines of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Finding, Report, Severity
from .quoting import argued, shown

__all__ = ["render_annotations"]

_COMMANDS: Mapping[Severity, str] = {
    "contradiction": "error",
    "discrepancy": "warning",
    "caution": "notice",
}
_IN_VALUES = {"%": "%25", ":": "%3A", ",": "%2C"}


def render_annotations(report: Report) -> str:
    """A line for each finding, at its first passage in the article checked."""
    return "".join(f"{_annotation(finding, report)}\n" for finding in report.findings)


def _annotation(finding: Finding, report: Report) -> str:
    article = report.article
    first, *others = report.passages(finding)
    properties = {"file": article.entry.file if article.entry else article.id or ""}
    _, start, end = article.locate(first.part, first.span)
    if article.entry:  # what stands in JSON has no column of its own
        properties |= {"line": f"{article.entry.line}"} if article.entry.line else {}
    elif start and end:
        properties |= {"line": f"{start.line}", "endLine": f"{end.line}"}
        if end.line == start.line:
            properties |= {"col": f"{start.column}", "endColumn": f"{end.column}"}
    properties["title"] = finding.rule
    named = ",".join(f"{name}={_escaped(value)}" for name, value in properties.items())
    passages = " / ".join(f"“{shown(fact.text)}”" for fact in (first, *others))
    message = f"{argued(finding)} ({passages})".replace("%", "%25")
    return f"::{_COMMANDS[finding.severity]} {named}::{message}"


def _escaped(value: str) -> str:
    return "".join(_IN_VALUES.get(each, each) for each in shown(value))
