"""Changes with what they come to beside them."""

import pytest


@pytest.mark.parametrize(
    ("text", "said", "given"),
    [
        (
            "The club raised the fee from 40 euros to 60 euros, an increase of 50 percent.",
            "an increase of 50 percent",
            "from 40 euros to 60 euros",
        ),
        (
            "Takings fell from 500 crowns to 400 crowns (down 20%).",
            "down 20%",
            "from 500 crowns to 400",
        ),
        (
            "Rents rose from $500 to $600, or by 20 percent.",
            "or by 20 percent",
            "from $500 to $600",
        ),
        (
            "Sales were 60 million euros, up from 40 million euros, a 50-percent rise.",
            "a 50-percent rise",
            "60 million euros, up from 40 million euros",
        ),
        ("The number of nurses tripled, from 300 to 900.", "tripled", "from 300 to 900"),
    ],
)
def test_a_change_with_what_it_comes_to(reckoned, text, said, given):
    assert ("change", said, given) in reckoned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose from $500 to $600, or 40 percent of the median wage.",
        "Wages rose from 100 euros to 200 euros, an average increase of 7 percent a year.",
        "Takings fell from 500 crowns to 400 crowns, and profit was down 4%.",
        "The choir grew from 300 to 400, an increase of 50 in each of two halls.",
        "The aid rose from 40 to 60 million euros, an increase of 20 million.",
        "The bus runs from 6 to 9, up 2 hills.",
    ],
)
def test_a_measure_of_something_else(reckoned, text):
    assert [each for each in reckoned(text) if each[0] == "change"] == []
