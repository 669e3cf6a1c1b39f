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
            ("dead, who included a judge, numbered nine", "killed", 9, "quantity"),
        ),
        ("Of the 87 aboard, 23 died.", ("23 died", "killed", 23, "subject")),
    ],
)
def test_some_of_those_told_of_are_read(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of those who died, 40 were drivers and 12 cyclists.",
            [("40", "killed", 40, "part"), ("12 cyclists", "killed", 12, "list")],
        ),
        (
            "Nine died. Of those, three were nurses.",
            [("Nine died", "killed", 9, "subject"), ("three", "killed", 3, "part")],
        ),
        ("Among those hurt, six were guards.", [("six", "injured", 6, "part")]),
        ("Of those who came, 40 were drivers.", []),
    ],
)
def test_a_sentence_may_begin_with_those_of_whom_it_tells_some(read, text, expected):
    assert read(text) == expected


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
