"""Who says so, and how far their words reach."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("The storm killed 12 people.", [None]),
        # said X
        ("Police said the storm killed 12 people.", ["police"]),
        ("Police said on Monday that the storm killed 12 people.", ["police"]),
        ("The mayor told reporters that the storm killed 12 people.", ["the mayor"]),
        # X, said
        ("The storm killed 12 people, police said.", ["police"]),
        ("The storm killed 12 people, police said on Monday.", ["police"]),
        ("The storm killed 12 people, said police.", ["police"]),
        ("“The storm killed 12 people,” the mayor said.", ["the mayor"]),
        ("“The storm killed 12 people,” said the mayor.", ["the mayor"]),
        # a pronoun behind the verb is what is said
        ("The army, which lost 12 soldiers, denied it.", [None]),
        # according to
        ("According to Peru, the storm killed 12 people.", ["Peru"]),
        ("The storm killed 12 people, according to Peru.", ["Peru"]),
        # nobody
        ("The storm is said to have killed 12 people.", [None]),
        ("The storm, it was said, killed 12 people.", [None]),
        ("The flood was reported on Monday, a storm killed 12 people.", [None]),
        # who reports may not be who is reported on
        ("Peru said the storm killed 12 people and left four missing.", ["Peru", "Peru"]),
        ("Peru said the storm killed 12 people, Chile said 14 people died.", ["Peru", "Chile"]),
    ],
)
def test_who_says_so(states, sentence, sources):
    assert states(sentence, "source") == sources


@pytest.mark.parametrize("joint", ["although", "though", "while", "but", "whereas"])
def test_a_reach_ends_at_a_clause_set_against_it(states, joint):
    sentence = f"Police said the storm killed 12 people, {joint} the flood killed 30."
    assert states(sentence, "value", "source") == [(12, "police"), (30, None)]


def test_a_reach_goes_on_behind_a_comma(states):
    sentence = "Police said the storm killed 12 people, and the flood killed 30."
    assert states(sentence, "source") == ["police", "police"]


def test_a_pronoun_that_speaks_is_who_it_means(states):
    text = "Peru counted its dead. It said the storm killed 12 people."
    assert states(text, "source") == ["Peru"]


@pytest.mark.xfail(reason="a speaker is only the first noun phrase of several")
def test_a_source_keeps_the_words_of_the_article(facts):
    (fact,) = facts("A spokesman for the Peruvian army said the storm killed 12 people.")
    assert fact.source.text == "A spokesman for the Peruvian army"


def test_who_annexes_by_announcing_it_is_no_source(states):
    sentence = "Russia announced the annexation of Kherson."
    assert states(sentence, "holder", "source", "stance") == [("Russia", None, "asserted")]


@pytest.mark.parametrize(
    ("sentence", "evidential"),
    [
        ("The storm reportedly killed 12 people.", "reportedly"),
        ("The storm is estimated to have killed 12 people.", "is estimated"),
        ("Police said the storm killed 12 people.", None),
    ],
)
def test_a_report_without_a_reporter(states, sentence, evidential):
    assert states(sentence, "evidential", "source") == [
        (evidential, None if evidential else "police")
    ]
