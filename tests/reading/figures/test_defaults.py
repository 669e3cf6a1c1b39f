"""Shares that no word of their own makes anything, among others of a poll or a vote."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The survey put Lund on 41%. Asked who would lead best, 27% plump for Berg.",
         [("vote", 41), ("support", 27)]),
        ("The survey found 62 percent in favour. Some 21 percent scorned the question.",
         [("support", 62), ("support", 21)]),
        ("In the poll 66 percent called for a delay, against 29 percent who did not.",
         [("support", 66), ("support", 29)]),
        ("The poll showed Lund and Berg dead even – 47 percent – in the north.", [("vote", 47)]),
        ("Berg took 91 percent of the vote; her deputy, Mr Kern, received 66.2.",
         [("vote", 91), ("vote", 66.2)]),
    ],
)  # fmt: skip
def test_a_share_among_others_is_one_of_them(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg won 31 percent of the vote, while the index rose 3 percent.", [("vote", 31)]),
        ("Berg won 31 percent of the vote. The krona weakened 0.3 percent.", [("vote", 31)]),
        ("The poll had Lund on 41 percent; unemployment there runs at 9 percent.",
         [("vote", 41)]),
        ("The survey found tar in 41 percent of wells, and 12 percent held salt.", []),
        ("Investors holding 31 percent voted for the merger at the shareholders' meeting.", []),
        ("In the poll 29 percent said the hike to 10 percent should go ahead.",
         [("support", 29)]),
    ],
)  # fmt: skip
def test_unless_it_is_one_of_something_else(polled, text, expected):
    assert polled(text) == expected
