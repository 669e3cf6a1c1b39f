from pathlib import Path

import pytest
from belie.kinds import load_kind, load_kinds
from belie.knowledge import parse_yaml
from belie.reading.selftest import run_kind_tests
from belie.rulebook.lint import lint_rule
from belie.rulebook.rule import load_rule
from belie.scaffold import new_kind, new_rule

KINDS = load_kinds()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_rule_loads_and_has_no_problem(kind):
    text = new_rule("drafts/two-tales", KINDS[kind])
    rule = load_rule(parse_yaml(text, Path("two-tales.yaml")), KINDS)
    assert rule.name == "drafts/two-tales"
    assert lint_rule(rule) == []


def test_a_new_kind_loads_and_its_examples_hold():
    kind = load_kind(parse_yaml(new_kind("border"), Path("border.yaml")))
    assert (kind.name, list(kind.fields)) == ("border", ["who", "place", "status"])
    assert [each.problem for each in run_kind_tests({"border": kind}) if each.problem] == []
