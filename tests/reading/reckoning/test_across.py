"""What one sentence says that the figures of others come to."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vets took 48 ponies. Thirty have owners, ten are ill and the remaining 14 lame.",
            ("total", "48", "Thirty have owners, ten are ill and the remaining 14"),
        ),
        (
            "It has mills in Lund (210 jobs) and York (140 jobs). The 470 jobs at both mills go.",
            ("total", "470", "210 jobs) and York (140"),
        ),
        (
            "The Greens had 17 seats. They gained eight, lost two and will have 28 seats.",
            ("gain", "28", "17"),
        ),
        (
            "The votes were: Ada Fry 12,310; Tom Reed 11,904. A majority of 1,406 is plenty.",
            ("difference", "majority of 1,406", "12,310; Tom Reed 11,904"),
        ),
        (
            "All 120 members pay £20 a month for a year. That will bring in £24,000.",
            ("each", "£24,000", "120 members pay £20"),
        ),
        (
            "The airline flies 40 jets. It has sold six and has 38 left.",
            ("difference", "38", "six"),
        ),
        (
            "Fry beat Reed by 1,210 votes. The count gave Fry 8,433 and Reed 7,923.",
            ("difference", "1,210", "8,433 and Reed 7,923"),
        ),
    ],
)
def test_figures_of_several_sentences(reckoned, text, expected):
    assert expected in reckoned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vets took 48 ponies. Thirty have owners, ten are ill and the remaining eight are lame.",
        "Vets took ponies. Thirty have owners, ten are ill and the remaining 12 are lame.",
        "The Greens had 17 seats. They gained eight, lost several and will have 28 seats.",
        "The airline flies 40 jets. It has sold six and has 34 left.",
        "The poll gave 296 seats to the right, 237 to the Greens and 21 for the left.",
    ],
)
def test_figures_of_which_nothing_follows(reckoned, text):
    assert reckoned(text) == []
