"""Leads and swings."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Labour leads the Conservatives by 16 points.",
         [("lead", 16, "Labour Party", "Conservative Party")]),
        ("Sandu has a 12-point lead over Stoianoglo.",
         [("lead", 12, "Sandu", "Stoianoglo")]),
        ("In the poll Sandu is five points ahead of Stoianoglo.",
         [("lead", 5, "Sandu", "Stoianoglo")]),
        ("Labour's lead has shrunk to nine points, from 14 in March.",
         [("lead", 9, "Labour Party", None), ("lead", 14, "Labour Party", None)]),
        ("She beat her opponent by a margin of 18 points.",
         [("lead", 18, None, "opponent")]),
        ("Labour won the seat on a swing of 14 points.",
         [("swing", 14, None, None)]),
    ],
)  # fmt: skip
def test_how_far_apart(polled, sentence, expected):
    assert polled(sentence, "measure", "value", "party", "rival") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Leeds lead Derby by 16 points in the league.",
        "With his team trailing by two points, he fouled a player.",
        "Thai banks have good margins, an average of 3.5 percent.",
    ],
)
def test_other_distances_are_left_alone(polled, sentence):
    assert polled(sentence) == []
