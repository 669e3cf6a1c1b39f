"""The rules that come with belie, one test a rule, so that a failure names it."""

import pytest
from belie.kinds import load_kinds
from belie.rulebook.lint import lint, lint_rule
from belie.rulebook.rule import load_rules
from belie.rulebook.shared import shipped_shared
from belie.selftest import run_rule_tests

KINDS = load_kinds()
RULES = {rule.name: rule for rule in load_rules(kinds=KINDS)}

by_rule = pytest.mark.parametrize("name", RULES)


@by_rule
def test_its_examples_come_out(name):
    assert [result.problem for result in run_rule_tests(RULES[name], KINDS) if result.problem] == []


@by_rule
def test_nothing_is_wrong_with_it(name):
    assert [str(problem) for problem in lint_rule(RULES[name])] == []


@by_rule
def test_it_says_why_and_when_not_and_shows_both(name):
    rule = RULES[name]
    assert rule.why
    assert rule.exceptions
    assert sum(bool(test.flags) for test in rule.tests if test.text) >= 3
    assert sum(bool(test.quiet) for test in rule.tests if test.text) >= 4


@by_rule
def test_it_shows_both_on_perfect_reading(name):
    stated = [test for test in RULES[name].tests if test.statements]
    assert any(test.flags for test in stated)
    assert any(test.quiet for test in stated)


def test_no_rule_asks_what_another_asks_and_each_shared_condition_is_used():
    assert [str(problem) for problem in lint(list(RULES.values()), shipped_shared())] == []
