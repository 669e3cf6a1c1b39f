"""How a program uses belie, for mypy to read: see ``tests/test_library.py``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, assert_type

import belie

report = belie.check("The blast killed nine people.", published="2024-03-06")
assert_type(report, belie.Report)
for finding in report.findings:
    assert_type(finding, belie.Finding)
    assert_type(finding.facts, Mapping[str, belie.Fact])
    assert_type(finding.argument, str)
for fact in report.facts:
    assert_type(fact.span, belie.Span)
    assert_type(fact.value, belie.Quantity | None)
    if fact.value is not None:
        assert_type(fact.value.low, Decimal | None)
assert_type(belie.Report.from_json(report.to_json()), belie.Report)
assert_type(belie.__version__, str)
with belie.Checker(rules=["casualty/*"]) as checker:
    assert_type(checker.check(belie.Article("Nine died.", title="Nine dead")), belie.Report)
    with belie.ArchiveWriter("desk.belie", by="anna") as writer:
        outcome, issues = writer.add(belie.Article("Nine died.", id="a"))
        assert_type(outcome, Literal["added", "replaced", "unchanged"])
        assert_type(issues, tuple[belie.Issue, ...])
        assert_type(writer.remove("a"), int)
    with belie.Archive.open("desk.belie") as archive:
        sources = checker.prepare([archive, belie.Article("Nine died.")])
        assert_type(sources, belie.Sources)
        assert_type(checker.check("Ten died.", against=[sources, "Nine died."]), belie.Report)
        assert_type(archive.report("a"), belie.Report)
        assert_type(archive.articles(belie.Wanted(kind="poll")).total, int)
try:
    belie.Checker(rules=["casulty/*"])
except belie.BelieError as error:
    assert_type(error.line, int | None)
