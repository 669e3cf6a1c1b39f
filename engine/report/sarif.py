"""Findings as SARIF 2.1.0, which code hosts and editors show beside the file.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/. A finding is a result at the first of its passages
that stands in the article checked; the others are related locations. Columns count code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..model import Article, Fact, Finding, Report, Severity
from .json import json_value
from .quoting import argued, shown

if TYPE_CHECKING:
    from ..rulebook.rule import Rule

__all__ = ["SARIF_HEAD", "sarif_end", "sarif_results"]

_LEVELS: Mapping[Severity, str] = {
    "contradiction": "error",
    "discrepancy": "warning",
    "caution": "note",
}
"""What SARIF calls a severity."""

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

SARIF_HEAD = (
    f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": '
    '[{"columnKind": "unicodeCodePoints", "results": ['
)
"""The beginning of a log, up to its results."""


def sarif_end(rules: Iterable[Rule]) -> str:
    """What closes a log after its results, of a run that applied ``rules``.

    They stand at the end, since each file may have others in force.
    """
    driver = {
        "name": "belie",
        "version": version("belie"),
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.title},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in rules
        ],
    }
    return f'], "tool": {json_value({"driver": driver})}}}]}}\n'


def sarif_results(report: Report) -> str:
    """The findings of ``report`` as results, with a comma and a line break between two."""
    articles = {each.id: each for each in (*report.against, report.article)}
    results = (_result(finding, report.passages(finding), articles) for finding in report.findings)
    return ",\n".join(map(json_value, results))


def _result(
    finding: Finding, facts: Sequence[Fact], articles: Mapping[str | None, Article]
) -> dict[str, Any]:
    first, *others = (_location(fact, articles[fact.article]) for fact in facts)
    for number, (other, fact) in enumerate(zip(others, facts[1:], strict=True), start=1):
        other |= {"id": number, "message": {"text": shown(fact.text)}}
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": argued(finding)},
        "locations": [first],
        "relatedLocations": others,
        "partialFingerprints": {"belie/v1": finding.fingerprint},
    }


def _location(fact: Fact, article: Article) -> dict[str, Any]:
    """Where a fact stands; a title by itself has no line, and what is in JSON no column."""
    entry = article.entry
    file = entry.file if entry else article.id or "article"
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(file, safe="/")}}
    _, start, end = article.locate(fact.part, fact.span)
    if entry:
        place |= {"region": {"startLine": entry.line}} if entry.line else {}
    elif start and end:
        place["region"] = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
    return {"physicalLocation": place}
