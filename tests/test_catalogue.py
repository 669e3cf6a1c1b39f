"""Kinds as they are explained."""

from pathlib import Path

from belie.catalogue import describe_kind, describe_rule
from belie.kinds import load_kind
from belie.knowledge import parse_yaml
from belie.rulebook.rule import load_rule
from belie.rulebook.shared import load_shared

LOSS = """\
kind: loss
title: How many of whom were lost
value: people
fields:
  measure: [killed, injured, casualties]
  toll: [stated]
evokes:
  measure:
    killed:
      - object: [kill, {shoot*: [dead, fatally]}]
        counted: [death, {case: [about disease]}]
      - quantity: [toll]
        gives: {toll: stated}
    casualties:
      - counted: [casualty]
joined: {casualties: [killed, injured]}
tests:
  - "There were nine casualties.": {value: 9, measure: casualties}
  - none: "The blast killed a joke."
  - "The blast killed 14 miners.": {value: 14, measure: killed}
  - "Two guards were killed.": {value: 2, measure: killed}
"""


def test_a_kind_shows_the_words_of_its_field_by_role():
    kind = load_kind(parse_yaml(LOSS, Path("loss.yaml")))
    assert (
        describe_kind(kind)
        == """\
loss: How many of whom were lost

  measure  killed | injured | casualties
  toll     stated
  value    people

measure killed
  object    kill, shoot* (dead | fatally)
  counted   death, case (about disease)

measure killed, toll stated
  quantity  toll
  “The blast killed 14 miners.”

measure casualties
  counted   casualty
  also killed and injured together
  “There were nine casualties.”

In brackets: words of which one must stand beside it, or none after "not", or
what the article must be about. With a *: only of what is surely a person.

loss.yaml"""
    )


RULE = """\
rule: losses/told-twice
title: Two tolls
severity: caution
status: stable
why: One toll has one figure.
when: {one: loss, other: loss}
where: ["alike(one, other)", "differs(one.value, other.value)"]
unless:
  - again(one, other)
  - rest: loss
    several: [1, 2]
    either: [one, other]
    where: ["same(rest.measure, one.measure)"]
say: "{one}"
tests: [{flags: Two. Three.}, {quiet: Two.}]
"""
SHARED = """\
conditions: {"alike(one, other)": "same(one.measure, other.measure)"}
unless:
  again(one, other):
    more: loss
    where:
      - same(more.sentence, one.sentence)
      - known(other.toll)
"""


def test_a_rule_shows_what_it_shares_below_its_own():
    kinds = {"loss": load_kind(parse_yaml(LOSS, Path("loss.yaml")))}
    shared = load_shared(parse_yaml(SHARED, Path("shared.yaml")), {})
    rule = load_rule(parse_yaml(RULE, Path("told-twice.yaml")), kinds, shared)
    assert (
        describe_rule(rule)
        == """\
losses/told-twice: Two tolls
caution, stable

One toll has one figure.

Flags when  one: loss, other: loss
  alike(one, other)
  differs(one.value, other.value)
unless  again(one, other)
unless  rest: loss (of these 1 or 2), or with one and other the other way round
  same(rest.measure, one.measure)
alike(one, other)
  same(one.measure, other.measure)
again(one, other)  more: loss
  same(more.sentence, one.sentence)
  known(other.toll)

flags  Two. Three.
quiet  Two.

told-twice.yaml"""
    )
