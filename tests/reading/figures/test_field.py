"""The words of a field of meaning, by their role and by what they need beside them."""

from pathlib import Path

import pytest
from belie.kinds import load_kind
from belie.knowledge import parse_yaml
from belie.reading.figures.field import Beside, Evoked, Field
from belie.reading.glance import Glance

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
      - object: [kill, execute*, {shoot*: [dead, fatally]}]
        subject: [die]
        state: [dead, feared dead]
        counted: [death, {case: [about disease]}, {body: [not governing]}]
        of: [body]
        among: [dead]
      - quantity: [toll]
        gives: {toll: stated}
    injured:
      - object: [wound, shoot]
        state: [wounded]
joined: {casualties: [killed, injured]}
"""


@pytest.fixture(scope="module")
def losses():
    return Field(load_kind(parse_yaml(LOSS, Path("loss.yaml"))), "measure")


def beside(near="", article="", *, surely=True):
    return Beside(frozenset(near.split()), frozenset(article.split()), surely)


def choice(evoked):
    return evoked and evoked.choice


@pytest.mark.parametrize(
    ("role", "lemma", "near", "expected"),
    [
        ("object", "kill", "", "killed"),
        ("subject", "die", "", "killed"),
        ("subject", "kill", "", None),
        ("object", "shoot", "dead", "killed"),
        ("object", "shoot", "down", "injured"),
        ("object", "praise", "dead", None),
    ],
)
def test_a_verb_says_it_in_its_role_and_with_what_it_needs(losses, role, lemma, near, expected):
    assert choice(losses.of_verb(role, [lemma], beside(near))) == expected


def test_a_star_asks_for_people(losses):
    assert choice(losses.of_verb("object", ["execute"], beside())) == "killed"
    assert losses.of_verb("object", ["execute"], beside(surely=False)) is None
    assert choice(losses.of_verb("object", ["kill"], beside(surely=False))) == "killed"


@pytest.mark.parametrize(
    ("role", "noun", "near", "article", "expected"),
    [
        ("counted", "death", "", "", "killed"),
        ("counted", "deaths", "", "", "killed"),
        ("counted", "case", "", "", None),
        ("counted", "cases", "", "cholera", "killed"),
        ("counted", "bodies", "", "", "killed"),
        ("counted", "bodies", "governing", "", None),
        ("of", "bodies", "governing", "", "killed"),
        ("of", "deaths", "", "", None),
        ("quantity", "toll", "", "", "killed"),
    ],
)
def test_a_noun_says_it_under_its_conditions(losses, role, noun, near, article, expected):
    assert choice(losses.of_noun(role, noun, beside(near, article))) == expected


def test_a_word_may_give_other_fields(losses):
    assert losses.of_noun("quantity", "toll", beside()).gives == {"toll": "stated"}


def test_verbs_that_share_a_place_are_joined(losses):
    assert losses.of_verb("object", ["kill", "wound"], beside()) == Evoked("casualties")
    assert choice(losses.of_verb("object", ["kill", "praise"], beside())) == "killed"
    assert losses.both(["killed", "injured"]) == "casualties"
    assert losses.both(["killed"]) is None


def test_any_verb_is_read_by_its_object_first(losses):
    assert choice(losses.of_any_verb(["wound", "die"], beside())) == "injured"
    assert choice(losses.of_any_verb(["die"], beside())) == "killed"


def test_the_longest_state_is_read(losses):
    evoked, length = losses.state(["feared", "dead", "at", "sea"], beside())
    assert (evoked.choice, length) == ("killed", 2)
    assert losses.state(["feared", "lost"], beside()) is None
    assert [losses.begins_state(word) for word in ("feared", "dead", "sea")] == [True, True, False]


def test_what_comes_first_in_the_file_is_graver(losses):
    killed, injured = Evoked("killed"), Evoked("injured")
    assert losses.graver(injured, killed)
    assert not losses.graver(killed, injured)
    assert not losses.graver(killed, None)


def test_forms_of_a_verb_are_known(losses):
    assert [losses.verb(word) for word in ("shot", "dying", "singing")] == ["shoot", "die", None]
    assert [losses.is_gerund(word) for word in ("dying", "died")] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine died.", True),
        ("The bodies lay there.", True),
        ("Two are feared dead.", True),
        ("Two are lost.", False),
        ("Nine sang.", False),
    ],
)
def test_a_sentence_with_none_of_the_words_is_passed_over(losses, text, expected):
    assert losses.concerns(Glance(text)) is expected


def test_words_of_a_role_are_found_in_either_number(losses):
    assert losses.surfaces("of") == {"body", "bodys", "bodies"}
    assert losses.names("bodies", "of", "among")
    assert not losses.names("bodies", "among")
