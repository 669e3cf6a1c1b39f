"""Who is shown to be ahead of whom."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A poll shows Lund leading Moe by 5 points.", [(5, "Lund", "Moe")]),
        ("A Dagen Politics poll found Lund leading Moe by 5 points.", [(5, "Lund", "Moe")]),
        ("Polls show the senator trailing Moe by 4 points.", [(4, None, "Moe")]),
        ("In the poll Lund leads Moe by 5 points in a match-up.", [(5, "Lund", "Moe")]),
        ("In the poll Lund was leading Moe by 5 points.", [(5, "Lund", "Moe")]),
        ("A poll shows Lund leading him by 5 points.", [(5, "Lund", None)]),
        ("In the vote Lund came first, beating Moe by 5 points.", [(5, "Lund", "Moe")]),
    ],
)
def test_a_lead_is_of_one_over_another(polled, text, expected):
    assert polled(text, "value", "party", "rival") == expected
