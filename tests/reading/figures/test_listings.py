"""Shares and seats in lists, where no verb says whose they are."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How Kent voted\n\nCDU 31.4% (–2.0)\nSPD 20.6% (+1.1)\nFDP 4.9% (–0.3)",
         [("vote", 31.4), ("vote", 20.6), ("vote", 4.9)]),
        ("Election: first count\n\n1 Awa Ndiaye, Greens – 27.6\n2 Piet Maas, Labour – 22.9",
         [("vote", 27.6), ("vote", 22.9)]),
        ("Exit poll: Labour 352, Conservatives 188, Lib Dems 54, SNP 20.",
         [("seats", 352), ("seats", 188), ("seats", 54), ("seats", 20)]),
        ("The first results of the election: Labour 29.1, Conservatives 24.8.",
         [("vote", 29.1), ("vote", 24.8)]),
        ("Poll of the week, voters asked in May:\nLabour 34 (+2)\nGreens 12 (–1)",
         [("vote", 34), ("shift", 2), ("vote", 12), ("shift", 1)]),
        ("Delegates after the primaries: Haley 43, Rubio 12",
         [("delegates", 43), ("delegates", 12)]),
        ("Poll of voters, the house:\nLabour 41, Greens 12, Kent First 8 = 61",
         [("seats", 41), ("seats", 12), ("seats", 8), ("seats", 61)]),
    ],
)  # fmt: skip
def test_entries_are_shares_or_seats(polled, text, expected):
    assert polled(text) == expected


def test_an_entry_is_of_those_whom_its_label_names(polled):
    text = "Exit poll: Labour 352, Conservatives 188."
    assert polled(text, "party", "value") == [
        ("Labour Party", 352),
        ("Conservative Party", 188),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Leeds 3, Derby 2, Hull 1.",
        "The election is on Sunday. Bread 2.40, Milk 1.10.",
        "Needed for a majority in the election: 326",
        "The party met on Monday. Rooms: 40",
    ],
)
def test_other_lists_state_nothing(polled, text):
    assert polled(text) == []
