"""The numbers that may count somebody."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was hurt.", ("Nobody was hurt", "injured", 0, "passive-subject")),
        ("No one died in the blaze.", ("No one died", "killed", 0, "subject")),
        ("Not one guard was hurt.", ("Not one guard was hurt", "injured", 0, "passive-subject")),
        ("Not a single guard died.", ("Not a single guard died", "killed", 0, "subject")),
        ("No people were killed.", ("No people were killed", "killed", 0, "passive-subject")),
        (
            "None of the 92 passengers was injured.",
            ("None", "injured", 0, "passive-subject"),
        ),
    ],
)
def test_nobody_is_none(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "None of the 92 lamps was broken.",
        "A 12-member crew died.",
        "One in 20 people died.",
        "Twelve deaths per capita were feared.",
        "Deaths at the age of 17 were common.",
        "The virus kills 3 percent.",
        "The storm killed nobody's mood.",
    ],
)
def test_rates_ages_and_members_of_words_count_nobody(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All but two of the 30 passengers died.",
            [("two of the 30 passengers died", "killed", 28, "subject")],
        ),
        ("All but two passengers died.", []),
        (
            "Some 2,000-plus were hurt.",
            [("Some 2,000-plus were hurt", "injured", (2000, None), "passive-subject")],
        ),
    ],
)
def test_it_may_come_to_more_than_is_written(read, text, expected):
    assert read(text) == expected
