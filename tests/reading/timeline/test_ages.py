"""An age beside the birth of the same person, in one sentence."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def aged(kinds):
    """The ages of a text of 14 June 2024: their words, the years said, and those by the dates."""

    def _aged(text):
        read = read_article(Article(text, published=date(2024, 6, 14)), kinds).facts
        found = [f for f in read if f.kind == "calendar" and f.fields["form"] == "aged"]
        ranges = [(f.fields["stated"], f.fields["computed"]) for f in found]
        return [
            (f.text, (said.low, said.high), (by.low, by.high))
            for f, (said, by) in zip(found, ranges, strict=True)
        ]

    return _aged


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tailor, 48, was born in 1975.", ("48, was born in 1975", (47, 49), (48, 49))),
        ("Her niece, born in 2003, is 21.", ("born in 2003, is 21", (20, 22), (20, 21))),
        (
            "He died in 1983 aged 40, having been born in 1942.",
            ("aged 40, having been born in 1942", (39, 41), (40, 41)),
        ),
        (
            "The nun (1902–1990) taught Greek until she died at 88.",
            ("1902–1990) taught Greek until she died at 88", (87, 89), (87, 88)),
        ),
        (
            "Aged 57 when she died in 2002, the duchess had been born in 1944.",
            (
                "Aged 57 when she died in 2002, the duchess had been born in 1944",
                (56, 58),
                (57, 58),
            ),
        ),
        (
            "Born in 1922, his aunt kept her 80th birthday in 2002 in bed.",
            ("Born in 1922, his aunt kept her 80th", (79, 81), (79, 80)),
        ),
        (
            "The mill, built in 1820, is 150 years old.",
            ("built in 1820, is 150 years old", (149, 151), (203, 204)),
        ),
        (
            "The pier, opened in 1932, turns 92 in 2024.",
            ("opened in 1932, turns 92", (91, 93), (91, 92)),
        ),
    ],
)
def test_age_beside_birth(aged, text, found):
    assert aged(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The tailor, 34, whose son was born in 2010, lives in Graz.",
        "He was 28 when his daughter was born in 1990.",
        "Her husband, 60, and she, born in 1970, sold the inn.",
        "Born in 1926, he went to sea at 19.",
        "The bell, 62, was cast in 1951.",
        "She founded a choir in 1964 and turned 50 in 2014.",
        "The stadium, opened in 1984, replaced the 60-year-old ground.",
        "The station, built in 1912, is 92 metres long.",
        "The tailor, then 29, was born in 1970.",
        "Tom Ash, 12, and Ida Ash, born in 2001, were found.",
    ],
)
def test_of_two_people_or_of_another_time(aged, text):
    assert aged(text) == []


def test_an_age_of_a_year_that_the_paragraph_tells_of(aged):
    text = "In 1944 the fort fell. The 18-year-old gunner, born in 1926, got away."
    assert aged(text)[0][1:] == ((17, 19), (17, 18))
