"""How long something has gone on by now, beside the date on which it began."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article

PUBLISHED = date(2024, 5, 15)


@pytest.fixture
def distances(kinds):
    """``"36 years 8766..9130"``: the lengths of a text with the days that the dates give."""

    def _distances(text):
        facts = read_article(Article(text, published=PUBLISHED), kinds).facts
        return [
            (fact.text, int(fact.fields["computed"].low), int(fact.fields["computed"].high))
            for fact in facts
            if fact.kind == "calendar" and fact.fields["form"] == "distance"
        ]

    return _distances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They have not won there since 1998, a run of 36 years.", ("36 years", 9267, 9631)),
        (
            "The mayor, in office since May 2009, has governed for 21 years.",
            ("21 years", 5463, 5493),
        ),
        ("She has run the choir for 30 years, since 2002.", ("30 years", 7806, 8170)),
        ("The war, now in its third year, began in May 2020.", ("third year", 1445, 1475)),
    ],
)
def test_what_goes_on(distances, text, expected):
    assert distances(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The bank, listed since 2001, lost money for three years.",
        "The war, then in its third year, began in May 2014.",
        "Since 2010 the club has played for two years in the second division.",
    ],
)
def test_what_is_over_or_of_something_else(distances, text):
    assert distances(text) == []
