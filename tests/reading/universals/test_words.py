"""The words for what is said of all, and the deeds of which only one can be."""

import pytest
from belie.reading.universals.words import universal_words


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        ("vote for", "vote against", True),
        ("grant", "vote against", True),
        ("vote for", "grant", False),
        ("vote for", "abstain", True),
        ("acquit", "convict", True),
        ("acquit", "lose", False),
        ("grant", "fail", True),  # pupils pass as plans do
        ("survive", "die", True),
        ("die", "die", False),
        ("paint", "repaint", False),
    ],
)
def test_only_one_of_two_deeds_can_be(one, other, contrary):
    assert universal_words().are_contrary(one, other) is contrary
    assert universal_words().are_contrary(other, one) is contrary


@pytest.mark.parametrize(
    "words", ["never", "no", "nobody", "both", "unanimous", "not once", "not single"]
)
def test_a_sentence_that_says_something_of_all_has_a_sign(words):
    assert universal_words().may_tell(frozenset(["they", *words.split()]))


@pytest.mark.parametrize("words", ["not", "once", "any", "single", "tall"])
def test_a_word_alone_is_no_sign(words):
    assert not universal_words().may_tell(frozenset(["they", *words.split()]))


def test_a_case_may_be_told_by_any_verb_for_the_deed_or_its_opposite():
    verbs = universal_words().verbs("vote for")
    assert {"backed", "opposed", "rejected", "abstaining"} <= verbs
    assert "painted" not in verbs
