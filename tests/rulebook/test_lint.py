from pathlib import Path

import pytest
from belie.knowledge import parse_yaml
from belie.rulebook.lint import lint, lint_rule
from belie.rulebook.rule import load_rule
from belie.rulebook.shared import load_shared
from specimens import KINDS

CLEAN = """\
rule: tolls/{name}
title: Two figures
severity: contradiction
status: stable
why: One toll has one figure.
when: {{one: toll, other: toll}}
where:
  - same(one.place, other.place)
  - {condition}
say: "{say}"
tests:
  - flags: "Four dead at Orla. Nine dead at Orla."
  - quiet: "Four dead at Orla. Nine dead at Brant."
"""

GROUP = """\
rule: prices/sum
title: Prices
severity: caution
status: stable
why: It adds up.
each: {{one: {kind}}}
by: [{by}]
having: "{having}"
say: "{{one.value}}"
tests: [{{flags: a}}, {{quiet: b}}]
"""


def load(text):
    return load_rule(parse_yaml(text, Path("rule.yaml")), KINDS)


def rule(condition="differs(one.value, other.value)", name="two", say="{one.value}"):
    return load(CLEAN.format(name=name, condition=condition, say=say))


def group(kind="price", by="thing, value.unit", having="sum(one.value.low) > 5"):
    return load(GROUP.format(kind=kind, by=by, having=having))


def problems(loaded):
    return [str(each).removeprefix("rule.yaml:") for each in lint_rule(loaded)]


def test_a_sound_rule_has_no_problem():
    assert problems(rule()) == problems(group()) == []


def test_a_message_names_a_fact():
    assert problems(rule(say="Two figures")) == ["10:6: names no fact; write {one} in it"]


def test_a_rule_says_something_of_its_facts():
    text = CLEAN.format(name="t", condition="x", say="{one}").replace(", other: toll", "")
    loaded = load(text.replace("where:\n  - same(one.place, other.place)\n  - x\n", ""))
    says = "6:13: no condition names 'one': the rule would flag every such fact"
    assert problems(loaded) == [says]


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ('one.measure == "killed" and one.measure == "injured"', "one.measure"),
        ('one.measure == "killed" and one.measure not in ["killed"]', "one.measure"),
        ('one.measure not in ["killed", "injured"]', "one.measure"),
        ('one.measure == "killed" and unknown(one.measure)', "one.measure"),
        ("unknown(one.place)", "one.place"),
        ("one.value.low > 5 and one.value.low < 4", "one.value.low"),
        ("one.value.low > 5 and one.value.low <= 5", "one.value.low"),
        ('one.cause == "Fire" and one.cause == "flood"', "one.cause"),
        ('one.stance not in ["asserted"] and one.stance == "asserted"', "one.stance"),
    ],
)
def test_a_condition_that_can_never_hold_is_found(condition, left):
    assert problems(rule(condition)) == [f"9:5: can never hold: nothing is left for {left}"]


def test_of_many_conditions_the_first_that_leaves_nothing_is_named():
    more = "\n  - ".join(f"one.value.low > {number}" for number in range(40))
    after = "\n  - ".join(f"other.value.low > {number}" for number in range(40))
    text = rule(f"{more}\n  - one.value.low < 39\n  - {after}")
    assert problems(text) == ["49:5: can never hold: nothing is left for one.value.low"]


@pytest.mark.parametrize(
    "condition",
    [
        'one.measure in ["killed"] and other.measure in ["injured"]',
        'one.measure == "killed" or one.measure == "injured"',
        "one.value.low > 5 and one.value.low < 5.002",
        'not one.measure in ["killed", "injured"]',
        'one.cause not in ["fire", "flood"]',
        "unknown(one.cause) or known(one.cause)",
    ],
)
def test_a_condition_that_can_hold_is_left_in_peace(condition):
    assert problems(rule(condition)) == []


@pytest.mark.parametrize(
    ("having", "end"),
    [
        ("sum(one.value.low) < 5", "value.low"),
        ("sum(one.value.high) > 5", "value.high"),
        ("count(one) > 2 and max(one.value.most) >= 5", "value.most"),
    ],
)
def test_an_open_end_does_not_decide_over_a_group(having, end):
    says = f"8:9: an open end of {end} would decide it; compare the other end"
    assert problems(group(having=having)) == [says]


def test_unlike_units_are_not_added():
    assert problems(group(by="thing")) == [
        "7:5: counts unlike units together; add value.unit to it"
    ]
    assert problems(group(kind="option", by="contest")) == []


def test_a_rule_shows_when_it_flags_and_when_not():
    text = CLEAN.format(name="t", condition="known(one.value)", say="{one}")
    assert problems(load(text.replace("  - quiet", "  - flags"))) == [
        "12:3: no example is 'quiet'; add one"
    ]
    assert problems(load(text[: text.index("tests:")])) == [
        "1:1: no example is 'flags'; add one",
        "1:1: no example is 'quiet'; add one",
    ]


def test_two_rules_that_ask_the_same_are_found():
    one = rule("one.value.low > other.value.high or other.value.low > one.value.high")
    other = rule("one.value.high < other.value.low or one.value.low > other.value.high", "again")
    assert [str(each) for each in lint([one, rule(name="third"), other])] == [
        "rule.yaml:8:3: asks the same as 'tolls/two'; keep one of them"
    ]


def test_what_no_rule_names_is_found():
    text = "conditions: {new(fact): known(fact.place), old(fact): known(fact.cause)}"
    shared = load_shared(parse_yaml(text, Path("shared.yaml")), {})
    text = CLEAN.format(name="two", condition="new(one)", say="{one}")
    named = load_rule(parse_yaml(text, Path("rule.yaml")), KINDS, shared)
    assert [str(each) for each in lint([named], shared)] == [
        "shared.yaml:1:55: no rule uses it; remove it"
    ]
