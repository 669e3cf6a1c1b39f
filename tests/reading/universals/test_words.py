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


@pytest.mark.parametrize("word", ["never", "no", "nobody", "both", "unanimous", "none", "single"])
def test_a_sentence_that_says_something_of_all_has_a_sign(word):
    assert word in universal_words().signs
