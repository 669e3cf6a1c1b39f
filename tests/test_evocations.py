"""Fields of meaning as a kind file declares them."""

from pathlib import Path

import pytest
from belie.kinds import load_kind
from belie.knowledge import KnowledgeError, parse_yaml

LOSS = """\
kind: loss
title: How many of whom were lost
value: people
fields:
  measure: [killed, injured, casualties]
  subject: group
evokes:
  measure:
    killed:
      - object: [kill, {shoot*: [dead, fatally]}]
        counted: [death, {case: [about disease]}]
      - quantity: [toll]
    injured:
      - object: [wound]
joined: {casualties: [killed, injured]}
"""


def load(old="", new=""):
    assert old in LOSS
    return load_kind(parse_yaml(LOSS.replace(old, new), Path("loss.yaml")))


def test_a_word_is_known_by_its_role_with_what_it_needs_beside_it():
    kind = load()
    killed, toll = kind.evokes["measure"]["killed"]
    assert list(killed.words("object")) == [("kill", ()), ("shoot*", ("dead", "fatally"))]
    assert list(killed.words("counted")) == [("death", ()), ("case", ("about disease",))]
    assert list(killed.words("subject")) == []
    assert list(toll.words("quantity")) == [("toll", ())]
    assert dict(kind.joined) == {"casualties": ("killed", "injured")}


def test_the_verbs_of_a_kind_are_in_their_base_form():
    assert list(load().evoking_verbs()) == ["kill", "shoot", "wound"]


def test_a_word_may_stand_twice_under_other_conditions():
    killed, _ = load("[kill,", "[kill, {kill: [captured]},").evokes["measure"]["killed"]
    assert [word for word, _ in killed.words("object")] == ["kill", "kill", "shoot*"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "about disease",
            "about diseases",
            "11:26: facts/words/topics.yaml has no list 'diseases'; did you mean 'disease'?",
        ),
        (
            "about disease",
            "any diseases",
            "11:26: facts/words/classes.yaml has no class 'diseases'",
        ),
        ("[kill,", "[kill, kill,", "10:24: 'kill' stands twice as object; leave one out"),
        (
            "quantity: [toll]",
            "object: [{shoot*: [fatally, dead]}]",
            "12:18: 'shoot*' stands twice as object; leave one out",
        ),
        ("object: [wound]", "objet: [wound]", "14:16: unknown key 'objet'; did you mean 'object'?"),
        ("object: [wound]", "gives: {}", "14:9: lists no word; give some as object, subject"),
        (
            "object: [wound]",
            "object: [wound, '']",
            "14:9: object lists '', which is no word; take it out",
        ),
        ("object: [wound]", "object: [{shoot: []}]", "14:26: must have a length of at least 1"),
        ("object: [wound]", "object: [{shoot: dead}]", "14:26: must be a list"),
        ("  measure:\n", "  subject:\n", "9:5: 'subject' is no choice; list what it may be"),
        ("  measure:\n", "  measur:\n", "10:7: no field 'measur'; did you mean 'measure'?"),
        (
            "joined:",
            "  subject: {killed: [{of: [death]}]}\njoined:",
            "15:12: a kind has one field of meaning; make another kind of this one",
        ),
        ("    injured:\n", "    hurt:\n", "14:7: measure is never 'hurt'"),
        (
            "joined: {casualties:",
            "joined: {casualty:",
            "15:20: 'casualty' is no choice of a field of meaning; did you mean 'casualties'?",
        ),
        ("[killed, injured]}", "[killed, hurt]}", "15:22: 'hurt' is no choice of a field of"),
    ],
)
def test_what_cannot_be_read_is_refused_where_it_stands(old, new, problem):
    with pytest.raises(KnowledgeError) as refused:
        load(old, new)
    assert str(refused.value).startswith(f"loss.yaml:{problem}")


def test_nothing_is_joined_where_nothing_is_evoked():
    evoking = LOSS[LOSS.index("evokes:") : LOSS.index("joined:")]
    with pytest.raises(KnowledgeError, match="'casualties' is no choice of a field of meaning"):
        load(evoking, 'phrases: [{say: "lost"}]\n')
