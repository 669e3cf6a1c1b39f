"""Shares of people, whatever it is that they do."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The survey asked 60 traders about it. Three-quarters of the 40 who replied were opposed.",
         [("support", 75)]),
        ("In the poll 38 percent of islanders never lock their doors.", [("support", 38)]),
        ("Forty-nine percent of voters lean to the Greens and 51 percent to Labour.",
         [("support", 49), ("support", 51)]),
        ("In the poll one islander in five was undecided.", [("support", 20)]),
        ("Two Danes in three say that they trust her.", [("support", 66.67)]),
        ("Some 74 percent of the young back the plan.", [("support", 74)]),
        ("The survey found 84 percent of Catholics for it, as against 58 of Protestants.",
         [("support", 84), ("support", 58)]),
        ("The survey asked about the pier: 14% of you would sell it.", [("support", 14)]),
        ("Lund was the choice of 31 percent of voters.", [("vote", 31)]),
    ],
)  # fmt: skip
def test_people_answer_by_whatever_they_do(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The poll of 900 adults, 52 percent of them women, had Lund on 41 percent.",
         [("vote", 41)]),
        ("In the survey 39 percent of respondents were students.", []),
        ("Lund has 44 percent of the vote. The fee applies to 80 percent of drivers.",
         [("vote", 44)]),
        ("The study put Sikhs at 24 percent of the town's population.", []),
        ("The poll said that farmers, a fifth of the electorate, were for it.", []),
        ("In the poll Lund took 47 percent, with 34 percent of that from towns.", [("vote", 47)]),
    ],
)  # fmt: skip
def test_what_people_are_is_no_answer(polled, text, expected):
    assert polled(text) == expected
