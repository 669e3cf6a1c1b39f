"""Leads, swings, margins of error, and how many were asked."""

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
        ("The poll has a margin of error of plus or minus 3.1 points.",
         [("margin", 3.1, None, None)]),
        ("Labour won the seat on a swing of 14 points.",
         [("swing", 14, None, None)]),
        ("YouGov interviewed 1,682 adults on 4 and 5 March.",
         [("sample", 1682, None, None)]),
        ("A poll of 1,510 adults was held in May.",
         [("sample", 1510, None, None)]),
        ("Some 1,510 people took part in the survey.",
         [("sample", 1510, None, None)]),
        ("Of the 1,205 people questioned, 61 percent were against it.",
         [("sample", 1205, None, None), ("support", 61, None, None)]),
    ],
)  # fmt: skip
def test_how_far_apart_and_of_how_many(polled, sentence, expected):
    assert polled(sentence, "measure", "value", "party", "rival") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Leeds lead Derby by 16 points in the league.",
        "With his team trailing by two points, he fouled a player.",
        "Thai banks have good margins, an average of 3.5 percent.",
        "Detectives interviewed 14 adults.",
        "Two pilots were questioned.",
        "Some 600,000 voters are registered in the republic.",
    ],
)
def test_other_distances_and_counts_are_left_alone(polled, sentence):
    assert polled(sentence) == []
