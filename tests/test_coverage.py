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
