import re

import pytest
from belie.reading.grammar.vocabulary import UNKNOWN_NAME, UNKNOWN_WORD


@pytest.fixture
def grammar(analyser):
    return analyser.grammar


def matches(grammar, pattern, *words):
    codes = grammar.vocabulary.codes
    return [bool(re.fullmatch(pattern, codes.get(word, word))) for word in words]


def test_every_list_is_a_class_by_its_name(grammar):
    assert matches(grammar, grammar["articles"], "the", "an", "of") == [True, True, False]
    assert matches(grammar, grammar["populations"], "voters", "the") == [True, False]


def test_a_list_of_governing_verbs_stands_for_all_their_forms(grammar):
    assert matches(grammar, grammar["negating"], "fail", "failed", "failing") == [True] * 3
    assert grammar.words("negating") >= {"fail", "refuse"}
    assert "failed" not in grammar.words("negating")


def test_a_class_that_no_file_has_is_an_error(grammar):
    with pytest.raises(KeyError, match="artikels"):
        grammar["artikels"]


@pytest.mark.parametrize(
    ("word", "modifier", "after_determiner", "noun"),
    [
        (UNKNOWN_WORD, True, True, True),
        (UNKNOWN_NAME, True, True, True),
        ("eastern", True, True, True),  # "eastern towns"
        ("captured", False, True, True),  # "the captured towns", but "captured towns"
        ("strike", False, True, True),  # "the strike force"
        ("capture", False, True, True),
        ("the", False, False, False),
        ("of", False, False, False),
        ("N", False, False, False),
    ],
)
def test_what_may_stand_before_a_noun(grammar, word, modifier, after_determiner, noun):
    classes = (grammar.modifier, grammar.modifier_after_determiner, grammar.noun)
    assert [matches(grammar, each, word)[0] for each in classes] == [
        modifier,
        after_determiner,
        noun,
    ]


def test_any_word_is_any_word(grammar):
    words = ("the", "captured", UNKNOWN_WORD, UNKNOWN_NAME)
    assert matches(grammar, grammar.any_word, *words) == [True] * 4
    assert matches(grammar, grammar.any_word, "N", ",") == [False] * 2


def test_a_plain_phrase_is_a_noun_with_or_without_a_determiner(grammar):
    codes = grammar.vocabulary.codes
    pattern = re.compile(grammar.plain_phrase)
    assert pattern.fullmatch(codes["the"] + "ww")
    assert pattern.fullmatch("w")
    assert not pattern.fullmatch(codes["the"])
    assert not pattern.fullmatch("w" + codes["of"])
