"""How a poll was taken: of how many, and how far it may be off."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The poll has a margin of error of plus or minus 3.1 points.", [("margin", 3.1)]),
        ("YouGov interviewed 1,682 adults on 4 and 5 March.", [("sample", 1682)]),
        ("A poll of 1,510 adults was held in May.", [("sample", 1510)]),
        ("Some 1,510 people took part in the survey.", [("sample", 1510)]),
        ("Of the 1,205 people questioned, 61 percent were against it.", [("sample", 1205)]),
        ("Of the 1,205 people polled, with a margin of error of 2.9 points, few minded.",
         [("sample", 1205), ("margin", 2.9)]),
    ],
)  # fmt: skip
def test_how_a_poll_was_taken(surveyed, sentence, expected):
    assert surveyed(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Detectives interviewed 14 adults.",
        "Two pilots were questioned.",
        "Some 600,000 voters are registered in the republic.",
        "Thai banks have good margins, an average of 3.5 percent.",
    ],
)
def test_other_counts_and_margins_are_left_alone(surveyed, sentence):
    assert surveyed(sentence) == []


def test_those_who_were_asked_are_no_answer(polled):
    assert polled("Of the 1,205 people questioned, 61 percent were against it.") == [
        ("support", 61)
    ]


def test_an_answer_is_told_of_how_many(polled, surveyed):
    text = "Some 58 percent of the 1,205 people polled were against it."
    assert polled(text) == [("support", 58)]
    assert surveyed(text) == [("sample", 1205)]
