from __future__ import annotations

import json

import pytest
from belie import facts_from
from belie.checker import Checker
from belie.kinds import load_kinds
from belie.model import Article, Issue, Report, Span
from belie.report.json import json_line
from belie.report.schema import report_schema
from belie.rulebook.rule import Rule, load_rules
from belie.statements.statement import Statement
from jsonschema import Draft202012Validator

SCHEMA = report_schema()
RULES = load_rules()


def problems(report: Report) -> list[str]:
    """What in a report is not as the schema says, or not named by it."""
    closed = json.loads(json.dumps(SCHEMA))
    for each in (closed, *closed["$defs"].values()):
        if "properties" in each:
            each["additionalProperties"] = False
    validator = Draft202012Validator(closed)
    return [str(error) for error in validator.iter_errors(json.loads(json_line(report)))]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_report_with_a_finding_of_each_rule_is_as_it_says(rule: Rule) -> None:
    example = next(test for test in rule.tests if test.flags and test.text)
    with Checker(kinds=load_kinds(), rulebook=[rule], engine="plain") as checker:
        report = checker.check(
            example.text,
            published=example.published,
            title=example.title,
            against=example.others,
        )
    assert report.findings
    assert problems(report) == []


def test_so_is_one_with_errors_and_one_of_statements() -> None:
    issues = (Issue("no rule was applied"), Issue("this was not read", "text", Span(0, 4)))
    assert problems(Report(Article("Rain fell."), (), errors=issues)) == []
    toll = {"measure": "killed", "subject": "people", "place": "Leeds"}
    stated = [Statement(kind="casualty", fields=toll, value=x, event="fire") for x in (9, 12)]
    with Checker(engine="plain") as checker:
        report = checker.check_facts(facts_from(stated))
    assert [finding.rule for finding in report.findings] == ["casualty/told-twice"]
    assert problems(report) == []


def test_a_report_that_lacks_a_key_is_not() -> None:
    data = json.loads(json_line(Report(Article("Rain fell."), ())))
    assert Draft202012Validator(SCHEMA).is_valid(data)
    for key in data:
        assert not Draft202012Validator(SCHEMA).is_valid(
            {k: v for k, v in data.items() if k != key}
        )
