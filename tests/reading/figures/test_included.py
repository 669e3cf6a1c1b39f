"""Figures of some of those told of."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seventeen of the dead were tourists.",
            ("Seventeen of the dead", "killed", 17, "part"),
        ),
        (
            "The dead included 12 women.",
            ("dead included 12 women", "killed", 12, "among"),
        ),
        (
            "The dead, who included a judge, numbered nine.",
            ("dead, who included a judge, numbered nine", "killed", 9, "among"),
        ),
        ("Of the 87 aboard, 23 died.", ("23 died", "killed", 23, "subject")),
    ],
)
def test_some_of_those_told_of_are_read(read, text, expected):
    assert read(text) == [expected]


def test_only_some_of_the_dead_are_partial(casualties):
    (fact,) = casualties("Seventeen of the dead were tourists.")
    assert fact.fields["partial"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Twelve of the dead batteries were sold.",
        "The guests included 12 women.",
        "Of the 87 aboard, none was hurt by the 23 falling crates.",
    ],
)
def test_some_of_others_state_nothing(read, text):
    assert [fact for fact in read(text) if fact[2]] == []
