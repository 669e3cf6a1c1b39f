"""Figures by the state that stands behind them."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 dead as ferry sinks", ("17 dead", "killed", 17, "state")),
        ("Raiders shot two farmers dead.", ("two farmers dead", "killed", 2, "state")),
        (
            "Dozens of dead and wounded lay in the square.",
            ("Dozens of dead", "casualties", (24, None), "state"),
        ),
        ("The mine left 40 people dead or wounded.", ("40 people dead", "casualties", 40, "state")),
        (
            "Six still in hospital after crash",
            ("Six still in hospital", "hospitalised", 6, "state"),
        ),
        (
            "Two rangers confirmed killed in Goma",
            ("Two rangers confirmed killed", "killed", 2, "state"),
        ),
        ("Two girls burned to death.", ("Two girls burned", "killed", 2, "state")),
    ],
)
def test_a_state_behind_a_figure_is_read(read, text, expected):
    assert read(text) == [expected]


def test_each_of_several_has_its_own(read):
    assert read("12 dead, 30 hurt in bus plunge") == [
        ("12 dead", "killed", 12, "state"),
        ("30 hurt", "injured", 30, "state"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Two men in hospital gowns sang.", "Nine dead letters were found.", "Two pages are missing."],
)
def test_what_describes_a_thing_is_no_state(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine injured people were flown to Lima.",
            [("Nine injured people", "injured", 9, "attribute")],
        ),
        (
            "Twelve wounded guards reached Lima.",
            [("Twelve wounded guards", "injured", 12, "attribute")],
        ),
        ("Nine injured horses were shot.", []),
    ],
)
def test_those_counted_may_be_called_by_their_state(read, text, expected):
    assert read(text) == expected
