"""The words for deeds."""

import pytest
from belie.reading.deeds.words import Sense, deed_words, head_noun, standard_noun


@pytest.mark.parametrize(
    ("lemma", "behind", "sense"),
    [
        ("set", ["up", "four"], Sense("found", 1)),
        ("set", ["four"], Sense("set")),
        ("found", ["six"], Sense("found")),
        ("vote", ["in", "favour", "of", "the"], Sense("vote for", 3)),
        ("vote", ["against", "it"], Sense("vote against", 1)),
        ("give", ["the", "go", "-", "ahead", "to"], Sense("grant", 4)),
        ("turn", ["it", "down"], Sense("refuse", 2)),
        ("release", ["the", "editor", "on", "bail"], Sense("free on bail")),
        ("paint", [], Sense("paint")),
    ],
)
def test_a_verb_says_what_the_words_behind_it_make_of_it(lemma, behind, sense):
    assert deed_words().sense(lemma, behind) == sense


def test_deeds_of_which_only_one_can_be_are_in_one_list():
    axes = deed_words().axes
    assert axes["grant"] == axes["refuse"] == "decision"
    assert axes["vote for"] == axes["abstain"] == "vote"
    assert "found" not in axes


def test_a_noun_phrase_is_called_by_what_is_asked_for():
    assert head_noun(["bail", "request"]) == "bail"
    assert head_noun(["old", "firms"]) == "company"
    assert head_noun([]) is None
    assert standard_noun("bridge") == "bridge"
