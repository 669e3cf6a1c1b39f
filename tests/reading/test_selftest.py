"""The examples inside kinds, and what is derived from them."""

from pathlib import Path

import pytest
from belie.kinds import load_kind
from belie.knowledge import parse_yaml
from belie.model import Article
from belie.reading import selftest
from belie.reading.derived import is_shortened, negated, passive
from belie.reading.reader import found_phrases
from belie.reading.selftest import run_kind_tests

SIEGE = """\
kind: siege
title: Who besieges what
fields:
  army: side
  place: place
  state: [besieged, free]
phrases:
  - say: "{army} ~besiege {place}"
    gives: {state: besieged}
    tests:
      - "Sudan besieged Adre in May.": {army: Sudan, place: Adre, state: besieged}
      - none: "Chad besieged nobody."
"""


def results(old="", new="", text=SIEGE):
    assert old in text
    kind = load_kind(parse_yaml(text.replace(old, new), Path("siege.yaml")))
    return run_kind_tests({"siege": kind})


def test_examples_that_hold_pass_and_so_does_what_is_derived():
    assert [(each.name, each.passed, each.problem, each.line) for each in results()] == [
        ("siege/besiege", True, "", 11),
        ("siege/besiege (negated)", True, "", 11),
        ("siege/besiege (passive)", True, "", 11),
        ("siege/besiege", True, "", 12),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        (
            "{army: Sudan",
            "{army: Chad",
            11,
            "army is 'Sudan', not 'Chad' in 'Sudan besieged Adre in May.'",
        ),
        (
            "Sudan besieged Adre in May",
            "Sudan left Adre",
            11,
            "reads nothing in 'Sudan left Adre.'",
        ),
        (
            "besieged nobody",
            "besieged Ur",
            12,
            "reads 'Chad besieged Ur' (siege/besiege) in 'Chad besieged Ur.', which states nothing",
        ),
    ],
)
def test_a_wrong_expectation_is_reported_where_it_stands(old, new, line, problem):
    (failed,) = [each for each in results(old, new) if not each.passed]
    assert (failed.name, failed.path, failed.line) == ("siege/besiege", Path("siege.yaml"), line)
    assert failed.problem == problem


def test_a_passive_example_is_negated_too():
    told = results("Sudan besieged Adre in May.", "Adre was besieged by Sudan.")
    assert [each.name for each in told] == [
        "siege/besiege",
        "siege/besiege (negated)",
        "siege/besiege",
    ]
    assert all(each.passed for each in told)


def test_nothing_is_derived_from_an_example_that_fails():
    assert [each.name for each in results("army: Sudan", "army: Chad")] == ["siege/besiege"] * 2


@pytest.mark.parametrize(
    "test",
    [
        '      - "Sudan besieged Adre in May.": {army: Sudan, place: Adre, state: besieged}\n',
        '      - none: "Chad besieged nobody."\n',
    ],
)
def test_a_phrase_needs_an_example_of_both_sorts(test):
    (failed,) = [each for each in results(test, "") if not each.passed]
    assert (failed.problem, failed.line) == (
        "has no test that it reads, or none that it leaves alone; write one",
        8,
    )


def test_a_phrase_that_another_outdoes_says_which():
    heavier = """\
  - say: "{army} ~besiege {place} in May"
    gives: {state: free}
    tests:
      - "Sudan besieged Adre in May.": {state: free}
      - none: "Chad besieged nobody."
"""
    failed = [each.problem for each in results(text=SIEGE + heavier) if not each.passed]
    assert failed == [
        "reads nothing in 'Sudan besieged Adre in May.', only siege/besiege",
    ]


def test_a_negation_must_state_what_the_phrase_gives_under_one():
    gives = "    gives: {state: besieged}\n"
    told = results(gives, gives + "    negated: {state: free}\n")
    assert all(each.passed for each in told)


