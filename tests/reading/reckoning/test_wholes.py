"""Wholes with their parts in one sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("The choir has 300 pupils, 140 girls and 160 boys.", "300 pupils", "140 girls and 160"),
        ("A council of 90 people has 50 men and 40 women.", "90 people", "50 men and 40"),
        ("A jury of 12, made up of six women and six men, rose.", "12", "six women and six"),
        (
            "The senate has 80 seats, of which the Reds hold 45 and the Blues 30.",
            "80 seats",
            "the Reds hold 45 and the Blues 30",
        ),
        (
            "Of the 80 goats, 50 were sold and 30 were slaughtered.",
            "80 goats",
            "50 were sold and 30",
        ),
        (
            "A grant of $9 million, $5 million for roads and $4 million for schools, is due.",
            "$9 million",
            "$5 million for roads and $4 million",
        ),
    ],
)
def test_a_whole_with_its_parts(reckoned, text, whole, parts):
    assert ("parts", whole, parts) in reckoned(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill sold 300 carts in May, 250 in June and 190 in July.",
        "It has 300 clerks in Leeds, 250 in York and 190 in Hull.",
        "The ark carried 10 goats, seven men and six women.",
        "Of 40 pupils, 30 speak French and 25 speak German.",
        "The army lost 312 soldiers: 204 were killed and 160 were wounded.",
        "The union denied that the choir has 300 pupils, 170 girls and 160 boys.",
    ],
)
def test_parts_that_may_overlap_or_are_of_something_else(reckoned, text):
    assert [each for each in reckoned(text) if each[0] == "parts"] == []
