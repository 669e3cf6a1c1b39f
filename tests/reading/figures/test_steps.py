"""By how many seats or points a result moved."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the election Labour took 20 seats, down four.",
         [(20, None), (4, "loss")]),
        ("In the election Labour took 20 seats, four more than in 2018.",
         [(20, None), (4, "gain")]),
        ("In the election Labour slumped to 20 seats, a loss of four.",
         [(20, None), (4, "loss")]),
        ("After the election: Labour 20 seats (+4), Greens 9 seats (–2).",
         [(20, None), (4, "gain"), (9, None), (2, "loss")]),
        ("In the poll the Greens stood at 17 percent, up three points.",
         [(17, None), (3, "gain")]),
        ("Turnout was 68.9 percent, ten points down on the last vote.",
         [(68.9, None), (10, "loss")]),
        ("Turnout in the election rose by four points.",
         [(4, "gain")]),
        ("Turnout fell by 4% where the polls closed early.",
         [(4, "loss")]),
        ("In the poll the Greens slipped three points to 17 percent.",
         [(3, "loss"), (17, None)]),
    ],
)  # fmt: skip
def test_it_stands_beside_the_result_that_moved(polled, text, expected):
    assert polled(text, "value", "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the election Labour took 20 seats, four short of a majority.", [(20, None)]),
        ("In the polls her support has fallen by a third.", []),
        ("In the election Labour took 20 seats, four more than half.", [(20, None)]),
        ("Labour took 20 seats in the election and four more halls.", [(20, None)]),
    ],
)
def test_what_is_lacking_or_is_something_else_is_none(polled, text, expected):
    assert polled(text, "value", "change") == expected


def test_it_is_that_of_whom_the_result_is(polled):
    text = "Election results: Labour 20 seats (+4), Greens 9 seats (-2)."
    assert polled(text, "value", "party") == [
        (20, "Labour Party"), (4, "Labour Party"), (9, "Green Party"), (2, "Green Party"),
    ]  # fmt: skip
