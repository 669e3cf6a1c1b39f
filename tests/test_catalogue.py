"""Kinds as they are explained."""

from pathlib import Path

from belie.catalogue import describe_kind
from belie.kinds import load_kind
from belie.knowledge import parse_yaml

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