@pytest.fixture
def found(phrased):
    """The first phrase found in a sentence, with its line."""

    def _found(sentence):
        return next(iter(found_phrases(Article(sentence), phrased)))

    return _found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured Goma on Monday.", "Rebels did not capture Goma on Monday."),
        ("The guard fatally shot two men.", "The guard did not fatally shoot two men."),
        ("Vuhledar was in Ukrainian hands.", "Vuhledar was not in Ukrainian hands."),
        ("Goma was captured by rebels.", "Goma was not captured by rebels."),
        ("Two men were fatally shot.", "Two men were not fatally shot."),
        ("Rebels have captured Goma.", None),
        ("Rebels capture Goma.", None),
        ("Rebels did not capture Goma.", None),
        ("Rebels may capture Goma.", None),
    ],
)
def test_a_sentence_is_negated_where_its_verb_is_a_plain_past(analyse, sentence, expected):
    analysis = analyse(sentence)
    assert negated(analysis.line, analysis.clauses[0]) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured Goma on Monday.", False),
        ("Goma was captured by rebels.", False),
        ("The city that rebels captured burned.", True),
        ("The 12 men injured on Monday left.", True),
        ("There were 12 casualties.", False),  # no verb of the phrase
    ],
)
def test_a_participle_is_told_from_a_verb_with_its_object(found, sentence, expected):
    _, match = found(sentence)
    assert is_shortened(match) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured Goma on Monday.", "Goma was captured on Monday by rebels."),
        ("On Monday Sudan captured Adre.", "On Monday Adre was captured by Sudan."),
        ("Loyalists won back Goma.", "Goma was won back by loyalists."),
        ("The army briefly held the towns.", "The towns were briefly held by the army."),
        ("Chad's army lost Adre to rebels.", "Adre was lost to rebels by Chad's army."),
        ("Labour won 12 seats in May.", "12 seats were won in May by Labour."),
        ("The flood killed 12 people.", None),  # who acts is no slot
        ("Rebels retreated from Goma.", None),  # no object
        ("Goma was captured by rebels.", None),
        ("Rebels will capture Goma.", None),
    ],
)
def test_a_sentence_is_turned_round_where_it_has_a_subject_and_an_object(found, sentence, expected):
    assert passive(*found(sentence)) == expected


LOSS = """\
kind: loss
title: How many of whom were lost
value: people
fields:
  measure: [killed, missing]
  subject: group
evokes:
  measure:
    killed:
      - object: [kill]
        subject: [die]
        counted: [death]
    missing:
      - state: [missing]
tests:
  - "The blast killed 14 miners.": {value: 14, measure: killed, subject: miners}
  - "Two guards were killed.": {value: 2, measure: killed}
  - "The mine counted nine deaths.": {value: 9, measure: killed}
  - none: "Two brands died."
  - "Six of the miners are missing.": {value: 6, measure: missing}
  - none: "Six pages are missing."
"""


def whole_kind(old="", new=""):
    assert old in LOSS
    kind = load_kind(parse_yaml(LOSS.replace(old, new), Path("loss.yaml")))
    return run_kind_tests({"loss": kind})


def test_a_kind_read_by_its_words_is_tested_as_a_whole():
    assert [(each.name, each.passed, each.problem, each.line) for each in whole_kind()] == [
        ("loss", True, "", 16),
        ("loss (negated)", True, "", 16),
        ("loss", True, "", 17),
        ("loss (negated)", True, "", 17),
        ("loss", True, "", 18),  # "did not count nine deaths" may still be nine deaths
        ("loss", True, "", 19),
        ("loss", True, "", 20),
        ("loss", True, "", 21),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("value: 14", "value: 15", 16, "value is 14, not 15 in 'The blast killed 14 miners.'"),
        ("killed 14 miners", "hid 14 miners", 16, "reads nothing in 'The blast hid 14 miners.'"),
        (
            "Two brands died",
            "Two guards died",
            19,
            "reads 'Two guards died' (loss/subject) in 'Two guards died.', which states nothing",
        ),
        (
            '  - "Six of the miners are missing.": {value: 6, measure: missing}\n',
            "",
            14,
            "no test reads measure missing; write one",
        ),
        (
            "Six pages are missing",
            "Six pages are torn",
            14,
            "no test leaves a word of measure missing alone; write a 'none: …'",
        ),
    ],
)
def test_what_fails_of_a_kind_is_reported_where_it_stands(old, new, line, problem):
    (failed,) = [each for each in whole_kind(old, new) if not each.passed]
    assert (failed.name, failed.path, failed.line) == ("loss", Path("loss.yaml"), line)
    assert failed.problem == problem


def test_what_is_read_though_its_verb_is_negated_fails(monkeypatch):
    monkeypatch.setattr(selftest, "negated", lambda *_: "The blast killed 14 miners.")
    assert [each.problem for each in whole_kind() if not each.passed] == [
        "reads in 'The blast killed 14 miners.' what it denies"
    ]
