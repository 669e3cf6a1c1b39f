"""Those elected, told by who they are."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the election 24 women were elected to parliament.", [(24, None)]),
        ("Sixteen independents were elected to the assembly.", [(16, None)]),
        ("Eleven women won seats in the 120-seat assembly.", [(11, None)]),
        (
            "Voters returned 43 Conservatives, 12 Liberals and two Greens to parliament.",
            [(43, "Conservative Party"), (12, "Liberal Party"), (2, "Green Party")],
        ),
        (
            "The new parliament has 77 Conservatives and 12 independents.",
            [(77, "Conservative Party"), (12, None)],
        ),
    ],
)
def test_they_are_counted_as_seats(polled, text, expected):
    assert polled(text, "value", "party") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The parliament said 24 women had been returned to their families.",
        "She is one of the first two women elected to parliament.",
        "All 17 women elected to parliament are standing again.",
        "Two Republicans voted against the bill in the senate.",
        "The senate elected two vice presidents.",
    ],
)
def test_others_are_no_seats(polled, text):
    assert polled(text, "value", "party") == []
