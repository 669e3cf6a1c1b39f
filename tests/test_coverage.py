from pathlib import Path

from belie.coverage import cover
from belie.kinds import load_kinds
from belie.knowledge import parse_yaml
from belie.rulebook.rule import load_rule

RULE = """\
rule: control/two
title: Two who hold one place
severity: contradiction
status: stable
why: One place has one holder.
when: {one: control, other: control}
where:
  - same(one.place, other.place)
  - different(one.holder, other.holder)
  - one.status == "holds" and other.status == "holds"
unless:
  back: control
  where:
    - same(back.place, one.place)
    - same(back.place, other.place)
    - back.status == "regained"
say: "{one} and {other}"
tests:
  - flags: "Russia controls Lyman. Ukraine controls Lyman."
  - quiet: "Russia controls Lyman. Ukraine controls Kupiansk."
  - quiet: "Russia controls Lyman. Ukraine lost Lyman."
"""


def test_a_condition_that_no_quiet_example_hangs_on_is_named_with_its_place():
    kinds = load_kinds()
    rule = load_rule(parse_yaml(RULE, Path("two.yaml")), kinds)
    coverage = cover([rule], kinds)
    assert coverage.conditions == 4
    assert [str(each) for each in coverage.unproved] == [
        "two.yaml:9:5: no quiet example is decided by different(one.holder, other.holder)",
        "two.yaml:12:3: no quiet example is decided by an unless",
    ]


def test_a_quiet_example_without_the_facts_of_the_rule_is_named():
    kinds = load_kinds()
    text = RULE + '  - quiet: "The council sat in Lyman."\n'
    coverage = cover([load_rule(parse_yaml(text, Path("two.yaml")), kinds)], kinds)
    assert str(coverage.idle[0]) == "two.yaml:22:5: is quiet without the rule"


def test_a_field_that_no_rule_names_is_named():
    kinds = load_kinds()
    coverage = cover([load_rule(parse_yaml(RULE, Path("two.yaml")), kinds)], kinds)
    fields = [each for each in coverage.idle if each.path == kinds["control"].document.path]
    assert "no rule names extent" in [each.problem for each in fields]
    assert len(fields) == len(kinds["control"].fields) - 3
