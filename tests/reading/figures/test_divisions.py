"""Two figures without a sign that divide a vote."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voters were split. The popular vote? 46.2 to 41.9.", [("vote", 46.2), ("vote", 41.9)]),
        ("The referendum was close, but Kent approved it by 73 to 27.",
         [("vote", 73), ("vote", 27)]),
        ("When voters were asked in 2015, it was 68-32.", [("vote", 68), ("vote", 32)]),
        ("In the poll she is ahead, 49.5-47.1.", [("vote", 49.5), ("vote", 47.1)]),
    ],
)  # fmt: skip
def test_they_are_shares_of_a_vote(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the election the Greens hold a 232-200 majority in the house.",
         [("seats", 232), ("seats", 200)]),
        ("In the count she leads by 226-180 in electoral votes.",
         [("delegates", 226), ("delegates", 180)]),
    ],
)  # fmt: skip
def test_those_of_a_majority_are_seats(polled, text, expected):
    assert polled(text) == expected


def test_they_are_shares_of_what_was_read_before(polled):
    text = "The poll found 52% of Danes in favour of the bridge; a year ago it was 47.5 to 41."
    assert polled(text) == [("support", 52), ("support", 47.5), ("support", 41)]


@pytest.mark.parametrize(
    "text",
    [
        "The election is near. The Lakers won the game 60 to 40.",
        "The council voted 21 to 14 for the plan.",
        "After the vote, senators passed it 61-39.",
        "After the vote, the shop opened from 10 to 18.",
        "Oil rose by 43.7 to 51.3.",
    ],
)
def test_others_are_none(polled, text):
    assert polled(text) == []
